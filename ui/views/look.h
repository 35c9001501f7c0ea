// The look of the window: light and dark palettes, one style sheet made from a palette, spacing. Knows no widget of
// ours.
#pragma once

#include <QtGui/QPalette>

class QApplication;

namespace assay {

/// The grid that all spacing stands on, px.
inline constexpr int smallGap = 6;
inline constexpr int largeGap = 12;

enum class Appearance { followSystem, light, dark, highContrast };

/// Style Fusion with our palette of that kind; followSystem: dark when `system` is, high contrast when it is all but
/// white on black. Windows follow by PaletteChange.
void applyAppearance(QApplication& application, Appearance appearance, const QPalette& system);

QPalette paletteFor(Appearance appearance, const QPalette& system);
QPalette lightPalette();
QPalette darkPalette();
QPalette highContrastPalette();

/// Style sheet of the main window: panes as cards, quiet headers, thin lines; colours come from the palette.
QString windowStyleSheet(const QPalette& palette);

/// Frames and separators.
QColor lineColor(const QPalette& palette);

/// Words in a source that a claim stands on, and those of the current mention.
struct MarkColors {
    QColor background;
    QColor underline;
    QColor current;
};
MarkColors markColors(const QPalette& palette);

} // namespace assay
