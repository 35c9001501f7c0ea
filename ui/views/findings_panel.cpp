// FindingsPanel: a list of cards over a row of what one can do with the chosen one.
#include "ui/views/findings_panel.h"

#include "core/document/edit.h"
#include "ui/text/finding_text.h"
#include "ui/text/utf8_text.h"
#include "ui/views/finding_delegate.h"
#include "ui/views/look.h"
#include "ui/views/tool_button.h"

#include <QtCore/QSignalBlocker>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListView>
#include <QtWidgets/QMenu>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QToolButton>

namespace assay {

namespace {

QString groupText(FindingGroup group) {
    switch (group) {
    case FindingGroup::alarms: return FindingsPanel::tr("Alarms");
    case FindingGroup::notes: return FindingsPanel::tr("Notes");
    case FindingGroup::agreements: return FindingsPanel::tr("Agreements");
    case FindingGroup::decided: return FindingsPanel::tr("Decided");
    case FindingGroup::all: return FindingsPanel::tr("All");
    }
    return {};
}

QString emptyText(FindingGroup group) {
    switch (group) {
    case FindingGroup::alarms: return FindingsPanel::tr("No open error and no open conflict among the claims.");
    case FindingGroup::notes: return FindingsPanel::tr("No open note.");
    case FindingGroup::agreements: return FindingsPanel::tr("No claims that could be compared and agree.");
    case FindingGroup::decided: return FindingsPanel::tr("Nothing has been accepted or dismissed yet.");
    case FindingGroup::all:
        return FindingsPanel::tr("Nothing was found. Two claims of one attribute are compared as "
                                 "soon as they are there.");
    }
    return {};
}

} // namespace

FindingsPanel::FindingsPanel(DocumentStore& store, Selection& selection, FindingsService& service, Questions& questions,
                             QWidget* parent)
    : Pane(QStringLiteral("findingsPane"), tr("Findings"), parent),
      m_store(store),
      m_selection(selection),
      m_service(service),
      m_questions(questions),
      m_group(new QComboBox),
      m_filter(new QLineEdit),
      m_list(new QListView),
      m_empty(emptyLabel()),
      m_stack(new QStackedWidget) {
    buildTools();
    buildList();
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_empty);
    addContent(m_stack, 1);
    addContent(buildActions());
    setFocusProxy(m_list);
    connect(&service, &FindingsService::changed, this, &FindingsPanel::showFindings);
    showFindings();
}

void FindingsPanel::buildTools() {
    m_group->setObjectName(QStringLiteral("findings.group"));
    m_group->setAccessibleName(tr("Which findings"));
    for (const FindingGroup each : findingGroups)
        m_group->addItem(groupText(each));
    m_group->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_filter->setObjectName(QStringLiteral("findings.filter"));
    m_filter->setAccessibleName(tr("Filter findings"));
    m_filter->setPlaceholderText(tr("Filter"));
    m_filter->setToolTip(tr("Shows the findings that hold every word typed"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setMinimumWidth(70);
    m_filter->setMaximumWidth(220);
    addTool(m_group);
    addTool(m_filter);
    connect(m_group, &QComboBox::currentIndexChanged, this, &FindingsPanel::showFindings);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString& words) {
        m_model.setFilter(words);
        showEmpty();
    });
}

void FindingsPanel::buildList() {
    m_list->setObjectName(QStringLiteral("findings.list"));
    m_list->setAccessibleName(tr("Findings"));
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new FindingDelegate(m_model, m_list));
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setWordWrap(true); // else a width of its own, as when a scroll bar comes, lays nothing out again (Qt 6.4)
    m_list->viewport()->setAttribute(Qt::WA_Hover);
    m_list->installEventFilter(this);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &FindingsPanel::choose);
    connect(m_list, &QListView::clicked, &m_selection, &Selection::wantWords);
}

