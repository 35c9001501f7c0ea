// What an import left out or found odd, as a list to read: a bar at the foot of the window has no room for it.
#pragma once

#include "ui/jobs/import_report.h"

#include <QtCore/QStringList>

class QWidget;

namespace assay {

/// One line a file: what went wrong, what was left out and why, what is odd about a text.
struct ImportRemark {
    QString file;
    QString what;
};
std::vector<ImportRemark> remarksOf(const ImportReport& report);

/// A window of its own that blocks nothing.
void showImportList(QWidget& window, const ImportReport& report);

} // namespace assay
