// The Singapore model on each quarter's revenue cells: GPUs sample by sample, alone and added up. Knows no picture.
#pragma once

#include "core/catalog/catalog.h"
#include "core/scenario/run.h"
#include "core/scenario/statistics.h"

#include <cstdint>
#include <string>
#include <vector>

namespace assay {

/// A quarter by billing location: what was billed to Singapore, and all of Nvidia's revenue.
struct Quarter {
    const RevenueRow* billed = nullptr;
    const RevenueRow* total = nullptr;
    double from = 0, to = 0; ///< days since 1970-01-01
};

/// Consecutive quarters whose filings were out by a date (shortened to a month: by its end), oldest first; empty asOf:
/// all of them. Valid as long as the catalogues.
std::vector<Quarter> publishedQuarters(const std::string& asOf, const Catalogs& catalogs = {});

struct QuarterStep {
    Quarter quarter;
    Quantiles alone; ///< GPUs
    Quantiles together;
    std::uint64_t enough = 0; ///< samples that reach the claimed number by the quarter's end
};

struct QuarterSteps {
    std::vector<QuarterStep> steps; ///< empty when no sample gave a number
    std::size_t samples = 0;        ///< that did
    std::size_t left = 0;           ///< that did not
};

/// GPUs = max(0, billed - d R) c (1 - u) x / P, the run's d, c, u, x and P alike in every quarter. (domain:
/// "Singapore", scenario model). The run must be one of that model (singaporeEvidence).
QuarterSteps quarterSteps(const Run& run, const std::vector<Quarter>& quarters, double claimed);

} // namespace assay
