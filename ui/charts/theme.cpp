// Colour tokens. Categories: Okabe and Ito's palette (2008), darkened or lightened where it misses 3:1.
#include "ui/charts/theme.h"

#include <QtGui/QPalette>

#include <algorithm>
#include <array>
#include <cmath>

namespace assay {
namespace {

constexpr double markContrast = 3.0;     // WCAG 2.1, 1.4.11
constexpr double darkMarkContrast = 4.0; // thin lines on a dark ground look weaker than their ratio says
constexpr double textContrast = 4.5;     // WCAG 2.1, 1.4.3

// After Okabe, Ito: Color Universal Design (2008), in an order that keeps neighbours far apart. Moved as little as
// makes any two differ by CIEDE2000 10 or more for three kinds of colour vision (Machado, Oliveira, Fernandes 2009) at
// 3:1 on white and 4:1 on the dark paper: the palette as published misses 3:1 on white, and only darkened misses
// the 10.
constexpr std::array<QRgb, seriesColors> seriesLight{0xff0d72b9, 0xffbf5707, 0xff0e9773, 0xffce74a5,
                                                     0xff4794ee, 0xffad904e, 0xff675e39};
constexpr std::array<QRgb, seriesColors> seriesDark{0xff0c84d3, 0xffd15c01, 0xff3fad80, 0xffc379a0,
                                                    0xff71bff4, 0xffe7a21e, 0xff8a8450};

// Sequential ramp, lightness falling steadily from paper to ink (checked by test).
constexpr std::array<QRgb, 6> rampLight{0xfff4f1e4, 0xffcde3d3, 0xff8fc7c4, 0xff4d9fb8, 0xff2f6fa3, 0xff2b3f7e};
constexpr std::array<QRgb, 6> rampDark{0xff1d2430, 0xff253f66, 0xff2b648f, 0xff3e90ab, 0xff7cc1bf, 0xffd3ead8};

/// Qt 6 keeps a colour's channels as float.
double linear(float value) {
    const auto channel = static_cast<double>(value);
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& color) {
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

QColor mixed(const QColor& a, const QColor& b, double share) {
    const auto mix = [share](int x, int y) { return static_cast<int>(std::lround(x + (y - x) * share)); };
    return {mix(a.red(), b.red()), mix(a.green(), b.green()), mix(a.blue(), b.blue())};
}

} // namespace

double contrast(const QColor& a, const QColor& b) {
    const double x = luminance(a) + 0.05;
    const double y = luminance(b) + 0.05;
    return std::max(x, y) / std::min(x, y);
}

QColor readable(QColor color, const QColor& paper, double ratio) {
    const QColor goal = luminance(paper) > 0.18 ? QColor(Qt::black) : QColor(Qt::white);
    const QColor start = color;
    for (int step = 1; step <= 20 && contrast(color, paper) < ratio; ++step)
        color = mixed(start, goal, step / 20.0);
    return color;
}

Theme::Theme(ThemeKind kind)
    : m_kind(kind),
      m_paper(kind == ThemeKind::dark ? QColor(0x1b, 0x1f, 0x26) : QColor(Qt::white)) {}

QColor Theme::role(const Ink& ink) const {
    const bool dark = m_kind == ThemeKind::dark;
    const auto& series = dark ? seriesDark : seriesLight;
    switch (ink.role) {
    case InkRole::series: return QColor(series[static_cast<std::size_t>(std::max(0, ink.index)) % series.size()]);
    case InkRole::text:
        return dark                         ? QColor(0xe8, 0xea, 0xed)
               : m_kind == ThemeKind::print ? QColor(Qt::black)
                                            : QColor(0x1f, 0x24, 0x2b);
    case InkRole::muted:
        return dark                         ? QColor(0xa3, 0xab, 0xb6)
               : m_kind == ThemeKind::print ? QColor(0x40, 0x40, 0x40)
                                            : QColor(0x5c, 0x66, 0x72);
    case InkRole::claim: return dark ? QColor(0xff, 0x9e, 0x4a) : QColor(0xb5, 0x47, 0x00);
    case InkRole::ghost: return dark ? QColor(0x7d, 0x86, 0x92) : QColor(0x8a, 0x93, 0x9e);
    case InkRole::grid: return dark ? QColor(0x2f, 0x36, 0x40) : QColor(0xe4, 0xe7, 0xea);
    case InkRole::low: return QColor(series[0]);
    case InkRole::high: return QColor(series[1]);
    case InkRole::evidence: return dark ? QColor(0xff, 0xff, 0xff) : QColor(0x1f, 0x24, 0x2b);
    case InkRole::paper: return m_paper;
    }
    return m_paper;
}

QColor Theme::mark(const Ink& ink) const {
    const QColor color = role(ink);
    const bool quiet = ink.role == InkRole::grid || ink.role == InkRole::paper;
    return quiet ? color : readable(color, m_paper, m_kind == ThemeKind::dark ? darkMarkContrast : markContrast);
}

QColor Theme::text(const Ink& ink) const {
    return ink.role == InkRole::paper ? m_paper : readable(role(ink), m_paper, textContrast);
}

QColor Theme::ramp(double share) const {
    const auto& stops = m_kind == ThemeKind::dark ? rampDark : rampLight;
    const double place =
        std::clamp(std::isfinite(share) ? share : 0.0, 0.0, 1.0) * static_cast<double>(stops.size() - 1);
    const auto below = std::min(static_cast<std::size_t>(place), stops.size() - 2);
    return mixed(QColor(stops[below]), QColor(stops[below + 1]), place - static_cast<double>(below));
}

QColor Theme::on(const QColor& fill) const {
    const QColor words = role({InkRole::text});
    return contrast(words, fill) >= contrast(m_paper, fill) ? words : m_paper;
}

ThemeKind themeOf(const QPalette& palette) {
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness()
               ? ThemeKind::dark
               : ThemeKind::light;
}

} // namespace assay
