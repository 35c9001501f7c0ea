// The set of values that a written number stands for. (evidence: "Low and high")
#pragma once

#include "core/units/decimal.h"
#include "core/units/quantity.h"

namespace assay {

/// value +- half a unit of its last significant digit, never wider than 10 % of it.
Quantity exactly(const Decimal& decimal);

/// low..high with no single value.
Quantity between(const Decimal& low, const Decimal& high, Bound bound);

} // namespace assay
