// The rows and columns of the consistency chart: claims that say the same by the same first speaker share a row, and
// only what can be compared, or was set by the analyst, is in it. Knows no mark.
#pragma once

#include "core/chart/chart.h"
#include "core/scenario/consistency.h"
#include "core/scenario/override.h"

#include <optional>
#include <vector>

namespace assay {

struct MatrixCell {
    ClaimPlace computed;
    std::optional<Override> set; ///< the analyst's verdict in its place

    Place verdict() const { return set ? set->verdict : computed.place; }
};

/// Set by the analyst when the run said something else than it says now.
bool isOutdated(const MatrixCell& cell);

struct MatrixRow {
    const Claim* claim = nullptr; ///< the first of them
    std::vector<ClaimId> claims;
    std::vector<MatrixCell> cells; ///< one a column
};

struct ClaimMatrix {
    std::vector<const Scenario*> columns; ///< with something to compare
    std::vector<MatrixRow> rows;
    std::size_t apart = 0;                    ///< claims with a value that nothing can be compared with
    std::vector<std::vector<ClaimId>> voices; ///< claims of the rows by who said them first
};

/// It has a verdict, computed or set.
bool isCompared(const MatrixCell& cell);

/// Rows by attribute in the codebook's order; those that tell scenarios apart come first, by the analyst's verdicts
/// where there are some.
ClaimMatrix claimMatrix(const ChartContext& context);

/// First speakers with a claim that has this verdict in the column: one originator counts once.
std::size_t countVoices(const ClaimMatrix& matrix, std::size_t column, Place verdict);

} // namespace assay
