// Quantities are compared by what they mean; digits outside of them ("H100", "2025-01-27") by themselves.
#include "core/source/number_change.h"

#include "core/base/utf8.h"
#include "core/source/comparison_form.h"

#include <algorithm>
#include <vector>

namespace assay {
namespace {

/// A quantity, or a run of digits outside of any.
struct Number {
    std::string text; ///< as written
    std::string meaning;
};

void append(std::string& meaning, const std::optional<double>& value) {
    meaning += value ? writeNumber(*value) : std::string("-");
    meaning += ' ';
}

/// Ends count only where there is no single value: 5.6 and 5.60 are one number with two roundings.
std::string meaningOf(const Quantity& quantity, const std::string& digits) {
    if (quantity.bound == Bound::unsure)
        return digits;
    std::string meaning = std::string(boundText(quantity.bound)) + ' ' + quantity.unit + ' ';
    append(meaning, quantity.value);
    if (!quantity.value) {
        append(meaning, quantity.low);
        append(meaning, quantity.high);
    }
    return meaning;
}

/// The digits and points of the numbers in the text: without grouping commas, white space and dashes.
std::string digitsOf(std::u32string_view text) {
    std::string digits;
    for (const Token& token : tokensOf(text)) {
        if (token.kind != TokenKind::number)
            continue;
        std::u32string run(text.substr(token.start, token.end - token.start));
        run.erase(
            std::remove_if(run.begin(), run.end(),
                           [](char32_t c) { return c == U',' || c == U'\uFF0C' || c == U'\'' || c == U'\u2019'; }),
            run.end());
        digits += toUtf8(run) + ' ';
    }
    return digits;
}

/// White space is no change, so both sides are read in the form in which places are looked for.
std::vector<Number> numbersIn(std::string_view utf8, const ReadOptions& options) {
    const std::u32string text = comparisonForm(utf8).text;
    const std::u32string_view whole = text;
    std::vector<Number> numbers;
    const auto addDigits = [&](std::size_t from, std::size_t to) {
        const std::u32string_view part = whole.substr(from, to - from);
        for (const Token& token : tokensOf(part))
            if (token.kind == TokenKind::number) {
                const std::u32string_view run = part.substr(token.start, token.end - token.start);
                numbers.push_back(Number{toUtf8(run), digitsOf(run)});
            }
    };
    std::size_t behind = 0;
    for (const FoundQuantity& found : findQuantities(toUtf8(text), options)) {
        addDigits(behind, found.start);
        const std::u32string_view words = whole.substr(found.start, found.end - found.start);
        numbers.push_back(Number{toUtf8(words), meaningOf(found.quantity, digitsOf(words))});
        behind = found.end;
    }
    addDigits(behind, whole.size());
    return numbers;
}

} // namespace

std::optional<NumberChange> numberChange(std::string_view before, std::string_view after, const ReadOptions& options) {
    const std::vector<Number> was = numbersIn(before, options);
    const std::vector<Number> now = numbersIn(after, options);
    for (std::size_t i = 0; i < std::max(was.size(), now.size()); ++i)
        if (i >= was.size() || i >= now.size() || was[i].meaning != now[i].meaning)
            return NumberChange{i < was.size() ? was[i].text : std::string(),
                                i < now.size() ? now[i].text : std::string()};
    return std::nullopt;
}

} // namespace assay
