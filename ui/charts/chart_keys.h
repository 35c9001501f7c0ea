// The keys of a chart that has the keyboard, in words: for the sheet of shortcuts. What they do is in
// chart_view_hand.cpp; a test presses every one.
#pragma once

#include <QtCore/QKeyCombination>
#include <QtCore/QList>
#include <QtCore/QString>

namespace assay {

struct ChartKey {
    QList<QKeyCombination> keys; ///< any of them
    QString text;
};
QList<ChartKey> chartKeys();

} // namespace assay
