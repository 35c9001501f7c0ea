// Rows are shared, so this copies pointers.
#include "core/document/chart_context.h"

#include "core/document/leave_out.h"

namespace assay {

ChartContext chartContext(const Document& document, std::vector<RunPtr> runs) {
    ChartContext context;
    context.sources = document.sources;
    context.speakers = document.speakers;
    context.attributes = document.attributes;
    context.claims = document.claims;
    context.links = document.links;
    context.models = document.models;
    context.scenarios = document.scenarios;
    context.catalogs = Catalogs(document.catalogueRows);
    context.overrides = document.overrides;
    context.leaveOut = [document, runs](const ScenarioId& scenario, const VariableId& output) {
        RunOptions options;
        options.seed = document.project.seed;
        return leaveOneOut(document, scenario, output, options, runs);
    };
    context.runs = std::move(runs);
    context.titles = document.project.chartTitles;
    return context;
}

} // namespace assay
