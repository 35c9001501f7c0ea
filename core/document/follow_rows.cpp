// A scenario is touched only when one of its inputs changes: its row stays the same object otherwise.
#include "core/document/follow_rows.h"

#include "core/catalog/cell.h"
#include "core/dist/distribution.h"
#include "core/document/bind_catalogue.h"
#include "core/scenario/catalogue_basis.h"

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

/// One input of a scenario with its cell before and after.
class Follower {
public:
    Follower(Scenario& scenario, const Catalogs& before, const Catalogs& after)
        : m_scenario(scenario),
          m_before(before),
          m_after(after) {}

    void follow(const ModelInput& input, const std::string& reference) {
        const Result<CatalogCell> was = findCell(reference, m_before), is = findCell(reference, m_after);
        const std::optional<std::string> had = textOf(was, input), has = textOf(is, input);
        if (!has)
            return;
        const auto own = std::find_if(m_scenario.inputs.begin(), m_scenario.inputs.end(),
                                      [&](const ScenarioInput& one) { return one.input == input.id; });
        const bool isSame = had && saySame(*had, *has, input.unit);
        if (own == m_scenario.inputs.end()) {
            if (!isSame)
                m_scenario.inputs.push_back(
                    {input.id, *has, Basis{BasisKind::catalogue, {}, reference, catalogueNote(*is)}});
            return;
        }
        if (!had || !saySame(own->text, *had, input.unit))
            return;
        const bool isDefault = is->row.origin == RowOrigin::shipped && catalogueDefault(input) == reference
                               && saySame(*has, input.defaultText, input.unit);
        if (isDefault && was->row.origin != RowOrigin::shipped) {
            m_scenario.inputs.erase(own);
            return;
        }
        if (!isSame)
            own->text = *has;
        if (own->basis.note == catalogueNote(*was))
            own->basis.note = catalogueNote(*is);
    }

private:
    Scenario& m_scenario;
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
