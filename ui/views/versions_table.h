// A table to read versions of rows in: compact rows, no grid, cells cut with the whole text in their tips.
#pragma once

class QAbstractItemModel;
class QString;
class QTableView;

namespace assay {

/// `shared`: the first of the columns that share the room left; those before it are as wide as their texts.
QTableView* versionsTable(QAbstractItemModel& model, const QString& objectName, const QString& accessibleName,
                          int shared);

} // namespace assay
