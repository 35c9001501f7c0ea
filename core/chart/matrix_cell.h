// One cell of the consistency chart: its marks, what its tip says and its row of the table. Knows no other cell.
#pragma once

#include "core/chart/claim_matrix.h"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace assay {

/// Heads of the table that cells fill.
inline constexpr std::array<std::string_view, 11> matrixColumns{
    "Claim",    "Said first by",    "Claims",   "Scenario",          "Result", "Verdict", "Percentile",
    "Coverage", "Driver or reason", "Computed", "Set by the analyst"};
inline constexpr std::size_t verdictColumn = 5;

struct PlaceLook {
    Ink ink;
    Shape shape;
};

PlaceLook lookOf(Place place);

/// Of a cell that was set by the analyst, beside the shape of its verdict.
inline constexpr Shape setShape = Shape::star;

std::vector<Mark> cellMarks(const MatrixCell& cell, const Point& at, int datum);
Datum cellDatum(const ChartContext& context, const MatrixRow& row, const MatrixCell& cell, const Point& at);

} // namespace assay
