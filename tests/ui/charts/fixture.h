// Synthetic runs for tests of charts: lognormal samples by a fixed formula. Never shipped, never shown to a user.
#pragma once

#include "core/chart/chart.h"

#include <QtCore/QString>

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

/// Where pictures go when somebody wants to look at them; empty: nowhere.
QString galleryFolder();

} // namespace assay::test
