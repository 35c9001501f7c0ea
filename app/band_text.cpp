// One field a statistic, each a list of two numbers.
#include "app/band_text.h"

#include "app/json.h"
#include "core/units/read_quantity.h"

namespace assay {
namespace {

JsonMember listJson(std::string key, const std::vector<double>& values) {
    JsonArray list;
    for (const double value : values)
        list.push_back(jsonReal(value));
    return jsonList(std::move(key), std::move(list));
}

} // namespace

JsonMember rangeJson(std::string key, const ValueRange& range) {
    return jsonList(std::move(key), {jsonReal(range.low), jsonReal(range.high)});
}

JsonValue bandJson(const Band& band) {
    JsonArray intervals;
    for (const IntervalEffect& effect : band.effects)
        intervals.push_back(
            JsonValue(JsonObject{jsonText("input", effect.input.value), jsonReal("low", effect.ends.low),
                                 jsonReal("high", effect.ends.high), rangeJson("p50", effect.medians)}));
    return JsonValue(JsonObject{rangeJson("mean", band.mean),
                                rangeJson("sd", band.sd),
                                rangeJson("p5", band.p5),
                                rangeJson("p25", band.p25),
                                rangeJson("p50", band.p50),
                                rangeJson("p75", band.p75),
                                rangeJson("p95", band.p95),
                                {"exact", JsonValue(band.isExact)},
                                listJson("lowest", band.lowest),
                                listJson("highest", band.highest),
                                jsonList("intervals", std::move(intervals))});
}

std::string rangeText(const ValueRange& range, std::string_view unit) {
    const std::string low = writeQuantity(range.low, unit), high = writeQuantity(range.high, unit);
    return low == high ? low : low + " .. " + high;
}

} // namespace assay