QWidget* FindingsPanel::buildActions() {
    auto* bar = new QWidget;
    bar->setObjectName(QStringLiteral("findings.actions"));
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(largeGap, smallGap, smallGap, smallGap);
    row->setSpacing(smallGap);
    m_previous = toolButton(bar, QStringLiteral("findings.previous"), QStringLiteral("\u2039"),
                            tr("The words of the previous claim (Left)"));
    m_next = toolButton(bar, QStringLiteral("findings.next"), QStringLiteral("\u203A"),
                        tr("The words of the next claim (Right)"));
    m_turn = new QLabel;
    m_turn->setTextFormat(Qt::PlainText);
    m_accept = toolButton(bar, QStringLiteral("findings.accept"), tr("Accept"), tr("It is so (A)"));
    m_dismiss = toolButton(bar, QStringLiteral("findings.dismiss"), tr("Dismiss\u2026"),
                           tr("It is of no account, with a note that says why (D)"));
    m_link = toolButton(bar, QStringLiteral("findings.link"), tr("Link"), tr("Make links between its claims"));
    m_link->setPopupMode(QToolButton::InstantPopup);
    m_links = new QMenu(m_link);
    for (const LinkType type : linkTypes) {
        QAction* action = m_links->addAction(linkTypeName(type), this, [this, type] { link(type); });
        action->setData(static_cast<int>(type));
    }
    m_link->setMenu(m_links);
    m_merge = toolButton(bar, QStringLiteral("findings.merge"), tr("Merge names"),
                         tr("Make one speaker of the two; every spelling is kept"));
    m_reopen = toolButton(bar, QStringLiteral("findings.reopen"), tr("Reopen"), tr("Take the decision back"));
    for (QWidget* each : std::initializer_list<QWidget*>{m_previous, m_turn, m_next})
        row->addWidget(each);
    row->addStretch(1);
    for (QToolButton* each : {m_accept, m_dismiss, m_link, m_merge, m_reopen})
        row->addWidget(each);
    connect(m_previous, &QToolButton::clicked, this, [this] { turn(-1); });
    connect(m_next, &QToolButton::clicked, this, [this] { turn(1); });
    connect(m_accept, &QToolButton::clicked, this, &FindingsPanel::accept);
    connect(m_dismiss, &QToolButton::clicked, this, &FindingsPanel::dismiss);
    connect(m_merge, &QToolButton::clicked, this, &FindingsPanel::mergeNames);
    connect(m_reopen, &QToolButton::clicked, this, &FindingsPanel::reopen);
    return bar;
}

FindingGroup FindingsPanel::group() const {
    return findingGroups.at(static_cast<std::size_t>(m_group->currentIndex()));
}

const Finding* FindingsPanel::chosen() const { return m_model.findingAt(m_list->currentIndex()); }

/// The chosen finding stays chosen; when it left the group the one in its place is chosen, for the next decision.
void FindingsPanel::showFindings() {
    const Finding* old = chosen();
    const std::string key = old ? old->id.value : std::string();
    const int place = m_list->currentIndex().row();
    m_model.setFindings(m_service.findings(), group());
    showGroups();
    showEmpty();
    std::optional<int> row = m_model.rowOf(key);
    if (!row && place >= 0 && m_model.rowCount() > 0)
        row = std::min(place, m_model.rowCount() - 1);
    if (row && m_list->currentIndex().row() != *row)
        m_list->setCurrentIndex(m_model.index(*row, 0));
    showActions();
    showWanted();
}

void FindingsPanel::showGroups() {
    const QSignalBlocker quiet(m_group);
    for (std::size_t i = 0; i < findingGroups.size(); ++i)
        m_group->setItemText(static_cast<int>(i), QStringLiteral("%1 %2")
                                                      .arg(groupText(findingGroups[i]))
                                                      .arg(countIn(findingGroups[i], m_service.findings())));
    const int alarms = countIn(FindingGroup::alarms, m_service.findings());
    setCount(alarms == 0 ? QString() : QString::number(alarms));
}

void FindingsPanel::showEmpty() {
    const bool none = m_model.rowCount() == 0;
    m_empty->setText(m_service.isBusy()    ? tr("Checking\u2026")
                     : m_model.total() > 0 ? tr("No finding holds all these words.")
                                           : emptyText(group()));
    m_stack->setCurrentWidget(none ? static_cast<QWidget*>(m_empty) : m_list);
}

void FindingsPanel::showActions() {
    const Finding* finding = chosen();
    const std::size_t count = finding ? finding->claims.size() : 0;
    m_shown = count == 0 ? 0 : std::min(m_shown, count - 1);
    for (QWidget* each : std::initializer_list<QWidget*>{m_previous, m_next, m_turn})
        each->setVisible(count > 1);
    m_turn->setText(count > 1 ? tr("%1 of %2").arg(m_shown + 1).arg(count) : QString());
    const bool isOpen = finding && finding->status == FindingStatus::open;
    m_accept->setVisible(!finding || isOpen);
    m_dismiss->setVisible(!finding || isOpen);
    m_reopen->setVisible(finding && !isOpen);
    m_accept->setEnabled(isOpen);
    m_dismiss->setEnabled(isOpen);
    const bool areNames = finding && finding->speakers.size() == 2;
    m_merge->setVisible(areNames);
    m_link->setVisible(!areNames);
    m_link->setEnabled(count > 1);
    const auto suggested = finding ? suggestedLink(*finding) : std::nullopt;
    m_links->setDefaultAction(nullptr);
    for (QAction* action : m_links->actions())
        if (suggested && action->data().toInt() == static_cast<int>(*suggested))
            m_links->setDefaultAction(action);
}

