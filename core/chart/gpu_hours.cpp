// GPU-hours by scenario: the chance that a run took more than so many hours (1 - CDF), the chance of less, or
// densities, with P5, P50 and P95 dropped to the axis and claimed values as named rules.
#include "core/chart/band_marks.h"
#include "core/chart/brush.h"
#include "core/chart/build.h"
#include "core/chart/builders.h"
#include "core/chart/format.h"
#include "core/chart/half_eye.h"
#include "core/chart/hours_marks.h"
#include "core/chart/threshold.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace assay {
namespace {

constexpr double claimReach = 4; ///< a claim further off than this factor from all curves doesn't stretch the axis

constexpr std::size_t mostNames = 3; ///< of scenarios that share a curve: more are counted

/// Scenarios with the same numbers share one curve.
struct HoursCurve {
    const Run* run = nullptr;
    const OutputSummary* output = nullptr;
    std::vector<const Scenario*> scenarios;
};

bool isHours(const ChartContext& context, const OutputSummary& output) {
    return output.id.value == (context.output ? context.output->value : "gpu_hours");
}

std::vector<HoursCurve> hoursCurves(const ChartContext& context) {
    std::vector<HoursCurve> curves;
    for (const Row<Scenario>& scenario : context.scenarios) {
        const Run* run = runOf(context, scenario->id);
        const OutputSummary* output =
            run ? outputOf(*run, [&](const OutputSummary& o) { return isHours(context, o); }) : nullptr;
        if (!output || !std::isfinite(output->p50))
            continue;
        const auto same = std::find_if(curves.begin(), curves.end(), [&](const HoursCurve& curve) {
            return curve.output->p5 == output->p5 && curve.output->p50 == output->p50
                   && curve.output->p95 == output->p95 && curve.output->unit == output->unit;
        });
        if (same == curves.end())
            curves.push_back({run, output, {&*scenario}});
        else
            same->scenarios.push_back(&*scenario);
    }
    return curves;
}

std::string curveName(const HoursCurve& curve) {
    std::string name;
    const std::size_t named = curve.scenarios.size() > mostNames ? mostNames - 1 : curve.scenarios.size();
    for (std::size_t i = 0; i < named; ++i)
        name += (name.empty() ? "" : ", ") + shortName(curve.scenarios[i]->title, curve.scenarios[i]->id.value);
    const std::size_t more = curve.scenarios.size() - named;
    return more > 0 ? name + " and " + std::to_string(more) + " more" : name;
}

std::vector<const Claim*> hoursClaims(const ChartContext& context) {
    std::vector<const Claim*> claims;
    for (const Row<Claim>& claim : context.claims)
        if (claim->attribute.value == "gpu-hours" && claimNumber(*claim) && claim->quantity->unit.ends_with("*h"))
            claims.push_back(&*claim);
    return claims;
}

class HoursChart {
public:
    HoursChart(const ChartContext& context, std::vector<HoursCurve> curves)
        : m_context(context),
          m_form(hoursFormOf(context.form)),
          m_curves(std::move(curves)),
          m_claims(hoursClaims(context)) {}

    ChartSpec build() {
        m_spec.chart = "gpu-hours";
        m_spec.columns = {"Name", "Kind", "Unit", "P5", "Median", "P95", "Mean"};
        setAxes();
        m_spec.threshold = thresholdOn(m_spec.x, m_context.threshold);
        if (m_spec.threshold) {
            m_spec.columns.push_back(thresholdName(*m_spec.threshold, {}));
            m_spec.marks.push_back(thresholdRule(*m_spec.threshold, {}));
            m_spec.handles.push_back(thresholdHandle(*m_spec.threshold, {}, m_spec.y));
        }
        addBrush(m_spec, Along::x, rangeOn(m_spec.x, m_context.range), {});
        if (m_spec.brush->range)
            m_spec.columns.push_back(rangeName(*m_spec.brush->range, {}));
        addClaims();
        const double highest = tallest();
        for (const HoursCurve& curve : m_curves)
            addCurve(curve, highest);
        for (Datum& datum : m_spec.data)
            datum.cells.resize(m_spec.columns.size()); // claims have no chance
        addWords();
        return std::move(m_spec);
    }

private:
    void setAxes() {
        double low = std::numeric_limits<double>::infinity();
        double high = 0;
        for (const HoursCurve& curve : m_curves) {
            low = std::min(low, reachOf(*curve.output).low);
            high = std::max(high, reachOf(*curve.output).high);
        }
        for (const Claim* claim : m_claims) {
            const double value = *claimNumber(*claim);
            (value >= low / claimReach && value <= high * claimReach ? m_shown : m_far).push_back(claim);
        }
        for (const Claim* claim : m_shown) {
            low = std::min(low, *claimNumber(*claim));
            high = std::max(high, *claimNumber(*claim));
        }
        const AxisKind kind = axisKindFor(low, high);
        const Range range = kind == AxisKind::log
                                ? niceRange(kind, low / 1.3, high * 1.3)
                                : niceRange(kind, low - 0.15 * (high - low), high + 0.15 * (high - low));
        const std::string title = "GPU-hours" + std::string(kind == AxisKind::log ? ", log scale" : "");
        m_spec.x = heldX(m_context, {kind, title, {}, range.low, range.high, {}});
        m_spec.x.quantity = quantityOf(m_context, m_curves.front().output->id);
        m_spec.y = hoursAxis(m_form);
    }

