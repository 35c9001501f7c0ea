// Left mentions tell of sources, terms of claims, names of rows; formulas and bases carry it on.
#include "core/document/stale.h"

#include "core/catalog/cell.h"
#include "core/document/bind_claims.h"
#include "core/document/follow_rows.h"
#include "core/document/new_version.h"
#include "core/scenario/behind.h"
#include "core/scenario/bind.h"
#include "core/scenario/catalogue_basis.h"
#include "core/scenario/run_order.h"

#include <algorithm>
#include <set>

namespace assay {
namespace {

bool isUnsettled(const LeftMention& left) {
    const bool isOther = left.found.state == AnchorState::numberChanged || left.found.state == AnchorState::orphan;
    return isOther && left.finding.status == FindingStatus::open;
}

class StaleSearch {
public:
    explicit StaleSearch(const Document& document) : m_document(document), m_catalogs(document.catalogueRows) {
        for (LeftMention& left : leftMentions(document))
            if (isUnsettled(left))
                m_left.push_back(std::move(left));
    }

    std::vector<StaleInput> find() {
        for (const Row<Scenario>& scenario : m_document.scenarios) {
            const Model* model = assay::find(m_document.models, scenario->model);
            for (const ScenarioInput& input : scenario->inputs) {
                m_now = StaleInput{scenario->id, input.input, {}, {}, {}, {}};
                look(input.basis);
            }
            if (model != nullptr && m_catalogs.own() != nullptr)
                lookAtCells(*scenario, *model);
        }
        return std::move(m_all);
    }

private:
    void look(const Basis& basis) {
        for (const std::string& lost : basis.lost)
            add(StaleReason::claimDeleted, std::nullopt, lost, {});
        for (const BasisTerm& term : basis.terms) {
            const Claim* claim = assay::find(m_document.claims, term.claim);
            const std::string says = claim == nullptr ? std::string() : claimSays(*claim);
            if (!term.said.empty() && says != term.said)
                add(StaleReason::claimChanged, term.claim, term.said, says);
        }
        for (const ClaimId& claim : basis.claims)
            lookAtWords(claim);
        if (basis.kind == BasisKind::catalogue && !findBasis(basis.reference, m_catalogs))
            add(StaleReason::rowGone, std::nullopt, basis.reference, {});
    }

    /// Rows of the project that say another number, under defaults too; shipped rows never change.
    void lookAtCells(const Scenario& scenario, const Model& model) {
        for (const ModelInput& declared : model.inputs) {
            const Result<CatalogCell> cell = findCell(catalogueReference(scenario, declared), m_catalogs);
            if (!cell || cell->row.origin == RowOrigin::shipped)
                continue;
            const auto own = std::find_if(scenario.inputs.begin(), scenario.inputs.end(),
                                          [&](const ScenarioInput& input) { return input.input == declared.id; });
            const std::string& taken = own == scenario.inputs.end() ? declared.defaultText : own->text;
            const Result<std::string> says = inputText(*cell, declared.unit);
            m_now = StaleInput{scenario.id, declared.id, {}, {}, {}, {}};
            if (says && !saySame(taken, *says, declared.unit))
                add(StaleReason::rowChanged, std::nullopt, taken, *says);
        }
    }

    /// Words that moved to another number come before words that are gone.
    void lookAtWords(const ClaimId& claim) {
        const LeftMention* worst = nullptr;
        for (const LeftMention& left : m_left)
            if (left.claim == claim && (worst == nullptr || left.found.state == AnchorState::numberChanged))
                worst = &left;
        if (worst == nullptr)
            return;
        const bool isNumber = worst->found.state == AnchorState::numberChanged;
        add(isNumber ? StaleReason::numberChanged : StaleReason::wordsGone, claim,
            isNumber && !worst->found.was.empty() ? worst->found.was : worst->quote,
            isNumber && !worst->found.now.empty() ? worst->found.now : worst->now);
    }

    void add(StaleReason reason, std::optional<ClaimId> claim, std::string was, std::string now) {
        StaleInput found = m_now;
        found.reason = reason;
        found.claim = std::move(claim);
        found.was = std::move(was);
        found.now = std::move(now);
        m_all.push_back(std::move(found));
    }

    const Document& m_document;
    Catalogs m_catalogs;
    std::vector<LeftMention> m_left;
    std::vector<StaleInput> m_all;
    StaleInput m_now; ///< which input is looked at
};

/// Scenarios in the order of their runs; in document order where they feed each other.
std::vector<ScenarioId> orderOf(const Document& document) {
    std::vector<ScenarioId> ids;
    for (const Row<Scenario>& scenario : document.scenarios)
        ids.push_back(scenario->id);
    const Result<std::vector<ScenarioId>> order = runOrder(document.scenarios, ids);
    return order ? *order : ids;
}

} // namespace

std::vector<StaleInput> staleInputs(const Document& document) { return StaleSearch(document).find(); }

std::vector<StaleOutput> staleOutputs(const Document& document, const std::vector<StaleInput>& inputs) {
    std::set<std::pair<ScenarioId, VariableId>> stale, reached;
    for (const StaleInput& input : inputs)
        stale.emplace(input.scenario, input.input);
    std::vector<StaleOutput> outputs;
    for (const ScenarioId& id : orderOf(document)) {
        const Scenario& scenario = *find(document.scenarios, id);
        for (const ScenarioInput& input : scenario.inputs)
            if (const Result<UpstreamReference> upstream = upstreamReference(input.basis);
                input.basis.kind == BasisKind::scenario && upstream
                && reached.contains({upstream->scenario, upstream->output}))
                stale.emplace(id, input.input);
        const Model* model = find(document.models, scenario.model);
        for (std::size_t i = 0; model != nullptr && i < model->outputs.size(); ++i) {
            StaleOutput output{id, model->outputs[i], {}};
            for (const ModelInput* input : behind(*model, output.output).inputs)
                if (stale.contains({id, input->id}))
                    output.inputs.push_back(input->id);
            if (output.inputs.empty())
                continue;
            reached.emplace(id, output.output);
            outputs.push_back(std::move(output));
        }
    }
    return outputs;
}

std::vector<ScenarioId> staleScenarios(const Document& document, const std::vector<StaleInput>& inputs,
                                       const std::vector<StaleOutput>& outputs) {
    std::set<ScenarioId> found;
    for (const StaleInput& input : inputs)
        found.insert(input.scenario);
    for (const StaleOutput& output : outputs)
        found.insert(output.scenario);
    std::vector<ScenarioId> ordered;
    for (const Row<Scenario>& scenario : document.scenarios)
        if (found.contains(scenario->id))
            ordered.push_back(scenario->id);
    return ordered;
}

std::vector<ScenarioId> staleScenarios(const Document& document) {
    const std::vector<StaleInput> inputs = staleInputs(document);
    return staleScenarios(document, inputs, staleOutputs(document, inputs));
}

} // namespace assay
