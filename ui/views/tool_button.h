// A tool button with words, that Tab reaches and that a screen reader can name.
#pragma once

#include <QtCore/QString>

class QToolButton;
class QWidget;

namespace assay {

/// The tool tip is its accessible name too.
QToolButton* toolButton(QWidget* parent, const QString& objectName, const QString& label, const QString& toolTip);

} // namespace assay