    void addClaims() {
        const Claim* last = nullptr;
        std::sort(m_shown.begin(), m_shown.end(),
                  [](const Claim* a, const Claim* b) { return *claimNumber(*a) > *claimNumber(*b); });
        for (const Claim* claim : m_shown) {
            if (last && *claimNumber(*last) == *claimNumber(*claim))
                continue;
            last = claim;
            Datum datum;
            datum.at = {*claimNumber(*claim), m_form == HoursForm::density ? 1.0 : 0.0};
            datum.tip = claimText(*claim) + "\n" + claim->statement + "\nClaim " + claim->id.value;
            datum.ids.claims = {claim->id};
            datum.cells = {{claim->id.value, {}},
                           {"claim", {}},
                           {claim->quantity->unit, {}},
                           {},
                           {claimText(*claim), claimNumber(*claim)},
                           {},
                           {}};
            m_spec.marks.push_back(Rule{Direction::vertical,
                                        datum.at.x,
                                        {InkRole::claim},
                                        1.2,
                                        Dash::dashed,
                                        "Claimed " + tickQuantity(datum.at.x, {}, digitsNeeded(datum.at.x))
                                            + speakerWords(m_context, *claim),
                                        static_cast<int>(m_spec.data.size())});
            m_spec.data.push_back(std::move(datum));
        }
    }

    /// The highest of the densities, which have equal areas; 1 where none is drawn.
    double tallest() const {
        double peak = 0;
        for (const HoursCurve& curve : m_curves)
            if (m_form == HoursForm::density && !bandOf(*curve.output))
                peak = std::max(peak, hoursDensityOf(shapeSample(*curve.output)->sorted, m_spec.x).peak);
        return peak > 0 ? peak : 1;
    }

    void addCurve(const HoursCurve& curve, double highest) {
        const OutputSummary& o = *curve.output;
        const SeriesLook look = scenarioLook(m_context, curve.scenarios.front()->id);
        const int datum = static_cast<int>(m_spec.data.size());
        const Band* band = bandOf(o);
        HoursMarks drawn = band ? hoursBand(*band, m_form, m_spec.x, look.ink, datum)
                                : hoursMarks(o, m_form, m_spec.x, look, datum, highest);
        for (Mark& mark : drawn.marks)
            m_spec.marks.push_back(std::move(mark));
        m_spec.marks.push_back(
            Label{drawn.words,
                  {},
                  curveName(curve) + ": "
                      + (band ? bandText(*band, {}) : intervalText(o.p50, o.p5, o.p95, {}, supportedDigits(o))),
                  look.ink,
                  Side::right,
                  LabelStyle::strong,
                  Keep::always,
                  10,
                  datum,
                  m_form == HoursForm::density || band ? std::vector<Point>() : placesBeside(drawn.curve)});
        addDatum(curve, drawn.words.y);
        if (m_spec.threshold)
            addChance(curve, drawn);
        if (m_spec.brush->range)
            addChanceBetween(curve, drawn);
    }

