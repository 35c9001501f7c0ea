// Tornado: how far one scenario's outcome moves as one input goes from its P5 to its P95, from the same sample.
#include "core/chart/build.h"
#include "core/chart/builders.h"
#include "core/chart/format.h"

#include <algorithm>
#include <cmath>

namespace assay {
namespace {

constexpr std::size_t mostBars = 10;

struct TornadoParts {
    const Scenario* scenario = nullptr;
    const Run* run = nullptr;
    const OutputSummary* output = nullptr;
};

double swing(const Sensitivity& s) { return std::abs(s.high - s.low); }

bool isUsable(const Sensitivity& s) {
    return std::isfinite(s.low) && std::isfinite(s.high) && std::isfinite(s.inputLow) && std::isfinite(s.inputHigh);
}

TornadoParts partsOf(const ChartContext& context, const Scenario& scenario) {
    const Run* run = runOf(context, scenario.id);
    const OutputSummary* output = run ? primaryOutput(context, *run) : nullptr;
    const bool moves = output && output->p5 < output->p95
                       && std::any_of(output->sensitivity.begin(), output->sensitivity.end(), isUsable);
    return moves ? TornadoParts{&scenario, run, output} : TornadoParts{};
}

TornadoParts chosenParts(const ChartContext& context) {
    for (const Row<Scenario>& scenario : context.scenarios) {
        if (context.scenario && scenario->id != *context.scenario)
            continue;
        if (const TornadoParts parts = partsOf(context, *scenario); parts.output)
            return parts;
    }
    return {};
}

const InputSummary* inputOf(const Run& run, const VariableId& id) {
    const auto found =
        std::find_if(run.inputs.begin(), run.inputs.end(), [&](const InputSummary& input) { return input.id == id; });
    return found == run.inputs.end() ? nullptr : &*found;
}

class TornadoChart {
public:
    TornadoChart(const ChartContext& context, const TornadoParts& parts) : m_context(context), m_parts(parts) {
        for (const Sensitivity& s : parts.output->sensitivity)
            if (isUsable(s))
                m_bars.push_back(&s);
        std::stable_sort(m_bars.begin(), m_bars.end(),
                         [](const Sensitivity* a, const Sensitivity* b) { return swing(*a) > swing(*b); });
        if (context.held) // bars keep their places under the hand
            std::stable_sort(m_bars.begin(), m_bars.end(), [&](const Sensitivity* a, const Sensitivity* b) {
                return heldRow(context, a->input.value, {}) < heldRow(context, b->input.value, {});
            });
        for (; m_bars.size() > mostBars; m_bars.pop_back())
            m_others.push_back(m_bars.back());
    }

    ChartSpec build() {
        const OutputSummary& o = *m_parts.output;
        m_spec.chart = "tornado";
        double low = o.mean;
        double high = o.mean;
        for (const Sensitivity* s : m_bars) {
            low = std::min({low, s->low, s->high});
            high = std::max({high, s->low, s->high});
        }
        m_width = high - low;
        const double room = 0.12 * (high - low); // for the input values beside the bars
        const Range range = niceLinearRange(low - room, high + room);
        m_spec.x = heldX(
            m_context, {AxisKind::linear, {}, o.unit, low >= 0 ? std::max(0.0, range.low) : range.low, range.high, {}});
        m_spec.x.quantity = quantityOf(m_context, o.id);
        m_spec.y = {AxisKind::category,
                    {},
                    {},
                    -0.5,
                    static_cast<double>(m_bars.size() + (m_others.empty() ? 0 : 1)) - 0.5,
                    {}};
        m_spec.columns = {
            "Input", "Input P5",         "Input P95",        o.title + " at input P5", o.title + " at input P95",
            "Swing", "Rank correlation", "First-order index"};
        for (std::size_t i = 0; i < m_bars.size(); ++i)
            addBar(*m_bars[i], static_cast<double>(i));
        if (!m_others.empty())
            addOthers();
        m_spec.marks.push_back(Rule{Direction::vertical,
                                    o.mean,
                                    {InkRole::text},
                                    1.4,
                                    Dash::solid,
                                    "Mean " + tickQuantity(o.mean, o.unit, 2),
                                    -1});
        m_spec.key = {{{InkRole::low}, Fill::solid, Shape::square, "input at its P5"},
                      {{InkRole::high}, Fill::solid, Shape::square, "input at its P95"}};
        addWords();
        return std::move(m_spec);
    }

private:
    std::string inputTitle(const Sensitivity& s) const {
        const InputSummary* input = inputOf(*m_parts.run, s.input);
        return input && !input->title.empty() ? input->title : s.input.value;
    }

