// Synthetic runs for tests of charts: lognormal samples by a fixed formula. Never shipped, never shown to a user.
#pragma once

#include "core/chart/chart.h"

namespace assay::test {

/// n quantiles of a lognormal in a scrambled but fixed order.
std::vector<double> lognormalSamples(double median, double sigma, std::size_t n);

/// An output with exact statistics of its samples (declared unit, scale 1).
OutputSummary outputOfSamples(std::string id, std::string title, std::string unit, std::vector<double> samples);

/// Four scenarios of two models with costs, GPU-hours and sensitivities, a Singapore scenario, and claims of two
/// attributes.
const ChartContext& sampleContext(); ///< made once: it is only read

/// `count` scenarios with a rental cost each; `name` in every title.
ChartContext contextOfScenarios(std::size_t count, const std::string& name);

/// The sample with one thing changed: most tests are about what that does.
template <class Change>
ChartContext sampleWith(Change change) {
    ChartContext context = sampleContext();
    change(context);
    return context;
}

/// The context's run of a scenario, changed.
template <class Change>
void changeRun(ChartContext& context, const char* scenario, Change change) {
    for (RunPtr& run : context.runs)
        if (run->scenario.value == scenario) {
            Run changed = *run;
            change(changed);
            run = std::make_shared<const Run>(std::move(changed));
        }
}

template <class M>
std::vector<M> marksOf(const ChartSpec& spec) {
    std::vector<M> marks;
    for (const Mark& mark : spec.marks)
        if (const M* one = std::get_if<M>(&mark))
            marks.push_back(*one);
    return marks;
}

} // namespace assay::test
