// How a bar looks that says something to the user: messages and the tour.
#pragma once

class QColor;
class QWidget;

namespace assay {

/// A rounded frame with a bar of the accent at its left. From the widget's own paintEvent.
void paintNotice(QWidget& bar, const QColor& accent);

} // namespace assay
