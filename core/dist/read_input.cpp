// readInput and echoInput: TEXT to a distribution and to the reading in force. Claims ("~20%", ">100M") are no inputs:
// they come back with the interval one could type.
#include "core/base/utf8.h"
#include "core/dist/input_number.h"
#include "core/dist/typed_input.h"
#include "core/units/characters.h"
#include "core/units/hedges.h"
#include "core/units/read_quantity.h"

#include <algorithm>
#include <optional>

namespace assay {

namespace {

struct Ends {
    double low = 0;
    double high = 0;
};

/// The missing end of a bound is the analyst's: the suggestion doubles or halves, to be edited.
Ends endsOf(Bound bound, const Decimal& decimal) {
    const double value = toDouble(decimal);
    switch (bound) {
    case Bound::greater:
    case Bound::atLeast: return value > 0 ? Ends{value, 2 * value} : Ends{value, value / 2};
    case Bound::less:
    case Bound::atMost: return value > 0 ? Ends{value / 2, value} : Ends{2 * value, value};
    default: break;
    }
    const double slack = 0.05 * std::abs(value); // an approximate number: +-5 %, never narrower than its rounding
    const double rounding = std::min(0.1 * std::abs(value), toDouble(halfUnitUp(decimal)) - value);
    const double width = std::max(slack, rounding);
    return {value - width, value + width};
}

std::string shortNumber(double value) { return writeNumber(roundToDigits(value, 6)); }

/// "18% to 22%" for "~20%": the same number words, both ends.
std::optional<std::string> suggestion(std::string_view text, const Unit& unit) {
    const std::u32string wide = toUtf32(text);
    std::size_t i = skipSpaces(wide, 0);
    std::optional<Bound> bound;
    while (const auto hedge = hedgeAt(wide, i)) {
        bound = bound && *bound != Bound::about ? bound : hedge->bound;
        i = skipSpaces(wide, hedge->end);
    }
    const Result<InputNumber> number = scanInputNumber(wide, i, unit);
    if (!number)
        return std::nullopt;
    const auto behind = hedgeAfter(wide, number->next);
    if (behind && !bound)
        bound = behind->bound;
    if (!bound || skipSpaces(wide, behind ? behind->end : number->next) != wide.size())
        return std::nullopt;
    const std::string lead = toUtf8(std::u32string_view(wide).substr(i, number->start - i)) + number->lead;
    const std::string tail = toUtf8(std::u32string_view(wide).substr(number->end, number->next - number->end));
    const Ends ends = endsOf(*bound, number->decimal);
    return lead + shortNumber(ends.low) + tail + " to " + lead + shortNumber(ends.high) + tail;
}

/// Words that are a claim though no number with a sign of it: "hundreds of millions of dollars".
std::optional<std::string> vagueSuggestion(std::string_view text) {
    const Result<Quantity> quantity = readQuantity(text);
    if (!quantity || !quantity->low || !quantity->high || quantity->bound == Bound::equal)
        return std::nullopt;
    const std::string unit = quantity->unit.empty() || quantity->unit == "1" ? "" : " " + quantity->unit;
    return writeQuantity(*quantity->low, "1") + " to " + writeQuantity(*quantity->high, "1") + unit;
}

Result<ParsedInput> parseOrSuggest(std::string_view text, std::string_view defaultUnit) {
    Result<ParsedInput> parsed = parseInput(text, defaultUnit);
    if (parsed || !isUtf8(text))
        return parsed;
    if (parsed.error().code == ErrorCode::inputSyntax) {
        const Result<Unit> unit = parseUnit(defaultUnit.empty() ? "1" : defaultUnit);
        auto typed = suggestion(text, unit ? *unit : Unit{});
        if (!typed)
            typed = vagueSuggestion(text);
        if (typed)
            return Error(ErrorCode::inputNeedsInterval, std::string(text), {std::string(text), *typed});
    }
    return parsed;
}

} // namespace

Result<InputValue> readInput(std::string_view text, std::string_view defaultUnit) {
    const Result<ParsedInput> parsed = parseOrSuggest(text, defaultUnit);
    if (!parsed)
        return parsed.error();
    Result<Distribution> distribution = distributionOf(parsed->typed, text);
    if (!distribution)
        return distribution.error();
    return InputValue{*distribution, parsed->unit};
}

Result<Echo> echoInput(std::string_view text, std::string_view defaultUnit) {
    const Result<ParsedInput> parsed = parseOrSuggest(text, defaultUnit);
    if (!parsed)
        return parsed.error();
    const Result<Distribution> distribution = distributionOf(parsed->typed, text);
    if (!distribution)
        return distribution.error();
    Echo echo;
    echo.shape = formWord(parsed->typed);
    echo.unit = parsed->unit.empty() ? std::string(defaultUnit) : parsed->unit;
    Support ends = support(*distribution);
    const Form form = parsed->typed.form;
    const bool bounded = form == Form::uniform || form == Form::triangular || form == Form::pert || form == Form::beta
                         || form == Form::samples || form == Form::interval || form == Form::truncate
                         || form == Form::fixed;
    if (!bounded) {
        echo.level = form == Form::range ? parsed->typed.level : form == Form::percentiles ? 0.8 : 0.9;
        ends = {quantile(*distribution, (1 - echo.level) / 2), quantile(*distribution, (1 + echo.level) / 2)};
    }
    echo.low = fromBase(ends.low, parsed->printed);
    echo.high = fromBase(ends.high, parsed->printed);
    return echo;
}

} // namespace assay
