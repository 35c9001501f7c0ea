// ClaimsPanel: a filter over a table, tied to the linked selection both ways.
#include "ui/views/claims_panel.h"

#include "ui/views/look.h"
#include "ui/views/row_delegate.h"

#include <QtCore/QScopedValueRollback>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QTableView>

namespace assay {

ClaimsPanel::ClaimsPanel(DocumentStore& store, Selection& selection, FindingsService& findings, QWidget* parent)
    : Pane(QStringLiteral("claimsPane"), tr("Claims"), parent),
      m_store(store),
      m_selection(selection),
      m_filter(new QLineEdit),
      m_table(new QTableView),
      m_empty(emptyLabel()),
      m_stack(new QStackedWidget) {
    buildFilter();
    buildTable();
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    addContent(m_stack, 1);
    setFocusProxy(m_table);
    connect(&selection, &Selection::changed, this, &ClaimsPanel::follow);
    connect(&store, &DocumentStore::changed, this, [this](const Document& before, const Document& after) {
        if (before.claims != after.claims || before.sources != after.sources || before.attributes != after.attributes
            || before.speakers != after.speakers)
            showDocument();
    });
    connect(&findings, &FindingsService::changed, this,
            [this, &findings] { m_model.setFindings(findings.findings()); });
    m_model.setFindings(findings.findings());
    showDocument();
}

void ClaimsPanel::buildFilter() {
    m_filter->setObjectName(QStringLiteral("claimsFilter"));
    m_filter->setAccessibleName(tr("Filter claims"));
    m_filter->setPlaceholderText(tr("Filter"));
    m_filter->setToolTip(tr("Shows the claims that hold every word typed (Ctrl+L)"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setMinimumWidth(120);
    m_filter->setMaximumWidth(220);
    m_filter->installEventFilter(this);
    addTool(m_filter);
    connect(m_filter, &QLineEdit::textChanged, this, &ClaimsPanel::filterBy);
}

void ClaimsPanel::buildTable() {
    m_table->setObjectName(QStringLiteral("claimsTable"));
    m_table->setAccessibleName(tr("Claims"));
    m_table->setModel(&m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setItemDelegate(new RowDelegate(m_table));
    m_table->viewport()->setAttribute(Qt::WA_Hover);
    m_table->setDragEnabled(true);
    m_table->setDragDropMode(QAbstractItemView::DragOnly);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(m_table->fontMetrics().height() + 10);
    QHeaderView* header = m_table->horizontalHeader();
    header->setObjectName(QStringLiteral("claimsHeader"));
    header->setHighlightSections(false);
    header->setSectionsMovable(true);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setSortIndicatorClearable(true);
    header->setSortIndicator(-1, Qt::AscendingOrder);
    m_table->setSortingEnabled(true);
    const int em = m_table->fontMetrics().averageCharWidth();
    int column = 0;
    for (const int characters : {11, 16, 16, 13, 14, 20, 9, 15, 13, 2})
        m_table->setColumnWidth(column++, characters * em + 2 * smallGap);
    header->moveSection(static_cast<int>(ClaimColumn::alarm), 0); // seen without scrolling
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ClaimsPanel::rowsChosen);
    connect(m_table, &QTableView::clicked, &m_selection, &Selection::wantWords);
    connect(m_table, &QTableView::activated, this, &ClaimsPanel::editWanted);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &ClaimsPanel::showChosen);
}

void ClaimsPanel::focusFilter() {
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

QByteArray ClaimsPanel::headerState() const { return m_table->horizontalHeader()->saveState(); }
void ClaimsPanel::restoreHeader(const QByteArray& state) { m_table->horizontalHeader()->restoreState(state); }

void ClaimsPanel::setContextActions(const QList<QAction*>& actions) {
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_table->addActions(actions);
}

/// Down goes from the filter into the table, Escape clears it.
bool ClaimsPanel::eventFilter(QObject* watched, QEvent* event) {
    if (watched != m_filter || event->type() != QEvent::KeyPress)
        return Pane::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key == Qt::Key_Escape && !m_filter->text().isEmpty()) {
        m_filter->clear();
        return true;
    }
    if (key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Escape) {
        m_table->setFocus(Qt::TabFocusReason);
        if (!m_table->currentIndex().isValid() && m_model.rowCount() > 0)
            m_table->selectRow(0);
        return true;
    }
    return Pane::eventFilter(watched, event);
}

void ClaimsPanel::filterBy(const QString& text) {
    m_model.setFilter(text);
    showCount();
}

void ClaimsPanel::showDocument() {
    m_model.setDocument(m_store.document());
    showCount();
    showChosen();
}

void ClaimsPanel::showCount() {
    const int total = m_model.total();
    const int shown = m_model.rowCount();
    setCount(total == 0 ? QString() : shown == total ? QString::number(total) : tr("%1 of %2").arg(shown).arg(total));
    m_empty->setText(total == 0 ? tr("No claims yet. Select words in a source and press N.")
                                : tr("No claim holds all these words."));
    m_stack->setCurrentWidget(shown == 0 ? static_cast<QWidget*>(m_empty) : m_table);
}

/// A claim chosen elsewhere must be seen here: a filter that hides it goes.
void ClaimsPanel::follow() {
    const std::optional<ClaimId> claim = m_selection.claim();
    if (!m_following && claim && !m_model.rowOf(claim->value) && m_model.rowCount() < m_model.total())
        m_filter->clear();
    showChosen();
}

void ClaimsPanel::showChosen() {
    if (m_following)
        return;
    const QScopedValueRollback following(m_following, true);
    QItemSelection rows;
    QModelIndex current;
    for (const ClaimId& claim : m_selection.now().claims)
        if (const auto row = m_model.rowOf(claim.value)) {
            rows.select(m_model.index(*row, 0), m_model.index(*row, m_model.columnCount() - 1));
            if (!current.isValid())
                current = m_model.index(*row, 0);
        }
    QItemSelectionModel* model = m_table->selectionModel();
    if (current.isValid() && current.row() != m_table->currentIndex().row())
        model->setCurrentIndex(current, QItemSelectionModel::NoUpdate);
    model->select(rows, QItemSelectionModel::ClearAndSelect);
    if (current.isValid())
        m_table->scrollTo(current.siblingAtColumn(m_table->columnAt(0)), QAbstractItemView::EnsureVisible);
}

void ClaimsPanel::rowsChosen() {
    if (m_following)
        return;
    const QScopedValueRollback following(m_following, true);
    m_selection.selectClaims(chosen());
}

std::vector<ClaimId> ClaimsPanel::chosen() const {
    std::vector<ClaimId> claims;
    const int current = m_table->currentIndex().row();
    for (const QModelIndex& index : m_table->selectionModel()->selectedRows())
        if (const auto claim = m_model.claimAt(index))
            claims.insert(index.row() == current ? claims.begin() : claims.end(), *claim);
    return claims;
}

} // namespace assay
