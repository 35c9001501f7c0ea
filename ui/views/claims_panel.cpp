// ClaimsPanel: a filter over a table, tied to the linked selection both ways.
#include "ui/views/claims_panel.h"

#include "ui/text/error_text.h"
#include "ui/views/claim_facets.h"
#include "ui/views/claims_table.h"
#include "ui/views/claims_view_menu.h"
#include "ui/views/look.h"
#include "ui/views/tool_button.h"

#include <QtCore/QLocale>
#include <QtCore/QScopedValueRollback>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QToolButton>

#include <algorithm>

namespace assay {

ClaimsPanel::ClaimsPanel(DocumentStore& store, Selection& selection, FindingsService& findings, Questions& questions,
                         QWidget* parent)
    : Pane(QStringLiteral("claimsPane"), tr("Claims"), parent),
      m_store(store),
      m_selection(selection),
      m_filter(new QLineEdit),
      m_table(new ClaimsTable(m_model)),
      m_facets(new ClaimFacets(m_model)),
      m_views(new ClaimsViewMenu(store, m_model, *m_table, questions, this)),
      m_empty(emptyLabel()),
      m_clear(new QPushButton(tr("Clear the filter"))),
      m_stack(new QStackedWidget) {
    buildFilter();
    addContent(m_facets);
    buildTable();
    m_stack->addWidget(m_table);
    buildEmpty();
    addContent(m_stack, 1);
    setFocusProxy(m_table);
    connect(&selection, &Selection::changed, this, &ClaimsPanel::follow);
    connect(&store, &DocumentStore::changed, this, [this](const Document& before, const Document& after) {
        if (before.claims != after.claims || before.sources != after.sources || before.attributes != after.attributes
            || before.speakers != after.speakers || before.links != after.links || before.scenarios != after.scenarios)
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
    m_filter->setPlaceholderText(tr("Filter: words, unit:USD, value>5M \u2026"));
    m_filter->setToolTip(
        tr("<p>Shows the claims that hold every word and term typed (Ctrl+L).</p>"
           "<p><b>subject:DeepSeek</b> has it in its subject &nbsp; <b>attribute=\"training cost\"</b> is exactly it"
           "<br><b>-grade:F</b> leaves out &nbsp; <b>conflict:yes</b> &nbsp; <b>verified:no</b>"
           "<br><b>value&gt;5M</b> in the claim's own unit &nbsp; <b>value&gt;$5M</b> across currencies"
           "<br><b>value:2k..3k</b> may lie in it &nbsp; <b>asof&gt;2024</b> &nbsp; <b>sources&gt;=2</b></p>"
           "<p>Also: id, statement, text, unit, bound, scope, originator, chain, source, link, scenario, assessment, "
           "note, originators, links.</p>"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setMinimumWidth(100);
    m_filter->installEventFilter(this);
    QToolButton* views = toolButton(this, QStringLiteral("claims.views"), tr("View"),
                                    tr("Saved views, groups, sorting and columns of this table"));
    views->setMenu(m_views);
    views->setPopupMode(QToolButton::InstantPopup);
    auto* row = new QWidget;
    auto* tools = new QHBoxLayout(row);
    tools->setContentsMargins(smallGap, 0, smallGap, smallGap);
    tools->setSpacing(smallGap);
    tools->addWidget(m_filter, 1);
    tools->addWidget(m_facets->button());
    tools->addWidget(views);
    addContent(row);
    connect(m_filter, &QLineEdit::textChanged, this, &ClaimsPanel::filterBy);
    connect(m_facets, &ClaimFacets::expressionWanted, m_filter, &QLineEdit::setText);
    connect(m_views, &ClaimsViewMenu::filterWanted, m_filter, &QLineEdit::setText);
}

void ClaimsPanel::buildTable() {
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ClaimsPanel::rowsChosen);
    connect(m_table, &QTableView::clicked, &m_selection, &Selection::wantWords);
    connect(m_table, &ClaimsTable::formWanted, this, &ClaimsPanel::editWanted);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &ClaimsPanel::showChosen);
    connect(&m_model, &ClaimsModel::edited, this,
            [this](const ClaimId& claim, ClaimField field, const QString& text) { type({claim}, field, text); });
}

/// What to do when nothing is shown: one button that brings the claims back.
void ClaimsPanel::buildEmpty() {
    auto* page = new QWidget;
    auto* layout = new QVBoxLayout(page);
    m_clear->setObjectName(QStringLiteral("claims.clearFilter"));
    layout->addStretch(1);
    layout->addWidget(m_empty);
    layout->addWidget(m_clear, 0, Qt::AlignHCenter);
    layout->addStretch(1);
    m_stack->addWidget(page);
    connect(m_clear, &QPushButton::clicked, this, [this] {
        m_filter->clear();
        m_table->setFocus(Qt::OtherFocusReason);
    });
}

void ClaimsPanel::focusFilter() {
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

QByteArray ClaimsPanel::headerState() const { return m_table->horizontalHeader()->saveState(); }

void ClaimsPanel::restoreHeader(const QByteArray& state) {
    m_table->horizontalHeader()->restoreState(state);
    m_table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder); // the order itself is not remembered
}

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
    m_facets->showExpression(text);
    m_views->setFilter(text);
    showCount();
}

void ClaimsPanel::showDocument() {
    m_model.setDocument(m_store.document());
    showCount();
    showChosen();
}

void ClaimsPanel::showCount() {
    const int total = m_model.total();
    const int shown = m_model.matching();
    const QLocale locale;
    setCount(total == 0       ? QString()
             : shown == total ? locale.toString(total)
                              : tr("%1 of %2").arg(locale.toString(shown), locale.toString(total)));
    QString reason = total == 0 ? tr("No claims yet. Select words in a source and press N.") : tr("No claim matches.");
    for (const FilterTerm& term : m_model.terms())
        if (total > 0 && term.fault)
            reason = errorText(*term.fault);
    m_empty->setText(reason);
    m_clear->setVisible(total > 0);
    m_filter->setAccessibleDescription(shown == 0 && total > 0 ? reason : QString());
    m_stack->setCurrentIndex(shown == 0 ? 1 : 0);
}

/// A claim chosen elsewhere must be seen here: a filter that hides it goes.
void ClaimsPanel::follow() {
    const std::optional<ClaimId> claim = m_selection.claim();
    if (!m_following && claim && !m_model.rowOf(claim->value) && m_model.matching() < m_model.total())
        m_filter->clear();
    showChosen();
}

void ClaimsPanel::showChosen() {
    if (m_following)
        return;
    const QScopedValueRollback following(m_following, true);
    const std::vector<ClaimId>& claims = m_selection.now().claims;
    QItemSelection rows;
    for (const auto& [first, last] : m_model.rowsOf(claims))
        rows.select(m_model.index(first, 0), m_model.index(last, m_model.columnCount() - 1));
    const std::optional<int> row = claims.empty() ? std::nullopt : m_model.rowOf(claims.front().value);
    QItemSelectionModel* model = m_table->selectionModel();
    if (row && *row != m_table->currentIndex().row())
        model->setCurrentIndex(m_model.index(*row, static_cast<int>(m_table->currentColumn())),
                               QItemSelectionModel::NoUpdate);
    model->select(rows, QItemSelectionModel::ClearAndSelect);
    if (row)
        m_table->scrollTo(m_model.index(*row, std::max(0, m_table->columnAt(0))), QAbstractItemView::EnsureVisible);
}

void ClaimsPanel::rowsChosen() {
    if (m_following)
        return;
    const QScopedValueRollback following(m_following, true);
    m_selection.selectClaims(chosen());
}

/// The current one first, then from top to bottom.
std::vector<ClaimId> ClaimsPanel::chosen() const {
    std::vector<ClaimId> claims = m_table->chosenClaims();
    const std::optional<ClaimId> current = m_model.claimAt(m_table->currentIndex());
    const auto found = current ? std::find(claims.begin(), claims.end(), *current) : claims.end();
    if (found != claims.end())
        std::rotate(claims.begin(), found, found + 1);
    return claims;
}

} // namespace assay
