// Edits of the consistency matrix: the analyst's verdict on a cell, with its reason, and taking it back.
#pragma once

#include "core/base/result.h"
#include "core/document/document.h"
#include "core/scenario/run.h"

#include <string>
#include <vector>

namespace assay {

/// A cell of the matrix: claims that say the same by the same speaker share one.
struct MatrixPlace {
    ScenarioId scenario;
    std::vector<ClaimId> claims;
    bool operator==(const MatrixPlace&) const = default;
};

/// What the analyst says of a cell.
struct OwnVerdict {
    Place verdict{};
    Place computed{}; ///< as it stands now
    std::string reason;
    bool operator==(const OwnVerdict&) const = default;
};

/// The override that holds for this cell; null: none. Of two that a merge left, the first.
const Override* findOverride(const Rows<Override>& overrides, const ScenarioId& scenario, const ClaimId& claim);

/// Sets the cell, in place of what was set before, for each of its claims. Errors: nothingSelected (no claim),
/// idUnknown, fieldMissing (the reason is empty), fieldValue (the verdict is the computed one).
Result<Document> setOverride(const Document& document, const MatrixPlace& cell, const OwnVerdict& own);

/// The cell is as computed again. Error: idUnknown when nothing was set.
Result<Document> removeOverride(const Document& document, const MatrixPlace& cell);

/// What the run says of the claim. Error: idUnknown.
Result<Place> computedPlace(const Document& document, const RunPtr& run, const ClaimId& claim);

} // namespace assay
