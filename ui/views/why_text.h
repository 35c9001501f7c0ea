// "Why this number?": an output's formulas with today's values, down to the inputs it stands on. Knows no widget.
#pragma once

#include "core/document/document.h"
#include "core/scenario/explain.h"
#include "core/scenario/run.h"
#include "ui/views/basis_text.h"

#include <QtCore/QString>

#include <vector>

namespace assay {

/// One formula on the way to the output, innermost last.
struct WhyFormula {
    QString title;
    QString formula; ///< "rental_cost = hours * price"
    QString filled;  ///< "2.788M H800*h * 2 USD/(H800*h)": the names' medians; empty until they are known
    QString value;   ///< "$5.576M"; of a step that is no output once its median is known
    QString source;
};

/// One claim below an input: a click on it goes to its words.
struct WhyClaim {
    ClaimId id;
    QString line;  ///< "c12: $5.6 million – The Washington Post"
    QString words; ///< the quote
};

/// One input that the output depends on, most influential first.
struct WhyInput {
    VariableId id;
    QString title;
    QString value;  ///< "1.3 to 3.2 USD/(GPU*h)" as typed
    QString effect; ///< "$3.6M to $8.9M" as the input goes from P5 to P95; empty when fixed
    QString tenth;  ///< "$5.0M to $6.1M" as all its values are a tenth lower and higher; empty until it is known
    BasisLine basis;
    std::vector<WhyClaim> claims;
};

struct WhyNumber {
    QString title;
    QString value;
    std::vector<WhyFormula> formulas;
    std::vector<WhyInput> inputs;
};

/// `run` may be null: then there are no values yet; so may `explained`: then steps have none.
WhyNumber whyNumber(const Document& document, const Scenario& scenario, const VariableId& output, const RunPtr& run,
                    const Explained* explained = nullptr);

} // namespace assay
