// What one can do about a chart that has nothing to show: the button below its sentence. Does nothing itself.
#pragma once

#include "core/chart/chart.h"

#include <QtCore/QString>

namespace assay {

enum class Remedy {
    newScenario,  ///< no scenario computes what the chart shows
    showInputs,   ///< a scenario is there, its inputs have no range
    importSource, ///< no claim can be made yet: there is nothing to read
    readSource,   ///< sources are there, the claim is missing
};

/// For a kind whose builder said chartEmpty in this context.
Remedy remedyFor(const ChartKind& kind, const ChartContext& context);
QString remedyText(Remedy remedy); ///< for a button

} // namespace assay
