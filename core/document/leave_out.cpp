// Each variant is the scenario, or one that feeds it, with another text at the inputs of one claim, run on the draws of
// the whole.
#include "core/document/leave_out.h"

#include "core/document/bind_claims.h"
#include "core/scenario/run_order.h"

#include <algorithm>
#include <cmath>

namespace assay {
namespace {

/// The input's text without the claim; none: the model's default.
struct Replacement {
    Instead instead = Instead::modelDefault;
    std::optional<std::string> text;
};

Replacement replacementOf(const Document& document, const ModelInput& declared, const ScenarioInput& input,
                          const ClaimId& claim) {
    if (input.basis.claims.size() < 2)
        return {};
    if (input.basis.rule == ClaimsRule::free)
        return {Instead::sameText, input.text};
    std::vector<BasisTerm> terms = input.basis.terms;
    std::erase_if(terms, [&](const BasisTerm& term) { return term.claim == claim; });
    const Result<TakenClaims> taken = takeClaims(document, declared, input.basis.rule, terms);
    return taken ? Replacement{Instead::others, taken->text} : Replacement{};
}

bool standsOn(const ScenarioInput& input, const ClaimId& claim) {
    const std::vector<ClaimId>& claims = input.basis.claims;
    return input.basis.kind == BasisKind::claims && std::find(claims.begin(), claims.end(), claim) != claims.end();
}

Without without(const Document& document, const Model& model, const Scenario& scenario, const ClaimId& claim) {
    Without variant{claim, {}, {}, {}, scenario};
    std::vector<ScenarioInput> inputs;
    for (ScenarioInput input : scenario.inputs) {
        const ModelInput* declared = findInput(model, input.input);
        if (declared == nullptr || !standsOn(input, claim)) {
            inputs.push_back(std::move(input));
            continue;
        }
        const Replacement replacement = replacementOf(document, *declared, input, claim);
        if (variant.inputs.empty()) {
            variant.instead = replacement.instead;
            variant.text = replacement.text.value_or(declared->defaultText);
        }
        variant.inputs.push_back(input.input);
        if (replacement.text) {
            input.text = *replacement.text;
            inputs.push_back(std::move(input));
        }
    }
    variant.scenario.inputs = std::move(inputs);
    return variant;
}

/// The model with one output: nothing else is computed.
Model onlyOutput(Model model, const VariableId& output) {
    model.outputs = {output};
    return model;
}

double movedBy(const ThreePoints& a, const ThreePoints& b) {
    return std::max({std::abs(a.p5 - b.p5), std::abs(a.p50 - b.p50), std::abs(a.p95 - b.p95)});
}

/// A scenario with what feeds it, each after what it needs; the last is the one asked about.
struct Chain {
    std::vector<const Scenario*> scenarios;
    std::vector<Model> models; ///< one each; of the last with one output
};

/// No more than any run that feeds it has: a quick run is enough to answer by.
std::uint64_t samplesOf(const Chain& chain, std::span<const RunPtr> upstream) {
    std::uint64_t samples = std::min(chain.scenarios.back()->samples, leaveOutSamples);
    for (const Scenario* scenario : chain.scenarios)
        for (const RunPtr& run : upstream)
            if (scenario != chain.scenarios.back() && run->scenario == scenario->id)
                samples = std::min(samples, run->samples);
    return samples;
}

Chain chainOf(const Document& document, const Scenario& scenario, const Model& model) {
    Chain chain;
    if (const Result<std::vector<ScenarioId>> order = runOrder(document.scenarios, {scenario.id}))
        for (const ScenarioId& id : *order)
            if (const Scenario* one = find(document.scenarios, id); one != nullptr && id != scenario.id)
                if (const Model* theirs = find(document.models, one->model)) {
                    chain.scenarios.push_back(one);
                    chain.models.push_back(*theirs);
                }
    chain.scenarios.push_back(&scenario);
    chain.models.push_back(model);
    return chain;
}

/// One claim left out of every scenario of the chain that stands on it, the nearest to the last first.
struct ChainWithout {
    std::vector<Without> variants;
};

std::vector<ChainWithout> claimsOf(const Document& document, const Chain& chain) {
    std::vector<ChainWithout> claims;
    for (auto scenario = chain.scenarios.rbegin(); scenario != chain.scenarios.rend(); ++scenario)
        for (Without& variant : scenariosWithout(document, **scenario)) {
            const auto same = std::find_if(claims.begin(), claims.end(), [&](const ChainWithout& each) {
                return each.variants.front().claim == variant.claim;
            });
            if (same != claims.end())
                same->variants.push_back(std::move(variant));
            else
                claims.push_back({{std::move(variant)}});
        }
    return claims;
}

/// The last run of the chain, after every one that the claim reaches. Errors: simulate's.
Result<Run> runWithout(const Chain& chain, const ChainWithout& claim, const RunOptions& options,
                       std::span<const RunPtr> upstream, const std::stop_token& stop) {
    std::vector<RunPtr> runs(upstream.begin(), upstream.end());
    std::vector<ScenarioId> reached;
    for (std::size_t i = 0; i < chain.scenarios.size(); ++i) {
        const Scenario& scenario = *chain.scenarios[i];
        const auto variant = std::find_if(claim.variants.begin(), claim.variants.end(),
                                          [&](const Without& each) { return each.scenario.id == scenario.id; });
        const Scenario& changed = variant == claim.variants.end() ? scenario : variant->scenario;
        if (i + 1 == chain.scenarios.size())
            return simulate(chain.models[i], changed, options, runs, stop);
        const std::vector<ScenarioId> feeding = upstreamsOf(scenario);
        const bool isReached =
            variant != claim.variants.end()
            || std::find_first_of(feeding.begin(), feeding.end(), reached.begin(), reached.end()) != feeding.end();
        if (!isReached)
            continue;
        Result<Run> run = simulate(chain.models[i], changed, options, runs, stop);
        if (!run)
            return run;
        reached.push_back(scenario.id);
        std::erase_if(runs, [&](const RunPtr& each) { return each->scenario == scenario.id; });
        runs.push_back(std::make_shared<const Run>(std::move(*run)));
    }
    return Error(ErrorCode::cancelled);
}

} // namespace

std::vector<Without> scenariosWithout(const Document& document, const Scenario& scenario) {
    std::vector<Without> all;
    const Model* model = find(document.models, scenario.model);
    std::vector<ClaimId> seen;
    for (const ScenarioInput& input : scenario.inputs)
        for (const ClaimId& claim : input.basis.claims) {
            if (model == nullptr || !standsOn(input, claim) || std::find(seen.begin(), seen.end(), claim) != seen.end())
                continue;
            seen.push_back(claim);
            all.push_back(without(document, *model, scenario, claim));
        }
    return all;
}

Result<LeaveOneOut> leaveOneOut(const Document& document, const ScenarioId& id, const VariableId& output,
                                RunOptions options, std::span<const RunPtr> upstream, const std::stop_token& stop) {
    const Scenario* scenario = find(document.scenarios, id);
    const Model* whole = scenario == nullptr ? nullptr : find(document.models, scenario->model);
    if (whole == nullptr)
        return Error(ErrorCode::idUnknown, id.value, {"scenario", id.value});
    if (std::find(whole->outputs.begin(), whole->outputs.end(), output) == whole->outputs.end())
        return Error(ErrorCode::outputUnknown, id.value, {output.value});
    const Chain chain = chainOf(document, *scenario, onlyOutput(*whole, output));
    const Model& model = chain.models.back();
    options.samples = samplesOf(chain, upstream);
    options.ranks = RankMethod::binned;
    options.errors = Errors::skip;
    Result<Run> run = simulate(model, *scenario, options, upstream, stop);
    if (!run)
        return run.error();
    const auto base = std::make_shared<const Run>(std::move(*run));
    const OutputSummary& summary = base->outputs.front();
    LeaveOneOut result{id, output, summary.title, summary.unit, threePoints(summary), {}, options.samples};
    options.previous = {base};
    options.previous.insert(options.previous.end(), upstream.begin(), upstream.end());
    for (const ChainWithout& claim : claimsOf(document, chain)) {
        const Result<Run> again = runWithout(chain, claim, options, upstream, stop);
        if (stop.stop_requested())
            return Error(ErrorCode::cancelled, id.value);
        if (!again)
            continue; // what else the input could be does not fit: nothing can be said
        const Without& first = claim.variants.front();
        LeftOut left{first.claim, first.inputs, first.instead, first.text, threePoints(again->outputs.front()), 0, {}};
        left.moved = movedBy(left.points, result.whole);
        if (first.scenario.id != id)
            left.through = first.scenario.id;
        result.claims.push_back(std::move(left));
    }
    std::stable_sort(result.claims.begin(), result.claims.end(),
                     [](const LeftOut& a, const LeftOut& b) { return a.moved > b.moved; });
    return result;
}

} // namespace assay
