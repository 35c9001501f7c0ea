// Which claims fit which scenarios: a matrix of verdicts, each a colour, a shape and a word.
#include "core/chart/build.h"
#include "core/chart/builders.h"
#include "core/chart/claim_matrix.h"
#include "core/chart/format.h"

#include <algorithm>
#include <cmath>

namespace assay {
namespace {

struct Look {
    Ink ink;
    Shape shape;
    std::string_view word;
};

/// By Place. Blue, ochre and vermilion stay apart for all three colour deficiencies; shape and word say it again.
Look lookOf(Place place) {
    switch (place) {
    case Place::inside: return {{InkRole::low}, Shape::circle, "inside"};
    case Place::tail: return {{InkRole::series, 5}, Shape::triangle, "tail"};
    case Place::excluded: return {{InkRole::high}, Shape::diamond, "excluded"};
    case Place::notComparable: break;
    }
    return {{InkRole::ghost}, Shape::square, "not comparable"};
}

class ConsistencyChart {
public:
    ConsistencyChart(const ChartContext& context, ClaimMatrix matrix)
        : m_context(context),
          m_matrix(std::move(matrix)) {}

    ChartSpec build() {
        m_spec.chart = "consistency";
        m_spec.x = {AxisKind::category, {}, {}, -0.5, static_cast<double>(m_matrix.columns.size()) - 0.5, {}};
        m_spec.y = {AxisKind::category, {}, {}, -0.5, static_cast<double>(m_matrix.rows.size()) - 0.5, {}};
        m_spec.columns = {"Claim",   "Said first by", "Claims",   "Scenario",        "Result",
                          "Verdict", "Percentile",    "Coverage", "Driver or reason"};
        for (std::size_t column = 0; column < m_matrix.columns.size(); ++column)
            addColumn(column);
        for (std::size_t row = 0; row < m_matrix.rows.size(); ++row)
            addRow(row);
        addWords();
        return std::move(m_spec);
    }

private:
    void addColumn(std::size_t column) {
        const Scenario& scenario = *m_matrix.columns[column];
        std::string count;
        for (const Place place : {Place::excluded, Place::tail})
            if (const std::size_t voices = countVoices(m_matrix, column, place); voices > 0)
                count += (count.empty() ? "" : ", ") + std::to_string(voices) + " " + std::string(lookOf(place).word);
        m_spec.x.categories.push_back({scenario.title, scenario.id.value, count.empty() ? "all inside" : count});
    }

    std::string originOf(const MatrixRow& row) const { return claimOrigin(m_context, *row.claim); }

    void addRow(std::size_t index) {
        const MatrixRow& row = m_matrix.rows[index];
        const Attribute* attribute = find(m_context.attributes, row.claim->attribute);
        const std::string times = row.claims.size() > 1 ? ", " + std::to_string(row.claims.size()) + " times" : "";
        m_spec.y.categories.push_back({claimText(*row.claim), row.claim->id.value,
                                       (attribute ? attribute->title : std::string()) + ": " + originOf(row) + times});
        for (std::size_t column = 0; column < row.places.size(); ++column)
            addCell(row, row.places[column], {static_cast<double>(column), static_cast<double>(index)});
    }

    void addCell(const MatrixRow& row, const ClaimPlace& place, const Point& at) {
        const Look look = lookOf(place.place);
        const int datum = static_cast<int>(m_spec.data.size());
        if (isCompared(place)) {
            m_spec.marks.push_back(Bar{{at.x - 0.47, at.y - 0.44},
                                       {at.x + 0.47, at.y + 0.44},
                                       look.ink,
                                       place.isWeak ? Fill::hatched : Fill::tinted,
                                       datum});
            Label word =
                wordOf({at.x, at.y - 0.14}, place, std::string(look.word) + (place.isWeak ? ", weak" : ""), datum);
            word.places = {at}; // a low row has room in its middle only
            word.sign = Sign{look.shape, look.ink};
            m_spec.marks.push_back(std::move(word));
            Label share =
                wordOf({at.x, at.y + 0.22}, place, "at " + tickQuantity(100 * place.percentile, "%", 3), datum);
            share.keep = Keep::detail;
            m_spec.marks.push_back(std::move(share));
        } else {
            m_spec.marks.push_back(
                Dot{at, {InkRole::muted}, 4, Shape::circle, Fill::solid, datum}); // says why when pointed at
        }
        m_spec.data.push_back(datumOf(row, place, at));
    }

    /// Words upon a tint stand on it, those upon hatching on a patch.
    static Label wordOf(const Point& at, const ClaimPlace& place, std::string text, int datum) {
        const LabelStyle style = place.isWeak ? LabelStyle::plain : LabelStyle::bare;
        return {at, {}, std::move(text), {InkRole::text}, Side::centre, style, Keep::label, 0, datum};
    }

    const OutputSummary* outputOfPlace(const ClaimPlace& place) const {
        const Run* run = runOf(m_context, place.scenario);
        return run ? findOutput(*run, place.output) : nullptr;
    }

    std::string driverTitle(const ClaimPlace& place) const {
        if (const Run* run = runOf(m_context, place.scenario))
            for (const InputSummary& input : run->inputs)
                if (input.id == place.driver)
                    return shortName(input.title, input.id.value);
        return {};
    }

