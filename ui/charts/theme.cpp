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
constexpr double highMarkContrast = 4.5;
constexpr double highTextContrast = 7.0;     // WCAG 2.1, 1.4.6 (level AAA)
constexpr double highPaletteContrast = 20.0; // of 21: a palette of its own accord all but white on black

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

QColor paperOf(ThemeKind kind) {
    switch (kind) {
    case ThemeKind::dark: return {0x1b, 0x1f, 0x26};
    case ThemeKind::highContrast: return Qt::black;
    case ThemeKind::light:
    case ThemeKind::print: break;
    }
    return Qt::white;
}

/// Of a role: a colour a theme, in the order light, dark, print, high contrast.
using Tones = std::array<QRgb, 4>;

QColor toneOf(const Tones& tones, ThemeKind kind) { return QColor(tones[static_cast<std::size_t>(kind)]); }

constexpr Tones textTones{0xff1f242b, 0xffe8eaed, 0xff000000, 0xffffffff};
constexpr Tones mutedTones{0xff5c6672, 0xffa3abb6, 0xff404040, 0xffdcdcdc};
constexpr Tones claimTones{0xffb54700, 0xffff9e4a, 0xffb54700, 0xffffb84d};
constexpr Tones ghostTones{0xff8a939e, 0xff7d8692, 0xff8a939e, 0xffa8b0ba};
constexpr Tones gridTones{0xffe4e7ea, 0xff2f3640, 0xffe4e7ea, 0xff505050};
constexpr Tones evidenceTones{0xff1f242b, 0xffffffff, 0xff1f242b, 0xffffffff};

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

Theme::Theme(ThemeKind kind) : m_kind(kind), m_paper(paperOf(kind)) {}

QColor Theme::role(const Ink& ink) const {
    const auto& series = isDark() ? seriesDark : seriesLight;
    switch (ink.role) {
    case InkRole::series: return QColor(series[static_cast<std::size_t>(std::max(0, ink.index)) % series.size()]);
    case InkRole::low: return QColor(series[0]);
    case InkRole::high: return QColor(series[1]);
    case InkRole::text: return toneOf(textTones, m_kind);
    case InkRole::muted: return toneOf(mutedTones, m_kind);
    case InkRole::claim: return toneOf(claimTones, m_kind);
    case InkRole::ghost: return toneOf(ghostTones, m_kind);
    case InkRole::grid: return toneOf(gridTones, m_kind);
    case InkRole::evidence: return toneOf(evidenceTones, m_kind);
    case InkRole::paper: return m_paper;
    }
    return m_paper;
}

QColor Theme::mark(const Ink& ink) const {
    const QColor color = role(ink);
    const bool quiet = ink.role == InkRole::grid || ink.role == InkRole::paper;
    const double ratio = m_kind == ThemeKind::highContrast ? highMarkContrast
                         : m_kind == ThemeKind::dark       ? darkMarkContrast
                                                           : markContrast;
    return quiet ? color : readable(color, m_paper, ratio);
}

QColor Theme::text(const Ink& ink) const {
    const double ratio = m_kind == ThemeKind::highContrast ? highTextContrast : textContrast;
    return ink.role == InkRole::paper ? m_paper : readable(role(ink), m_paper, ratio);
}

QColor Theme::ramp(double share) const {
    const auto& stops = isDark() ? rampDark : rampLight;
    const double place =
        std::clamp(std::isfinite(share) ? share : 0.0, 0.0, 1.0) * static_cast<double>(stops.size() - 1);
    const auto below = std::min(static_cast<std::size_t>(place), stops.size() - 2);
    return mixed(QColor(stops[below]), QColor(stops[below + 1]), place - static_cast<double>(below));
}

double Theme::penScale() const { return m_kind == ThemeKind::highContrast ? 1.5 : 1; }

bool Theme::outlinesAreas() const { return m_kind == ThemeKind::highContrast; }

QColor Theme::on(const QColor& fill) const {
    const QColor words = role({InkRole::text});
    return contrast(words, fill) >= contrast(m_paper, fill) ? words : m_paper;
}

ThemeKind themeOf(const QPalette& palette) {
    const QColor window = palette.color(QPalette::Window), words = palette.color(QPalette::WindowText);
    if (window.lightness() >= words.lightness())
        return ThemeKind::light;
    const bool isStark =
        contrast(window, words) >= highPaletteContrast
        && contrast(palette.color(QPalette::Base), palette.color(QPalette::Text)) >= highPaletteContrast;
    return isStark ? ThemeKind::highContrast : ThemeKind::dark;
}

} // namespace assay
