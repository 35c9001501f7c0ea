// Table view of a chart, in a window of its own.
#include "ui/charts/chart_table.h"

#include <QtCore/QSortFilterProxyModel>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QTableView>
#include <QtWidgets/QVBoxLayout>

namespace assay {

void ChartTableModel::setSpec(const ChartSpec& spec) {
    beginResetModel();
    m_spec = spec;
    endResetModel();
}

int ChartTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_spec.data.size());
}

int ChartTableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_spec.columns.size());
}

QVariant ChartTableModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const std::vector<Cell>& cells = m_spec.data[static_cast<std::size_t>(index.row())].cells;
    if (static_cast<std::size_t>(index.column()) >= cells.size())
        return {};
    const Cell& cell = cells[static_cast<std::size_t>(index.column())];
    if (role == Qt::DisplayRole)
        return QString::fromStdString(cell.text);
    if (role == Qt::UserRole) // sorts by the number behind the text
        return cell.number ? QVariant(*cell.number) : QVariant(QString::fromStdString(cell.text));
    if (role == Qt::TextAlignmentRole && cell.number)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    return {};
}

QVariant ChartTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (role != Qt::DisplayRole || section < 0)
        return {};
    if (orientation == Qt::Vertical)
        return section + 1;
    return static_cast<std::size_t>(section) < m_spec.columns.size()
               ? QVariant(QString::fromStdString(m_spec.columns[static_cast<std::size_t>(section)]))
               : QVariant();
}

ChartTable::ChartTable(QWidget* parent) : QDialog(parent), m_model(new ChartTableModel(this)) {
    setObjectName(QStringLiteral("chartTable"));
    auto* proxy = new QSortFilterProxyModel(this);
    proxy->setSourceModel(m_model);
    proxy->setSortRole(Qt::UserRole);
    auto* table = new QTableView(this);
    table->setObjectName(QStringLiteral("chartTableRows"));
    table->setAccessibleName(tr("Data of the chart"));
    table->setModel(proxy);
    table->setSortingEnabled(true);
    table->sortByColumn(-1, Qt::AscendingOrder);
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table->setAlternatingRowColors(true);
    auto* layout = new QVBoxLayout(this);
    layout->setSizeConstraint(QLayout::SetNoConstraint);
    layout->addWidget(table);
    resize(900, 420);
}

void ChartTable::setSpec(const ChartSpec& spec) {
    setWindowTitle(tr("Data: %1").arg(QString::fromStdString(spec.title)));
    m_model->setSpec(spec);
}

} // namespace assay
