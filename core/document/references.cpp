// checkReferences: ids are there, unique and known wherever they are named; numbers are finite and in range.
#include "core/base/error_code.h"
#include "core/catalog/check_row.h"
#include "core/dist/sobol.h"
#include "core/document/diff_text.h"
#include "core/document/edit.h"
#include "core/scenario/simulate.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>
#include <unordered_set>

namespace assay {
namespace {

using Ids = std::unordered_set<std::string_view>;

/// The ids of one kind of row: indexed when a whole document is checked, looked up when it is one row of it.
template <class T>
class Known {
public:
    Known(std::string kind, const Rows<T>& rows) : m_kind(std::move(kind)), m_rows(rows) {}
    const std::string& kind() const { return m_kind; }
    const Rows<T>& rows() const { return m_rows; }
    Ids& index() { return m_ids; }
    bool has(const std::string& id) const {
        return m_ids.empty() ? find(m_rows, decltype(T::id){id}) != nullptr : m_ids.contains(id);
    }

private:
    std::string m_kind;
    const Rows<T>& m_rows;
    Ids m_ids;
};

/// Goes through a document, or one row of it, and keeps the first error.
class ReferenceCheck {
public:
    explicit ReferenceCheck(const Document& document) : m_document(document) {}
    Result<> checkAll();
    Result<> checkOne(const Claim& claim);
    Result<> checkOne(const Scenario& scenario);

private:
    Result<> result() const {
        if (m_error.code != ErrorCode::count)
            return m_error;
        return {};
    }
    void fail(ErrorCode code, const std::string& place, std::vector<std::string> details) {
        if (m_error.code == ErrorCode::count)
            m_error = Error(code, place, std::move(details));
    }
    void addId(Ids& ids, const std::string& kind, const std::string& id) {
        if (id.empty())
            fail(ErrorCode::nameEmpty, id, {kind});
        else if (!ids.insert(id).second)
            fail(ErrorCode::idTaken, id, {kind, id});
    }
    template <class T>
    void makeIndex(Known<T>& known) {
        known.index().reserve(known.rows().size());
        for (const Row<T>& row : known.rows())
            addId(known.index(), known.kind(), row->id.value);
    }
    template <class T>
    void need(const Known<T>& known, const std::string& id, const char* userKind, const std::string& user) {
        if (!known.has(id))
            fail(ErrorCode::idDangling, user, {known.kind(), id, userKind + (" " + user)});
    }
    void checkSources();
    void checkRanges(const std::string& row, const char* key, const std::vector<TextRange>& ranges);
    void checkMentionIds();
    void checkClaim(const Claim& claim);
    void checkMention(const Claim& claim, const Mention& mention);
    void checkQuantity(const Claim& claim);
    void checkLinks();
    void checkCatalogueRows();
    void checkModel(const Model& model);
    void checkScenario(const Scenario& scenario);
    void checkAssertionRows();
    void checkOverrides();
    void checkDecisions();
    void checkChartTitles();
    void checkViews();
    void checkBasis(const Scenario& scenario, const Basis& basis);
    void checkCycles();
    const Scenario* referenced(const Basis& basis) const;
    bool reaches(const Scenario& from, const ScenarioId& goal, std::vector<const Scenario*>& seen) const;

