// Two claims are named, more are counted: a tip is read at a glance.
#include "core/chart/origins.h"

#include "core/chart/build.h"

namespace assay {
namespace {

constexpr std::size_t namedClaims = 2;

std::string formulaLine(const ChartContext& context, const MarkIds& ids) {
    const Scenario* scenario = scenarioOf(context, ids.scenario);
    const Model* model = scenario ? modelOf(context, *scenario) : nullptr;
    const Formula* formula = model ? findFormula(*model, ids.output) : nullptr;
    return formula ? "\n" + formula->id.value + " = " + formula->formula : std::string();
}

std::string claimLine(const ChartContext& context, const MarkIds& ids) {
    std::string line;
    std::size_t named = 0;
    for (const ClaimId& id : ids.claims) {
        const Claim* claim = find(context.claims, id);
        if (!claim || named == namedClaims)
            continue;
        const std::string origin = claimOrigin(context, *claim);
        line += (line.empty() ? "\nFrom " : ", ") + id.value + (origin.empty() ? "" : " (" + origin + ")");
        ++named;
    }
    if (ids.claims.size() > named && named > 0)
        line += " and " + plural(ids.claims.size() - named, "more claim", "more claims");
    return line;
}

} // namespace

ChartSpec withOrigins(ChartSpec spec, const ChartContext& context) {
    for (Datum& datum : spec.data)
        datum.tip += formulaLine(context, datum.ids) + claimLine(context, datum.ids);
    return spec;
}

} // namespace assay
