// Revenue cells of the catalogue times the samples of a run's shares, added up from quarter to quarter.
#include "core/chart/singapore_steps.h"

#include "core/chart/ticks.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

namespace assay {
namespace {

/// "2025-01" holds all of January.
bool isOut(const RevenueRow& row, const std::string& asOf) { return row.published.substr(0, asOf.size()) <= asOf; }

/// Quarters by billing location with no gap between them, up to the last one.
std::vector<Quarter> allQuarters(const Catalogs& catalogs) {
    std::vector<Quarter> quarters;
    for (const RevenueRow& row : revenueRows(catalogs)) {
        if (row.basis != "billing_location" || row.periodType != "quarter" || row.region != "singapore")
            continue;
        const RevenueRow* total = findRevenue(row.basis, row.label, "total", catalogs);
        const std::optional<double> from = dayOf(row.start), to = dayOf(row.end);
        if (total && from && to)
            quarters.push_back({&row, total, *from, *to});
    }
    std::sort(quarters.begin(), quarters.end(), [](const Quarter& a, const Quarter& b) { return a.from < b.from; });
    std::size_t first = quarters.empty() ? 0 : quarters.size() - 1;
    while (first > 0 && quarters[first - 1].to + 1 == quarters[first].from)
        --first;
    quarters.erase(quarters.begin(), quarters.begin() + static_cast<std::ptrdiff_t>(first));
    return quarters;
}

/// An input in base units, sample by sample.
struct InputValues {
    const InputSummary* input = nullptr;
    double at(std::size_t i) const { return input->samples ? (*input->samples)[i] : input->p50 * input->unitScale; }
};

struct Factors {
    std::vector<double> delivered; ///< d, share of all revenue
    std::vector<double> perDollar; ///< c (1 - u) x / P: GPUs for each dollar that went on from Singapore
    std::size_t left = 0;          ///< samples that gave no number
};

/// The scenario's share of each dollar, sample by sample. (domain: "Singapore", scenario model)
Factors factorsOf(const Run& run) {
    std::array<InputValues, 5> values;
    constexpr std::array<std::string_view, 5> ids{"delivered_share", "compute_share", "cleared_share", "diverted_share",
                                                  "gpu_price"};
    std::size_t count = SIZE_MAX;
    for (std::size_t k = 0; k < ids.size(); ++k) {
        for (const InputSummary& input : run.inputs)
            if (input.id.value == ids[k])
                values[k].input = &input;
        if (values[k].input->samples)
            count = std::min(count, values[k].input->samples->size());
    }
    if (count == SIZE_MAX)
        count = 1; // every input is a fixed number
    Factors factors;
    for (std::size_t i = 0; i < count; ++i) {
        const double d = values[0].at(i);
        const double factor = values[1].at(i) * (1 - values[2].at(i)) * values[3].at(i) / values[4].at(i);
        if (!std::isfinite(d) || !std::isfinite(factor)) {
            ++factors.left;
            continue;
        }
        factors.delivered.push_back(d);
        factors.perDollar.push_back(factor);
    }
    return factors;
}

} // namespace

std::vector<Quarter> publishedQuarters(const std::string& asOf, const Catalogs& catalogs) {
    std::vector<Quarter> quarters = allQuarters(catalogs);
    if (!asOf.empty())
        std::erase_if(quarters, [&](const Quarter& quarter) { return !isOut(*quarter.billed, asOf); });
    return quarters;
}

QuarterSteps quarterSteps(const Run& run, const std::vector<Quarter>& quarters, double claimed) {
    const Factors factors = factorsOf(run);
    QuarterSteps numbers;
    numbers.samples = factors.perDollar.size();
    numbers.left = factors.left;
    if (factors.perDollar.empty())
        return numbers;
    std::vector<double> together(factors.perDollar.size(), 0.0), alone(together.size());
    for (const Quarter& quarter : quarters) {
        const double billed = quarter.billed->millionUsd * 1e6, revenue = quarter.total->millionUsd * 1e6;
        QuarterStep step;
        step.quarter = quarter;
        for (std::size_t i = 0; i < alone.size(); ++i) {
            alone[i] = std::max(0.0, billed - factors.delivered[i] * revenue) * factors.perDollar[i];
            together[i] += alone[i];
            step.enough += together[i] >= claimed ? 1 : 0;
        }
        step.alone = quantilesOf(alone);
        step.together = quantilesOf(together);
        numbers.steps.push_back(step);
    }
    return numbers;
}

} // namespace assay
