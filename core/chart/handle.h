// Handles: marks of a chart that a hand can take hold of: where they stand, along which axes they go and what their
// place means. A chart says it as data; a canvas turns a drag or an arrow key into a place, a view the place into one
// edit. They know no pixel.
#pragma once

#include "core/chart/marks.h"
#include "core/scenario/run.h"

#include <string>
#include <vector>

namespace assay {

enum class HandleKind { threshold, rangeLow, rangeHigh, input };
enum class Along { x, y, both };

/// What a place on one axis is to an input.
struct Lever {
    VariableId input;
    double probability = 0.5; ///< the quantile that goes there: 0.05, 0.5 or 0.95
    double scale = 1;         ///< input in its declared unit = place * scale; with `outcome` through outcomeScale
    VariableId outcome;       ///< the axis is of this output: the place is the mean outcome at that input; else empty
    bool operator==(const Lever&) const = default;
};

struct Handle {
    HandleKind kind = HandleKind::input;
    std::string id;      ///< the same from picture to picture while it is held: "price/p5"
    std::string name;    ///< "P5 of Rental price"
    std::string reading; ///< what it stands at, as a reader says it: "$1.3/GPU-hour"
    Point at;
    Along along = Along::x;
    double reach = 0; ///< it can be taken that far beside `at`, across its direction, axis units; infinite: anywhere
    ScenarioId scenario;
    std::vector<Lever> levers; ///< kind input: of x, then of y
    bool operator==(const Handle&) const = default;
};

/// "P5 of Rental price: $1.3/GPU-hour".
std::string handleText(const Handle& handle);

/// What a hand asks of an input: its quantile at a value of its declared unit.
struct InputWish {
    VariableId input;
    double probability = 0.5;
    double value = 0;
    bool operator==(const InputWish&) const = default;
};

/// Mean outcome (x, ascending) against input (y), both in declared units, from the run's samples: the outcome at an
/// input does not depend on how the input is spread, so that it also tells which input a wished outcome takes. Goes one
/// way; empty when the outcome does not follow the input one way or there are too few samples.
std::vector<Point> outcomeScale(const Run& run, const VariableId& input, const VariableId& output);

/// The table's value at a place, straight between points and beyond the ends.
double valueOn(const std::vector<Point>& table, double place);

/// What taking the handle to a place asks for; `run` is the one its chart was made of. Empty: nothing that can be done.
std::vector<InputWish> wishesOf(const Handle& handle, const Point& place, const Run& run);

} // namespace assay
