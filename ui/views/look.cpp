// The look of the window. Contrast of text on its ground is at least 4.5:1 in both palettes (a test computes it).
#include "ui/views/look.h"

#include "ui/charts/theme.h"
#include "ui/views/fonts.h"

#include <QtWidgets/QApplication>
#include <QtWidgets/QStyleFactory>

namespace assay {

namespace {

struct Tones {
    QRgb window, base, alternate, button, text, quiet, line, highlight, link;
    QRgb onHighlight = 0xFFFFFFFF;
    double disabled = 0.45; ///< how much of the text's colour is left
    double inactive = 0.22; ///< of the highlight's, where the keyboard is elsewhere
};

QPalette makePalette(const Tones& tones) {
    QPalette palette;
    const auto set = [&](QPalette::ColorRole role, QRgb color) { palette.setColor(role, QColor(color)); };
    set(QPalette::Window, tones.window);
    set(QPalette::WindowText, tones.text);
    set(QPalette::Base, tones.base);
    set(QPalette::AlternateBase, tones.alternate);
    set(QPalette::Text, tones.text);
    set(QPalette::Button, tones.button);
    set(QPalette::ButtonText, tones.text);
    set(QPalette::BrightText, qRgb(255, 255, 255));
    set(QPalette::ToolTipBase, tones.base);
    set(QPalette::ToolTipText, tones.text);
    set(QPalette::PlaceholderText, tones.quiet);
    set(QPalette::Highlight, tones.highlight);
    set(QPalette::HighlightedText, tones.onHighlight);
    set(QPalette::Link, tones.link);
    set(QPalette::LinkVisited, tones.link);
    set(QPalette::Light, tones.base);
    set(QPalette::Midlight, tones.alternate);
    set(QPalette::Mid, tones.line);
    set(QPalette::Dark, tones.quiet);
    set(QPalette::Shadow, qRgb(0, 0, 0));
    const QColor faint = mixed(QColor(tones.text), QColor(tones.window), tones.disabled);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, faint);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, QColor(tones.line));
    palette.setColor(QPalette::Inactive, QPalette::Highlight,
                     mixed(QColor(tones.highlight), QColor(tones.base), tones.inactive));
    palette.setColor(QPalette::Inactive, QPalette::HighlightedText, QColor(tones.text));
    return palette;
}

/// On black the style's own edges, a darker black, are not seen.
QString edges(const QPalette& palette) {
    if (themeOf(palette) != ThemeKind::highContrast)
        return {};
    return QStringLiteral(
               "QPushButton, QToolButton, QLineEdit, QComboBox, QMenu, QToolTip, QLabel#chartTip"
               " { border: 1px solid %1; }"
               "QComboBox QLineEdit { border: none; }"
               "QTabBar QToolButton { border: none; padding: 0; }"
               "QPushButton { padding: 4px 12px; } QToolButton { padding: 2px 6px; } QLineEdit, QComboBox { padding: 2px 4px; }"
               "QPushButton:focus, QToolButton:focus, QLineEdit:focus, QComboBox:focus"
               " { border: 2px solid %2; }"
               "QPushButton:disabled, QToolButton:disabled { border-style: dashed; }"
               "QToolButton:checked { background: %2; color: %3; }"
               "QCheckBox::indicator, QRadioButton::indicator { width: 12px; height: 12px; border: 1px solid %1; }"
               "QRadioButton::indicator { border-radius: 6px; }"
               "QTabWidget::pane { border: 1px solid %1; }"
               "QCheckBox::indicator:checked, QRadioButton::indicator:checked { background: %2; }"
               "QCheckBox:focus, QRadioButton:focus { color: %2; }"
               "QMenuBar { border-bottom: 1px solid %1; }")
        .arg(lineColor(palette).name(), palette.color(QPalette::Active, QPalette::Highlight).name(),
             palette.color(QPalette::Active, QPalette::HighlightedText).name());
}

} // namespace

QPalette lightPalette() {
    return makePalette({.window = 0xFFF3F5F7,
                        .base = 0xFFFFFFFF,
                        .alternate = 0xFFF8F9FB,
                        .button = 0xFFFFFFFF,
                        .text = 0xFF1C2228,
                        .quiet = 0xFF5B6570,
                        .line = 0xFFD5DAE0,
                        .highlight = 0xFF1F63AD,
                        .link = 0xFF1A5A9E});
}

