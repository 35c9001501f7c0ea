// Picking of charts, forms and scenarios.
#include "core/chart/pictures.h"

namespace assay {
namespace {

enum class Missing { leftOut, error };

/// One picture for a chart of the project, one a fitting scenario for a chart of scenarios.
Result<> addPictures(std::vector<Picture>& all, ChartContext context, const ChartKind& kind, Missing missing) {
    std::vector<std::optional<ScenarioId>> subjects;
    if (kind.scope == ChartScope::project)
        subjects.push_back(std::nullopt);
    else
        for (const Row<Scenario>& scenario : context.scenarios)
            if (kind.fits(context, *scenario))
                subjects.push_back(scenario->id);
    if (subjects.empty() && missing == Missing::error)
        return Error(ErrorCode::chartEmpty, std::string(kind.id), {"a scenario that it can show"});
    for (const std::optional<ScenarioId>& subject : subjects) {
        context.scenario = subject;
        Result<ChartSpec> spec = buildChart(kind, context);
        if (spec)
            all.push_back(Picture{&kind, subject, std::move(*spec)});
        else if (missing == Missing::error || spec.error().code != ErrorCode::chartEmpty)
            return spec.error();
    }
    return {};
}

} // namespace

Result<std::vector<Picture>> pictures(const ChartContext& context, const std::vector<std::string>& charts) {
    std::vector<Picture> all;
    for (const std::string& asked : charts) {
        const std::size_t colon = asked.find(':');
        const ChartKind* kind = findChart(asked.substr(0, colon));
        ChartContext own = context;
        own.form = colon == std::string::npos ? std::string() : asked.substr(colon + 1);
        if (!kind || (colon != std::string::npos && chartForm(*kind, own) != own.form))
            return Error(ErrorCode::chartUnknown, {}, {asked});
        if (const Result<> added = addPictures(all, std::move(own), *kind, Missing::error); !added)
            return added.error();
    }
    if (!charts.empty())
        return all;
    for (const ChartKind& kind : chartKinds())
        if (const Result<> added = addPictures(all, context, kind, Missing::leftOut); !added)
            return added.error();
    return all;
}

std::string fileName(const Picture& picture, std::string_view extension) {
    const ChartKind& kind = *picture.kind;
    const bool isUsual = kind.forms.empty() || picture.spec.form == kind.forms.front().id;
    return std::string(kind.id) + (isUsual ? std::string() : "-" + picture.spec.form)
           + (picture.scenario ? "--" + picture.scenario->value : "") + "." + std::string(extension);
}

} // namespace assay
