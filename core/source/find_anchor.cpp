// Both searches work on code points with a way back to their places in the original text.
#include "core/source/find_anchor.h"

#include "core/base/utf8.h"

#include <algorithm>
#include <string>
#include <vector>

namespace assay {
namespace {

/// A text in the form that is compared, and where each of its characters stands in the original.
struct Form {
    std::u32string text;
    std::vector<std::size_t> places;
};

bool isSpace(char32_t c) {
    return c == U' ' || (c >= U'\t' && c <= U'\r') || c == 0x85 || c == 0xA0 || c == 0x1680
           || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F
           || c == 0x3000; // Unicode property White_Space
}

Form exactForm(std::string_view text) {
    Form form{toUtf32(text), {}};
    form.places.resize(form.text.size());
    for (std::size_t i = 0; i < form.places.size(); ++i)
        form.places[i] = i;
    return form;
}

Form reflowedForm(std::string_view text) {
    constexpr char32_t softHyphen = 0xAD;
    const std::u32string original = toUtf32(text);
    Form form;
    for (std::size_t i = 0; i < original.size(); ++i) {
        const bool space = isSpace(original[i]);
        if (original[i] == softHyphen || (space && !form.text.empty() && form.text.back() == U' '))
            continue;
        form.text += space ? U' ' : original[i];
        form.places.push_back(i);
    }
    return form;
}

std::size_t commonStart(std::u32string_view a, std::u32string_view b) {
    const std::size_t most = std::min(a.size(), b.size());
    return static_cast<std::size_t>(
        std::mismatch(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(most), b.begin()).first - a.begin());
}

std::size_t commonEnd(std::u32string_view a, std::u32string_view b) {
    const std::size_t most = std::min(a.size(), b.size());
    return static_cast<std::size_t>(
        std::mismatch(a.rbegin(), a.rbegin() + static_cast<std::ptrdiff_t>(most), b.rbegin()).first - a.rbegin());
}

std::size_t distance(std::size_t a, std::size_t b) { return a > b ? a - b : b - a; }

/// The best place of the anchor's words among all places where they occur.
FoundAnchor search(const Form& text, const Form& quote, const Form& prefix, const Form& suffix, const Anchor& anchor) {
    FoundAnchor best;
    std::size_t bestContext = 0;
    std::size_t count = 0;
    const std::u32string_view whole = text.text;
    const std::size_t length = quote.text.size();
    for (std::size_t at = whole.find(quote.text); length > 0 && at != std::u32string_view::npos;
         at = whole.find(quote.text, at + 1)) {
        const std::size_t context =
            commonEnd(whole.substr(0, at), prefix.text) + commonStart(whole.substr(at + length), suffix.text);
        const std::size_t start = text.places[at];
        const bool isNearer = distance(start, anchor.start) < distance(best.start, anchor.start);
        if (count++ == 0 || context > bestContext || (context == bestContext && isNearer)) {
            const AnchorState state = start == anchor.start ? AnchorState::anchored : AnchorState::moved;
            best = FoundAnchor{state, start, text.places[at + length - 1] + 1, 0};
            bestContext = context;
        }
    }
    best.rivals = count > 1 ? count - 1 : 0;
    return best;
}

} // namespace

FoundAnchor findAnchor(std::string_view text, const Anchor& anchor) {
    if (anchor.start < anchor.end && codePoints(text, anchor.start, anchor.end) == anchor.quote)
        return FoundAnchor{AnchorState::anchored, anchor.start, anchor.end, 0};
    const FoundAnchor exact =
        search(exactForm(text), exactForm(anchor.quote), exactForm(anchor.prefix), exactForm(anchor.suffix), anchor);
    if (exact.state != AnchorState::orphan)
        return exact;
    return search(reflowedForm(text), reflowedForm(anchor.quote), reflowedForm(anchor.prefix),
                  reflowedForm(anchor.suffix), anchor);
}

} // namespace assay
