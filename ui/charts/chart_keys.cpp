// One line a thing to do, in the order one learns them.
#include "ui/charts/chart_keys.h"

#include <QtCore/QCoreApplication>

namespace assay {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ChartKeys)
};

} // namespace

QList<ChartKey> chartKeys() {
    return {
        {{Qt::Key_Left, Qt::Key_Right, Qt::Key_Up, Qt::Key_Down}, Words::tr("From mark to mark")},
        {{Qt::Key_Home, Qt::Key_End}, Words::tr("First and last mark")},
        {{Qt::Key_Return}, Words::tr("Select what the mark stands on")},
        {{Qt::Key_O}, Words::tr("Open the mark's input against the result")},
        {{Qt::Key_Escape}, Words::tr("Leave the mark, or put a handle back")},
        {{Qt::Key_T}, Words::tr("The data as a table")},
        {{Qt::Key_Plus, Qt::Key_Minus}, Words::tr("Zoom in and out")},
        {{Qt::CTRL | Qt::Key_Left, Qt::CTRL | Qt::Key_Right, Qt::CTRL | Qt::Key_Up, Qt::CTRL | Qt::Key_Down},
         Words::tr("Move the part that is shown")},
        {{Qt::ALT | Qt::Key_Left, Qt::ALT | Qt::Key_Right}, Words::tr("Back and forward through the parts shown")},
        {{Qt::Key_R, Qt::Key_0}, Words::tr("Show all of it")},
        {{Qt::Key_C}, Words::tr("Crosshair on or off")},
        {{Qt::Key_H, Qt::SHIFT | Qt::Key_H}, Words::tr("Take hold of the next or previous handle; arrows move it")},
        {{Qt::Key_X}, Words::tr("Threshold: the chance of more than a value")},
        {{Qt::SHIFT | Qt::Key_Left, Qt::SHIFT | Qt::Key_Right}, Words::tr("Move the threshold")},
        {{Qt::Key_P}, Words::tr("Range: the chance of a value within it")},
        {{Qt::Key_V}, Words::tr("Matrix: your own verdict on the cell")},
        {{Qt::Key_S}, Words::tr("Copy the sentence that sums it up")},
        {{Qt::Key_E}, Words::tr("Export it")},
        {{Qt::Key_1, Qt::Key_2, Qt::Key_3, Qt::Key_4, Qt::Key_5, Qt::Key_6, Qt::Key_7, Qt::Key_8, Qt::Key_9},
         Words::tr("Another chart")},
    };
}

} // namespace assay
