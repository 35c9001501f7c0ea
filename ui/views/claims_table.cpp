// ClaimsTable: header, keys and what is read off the view.
#include "ui/views/claims_table.h"

#include "ui/text/utf8_text.h"
#include "ui/views/claim_delegate.h"
#include "ui/views/look.h"

#include <QtGui/QAction>
#include <QtGui/QKeyEvent>
#include <QtGui/QMouseEvent>
#include <QtWidgets/QApplication>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QMenu>

#include <algorithm>
#include <set>

namespace assay {

namespace {

constexpr int leastWidth = 24; // px: narrower columns can't be grabbed any more

} // namespace

ClaimsTable::ClaimsTable(ClaimsModel& model, QWidget* parent) : QTableView(parent), m_model(model) {
    setObjectName(QStringLiteral("claimsTable"));
    setAccessibleName(tr("Claims"));
    setModel(&model);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers); // Enter and double click: beginEdit
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setItemDelegate(new ClaimDelegate(model, *this));
    viewport()->setAttribute(Qt::WA_Hover);
    setDragEnabled(true);
    setDragDropMode(QAbstractItemView::DragOnly);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 10);
    buildHeader();
    connect(this, &QTableView::activated, this, &ClaimsTable::beginEdit);
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this, [this] { viewport()->update(); });
}

void ClaimsTable::buildHeader() {
    QHeaderView* header = horizontalHeader();
    header->setObjectName(QStringLiteral("claimsHeader"));
    header->setHighlightSections(false);
    header->setSectionsMovable(true);
    header->setSectionsClickable(true);
    header->setSortIndicatorShown(true);
    header->setSortIndicator(-1, Qt::AscendingOrder);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setMinimumSectionSize(leastWidth);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QHeaderView::sectionClicked, this,
            [this](int section) { sortBy(static_cast<ClaimColumn>(section), QApplication::keyboardModifiers()); });
    connect(header, &QWidget::customContextMenuRequested, this, [this](const QPoint& at) {
        QMenu menu;
        fillColumnMenu(menu);
        menu.exec(horizontalHeader()->mapToGlobal(at));
    });
    resetColumns();
}

void ClaimsTable::resetColumns() {
    QHeaderView* header = horizontalHeader();
    for (int column = 0; column < claimColumnCount; ++column) {
        const ClaimColumnKind& kind = claimColumn(static_cast<ClaimColumn>(column));
        header->moveSection(header->visualIndex(column), column);
        setColumnWidth(column, kind.characters * fontMetrics().averageCharWidth() + 2 * smallGap);
        setColumnHidden(column, kind.hidden);
    }
}

std::vector<ClaimColumn> ClaimsTable::shownColumns() const {
    std::vector<ClaimColumn> columns;
    for (int visual = 0; visual < claimColumnCount; ++visual)
        if (const int column = horizontalHeader()->logicalIndex(visual); !isColumnHidden(column))
            columns.push_back(static_cast<ClaimColumn>(column));
    return columns;
}

TableView ClaimsTable::layoutNow() const {
    TableView view;
    for (const ClaimColumn column : shownColumns())
        view.columns.push_back(
            ViewColumn{std::string(claimColumn(column).name), columnWidth(static_cast<int>(column))});
    for (const ClaimSort& key : m_model.sorting())
        view.sort.push_back(ViewSort{std::string(claimColumn(key.column).name), key.direction});
    return view;
}

void ClaimsTable::setLayout(const TableView& view) {
    resetColumns();
    QHeaderView* header = horizontalHeader();
    std::set<ClaimColumn> shown;
    for (const ViewColumn& each : view.columns) {
        const std::optional<ClaimColumn> column = claimColumnNamed(each.column);
        if (!column || !shown.insert(*column).second)
            continue; // a later program's, or given twice
        const int section = static_cast<int>(*column);
        header->moveSection(header->visualIndex(section), static_cast<int>(shown.size()) - 1);
        setColumnHidden(section, false);
        if (each.width > 0)
            setColumnWidth(section, std::max(each.width, leastWidth));
    }
    if (!shown.empty())
        for (int column = 0; column < claimColumnCount; ++column)
            setColumnHidden(column, !shown.contains(static_cast<ClaimColumn>(column)));
    std::vector<ClaimSort> sort;
    for (const ViewSort& key : view.sort)
        if (const std::optional<ClaimColumn> column = claimColumnNamed(key.column))
            sort.push_back(ClaimSort{*column, key.direction});
    applySort(sort);
}

void ClaimsTable::applySort(const std::vector<ClaimSort>& sort) {
    m_model.setSort(sort);
    const bool rises = sort.empty() || sort.front().direction == SortDirection::ascending;
    horizontalHeader()->setSortIndicator(sort.empty() ? -1 : static_cast<int>(sort.front().column),
                                         rises ? Qt::AscendingOrder : Qt::DescendingOrder);
}

