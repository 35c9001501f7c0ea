// An output's samples are put in order once for all claims on it, so that a chart can follow a drag.
#include "core/scenario/consistency.h"

#include "core/claims/compare.h"
#include "core/claims/provenance.h"
#include "core/dist/elementary.h"
#include "core/scenario/drivers.h"
#include "core/scenario/order.h"
#include "core/scenario/statistics.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace assay {
namespace {

/// Computed and written numbers that are the same to this share are taken for one: 2.788M h times 2 USD/h in floating
/// point may miss 5.576M USD by a last bit.
constexpr double sameShare = 1e-9;

/// The cut-offs' percentiles of an output and its samples that are no NaN in order, in base units; what drives it.
struct Marks {
    std::vector<double> ascending;
    double p1 = 0, p25 = 0, p50 = 0, p75 = 0, p99 = 0;
    Drivers drivers;
};

Marks marksOf(const OutputSummary& output, std::vector<BinnedInput> inputs) {
    Marks marks{{}, 0, 0, 0, 0, 0, Drivers(output, std::move(inputs))};
    for (const std::uint32_t sample : rankColumn(*output.samples).order)
        marks.ascending.push_back((*output.samples)[sample]);
    marks.p1 = percentile(marks.ascending, tailShare);
    marks.p25 = percentile(marks.ascending, insideShare);
    marks.p50 = percentile(marks.ascending, 0.5);
    marks.p75 = percentile(marks.ascending, 1 - insideShare);
    marks.p99 = percentile(marks.ascending, 1 - tailShare);
    return marks;
}

/// The bins of inputs' samples, which scenarios have in common as often as not.
using KnownBins = std::map<ContentKey, std::shared_ptr<const InputBins>>;

/// A run as every claim on it is compared with it.
struct PreparedRun {
    const Scenario* scenario = nullptr;
    const Run* run = nullptr;
    std::set<std::string> subjects;    ///< of the claims behind its inputs
    std::vector<Unit> units;           ///< per output
    std::map<VariableId, Marks> marks; ///< per output; filled when asked for
    std::vector<BinnedInput> inputs;   ///< the uncertain ones

