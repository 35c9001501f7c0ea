// Edits of the codebook and of grading scales: units, ranges and formulas are checked before they get in.
#include "core/base/error_code.h"
#include "core/claims/grade.h"
#include "core/claims/possible_range.h"
#include "core/dist/distribution.h"
#include "core/document/edit.h"
#include "core/document/edit_rows.h"
#include "core/scenario/check_units.h"
#include "core/scenario/formula.h"

#include <algorithm>

namespace assay {
namespace {

Result<Unit> unitOf(const std::string& unit) { return parseUnit(unit.empty() ? "1" : unit); }

/// The unit of a name in a derivation. Error formulaUnknown with the name alone; those of parseUnit.
Result<Unit> unitOfName(const Document& document, const Derivation& derivation, const std::string& name) {
    for (const Assumed& assumed : derivation.assumed)
        if (assumed.name == name)
            return unitOf(assumed.unit);
    for (const Row<Attribute>& attribute : document.attributes)
        if (derivationName(attribute->id) == name)
            return unitOf(attribute->unit);
    return Error(ErrorCode::formulaUnknown, {}, {name});
}

Result<> checkAssumed(const Derivation& derivation) {
    for (const Assumed& assumed : derivation.assumed) {
        if (!isVariableName(assumed.name))
            return Error(ErrorCode::fieldValue, derivation.formula,
                         {"name", assumed.name, "a letter, then letters, digits and _"});
        const Result<InputValue> value = readInput(assumed.text, assumed.unit);
        if (!value)
            return value.error();
    }
    return {};
}

bool isArithmetic(Operation operation) {
    return operation == Operation::number || operation == Operation::name || operation == Operation::negate
           || operation == Operation::add || operation == Operation::subtract || operation == Operation::multiply
           || operation == Operation::divide;
}

} // namespace

std::string derivationName(const AttributeId& id) {
    std::string name = id.value;
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
}

Result<> checkDerivation(const Document& document, const Attribute& attribute, const Derivation& derivation) {
    if (const Result<> assumed = checkAssumed(derivation); !assumed)
        return assumed.error();
    Result<Expression> expression = parseFormula(derivation.formula);
    if (!expression)
        return expression.error();
    CompiledFormula formula{std::move(*expression), {}};
    std::vector<Unit> units;
    bool namesAttribute = false;
    for (const Node& node : formula.expression.nodes) {
        const std::string column = columnText(formula.expression.text, node.mark);
        if (!isArithmetic(node.operation))
            return Error(ErrorCode::formulaSyntax, attribute.id.value, {"one of + - * /", column});
        if (node.operation == Operation::name && node.word == derivationName(attribute.id))
            return Error(ErrorCode::formulaCycle, attribute.id.value, {attribute.title});
        formula.variables.push_back(node.operation == Operation::name ? static_cast<int>(units.size()) : -1);
        if (node.operation != Operation::name)
            continue;
        const Result<Unit> unit = unitOfName(document, derivation, node.word);
        if (!unit && unit.error().code == ErrorCode::formulaUnknown)
            return Error(ErrorCode::formulaUnknown, attribute.id.value, {node.word, column});
        if (!unit)
            return unit.error();
        units.push_back(withoutChip(*unit));
        namesAttribute = namesAttribute
                         || std::none_of(derivation.assumed.begin(), derivation.assumed.end(),
                                         [&](const Assumed& assumed) { return assumed.name == node.word; });
    }
    if (!namesAttribute)
        return Error(ErrorCode::formulaSyntax, attribute.id.value, {"the name of an attribute", "1"});
    const Result<Unit> result = unitOfFormula(formula, units);
    const Result<Unit> wanted = unitOf(attribute.unit);
    if (!result || !wanted)
        return result ? wanted.error() : result.error();
    if (!sameDimension(*result, withoutChip(*wanted)))
        return Error(ErrorCode::formulaUnits, attribute.id.value,
                     {derivation.formula + " [" + unitText(*result) + "]",
                      attribute.title + " [" + (attribute.unit.empty() ? "1" : attribute.unit) + "]", "1"});
    return {};
}

Result<> checkAttribute(const Document& document, const Attribute& attribute) {
    if (attribute.title.empty())
        return Error(ErrorCode::nameEmpty, attribute.id.value, {"attribute"});
    for (const Row<Attribute>& other : document.attributes)
        if (other->id != attribute.id && other->title == attribute.title)
            return Error(ErrorCode::idTaken, other->id.value, {"attribute", attribute.title});
    if (const Result<Unit> unit = unitOf(attribute.unit); !unit)
        return unit.error();
    if (const Result<PossibleRange> range = possibleRange(attribute); !range)
        return range.error();
    const Attribute* old = find(document.attributes, attribute.id);
    for (const Derivation& derivation : attribute.derivations) {
        const bool isOld =
            old && old->unit == attribute.unit
            && std::find(old->derivations.begin(), old->derivations.end(), derivation) != old->derivations.end();
        if (const Result<> sound = checkDerivation(document, attribute, derivation); !sound && !isOld)
            return sound.error();
    }
    return {};
}

Result<Document> addAttribute(const Document& document, Attribute attribute) {
    if (const Result<> sound = checkAttribute(document, attribute); !sound)
        return sound.error();
    return addRow(document, &Document::attributes, "attribute", std::move(attribute));
}

Result<Document> setAttribute(const Document& document, Attribute attribute) {
    if (const Result<> sound = checkAttribute(document, attribute); !sound)
        return sound.error();
    return setRow(document, &Document::attributes, "attribute", std::move(attribute));
}

Result<Document> removeAttribute(const Document& document, const AttributeId& id) {
    return unlessUsed(removeRow(document, &Document::attributes, "attribute", id), "attribute", id.value);
}

Result<Document> setGradeScale(const Document& document, GradeScale scale) {
    if (const Result<> sound = checkScale(scale); !sound)
        return sound.error();
    return find(document.gradeScales, scale.id)
               ? setRow(document, &Document::gradeScales, "grade scale", std::move(scale))
               : addRow(document, &Document::gradeScales, "grade scale", std::move(scale));
}

Result<Document> resetGradeScale(const Document& document, const GradeScaleId& id) {
    Document next = document;
    std::erase_if(next.gradeScales, [&](const Row<GradeScale>& row) { return row->id == id; });
    return next;
}

} // namespace assay
