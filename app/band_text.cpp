// One field a statistic, each a list of two numbers.
#include "app/band_text.h"

#include "app/json.h"
#include "app/statistic_fields.h"
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
    JsonObject object;
    for (const auto& [name, range] : statisticFields(band))
        object.push_back(rangeJson(name, range));
    object.push_back({"exact", JsonValue(band.isExact)});
    object.push_back(listJson("lowest", band.lowest));
    object.push_back(listJson("highest", band.highest));
    object.push_back(jsonList("intervals", std::move(intervals)));
    return JsonValue(std::move(object));
}

std::string rangeText(const ValueRange& range, std::string_view unit) {
    const std::string low = writeQuantity(range.low, unit), high = writeQuantity(range.high, unit);
    return low == high ? low : low + " .. " + high;
}

} // namespace assay
