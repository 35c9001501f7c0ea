// Singapore quarter by quarter, a fan: the scenario's shares and price, sample by sample, on what Nvidia's filings say
// was billed there, added up from quarter to quarter. Only filings that were out on the scenario's day count.
#include "core/chart/build.h"
#include "core/chart/builders.h"
#include "core/chart/format.h"
#include "core/chart/singapore.h"
#include "core/chart/singapore_shipments.h"
#include "core/chart/singapore_steps.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace assay {
namespace {

constexpr double roomForWords = 0.2; ///< of the fan's width, at its right

class Fan {
public:
    Fan(const ChartContext& context, const Scenario& scenario, const Run& run)
        : m_context(context),
          m_scenario(scenario),
          m_run(run),
          m_claimed(singaporeEvidence(run)->middle.claimedGpus),
          m_numbers(quarterSteps(run, publishedQuarters(scenario.asOf, context.catalogs), m_claimed)),
          m_steps(m_numbers.steps) {
        const OutputSummary* gpus = findOutput(run, VariableId{"diverted_gpus"});
        m_unit = gpus ? gpus->unit : "GPU";
    }

    bool isEmpty() const { return m_steps.empty(); }

    ChartSpec build() {
        m_spec.chart = "singapore-quarters";
        const double from = m_steps.front().quarter.from, to = m_steps.back().quarter.to;
        m_spec.x = {AxisKind::time, {}, {}, from, to + roomForWords * (to - from), {}};
        const double highest = std::max({m_steps.back().together.p95, m_claimed, 1.0});
        m_spec.y = {AxisKind::linear,
                    "Diverted " + unitWords(m_unit) + ", added up",
                    {},
                    0,
                    niceLinearRange(0, highest * 1.04).high,
                    {}};
        m_spec.columns = {"Quarter",       "Ends",         "Published",     "Billed to Singapore",
                          "Total revenue", "Billed share", "Alone: P5",     "Alone: median",
                          "Alone: P95",    "Together: P5", "Together: P25", "Together: median",
                          "Together: P75", "Together: P95"};
        if (m_claimed > 0)
            m_spec.columns.push_back("P(at least " + claimed() + ")");
        addBands();
        addClaimed();
        for (const QuarterStep& step : m_steps)
            addStep(step);
        addEnds();
        addWords();
        return std::move(m_spec);
    }

private:
    std::string number(double value) const { return tickQuantity(value, {}, 2); }

    Area band(double Quantiles::*low, double Quantiles::*high, double opacity) const {
        Area area{{{m_spec.x.low, 0}}, scenarioInk(m_context, m_scenario.id), opacity};
        for (const QuarterStep& step : m_steps)
            area.points.push_back({step.quarter.to, step.together.*low});
        for (auto step = m_steps.rbegin(); step != m_steps.rend(); ++step)
            area.points.push_back({step->quarter.to, step->together.*high});
        return area;
    }

    void addBands() {
        if (m_steps.back().together.p5 < m_steps.back().together.p95) {
            m_spec.marks.push_back(band(&Quantiles::p5, &Quantiles::p95, 0.2));
            m_spec.marks.push_back(band(&Quantiles::p25, &Quantiles::p75, 0.3));
        }
        const SeriesLook look = scenarioLook(m_context, m_scenario.id);
        Curve median{{{m_spec.x.low, 0}}, look.ink, 2.4, look.dash};
        for (const QuarterStep& step : m_steps)
            median.points.push_back({step.quarter.to, step.together.p50});
        m_spec.marks.push_back(std::move(median));
    }

    void addClaimed() {
        if (!(m_claimed > 0))
            return;
        m_spec.marks.push_back(Rule{Direction::horizontal, m_claimed, {InkRole::claim}, 1.5, Dash::dashed, {}, -1});
        const double middle = (m_spec.x.low + m_steps.back().quarter.to) / 2;
        m_spec.marks.push_back(Label{{middle, m_claimed},
                                     {},
                                     "Claimed: " + claimed(),
                                     {InkRole::claim},
                                     Side::above,
                                     LabelStyle::plain,
                                     Keep::label,
                                     4});
    }