    void addDatum(const HoursCurve& curve, double height) {
        const OutputSummary& o = *curve.output;
        const int digits = std::min(std::max(3, digitsFor(o.p5, o.p95)), supportedDigits(o));
        Datum datum;
        datum.at = {o.p50, height};
        datum.tip = curveName(curve) + "\nMedian " + shortQuantity(o.p50, o.unit, digits) + "\n90 % interval "
                    + tickQuantity(o.p5, {}, digits) + " to " + shortQuantity(o.p95, o.unit, digits);
        if (bandOf(o))
            datum.tip += bandTip(*o.band, {});
        datum.ids = {curve.scenarios.front()->id, {}, o.id, claimsBehind(*curve.scenarios.front())};
        datum.cells = {{curveName(curve), {}}, {"scenario", {}}, {o.unit, {}}};
        for (const double value : {o.p5, o.p50, o.p95, o.mean})
            datum.cells.push_back({shortNumber(value, std::min(4, supportedDigits(o))), value});
        m_spec.data.push_back(std::move(datum));
    }

    /// The chance of the brushed range, on the curve in its middle.
    void addChanceBetween(const HoursCurve& curve, const HoursMarks& drawn) {
        const ValueRange& range = *m_spec.brush->range;
        const Exceeding chance = chanceBetween(*curve.output, range);
        const double middle = middleOf(m_spec.x, range);
        const Point at{middle, drawn.curve.empty() ? drawn.words.y : heightAt(drawn.curve, middle)};
        m_spec.marks.push_back(Label{at,
                                     {},
                                     chance.text,
                                     {InkRole::evidence},
                                     Side::above,
                                     LabelStyle::pill,
                                     Keep::label,
                                     8,
                                     static_cast<int>(m_spec.data.size()) - 1});
        m_spec.data.back().tip += "\n" + m_spec.columns.back() + " = " + chance.text;
        m_spec.data.back().cells.push_back(exceedingCell(chance));
    }

    /// Where the threshold meets the curve, and the chance there.
    void addChance(const HoursCurve& curve, const HoursMarks& drawn) {
        const Exceeding chance = chanceAbove(*curve.output, *m_spec.threshold);
        const int datum = static_cast<int>(m_spec.data.size()) - 1;
        const double middle = (chance.percent.low + chance.percent.high) / 2;
        const double height = m_form == HoursForm::density      ? heightAt(drawn.curve, *m_spec.threshold)
                              : m_form == HoursForm::cumulative ? 100 - middle
                                                                : middle;
        const Point at{*m_spec.threshold, drawn.curve.empty() && m_form == HoursForm::density ? drawn.words.y : height};
        const SeriesLook look = scenarioLook(m_context, curve.scenarios.front()->id);
        if (!bandOf(*curve.output))
            m_spec.marks.push_back(Dot{at, look.ink, 8, look.shape, Fill::hollow, datum});
        m_spec.marks.push_back(
            Label{at, {}, chance.text, {InkRole::text}, Side::right, LabelStyle::pill, Keep::label, 8, datum});
        m_spec.data.back().tip += "\n" + thresholdName(*m_spec.threshold, {}) + " = " + chance.text;
        m_spec.data.back().cells.push_back(exceedingCell(chance));
    }

    const Claim* headline() const {
        const Claim* best = nullptr;
        for (const Claim* claim : m_shown)
            if (!best || *claimNumber(*claim) > *claimNumber(*best))
                best = claim;
        return best;
    }

    /// A scenario built on the claim can't confirm it.
    static bool standsOn(const HoursCurve& curve, const Claim& claim) {
        return std::any_of(curve.scenarios.begin(), curve.scenarios.end(), [&](const Scenario* scenario) {
            const std::vector<ClaimId> claims = claimsBehind(*scenario, VariableId{"hours"});
            return std::find(claims.begin(), claims.end(), claim.id) != claims.end();
        });
    }

