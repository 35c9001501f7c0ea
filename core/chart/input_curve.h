// Input curve: the density of an input's own distribution (never a smoothed sample), with handles at P5, P50 and P95
// that rewrite its text. A picture of one text, not of a run.
#pragma once

#include "core/chart/chart.h"
#include "core/chart/chart_spec.h"

#include <string>

namespace assay {

enum class CurveForm { density, cumulative };

struct InputCurveQuestion {
    ModelInput input;
    std::string text; ///< TEXT
    ScenarioId scenario;
    Rows<Claim> claims; ///< those it is bound to
    CurveForm form = CurveForm::density;
    std::optional<HeldAxes> held; ///< while a hand moves something: the axis stays
    NumberScript numbers = NumberScript::letters;
};

/// Errors: those of readInput.
Result<ChartSpec> buildInputCurve(const InputCurveQuestion& question);

} // namespace assay
