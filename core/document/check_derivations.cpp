// Interval arithmetic over claims' value sets along a formula.
#include "core/document/check_derivations.h"

#include "core/base/error_code.h"
#include "core/claims/compare.h"
#include "core/dist/distribution.h"
#include "core/document/edit.h"
#include "core/scenario/formula.h"
#include "core/units/read_quantity.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <set>
#include <tuple>

namespace assay {
namespace {

constexpr std::size_t mostFindings = 50; ///< a derivation: the analyst reads them one by one

/// A name of the formula: the claims that can stand for it, or the value that is assumed.
struct Term {
    std::string name;
    AttributeId attribute;         ///< empty: assumed
    std::optional<ValueSet> value; ///< assumed
    std::string words;             ///< of an assumed value
};

std::optional<ValueSet> assumedSet(const Assumed& assumed) {
    const Result<InputValue> value = readInput(assumed.text, assumed.unit);
    const Result<Unit> unit = parseUnit(assumed.unit);
    if (!value || !unit)
        return std::nullopt;
    const bool fixed = isFixed(value->distribution);
    return ValueSet{withoutChip(*unit), quantile(value->distribution, fixed ? 0.5 : 0.05),
                    quantile(value->distribution, fixed ? 0.5 : 0.95)};
}

ValueSet product(const ValueSet& a, const ValueSet& b, Unit unit) {
    double low = std::numeric_limits<double>::infinity(), high = -low;
    for (const double x : {a.low, a.high})
        for (const double y : {b.low, b.high}) {
            const double each = x == 0 || y == 0 ? 0 : x * y; // an open end times nothing is nothing
            low = std::min(low, each);
            high = std::max(high, each);
        }
    return {std::move(unit), low, high};
}

/// One operation on sets; none: the units do not fit, zero is among the divisors, or it is no + - * /.
std::optional<ValueSet> combine(Operation operation, const ValueSet& a, const ValueSet& b) {
    switch (operation) {
    case Operation::add:
        return sameDimension(a.unit, b.unit) ? std::optional(ValueSet{a.unit, a.low + b.low, a.high + b.high})
                                             : std::nullopt;
    case Operation::subtract:
        return sameDimension(a.unit, b.unit) ? std::optional(ValueSet{a.unit, a.low - b.high, a.high - b.low})
                                             : std::nullopt;
    case Operation::multiply: return product(a, b, multiply(a.unit, b.unit));
    case Operation::divide:
        if (b.low <= 0 && b.high >= 0)
            return std::nullopt;
        return product(a, ValueSet{{}, 1 / b.high, 1 / b.low}, divide(a.unit, b.unit));
    default: return std::nullopt;
    }
}

std::optional<ValueSet> evaluate(const Expression& expression, const std::map<std::string, ValueSet>& values) {
    std::vector<ValueSet> results;
    for (const Node& node : expression.nodes) {
        const auto operand = [&](std::size_t i) { return results[static_cast<std::size_t>(node.operands[i])]; };
        if (node.operation == Operation::number) {
            results.push_back({{}, node.number, node.number});
        } else if (node.operation == Operation::name) {
            results.push_back(values.at(node.word));
        } else if (node.operation == Operation::negate) {
            const ValueSet value = operand(0);
            results.push_back({value.unit, -value.high, -value.low});
        } else {
            const auto value = node.operands[1] < 0 ? std::nullopt : combine(node.operation, operand(0), operand(1));
            if (!value)
                return std::nullopt;
            results.push_back(*value);
        }
    }
    return results.back();
}

/// The names of the formula with what stands for them.
Result<std::vector<Term>> termsOf(const Derivation& derivation, const Expression& expression,
                                  const Rows<Attribute>& attributes) {
    std::vector<Term> terms;
    for (const Node& node : expression.nodes) {
        if (node.operation != Operation::name
            || std::any_of(terms.begin(), terms.end(), [&](const Term& term) { return term.name == node.word; }))
            continue;
        Term term{node.word, {}, {}, {}};
        for (const Assumed& assumed : derivation.assumed)
            if (assumed.name == node.word) {
                term.value = assumedSet(assumed);
                term.words = assumed.text + " " + assumed.unit;
            }
        for (const Row<Attribute>& attribute : attributes)
            if (derivationName(attribute->id) == node.word)
                term.attribute = attribute->id;
        if (!term.value && term.attribute.empty())
            return Error(ErrorCode::formulaUnknown, {}, {node.word, columnText(expression.text, node.start)});
        terms.push_back(std::move(term));
    }
    return terms;
}

std::optional<ValueSet> genericSet(const Claim& claim) {
    std::optional<ValueSet> set = valueSetOf(claim);
    if (set)
        set->unit = withoutChip(set->unit);
    return set;
}

bool shareSource(const Claim& a, const Claim& b) {
    return std::any_of(a.mentions.begin(), a.mentions.end(), [&](const Mention& one) {
        return std::any_of(b.mentions.begin(), b.mentions.end(),
                           [&](const Mention& other) { return other.anchor.source == one.anchor.source; });
    });
}

/// The claims of an attribute that can stand beside the first one, each value once: those of the same source, else all
/// of the same time.
std::vector<const Claim*> partnersOf(const Claim& first, const std::vector<const Claim*>& candidates) {
    std::vector<const Claim*> near, all;
    std::set<std::pair<double, double>> seen;
    for (const Claim* one : candidates) {
        if (!areRelatedSubjects(first.subject, one->subject) || !timesMeet(first, *one))
            continue;
        const ValueSet set = *valueSetOf(*one);
        if (!seen.insert({set.low, set.high}).second)
            continue;
        all.push_back(one);
        if (shareSource(first, *one))
            near.push_back(one);
    }
    return near.empty() ? all : near;
}

/// Claims by attribute, those with a value alone; conversions say nothing of their own.
std::map<std::string, std::vector<const Claim*>> claimsByAttribute(const Evidence& evidence) {
    std::map<std::string, std::vector<const Claim*>> found;
    for (const Row<Claim>& claim : evidence.claims)
        if (valueSetOf(*claim) && !isConversion(evidence, *claim))
            found[claim->attribute.value].push_back(&*claim);
    return found;
}

std::string setText(const ValueSet& set, const std::string& unit) {
    const double scale = parseUnit(unit).value().scale;
    const std::string low = writeQuantity(set.low / scale, unit, 3), high = writeQuantity(set.high / scale, unit, 3);
    if (!std::isfinite(set.high))
        return "more than " + low;
    if (!std::isfinite(set.low))
        return "less than " + high;
    return low == high ? low : low + " to " + high;
}

class DerivationCheck {
public:
    DerivationCheck(const Evidence& evidence, const Document& document)
        : m_evidence(evidence),
          m_document(document),
          m_claims(claimsByAttribute(evidence)) {}