    const Marks& of(const OutputSummary& output) {
        const auto found = marks.find(output.id);
        return found != marks.end() ? found->second : marks.emplace(output.id, marksOf(output, inputs)).first->second;
    }
};

PreparedRun preparedOf(const Evidence& evidence, const Scenario& scenario, const Run& run, KnownBins& known) {
    PreparedRun prepared{&scenario, &run, {}, {}, {}, {}};
    for (const ScenarioInput& input : scenario.inputs)
        for (const ClaimId& id : input.basis.claims)
            if (const Claim* claim = findClaim(evidence, id))
                prepared.subjects.insert(claim->subject);
    for (const OutputSummary& output : run.outputs)
        prepared.units.push_back(parseUnit(output.unit).value());
    for (const InputSummary& input : run.inputs) {
        if (input.samples == nullptr)
            continue;
        std::shared_ptr<const InputBins>& bins = known[input.samplesKey];
        if (bins == nullptr || input.samplesKey == ContentKey{})
            bins = std::make_shared<const InputBins>(inputBinsOf(*input.samples));
        prepared.inputs.push_back({input.id, bins});
    }
    return prepared;
}

/// A scenario is about the subjects of the claims it stands on; one that stands on none is about anything.
bool isAbout(const PreparedRun& prepared, const Claim& claim) {
    return prepared.subjects.empty() || claim.subject.empty()
           || std::any_of(prepared.subjects.begin(), prepared.subjects.end(),
                          [&](const std::string& subject) { return areRelatedSubjects(subject, claim.subject); });
}

struct Match {
    const OutputSummary* output = nullptr;
    std::string reason; ///< why there is none
};

std::string kindOf(const Unit& unit, const std::string& text) { return text.empty() ? unitText(unit) : text; }

/// The output that is of the claim's attribute, scope, subject, unit and kind.
Match matchOf(const Evidence& evidence, const PreparedRun& prepared, const Claim& claim, const ValueSet& set) {
    Match match;
    const Attribute* attribute = find(evidence.attributes, claim.attribute);
    match.reason =
        "the scenario has no output that is " + (attribute ? attribute->title : std::string("its attribute"));
    if (attribute == nullptr)
        return match;
    for (const OutputLink& link : attribute->outputs) {
        const OutputSummary* output = findOutput(*prepared.run, link.output);
        if (output == nullptr)
            continue;
        const Unit& unit = prepared.units[static_cast<std::size_t>(output - prepared.run->outputs.data())];
        if (!isAbout(prepared, claim))
            match.reason = "the scenario is not about " + claim.subject;
        else if (!link.scope.empty() && !claim.scope.empty() && link.scope != claim.scope)
            match.reason = "the claim is about \"" + claim.scope + "\", the output about \"" + link.scope + "\"";
        else if (!sameDimension(unit, set.unit))
            match.reason = kindOf(set.unit, claim.quantity->unit) + " is not " + output->unit;
        else if (output->samples == nullptr || output->flagged == output->samples->size())
            match.reason = "no sample of the output is a number";
        else
            return Match{output, {}};
    }
    return match;
}

/// The set a little wider, so that the last bits of a computed value do not decide.
ValueSet widened(ValueSet set) {
    set.low -= std::abs(set.low) * sameShare;
    set.high += std::abs(set.high) * sameShare;
    return set;
}

double shareWithin(const std::vector<double>& ascending, double low, double high) {
    const auto first = std::lower_bound(ascending.begin(), ascending.end(), low);
    const auto last = std::upper_bound(first, ascending.end(), high);
    return static_cast<double>(last - first) / static_cast<double>(ascending.size());
}

bool meets(const ValueSet& set, double low, double high) { return set.low <= high && low <= set.high; }

Place placeIn(const Marks& marks, const ValueSet& set) {
    if (meets(set, marks.p25, marks.p75))
        return Place::inside;
    return meets(set, marks.p1, marks.p99) ? Place::tail : Place::excluded;
}

/// The claim's value, or the end of its set nearest the median where it has none.
double standingOf(const Claim& claim, const ValueSet& set, double median) {
    if (claim.quantity->value && !isOneSided(claim))
        return *claim.quantity->value * set.unit.scale;
    if (std::isinf(set.low) || std::isinf(set.high))
        return std::isinf(set.low) ? set.high : set.low;
    return std::abs(set.low - median) < std::abs(set.high - median) ? set.low : set.high;
}

bool saysLittle(const Claim& claim, const ValueSet& set, double coverage) {
    const bool isWide = set.low <= 0 ? set.high > 0 && set.low < set.high && claim.quantity->bound == Bound::vague
                                     : set.high / set.low >= weakRatio;
    return (isOneSided(claim) || isWide) && coverage >= weakCoverage;
}

ClaimPlace placeOf(const Evidence& evidence, PreparedRun& prepared, const Claim& claim, const ValueSet& written) {
    ClaimPlace place;
    place.scenario = prepared.scenario->id;
    place.claim = claim.id;
    Match match = matchOf(evidence, prepared, claim, written);
    if (match.output == nullptr) {
        place.reason = std::move(match.reason);
        return place;
    }
    const ValueSet set = widened(written);
    const Marks& marks = prepared.of(*match.output);
    place.output = match.output->id;
    place.place = placeIn(marks, set);
    const double standing = standingOf(claim, written, marks.p50);
    place.percentile = shareWithin(marks.ascending, -elementary::infinity, standing + std::abs(standing) * sameShare);
    place.coverage = shareWithin(marks.ascending, set.low, set.high);
    place.isWeak = saysLittle(claim, written, place.coverage);
    place.driver = marks.drivers.of(set.low, set.high);
    return place;
}

} // namespace

std::vector<ClaimPlace> compareClaims(const Evidence& evidence, const Rows<Scenario>& scenarios,
                                      std::span<const RunPtr> runs, const std::stop_token& stop) {
    KnownBins known;
    std::vector<PreparedRun> prepared;
    for (const Row<Scenario>& scenario : scenarios) {
        const auto run = std::find_if(runs.begin(), runs.end(), [&](const RunPtr& one) {
            return one != nullptr && one->scenario == scenario->id;
        });
        if (run != runs.end())
            prepared.push_back(preparedOf(evidence, *scenario, **run, known));
    }
    std::vector<ClaimPlace> places;
    for (const Row<Claim>& claim : evidence.claims) {
        const std::optional<ValueSet> set = valueSetOf(*claim);
        for (PreparedRun& one : prepared)
            if (set && !stop.stop_requested())
                places.push_back(placeOf(evidence, one, *claim, *set));
    }
    return places;
}

std::vector<std::vector<ClaimId>> claimsByOriginator(const Evidence& evidence, const std::vector<ClaimId>& claims) {
    std::map<std::pair<AttributeId, std::vector<std::string>>, std::size_t> places;
    std::vector<std::vector<ClaimId>> groups;
    for (const ClaimId& id : claims) {
        const Claim* claim = findClaim(evidence, id);
        if (claim == nullptr)
            continue;
        std::vector<std::string> said;
        for (const SpeakerId& speaker : provenanceOf(evidence, {claim}).originators)
            said.push_back(speaker.value);
        std::sort(said.begin(), said.end());
        if (said.empty())
            said.push_back(" " + id.value); // nobody known said it: it stands alone
        const auto [place, isNew] = places.try_emplace({claim->attribute, std::move(said)}, groups.size());
        if (isNew)
            groups.emplace_back();
        groups[place->second].push_back(id);
    }
    return groups;
}

} // namespace assay
