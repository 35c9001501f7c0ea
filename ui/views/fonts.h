// Fonts and colours derived from a widget's own, so that text scale and themes keep working. Knows no widget of ours.
#pragma once

#include <QtGui/QColor>
#include <QtGui/QFont>
#include <QtGui/QPalette>

namespace assay {

/// Secondary text: nine tenths, never below 11 px.
QFont smallFont(QFont font);
QFont boldFont(QFont font);

/// Secondary text on the window: at least 4.5:1 in light and dark (checked by a test).
QColor quietColor(const QPalette& palette);
/// Text and frames of a refused value, at least 4.5:1.
QColor refusedColor(const QPalette& palette);
bool isDark(const QPalette& palette);

/// `share` of a over b: 1 = a.
QColor mixed(const QColor& a, const QColor& b, double share);

} // namespace assay
