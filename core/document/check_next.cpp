// A claim carries what its inputs carry: their first-order indices add up.
#include "core/document/check_next.h"

#include "core/document/bind_claims.h"
#include "core/scenario/doubt.h"

#include <algorithm>
#include <map>

namespace assay {
namespace {

double spreadOf(const OutputSummary& output, const VariableId& input) {
    const auto found = std::find_if(output.sensitivity.begin(), output.sensitivity.end(),
                                    [&](const Sensitivity& s) { return s.input == input; });
    return found == output.sensitivity.end() ? 0 : found->firstOrder;
}

/// Shares of the input's claims, in their order.
std::vector<double> sharesOf(const Document& document, const ModelInput& declared, const Basis& basis) {
    std::vector<double> shares(basis.claims.size(), 1 / static_cast<double>(basis.claims.size()));
    if (basis.rule != ClaimsRule::weighted)
        return shares;
    if (const Result<TakenClaims> taken = takeClaims(document, declared, basis.rule, basis.terms))
        for (std::size_t i = 0; i < taken->parts.size() && i < shares.size(); ++i)
            shares[i] = taken->parts[i].share;
    return shares;
}

/// What an input of the run carries, and its claims' shares of it.
struct Carrier {
    const ScenarioInput* input = nullptr;
    bool varies = false;
    double spread = 0;
    double doubt = 0;
    std::vector<double> shares;
};

std::vector<Carrier> carriersOf(const Document& document, const Model& model, const Scenario& scenario, const Run& run,
                                const OutputSummary& output, const std::optional<double>& threshold) {
    std::vector<Carrier> carriers;
    for (const ScenarioInput& input : scenario.inputs) {
        const ModelInput* declared = findInput(model, input.input);
        if (declared == nullptr || input.basis.kind != BasisKind::claims)
            continue;
        const auto ran = std::find_if(run.inputs.begin(), run.inputs.end(),
                                      [&](const InputSummary& each) { return each.id == input.input; });
        Carrier carrier{&input, ran != run.inputs.end() && ran->samples != nullptr, 0, 0,
                        sharesOf(document, *declared, input.basis)};
        carrier.spread = carrier.varies ? spreadOf(output, input.input) : 0;
        carrier.doubt = carrier.varies && threshold ? shareOfDoubt(*ran, output, *threshold) : 0;
        carriers.push_back(std::move(carrier));
    }
    return carriers;
}

} // namespace

std::vector<NextCheck> checkNext(const Document& document, const Scenario& scenario, const Run& run,
                                 const VariableId& output, const std::optional<double>& threshold) {
    std::vector<NextCheck> checks;
    const Model* model = find(document.models, scenario.model);
    const OutputSummary* summary = findOutput(run, output);
    if (model == nullptr || summary == nullptr)
        return checks;
    std::map<ClaimId, std::size_t> places;
    for (const Carrier& carrier : carriersOf(document, *model, scenario, run, *summary, threshold))
        for (std::size_t i = 0; i < carrier.shares.size(); ++i) {
            const ClaimId& claim = carrier.input->basis.claims[i];
            const auto place = places.emplace(claim, checks.size());
            if (place.second)
                checks.push_back(NextCheck{claim, {}, 0, 0, carrier.shares[i]});
            NextCheck& check = checks[place.first->second];
            if (carrier.varies)
                check.inputs.push_back(carrier.input->input);
            check.ofSpread += carrier.spread;
            check.ofDoubt += carrier.doubt;
        }
    const auto carried = [&](const NextCheck& check) { return threshold ? check.ofDoubt : check.ofSpread; };
    std::stable_sort(checks.begin(), checks.end(), [&](const NextCheck& a, const NextCheck& b) {
        return carried(a) != carried(b) ? carried(a) > carried(b) : a.share > b.share;
    });
    return checks;
}

} // namespace assay
