// WhyDialog: lines made from a WhyNumber.
#include "ui/views/why_dialog.h"

#include "ui/views/elided_label.h"
#include "ui/views/fonts.h"

#include <QtGui/QFontDatabase>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QVBoxLayout>

namespace assay {

WhyDialog::WhyDialog(DocumentStore& store, Selection& selection, RunService& runs, ScenarioId scenario,
                     VariableId output, QWidget* parent)
    : QDialog(parent),
      m_store(store),
      m_selection(selection),
      m_runs(runs),
      m_scenario(std::move(scenario)),
      m_output(std::move(output)),
      m_title(new QLabel(this)),
      m_scroll(new QScrollArea(this)) {
    setObjectName(QStringLiteral("whyDialog"));
    setWindowTitle(tr("Why this number?"));
    m_title->setObjectName(QStringLiteral("why.title"));
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    m_title->setFont(boldFont(font()));
    m_scroll->setObjectName(QStringLiteral("why.scroll"));
    m_scroll->setAccessibleName(tr("Formulas and inputs"));
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton* mustBe = buttons->addButton(tr("What &must be true\u2026"), QDialogButtonBox::ActionRole);
    mustBe->setObjectName(QStringLiteral("why.mustBe"));
    connect(mustBe, &QPushButton::clicked, this, [this] { emit mustBeWanted(m_output); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(12);
    column->addWidget(m_title);
    column->addWidget(m_scroll, 1);
    column->addWidget(buttons);
    connect(&m_store, &DocumentStore::changed, this, &WhyDialog::showNow);
    connect(&m_runs, &RunService::runsChanged, this, [this] {
        showNow();
        explain();
    });
    resize(720, 620);
    showNow();
    explain();
}

void WhyDialog::showNow() {
    const Scenario* scenario = assay::find(m_store.document().scenarios, m_scenario);
    if (!scenario) {
        reject();
        return;
    }
    const WhyNumber why = whyNumber(m_store.document(), *scenario, m_output, m_runs.run(m_scenario),
                                    m_explained ? &*m_explained : nullptr);
    const QString heading = why.value.isEmpty() ? why.title : why.title + QStringLiteral(": ") + why.value;
    m_title->setText(heading + QLatin1Char('\n') + QString::fromStdString(scenario->title));
    const int scrolled = m_scroll->verticalScrollBar()->value();
    m_scroll->setWidget(page(why));
    m_scroll->verticalScrollBar()->setValue(scrolled);
}

/// The steps' medians and what a tenth of each input does, off the GUI thread.
void WhyDialog::explain() {
    m_job.request(
        Running::cancel,
        [document = m_store.document(), runs = m_runs.runs(), scenario = m_scenario,
         output = m_output](const std::stop_token& stop) -> Result<Explained> {
            const Scenario* found = assay::find(document.scenarios, scenario);
            const Model* model = found ? assay::find(document.models, found->model) : nullptr;
            if (!model)
                return Error(ErrorCode::idUnknown, scenario.value, {"scenario", scenario.value});
            RunOptions options;
            options.seed = document.project.seed;
            options.samples = found->samples;
            return assay::explain(*model, *found, output, options, runs, stop);
        },
        [this](Result<Explained> explained) {
            m_explained = explained ? std::optional(std::move(*explained)) : std::nullopt;
            showNow();
        });
}

QWidget* WhyDialog::page(const WhyNumber& why) {
    auto* made = new QWidget;
    auto* column = new QVBoxLayout(made);
    column->setContentsMargins(0, 0, 12, 0);
    column->setSpacing(12);
    QLabel* how = label(tr("How it is computed"), made);
    how->setFont(boldFont(font()));
    column->addWidget(how);
    for (const WhyFormula& formula : why.formulas)
        column->addWidget(formulaLine(formula));
    QLabel* what = label(tr("What it stands on, the most influential first"), made);
    what->setFont(boldFont(font()));
    column->addWidget(what);
    for (const WhyInput& input : why.inputs)
        column->addWidget(inputLine(input));
    column->addStretch();
    return made;
}

QLabel* WhyDialog::label(const QString& text, QWidget* parent) const {
    auto* made = new QLabel(text, parent);
    made->setTextFormat(Qt::PlainText);
    made->setWordWrap(true);
    made->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return made;
}

QWidget* WhyDialog::formulaLine(const WhyFormula& formula) {
    auto* made = new QWidget;
    auto* grid = new QGridLayout(made);
    grid->setContentsMargins(12, 0, 0, 0);
    grid->setVerticalSpacing(3);
    grid->setHorizontalSpacing(12);
    QLabel* text = label(formula.formula, made);
    text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    QLabel* value = label(formula.value, made);
    value->setAlignment(Qt::AlignRight | Qt::AlignTop);
    QLabel* filled = label(formula.filled.isEmpty() ? QString() : QStringLiteral("= ") + formula.filled, made);
    filled->setFont(smallFont(font()));
    QLabel* source = label(formula.source, made);
    source->setFont(smallFont(font()));
    source->setForegroundRole(QPalette::PlaceholderText);
    grid->addWidget(label(formula.title, made), 0, 0);
    grid->addWidget(value, 0, 1);
    grid->addWidget(text, 1, 0, 1, 2);
    grid->addWidget(filled, 2, 0, 1, 2);
    grid->addWidget(source, 3, 0, 1, 2);
    filled->setVisible(!formula.filled.isEmpty());
    grid->setColumnStretch(0, 1);
    return made;
}

QWidget* WhyDialog::inputLine(const WhyInput& input) {
    auto* made = new QWidget;
    auto* grid = new QGridLayout(made);
    grid->setContentsMargins(12, 0, 0, 0);
    grid->setVerticalSpacing(3);
    grid->setHorizontalSpacing(12);
    QLabel* value = label(input.value, made);
    value->setAlignment(Qt::AlignRight | Qt::AlignTop);
    const bool link = !input.basis.claims.empty() || input.basis.scenario;
    auto* basis = new ElidedLabel(link ? ElidedLabel::Kind::link : ElidedLabel::Kind::text, made);
    basis->setObjectName(QStringLiteral("why.basis.") + QString::fromStdString(input.id.value));
    basis->setText(input.basis.text);
    basis->setDetail(input.basis.detail);
    basis->setFont(smallFont(font()));
    connect(basis, &QAbstractButton::clicked, this, [this, input] { follow(input); });
    grid->addWidget(label(input.title, made), 0, 0);
    grid->addWidget(value, 0, 1);
    grid->addWidget(basis, 1, 0, 1, 2);
    basis->setVisible(input.claims.empty());
    addClaims(input, made, grid);
    addEffects(input, made, grid);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    return made;
}

/// Each claim leads to its own words.
void WhyDialog::addClaims(const WhyInput& input, QWidget* made, QGridLayout* grid) {
    for (const WhyClaim& claim : input.claims) {
        auto* link = new ElidedLabel(ElidedLabel::Kind::link, made);
        link->setObjectName(QStringLiteral("why.claim.%1.%2")
                                .arg(QString::fromStdString(input.id.value), QString::fromStdString(claim.id.value)));
        link->setText(claim.words.isEmpty() ? claim.line
                                            : claim.line + QStringLiteral(" \u2013 \u201c%1\u201d").arg(claim.words));
        link->setFont(smallFont(font()));
        connect(link, &QAbstractButton::clicked, this, [this, id = claim.id] { m_selection.selectClaims({id}); });
        grid->addWidget(link, grid->rowCount(), 0, 1, 2);
    }
}

void WhyDialog::addEffects(const WhyInput& input, QWidget* made, QGridLayout* grid) {
    QStringList effects;
    if (!input.effect.isEmpty())
        effects << tr("P5 to P95 moves the mean from %1").arg(input.effect);
    if (!input.tenth.isEmpty())
        effects << tr("\u221210 % to +10 % moves the median from %1").arg(input.tenth);
    QLabel* effect = label(effects.join(QLatin1Char('\n')), made);
    effect->setObjectName(QStringLiteral("why.effect.") + QString::fromStdString(input.id.value));
    effect->setFont(smallFont(font()));
    effect->setForegroundRole(QPalette::PlaceholderText);
    effect->setVisible(!effects.isEmpty());
    grid->addWidget(effect, grid->rowCount(), 0, 1, 2);
}

void WhyDialog::follow(const WhyInput& input) {
    if (!input.basis.claims.empty()) {
        m_selection.selectClaims(input.basis.claims);
    } else if (input.basis.scenario) {
        m_selection.selectScenario(input.basis.scenario);
    }
}

} // namespace assay
