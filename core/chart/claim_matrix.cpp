// Compares, joins rows, drops empty columns, sorts.
#include "core/chart/claim_matrix.h"

#include <algorithm>
#include <set>

namespace assay {
namespace {

bool sayTheSame(const Claim& a, const Claim& b) {
    const auto first = valueSetOf(a), second = valueSetOf(b);
    return first && second && a.attribute == b.attribute && first->unit == second->unit && first->low == second->low
           && first->high == second->high;
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
    for (const ClaimPlace& place : row.places)
        if (isCompared(place))
            met.insert(place.place);
    return met.size();
}

std::size_t attributePlace(const ChartContext& context, const AttributeId& id) {
    const auto found = std::find_if(context.attributes.begin(), context.attributes.end(),
                                    [&](const Row<Attribute>& attribute) { return attribute->id == id; });
    return static_cast<std::size_t>(found - context.attributes.begin());
}

/// Every claim with its places, and the scenarios that any claim can be compared with.
ClaimMatrix comparedClaims(const ChartContext& context, const Evidence& evidence) {
    ClaimMatrix matrix;
    for (const ClaimPlace& place : compareClaims(evidence, context.scenarios, context.runs)) {
        if (matrix.rows.empty() || matrix.rows.back().claim->id != place.claim)
            matrix.rows.push_back({findClaim(evidence, place.claim), {place.claim}, {}});
        matrix.rows.back().places.push_back(place);
    }
    const std::size_t all = matrix.rows.size();
    std::erase_if(matrix.rows,
                  [](const MatrixRow& row) { return std::none_of(row.places.begin(), row.places.end(), isCompared); });
    matrix.apart = all - matrix.rows.size();
    std::vector<ClaimId> claims;
    for (const MatrixRow& row : matrix.rows)
        claims.push_back(row.claim->id);
    matrix.voices = claimsByOriginator(evidence, claims);
    return matrix;
}

/// One row for claims of one voice that say the same.
void joinRows(ClaimMatrix& matrix) {
    std::vector<MatrixRow> joined;
    for (MatrixRow& row : matrix.rows) {
        const auto same = std::find_if(joined.begin(), joined.end(), [&](const MatrixRow& other) {
            return sayTheSame(*other.claim, *row.claim)
                   && voiceOf(matrix.voices, other.claim->id) == voiceOf(matrix.voices, row.claim->id);
        });
        if (same == joined.end())
            joined.push_back(std::move(row));
        else
            same->claims.push_back(row.claim->id);
    }
    matrix.rows = std::move(joined);
}

/// Leaves out the scenarios that nothing can be compared with.
void joinColumns(ClaimMatrix& matrix, const ChartContext& context) {
    for (const Row<Scenario>& scenario : context.scenarios) {
        const auto isHere = [&](const ClaimPlace& place) { return place.scenario == scenario->id; };
        const bool compares = std::any_of(matrix.rows.begin(), matrix.rows.end(), [&](const MatrixRow& row) {
            const auto place = std::find_if(row.places.begin(), row.places.end(), isHere);
            return place != row.places.end() && isCompared(*place);
        });
        if (compares)
            matrix.columns.push_back(&*scenario);
        else
            for (MatrixRow& row : matrix.rows)
                std::erase_if(row.places, isHere);
    }
}

} // namespace

bool isCompared(const ClaimPlace& place) { return place.place != Place::notComparable; }

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
        if (row.places[column].place == verdict)
            met.insert(voiceOf(matrix.voices, row.claim->id));
    return met.size();
}

} // namespace assay