void FindingsPanel::choose() {
    m_shown = 0;
    showActions();
    if (const Finding* finding = chosen(); finding && !finding->claims.empty())
        m_selection.selectClaims(finding->claims);
}

void FindingsPanel::showFinding(FindingKind kind, const ClaimId& claim) {
    m_wanted = {kind, claim};
    showWanted();
}

/// Among all findings: it may be a note, or decided already.
void FindingsPanel::showWanted() {
    if (!m_wanted || m_service.isBusy())
        return;
    const auto [kind, claim] = *std::exchange(m_wanted, std::nullopt);
    m_filter->clear();
    for (const FindingGroup group : {FindingGroup::alarms, FindingGroup::notes, FindingGroup::all}) {
        m_group->setCurrentIndex(static_cast<int>(group));
        for (int row = 0; row < m_model.rowCount(); ++row) {
            const Finding& finding = *m_model.findingAt(m_model.index(row, 0));
            if (finding.kind != kind
                || std::find(finding.claims.begin(), finding.claims.end(), claim) == finding.claims.end())
                continue;
            m_list->setCurrentIndex(m_model.index(row, 0));
            m_list->scrollTo(m_list->currentIndex());
            m_selection.wantWords();
            return;
        }
    }
}

void FindingsPanel::turn(int step) {
    const Finding* finding = chosen();
    if (!finding || finding->claims.size() < 2)
        return;
    const std::size_t count = finding->claims.size();
    m_shown = (m_shown + (step < 0 ? count - 1 : 1)) % count;
    std::vector<ClaimId> claims = finding->claims;
    std::rotate(claims.begin(), claims.begin() + static_cast<std::ptrdiff_t>(m_shown), claims.end());
    m_selection.selectClaims(std::move(claims));
    m_selection.wantWords();
    showActions();
}

void FindingsPanel::apply(const QString& name, const Result<Document>& next) {
    static_cast<void>(m_store.apply(name, next)); // the store says what failed
}

void FindingsPanel::accept() {
    if (const Finding* finding = chosen(); finding && finding->status == FindingStatus::open)
        apply(tr("Accept a finding"), decide(m_store.document(), *finding, FindingStatus::accepted, finding->note));
}

void FindingsPanel::dismiss() {
    const Finding* finding = chosen();
    if (!finding || finding->status != FindingStatus::open)
        return;
    const Finding kept = *finding; // the question runs the event loop, and the list may change below it
    if (const auto note = m_questions.line(tr("Dismiss this finding"), tr("Why it is of no account:"), text(kept.note)))
        apply(tr("Dismiss a finding"),
              decide(m_store.document(), kept, FindingStatus::dismissed, note->trimmed().toStdString()));
}

void FindingsPanel::reopen() {
    if (const Finding* finding = chosen(); finding && finding->status != FindingStatus::open)
        apply(tr("Reopen a finding"), decide(m_store.document(), *finding, FindingStatus::open));
}

void FindingsPanel::mergeNames() {
    if (const Finding* finding = chosen(); finding && finding->speakers.size() == 2)
        apply(tr("Merge names"), mergeSpeakers(m_store.document(), finding->speakers[0], finding->speakers[1]));
}

void FindingsPanel::link(LinkType type) {
    if (const Finding* finding = chosen())
        apply(tr("Link claims: %1").arg(linkTypeName(type)), linkFinding(m_store.document(), *finding, type));
}

bool FindingsPanel::eventFilter(QObject* watched, QEvent* event) {
    if (watched != m_list || event->type() != QEvent::KeyPress)
        return Pane::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    if (key->modifiers() & ~Qt::KeypadModifier)
        return Pane::eventFilter(watched, event);
    switch (key->key()) {
    case Qt::Key_Left: turn(-1); return true;
    case Qt::Key_Right: turn(1); return true;
    case Qt::Key_A: accept(); return true;
    case Qt::Key_D: dismiss(); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: m_selection.wantWords(); return true;
    default: return Pane::eventFilter(watched, event);
    }
}

} // namespace assay
