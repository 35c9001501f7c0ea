// Where a picture's numbers come from, in words for its foot: sources, claims, model, seed, n, as-of.
#include "core/catalog/cell.h"
#include "core/chart/build.h"
#include "core/scenario/catalogue_basis.h"

#include <algorithm>
#include <set>

namespace assay {
namespace {

constexpr std::size_t namesInFull = 4; // longer lists are counted; the table and the project name each

std::string joined(const std::vector<std::string>& parts, std::string_view separator) {
    std::string text;
    for (const std::string& part : parts)
        text += (text.empty() ? "" : std::string(separator)) + part;
    return text;
}

/// A digest is said to be one: the reader must not take our words for the publisher's.
std::string sourceName(const Source& source) {
    const std::string name = shortName(source.publisher.empty() ? source.title : source.publisher, source.id.value);
    return source.digestOf.empty() ? name : "Digest by Assay of " + name;
}

std::vector<std::string> sourceNames(const ChartContext& context, const std::vector<ClaimId>& claims) {
    std::set<std::string> ids;
    for (const ClaimId& id : claims)
        if (const Claim* claim = find(context.claims, id))
            for (const Mention& mention : claim->mentions)
                ids.insert(mention.anchor.source.value);
    std::vector<std::string> plain;
    std::vector<std::string> digests;
    for (const Row<Source>& source : context.sources) {
        if (!ids.contains(source->id.value))
            continue;
        const std::string name = sourceName(*source);
        std::vector<std::string>& list = source->digestOf.empty() ? plain : digests;
        if (std::find(list.begin(), list.end(), name) == list.end())
            list.push_back(name);
    }
    if (digests.size() > 1) { // "Digests by Assay of A, B" says it once
        constexpr std::string_view one = "Digest by Assay of ";
        for (std::string& name : digests)
            name.erase(0, one.size());
        digests = {"Digests by Assay of " + joined(digests, ", ")};
    }
    plain.insert(plain.end(), digests.begin(), digests.end());
    return plain;
}

std::string claimList(const std::vector<ClaimId>& claims) {
    if (claims.size() > 2 * namesInFull)
        return std::to_string(claims.size()) + " claims";
    std::vector<std::string> ids;
    for (const ClaimId& id : claims)
        ids.push_back(id.value);
    return (claims.size() == 1 ? "Claim " : "Claims ") + joined(ids, ", ");
}

std::vector<std::string> runParts(const ChartContext& context, std::span<const Run* const> runs) {
    std::set<std::string> models;
    std::set<std::string> dates;
    std::set<std::uint64_t> counts;
    for (const Run* run : runs) {
        const Model* model = find(context.models, run->model);
        models.insert(model ? shortName(model->title, model->id.value) + " v" + std::to_string(model->version)
                            : run->model.value);
        counts.insert(run->samples);
        if (const Scenario* scenario = scenarioOf(context, run->scenario); scenario && !scenario->asOf.empty())
            dates.insert(scenario->asOf);
    }
    std::vector<std::string> parts;
    if (runs.empty())
        return parts;
    parts.push_back((models.size() == 1 ? "Model " : "Models ") + joined({models.begin(), models.end()}, ", "));
    parts.push_back("seed " + std::to_string(runs.front()->seed));
    std::string n = "n = " + groupedCount(*counts.begin());
    if (counts.size() > 1)
        n += " to " + groupedCount(*counts.rbegin());
    parts.push_back(n);
    if (dates.size() == 1)
        parts.push_back("Evidence as of " + *dates.begin());
    else if (!dates.empty())
        parts.push_back("Evidence as of " + *dates.begin() + " to " + *dates.rbegin());
    return parts;
}

std::string unverified(const ChartContext& context, const std::vector<ClaimId>& claims) {
    std::size_t secondary = 0;
    std::size_t unread = 0;
    for (const ClaimId& id : claims)
        if (const Claim* claim = find(context.claims, id)) {
            secondary += claim->verified == Verified::secondary ? 1 : 0;
            unread += claim->verified == Verified::no ? 1 : 0;
        }
    std::vector<std::string> parts;
    if (unread > 0)
        parts.push_back(plural(unread, "claim", "claims") + " not verified");
    if (secondary > 0)
        parts.push_back(plural(secondary, "claim", "claims") + " read in retellings only");
    return joined(parts, ", ");
}

/// Catalogue values under the runs that nobody read in their source, or that are the project's own.
std::string markedRows(const ChartContext& context, std::span<const Run* const> runs) {
    std::set<std::string> retold;
    std::set<std::string> recalled;
    std::set<std::string> own;
    std::set<std::string> corrected;
    for (const Run* run : runs) {
        const Model* model = find(context.models, run->model);
        const Scenario* scenario = scenarioOf(context, run->scenario);
        if (!model || !scenario)
            continue;
        for (const std::string& reference : catalogueReferences(*model, *scenario)) {
            const Result<CatalogEntry> row = findBasis(reference, context.catalogs);
            if (row && row->origin != RowOrigin::shipped)
                (row->origin == RowOrigin::own ? own : corrected).insert(reference);
            if (row && row->trust != Trust::verified)
                (row->trust == Trust::retold ? retold : recalled).insert(reference);
        }
    }
    std::vector<std::string> parts;
    if (!own.empty())
        parts.push_back(plural(own.size(), "catalogue value", "catalogue values") + " of the project's own");
    if (!corrected.empty())
        parts.push_back(plural(corrected.size(), "shipped catalogue value", "shipped catalogue values")
                        + " corrected by the project");
    if (!recalled.empty())
        parts.push_back(plural(recalled.size(), "catalogue value", "catalogue values") + " not verified");
    if (!retold.empty())
        parts.push_back(plural(retold.size(), "catalogue value", "catalogue values") + " read in retellings only");
    return joined(parts, ", ");
}

/// Scenarios of the runs that stand on something which says another thing now.
std::string stale(const ChartContext& context, std::span<const Run* const> runs) {
    std::vector<std::string> names;
    for (const Run* run : runs)
        if (std::find(context.stale.begin(), context.stale.end(), run->scenario) != context.stale.end()) {
            const Scenario* scenario = scenarioOf(context, run->scenario);
            const std::string name = scenario ? shortName(scenario->title, run->scenario.value) : run->scenario.value;
            if (std::find(names.begin(), names.end(), name) == names.end())
                names.push_back(name);
        }
    if (names.empty())
        return {};
    return "Stale, what its inputs stand on has changed: "
           + (names.size() > namesInFull ? std::to_string(names.size()) + " scenarios" : joined(names, ", "));
}

} // namespace

std::vector<std::string> footerOf(const ChartContext& context, std::span<const Run* const> runs,
                                  std::vector<ClaimId> claims) {
    std::sort(claims.begin(), claims.end());
    claims.erase(std::unique(claims.begin(), claims.end()), claims.end());
    std::vector<std::string> footer;
    std::vector<std::string> sources = sourceNames(context, claims);
    const bool one = sources.size() == 1 && !sources.front().starts_with("Digests");
    if (sources.size() > namesInFull + 2)
        sources = {std::to_string(sources.size()) + " works, listed in the table"};
    if (!sources.empty())
        footer.push_back((one ? "Source: " : "Sources: ") + joined(sources, "; "));
    if (!claims.empty())
        footer.push_back(claimList(claims));
    const std::vector<std::string> parts = runParts(context, runs);
    footer.insert(footer.end(), parts.begin(), parts.end());
    if (const std::string text = unverified(context, claims); !text.empty())
        footer.push_back(text);
    if (const std::string text = markedRows(context, runs); !text.empty())
        footer.push_back(text);
    if (const std::string text = stale(context, runs); !text.empty())
        footer.push_back(text);
    return footer;
}

std::string claimDate(const ChartContext& context, const Claim& claim) {
    std::string first;
    for (const Mention& mention : claim.mentions)
        if (const Source* source = find(context.sources, mention.anchor.source); source && dayOf(source->published))
            if (first.empty() || source->published < first)
                first = source->published;
    return first.empty() ? claim.asOf : first;
}

std::string claimOrigin(const ChartContext& context, const Claim& claim) {
    if (claim.mentions.empty())
        return {};
    const Mention& mention = claim.mentions.front();
    if (!mention.chain.empty()) {
        const Speaker* speaker = find(context.speakers, mention.chain.front().speaker);
        return speaker && !speaker->name.empty() ? shortName(speaker->name, speaker->id.value)
                                                 : mention.chain.front().speaker.value;
    }
    const Source* source = find(context.sources, mention.anchor.source);
    return source ? shortName(source->publisher, source->id.value) : std::string();
}

} // namespace assay