    std::string inputUnit(const Sensitivity& s) const {
        const InputSummary* input = inputOf(*m_parts.run, s.input);
        return input ? input->unit : std::string();
    }

    void addBar(const Sensitivity& s, double y) {
        const double base = m_parts.output->mean;
        const int datum = static_cast<int>(m_spec.data.size());
        // Both ends clearly on one side of the mean: the outcome does not follow the input one way.
        const bool oneSided = (s.low - base) * (s.high - base) > 0
                              && std::min(std::abs(s.low - base), std::abs(s.high - base)) > 0.02 * m_width;
        for (const auto& [end, role] : {std::pair(s.low, InkRole::low), std::pair(s.high, InkRole::high)})
            m_spec.marks.push_back(
                Bar{{base, y - 0.32}, {end, y + 0.32}, {role}, oneSided ? Fill::hatched : Fill::solid, datum});
        if (!oneSided)
            addHandles(s, y);
        const std::string unit = inputUnit(s);
        const int digits = digitsFor(s.inputLow, s.inputHigh);
        const bool lowIsLeft = s.low <= s.high;
        const std::string lowText = tickQuantity(s.inputLow, unit, digits);
        const std::string highText = tickQuantity(s.inputHigh, unit, digits);
        m_spec.marks.push_back(Label{{std::min(s.low, s.high), y},
                                     {},
                                     lowIsLeft ? lowText : highText,
                                     {InkRole::text},
                                     Side::left,
                                     LabelStyle::plain,
                                     Keep::label,
                                     5,
                                     datum});
        m_spec.marks.push_back(Label{{std::max(s.low, s.high), y},
                                     {},
                                     lowIsLeft ? highText : lowText,
                                     {InkRole::text},
                                     Side::right,
                                     LabelStyle::plain,
                                     Keep::label,
                                     5,
                                     datum});
        m_spec.y.categories.push_back({inputTitle(s), s.input.value, unit == "%" ? std::string() : unitWords(unit)});
        addDatum(s, y);
    }

    /// A bar's ends move the input's P5 and P95, where the outcome follows the input one way and the text can say it.
    void addHandles(const Sensitivity& s, double y) {
        if (movableInput(m_context, *m_parts.scenario, s.input).size() < 3)
            return;
        for (const double probability : {0.05, 0.95}) {
            const bool isLow = probability < 0.5;
            Handle handle;
            handle.id = s.input.value + (isLow ? "/p5" : "/p95");
            handle.name = std::string(isLow ? "P5" : "P95") + " of " + inputTitle(s);
            handle.reading = shortQuantity(isLow ? s.inputLow : s.inputHigh, inputUnit(s), 3);
            handle.at = {isLow ? s.low : s.high, y};
            handle.reach = 0.4;
            handle.scenario = m_parts.scenario->id;
            handle.levers = {{s.input, probability, 1, m_parts.output->id}};
            m_spec.handles.push_back(std::move(handle));
        }
    }

    void addDatum(const Sensitivity& s, double y) {
        const OutputSummary& o = *m_parts.output;
        const std::string unit = inputUnit(s);
        Datum datum;
        datum.at = {(s.low + s.high) / 2, y};
        datum.tip = inputTitle(s) + "\n" + o.title + " " + tickQuantity(s.low, o.unit, 3) + " at "
                    + shortQuantity(s.inputLow, unit, 3) + "\n" + o.title + " " + tickQuantity(s.high, o.unit, 3)
                    + " at " + shortQuantity(s.inputHigh, unit, 3) + "\nRank correlation "
                    + tickQuantity(s.rankCorrelation, {}, 2) + ", first-order index "
                    + tickQuantity(s.firstOrder, {}, 2);
        datum.ids = {m_parts.scenario->id, s.input, o.id, claimsBehind(*m_parts.scenario, s.input)};
        datum.cells = {{inputTitle(s), {}},
                       {shortQuantity(s.inputLow, unit, 3), s.inputLow},
                       {shortQuantity(s.inputHigh, unit, 3), s.inputHigh}};
        for (const double value : {s.low, s.high, s.high - s.low})
            datum.cells.push_back({tickQuantity(value, o.unit, 3), value});
        datum.cells.push_back({tickQuantity(s.rankCorrelation, {}, 2), s.rankCorrelation});
        datum.cells.push_back({tickQuantity(s.firstOrder, {}, 2), s.firstOrder});
        m_spec.data.push_back(std::move(datum));
    }

