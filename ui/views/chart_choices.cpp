// ChartChoices: boxes that come and go.
#include "ui/views/chart_choices.h"

#include "core/chart/builders.h"
#include "ui/text/utf8_text.h"

#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

namespace assay {

namespace {

/// Id and title of each entry.
using Entries = std::vector<std::pair<std::string, std::string>>;

void fill(QComboBox* box, const Entries& entries, const std::string& chosen) {
    const QSignalBlocker quiet(box);
    Entries shown;
    for (int i = 0; i < box->count(); ++i)
        shown.emplace_back(box->itemData(i).toString().toStdString(), box->itemText(i).toStdString());
    if (shown != entries) { // an open list stays open while a slider moves
        box->clear();
        for (const auto& [id, title] : entries)
            box->addItem(text(title), text(id));
    }
    box->setCurrentIndex(std::max(0, box->findData(text(chosen))));
}

} // namespace

ChartChoices::ChartChoices(QWidget* parent) : QWidget(parent) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 0, 12, 6);
    row->setSpacing(6);
    m_scenario = makeChoice(QStringLiteral("scenario"), tr("&Scenario"));
    m_against = makeChoice(QStringLiteral("against"), tr("&Against"));
    m_output = makeChoice(QStringLiteral("output"), tr("&Result"));
    m_input = makeChoice(QStringLiteral("input"), tr("&Input"));
    m_attribute = makeChoice(QStringLiteral("attribute"), tr("&Quantity"));
    m_form = makeChoice(QStringLiteral("form"), tr("&Drawn as"));
    row->addStretch();
    const auto chosen = [](const Choice& choice, int index) {
        return choice.box->itemData(index).toString().toStdString();
    };
    connect(m_scenario.box, &QComboBox::activated, this,
            [=, this](int i) { emit scenarioChosen({chosen(m_scenario, i)}); });
    connect(m_against.box, &QComboBox::activated, this,
            [=, this](int i) { emit againstChosen({chosen(m_against, i)}); });
    connect(m_output.box, &QComboBox::activated, this, [=, this](int i) { emit outputChosen({chosen(m_output, i)}); });
    connect(m_input.box, &QComboBox::activated, this, [=, this](int i) { emit inputChosen({chosen(m_input, i)}); });
    connect(m_attribute.box, &QComboBox::activated, this,
            [=, this](int i) { emit attributeChosen({chosen(m_attribute, i)}); });
    connect(m_form.box, &QComboBox::activated, this, [=, this](int i) { emit formChosen(chosen(m_form, i)); });
}

ChartChoices::Choice ChartChoices::makeChoice(const QString& name, const QString& title) {
    Choice choice{new QLabel(title, this), new QComboBox(this)};
    choice.box->setObjectName(QStringLiteral("chart.choice.") + name);
    choice.box->setAccessibleName(QString(title).remove(QLatin1Char('&')));
    choice.box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    choice.box->setMinimumContentsLength(6); // long titles give way to the window
    choice.box->setMaximumWidth(260);
    choice.label->setBuddy(choice.box);
    choice.label->hide(); // until a chart offers it: all of them together are wider than a small window
    choice.box->hide();
    auto* row = static_cast<QHBoxLayout*>(layout());
    row->addWidget(choice.label);
    row->addWidget(choice.box, 1);
    return choice;
}

void ChartChoices::offer(const ChartKind& kind, const ChartContext& context) {
    offerScenarios(kind, context);
    offerOthers(kind, context);
    offerVariables(kind, context);
    offerAttributes(kind, context);
    offerForms(kind, context);
    bool any = false;
    for (const Choice& choice : {m_scenario, m_against, m_output, m_input, m_attribute, m_form}) {
        choice.label->setVisible(!choice.box->isHidden());
        any = any || !choice.box->isHidden();
    }
    setVisible(any);
}

void ChartChoices::offerScenarios(const ChartKind& kind, const ChartContext& context) {
    Entries entries;
    for (const Row<Scenario>& scenario : context.scenarios)
        if (kind.fits(context, *scenario))
            entries.emplace_back(scenario->id.value, scenario->title);
    const Scenario* shown = chartSubject(kind, context);
    fill(m_scenario.box, entries, shown ? shown->id.value : std::string());
    m_scenario.box->setVisible(kind.scope == ChartScope::scenario && !entries.empty());
}

void ChartChoices::offerOthers(const ChartKind& kind, const ChartContext& context) {
    const Scenario* shown = kind.others ? chartSubject(kind, context) : nullptr;
    Entries entries;
    if (shown)
        for (const ScenarioId& id : kind.others(context, *shown))
            if (const Scenario* other = assay::find(context.scenarios, id))
                entries.emplace_back(id.value, other->title);
    fill(m_against.box, entries, context.against ? context.against->value : std::string());
    m_against.box->setVisible(!entries.empty());
}

void ChartChoices::offerVariables(const ChartKind& kind, const ChartContext& context) {
    const Scenario* scenario = chartSubject(kind, context);
    const Model* model = scenario ? assay::find(context.models, scenario->model) : nullptr;
    Entries outputs;
    Entries inputs;
    if (model) {
        for (const VariableId& id : model->outputs) {
            const Formula* formula = findFormula(*model, id);
            outputs.emplace_back(id.value, formula && !formula->title.empty() ? formula->title : id.value);
        }
        for (const ModelInput& input : model->inputs)
            inputs.emplace_back(input.id.value, input.title.empty() ? input.id.value : input.title);
    }
    fill(m_output.box, outputs, context.output ? context.output->value : std::string());
    fill(m_input.box, inputs, context.input ? context.input->value : std::string());
    m_output.box->setVisible(kind.choosesOutput && !outputs.empty());
    m_input.box->setVisible(kind.choosesInput && !inputs.empty());
}

void ChartChoices::offerAttributes(const ChartKind& kind, const ChartContext& context) {
    std::set<AttributeId> used;
    for (const Row<Claim>& claim : context.claims)
        if (claim->quantity)
            used.insert(claim->attribute);
    Entries entries;
    for (const Row<Attribute>& attribute : context.attributes)
        if (used.count(attribute->id) > 0)
            entries.emplace_back(attribute->id.value, attribute->title);
    fill(m_attribute.box, entries, context.attribute ? context.attribute->value : std::string());
    m_attribute.box->setVisible(kind.choosesAttribute && !entries.empty()
                                && (!kind.followsClaims || context.form == wholeQuantity));
}

void ChartChoices::offerForms(const ChartKind& kind, const ChartContext& context) {
    Entries entries;
    for (const ChartForm& form : kind.forms)
        entries.emplace_back(form.id, form.title);
    fill(m_form.box, entries, std::string(chartForm(kind, context)));
    m_form.box->setVisible(!entries.empty());
}

} // namespace assay