QPalette darkPalette() {
    return makePalette({.window = 0xFF1D2025,
                        .base = 0xFF25292F,
                        .alternate = 0xFF2A2E35,
                        .button = 0xFF2F343B,
                        .text = 0xFFE7EAED,
                        .quiet = 0xFFA3ACB6,
                        .line = 0xFF3D434B,
                        .highlight = 0xFF2D6CB0,
                        .link = 0xFF7FB8F0});
}

QPalette highContrastPalette() {
    return makePalette({.window = 0xFF000000,
                        .base = 0xFF000000,
                        .alternate = 0xFF141414,
                        .button = 0xFF000000,
                        .text = 0xFFFFFFFF,
                        .quiet = 0xFFDCDCDC,
                        .line = 0xFFB0B0B0,
                        .highlight = 0xFFFFD800,
                        .link = 0xFF7FD4FF,
                        .onHighlight = 0xFF000000,
                        .disabled = 0.65,
                        .inactive = 0.35});
}

QPalette paletteFor(Appearance appearance, const QPalette& system) {
    switch (appearance) {
    case Appearance::light: return lightPalette();
    case Appearance::dark: return darkPalette();
    case Appearance::highContrast: return highContrastPalette();
    case Appearance::followSystem: break;
    }
    const ThemeKind kind = themeOf(system);
    return kind == ThemeKind::highContrast ? highContrastPalette()
           : kind == ThemeKind::dark       ? darkPalette()
                                           : lightPalette();
}

void applyAppearance(QApplication& application, Appearance appearance, const QPalette& system) {
    application.setPalette(paletteFor(appearance, system));
}

QColor lineColor(const QPalette& palette) { return palette.color(QPalette::Mid); }

MarkColors markColors(const QPalette& palette) {
    if (themeOf(palette) == ThemeKind::highContrast)
        return {QColor(0xFF3D3300), QColor(0xFFFFD800), QColor(0xFF665200)};
    if (isDark(palette))
        return {QColor(0xFF4A4020), QColor(0xFFD8B44A), QColor(0xFF77621A)};
    return {QColor(0xFFFFF3C4), QColor(0xFFB98A00), QColor(0xFFFFD95A)};
}

QString windowStyleSheet(const QPalette& palette) {
    const auto name = [&](QPalette::ColorRole role) { return palette.color(role).name(); };
    const QString thumb = mixed(palette.color(QPalette::PlaceholderText), palette.color(QPalette::Base), 0.45).name();
    return QStringLiteral(
               "assay--Pane { background: %1; border: 1px solid %2; border-radius: 5px; }"
               "assay--Pane[inTab=\"true\"] { border: none; border-radius: 0; }"
               "QSplitter::handle { background: transparent; }"
               "QHeaderView { background: %1; border: none; }"
               "QHeaderView::section { background: %1; color: %3; border: none; border-bottom: 1px solid %2; padding: 5px 7px; }"
               "QTableView, QListView, QPlainTextEdit, QScrollArea { border: none; background: %1; }"
               "assay--Pane QTabBar::tab { padding: 5px 8px; border: none; border-bottom: 2px solid transparent; }"
               "assay--Pane QTabBar::tab:selected { border-bottom-color: %5; font-weight: bold; }"
               "assay--Pane QTabBar::tab:hover:!selected { border-bottom-color: %2; }"
               "assay--Pane QTabBar::tab:focus { color: %5; }"
               "QStatusBar::item { border: none; }"
               "QScrollBar { background: transparent; border: none; margin: 0; }"
               "QScrollBar:vertical { width: 10px; } QScrollBar:horizontal { height: 10px; }"
               "QScrollBar::handle { background: %4; border-radius: 3px; margin: 2px; }"
               "QScrollBar::handle:vertical { min-height: 28px; } QScrollBar::handle:horizontal { min-width: 28px; }"
               "QScrollBar::handle:hover { background: %3; }"
               "QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }"
               "QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }")
               .arg(name(QPalette::Base), lineColor(palette).name(), palette.color(QPalette::PlaceholderText).name(),
                    thumb, name(QPalette::Highlight))
           + edges(palette);
}

} // namespace assay
