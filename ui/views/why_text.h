// "Why this number?": an output's formulas with today's values, down to the inputs it stands on. Knows no widget.
#pragma once

#include "core/document/document.h"
#include "core/scenario/run.h"
#include "ui/views/basis_text.h"

#include <QtCore/QString>

#include <vector>

namespace assay {

/// One formula on the way to the output, innermost last.
struct WhyFormula {
    QString title;
    QString formula; ///< "rental_cost = hours * price"
    QString value;   ///< "$5.576M" when the run has it; empty for a step that is no output
    QString source;
};

/// One input that the output depends on, most influential first.
struct WhyInput {
    VariableId id;
    QString title;
    QString value;  ///< "1.3 to 3.2 USD/(GPU*h)" as typed
    QString effect; ///< "$3.6M to $8.9M" as the input goes from P5 to P95; empty when fixed
    BasisLine basis;
};

struct WhyNumber {
    QString title;
    QString value;
    std::vector<WhyFormula> formulas;
    std::vector<WhyInput> inputs;
};

/// `run` may be null: then there are no values yet.
WhyNumber whyNumber(const Document& document, const Scenario& scenario, const VariableId& output, const RunPtr& run);

} // namespace assay
