// What a verdict needs of a column is selected once for all claims on it, so that a chart can follow a drag; drivers
// come from the first samples in bins of equal count.
#include "core/scenario/consistency.h"

#include "core/claims/compare.h"
#include "core/claims/provenance.h"
#include "core/dist/elementary.h"
#include "core/scenario/condition.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>

namespace assay {
namespace {

/// Computed and written numbers that are the same to this share are taken for one: 2.788M h times 2 USD/h in floating
/// point may miss 5.576M USD by a last bit.
constexpr double sameShare = 1e-9;
constexpr std::size_t driverSamples = std::size_t{1} << 13; // the first n of N samples equal the run with n
constexpr std::size_t driverBins = 32;
constexpr double leastFirstOrder = 0.005; // below it an index is the noise of its estimate
/// Kolmogorov's 5 % point: a difference of distributions below this over the root of the count is no movement.
constexpr double noMovement = 1.36;

/// Which bin of equal count each of the first samples of an input is in.
using Bins = std::vector<std::uint8_t>;

Bins binsOf(std::span<const double> samples) {
    const std::size_t count = std::min(samples.size(), driverSamples);
    std::vector<double> ascending(samples.begin(), samples.begin() + static_cast<std::ptrdiff_t>(count));
    std::sort(ascending.begin(), ascending.end());
    Bins bins(count);
    for (std::size_t i = 0; i < count; ++i) {
        const auto below = std::lower_bound(ascending.begin(), ascending.end(), samples[i]) - ascending.begin();
        bins[i] = static_cast<std::uint8_t>(static_cast<std::size_t>(below) * driverBins / count);
    }
    return bins;
}

/// The cut-offs' percentiles of a column and its samples that are no NaN, in base units.
struct Landmarks {
    std::vector<double> values;
    double p1 = 0, p25 = 0, p50 = 0, p75 = 0, p99 = 0;
};

/// Linear interpolation of order statistics, by selection within what earlier ones left of the values.
double landmark(std::vector<double>& values, std::size_t from, double q) {
    const double position = q * static_cast<double>(values.size() - 1);
    const auto index = static_cast<std::size_t>(position);
    const auto at = values.begin() + static_cast<std::ptrdiff_t>(index);
    std::nth_element(values.begin() + static_cast<std::ptrdiff_t>(std::min(from, index)), at, values.end());
    const double low = *at;
    const double high = at + 1 == values.end() ? low : *std::min_element(at + 1, values.end());
    return low + (high - low) * (position - static_cast<double>(index));
}

Landmarks landmarksOf(std::span<const double> samples) {
    Landmarks marks;
    marks.values.reserve(samples.size());
    std::copy_if(samples.begin(), samples.end(), std::back_inserter(marks.values), [](double v) { return v == v; });
    std::vector<double>& values = marks.values;
    const auto place = [&values](double q) {
        return static_cast<std::size_t>(q * static_cast<double>(values.size() - 1));
    };
    marks.p1 = landmark(values, 0, tailShare);
    marks.p25 = landmark(values, place(tailShare), insideShare);
    marks.p50 = landmark(values, place(insideShare), 0.5);
    marks.p75 = landmark(values, place(0.5), 1 - insideShare);
    marks.p99 = landmark(values, place(1 - insideShare), 1 - tailShare);
    return marks;
}

/// A run as every claim on it is compared with it.
struct PreparedRun {
    const Scenario* scenario = nullptr;
    const Run* run = nullptr;
    std::set<std::string> subjects;                  ///< of the claims behind its inputs
    std::map<VariableId, Landmarks> landmarks;       ///< per output; filled when asked for
    std::vector<std::pair<VariableId, Bins>> inputs; ///< the uncertain ones