    Datum datumOf(const MatrixRow& row, const ClaimPlace& place, const Point& at) const {
        const Scenario& scenario = *scenarioOf(m_context, place.scenario);
        const OutputSummary* output = outputOfPlace(place);
        const std::string title = shortName(scenario.title, scenario.id.value);
        const std::string result =
            output ? output->title + " " + intervalText(output->p50, output->p5, output->p95, output->unit)
                   : std::string();
        const std::string driver = driverTitle(place);
        Datum datum;
        datum.at = at;
        datum.ids = {place.scenario, place.driver, place.output, row.claims};
        datum.tip = claimText(*row.claim) + " (" + originOf(row) + ") against " + title + "\n";
        if (!isCompared(place))
            datum.tip += "Not comparable: " + place.reason;
        else
            datum.tip += std::string(lookOf(place.place).word) + (place.isWeak ? ", but a bound that says little" : "")
                         + ": " + tickQuantity(100 * place.percentile, "%", 3) + " of the samples lie at or below it, "
                         + tickQuantity(100 * place.coverage, "%", 3) + " within it\n" + result
                         + (driver.empty() ? "" : "\nMoved most by: " + driver);
        datum.cells = {{claimText(*row.claim), claimNumber(*row.claim)},
                       {originOf(row), {}},
                       {joinedIds(row.claims), {}},
                       {title, {}},
                       {result, {}},
                       {std::string(placeText(place.place)) + (place.isWeak ? ", weak" : ""), {}},
                       shareCell(place, place.percentile),
                       shareCell(place, place.coverage),
                       {isCompared(place) ? driver : place.reason, {}}};
        return datum;
    }

    static Cell shareCell(const ClaimPlace& place, double share) {
        return isCompared(place) ? Cell{tickQuantity(100 * share, "%", 4), 100 * share} : Cell{};
    }

    static std::string joinedIds(const std::vector<ClaimId>& claims) {
        std::string text;
        for (const ClaimId& id : claims)
            text += (text.empty() ? "" : ", ") + id.value;
        return text;
    }

    std::size_t rowsWith(bool (*fits)(const MatrixRow&)) const {
        return static_cast<std::size_t>(std::count_if(m_matrix.rows.begin(), m_matrix.rows.end(), fits));
    }

    static bool isExcludedBySome(const MatrixRow& row) {
        return std::any_of(row.places.begin(), row.places.end(),
                           [](const ClaimPlace& place) { return place.place == Place::excluded; });
    }

    static bool isExcludedByAll(const MatrixRow& row) {
        return std::all_of(row.places.begin(), row.places.end(), [](const ClaimPlace& place) {
            return place.place == Place::excluded || !isCompared(place);
        });
    }

    std::string title() const {
        const std::size_t some = rowsWith(isExcludedBySome), all = rowsWith(isExcludedByAll);
        const std::string count = std::to_string(m_matrix.rows.size());
        if (some == 0)
            return m_matrix.rows.size() == 1 ? "The one claim that can be compared fits"
                                             : "All " + count + " claims that can be compared fit every scenario";
        return std::to_string(some) + " of " + count + (some == 1 ? " claims is" : " claims are")
               + " excluded by at least one scenario" + (all > 0 ? ", " + std::to_string(all) + " by all" : "");
    }

    void addWords() {
        std::vector<const Run*> runs;
        for (const Scenario* scenario : m_matrix.columns)
            runs.push_back(runOf(m_context, scenario->id));
        std::vector<ClaimId> claims;
        for (const MatrixRow& row : m_matrix.rows)
            claims.insert(claims.end(), row.claims.begin(), row.claims.end());
        m_spec.title = title();
        m_spec.subtitle =
            "Where a claim lies in a scenario's result: inside when it meets P25 to P75, tail when it only "
            "meets P1 to P99, excluded beyond";
        for (const Place place : {Place::inside, Place::tail, Place::excluded})
            m_spec.key.push_back(
                {lookOf(place).ink, Fill::solid, lookOf(place).shape, std::string(lookOf(place).word)});
        if (m_matrix.apart > 0)
            m_spec.notes.push_back(plural(m_matrix.apart, "further claim has", "further claims have")
                                   + " no result of the same quantity, scope and unit to be compared with.");
        m_spec.footer = footerOf(m_context, runs, claims);
        m_spec.summary = m_spec.title + ".";
        m_spec.altText = m_spec.summary + " A row for each claim, a column for each scenario:";
        for (const Datum& datum : m_spec.data)
            if (datum.cells[5].text != placeText(Place::notComparable))
                m_spec.altText +=
                    " " + datum.cells[0].text + " in " + datum.cells[3].text + ": " + datum.cells[5].text + ".";
    }

    const ChartContext& m_context;
    ClaimMatrix m_matrix;
    ChartSpec m_spec;
};

} // namespace

Result<ChartSpec> buildConsistency(const ChartContext& context) {
    ClaimMatrix matrix = claimMatrix(context);
    if (matrix.rows.empty())
        return Error(ErrorCode::chartEmpty, "consistency", {"a claim whose attribute names an output of a scenario"});
    return ConsistencyChart(context, std::move(matrix)).build();
}

} // namespace assay
