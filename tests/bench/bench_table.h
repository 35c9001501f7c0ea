// The claims table at 10,000, 100,000 and 1,000,000 rows against QSortFilterProxyModel, in one run.
#pragma once

namespace assay::bench {

/// Prints times, ratios with their goals, and memory. False: a goal was missed.
bool printTable();

} // namespace assay::bench
