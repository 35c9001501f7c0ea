// The table of versions.
#include "ui/views/versions_table.h"

#include "ui/views/look.h"
#include "ui/views/row_delegate.h"

#include <QtWidgets/QHeaderView>
#include <QtWidgets/QTableView>

namespace assay {

QTableView* versionsTable(QAbstractItemModel& model, const QString& objectName, const QString& accessibleName,
                          int shared) {
    auto* table = new QTableView;
    table->setObjectName(objectName);
    table->setAccessibleName(accessibleName);
    table->setModel(&model);
    table->setItemDelegate(new RowDelegate(table));
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setShowGrid(false);
    table->setTabKeyNavigation(false);
    table->setWordWrap(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(table->fontMetrics().height() + smallGap + 2);
    QHeaderView& header = *table->horizontalHeader();
    header.setHighlightSections(false);
    header.setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    for (int column = 0; column < model.columnCount(); ++column)
        header.setSectionResizeMode(column, column < shared ? QHeaderView::ResizeToContents : QHeaderView::Stretch);
    return table;
}

} // namespace assay
