// Singapore quarter by quarter as a stacked area: what the filings say was billed there, split by the scenario's share
// into what was delivered there and what was shipped elsewhere. Only filings that were out on the scenario's day count.
#include "core/chart/singapore_shipments.h"

#include "core/chart/build.h"
#include "core/chart/format.h"
#include "core/chart/singapore.h"
#include "core/chart/singapore_steps.h"

#include <algorithm>

namespace assay {
namespace {

constexpr double roomForWords = 0.24; ///< of the areas' width, at their right

/// US$ of one quarter; what is delivered can't be more than what was billed.
struct Split {
    Quarter quarter;
    double billed = 0;
    double deliveredLow = 0, delivered = 0, deliveredHigh = 0; ///< P5, median, P95
    double elsewhere() const { return billed - delivered; }
};

std::vector<Split> splitsOf(const Scenario& scenario, const SingaporeEvidence& evidence, const Catalogs& catalogs) {
    std::vector<Split> splits;
    for (const Quarter& quarter : publishedQuarters(scenario.asOf, catalogs)) {
        const double billed = quarter.billed->millionUsd * 1e6, revenue = quarter.total->millionUsd * 1e6;
        const auto delivered = [&](double share) { return std::min(billed, share * revenue); };
        splits.push_back({quarter, billed, delivered(evidence.deliveredLow), delivered(evidence.middle.delivered),
                          delivered(evidence.deliveredHigh)});
    }
    return splits;
}

class Shipments {
public:
    Shipments(const ChartContext& context, const Scenario& scenario, const Run& run)
        : m_context(context),
          m_scenario(scenario),
          m_run(run),
          m_splits(splitsOf(scenario, *singaporeEvidence(run), context.catalogs)) {}

    ChartSpec build() {
        m_spec.chart = "singapore-quarters";
        double highest = 1;
        for (const Split& split : m_splits)
            highest = std::max(highest, split.billed);
        const double from = m_splits.front().quarter.from, to = m_splits.back().quarter.to;
        m_spec.x = {AxisKind::time, {}, {}, from, to + roomForWords * (to - from), {}};
        m_spec.y = {AxisKind::linear,
                    "Billed to Singapore in the quarter",
                    "USD",
                    0,
                    niceLinearRange(0, highest * 1.04).high,
                    {}};
        m_spec.columns = {"Quarter",
                          "Ends",
                          "Published",
                          "Billed to Singapore",
                          "Total revenue",
                          "Delivered there: P5",
                          "Median",
                          "P95",
                          "Shipped elsewhere: median"};
        addAreas();
        for (const Split& split : m_splits)
            addDatum(split);
        addEnds();
        addWords();
        return std::move(m_spec);
    }

private:
    /// Between two amounts: a step a quarter.
    Area between(double Split::*low, double Split::*high, const Ink& ink, double opacity) const {
        Area area{{}, ink, opacity};
        for (const Split& split : m_splits)
            for (const double day : {split.quarter.from, split.quarter.to + 1})
                area.points.push_back({day, low ? split.*low : 0});
        for (auto split = m_splits.rbegin(); split != m_splits.rend(); ++split)
            for (const double day : {split->quarter.to + 1, split->quarter.from})
                area.points.push_back({day, (*split).*high});
        return area;
    }

    void addAreas() {
        m_spec.marks.push_back(between(nullptr, &Split::delivered, {InkRole::low}, 0.45));
        m_spec.marks.push_back(between(&Split::delivered, &Split::billed, {InkRole::high}, 0.45));
        if (m_splits.back().deliveredLow < m_splits.back().deliveredHigh)
            m_spec.marks.push_back(between(&Split::deliveredLow, &Split::deliveredHigh, {InkRole::text}, 0.22));
    }

    void addDatum(const Split& split) {
        const RevenueRow& billed = *split.quarter.billed;
        const double total = split.quarter.total->millionUsd * 1e6;
        const auto money = [](double value) { return Cell{tickQuantity(value, "USD", 3), value}; };
        Datum row;
        row.at = {(split.quarter.from + split.quarter.to) / 2, split.billed};
        row.tip = billed.label + ", to " + billed.end + ", published " + billed.published + "\nBilled to Singapore "
                  + money(split.billed).text + "\nDelivered there "
                  + intervalText(split.delivered, split.deliveredLow, split.deliveredHigh, "USD")
                  + "\nShipped elsewhere " + money(split.elsewhere()).text;
        row.ids = {m_scenario.id, VariableId{"delivered_share"}, {}, claimsBehind(m_scenario)};
        row.cells = {{billed.label, {}},
                     {billed.end, {}},
                     {billed.published, {}},
                     money(split.billed),
                     money(total),
                     money(split.deliveredLow),
                     money(split.delivered),
                     money(split.deliveredHigh),
                     money(split.elsewhere())};
        m_spec.marks.push_back(Span{{split.quarter.from, split.billed},
                                    {split.quarter.to + 1, split.billed},
                                    {InkRole::text},
                                    1.4,
                                    Cap::none,
                                    Dash::solid,
                                    Keep::always,
                                    static_cast<int>(m_spec.data.size())});
        m_spec.data.push_back(std::move(row));
    }

    /// Words at the right end, in place of a key.
    void addEnds() {
        const Split& last = m_splits.back();
        const auto say = [&](double y, const std::string& words, InkRole ink) {
            m_spec.marks.push_back(Label{{last.quarter.to + 1, y},
                                         {},
                                         words,
                                         {ink},
                                         Side::right,
                                         LabelStyle::strong,
                                         Keep::always,
                                         6,
                                         static_cast<int>(m_spec.data.size()) - 1});
        };
        say((last.delivered + last.billed) / 2, "shipped elsewhere", InkRole::high);
        say(last.delivered / 2, "delivered there", InkRole::low);
    }

    void addWords() {
        double billed = 0, elsewhere = 0;
        for (const Split& split : m_splits) {
            billed += split.billed;
            elsewhere += split.elsewhere();
        }
        const std::string until = m_splits.back().quarter.billed->end;
        m_spec.title = "Of " + tickQuantity(billed, "USD", 3) + " billed to Singapore until " + until + ", "
                       + tickQuantity(elsewhere, "USD", 2) + " ("
                       + tickQuantity(billed > 0 ? 100 * elsewhere / billed : 0, "%", 2)
                       + ") was shipped elsewhere by this scenario";
        m_spec.subtitle =
            shortName(m_scenario.title, m_scenario.id.value)
            + ": Nvidia's revenue billed to Singapore, US$ a quarter, split at the median share delivered "
              "there. Grey: its 90 % interval";
        m_spec.footer = footerOf(m_context, std::vector<const Run*>{&m_run}, claimsBehind(m_scenario));
        m_spec.footer.push_back("Revenue by quarter: Nvidia Forms 10-Q and 10-K");
        m_spec.summary = m_spec.title + ".";
        m_spec.altText = m_spec.summary + " A step a quarter, in two parts:";
        for (const Split& split : m_splits)
            m_spec.altText += " " + split.quarter.billed->end + ": " + tickQuantity(split.billed, "USD", 3)
                              + " billed, " + tickQuantity(split.elsewhere(), "USD", 3) + " shipped elsewhere.";
    }

    const ChartContext& m_context;
    const Scenario& m_scenario;
    const Run& m_run;
    std::vector<Split> m_splits;
    ChartSpec m_spec;
};

} // namespace

ChartSpec singaporeShipments(const ChartContext& context, const Scenario& scenario, const Run& run) {
    return Shipments(context, scenario, run).build();
}

} // namespace assay
