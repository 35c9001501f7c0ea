// Claims over time: every claim of one quantity by the day it was published, or by the day it is about. Dot: a value;
// bar: its ends; arrow: an open bound; filled: disclosed or measured; hollow: anything else. A line joins one speaker's
// versions of a number and a claim with the one it quotes, never two speakers' numbers as if they were one.
#include "core/chart/build.h"
#include "core/chart/builders.h"
#include "core/chart/format.h"
#include "core/chart/timeline_lines.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace assay {
namespace {

constexpr double logAbove = 8; ///< claims cluster at the low end: a log axis pays earlier than for curves

bool isSolid(const Claim& claim) {
    return !claim.mentions.empty()
           && (claim.mentions.front().modality == Modality::disclosed
               || claim.mentions.front().modality == Modality::measured);
}

/// A day known to the month or year alone stands in its middle.
std::optional<double> dayShown(const std::string& date) {
    const auto day = dayOf(date);
    const double later = date.size() == 7 ? 14 : date.size() <= 4 ? 182 : 0;
    return day ? std::optional(*day + later) : day;
}

std::string dateShown(const ChartContext& context, const Claim& claim) {
    return context.form == byAsOf ? claim.asOf : claimDate(context, claim);
}

bool sameMark(const Claim& a, const Claim& b) {
    return a.subject == b.subject && a.quantity->value == b.quantity->value && a.quantity->low == b.quantity->low
           && a.quantity->high == b.quantity->high && a.quantity->bound == b.quantity->bound;
}

/// The attribute and unit that most claims share: only like is compared with like.
std::pair<std::string, std::string> chosenKind(const ChartContext& context) {
    std::map<std::pair<std::string, std::string>, int> counts;
    for (const Row<Claim>& claim : context.claims)
        if (claimNumber(*claim) && dayShown(dateShown(context, *claim))
            && (!context.attribute || claim->attribute == *context.attribute))
            ++counts[{claim->attribute.value, claim->quantity->unit}];
    const auto most = std::max_element(counts.begin(), counts.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == counts.end() ? std::pair<std::string, std::string>() : most->first;
}

class ClaimsChart {
public:
    ClaimsChart(const ChartContext& context, std::string attribute, std::string unit)
        : m_context(context),
          m_attribute(std::move(attribute)),
          m_unit(std::move(unit)) {
        for (const Row<Claim>& claim : context.claims)
            if (claim->attribute.value == m_attribute)
                add(*claim);
        std::stable_sort(m_claims.begin(), m_claims.end(),
                         [](const TimedClaim& a, const TimedClaim& b) { return a.day < b.day; });
        for (const TimedClaim& timed : m_claims)
            if (std::find(m_subjects.begin(), m_subjects.end(), timed.claims.front()->subject) == m_subjects.end())
                m_subjects.push_back(timed.claims.front()->subject);
    }

    bool isEmpty() const { return m_claims.empty(); }

    ChartSpec build() {
        m_spec.chart = "claims-over-time";
        m_spec.columns = {"Claim", "Published", "As of", "Who", "Subject", "Value", "Low", "High", "Unit", "Statement"};
        findExtremes();
        setAxes();
        addLines();
        for (const TimedClaim& timed : m_claims)
            addMarks(timed);
        if (isApart())
            addBracket();
        addWords();
        return std::move(m_spec);
    }

private:
    void add(const Claim& claim) {
        const std::string date = dateShown(m_context, claim);
        const auto day = dayShown(date);
        if (!claimNumber(claim) || claim.quantity->unit != m_unit) {
            if (claimNumber(claim))
                m_otherUnits.push_back(&claim);
            return;
        }
        if (!day) {
            m_undated.push_back(&claim);
            return;
        }
        const std::string origin = claimOrigin(m_context, claim);
        for (TimedClaim& timed : m_claims)
            if (timed.day == *day && timed.origin == origin && sameMark(*timed.claims.front(), claim)) {
                timed.claims.push_back(&claim);
                return;
            }
        m_claims.push_back({{&claim}, *day, date, origin, *claimNumber(claim)});
    }

    /// Ends worth a bar: wider than the dot's own size on the axis.
    static std::pair<double, double> ends(const Claim& claim) {
        const double value = *claimNumber(claim);
        return {claim.quantity->low.value_or(value), claim.quantity->high.value_or(value)};
    }

    /// The title and the bracket speak of values, of ends only where there is no value.
    void findExtremes() {
        m_low = std::numeric_limits<double>::infinity();
        m_high = -m_low;
        for (const TimedClaim& timed : m_claims) {
            const std::optional<double> value = timed.claims.front()->quantity->value;
            m_low = std::min(m_low, value.value_or(ends(*timed.claims.front()).first));
            m_high = std::max(m_high, value.value_or(ends(*timed.claims.front()).second));
        }
    }

    void setAxes() {
        double low = std::numeric_limits<double>::infinity();
        double high = -low;
        double first = low;
        double last = high;
        for (const TimedClaim& timed : m_claims) {
            const auto [from, to] = ends(*timed.claims.front());
            low = std::min(low, from);
            high = std::max(high, to);
            first = std::min(first, timed.day);
            last = std::max(last, timed.day);
        }
        const AxisKind kind = low > 0 && high > logAbove * low ? AxisKind::log : AxisKind::linear;
        const Range range = kind == AxisKind::log
                                ? niceRange(kind, low / 1.6, high * 2.2)
                                : niceRange(kind, low - 0.1 * (high - low), high + 0.15 * (high - low));
        const double days = std::max(20.0, last - first);
        m_bracket = first - 0.07 * days;
        m_spec.x = {AxisKind::time, {}, {}, first - (isApart() ? 0.1 : 0.06) * days, last + 0.22 * days, {}};
        m_spec.y = {kind,
                    attributeTitle() + (unitWords(m_unit).empty() ? "" : ", " + unitWords(m_unit))
                        + (kind == AxisKind::log ? ", log scale" : ""),
                    m_unit,
                    low >= 0 ? std::max(kind == AxisKind::log ? range.low : 0.0, range.low) : range.low,
                    range.high,
                    {}};
        m_spec.y.quantity = m_attribute;
    }

    std::string attributeTitle() const {
        const Attribute* attribute = find(m_context.attributes, AttributeId{m_attribute});
        std::string title =
            attribute && !attribute->title.empty() ? shortName(attribute->title, m_attribute) : m_attribute;
        if (!title.empty() && title[0] >= 'a' && title[0] <= 'z')
            title[0] = static_cast<char>(title[0] - 'a' + 'A');
        return title;
    }

    SeriesLook lookOf(const TimedClaim& timed) const {
        const auto found = std::find(m_subjects.begin(), m_subjects.end(), timed.claims.front()->subject);
        return seriesLook(static_cast<int>(found - m_subjects.begin()));
    }

    /// How far an open bound's arrow points: a fixed piece of the axis.
    double arrowEnd(double from, bool upwards) const {
        const Axis& y = m_spec.y;
        if (y.kind == AxisKind::log)
            return from * std::pow(y.high / y.low, upwards ? 0.08 : -0.08);
        return from + (y.high - y.low) * (upwards ? 0.08 : -0.08);
    }

    /// Below the marks: a number's versions by one speaker, and thin arrows to who is quoted.
    void addLines() {
        const auto at = [&](std::size_t i) { return Point{m_claims[i].day, m_claims[i].value}; };
        for (const TimeLine& line : versionLines(m_claims)) {
            const SeriesLook look = lookOf(m_claims[line.from]);
            m_spec.marks.push_back(Curve{{at(line.from), at(line.to)}, look.ink, 1.4, look.dash});
        }
        for (const TimeLine& line : quoteLines(m_claims, m_context.links)) {
            Curve thin{{at(line.from), at(line.to)}, {InkRole::muted}, 1, Dash::dashed, -1};
            thin.cap = Cap::arrow;
            thin.gapFrom = thin.gapTo = 8;
            m_spec.marks.push_back(std::move(thin));
            m_hasQuotes = m_hasQuotes || !(at(line.from) == at(line.to));
        }
    }

    void addMarks(const TimedClaim& timed) {
        const Claim& claim = *timed.claims.front();
        const SeriesLook look = lookOf(timed);
        const Ink ink = look.ink;
        const int datum = static_cast<int>(m_spec.data.size());
        const double value = *claimNumber(claim);
        const auto [low, high] = ends(claim);
        const Bound bound = claim.quantity->bound;
        const bool up = bound == Bound::greater || bound == Bound::atLeast;
        const bool down = bound == Bound::less || bound == Bound::atMost;
        if (up || down)
            m_spec.marks.push_back(Span{{timed.day, value},
                                        {timed.day, arrowEnd(value, up)},
                                        ink,
                                        2,
                                        Cap::arrow,
                                        Dash::solid,
                                        Keep::always,
                                        datum});
        else if (low < high)
            for (const double end : {low, high})
                m_spec.marks.push_back(
                    Span{{timed.day, value}, {timed.day, end}, ink, 2, Cap::bar, Dash::solid, Keep::always, datum});
        if (claim.quantity->value)
            m_spec.marks.push_back(
                Dot{{timed.day, value}, ink, 11, look.shape, isSolid(claim) ? Fill::solid : Fill::hollow, datum});
        m_spec.marks.push_back(Label{{timed.day, value},
                                     {},
                                     timed.origin + " " + claimText(claim),
                                     ink,
                                     Side::right,
                                     LabelStyle::plain,
                                     Keep::label,
                                     10,
                                     datum});
        addDatum(timed, value);
    }

    void addDatum(const TimedClaim& timed, double value) {
        const Claim& claim = *timed.claims.front();
        Datum datum;
        std::string ids;
        for (const Claim* one : timed.claims) {
            datum.ids.claims.push_back(one->id);
            ids += (ids.empty() ? "" : ", ") + one->id.value;
        }
        datum.at = {timed.day, value};
        datum.tip = timed.origin + ": " + claimText(claim) + "\n" + claim.statement + "\n"
                    + (m_context.form == byAsOf ? "About " : "Published ") + timed.date + "; claim " + ids;
        const auto [low, high] = ends(claim);
        datum.cells = {{ids, {}},           {claimDate(m_context, claim), {}},
                       {claim.asOf, {}},    {timed.origin, {}},
                       {claim.subject, {}}, {claimText(claim), claim.quantity->value}};
        datum.cells.push_back(claim.quantity->low ? Cell{tickQuantity(low, m_unit, 4), low} : Cell{});
        datum.cells.push_back(claim.quantity->high ? Cell{tickQuantity(high, m_unit, 4), high} : Cell{});
        datum.cells.push_back({m_unit, {}});
        datum.cells.push_back({claim.statement, {}});
        m_spec.data.push_back(std::move(datum));
    }

    /// Lowest and highest value far enough apart to be said as a factor.
    bool isApart() const { return m_claims.size() > 1 && m_low > 0 && m_high / m_low >= 2 && m_high / m_low < 1e15; }

    /// Left of all claims, from the lowest value to the highest.
    void addBracket() {
        const double middle =
            m_spec.y.kind == AxisKind::log ? std::sqrt(m_low) * std::sqrt(m_high) : m_low + (m_high - m_low) / 2;
        for (const double end : {m_low, m_high})
            m_spec.marks.push_back(Span{
                {m_bracket, middle}, {m_bracket, end}, {InkRole::muted}, 1.2, Cap::bar, Dash::solid, Keep::always, -1});
        m_spec.marks.push_back(Label{{m_bracket, middle},
                                     {},
                                     timesText(m_high / m_low) + " times apart",
                                     {InkRole::muted},
                                     Side::right,
                                     LabelStyle::plain,
                                     Keep::note,
                                     6});
    }

    static std::string timesText(double ratio) {
        return ratio < 1000 ? tickQuantity(ratio, {}, 2) : groupedCount(static_cast<std::uint64_t>(roundTo(ratio, 2)));
    }

    std::string title() const {
        const std::string what = attributeTitle();
        const std::size_t count = m_claims.size();
        if (count == 1)
            return what + ": one claim, " + claimText(*m_claims.front().claims.front());
        const std::string from = tickQuantity(m_low, m_unit, std::min(3, digitsNeeded(m_low)));
        const std::string to = tickQuantity(m_high, m_unit, std::min(3, digitsNeeded(m_high)));
        if (from == to)
            return what + ": " + std::to_string(count) + " claims, all " + from;
        const std::string apart = isApart() ? ", " + timesText(m_high / m_low) + " times apart" : std::string();
        return what + ": " + std::to_string(count) + " claims run from " + from + " to " + to + apart;
    }

    void addWords() {
        std::vector<ClaimId> claims;
        for (const TimedClaim& timed : m_claims)
            for (const Claim* claim : timed.claims)
                claims.push_back(claim->id);
        m_spec.title = title();
        m_spec.subtitle =
            std::string(m_context.form == byAsOf ? "By the day the claim is about." : "By day of publication.")
            + " Filled: disclosed or measured; hollow: estimated, speculated or endorsed; bar: range of the words; "
              "arrow: open bound; line: one speaker's versions"
            + (m_hasQuotes ? "; dashed: to the claim it quotes" : "");
        for (std::size_t i = 0; i < m_subjects.size() && m_subjects.size() > 1; ++i)
            m_spec.key.push_back({seriesLook(static_cast<int>(i)).ink, Fill::solid,
                                  seriesLook(static_cast<int>(i)).shape,
                                  shortName(m_subjects[i], "subject " + std::to_string(i + 1))});
        if (!m_otherUnits.empty())
            m_spec.notes.push_back(plural(m_otherUnits.size(), "claim", "claims")
                                   + " in other units or of other chips cannot be compared here: " + otherUnits()
                                   + ".");
        if (!m_undated.empty())
            m_spec.notes.push_back(plural(m_undated.size(), "claim", "claims")
                                   + (m_context.form == byAsOf ? " that say no day they are about: not shown."
                                                               : " without a date: not shown."));
        m_spec.footer = footerOf(m_context, {}, claims);
        m_spec.summary = m_spec.title + ".";
        m_spec.altText = m_spec.summary;
        for (const TimedClaim& timed : m_claims)
            m_spec.altText += " " + timed.date + " " + timed.origin + ": " + claimText(*timed.claims.front()) + ".";
    }

    std::string otherUnits() const {
        std::vector<std::string> units;
        for (const Claim* claim : m_otherUnits)
            if (std::find(units.begin(), units.end(), claim->quantity->unit) == units.end())
                units.push_back(claim->quantity->unit);
        std::string text;
        for (const std::string& unit : units)
            text += (text.empty() ? "" : ", ") + unit;
        return text;
    }

    const ChartContext& m_context;
    std::string m_attribute;
    std::string m_unit;
    std::vector<TimedClaim> m_claims;
    std::vector<const Claim*> m_otherUnits;
    std::vector<const Claim*> m_undated;
    std::vector<std::string> m_subjects;
    double m_low = 0;
    double m_high = 1;
    double m_bracket = 0; ///< day where the bracket stands
    bool m_hasQuotes = false;
    ChartSpec m_spec;
};

} // namespace

Result<ChartSpec> buildClaimsOverTime(const ChartContext& context) {
    const auto [attribute, unit] = chosenKind(context);
    ClaimsChart chart(context, attribute, unit);
    if (attribute.empty() || chart.isEmpty())
        return Error(ErrorCode::chartEmpty, "claims-over-time", {"a claim with a number and a date on this quantity"});
    return chart.build();
}

} // namespace assay