    std::string claimed() const { return tickQuantity(m_claimed, {}, digitsNeeded(m_claimed)); }

    std::string enough(const QuarterStep& step) const {
        return chanceStatement("at least " + claimed(), chanceText(step.enough, m_numbers.samples));
    }

    std::string tip(const QuarterStep& step) const {
        const RevenueRow& billed = *step.quarter.billed;
        const RevenueRow& total = *step.quarter.total;
        std::string text =
            billed.label + ", to " + billed.end + "\nBilled to Singapore "
            + tickQuantity(billed.millionUsd * 1e6, "USD", 3) + " of " + tickQuantity(total.millionUsd * 1e6, "USD", 3)
            + " (" + tickQuantity(100 * billed.millionUsd / total.millionUsd, "%", 3) + "), published "
            + billed.published
            + "\nDiverted in the quarter: " + intervalText(step.alone.p50, step.alone.p5, step.alone.p95, {})
            + "\nTogether: " + intervalText(step.together.p50, step.together.p5, step.together.p95, {});
        if (m_claimed > 0)
            text += "\n" + enough(step);
        return text;
    }

    void addStep(const QuarterStep& step) {
        const RevenueRow& billed = *step.quarter.billed;
        const RevenueRow& total = *step.quarter.total;
        const double share = 100 * billed.millionUsd / total.millionUsd;
        const int datum = static_cast<int>(m_spec.data.size());
        Datum row;
        row.at = {step.quarter.to, step.together.p50};
        row.tip = tip(step);
        row.ids = {m_scenario.id, {}, VariableId{"diverted_gpus"}, claimsBehind(m_scenario)};
        row.cells = {{billed.label, {}},
                     {billed.end, {}},
                     {billed.published, {}},
                     {tickQuantity(billed.millionUsd * 1e6, "USD", 4), billed.millionUsd * 1e6},
                     {tickQuantity(total.millionUsd * 1e6, "USD", 4), total.millionUsd * 1e6},
                     {tickQuantity(share, "%", 3), share}};
        for (const double value : {step.alone.p5, step.alone.p50, step.alone.p95, step.together.p5, step.together.p25,
                                   step.together.p50, step.together.p75, step.together.p95})
            row.cells.push_back({tickQuantity(value, {}, 3), value});
        if (m_claimed > 0)
            row.cells.push_back({chanceText(step.enough, m_numbers.samples),
                                 100 * static_cast<double>(step.enough) / static_cast<double>(m_numbers.samples)});
        const SeriesLook look = scenarioLook(m_context, m_scenario.id);
        m_spec.marks.push_back(Dot{row.at, look.ink, 8, look.shape, Fill::solid, datum});
        m_spec.data.push_back(std::move(row));
    }

    /// Words at the fan's right end, in place of a key.
    void addEnds() {
        const QuarterStep& last = m_steps.back();
        const auto say = [&](double value, const std::string& words, LabelStyle style, Keep keep) {
            m_spec.marks.push_back(Label{{last.quarter.to, value},
                                         {},
                                         words + number(value),
                                         {InkRole::text},
                                         Side::right,
                                         style,
                                         keep,
                                         8,
                                         static_cast<int>(m_spec.data.size()) - 1});
        };
        say(last.together.p50, "median ", LabelStyle::strong, Keep::always);
        if (last.together.p5 < last.together.p95) {
            say(last.together.p95, "95 %: ", LabelStyle::plain, Keep::label);
            say(last.together.p5, "5 %: ", LabelStyle::plain, Keep::label);
        }
    }

    std::string title() const {
        const QuarterStep& last = m_steps.back();
        return "Billed to Singapore until " + last.quarter.billed->end + ": "
               + intervalText(last.together.p50, last.together.p5, last.together.p95, {}) + " " + unitWords(m_unit)
               + " diverted by this scenario" + (m_claimed > 0 ? ", " + enough(last) : std::string());
    }

