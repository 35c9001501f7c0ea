// Table view of a chart, in a window of its own.
#include "ui/charts/chart_table.h"

#include <QtCore/QSortFilterProxyModel>
#include <QtGui/QAction>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTableView>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace assay {

constexpr int widestColumn = 36; // characters

int rowAfter(const ChartSpec& before, int row, const ChartSpec& after) {
    if (!before.hasVerdicts || !after.hasVerdicts)
        return row < static_cast<int>(after.data.size()) ? row : -1;
    if (row < 0 || row >= static_cast<int>(before.data.size()))
        return -1;
    const MarkIds& ids = before.data[static_cast<std::size_t>(row)].ids;
    const auto found = std::find_if(after.data.begin(), after.data.end(), [&](const Datum& datum) {
        return datum.ids.scenario == ids.scenario && datum.ids.claims == ids.claims;
    });
    return found == after.data.end() ? -1 : static_cast<int>(found - after.data.begin());
}

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
    if (role == Qt::ToolTipRole) // columns are no wider than can be read
        return cell.text.empty()
                   ? QVariant()
                   : QVariant(QStringLiteral("<p>%1</p>").arg(QString::fromStdString(cell.text).toHtmlEscaped()));
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

ChartTable::ChartTable(QWidget* parent)
    : QDialog(parent),
      m_model(new ChartTableModel(this)),
      m_sorted(new QSortFilterProxyModel(this)),
      m_table(new QTableView(this)),
      m_set(new QPushButton(tr("Set the &verdict\u2026 (V)"), this)) {
    setObjectName(QStringLiteral("chartTable"));
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(Qt::UserRole);
    m_table->setObjectName(QStringLiteral("chartTableRows"));
    m_table->setAccessibleName(tr("Data of the chart"));
    m_table->setModel(m_sorted);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(-1, Qt::AscendingOrder);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setMaximumSectionSize(widestColumn * fontMetrics().averageCharWidth());
    m_table->horizontalHeader()->setSectionsMovable(true);
    m_table->setAlternatingRowColors(true);
    m_set->setObjectName(QStringLiteral("chartTable.verdict"));
    m_set->setAccessibleName(tr("Set the verdict of the row"));
    m_set->setAutoDefault(false);
    auto* byKey = new QAction(m_table); // a letter typed into a table would search its cells
    byKey->setShortcut(Qt::Key_V);
    byKey->setShortcutContext(Qt::WidgetShortcut);
    m_table->addAction(byKey);
    connect(byKey, &QAction::triggered, this, &ChartTable::askForVerdict);
    connect(m_set, &QPushButton::clicked, this, &ChartTable::askForVerdict);
    connect(m_table, &QTableView::doubleClicked, this, &ChartTable::askForVerdict);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &ChartTable::showOffer);
    auto* layout = new QVBoxLayout(this);
    layout->setSizeConstraint(QLayout::SetNoConstraint);
    layout->addWidget(m_table);
    layout->addWidget(m_set, 0, Qt::AlignRight);
    showOffer();
    resize(900, 420);
}

void ChartTable::setSpec(const ChartSpec& spec) {
    const QModelIndex current = m_table->currentIndex();
    const int row = rowAfter(m_model->spec(), m_sorted->mapToSource(current).row(), spec);
    const int column = current.column();
    setWindowTitle(tr("Data: %1").arg(QString::fromStdString(spec.title)));
    m_hasVerdicts = spec.hasVerdicts;
    m_model->setSpec(spec);
    if (row >= 0)
        m_table->setCurrentIndex(m_sorted->mapFromSource(m_model->index(row, std::max(0, column))));
    showOffer();
}

void ChartTable::askForVerdict() {
    const QModelIndex row = m_sorted->mapToSource(m_table->currentIndex());
    if (m_hasVerdicts && row.isValid())
        emit verdictWanted(row.row());
}

void ChartTable::showOffer() {
    m_set->setVisible(m_hasVerdicts);
    m_set->setEnabled(m_table->currentIndex().isValid());
}

} // namespace assay