    std::vector<Finding> findAll() {
        for (const Row<Attribute>& attribute : m_document.attributes)
            for (const Derivation& derivation : attribute->derivations)
                findOne(*attribute, derivation);
        return std::move(m_findings);
    }

private:
    void findOne(const Attribute& attribute, const Derivation& derivation);
    bool findFrom(const Claim& first, const Attribute& attribute, const Derivation& derivation,
                  const Expression& expression, const std::vector<Term>& terms);
    bool derive(const Attribute& attribute, const Derivation& derivation, const Expression& expression,
                const std::vector<Term>& terms, const std::vector<const Claim*>& parts);
    void add(const Attribute& attribute, const Derivation& derivation, const ValueSet& derived,
             const std::vector<const Claim*>& parts, const std::vector<Term>& terms);
    void complain(const Attribute& attribute, const Derivation& derivation, const std::string& why);

    const Evidence& m_evidence;
    const Document& m_document;
    std::map<std::string, std::vector<const Claim*>> m_claims;
    std::vector<Finding> m_findings;
};

void DerivationCheck::complain(const Attribute& attribute, const Derivation& derivation, const std::string& why) {
    m_findings.push_back(makeFinding("derivation " + attribute.id.value + " " + derivation.formula, FindingKind::unit,
                                     Verdict::note, {},
                                     "The derivation " + derivation.formula + " of " + attribute.title + " " + why
                                         + ": nothing was derived by it."));
}

void DerivationCheck::findOne(const Attribute& attribute, const Derivation& derivation) {
    const Result<Expression> expression = parseFormula(derivation.formula);
    if (!expression)
        return complain(attribute, derivation, "cannot be read");
    const Result<std::vector<Term>> terms = termsOf(derivation, *expression, m_document.attributes);
    if (!terms)
        return complain(attribute, derivation,
                        "has the name " + terms.error().details.front()
                            + ", which is no attribute and no assumed value that can be read");
    const auto leading =
        std::find_if(terms->begin(), terms->end(), [](const Term& term) { return !term.attribute.empty(); });
    if (leading == terms->end())
        return complain(attribute, derivation, "goes by no attribute");
    const std::size_t before = m_findings.size();
    bool fits = true;
    std::set<std::tuple<std::string, std::string, double, double>> seen; // a figure told five times says it once
    for (const Claim* first : m_claims[leading->attribute.value]) {
        const ValueSet set = *valueSetOf(*first);
        const bool isNew = seen.insert({first->subject, unitText(set.unit), set.low, set.high}).second;
        if (isNew && m_findings.size() < before + mostFindings)
            fits = findFrom(*first, attribute, derivation, *expression, *terms) && fits;
    }
    if (!fits)
        complain(attribute, derivation, "does not come out in " + attribute.unit);
}

/// Every choice of one claim a term that goes with the first claim. False when one does not come out in the unit.
bool DerivationCheck::findFrom(const Claim& first, const Attribute& attribute, const Derivation& derivation,
                               const Expression& expression, const std::vector<Term>& terms) {
    std::vector<std::vector<const Claim*>> choices{{}};
    bool isFirst = true;
    for (const Term& term : terms) {
        if (term.value)
            continue;
        const std::vector<const Claim*> candidates =
            isFirst ? std::vector{&first} : partnersOf(first, m_claims[term.attribute.value]);
        isFirst = false;
        std::vector<std::vector<const Claim*>> longer;
        for (const std::vector<const Claim*>& choice : choices)
            for (const Claim* claim : candidates)
                if (longer.size() < mostFindings) {
                    longer.push_back(choice);
                    longer.back().push_back(claim);
                }
        choices = std::move(longer);
    }
    bool fits = true;
    for (const std::vector<const Claim*>& choice : choices)
        fits = derive(attribute, derivation, expression, terms, choice) && fits;
    return fits;
}

bool DerivationCheck::derive(const Attribute& attribute, const Derivation& derivation, const Expression& expression,
                             const std::vector<Term>& terms, const std::vector<const Claim*>& parts) {
    std::map<std::string, ValueSet> values;
    std::size_t part = 0;
    for (const Term& term : terms)
        values.emplace(term.name, term.value ? *term.value : *genericSet(*parts[part++]));
    const auto derived = evaluate(expression, values);
    const Result<Unit> unit = parseUnit(attribute.unit.empty() ? "1" : attribute.unit);
    if (!derived || !unit || !sameDimension(derived->unit, withoutChip(*unit)))
        return false;
    add(attribute, derivation, *derived, parts, terms);
    return true;
}

void DerivationCheck::add(const Attribute& attribute, const Derivation& derivation, const ValueSet& derived,
                          const std::vector<const Claim*>& parts, const std::vector<Term>& terms) {
    std::vector<std::string> words;
    for (const Claim* part : parts)
        words.push_back(attributeTitle(m_evidence, part->attribute) + " " + wordsAndPlace(m_evidence, *part));
    std::string assumption;
    for (const Term& term : terms)
        if (term.value)
            assumption += " " + term.name + " = " + term.words + " is an assumption, no claim.";
    const bool isOneTold = parts.size() < 2 || std::all_of(parts.begin(), parts.end(), [&](const Claim* part) {
                               return shareSource(*parts.front(), *part);
                           });
    const std::string implied =
        parts.front()->subject + ": " + listText(words) + (parts.size() > 1 ? " imply " : " implies ")
        + (isOneTold ? "" : "(if they are of one moment) ") + attribute.title + " of "
        + setText(derived, attribute.unit.empty() ? "1" : attribute.unit) + " (" + derivation.formula + ")";
    const std::string rule = "derived " + derivation.formula;
    std::size_t compared = 0;
    for (const Claim* claimed : m_claims[attribute.id.value]) {
        if (!areRelatedSubjects(claimed->subject, parts.front()->subject))
            continue;
        ++compared;
        const bool meets = setsMeet(derived, *genericSet(*claimed));
        const bool isFirm = assumption.empty() && timesMeet(*claimed, *parts.front());
        std::vector<const Claim*> claims{claimed};
        claims.insert(claims.end(), parts.begin(), parts.end());
        std::string reason = implied;
        // with an assumed value a part of what was bought comes out below the whole: no contradiction
        const bool isShort = !meets && !assumption.empty() && derived.high < genericSet(*claimed)->low;
        reason += meets ? ", which agrees with " : isShort ? ", which falls short of " : ", which does not agree with ";
        reason += wordsAndPlace(m_evidence, *claimed);
        reason += (isShort ? ": alone it does not account for that." : ".") + assumption;
        const Verdict verdict = meets ? Verdict::compatible : isFirm ? Verdict::conflict : Verdict::note;
        m_findings.push_back(makeFinding(rule, FindingKind::total, verdict, claims, std::move(reason)));
    }
    if (compared == 0)
        m_findings.push_back(
            makeFinding(rule, FindingKind::total, Verdict::compatible, parts, implied + "." + assumption));
}

} // namespace

std::vector<Finding> findDerived(const Evidence& evidence, const Document& document) {
    return DerivationCheck(evidence, document).findAll();
}

} // namespace assay