    void addOthers() {
        const double y = static_cast<double>(m_bars.size());
        const Sensitivity& largest =
            **std::max_element(m_others.begin(), m_others.end(),
                               [](const Sensitivity* a, const Sensitivity* b) { return swing(*a) < swing(*b); });
        for (const Sensitivity* s : m_others)
            addDatum(*s, y);
        m_spec.marks.push_back(Bar{{largest.low, y - 0.32},
                                   {largest.high, y + 0.32},
                                   {InkRole::ghost},
                                   Fill::solid,
                                   static_cast<int>(m_bars.size())});
        m_spec.y.categories.push_back(
            {plural(m_others.size(), "other input", "other inputs"), "others", "bar: the largest of them"});
    }

    void addWords() {
        const OutputSummary& o = *m_parts.output;
        const Sensitivity& first = *m_bars.front();
        const std::string name = shortName(m_parts.scenario->title, m_parts.scenario->id.value);
        m_spec.title = shortName(inputTitle(first), first.input.value) + " moves the " + lowered(o.title)
                       + " most: " + tickQuantity(std::min(first.low, first.high), o.unit, 2) + " to "
                       + tickQuantity(std::max(first.low, first.high), o.unit, 2);
        m_spec.subtitle =
            name + ": mean " + lowered(o.title) + (unitWords(o.unit).empty() ? "" : " in " + unitWords(o.unit))
            + " as one input goes from its P5 to its P95 (values at the bars' ends), the others varying as they do";
        if (o.band && !o.band->effects.empty())
            m_spec.notes.push_back(intervalNote(o));
        if (const std::string note = flaggedNote(o.flagged); !note.empty())
            m_spec.notes.push_back(note);
        m_spec.footer = footerOf(m_context, std::vector<const Run*>{m_parts.run}, claimsBehind(*m_parts.scenario));
        m_spec.summary = m_spec.title + ".";
        m_spec.altText = m_spec.summary + " Bars from the mean " + tickQuantity(o.mean, o.unit, 2) + ", largest first:";
        for (const Sensitivity* s : m_bars)
            m_spec.altText += " " + inputTitle(*s) + " " + tickQuantity(s->low, o.unit, 2) + " to "
                              + tickQuantity(s->high, o.unit, 2) + ".";
    }

    /// Inputs without a shape have no P5 and P95 and no bar: what their ends do is said apart.
    std::string intervalNote(const OutputSummary& o) const {
        std::string text;
        for (const IntervalEffect& effect : o.band->effects)
            for (const InputSummary& input : m_parts.run->inputs)
                if (input.id == effect.input)
                    text += (text.empty() ? "" : "; ") + shortName(input.title, input.id.value) + " from "
                            + tickQuantity(effect.ends.low, input.unit, 3) + " to "
                            + tickQuantity(effect.ends.high, input.unit, 3) + ": median "
                            + tickQuantity(effect.medians.low, o.unit, 3) + " to "
                            + tickQuantity(effect.medians.high, o.unit, 3);
        return "Intervals without a shape, apart: " + text + ".";
    }

    const ChartContext& m_context;
    TornadoParts m_parts;
    std::vector<const Sensitivity*> m_bars;
    std::vector<const Sensitivity*> m_others;
    double m_width = 0; ///< from the lowest to the highest end
    ChartSpec m_spec;
};

} // namespace

bool tornadoFits(const ChartContext& context, const Scenario& scenario) {
    return partsOf(context, scenario).output != nullptr;
}

Result<ChartSpec> buildTornado(const ChartContext& context) {
    const TornadoParts parts = chosenParts(context);
    if (!parts.output)
        return Error(ErrorCode::chartEmpty, "tornado", {"an input with a range (every input is a fixed number)"});
    return TornadoChart(context, parts).build();
}

} // namespace assay
