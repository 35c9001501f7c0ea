// One part a question.
#include "app/answers_text.h"

#include "app/band_text.h"
#include "app/json.h"
#include "app/table.h"
#include "core/document/edit_override.h"
#include "core/units/read_quantity.h"

namespace assay {
namespace {

JsonValue solutionJson(const Solution& solution) {
    JsonArray others;
    for (const double value : solution.others)
        others.push_back(jsonReal(value));
    return JsonValue(JsonObject{jsonText("input", solution.input.value),
                                {"value", solution.value ? jsonReal(*solution.value) : JsonValue()},
                                jsonText("unit", solution.unit),
                                rangeJson("reachable", solution.reachable),
                                jsonText("reachable_unit", solution.reachableUnit),
                                rangeJson("looked", solution.looked),
                                jsonList("others", std::move(others))});
}

JsonMember summariesJson(std::string key, const std::vector<GivenSummary>& summaries) {
    JsonArray rows;
    for (const GivenSummary& one : summaries)
        rows.push_back(
            JsonValue(JsonObject{jsonText("id", one.id.value), jsonText("unit", one.unit), jsonReal("mean", one.mean),
                                 jsonReal("p5", one.p5), jsonReal("p50", one.p50), jsonReal("p95", one.p95)}));
    return jsonList(std::move(key), std::move(rows));
}

JsonMember textOrNull(std::string key, const std::string& text) {
    return {std::move(key), text.empty() ? JsonValue() : JsonValue(text)};
}

JsonValue overrideJson(const Override* own) {
    if (own == nullptr)
        return {};
    return JsonValue(JsonObject{jsonText("verdict", std::string(placeText(own->verdict))),
                                jsonText("computed", std::string(placeText(own->computed))),
                                jsonText("reason", own->reason)});
}

/// The verdict is the computed one; what the analyst set in its place stands beside it.
JsonValue placeJson(const ClaimPlace& place, const Override* own) {
    const bool compared = place.place != Place::notComparable;
    return JsonValue(JsonObject{jsonText("scenario", place.scenario.value),
                                jsonText("claim", place.claim.value),
                                textOrNull("output", place.output.value),
                                {"percentile", compared ? jsonReal(place.percentile) : JsonValue()},
                                {"coverage", compared ? jsonReal(place.coverage) : JsonValue()},
                                jsonText("verdict", std::string(placeText(place.place))),
                                {"weak", JsonValue(place.isWeak)},
                                textOrNull("driver", place.driver.value),
                                textOrNull("reason", place.reason),
                                {"override", overrideJson(own)}});
}

std::string solutionText(const Solution& solution) {
    const std::string range = writeQuantity(solution.reachable.low, solution.reachableUnit) + " to "
                              + writeQuantity(solution.reachable.high, solution.reachableUnit);
    const std::string looked =
        writeQuantity(solution.looked.low, solution.unit) + " to " + writeQuantity(solution.looked.high, solution.unit);
    if (!solution.value)
        return solution.input.value + ": the target is out of reach; with it from " + looked + " it is " + range + "\n";
    return solution.input.value + " = " + writeQuantity(*solution.value, solution.unit) + " (looked from " + looked
           + ", where it is " + range + ")\n";
}

std::string givenText(const Given& given) {
    Table table{{"given " + given.output.value + "=" + given.text, "mean", "P5", "P50", "P95"}, {}, {Align::left}};
    table.align.resize(table.header.size(), Align::right);
    for (const std::vector<GivenSummary>* list : {&given.inputs, &given.outputs})
        for (const GivenSummary& one : *list) {
            std::vector<std::string> row{one.title.empty() ? one.id.value : one.title};
            for (const double value : {one.mean, one.p5, one.p50, one.p95})
                row.push_back(writeQuantity(value, one.unit));
            table.rows.push_back(std::move(row));
        }
    return tableText(table) + writeNumber(roundToDigits(given.effectiveSamples, 4)) + " effective samples\n";
}

/// The comparable ones; what cannot be compared is counted.
std::string consistencyText(const std::vector<ClaimPlace>& places, const Rows<Override>& overrides) {
    Table table{{"scenario", "claim", "output", "verdict", "percentile", "coverage", "driver"}, {}, {}};
    table.align = {Align::left, Align::left, Align::left, Align::left, Align::right, Align::right, Align::left};
    std::size_t apart = 0;
    std::string set;
    for (const ClaimPlace& place : places) {
        if (const Override* own = findOverride(overrides, place.scenario, place.claim))
            set +=
                place.claim.value + " against " + place.scenario.value + ": " + overrideText(*own, place.place) + "\n";
        if (place.place == Place::notComparable) {
            ++apart;
            continue;
        }
        table.rows.push_back({place.scenario.value, place.claim.value, place.output.value,
                              std::string(placeText(place.place)) + (place.isWeak ? ", weak" : ""),
                              writeQuantity(100 * place.percentile, "%", 3),
                              writeQuantity(100 * place.coverage, "%", 3), place.driver.value});
    }
    return tableText(table) + set + std::to_string(apart) + " pairs are not comparable; --json says why\n";
}

} // namespace

JsonObject answersJson(const Answers& answers) {
    JsonObject object;
    if (answers.consistency) {
        JsonArray rows;
        for (const ClaimPlace& place : *answers.consistency)
            rows.push_back(placeJson(place, findOverride(answers.overrides, place.scenario, place.claim)));
        object.push_back(jsonList("consistency", std::move(rows)));
    }
    if (answers.solution)
        object.push_back({"solution", solutionJson(*answers.solution)});
    if (answers.given)
        object.push_back({"given", JsonValue(JsonObject{jsonReal("effective_samples", answers.given->effectiveSamples),
                                                        summariesJson("inputs", answers.given->inputs),
                                                        summariesJson("outputs", answers.given->outputs)})});
    return object;
}

std::string answersText(const Answers& answers) {
    std::string text;
    if (answers.solution)
        text += "\n" + solutionText(*answers.solution);
    if (answers.given)
        text += "\n" + givenText(*answers.given);
    if (answers.consistency)
        text += "\n" + consistencyText(*answers.consistency, answers.overrides);
    return text;
}

} // namespace assay
