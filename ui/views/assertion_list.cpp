// Edits go through the store like all others: one undo step each.
#include "ui/views/assertion_list.h"

#include "core/document/edit.h"
#include "core/units/read_quantity.h"
#include "ui/text/error_text.h"
#include "ui/text/utf8_text.h"
#include "ui/views/look.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

namespace assay {

namespace {

QString quantityText(double value, const std::string& unit) {
    const bool isShare = unit == "1";
    return QString::fromStdString(writeQuantity(isShare ? 100 * value : value, isShare ? "%" : unit, 3));
}

QString valueText(const AssertionValue& value) { return quantityText(value.value, value.unit); }
QString errorOf(const AssertionResult& result) { return quantityText(result.standardError, result.value.unit); }

} // namespace

AssertionList::AssertionList(DocumentStore& store, RunService& runs, QWidget* parent)
    : QWidget(parent),
      m_store(store),
      m_runs(runs),
      m_column(new QVBoxLayout(this)),
      m_field(new QLineEdit),
      m_refusal(new QLabel) {
    setObjectName(QStringLiteral("assertions"));
    setAccessibleName(tr("Assertions"));
    m_column->setContentsMargins(largeGap, smallGap, largeGap, smallGap);
    m_column->setSpacing(smallGap);
    m_field->setObjectName(QStringLiteral("assertions.add"));
    m_field->setAccessibleName(tr("Assert something of the results"));
    m_field->setToolTip(tr(
        "Something the results should keep to, checked whenever they change. Enter adds it; an empty line removes."));
    m_refusal->setObjectName(QStringLiteral("assertions.refusal"));
    m_refusal->setTextFormat(Qt::PlainText);
    m_refusal->setWordWrap(true);
    m_refusal->hide();
    m_column->addWidget(m_field);
    m_column->addWidget(m_refusal);
    connect(m_field, &QLineEdit::returnPressed, this, &AssertionList::addFromField);
    connect(m_field, &QLineEdit::textEdited, m_refusal, &QLabel::hide);
    connect(&m_store, &DocumentStore::changed, this, &AssertionList::followDocument);
    connect(&m_runs, &RunService::runsChanged, this, &AssertionList::followRuns);
    connect(&m_runs, &RunService::busyChanged, this, &AssertionList::checkMissed);
}

void AssertionList::setScenario(const std::optional<ScenarioId>& scenario) {
    if (m_scenario != scenario)
        m_refusal->hide();
    m_scenario = scenario;
    rebuild();
}

std::vector<Assertion> AssertionList::shown() const {
    std::vector<Assertion> found;
    for (const Row<Assertion>& assertion : m_store.document().assertions)
        if (assertion->scenario == m_scenario)
            found.push_back(*assertion);
    return found;
}

void AssertionList::followDocument() {
    const std::vector<Assertion> now = shown();
    bool isSame = now.size() == m_lines.size();
    for (std::size_t i = 0; i < now.size() && isSame; ++i)
        isSame = now[i].id == m_lines[i].id && QString::fromStdString(now[i].text) == m_lines[i].text->text();
    if (!isSame)
        rebuild();
}

void AssertionList::rebuild() {
    for (const Line& line : m_lines) {
        line.row->hide();
        line.row->deleteLater();
    }
    m_lines.clear();
    for (const Assertion& assertion : shown())
        addLine(assertion);
    followRuns();
}

void AssertionList::addLine(const Assertion& assertion) {
    const QString id = QString::fromStdString(assertion.id.value);
    Line line{assertion.id, new QWidget, new QLabel, new QLineEdit(QString::fromStdString(assertion.text))};
    auto* remove = new QToolButton;
    line.row->setObjectName(QStringLiteral("assertion.row.") + id);
    line.state->setObjectName(QStringLiteral("assertion.state.") + id);
    line.state->setTextFormat(Qt::PlainText);
    line.text->setObjectName(QStringLiteral("assertion.text.") + id);
    line.text->setAccessibleName(tr("Assertion"));
    line.text->setCursorPosition(0);
    line.text->setToolTip(tipHtml(QString::fromStdString(assertion.note)));
    remove->setObjectName(QStringLiteral("assertion.remove.") + id);
    remove->setText(QStringLiteral("\u00D7"));
    remove->setAccessibleName(tr("Remove the assertion %1").arg(line.text->text()));
    remove->setToolTip(tr("Remove this assertion"));
    remove->setAutoRaise(true);
    auto* across = new QHBoxLayout(line.row);
    across->setContentsMargins(0, 0, 0, 0);
    across->setSpacing(smallGap);
    across->addWidget(line.state);
    across->addWidget(line.text, 1);
    across->addWidget(remove);
    connect(line.text, &QLineEdit::returnPressed, this, [this, id = line.id, field = line.text] { change(id, field); });
    connect(remove, &QToolButton::clicked, this, [this, id = line.id] { this->remove(id); });
    m_column->insertWidget(static_cast<int>(m_lines.size()), line.row);
    m_lines.push_back(line);
}

void AssertionList::followRuns() {
    const RunPtr run = m_scenario ? m_runs.run(*m_scenario) : nullptr;
    for (const Line& line : m_lines)
        if (const Assertion* assertion = assay::find(m_store.document().assertions, line.id))
            showState(line, resultOf(*assertion, run));
    showExample();
    checkMissed();
}

AssertionResult AssertionList::resultOf(const Assertion& assertion, const RunPtr& run) const {
    if (m_checked && m_checked->run == run)
        for (std::size_t i = 0; i < m_checked->assertions.size(); ++i)
            if (m_checked->assertions[i] == assertion)
                return m_checked->results[i];
    return assessAssertion(assertion, run);
}

/// Eight scrambles of the run as it rests: not while others are computed, and not again for the same.
void AssertionList::checkMissed() {
    const RunPtr run = m_scenario ? m_runs.run(*m_scenario) : nullptr;
    if (!run || m_runs.isBusy() || !m_runs.isCurrent(*m_scenario)) {
        m_check.cancel();
        return;
    }
    Checked missed{run, {}, {}};
    for (const Assertion& assertion : shown())
        if (assessAssertion(assertion, run).state == AssertionState::fails)
            missed.assertions.push_back(assertion);
    if (missed.assertions.empty() || (m_checked && m_checked->run == run && m_checked->assertions == missed.assertions))
        return;
    m_checked.reset();
    m_check.request(
        Running::cancel,
        [document = m_store.document(), missed, upstream = m_runs.runs()](const std::stop_token& stop) {
            Checked checked = missed;
            for (const Assertion& assertion : missed.assertions)
                checked.results.push_back(checkAssertion(document, assertion, missed.run, upstream, stop));
            return checked;
        },
        [this](Checked checked) {
            m_checked = std::move(checked);
            followRuns();
        });
}

void AssertionList::showState(const Line& line, const AssertionResult& result) {
    QString text, said;
    switch (result.state) {
    case AssertionState::holds:
        text = QStringLiteral("\u2713 ") + valueText(result.value);
        said = tr("Holds: the run gives %1").arg(valueText(result.value));
        break;
    case AssertionState::withinError:
        text = QStringLiteral("\u2248 ") + valueText(result.value);
        said = tr("Missed by less than the standard error of %1: the run gives %2")
                   .arg(errorOf(result), valueText(result.value));
        break;
    case AssertionState::fails:
        text = QStringLiteral("\u2717 ") + valueText(result.value);
        said =
            result.standardError > 0
                ? tr("Does not hold: the run gives %1, standard error %2").arg(valueText(result.value), errorOf(result))
                : tr("Does not hold: the run gives %1").arg(valueText(result.value));
        break;
    case AssertionState::unreadable:
        text = QStringLiteral("?");
        said = result.error ? errorText(*result.error) : QString();
        break;
    case AssertionState::waiting:
        text = QStringLiteral("\u2026");
        said = tr("Waiting for a run");
        break;
    }
    line.state->setText(text);
    line.state->setToolTip(tipHtml(said));
    line.state->setAccessibleName(said);
}

/// An assertion that could be made of the results as they are.
void AssertionList::showExample() {
    const RunPtr run = m_scenario ? m_runs.run(*m_scenario) : nullptr;
    const QString example = run && !run->outputs.empty()
                                ? QStringLiteral("P(%1 < %2) in 40%..60%")
                                      .arg(QString::fromStdString(run->outputs.front().id.value),
                                           QString::fromStdString(writeNumber(
                                               roundToDigits(run->outputs.front().p50, 2), Grouping::thousands)))
                                : QStringLiteral("P(cost < 10M USD) in 0.3..0.6");
    m_field->setPlaceholderText(tr("Assert, such as %1").arg(example));
}

void AssertionList::addFromField() {
    if (!m_scenario || m_field->text().trimmed().isEmpty())
        return;
    Assertion made;
    made.id = AssertionId{freeAssertionId(m_store.document())};
    made.scenario = *m_scenario;
    made.text = m_field->text().trimmed().toStdString();
    const Result<Document> next = addAssertion(m_store.document(), made);
    if (!next) {
        refuse(next.error());
        return;
    }
    m_field->clear();
    m_refusal->hide();
    static_cast<void>(m_store.apply(tr("Add assertion"), next));
}

void AssertionList::change(const AssertionId& id, QLineEdit* field) {
    const Assertion* old = assay::find(m_store.document().assertions, id);
    if (!old)
        return;
    if (field->text().trimmed().isEmpty()) {
        remove(id);
        return;
    }
    Assertion next = *old;
    next.text = field->text().trimmed().toStdString();
    const Result<Document> changed = setAssertion(m_store.document(), next);
    if (!changed) {
        refuse(changed.error());
        return;
    }
    m_refusal->hide();
    static_cast<void>(m_store.apply(tr("Change assertion"), changed));
    followRuns();
}

void AssertionList::remove(const AssertionId& id) {
    static_cast<void>(m_store.apply(tr("Remove assertion"), removeAssertion(m_store.document(), id)));
}

void AssertionList::refuse(const Error& error) {
    m_refusal->setText(errorText(error));
    m_refusal->show();
}

} // namespace assay