void ClaimsTable::sortBy(ClaimColumn column, Qt::KeyboardModifiers modifiers) {
    std::vector<ClaimSort> sort = m_model.sorting();
    const auto found =
        std::find_if(sort.begin(), sort.end(), [&](const ClaimSort& key) { return key.column == column; });
    std::optional<SortDirection> next = SortDirection::ascending;
    if (found != sort.end())
        next = found->direction == SortDirection::ascending ? std::optional(SortDirection::descending) : std::nullopt;
    if (!(modifiers & Qt::ShiftModifier))
        sort = next ? std::vector{ClaimSort{column, *next}} : std::vector<ClaimSort>{};
    else if (found == sort.end())
        sort.push_back(ClaimSort{column, *next});
    else if (next)
        found->direction = *next;
    else
        sort.erase(found);
    applySort(sort);
}

void ClaimsTable::showColumn(ClaimColumn column, Qt::CheckState shown) {
    if (shown == Qt::Unchecked && shownColumns().size() == 1)
        return;
    setColumnHidden(static_cast<int>(column), shown == Qt::Unchecked);
}

ClaimColumn ClaimsTable::currentColumn() const {
    return currentIndex().isValid() ? static_cast<ClaimColumn>(currentIndex().column()) : ClaimColumn::subject;
}

void ClaimsTable::moveCurrentColumn(int step) {
    QHeaderView* header = horizontalHeader();
    const int from = header->visualIndex(static_cast<int>(currentColumn()));
    int to = from + step;
    while (to >= 0 && to < claimColumnCount && isColumnHidden(header->logicalIndex(to)))
        to += step;
    if (to >= 0 && to < claimColumnCount)
        header->moveSection(from, to);
}

void ClaimsTable::fillColumnMenu(QMenu& menu) {
    for (int column = 0; column < claimColumnCount; ++column) {
        const auto which = static_cast<ClaimColumn>(column);
        QAction* action =
            menu.addAction(which == ClaimColumn::conflict ? tr("\u2260 Conflicts") : claimColumn(which).title);
        action->setObjectName(QStringLiteral("column:") + text(claimColumn(which).name));
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(column));
        connect(action, &QAction::toggled, this,
                [this, which](auto on) { showColumn(which, on ? Qt::Checked : Qt::Unchecked); });
    }
}

std::vector<ClaimId> ClaimsTable::chosenClaims() const {
    QModelIndexList rows = selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    std::vector<ClaimId> claims;
    std::set<std::string> known;
    for (const QModelIndex& index : rows)
        if (const auto claim = m_model.claimAt(index); claim && known.insert(claim->value).second)
            claims.push_back(*claim);
    return claims;
}

TextTable ClaimsTable::chosenCells() const {
    TextTable table;
    const std::vector<ClaimColumn> columns = shownColumns();
    for (const ClaimColumn column : columns)
        table.header.push_back(claimColumn(column).title.toStdString());
    QModelIndexList rows = selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    for (const QModelIndex& index : rows) {
        std::vector<std::string>& cells = table.rows.emplace_back();
        for (const ClaimColumn column : columns)
            cells.push_back(index.siblingAtColumn(static_cast<int>(column)).data().toString().toStdString());
    }
    return table;
}

void ClaimsTable::beginEdit(const QModelIndex& index) {
    if (m_model.flags(index) & Qt::ItemIsEditable)
        edit(index);
    else if (m_model.claimOf(index))
        emit formWanted();
    else
        turnGroup(Qt::Key_Return);
}

/// Left closes the group of the current row, Right opens it, Enter and Space do what is left to do.
bool ClaimsTable::turnGroup(int key) {
    const QModelIndex index = currentIndex();
    const QVariant open = index.data(ClaimsModel::openRole);
    if (!open.isValid())
        return false;
    if (key == Qt::Key_Left || key == Qt::Key_Right)
        m_model.setOpen(index.row(), key == Qt::Key_Right ? Qt::Checked : Qt::Unchecked);
    else
        m_model.setOpen(index.row(), open.toBool() ? Qt::Unchecked : Qt::Checked);
    return true;
}

void ClaimsTable::keyPressEvent(QKeyEvent* event) {
    const int key = event->key();
    const bool turns = key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Space;
    if (turns && state() != QAbstractItemView::EditingState && turnGroup(key))
        return event->accept();
    QTableView::keyPressEvent(event);
}

void ClaimsTable::mousePressEvent(QMouseEvent* event) {
    QTableView::mousePressEvent(event);
    const QModelIndex index = indexAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && index.isValid() && !m_model.claimOf(index)) {
        selectionModel()->setCurrentIndex(index, QItemSelectionModel::NoUpdate);
        turnGroup(Qt::Key_Return);
    }
}

} // namespace assay
