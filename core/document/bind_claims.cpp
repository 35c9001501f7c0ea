// Edits that put claims into inputs, and what other edits mean for inputs that stand on claims.
#include "core/document/bind_claims.h"

#include "core/document/edit.h"

#include <algorithm>

namespace assay {
namespace {

const ModelInput* modelInput(const Document& document, const Scenario& scenario, const VariableId& input) {
    const Model* model = find(document.models, scenario.model);
    return model == nullptr ? nullptr : findInput(*model, input);
}

bool follows(const ScenarioInput& input) {
    return input.basis.kind == BasisKind::claims && input.basis.rule != ClaimsRule::free && input.basis.lost.empty();
}

std::vector<ClaimId> claimsOf(const std::vector<BasisTerm>& terms) {
    std::vector<ClaimId> claims;
    for (const BasisTerm& term : terms)
        claims.push_back(term.claim);
    return claims;
}

std::vector<BasisTerm> asTheySay(const Document& document, std::vector<BasisTerm> terms) {
    for (BasisTerm& term : terms)
        if (const Claim* claim = find(document.claims, term.claim))
            term.said = claimSays(*claim);
    return terms;
}

/// The rows are the same objects: nothing that a text is made of has changed.
template <class T>
bool sameRows(const Rows<T>& a, const Rows<T>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const Row<T>& left, const Row<T>& right) { return left.sameObject(right); });
}

bool sayTheSame(const Document& a, const Document& b) {
    return sameRows(a.claims, b.claims) && sameRows(a.links, b.links) && sameRows(a.speakers, b.speakers);
}

/// The input as its claims have it now; as it is when it did not stand on them alone before, or can't any more.
ScenarioInput followed(const Document& before, const Document& after, const ModelInput& declared,
                       const ScenarioInput& input) {
    const Result<TakenClaims> was = takeClaims(before, declared, input.basis.rule, input.basis.terms);
    if (!was || was->text != input.text)
        return input;
    const Result<TakenClaims> now = takeClaims(after, declared, input.basis.rule, input.basis.terms);
    if (!now)
        return input;
    ScenarioInput next = input;
    next.text = now->text;
    next.basis.terms = asTheySay(after, std::move(next.basis.terms));
    return next;
}

/// "c7: \"$5.6 million\""
std::string nameOf(const Document& document, const ClaimId& id) {
    const Claim* claim = find(document.claims, id);
    return claim != nullptr && claim->quantity ? id.value + ": \"" + claim->quantity->text + "\"" : id.value;
}

} // namespace

Result<Document> bindClaims(const Document& document, const ScenarioId& scenario, const VariableId& input,
                            ClaimsRule rule, std::vector<BasisTerm> terms) {
    const Result<ScenarioInput> now = currentInput(document, scenario, input);
    if (!now)
        return now.error();
    const ModelInput* declared = modelInput(document, *find(document.scenarios, scenario), input);
    const Result<TakenClaims> taken = takeClaims(document, *declared, rule, terms);
    if (!taken)
        return taken.error();
    if (rule != ClaimsRule::weighted)
        for (BasisTerm& term : terms)
            term.weight.reset();
    Basis basis{.kind = BasisKind::claims, .claims = claimsOf(terms), .reference = {}, .note = {}};
    basis.rule = rule;
    basis.terms = asTheySay(document, std::move(terms));
    if (now->basis.kind == BasisKind::claims) // a note was about the claims it stood on
        basis.note = now->basis.note;
    return setInput(document, scenario, ScenarioInput{input, taken->text, std::move(basis)});
}

Result<Document> bindClaim(const Document& document, const ScenarioId& scenario, const VariableId& input,
                           const ClaimId& claim) {
    if (find(document.claims, claim) == nullptr)
        return Error(ErrorCode::idUnknown, claim.value, {"claim", claim.value});
    return bindClaims(document, scenario, input, ClaimsRule::single, {BasisTerm{.claim = claim}});
}

Document followClaims(const Document& before, Document after) {
    if (sayTheSame(before, after))
        return after;
    for (Row<Scenario>& row : after.scenarios) {
        const Scenario* old = find(before.scenarios, row->id);
        if (old == nullptr)
            continue;
        Scenario next = *row;
        for (ScenarioInput& input : next.inputs) {
            const ModelInput* declared = modelInput(after, next, input.input);
            const bool stood = std::find(old->inputs.begin(), old->inputs.end(), input) != old->inputs.end();
            if (declared != nullptr && stood && follows(input))
                input = followed(before, after, *declared, input);
        }
        if (next != *row)
            row = Row(std::move(next));
    }
    return after;
}

void loseClaims(Document& document, const std::vector<ClaimId>& claims) {
    const auto goes = [&](const ClaimId& id) { return std::find(claims.begin(), claims.end(), id) != claims.end(); };
    for (Row<Scenario>& row : document.scenarios) {
        Scenario next = *row;
        for (ScenarioInput& input : next.inputs) {
            Basis& basis = input.basis;
            for (const ClaimId& id : basis.claims)
                if (goes(id))
                    basis.lost.push_back(nameOf(document, id));
            std::erase_if(basis.claims, goes);
            std::erase_if(basis.terms, [&](const BasisTerm& term) { return goes(term.claim); });
        }
        if (next != *row)
            row = Row(std::move(next));
    }
}

} // namespace assay