    const Landmarks& marksOf(const OutputSummary& output) {
        const auto found = landmarks.find(output.id);
        return found != landmarks.end() ? found->second
                                        : landmarks.emplace(output.id, landmarksOf(*output.samples)).first->second;
    }
};

PreparedRun preparedOf(const Evidence& evidence, const Scenario& scenario, const Run& run) {
    PreparedRun prepared{&scenario, &run, {}, {}, {}};
    for (const ScenarioInput& input : scenario.inputs)
        for (const ClaimId& id : input.basis.claims)
            if (const Claim* claim = findClaim(evidence, id))
                prepared.subjects.insert(claim->subject);
    for (const InputSummary& input : run.inputs)
        if (input.samples != nullptr)
            prepared.inputs.emplace_back(input.id, binsOf(*input.samples));
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
        const Unit unit = parseUnit(output->unit).value();
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

double shareWithin(const std::vector<double>& values, double low, double high) {
    const auto count = std::count_if(values.begin(), values.end(), [&](double v) { return v >= low && v <= high; });
    return static_cast<double>(count) / static_cast<double>(values.size());
}

bool meets(const ValueSet& set, double low, double high) { return set.low <= high && low <= set.high; }

Place placeIn(const Landmarks& marks, const ValueSet& set) {
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

/// The input with the highest first-order index on the output; empty when none has any.
VariableId strongestInput(const OutputSummary& output) {
    const auto strongest =
        std::max_element(output.sensitivity.begin(), output.sensitivity.end(),
                         [](const Sensitivity& a, const Sensitivity& b) { return a.firstOrder < b.firstOrder; });
    const bool is = strongest != output.sensitivity.end() && strongest->firstOrder >= leastFirstOrder;
    return is ? strongest->input : VariableId{};
}

/// Greatest distance between an input's distribution under the claim and its own, over bins of equal count.
double movementOf(const Bins& bins, const std::vector<std::uint8_t>& holds, double count) {
    std::array<double, driverBins> all{}, under{};
    for (std::size_t i = 0; i < bins.size(); ++i) {
        all[bins[i]] += 1;
        under[bins[i]] += holds[i];
    }
    double most = 0, before = 0, beforeUnder = 0;
    for (std::size_t bin = 0; bin < driverBins; ++bin) {
        before += all[bin] / static_cast<double>(bins.size());
        beforeUnder += under[bin] / count;
        most = std::max(most, std::abs(before - beforeUnder));
    }
    return most;
}

/// The input whose distribution moves most when the claim is assumed to hold (weights 1 inside, 0 outside); with too
/// few effective samples, or when none moves, the strongest one.
VariableId driverOf(const PreparedRun& prepared, const OutputSummary& output, const ValueSet& set) {
    const std::size_t size = std::min(output.samples->size(), driverSamples);
    std::vector<std::uint8_t> holds(size);
    double count = 0;
    for (std::size_t i = 0; i < size; ++i) {
        const double value = (*output.samples)[i];
        holds[i] = value >= set.low && value <= set.high ? 1 : 0;
        count += holds[i];
    }
    if (count < leastEffectiveSamples)
        return strongestInput(output);
    VariableId driver;
    double most = noMovement / std::sqrt(count);
    for (const auto& input : prepared.inputs)
        if (const double moved = movementOf(input.second, holds, count); moved > most) {
            most = moved;
            driver = input.first;
        }
    return driver.empty() ? strongestInput(output) : driver;
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
    const Landmarks& marks = prepared.marksOf(*match.output);
    place.output = match.output->id;
    place.place = placeIn(marks, set);
    const double standing = standingOf(claim, written, marks.p50);
    place.percentile = shareWithin(marks.values, -elementary::infinity, standing + std::abs(standing) * sameShare);
    place.coverage = shareWithin(marks.values, set.low, set.high);
    place.isWeak = saysLittle(claim, written, place.coverage);
    place.driver = driverOf(prepared, *match.output, set);
    return place;
}

} // namespace

std::string_view placeText(Place place) {
    static constexpr std::array<std::string_view, 4> texts{"inside", "tail", "excluded", "not-comparable"};
    return texts[static_cast<std::size_t>(place)];
}

std::vector<ClaimPlace> compareClaims(const Evidence& evidence, const Rows<Scenario>& scenarios,
                                      std::span<const RunPtr> runs, const std::stop_token& stop) {
    std::vector<PreparedRun> prepared;
    for (const Row<Scenario>& scenario : scenarios) {
        const auto run = std::find_if(runs.begin(), runs.end(), [&](const RunPtr& one) {
            return one != nullptr && one->scenario == scenario->id;
        });
        if (run != runs.end())
            prepared.push_back(preparedOf(evidence, *scenario, **run));
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
