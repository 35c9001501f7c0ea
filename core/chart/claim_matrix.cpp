// Compares, joins rows, drops empty columns, sorts.
#include "core/chart/claim_matrix.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace assay {
namespace {

/// What a row says: its sets are made once, since every row is held against every other.
struct Said {
    const Claim* claim = nullptr;
    std::optional<ValueSet> set;
};

bool sayTheSame(const Said& a, const Said& b) {
    return a.set && b.set && a.set->low == b.set->low && a.set->high == b.set->high
           && a.claim->attribute == b.claim->attribute && a.set->unit == b.set->unit;
}

const std::vector<ClaimId>* voiceOf(const std::vector<std::vector<ClaimId>>& voices, const ClaimId& id) {
    for (const std::vector<ClaimId>& voice : voices)
        if (std::find(voice.begin(), voice.end(), id) != voice.end())
            return &voice;
    return nullptr;
}

/// How many different verdicts a row has: rows that tell scenarios apart come first among those of one attribute.
std::size_t diagnosticity(const MatrixRow& row) {
    std::set<Place> met;
    for (const MatrixCell& cell : row.cells)
        if (isCompared(cell))
            met.insert(cell.verdict());
    return met.size();
}

std::size_t attributePlace(const ChartContext& context, const AttributeId& id) {
    const auto found = std::find_if(context.attributes.begin(), context.attributes.end(),
                                    [&](const Row<Attribute>& attribute) { return attribute->id == id; });
    return static_cast<std::size_t>(found - context.attributes.begin());
}

/// A cell that has something to show.
bool isTold(const MatrixCell& cell) { return isCompared(cell) || cell.set.has_value(); }

/// What was set, by cell; of two that a merge left, the first.
using Overrides = std::map<std::pair<ScenarioId, ClaimId>, const Override*>;

Overrides overridesOf(const ChartContext& context) {
    Overrides all;
    for (const Row<Override>& own : context.overrides)
        all.try_emplace({own->scenario, own->claim}, &*own);
    return all;
}

MatrixCell cellOf(const Overrides& overrides, ClaimPlace place) {
    MatrixCell cell{std::move(place), {}};
    if (const auto own = overrides.find({cell.computed.scenario, cell.computed.claim}); own != overrides.end())
        cell.set = *own->second;
    return cell;
}

/// Neither the run nor the analyst tells them apart.
bool agree(const MatrixCell& a, const MatrixCell& b) {
    if (a.computed.place != b.computed.place || a.set.has_value() != b.set.has_value())
        return false;
    return !a.set
           || (a.set->verdict == b.set->verdict && a.set->computed == b.set->computed
               && a.set->reason == b.set->reason);
}

/// Every claim with its cells, and the scenarios that any claim can be compared with.
ClaimMatrix comparedClaims(const ChartContext& context, const Evidence& evidence) {
    ClaimMatrix matrix;
    const Overrides overrides = overridesOf(context);
    for (ClaimPlace& place : compareClaims(evidence, context.scenarios, context.runs)) {
        if (matrix.rows.empty() || matrix.rows.back().claim->id != place.claim)
            matrix.rows.push_back({findClaim(evidence, place.claim), {place.claim}, {}});
        matrix.rows.back().cells.push_back(cellOf(overrides, std::move(place)));
    }
    const std::size_t all = matrix.rows.size();
    std::erase_if(matrix.rows,
                  [](const MatrixRow& row) { return std::none_of(row.cells.begin(), row.cells.end(), isTold); });
    matrix.apart = all - matrix.rows.size();
    std::vector<ClaimId> claims;
    for (const MatrixRow& row : matrix.rows)
        claims.push_back(row.claim->id);
    matrix.voices = claimsByOriginator(evidence, claims);
    return matrix;
}

/// One row for claims of one voice that say the same and stand alike.
void joinRows(ClaimMatrix& matrix) {
    std::vector<MatrixRow> joined;
    std::vector<Said> said; // one each
    for (MatrixRow& row : matrix.rows) {
        const Said now{row.claim, valueSetOf(*row.claim)};
        const auto isSame = [&](const MatrixRow& other) {
            return sayTheSame(said[static_cast<std::size_t>(&other - joined.data())], now)
                   && std::equal(other.cells.begin(), other.cells.end(), row.cells.begin(), row.cells.end(), agree)
                   && voiceOf(matrix.voices, other.claim->id) == voiceOf(matrix.voices, row.claim->id);
        };
        const auto same = std::find_if(joined.begin(), joined.end(), isSame);
        if (same != joined.end()) {
            same->claims.push_back(row.claim->id);
            continue;
        }
        joined.push_back(std::move(row));
        said.push_back(now);
    }
    matrix.rows = std::move(joined);
}

/// Leaves out the scenarios that nothing can be compared with.
void joinColumns(ClaimMatrix& matrix, const ChartContext& context) {
    for (const Row<Scenario>& scenario : context.scenarios) {
        const auto isHere = [&](const MatrixCell& cell) { return cell.computed.scenario == scenario->id; };
        const bool isTelling = std::any_of(matrix.rows.begin(), matrix.rows.end(), [&](const MatrixRow& row) {
            const auto cell = std::find_if(row.cells.begin(), row.cells.end(), isHere);
            return cell != row.cells.end() && isTold(*cell);
        });
        if (isTelling)
            matrix.columns.push_back(&*scenario);
        else
            for (MatrixRow& row : matrix.rows)
                std::erase_if(row.cells, isHere);
    }
}

} // namespace

bool isCompared(const MatrixCell& cell) { return cell.verdict() != Place::notComparable; }

bool isOutdated(const MatrixCell& cell) { return cell.set && cell.set->computed != cell.computed.place; }

ClaimMatrix claimMatrix(const ChartContext& context) {
    const Evidence evidence =
        gatherEvidence(context.sources, context.speakers, context.attributes, context.claims, context.links);
    ClaimMatrix matrix = comparedClaims(context, evidence);
    joinRows(matrix);
    joinColumns(matrix, context);
    std::stable_sort(matrix.rows.begin(), matrix.rows.end(), [&](const MatrixRow& a, const MatrixRow& b) {
        const std::size_t first = attributePlace(context, a.claim->attribute);
        const std::size_t second = attributePlace(context, b.claim->attribute);
        return first != second ? first < second : diagnosticity(a) > diagnosticity(b);
    });
    return matrix;
}

/// Voices with a claim that has this verdict there.
std::size_t countVoices(const ClaimMatrix& matrix, std::size_t column, Place verdict) {
    std::set<const std::vector<ClaimId>*> met;
    for (const MatrixRow& row : matrix.rows)
        if (row.cells[column].verdict() == verdict)
            met.insert(voiceOf(matrix.voices, row.claim->id));
    return met.size();
}

} // namespace assay