    const Document& m_document;
    Error m_error{ErrorCode::count};
    Known<Attribute> m_attributes{"attribute", m_document.attributes};
    Known<Speaker> m_speakers{"speaker", m_document.speakers};
    Known<Source> m_sources{"source", m_document.sources};
    Known<Claim> m_claims{"claim", m_document.claims};
    Known<OwnLinkType> m_linkTypes{"link type", m_document.linkTypes};
    Known<GradeScale> m_gradeScales{"grade scale", m_document.gradeScales};
    Known<Model> m_models{"model", m_document.models};
    Known<Scenario> m_scenarios{"scenario", m_document.scenarios};
};

Result<> ReferenceCheck::checkAll() {
    makeIndex(m_attributes);
    makeIndex(m_speakers);
    makeIndex(m_sources);
    makeIndex(m_claims);
    makeIndex(m_linkTypes);
    makeIndex(m_gradeScales);
    makeIndex(m_models);
    makeIndex(m_scenarios);
    checkSources();
    checkMentionIds();
    for (const Row<Claim>& claim : m_document.claims)
        checkClaim(*claim);
    checkLinks();
    checkCatalogueRows();
    for (const Row<Model>& model : m_document.models)
        checkModel(*model);
    for (const Row<Scenario>& scenario : m_document.scenarios)
        checkScenario(*scenario);
    checkCycles();
    checkAssertionRows();
    checkOverrides();
    checkDecisions();
    checkChartTitles();
    checkViews();
    return result();
}

Result<> ReferenceCheck::checkOne(const Claim& claim) {
    checkClaim(claim);
    for (const Mention& mention : claim.mentions) {
        int count = 0;
        for (const Row<Claim>& other : m_document.claims)
            for (const Mention& candidate : other->mentions)
                count += candidate.id == mention.id ? 1 : 0;
        if (mention.id.empty())
            fail(ErrorCode::nameEmpty, {}, {"mention"});
        if (count > 1)
            fail(ErrorCode::idTaken, mention.id.value, {"mention", mention.id.value});
    }
    return result();
}

Result<> ReferenceCheck::checkOne(const Scenario& scenario) {
    checkScenario(scenario);
    checkCycles();
    return result();
}

void ReferenceCheck::checkSources() {
    for (const Row<Source>& source : m_document.sources) {
        if (source->replaces)
            need(m_sources, source->replaces->value, "source", source->id.value);
        checkRanges(source->id.value, "dismissed", source->dismissed);
    }
}

/// Whether they lie inside the text is not asked: one that does not marks nothing.
void ReferenceCheck::checkRanges(const std::string& row, const char* key, const std::vector<TextRange>& ranges) {
    const TextRange* before = nullptr;
    for (const TextRange& range : ranges) {
        if (range.end <= range.start || (before && range <= *before))
            fail(ErrorCode::fieldValue, row, {key, diffText(range), "ranges that are not empty, by start, each once"});
        before = &range;
    }
}

void ReferenceCheck::checkMentionIds() {
    Ids mentions;
    mentions.reserve(m_document.claims.size() * 2);
    for (const Row<Claim>& claim : m_document.claims)
        for (const Mention& mention : claim->mentions)
            addId(mentions, "mention", mention.id.value);
}

void ReferenceCheck::checkClaim(const Claim& claim) {
    if (!claim.attribute.empty())
        need(m_attributes, claim.attribute.value, "claim", claim.id.value);
    if (claim.mentions.empty())
        fail(ErrorCode::fieldMissing, claim.id.value, {"mentions"});
    for (const Mention& mention : claim.mentions)
        checkMention(claim, mention);
    if (claim.quantity)
        checkQuantity(claim);
}

void ReferenceCheck::checkMention(const Claim& claim, const Mention& mention) {
    need(m_sources, mention.anchor.source.value, "claim", claim.id.value);
    for (const Utterance& utterance : mention.chain)
        need(m_speakers, utterance.speaker.value, "claim", claim.id.value);
}

void ReferenceCheck::checkQuantity(const Claim& claim) {
    const Quantity& quantity = *claim.quantity;
    const auto isSound = [](const std::optional<double>& number) { return !number || std::isfinite(*number); };
    if (!isSound(quantity.value) || !isSound(quantity.low) || !isSound(quantity.high))
        fail(ErrorCode::fieldValue, claim.id.value, {"quantity", quantity.text, "finite numbers"});
    else if (quantity.low && quantity.high && *quantity.low > *quantity.high)
        fail(ErrorCode::intervalReversed, claim.id.value,
             {std::to_string(*quantity.low), std::to_string(*quantity.high)});
}

void ReferenceCheck::checkLinks() {
    Ids links;
    for (const Row<Link>& link : m_document.links) {
        addId(links, "link", link->id.value);
        need(m_claims, link->from.value, "link", link->id.value);
        need(m_claims, link->to.value, "link", link->id.value);
        if (link->own)
            need(m_linkTypes, link->own->value, "link", link->id.value);
        else if (link->type == LinkType::own)
            fail(ErrorCode::fieldMissing, link->id.value, {"own"});
    }
}

void ReferenceCheck::checkCatalogueRows() {
    Ids rows;
    if (m_document.catalogueRows.size() > mostCatalogueRows)
        fail(ErrorCode::tooManyRows, m_document.catalogueRows[mostCatalogueRows]->id.value,
             {"catalogue row", std::to_string(mostCatalogueRows)});
    for (const Row<CatalogueRow>& row : m_document.catalogueRows) {
        addId(rows, "catalogue row", row->id.value);
        if (const Result<> sound = checkKnownCells(*row); !sound)
            fail(sound.error().code, sound.error().place, sound.error().details);
    }
}

void ReferenceCheck::checkModel(const Model& model) {
    Ids names;
    std::unordered_set<int> streams;
    for (const ModelInput& input : model.inputs) {
        addId(names, "input", input.id.value);
        if (input.stream < 1 || input.stream > maxStream || !streams.insert(input.stream).second)
            fail(ErrorCode::fieldValue, input.id.value,
                 {"stream", std::to_string(input.stream), "1 to 3667, each once"});
    }
    const Ids inputs = names;
    Ids formulas;
    for (const Formula& formula : model.formulas) {
        addId(names, "formula", formula.id.value);
        formulas.insert(formula.id.value);
    }
    const auto needVariable = [&](const Ids& ids, const char* kind, const std::string& id) {
        if (!ids.contains(id))
            fail(ErrorCode::idDangling, model.id.value, {kind, id, "model " + model.id.value});
    };
    for (const VariableId& output : model.outputs)
        needVariable(formulas, "formula", output.value);
    for (const Correlation& correlation : model.correlations)
        for (const VariableId& input : correlation.inputs)
            needVariable(inputs, "input", input.value);
}

void ReferenceCheck::checkScenario(const Scenario& scenario) {
    const std::string& id = scenario.id.value;
    need(m_models, scenario.model.value, "scenario", id);
    if (scenario.samples < 1 || scenario.samples > mostSamples)
        fail(ErrorCode::sampleCount, id, {std::to_string(scenario.samples), "1", std::to_string(mostSamples)});
    const Model* model = find(m_document.models, scenario.model);
    Ids inputs;
    for (const ScenarioInput& input : scenario.inputs) {
        if (!inputs.insert(input.input.value).second)
            fail(ErrorCode::idTaken, id, {"input", input.input.value});
        const auto isThis = [&](const ModelInput& candidate) { return candidate.id == input.input; };
        if (model != nullptr && std::none_of(model->inputs.begin(), model->inputs.end(), isThis))
            fail(ErrorCode::idDangling, id, {"input", input.input.value, "scenario " + id});
        checkBasis(scenario, input.basis);
    }
}

void ReferenceCheck::checkAssertionRows() {
    Ids assertions;
    for (const Row<Assertion>& assertion : m_document.assertions) {
        addId(assertions, "assertion", assertion->id.value);
        need(m_scenarios, assertion->scenario.value, "assertion", assertion->id.value);
    }
}

/// Two of one cell may stand beside each other after a merge, until the analyst decides.
void ReferenceCheck::checkOverrides() {
    Ids overrides;
    for (const Row<Override>& own : m_document.overrides) {
        addId(overrides, "override", own->id.value);
        need(m_scenarios, own->scenario.value, "override", own->id.value);
        need(m_claims, own->claim.value, "override", own->id.value);
        if (own->reason.empty())
            fail(ErrorCode::fieldMissing, own->id.value, {"reason"});
    }
}

/// A decision may outlive its finding: the finding can come back.
void ReferenceCheck::checkDecisions() {
    Ids decisions;
    for (const Row<Decision>& decision : m_document.decisions)
        addId(decisions, "decision", decision->id.value);
}

/// A title may name a chart that this version does not have.
void ReferenceCheck::checkChartTitles() {
    Ids titles;
    for (const ChartTitle& title : m_document.project.chartTitles)
        addId(titles, "chart title", title.id);
}

void ReferenceCheck::checkViews() {
    Ids views;
    for (const Row<TableView>& view : m_document.views)
        addId(views, "view", view->id.value);
}

void ReferenceCheck::checkBasis(const Scenario& scenario, const Basis& basis) {
    for (const ClaimId& claim : basis.claims)
        need(m_claims, claim.value, "scenario", scenario.id.value);
    for (const BasisTerm& term : basis.terms) {
        if (std::find(basis.claims.begin(), basis.claims.end(), term.claim) == basis.claims.end())
            fail(ErrorCode::idDangling, scenario.id.value,
                 {"claim of the basis", term.claim.value, "scenario " + scenario.id.value});
        if (term.weight && !(std::isfinite(*term.weight) && *term.weight >= 0))
            fail(ErrorCode::fieldValue, scenario.id.value, {"weight", term.claim.value, "a number of 0 or more"});
    }
    if (basis.kind != BasisKind::scenario)
        return;
    const Scenario* other = referenced(basis);
    const Model* model = other == nullptr ? nullptr : find(m_document.models, other->model);
    const VariableId output{basis.reference.substr(basis.reference.find('/') + 1)};
    if (model == nullptr || std::find(model->outputs.begin(), model->outputs.end(), output) == model->outputs.end())
        fail(ErrorCode::idDangling, scenario.id.value,
             {model == nullptr ? "scenario" : "output", basis.reference, "scenario " + scenario.id.value});
}

/// The scenario a basis "SCENARIO/OUTPUT" names, or nullptr.
const Scenario* ReferenceCheck::referenced(const Basis& basis) const {
    if (basis.kind != BasisKind::scenario)
        return nullptr;
    return find(m_document.scenarios, ScenarioId{basis.reference.substr(0, basis.reference.find('/'))});
}

bool ReferenceCheck::reaches(const Scenario& from, const ScenarioId& goal, std::vector<const Scenario*>& seen) const {
    std::vector<const Scenario*> open{&from};
    while (!open.empty()) {
        const Scenario* scenario = open.back();
        open.pop_back();
        for (const ScenarioInput& input : scenario->inputs) {
            const Scenario* next = referenced(input.basis);
            if (next == nullptr || std::find(seen.begin(), seen.end(), next) != seen.end())
                continue;
            seen.push_back(next);
            if (next->id == goal)
                return true;
            open.push_back(next);
        }
    }
    return false;
}

void ReferenceCheck::checkCycles() {
    for (const Row<Scenario>& scenario : m_document.scenarios) {
        std::vector<const Scenario*> seen;
        if (!reaches(*scenario, scenario->id, seen))
            continue;
        std::string names;
        for (const Scenario* member : seen)
            names += (names.empty() ? "" : ", ") + member->id.value;
        fail(ErrorCode::formulaCycle, scenario->id.value, {names});
    }
}

} // namespace

Result<> checkReferences(const Document& document) { return ReferenceCheck(document).checkAll(); }

Result<> checkReferences(const Document& document, const Claim& claim) {
    return ReferenceCheck(document).checkOne(claim);
}

Result<> checkReferences(const Document& document, const Scenario& scenario) {
    return ReferenceCheck(document).checkOne(scenario);
}

} // namespace assay
