// The text is cut at its signs; every number in it goes through the one reader of TEXT.
#include "core/scenario/assertion.h"

#include "core/base/utf8.h"
#include "core/dist/elementary.h"
#include "core/dist/typed_input.h"

#include <algorithm>
#include <array>

namespace assay {
namespace {

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && text.front() == ' ')
        text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ')
        text.remove_suffix(1);
    return text;
}

/// The place of the bracket that closes the one at `open`.
std::size_t closingBracket(std::string_view text, std::size_t open) {
    int depth = 0;
    for (std::size_t i = open; i < text.size(); ++i) {
        depth += text[i] == '(' ? 1 : text[i] == ')' ? -1 : 0;
        if (depth == 0)
            return i;
    }
    return std::string_view::npos;
}

Error syntaxError(std::string_view text, std::string expected, std::size_t byte) {
    const auto columns = std::count_if(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(byte),
                                       [](char c) { return (static_cast<unsigned char>(c) & 0xc0U) != 0x80U; });
    return Error(ErrorCode::assertionSyntax, std::string(text), {std::move(expected), std::to_string(columns + 1)});
}

/// What the brackets hold: "cost < 10M USD" or "cost".
Result<> readSubject(AssertionTerm& term, std::string_view text, std::size_t first, std::size_t last) {
    const std::string_view inner = text.substr(first, last - first);
    const std::size_t sign = inner.find_first_of("<>");
    if (term.statistic) {
        if (sign != std::string_view::npos)
            return syntaxError(text, "an output alone", first + sign);
        term.output = VariableId{std::string(trimmed(inner))};
    } else {
        if (sign == std::string_view::npos)
            return syntaxError(text, "< or > and a threshold", last);
        term.comparison = inner[sign] == '<' ? Comparison::less : Comparison::greater;
        term.output = VariableId{std::string(trimmed(inner.substr(0, sign)))};
        const std::size_t after = sign + 1 < inner.size() && inner[sign + 1] == '=' ? sign + 2 : sign + 1;
        term.threshold = std::string(trimmed(inner.substr(after)));
        if (term.threshold.empty())
            return syntaxError(text, "a threshold", last);
    }
    if (term.output.empty())
        return syntaxError(text, "an output", first);
    return {};
}

Result<> readLimits(AssertionTerm& term, std::string_view text, std::size_t first) {
    static constexpr std::array<std::string_view, 3> words{"in ", ">=", "<="};
    const std::size_t start = std::min(text.find_first_not_of(' ', first), text.size());
    for (std::size_t i = 0; i < words.size(); ++i)
        if (text.substr(start).starts_with(words[i])) {
            term.limit = static_cast<Limit>(i);
            term.limits = std::string(trimmed(text.substr(start + words[i].size())));
        }
    if (term.limits.empty())
        return syntaxError(text, "in LOW..HIGH, >= or <= with a number", start);
    return {};
}

/// One number of TEXT in base units.
Result<double> numberOf(const std::string& text, const std::string& unit) {
    const Result<ParsedInput> parsed = parseInput(text, unit);
    if (!parsed)
        return parsed.error();
    if (parsed->typed.form != Form::fixed)
        return syntaxError(text, "one number", 0);
    return parsed->typed.numbers.front().value;
}

/// The limits in base units.
Result<ValueRange> limitsOf(const AssertionTerm& term, const std::string& unit) {
    if (term.limit != Limit::within) {
        const Result<double> end = numberOf(term.limits, unit);
        if (!end)
            return end.error();
        return term.limit == Limit::atLeast ? ValueRange{*end, elementary::infinity}
                                            : ValueRange{-elementary::infinity, *end};
    }
    const Result<ParsedInput> parsed = parseInput(term.limits, unit);
    if (!parsed)
        return parsed.error();
    if (parsed->typed.form != Form::range)
        return syntaxError(term.limits, "two limits such as 0.3..0.6", 0);
    const double low = parsed->typed.numbers[0].value, high = parsed->typed.numbers[1].value;
    if (low > high)
        return Error(ErrorCode::intervalReversed, term.limits, {std::to_string(low), std::to_string(high)});
    return ValueRange{low, high};
}

/// Share of the samples on one side; NaN when all were flagged.
double shareOf(std::span<const double> samples, Comparison comparison, double threshold) {
    std::size_t counted = 0, met = 0;
    for (const double sample : samples) {
        counted += sample == sample ? 1 : 0;
        met += (comparison == Comparison::less ? sample < threshold : sample > threshold) ? 1 : 0;
    }
    return counted == 0 ? elementary::notANumber : static_cast<double>(met) / static_cast<double>(counted);
}

} // namespace

Result<AssertionTerm> readAssertion(std::string_view text) {
    AssertionTerm term;
    const std::size_t open = text.find('(');
    if (open == std::string_view::npos)
        return syntaxError(text, "P(OUTPUT < TEXT) or a statistic of an output", 0);
    std::string word(trimmed(text.substr(0, open)));
    std::transform(word.begin(), word.end(), word.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    term.statistic = statisticFromText(word);
    if (!term.statistic && word != "p")
        return syntaxError(text, "P or one of mean sd p5 p25 p50 p75 p95", 0);
    const std::size_t close = closingBracket(text, open);
    if (close == std::string_view::npos)
        return syntaxError(text, ")", text.size());
    if (const Result<> subject = readSubject(term, text, open + 1, close); !subject)
        return subject.error();
    if (const Result<> limits = readLimits(term, text, close + 1); !limits)
        return limits.error();
    return term;
}

std::string writeAssertion(const AssertionTerm& term) {
    static constexpr std::array<std::string_view, 3> words{" in ", " >= ", " <= "};
    const std::string subject =
        term.statistic
            ? std::string(statisticText(*term.statistic)) + "(" + term.output.value + ")"
            : "P(" + term.output.value + (term.comparison == Comparison::less ? " < " : " > ") + term.threshold + ")";
    return subject + std::string(words[static_cast<std::size_t>(term.limit)]) + term.limits;
}

bool holds(const AssertionValue& value) { return value.value >= value.limits.low && value.value <= value.limits.high; }

double distanceOf(const AssertionValue& value) {
    return std::max({0.0, value.limits.low - value.value, value.value - value.limits.high});
}

Result<AssertionValue> evaluateAssertion(const AssertionTerm& term, const OutputSummary& output,
                                         std::span<const double> samples) {
    const Unit unit = parseUnit(output.unit).value();
    const std::string limitUnit = term.statistic ? output.unit : "1";
    const Result<ValueRange> limits = limitsOf(term, limitUnit);
    if (!limits)
        return limits.error();
    if (term.statistic)
        return AssertionValue{statisticOf(*term.statistic, samples, unit),
                              {fromBase(limits->low, unit), fromBase(limits->high, unit)},
                              output.unit};
    const Result<double> threshold = numberOf(term.threshold, output.unit);
    if (!threshold)
        return threshold.error();
    return AssertionValue{shareOf(samples, term.comparison, *threshold), *limits, limitUnit};
}

} // namespace assay
