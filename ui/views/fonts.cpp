// Derived fonts and colours.
#include "ui/views/fonts.h"

#include <algorithm>
#include <cmath>

namespace assay {

QFont smallFont(QFont font) {
    if (font.pixelSize() > 0)
        font.setPixelSize(std::max(11, static_cast<int>(std::lround(font.pixelSize() * 0.9))));
    else
        font.setPointSizeF(std::max(8.0, font.pointSizeF() * 0.9));
    return font;
}

QFont boldFont(QFont font) {
    font.setWeight(QFont::DemiBold);
    return font;
}

QColor quietColor(const QPalette& palette) {
    return mixed(palette.color(QPalette::WindowText), palette.color(QPalette::Window), 0.7);
}

QColor refusedColor(const QPalette& palette) {
    return isDark(palette) ? QColor(0xff, 0x9a, 0x8a) : QColor(0xb0, 0x1c, 0x10);
}

bool isDark(const QPalette& palette) { return palette.color(QPalette::Window).lightnessF() < 0.5F; }

QColor mixed(const QColor& a, const QColor& b, double share) {
    const auto channel = [share](int x, int y) { return static_cast<int>(std::lround(x * share + y * (1 - share))); };
    return {channel(a.red(), b.red()), channel(a.green(), b.green()), channel(a.blue(), b.blue())};
}

} // namespace assay
