// ChartSpec: a chart as a plain value: what is to be seen, in data units, with the ids every mark stands on. It knows
// no size, no colour and no font.
#pragma once

#include "core/base/ids.h"
#include "core/chart/handle.h"
#include "core/chart/marks.h"
#include "core/chart/number_script.h"

#include <optional>
#include <string>
#include <vector>

namespace assay {

/// What a mark stands on: what a click on it selects, and where a reader can walk back to.
struct MarkIds {
    ScenarioId scenario;
    VariableId input;
    VariableId output;
    std::vector<ClaimId> claims;
    MentionId mention; ///< the words of the first claim that the mark stands for; empty: the claim's own choice
    bool operator==(const MarkIds&) const = default;
};

enum class AxisKind { linear, log, time, category };

struct Category {
    std::string label;      ///< in full; layout wraps it
    std::string shortLabel; ///< stands in when the full one can't fit: an id
    std::string note;       ///< second line, muted; may be empty
    std::string sign = {};  ///< when not even the short one fits, with a key below; empty: its number
    double line = 0;        ///< where in its row the label stands, from the middle downwards: beside what it names
    bool operator==(const Category&) const = default;
};

/// A stretch of a time axis that is left out.
struct TimeCut {
    double at = 0;   ///< axis value where it was; later days stand `days` further left
    double days = 0; ///< how many were left out
    bool operator==(const TimeCut&) const = default;
};

/// One axis. Values of a time axis are days since 1970-01-01, less those of the cuts before.
struct Axis {
    AxisKind kind = AxisKind::linear;
    std::string title;
    std::string unit; ///< of the tick labels; "%": values as printed (20 for 20 %)
    double low = 0;
    double high = 1;
    std::vector<Category> categories;
    std::optional<double> ticksFrom; ///< no tick below: what stands there has no place on the axis
    std::vector<TimeCut> cuts;       ///< of a time axis, from left to right
    std::string rest; ///< of rows that may be drawn in one when there is no room: "more speakers"; empty: left out
    std::string quantity = {}; ///< id of what is measured: axes of one quantity and unit share a crosshair; empty: none
    bool operator==(const Axis&) const = default;
};

struct Cell {
    std::string text;
    std::optional<double> number; ///< the number behind the text, as the picture uses it
    bool operator==(const Cell&) const = default;
};

/// One thing a reader can point at: a row of the table, a child for the screen reader, a tip.
struct Datum {
    std::string tip; ///< lines: value, interval, what it stands on
    Point at;
    std::vector<Cell> cells; ///< one a column
    MarkIds ids;
    bool operator==(const Datum&) const = default;
};

struct KeyEntry {
    Ink ink;
    Fill fill = Fill::solid;
    Shape shape = Shape::square;
    std::string text;
    std::optional<Dash> line = {}; ///< a line of this kind in place of the shape
    bool operator==(const KeyEntry&) const = default;
};

/// The key of a HeatField: what the ends of the ramp mean.
struct RampKey {
    std::string title;
    std::string unit;
    double low = 1;
    double high = 10; ///< the ramp is logarithmic
    bool operator==(const RampKey&) const = default;
};

/// Where a hand can brush a range of values, and the one that is brushed.
struct Brush {
    Along along = Along::x; ///< x or y
    std::optional<ValueRange> range;
    bool operator==(const Brush&) const = default;
};

struct ChartSpec {
    std::string chart;    ///< id of its kind
    std::string form;     ///< id of its form; empty: its kind has one only
    std::string picture;  ///< pictureName: what an analyst's title and a file are called by
    std::string title;    ///< states the finding
    std::string finding;  ///< the generated title, where the analyst wrote another one
    std::string subtitle; ///< unit and scope
    Axis x;
    Axis y;
    std::vector<Mark> marks; ///< in drawing order
    std::vector<KeyEntry> key;
    std::optional<RampKey> ramp;
    std::vector<std::string> notes;  ///< at most two, under the plot
    std::vector<std::string> footer; ///< sources, ids, model, seed, n, as-of; layout joins them by middle dots
    std::string summary;             ///< one sentence, for when there is no room to draw
    std::string altText;
    std::vector<std::string> columns; ///< heads of the table
    std::vector<Datum> data;
    std::optional<double> threshold; ///< of a line across the x axis that a hand can take hold of
    std::vector<Handle> handles;     ///< all that a hand can take hold of, the threshold included
    std::optional<Brush> brush;      ///< none: a range says nothing here
    bool hasVerdicts = false;        ///< its data are cells of claims against scenarios, which the analyst can set
    std::string statement;           ///< a sentence worth copying: "what must be true"; empty: the summary is
    NumberScript numbers = NumberScript::letters; ///< that its words are written in, and its ticks will be
    bool operator==(const ChartSpec&) const = default;
};

} // namespace assay
