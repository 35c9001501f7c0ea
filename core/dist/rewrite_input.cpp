// Rewriting: spans of digits are replaced, everything else stays as typed.
#include "core/dist/rewrite_input.h"

#include "core/base/utf8.h"
#include "core/units/read_quantity.h"

#include <algorithm>
#include <cmath>

namespace assay {

namespace {

constexpr int fewestDigits = 4;
constexpr int mostDigits = 17;       // enough for any double
constexpr double medianSlack = 1e-3; // of the median or the spread: what four digits give
constexpr double spreadSlack = 0.02;

struct Replacement {
    std::size_t start = 0;
    std::size_t end = 0;
    std::u32string words;
};

void addReplacement(std::vector<Replacement>& all, std::u32string_view text, const TypedNumber& was,
                    const TypedNumber& now, int digits) {
    if (was.value == now.value)
        return;
    const double printed = fromBase(now.value, now.unit) / std::pow(10.0, now.power);
    const bool grouped = text.substr(was.start, was.end - was.start).find(U',') != std::u32string_view::npos;
    const std::string words =
        was.lead + writeNumber(roundToDigits(printed, digits), grouped ? Grouping::thousands : Grouping::none);
    all.push_back(Replacement{was.start, was.end, toUtf32(words)});
}

void collect(std::vector<Replacement>& all, std::u32string_view text, const TypedInput& was, const TypedInput& now,
             int digits) {
    for (std::size_t k = 0; k < was.numbers.size(); ++k)
        addReplacement(all, text, was.numbers[k], now.numbers[k], digits);
    for (std::size_t k = 0; k < was.plain.size(); ++k) {
        TypedNumber changed = was.plainPlaces[k];
        changed.value = now.plain[k];
        if (was.plain[k] != now.plain[k])
            addReplacement(all, text, was.plainPlaces[k], changed, digits);
    }
    for (std::size_t k = 0; k < was.parts.size(); ++k)
        collect(all, text, was.parts[k], now.parts[k], digits);
}

std::string textWith(const ParsedInput& parsed, const TypedInput& changed, int digits) {
    std::vector<Replacement> all;
    collect(all, parsed.text, parsed.typed, changed, digits);
    std::sort(all.begin(), all.end(), [](const Replacement& a, const Replacement& b) { return a.start > b.start; });
    std::u32string text = parsed.text;
    for (const Replacement& one : all)
        text.replace(one.start, one.end - one.start, one.words);
    return toUtf8(text);
}

double spreadOf(const Distribution& distribution) {
    return quantile(distribution, 0.95) - quantile(distribution, 0.05);
}

bool isClose(const Distribution& wanted, const Distribution& written, double low, double high) {
    const double median = quantile(written, 0.5), target = quantile(wanted, 0.5);
    const double spread = spreadOf(wanted);
    const double edge = 1e-12 * std::max(std::abs(low), std::abs(high));
    const bool inside = (median >= low - edge || target < low) && (median <= high + edge || target > high);
    const double size = isFixed(wanted) ? std::abs(target) : std::min(std::max(std::abs(target), spread), 10 * spread);
    return inside && std::abs(median - target) <= medianSlack * size
           && std::abs(spreadOf(written) - spread) <= spreadSlack * spread;
}

} // namespace

Result<std::string> rewriteInput(const ParsedInput& parsed, const TypedInput& changed, double low, double high) {
    const Result<Distribution> wanted = distributionOf(changed, toUtf8(parsed.text));
    if (!wanted)
        return wanted.error();
    std::string text;
    for (int digits = fewestDigits; digits <= mostDigits; ++digits) {
        text = textWith(parsed, changed, digits);
        const Result<InputValue> written = readInput(text, parsed.defaultUnit);
        if (written && isClose(*wanted, written->distribution, low, high))
            break;
    }
    return text;
}

} // namespace assay
