// Statistic: one of the named statistics of a column, alone: what a question about an output asks again and again.
#pragma once

#include "core/units/unit.h"

#include <optional>
#include <span>
#include <string_view>

namespace assay {

/// The words of the command line: mean sd p5 p25 p50 p75 p95.
enum class Statistic { mean, sd, p5, p25, p50, p75, p95 };

std::string_view statisticText(Statistic statistic);
std::optional<Statistic> statisticFromText(std::string_view text);

/// Of the samples that are no NaN, in `unit`; the same definitions as in a run's summary. NaN when there are none.
double statisticOf(Statistic statistic, std::span<const double> samples, const Unit& unit);

} // namespace assay
