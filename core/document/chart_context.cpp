// Rows are shared, so this copies pointers.
#include "core/document/chart_context.h"

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
    context.runs = std::move(runs);
    context.titles = document.project.chartTitles;
    return context;
}

} // namespace assay
