// checkReferences: ids are there, unique and known wherever they are named; numbers are finite and in range.
#include "core/base/error_code.h"
#include "core/document/edit.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>
#include <unordered_set>

namespace assay {
namespace {

constexpr std::uint64_t mostSamples = std::uint64_t{1} << 26;
constexpr int mostStreams = 3667; // Boost.Random's Joe-Kuo tables have 3667 Sobol dimensions

using Ids = std::unordered_set<std::string_view>;

/// Goes through a document and keeps the first error.
class ReferenceCheck {
public:
    explicit ReferenceCheck(const Document& document) : m_document(document) {}
    Result<> run();

private:
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
    Ids idsOf(const Rows<T>& rows, const std::string& kind) {
        Ids ids;
        ids.reserve(rows.size());
        for (const Row<T>& row : rows)
            addId(ids, kind, row->id.value);
        return ids;
    }
    void need(const Ids& ids, const std::string& kind, const std::string& id, const std::string& userKind, const std::string& user) {
        if (!ids.contains(id))
            fail(ErrorCode::idDangling, user, {kind, id, userKind + " " + user});
    }
    void checkSources();
    void checkClaims();
    void checkMention(const Claim& claim, const Mention& mention);
    void checkQuantity(const Claim& claim);
    void checkLinks();
    void checkModel(const Model& model);
    void checkScenario(const Scenario& scenario);
    void checkBasis(const Scenario& scenario, const Basis& basis);
    void checkCycles();
    const Scenario* referenced(const Basis& basis) const;
    bool reaches(const Scenario& from, const ScenarioId& goal, std::vector<const Scenario*>& seen) const;

    const Document& m_document;
    Error m_error{ErrorCode::count};
    Ids m_attributes, m_speakers, m_sources, m_claims, m_mentions, m_models, m_scenarios;
};

Result<> ReferenceCheck::run() {
    m_attributes = idsOf(m_document.attributes, "attribute");
    m_speakers = idsOf(m_document.speakers, "speaker");
    m_sources = idsOf(m_document.sources, "source");
    m_claims = idsOf(m_document.claims, "claim");
    m_models = idsOf(m_document.models, "model");
    m_scenarios = idsOf(m_document.scenarios, "scenario");
    checkSources();
    checkClaims();
    checkLinks();
    for (const Row<Model>& model : m_document.models)
        checkModel(*model);
    for (const Row<Scenario>& scenario : m_document.scenarios)
        checkScenario(*scenario);
    checkCycles();
    if (m_error.code != ErrorCode::count)
        return m_error;
    return {};
}

void ReferenceCheck::checkSources() {
    for (const Row<Source>& source : m_document.sources)
        if (source->replaces)
            need(m_sources, "source", source->replaces->value, "source", source->id.value);
}

void ReferenceCheck::checkClaims() {
    for (const Row<Claim>& row : m_document.claims) {
        const Claim& claim = *row;
        if (!claim.attribute.empty())
            need(m_attributes, "attribute", claim.attribute.value, "claim", claim.id.value);
        if (claim.mentions.empty())
            fail(ErrorCode::fieldMissing, claim.id.value, {"mentions"});
        for (const Mention& mention : claim.mentions)
            checkMention(claim, mention);
        if (claim.quantity)
            checkQuantity(claim);
    }
}

void ReferenceCheck::checkMention(const Claim& claim, const Mention& mention) {
    addId(m_mentions, "mention", mention.id.value);
    need(m_sources, "source", mention.anchor.source.value, "claim", claim.id.value);
    for (const Utterance& utterance : mention.chain)
        need(m_speakers, "speaker", utterance.speaker.value, "claim", claim.id.value);
}

void ReferenceCheck::checkQuantity(const Claim& claim) {
    const Quantity& quantity = *claim.quantity;
    const auto isSound = [](const std::optional<double>& number) { return !number || std::isfinite(*number); };
    if (!isSound(quantity.value) || !isSound(quantity.low) || !isSound(quantity.high))
        fail(ErrorCode::fieldValue, claim.id.value, {"quantity", quantity.text, "finite numbers"});
    else if (quantity.low && quantity.high && *quantity.low > *quantity.high)
        fail(ErrorCode::intervalReversed, claim.id.value, {std::to_string(*quantity.low), std::to_string(*quantity.high)});
}

void ReferenceCheck::checkLinks() {
    Ids links;
    for (const Row<Link>& link : m_document.links) {
        addId(links, "link", link->id.value);
        need(m_claims, "claim", link->from.value, "link", link->id.value);
        need(m_claims, "claim", link->to.value, "link", link->id.value);
    }
}

void ReferenceCheck::checkModel(const Model& model) {
    Ids names;
    std::unordered_set<int> streams;
    for (const ModelInput& input : model.inputs) {
        addId(names, "input", input.id.value);
        if (input.stream < 1 || input.stream > mostStreams || !streams.insert(input.stream).second)
            fail(ErrorCode::fieldValue, input.id.value, {"stream", std::to_string(input.stream), "1 to 3667, each once"});
    }
    const Ids inputs = names;
    Ids formulas;
    for (const Formula& formula : model.formulas) {
        addId(names, "formula", formula.id.value);
        formulas.insert(formula.id.value);
    }
    for (const VariableId& output : model.outputs)
        need(formulas, "formula", output.value, "model", model.id.value);
    for (const Correlation& correlation : model.correlations)
        for (const VariableId& input : correlation.inputs)
            need(inputs, "input", input.value, "model", model.id.value);
}

void ReferenceCheck::checkScenario(const Scenario& scenario) {
    const std::string& id = scenario.id.value;
    need(m_models, "model", scenario.model.value, "scenario", id);
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

void ReferenceCheck::checkBasis(const Scenario& scenario, const Basis& basis) {
    for (const ClaimId& claim : basis.claims)
        need(m_claims, "claim", claim.value, "scenario", scenario.id.value);
    if (basis.kind != BasisKind::scenario)
        return;
    const Scenario* other = referenced(basis);
    const Model* model = other == nullptr ? nullptr : find(m_document.models, other->model);
    const VariableId output{basis.reference.substr(basis.reference.find('/') + 1)};
    if (model == nullptr || std::find(model->outputs.begin(), model->outputs.end(), output) == model->outputs.end())
        fail(ErrorCode::idDangling, scenario.id.value, {"scenario", basis.reference, "scenario " + scenario.id.value});
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

Result<> checkReferences(const Document& document) { return ReferenceCheck(document).run(); }

} // namespace assay
