// Which claims fit which scenarios: a matrix of verdicts, computed or set by the analyst; its heads, title and counts.
#include "core/chart/build.h"
#include "core/chart/builders.h"
#include "core/chart/matrix_cell.h"

#include <algorithm>

namespace assay {
namespace {

class ConsistencyChart {
public:
    ConsistencyChart(const ChartContext& context, ClaimMatrix matrix)
        : m_context(context),
          m_matrix(std::move(matrix)) {}

    ChartSpec build() {
        m_spec.chart = "consistency";
        m_spec.hasVerdicts = true;
        m_spec.x = {AxisKind::category, {}, {}, -0.5, static_cast<double>(m_matrix.columns.size()) - 0.5, {}};
        m_spec.y = {AxisKind::category, {}, {}, -0.5, static_cast<double>(m_matrix.rows.size()) - 0.5, {}};
        m_spec.columns.assign(matrixColumns.begin(), matrixColumns.end());
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
                count += (count.empty() ? "" : ", ") + std::to_string(voices) + " " + std::string(placeTitle(place));
        m_spec.x.categories.push_back({scenario.title, scenario.id.value, count.empty() ? "all inside" : count});
    }

    std::string originOf(const MatrixRow& row) const { return claimOrigin(m_context, *row.claim); }

    void addRow(std::size_t index) {
        const MatrixRow& row = m_matrix.rows[index];
        const Attribute* attribute = find(m_context.attributes, row.claim->attribute);
        const std::string times = row.claims.size() > 1 ? ", " + std::to_string(row.claims.size()) + " times" : "";
        m_spec.y.categories.push_back({claimText(*row.claim), row.claim->id.value,
                                       (attribute ? attribute->title : std::string()) + ": " + originOf(row) + times});
        for (std::size_t column = 0; column < row.cells.size(); ++column) {
            const Point at{static_cast<double>(column), static_cast<double>(index)};
            for (Mark& mark : cellMarks(row.cells[column], at, static_cast<int>(m_spec.data.size())))
                m_spec.marks.push_back(std::move(mark));
            m_spec.data.push_back(cellDatum(m_context, row, row.cells[column], at));
        }
    }

    std::size_t rowsWith(bool (*fits)(const MatrixRow&)) const {
        return static_cast<std::size_t>(std::count_if(m_matrix.rows.begin(), m_matrix.rows.end(), fits));
    }

    static bool isExcludedBySome(const MatrixRow& row) {
        return std::any_of(row.cells.begin(), row.cells.end(),
                           [](const MatrixCell& cell) { return cell.verdict() == Place::excluded; });
    }

    static bool isExcludedByAll(const MatrixRow& row) {
        return std::all_of(
                   row.cells.begin(), row.cells.end(),
                   [](const MatrixCell& cell) { return cell.verdict() == Place::excluded || !isCompared(cell); })
               && std::any_of(row.cells.begin(), row.cells.end(), isCompared);
    }

    std::size_t cellsWith(bool (*fits)(const MatrixCell&)) const {
        std::size_t count = 0;
        for (const MatrixRow& row : m_matrix.rows)
            count += static_cast<std::size_t>(std::count_if(row.cells.begin(), row.cells.end(), fits));
        return count;
    }

    static bool isSet(const MatrixCell& cell) { return cell.set.has_value(); }

    /// "2 verdicts set by the analyst, 1 of them on another computed state"; empty for none.
    std::string overridesNote() const {
        const std::size_t set = cellsWith(isSet), outdated = cellsWith(isOutdated);
        if (set == 0)
            return {};
        return plural(set, "verdict", "verdicts") + " set by the analyst"
               + (outdated == 0 ? "" : ", " + std::to_string(outdated) + " when the computed state was another");
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
            m_spec.key.push_back({lookOf(place).ink, Fill::solid, lookOf(place).shape, std::string(placeTitle(place))});
        const std::string overrides = overridesNote();
        if (!overrides.empty())
            m_spec.key.push_back({{InkRole::text}, Fill::solid, setShape, "set by the analyst"});
        if (m_matrix.apart > 0)
            m_spec.notes.push_back(plural(m_matrix.apart, "further claim has", "further claims have")
                                   + " no result of the same quantity, scope and unit to be compared with.");
        m_spec.footer = footerOf(m_context, runs, claims);
        if (!overrides.empty())
            m_spec.footer.push_back(overrides);
        m_spec.summary = m_spec.title + ".";
        m_spec.altText = m_spec.summary + " A row for each claim, a column for each scenario:";
        for (const Datum& datum : m_spec.data)
            if (const std::string& verdict = datum.cells[verdictColumn].text, &own = datum.cells.back().text;
                verdict != placeText(Place::notComparable) || !own.empty())
                m_spec.altText += " " + datum.cells[0].text + " in " + datum.cells[3].text + ": " + verdict
                                  + (own.empty() ? "" : " (" + own + ")") + ".";
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