    /// Cells of the filings that nobody read there.
    std::string trust() const {
        std::size_t unread = 0, retold = 0, own = 0;
        for (const QuarterStep& step : m_steps)
            for (const RevenueRow* row : {step.quarter.billed, step.quarter.total}) {
                own += row->origin.origin == RowOrigin::shipped ? 0 : 1;
                unread += row->origin.verified == "no" ? 1 : 0;
                retold += row->origin.verified == "secondary" ? 1 : 0;
            }
        std::string text = "Revenue by quarter: Nvidia Forms 10-Q and 10-K";
        if (own > 0)
            text += ", " + plural(own, "cell", "cells") + " of the project's own";
        if (unread > 0)
            text += ", " + plural(unread, "cell", "cells") + " not verified";
        if (retold > 0)
            text += ", " + plural(retold, "cell", "cells") + " read in retellings only";
        return text;
    }

    void addNotes() {
        const std::size_t later = publishedQuarters({}, m_context.catalogs).size() - m_steps.size();
        if (later > 0)
            m_spec.notes.push_back((later == 1 ? "1 quarter whose filing came after "
                                               : std::to_string(later) + " quarters whose filings came after ")
                                   + m_scenario.asOf + (later == 1 ? " is" : " are") + " left out.");
        std::string note;
        if (m_numbers.left > 0)
            note = groupedCount(m_numbers.left) + " samples gave no number. ";
        if (std::any_of(m_run.inputs.begin(), m_run.inputs.end(),
                        [](const InputSummary& input) { return input.interval.has_value(); }))
            note += "Inputs that are intervals without a shape stand at their middle.";
        if (!note.empty())
            m_spec.notes.push_back(std::move(note));
    }

    void addWords() {
        m_spec.title = title();
        m_spec.subtitle =
            shortName(m_scenario.title, m_scenario.id.value)
            + ": its shares and price, alike in every quarter, applied to what the filings say was billed "
              "there. Line: median; dark: 50 % interval; light: 90 % interval";
        addNotes();
        m_spec.footer = footerOf(m_context, std::vector<const Run*>{&m_run}, claimsBehind(m_scenario));
        m_spec.footer.push_back(trust());
        m_spec.summary = m_spec.title + ".";
        m_spec.altText = m_spec.summary + " A fan that widens from quarter to quarter:";
        for (const QuarterStep& step : m_steps)
            m_spec.altText += " " + step.quarter.billed->end + ": "
                              + intervalText(step.together.p50, step.together.p5, step.together.p95, {}) + ".";
    }

    const ChartContext& m_context;
    const Scenario& m_scenario;
    const Run& m_run;
    double m_claimed; ///< 0: nobody claimed a number
    QuarterSteps m_numbers;
    const std::vector<QuarterStep>& m_steps;
    std::string m_unit;
    ChartSpec m_spec;
};

} // namespace

bool quartersFit(const ChartContext& context, const Scenario& scenario) {
    const Run* run = runOf(context, scenario.id);
    return run && singaporeEvidence(*run) && !publishedQuarters(scenario.asOf, context.catalogs).empty();
}

Result<ChartSpec> buildSingaporeQuarters(const ChartContext& context) {
    for (const Row<Scenario>& scenario : context.scenarios)
        if ((!context.scenario || scenario->id == *context.scenario) && quartersFit(context, *scenario)) {
            if (context.form == quarterShipments)
                return singaporeShipments(context, *scenario, *runOf(context, scenario->id));
            if (Fan fan(context, *scenario, *runOf(context, scenario->id)); !fan.isEmpty())
                return fan.build();
        }
    return Error(ErrorCode::chartEmpty, "singapore-quarters",
                 {"a scenario of the Singapore model with a day on which a quarter's filing was out"});
}

} // namespace assay
