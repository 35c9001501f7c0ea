// The texts themselves.
#include "core/document/diff_text.h"

#include "core/base/utf8.h"

#include <array>
#include <charconv>

namespace assay {
namespace {

constexpr std::size_t longestText = 200; // code points: a line or two in a table

} // namespace

std::string shortText(const std::string& text) {
    const std::size_t end = byteOffset(text, longestText);
    return end == text.size() ? text : text.substr(0, end) + "...";
}

std::string numberText(double value) {
    std::array<char, 32> buffer{};
    return std::string(buffer.data(), std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr);
}

std::string diffText(const Quantity& quantity) {
    std::string text = quantity.text;
    if (quantity.value)
        text += " = " + numberText(*quantity.value);
    else if (quantity.low || quantity.high)
        text += " = " + diffText(quantity.low) + " to " + diffText(quantity.high);
    return quantity.unit.empty() ? text : text + " " + quantity.unit;
}

std::string diffText(const Mention& mention) {
    return "\"" + shortText(mention.anchor.quote) + "\" in " + mention.anchor.source.value
           + (mention.chain.empty() ? "" : ", said by " + diffText(mention.chain));
}

std::string diffText(const ScenarioInput& input) {
    const std::string basis = diffText(input.basis);
    return basis.empty() ? input.text : input.text + " (" + basis + ")";
}

std::string diffText(const Claim& claim) {
    if (!claim.statement.empty())
        return shortText(claim.statement);
    return claim.subject + (claim.quantity ? ": " + claim.quantity->text : "");
}

std::string diffText(const Link& link) {
    return link.from.value + " " + (link.own ? link.own->value : diffText(link.type)) + " " + link.to.value;
}

std::string diffText(const OutputLink& link) {
    return link.scope.empty() ? link.output.value : link.output.value + " (" + link.scope + ")";
}

std::string diffText(const Decision& decision) {
    return std::string(wordOf(decision.status)) + (decision.note.empty() ? "" : ": " + decision.note);
}
std::string diffText(const CatalogueCell& cell) { return shortText(cell.text); }

std::string diffText(const CatalogueRow& row) { return shortText(diffText(row.cells)); }

std::string diffText(const Assertion& assertion) { return assertion.scenario.value + ": " + assertion.text; }

std::string diffText(const Override& own) {
    return own.claim.value + " against " + own.scenario.value + ": " + std::string(placeTitle(own.verdict))
           + " instead of " + std::string(placeTitle(own.computed)) + ": " + shortText(own.reason);
}

std::string diffText(const Speaker& speaker) { return speaker.name; }

std::string diffText(const ModelInput& input) { return input.defaultText + " [" + input.unit + "]"; }

std::string diffText(const Formula& formula) { return formula.formula + " [" + formula.unit + "]"; }

} // namespace assay
