// The fields of `compute --json` (command-line contract) and the tables.
#include "app/compute_text.h"

#include "app/answers_text.h"
#include "app/band_text.h"
#include "app/json.h"
#include "app/statistic_fields.h"
#include "app/table.h"
#include "app/version.h"
#include "core/units/read_quantity.h"
#include "ui/text/warning_text.h"

namespace assay {
namespace {

JsonMember histogramJson(const Histogram& histogram) {
    JsonArray edges;
    for (const double edge : histogram.edges)
        edges.push_back(jsonReal(edge));
    JsonArray counts;
    for (const std::uint64_t count : histogram.counts)
        counts.push_back(JsonValue(jsonNumber(count)));
    return {"histogram",
            JsonValue(JsonObject{jsonList("edges", std::move(edges)), jsonList("counts", std::move(counts))})};
}

JsonMember sensitivityJson(const std::vector<Sensitivity>& sensitivity) {
    JsonArray rows;
    for (const Sensitivity& one : sensitivity)
        rows.push_back(JsonValue(
            JsonObject{jsonText("input", one.input.value), jsonReal("rank_correlation", one.rankCorrelation),
                       jsonReal("first_order", one.firstOrder), jsonReal("low", one.low), jsonReal("high", one.high)}));
    return jsonList("sensitivity", std::move(rows));
}

JsonValue outputJson(const OutputSummary& output) {
    const StandardErrors& errors = output.standardErrors;
    JsonObject object({jsonText("id", output.id.value), jsonText("unit", output.unit)});
    for (const auto& [name, value] : statisticFields(output))
        object.push_back(jsonReal(name, value));
    object.push_back(
        {"standard_error", JsonValue(JsonObject{jsonReal("mean", errors.mean), jsonReal("p5", errors.p5),
                                                jsonReal("p50", errors.p50), jsonReal("p95", errors.p95)})});
    object.push_back(histogramJson(output.histogram));
    object.push_back(sensitivityJson(output.sensitivity));
    if (output.band)
        object.push_back({"band", bandJson(*output.band)});
    return JsonValue(std::move(object));
}

JsonValue exceedanceJson(const Exceedance& one) {
    JsonObject object({jsonText("output", one.output.value), jsonReal("threshold", one.threshold),
                       jsonReal("probability", one.probability)});
    if (one.band)
        object.push_back(rangeJson("band", *one.band));
    return JsonValue(std::move(object));
}

JsonValue checksJson(const OutputChecks& checks) {
    JsonArray claims;
    for (const NextCheck& check : checks.claims) {
        JsonArray inputs;
        for (const VariableId& input : check.inputs)
            inputs.push_back(JsonValue(input.value));
        claims.push_back(
            JsonValue(JsonObject{jsonText("claim", check.claim.value), jsonList("inputs", std::move(inputs)),
                                 jsonReal("of_spread", check.ofSpread), jsonReal("share", check.share)}));
    }
    return JsonValue(JsonObject{jsonText("output", checks.output.value), jsonList("claims", std::move(claims))});
}

JsonValue scenarioJson(const Run& run, const std::vector<Exceedance>& exceed, const std::vector<OutputChecks>& checks) {
    JsonArray next;
    for (const OutputChecks& one : checks)
        next.push_back(checksJson(one));
    JsonArray outputs;
    for (const OutputSummary& output : run.outputs)
        outputs.push_back(outputJson(output));
    JsonArray thresholds;
    for (const Exceedance& one : exceed)
        thresholds.push_back(exceedanceJson(one));
    JsonArray warnings;
    for (const Warning& warning : run.warnings)
        warnings.push_back(JsonValue(
            JsonObject{jsonText("code", warning.code), jsonText("text", warningText(warning).toStdString())}));
    return JsonValue(JsonObject{jsonText("id", run.scenario.value), jsonText("model", run.model.value),
                                jsonCount("seed", run.seed), jsonCount("samples", run.samples),
                                jsonList("outputs", std::move(outputs)), jsonList("exceed", std::move(thresholds)),
                                jsonList("check_next", std::move(next)), jsonList("warnings", std::move(warnings))});
}

/// The statistics of a row of the table; without a band both ends are the statistic itself.
std::vector<ValueRange> rangesOf(const OutputSummary& output) {
    std::vector<ValueRange> ranges;
    if (output.band)
        for (const auto& [name, range] : statisticFields(*output.band))
            ranges.push_back(range);
    else
        for (const auto& [name, value] : statisticFields(output))
            ranges.push_back({value, value});
    return ranges;
}

std::string runTable(const Run& run, const std::vector<Exceedance>& exceed) {
    Table table{{"output", "mean", "sd", "P5", "P25", "P50", "P75", "P95"}, {}, {Align::left}};
    table.align.resize(table.header.size(), Align::right);
    for (const OutputSummary& output : run.outputs) {
        std::vector<std::string> row = {output.title.empty() ? output.id.value : output.title};
        for (const ValueRange& range : rangesOf(output))
            row.push_back(rangeText(range, output.unit));
        table.rows.push_back(std::move(row));
    }
    std::string text = tableText(table);
    for (const Exceedance& one : exceed) {
        const OutputSummary* output = findOutput(run, one.output);
        text += "P(" + one.output.value + " > " + writeQuantity(one.threshold, output ? output->unit : "") + ") = "
                + (one.band ? rangeText({100 * one.band->low, 100 * one.band->high}, "%")
                            : writeQuantity(100 * one.probability, "%"))
                + "\n";
    }
    for (const Warning& warning : run.warnings)
        text += warningText(warning).toStdString() + "\n";
    return text;
}

} // namespace

std::string computeJson(const ComputeResult& result, const RunOptions& options) {
    JsonArray scenarios;
    for (std::size_t i = 0; i < result.runs.size(); ++i)
        scenarios.push_back(scenarioJson(*result.runs[i], result.exceed[i], result.checks[i]));
    const Timing& timing = result.timing;
    JsonObject object(
        {jsonText("engine", std::string("assay ") + version() + ", engine " + std::to_string(engineVersion)),
         jsonText("digest", digestOf(result.runs)),
         {"threads", JsonValue(jsonNumber(options.threads))},
         jsonText("isa", std::string(instructionSetName(options.instructionSet))),
         {"timing_ms",
          JsonValue(JsonObject{jsonReal("first", timing.first),
                               jsonReal("median", timing.median),
                               {"drag_median", timing.dragMedian ? jsonReal(*timing.dragMedian) : JsonValue()}})},
         jsonList("scenarios", std::move(scenarios))});
    for (JsonMember& member : answersJson(result.answers))
        object.push_back(std::move(member));
    return jsonDocument(std::move(object));
}

std::string computeTable(const ComputeResult& result, const std::vector<Task>& tasks) {
    std::string text;
    for (std::size_t i = 0; i < result.runs.size(); ++i) {
        const Run& run = *result.runs[i];
        const std::string& title = tasks[i].scenario.title;
        text += (i > 0 ? "\n" : "") + (title.empty() ? run.scenario.value : title) + " (" + run.scenario.value + ", "
                + run.model.value + ", " + writeNumber(static_cast<double>(run.samples), Grouping::thousands)
                + " samples, seed " + std::to_string(run.seed) + ")\n" + runTable(run, result.exceed[i]);
    }
    return text + answersText(result.answers)
           + (text.empty() ? "no scenarios\n" : "\ndigest " + digestOf(result.runs) + "\n");
}

} // namespace assay
