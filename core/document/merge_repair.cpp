// References after a merge: each round mends what checkReferences names first, until nothing is named.
#include "core/document/merge_parts.h"

#include "core/document/bind_claims.h"
#include "core/document/edit.h"
#include "core/document/merge_rows.h"

#include <algorithm>

namespace assay {
namespace {

template <class T>
const Row<T>* rowOf(const Rows<T>& rows, const std::string& id) {
    for (const Row<T>& row : rows)
        if (row->id.value == id)
            return &row;
    return nullptr;
}

/// A row that only one side has back in its place.
template <class T>
bool bringBack(Merging& merging, const RowKind<T>& kind, const std::string& id, Document& document) {
    const Row<T>* ours = rowOf(merging.ours.*kind.rows, id);
    const Row<T>* theirs = rowOf(merging.theirs.*kind.rows, id);
    const Row<T>* kept = ours ? ours : theirs;
    if (!kept || rowOf(document.*kind.rows, id))
        return false;
    merging.conflicts.push_back(wholeRowConflict(kind, id, rowOf(merging.base.*kind.rows, id), ours, theirs));
    Rows<T> rows = document.*kind.rows;
    rows.push_back(*kept);
    const RowIndex<T> index = rowIndex(rows);
    const auto isAlive = [&](std::string_view name) { return index.contains(name); };
    Rows<T> ordered;
    for (const std::string_view name : mergeOrder(rowIds(merging.base.*kind.rows), rowIds(merging.ours.*kind.rows),
                                                  rowIds(merging.theirs.*kind.rows), isAlive)
                                           .ids)
        ordered.push_back(*index.at(name));
    document.*kind.rows = std::move(ordered);
    return true;
}

/// A row both sides changed in ways that do not fit together goes back to what it was.
template <class T>
bool goBack(Merging& merging, const RowKind<T>& kind, const std::string& id, Document& document) {
    const Row<T>* base = rowOf(merging.base.*kind.rows, id);
    for (Row<T>& row : document.*kind.rows) {
        if (row->id.value != id || base == nullptr || row == *base)
            continue;
        row = *base;
        merging.conflicts.push_back(
            wholeRowConflict(kind, id, base, rowOf(merging.ours.*kind.rows, id), rowOf(merging.theirs.*kind.rows, id)));
        return true;
    }
    return false;
}

/// The model with this id, or the one that has an input or formula of this name.
std::string modelAt(const Document& document, const std::string& place) {
    for (const Row<Model>& model : document.models)
        if (model->id.value == place || findElement(model->inputs, place) || findElement(model->formulas, place))
            return model->id.value;
    return {};
}

bool mend(Merging& merging, const Error& error, Document& document) {
    bool mended = false;
    if (error.code == ErrorCode::idDangling)
        forEachRowKind([&](const auto& kind) {
            if (!mended && kind.what == error.details.at(0))
                mended = bringBack(merging, kind, error.details.at(1), document);
        });
    if (error.code == ErrorCode::idDangling && error.details.at(0) == "claim" && !mended) {
        // Both sides deleted the claim and changed the input on it, differently: the input of the base lost it too.
        const Rows<Scenario> before = document.scenarios;
        loseClaims(document, {ClaimId{error.details.at(1)}});
        mended = document.scenarios != before;
    }
    const auto& scenarios = std::get<RowKind<Scenario>>(rowKinds);
    const auto& models = std::get<RowKind<Model>>(rowKinds);
    mended = mended || goBack(merging, std::get<RowKind<CatalogueRow>>(rowKinds), error.place, document);
    mended = mended || goBack(merging, scenarios, error.place, document);
    if (const Scenario* scenario = find(document.scenarios, ScenarioId{error.place}))
        mended = mended || goBack(merging, models, scenario->model.value, document);
    mended = mended || goBack(merging, models, modelAt(document, error.place), document);
    if (!mended) // the scenario at fault feeds on another one, whose model has changed
        for (const Row<Model>& model : Rows<Model>(document.models))
            mended = mended || goBack(merging, models, model->id.value, document);
    return mended;
}

} // namespace

Result<Document> repaired(Merging& merging, Document document) {
    for (;;) {
        const Result<> sound = checkReferences(document);
        if (sound)
            return document;
        if (!mend(merging, sound.error(), document))
            return sound.error();
    }
}

} // namespace assay