    std::string title() const {
        const Claim* claim = headline();
        std::string agrees;
        std::string far;
        double farRatio = 1;
        for (const HoursCurve& curve : m_curves) {
            const OutputSummary& o = *curve.output;
            if (!claim || !(o.p50 > 0))
                continue;
            const double ratio = o.p50 / *claimNumber(*claim);
            if (!standsOn(curve, *claim) && o.p5 <= *claimNumber(*claim) && *claimNumber(*claim) <= o.p95
                && agrees.empty())
                agrees = curveName(curve);
            if ((o.p5 > *claimNumber(*claim) || o.p95 < *claimNumber(*claim))
                && std::abs(std::log(ratio)) > std::abs(std::log(farRatio))) {
                far = curveName(curve);
                farRatio = ratio;
            }
        }
        const std::string claimed =
            claim ? "the claimed " + tickQuantity(*claimNumber(*claim), {}, 4) + " GPU-hours" : std::string();
        const std::string times = farRatio >= 1 ? tickQuantity(farRatio, {}, 2) + " times as many"
                                                : tickQuantity(100 * farRatio, "%", 2) + " of it";
        if (!agrees.empty() && !far.empty())
            return agrees + " agrees with " + claimed + "; " + far + " would mean " + times;
        if (!agrees.empty())
            return agrees + " agrees with " + claimed;
        if (!far.empty())
            return far + " would mean " + times + (farRatio >= 1 ? " as " : ": ") + claimed;
        const auto [least, most] =
            std::minmax_element(m_curves.begin(), m_curves.end(),
                                [](const HoursCurve& a, const HoursCurve& b) { return a.output->p50 < b.output->p50; });
        if (least == most || least->output->p50 == most->output->p50)
            return curveName(*least) + ": "
                   + intervalText(least->output->p50, least->output->p5, least->output->p95, {}) + " GPU-hours";
        return "The median runs from " + tickQuantity(least->output->p50, {}, 2) + " to "
               + tickQuantity(most->output->p50, {}, 2) + " GPU-hours";
    }

    void addWords() {
        std::vector<const Run*> runs;
        std::vector<ClaimId> claims;
        std::string units;
        for (const HoursCurve& curve : m_curves) {
            runs.push_back(curve.run);
            for (const Scenario* scenario : curve.scenarios) {
                const std::vector<ClaimId> more = claimsBehind(*scenario, VariableId{"hours"});
                claims.insert(claims.end(), more.begin(), more.end());
            }
            const std::string words = unitWords(curve.output->unit);
            if (units.find(words) == std::string::npos)
                units += (units.empty() ? "" : ", ") + words;
        }
        for (const Claim* claim : m_shown)
            claims.push_back(claim->id);
        m_spec.title = title();
        m_spec.subtitle = hoursWords(m_form) + " (" + units + "). Dots: 5th, 50th and 95th percentile";
        if (!m_far.empty()) {
            std::string far;
            for (const Claim* claim : m_far)
                far += (far.empty() ? "" : ", ")
                       + tickQuantity(*claimNumber(*claim), {}, digitsNeeded(*claimNumber(*claim))) + " ("
                       + claim->id.value + ")";
            m_spec.notes.push_back("Claims outside this axis: " + far + ".");
        }
        std::vector<const OutputSummary*> outputs;
        std::uint64_t flagged = 0;
        for (const HoursCurve& curve : m_curves) {
            outputs.push_back(curve.output);
            flagged += curve.output->flagged;
        }
        if (const std::string note = flaggedNote(flagged); !note.empty())
            m_spec.notes.push_back(note);
        if (const std::string note = bandNote(outputs); !note.empty())
            m_spec.notes.push_back(note);
        m_spec.footer = footerOf(m_context, runs, claims);
        m_spec.summary = m_spec.title + ".";
        m_spec.altText = m_spec.summary + " One curve for each scenario:";
        for (const HoursCurve& curve : m_curves)
            m_spec.altText +=
                " " + curveName(curve) + " "
                + (bandOf(*curve.output) ? bandText(*curve.output->band, {})
                                         : intervalText(curve.output->p50, curve.output->p5, curve.output->p95, {}))
                + " " + unitWords(curve.output->unit) + ".";
    }

    const ChartContext& m_context;
    HoursForm m_form;
    std::vector<HoursCurve> m_curves;
    std::vector<const Claim*> m_claims;
    std::vector<const Claim*> m_shown;
    std::vector<const Claim*> m_far;
    ChartSpec m_spec;
};

} // namespace

Result<ChartSpec> buildGpuHours(const ChartContext& context) {
    std::vector<HoursCurve> curves = hoursCurves(context);
    if (curves.empty())
        return Error(ErrorCode::chartEmpty, "gpu-hours", {"a scenario that computes GPU-hours"});
    return HoursChart(context, std::move(curves)).build();
}

} // namespace assay
