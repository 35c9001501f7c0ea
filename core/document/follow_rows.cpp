// A scenario is touched only when one of its inputs changes: its row stays the same object otherwise.
#include "core/document/follow_rows.h"

#include "core/catalog/cell.h"
#include "core/dist/distribution.h"
#include "core/document/bind_catalogue.h"
#include "core/scenario/catalogue_basis.h"
#include "core/units/unit.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace assay {
namespace {

constexpr double oneRounding = 1e-12; // what a change of units may cost

/// What an input would have from a cell; none when there is no such cell, or in another unit.
std::optional<std::string> textOf(const Result<CatalogCell>& cell, const ModelInput& input) {
    if (!cell)
        return std::nullopt;
    const Result<std::string> text = inputText(*cell, input.unit);
    return text ? std::optional(*text) : std::nullopt;
}

/// "H800" of "989 TFLOP/(s*H800)".
std::string chipIn(const std::string& text, const ModelInput& input) {
    const Result<InputValue> value = readInput(text, input.unit);
    const Result<Unit> unit = parseUnit(value && !value->unit.empty() ? value->unit : input.unit);
    return unit ? chipOf(*unit) : std::string();
}

/// One scenario's inputs with their cells before and after.
class Follower {
public:
    Follower(Scenario& scenario, const Catalogs& before, const Catalogs& after)
        : m_inputs(scenario.inputs),
          m_before(before),
          m_after(after) {}

    void follow(const ModelInput& input, const std::string& reference) {
        const auto own = std::find_if(m_inputs.begin(), m_inputs.end(),
                                      [&](const ScenarioInput& one) { return one.input == input.id; });
        const std::string taken = own == m_inputs.end() ? input.defaultText : own->text;
        const Result<CatalogCell> was = cellUnder(reference, input, taken);
        const Result<CatalogCell> is = findCell(was ? was->reference : reference, m_after);
        const std::optional<std::string> had = textOf(was, input), has = textOf(is, input);
        if (!has)
            return;
        if (own != m_inputs.end()) {
            if (had && saySame(taken, *had, input.unit))
                takeOver(own, input, *was, *is);
        } else if (!had || !saySame(*had, *has, input.unit))
            m_inputs.push_back({input.id, *has, Basis{BasisKind::catalogue, {}, reference, catalogueNote(*is)}});
    }

private:
    /// The cell of a reference; of one to a whole row the cell that has the number taken.
    Result<CatalogCell> cellUnder(const std::string& reference, const ModelInput& input,
                                  const std::string& taken) const {
        if (std::count(reference.begin(), reference.end(), '/') > 1)
            return findCell(reference, m_before);
        const Result<std::vector<CatalogCell>> cells = valueCells(reference, m_before);
        for (const CatalogCell& cell : cells ? *cells : std::vector<CatalogCell>())
            if (const std::optional<std::string> says = textOf(cell, input); says && saySame(*says, taken, input.unit))
                return cell;
        return Error(ErrorCode::idUnknown, reference, {"catalogue value", reference});
    }

    void takeOver(std::vector<ScenarioInput>::iterator own, const ModelInput& input, const CatalogCell& was,
                  const CatalogCell& is) {
        const std::string says = inputText(is, input.unit).value(); // follow() has asked
        const bool isDefault = is.row.origin == RowOrigin::shipped && was.row.origin != RowOrigin::shipped
                               && catalogueDefault(input) == own->basis.reference
                               && saySame(says, input.defaultText, input.unit);
        if (isDefault) {
            m_inputs.erase(own);
            return;
        }
        if (!saySame(own->text, says, input.unit))
            own->text = bindChip(std::string_view(says), chipIn(own->text, input));
        if (own->basis.note == catalogueNote(was))
            own->basis.note = catalogueNote(is);
    }

    std::vector<ScenarioInput>& m_inputs;
    const Catalogs& m_before;
    const Catalogs& m_after;
};

/// The scenarios that `isMeant`, and of them the inputs on references that are.
void follow(Document& document, const Catalogs& before, const std::function<bool(const Scenario&)>& isMeant,
            const std::function<bool(const std::string&)>& isReference) {
    const Catalogs after(document.catalogueRows);
    for (Row<Scenario>& row : document.scenarios) {
        const Model* model = find(document.models, row->model);
        if (model == nullptr || !isMeant(*row))
            continue;
        Scenario next = *row;
        Follower follower(next, before, after);
        for (const ModelInput& input : model->inputs)
            if (const std::string reference = catalogueReference(*row, input); isReference(reference))
                follower.follow(input, reference);
        if (!(next == *row))
            row = Row<Scenario>(std::move(next));
    }
}

} // namespace

bool saySame(const std::string& text, const std::string& other, const std::string& unit) {
    if (text == other)
        return true;
    const Result<InputValue> a = readInput(text, unit), b = readInput(other, unit);
    if (!a || !b)
        return false;
    const auto* one = std::get_if<Fixed>(&a->distribution.shape);
    const auto* two = std::get_if<Fixed>(&b->distribution.shape);
    return one != nullptr && two != nullptr
           && std::abs(one->value - two->value) <= oneRounding * std::max(std::abs(one->value), std::abs(two->value));
}

void followRow(Document& document, const Catalogs& before, const CatalogueRowId& row) {
    follow(
        document, before, [](const Scenario&) { return true; },
        [&](const std::string& reference) { return isOfRow(reference, row); });
}

void takeOwnRows(Document& document, const ScenarioId& scenario) {
    if (document.catalogueRows.empty())
        return;
    follow(
        document, Catalogs(), [&](const Scenario& one) { return one.id == scenario; },
        [](const std::string& reference) { return !reference.empty(); });
}

} // namespace assay
