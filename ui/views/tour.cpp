// The steps are a table: what is said, and what the panes show meanwhile.
#include "ui/views/tour.h"

#include "ui/views/fonts.h"
#include "ui/views/look.h"
#include "ui/views/notice.h"

#include <QtCore/QTimer>
#include <QtGui/QAccessible>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

#include <algorithm>
#include <array>

namespace assay {

namespace {

struct Step {
    const char* title;
    const char* text;
    FindingKind finding; ///< of which claim is below; none without a claim
    const char* claim;
    const char* scenario; ///< empty: as it is
    const char* chart;    ///< empty: as it is
};

/// The claims and scenarios are rows of the sample project; the figures in the texts are its own.
constexpr std::array<Step, 5> steps{{
    {QT_TR_NOOP("A slip of a digit"),
     QT_TR_NOOP(
         "One article turns $6 million into 860 million won, another into 8.6 billion. At the rate of that day the "
         "first is ten times too low: the finding at the bottom left says so, and its words are marked in the text "
         "beside it. The buttons below the findings accept it, dismiss it with a note, or link its claims."),
     FindingKind::currencySlip, "cl0-16", "", ""},
    {QT_TR_NOOP("Six mentions, one originator"),
     QT_TR_NOOP(
         "Four articles speak of 50,000 H100; one of them quotes it without its hedge. All six mentions lead back to "
         "one interview, so that they agree confirms nothing. The chart shows who took it from whom: a star is where "
         "something was said first."),
     FindingKind::circular, "cl1-09", "", "provenance"},
    {QT_TR_NOOP("What $5.6M leaves out"),
     QT_TR_NOOP(
         "The disclosed $5.576M are the hours of one run times an assumed rent. Owning the machines, experiments and "
         "people are other questions with other answers: each row of the chart is a scenario, the dashed line the "
         "claim. Move a slider in the middle and watch its row."),
     FindingKind::scope, "cl4-18", "around-the-run", "cost-by-scenario"},
    {QT_TR_NOOP("What must be true for 50,000 by way of Singapore"),
     QT_TR_NOOP(
         "Each line of the chart joins the shares that give the same number of GPUs, the one marked \"claimed\" the "
         "50,000. Move the marker, or a slider, and see what one would have to believe. What is billed to "
         "Singapore need not be shipped there: the finding at the bottom left keeps the two apart."),
     FindingKind::scope, "cl0-21", "singapore-january-2025", "singapore-heat-map"},
    {QT_TR_NOOP("Take the chart along"),
     QT_TR_NOOP("A picture carries its sources, claims, model and seed in its footer, and a description for those who "
                "can't see it. Export saves it as a picture for the screen or for print, or its numbers as a table. "
                "Nothing in this copy of the sample can be spoilt."),
     FindingKind::scope, "", "", ""},
}};

QPushButton* button(const QString& objectName, const QString& text, const QString& tip) {
    auto* made = new QPushButton(text);
    made->setObjectName(objectName);
    made->setAccessibleName(text);
    made->setToolTip(tip);
    made->setAutoDefault(false);
    return made;
}

} // namespace

Tour::Tour(DocumentStore& store, Selection& selection, QWidget* parent)
    : QFrame(parent),
      m_store(store),
      m_selection(selection),
      m_count(new QLabel),
      m_title(new QLabel),
      m_text(new QLabel),
      m_back(button(QStringLiteral("tourBack"), tr("&Back"), tr("The step before"))),
      m_next(button(QStringLiteral("tourNext"), tr("&Next"), tr("The next step"))),
      m_leave(button(QStringLiteral("tourLeave"), tr("&Leave the tour"), tr("Leave the tour (Esc)"))) {
    setObjectName(QStringLiteral("tour"));
    setAccessibleName(tr("Tour"));
    setFocusPolicy(Qt::NoFocus);
    m_title->setObjectName(QStringLiteral("tourTitle"));
    m_text->setObjectName(QStringLiteral("tourText"));
    m_count->setObjectName(QStringLiteral("tourCount"));
    for (QLabel* label : {m_count, m_title, m_text})
        label->setTextFormat(Qt::PlainText);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    m_title->setFont(boldFont(font()));
    m_text->setWordWrap(true);
    auto* head = new QHBoxLayout;
    head->setSpacing(largeGap);
    head->addWidget(m_title);
    head->addWidget(m_count);
    head->addStretch(1);
    for (QPushButton* each : {m_leave, m_back, m_next})
        head->addWidget(each);
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(largeGap + smallGap, smallGap, smallGap, smallGap + 2);
    rows->setSpacing(smallGap);
    rows->addLayout(head);
    rows->addWidget(m_text);
    connect(m_back, &QPushButton::clicked, this, [this] { go(m_step - 1); });
    connect(m_next, &QPushButton::clicked, this, &Tour::next);
    connect(m_leave, &QPushButton::clicked, this, &Tour::leave);
    connect(&store, &DocumentStore::changed, this, [this] {
        if (m_step >= 0 && !fits(m_store.document())) // another project was opened
            leave();
    });
    hide();
}

bool Tour::fits(const Document& document) { return document.project.id == "deepseek-sample-2025"; }

void Tour::start() { go(0); }

void Tour::leave() {
    m_step = -1;
    hide();
}

void Tour::next() {
    if (m_step + 1 < static_cast<int>(steps.size())) {
        go(m_step + 1);
        return;
    }
    leave();
    emit exportWanted();
}

/// What a step is about may have been deleted meanwhile: then its words stand alone.
void Tour::go(int step) {
    m_step = std::clamp(step, 0, static_cast<int>(steps.size()) - 1);
    const Step& now = steps.at(static_cast<std::size_t>(m_step));
    const bool isLast = m_step + 1 == static_cast<int>(steps.size());
    m_title->setText(tr(now.title));
    m_text->setText(tr(now.text));
    m_count->setText(tr("Step %1 of %2").arg(m_step + 1).arg(steps.size()));
    m_back->setEnabled(m_step > 0);
    m_next->setText(isLast ? tr("&Export\u2026") : tr("&Next"));
    m_next->setAccessibleName(isLast ? tr("Export the chart")
                                     : tr("Next step: %1 of %2").arg(m_step + 2).arg(steps.size()));
    m_next->setToolTip(isLast ? tr("Ends the tour and opens the export of the chart") : tr("The next step"));
    show();
    const Document& document = m_store.document();
    if (const ScenarioId scenario{now.scenario}; assay::find(document.scenarios, scenario))
        m_selection.selectScenario(scenario);
    if (const ClaimId claim{now.claim}; assay::find(document.claims, claim)) {
        m_selection.selectClaims({claim});
        emit findingWanted(now.finding, claim);
        // when the panes have made room for the words
        QTimer::singleShot(0, &m_selection, &Selection::wantWords);
    }
    if (*now.chart != '\0')
        emit chartWanted(QString::fromUtf8(now.chart));
    m_next->setFocus(Qt::OtherFocusReason);
    QAccessibleEvent said(m_text, QAccessible::Alert);
    QAccessible::updateAccessibility(&said);
}

void Tour::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        leave();
    else
        QFrame::keyPressEvent(event);
}

void Tour::paintEvent(QPaintEvent*) { paintNotice(*this, palette().color(QPalette::Highlight)); }

} // namespace assay
