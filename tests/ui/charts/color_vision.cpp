// Matrices and formulas of the two papers.
#include "tests/ui/charts/color_vision.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace assay::test {
namespace {

using Matrix = std::array<std::array<double, 3>, 3>;

constexpr double pi = 3.14159265358979324;

double linear(float value) {
    const auto channel = static_cast<double>(value);
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

Matrix matrixOf(Vision vision) {
    switch (vision) {
    case Vision::protan:
        return {{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}};
    case Vision::deutan:
        return {{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}};
    case Vision::tritan:
        return {{{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}};
    case Vision::grey: return {{{0.2126, 0.7152, 0.0722}, {0.2126, 0.7152, 0.0722}, {0.2126, 0.7152, 0.0722}}};
    case Vision::normal: break;
    }
    return {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};
}

double radians(double degrees) { return degrees * pi / 180; }

double hue(double b, double a) {
    if (a == 0 && b == 0)
        return 0;
    const double angle = std::atan2(b, a) * 180 / pi;
    return angle < 0 ? angle + 360 : angle;
}

double meanHue(double one, double other, double chromas) {
    if (chromas == 0)
        return one + other;
    if (std::abs(one - other) <= 180)
        return (one + other) / 2;
    return one + other < 360 ? (one + other + 360) / 2 : (one + other - 360) / 2;
}

double hueStep(double one, double other, double chromas) {
    if (chromas == 0)
        return 0;
    const double step = other - one;
    return step > 180 ? step - 360 : step < -180 ? step + 360 : step;
}

} // namespace

LinearColor seenBy(Vision vision, const QColor& color) {
    const std::array<double, 3> in{linear(color.redF()), linear(color.greenF()), linear(color.blueF())};
    const Matrix m = matrixOf(vision);
    std::array<double, 3> out{};
    for (std::size_t row = 0; row < 3; ++row)
        out[row] = std::clamp(m[row][0] * in[0] + m[row][1] * in[1] + m[row][2] * in[2], 0.0, 1.0);
    return {out[0], out[1], out[2]};
}

Lab labOf(const LinearColor& c) {
    const auto f = [](double t) {
        constexpr double edge = 6.0 / 29;
        return t > edge * edge * edge ? std::cbrt(t) : t / (3 * edge * edge) + 4.0 / 29;
    };
    const double x = f((0.4124564 * c.r + 0.3575761 * c.g + 0.1804375 * c.b) / 0.95047);
    const double y = f(0.2126729 * c.r + 0.7151522 * c.g + 0.0721750 * c.b);
    const double z = f((0.0193339 * c.r + 0.1191920 * c.g + 0.9503041 * c.b) / 1.08883);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

double ciede2000(const Lab& one, const Lab& other) {
    const double mean = (std::hypot(one.a, one.b) + std::hypot(other.a, other.b)) / 2;
    const double seventh = std::pow(mean, 7);
    const double grow = 1.5 - 0.5 * std::sqrt(seventh / (seventh + std::pow(25.0, 7)));
    const double a1 = grow * one.a, a2 = grow * other.a;
    const double c1 = std::hypot(a1, one.b), c2 = std::hypot(a2, other.b);
    const double h1 = hue(one.b, a1), h2 = hue(other.b, a2);
    const double dL = other.l - one.l, dC = c2 - c1;
    const double dH = 2 * std::sqrt(c1 * c2) * std::sin(radians(hueStep(h1, h2, c1 * c2) / 2));
    const double l = (one.l + other.l) / 2 - 50, c = (c1 + c2) / 2, h = meanHue(h1, h2, c1 * c2);
    const double t = 1 - 0.17 * std::cos(radians(h - 30)) + 0.24 * std::cos(radians(2 * h))
                     + 0.32 * std::cos(radians(3 * h + 6)) - 0.2 * std::cos(radians(4 * h - 63));
    const double sL = 1 + 0.015 * l * l / std::sqrt(20 + l * l), sC = 1 + 0.045 * c, sH = 1 + 0.015 * c * t;
    const double turn = std::exp(-std::pow((h - 275) / 25, 2));
    const double cSeventh = std::pow(c, 7);
    const double rT = -2 * std::sqrt(cSeventh / (cSeventh + std::pow(25.0, 7))) * std::sin(radians(60 * turn));
    return std::sqrt(std::pow(dL / sL, 2) + std::pow(dC / sC, 2) + std::pow(dH / sH, 2) + rT * (dC / sC) * (dH / sH));
}

} // namespace assay::test
