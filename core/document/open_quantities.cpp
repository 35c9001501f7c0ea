// Mentions are sorted once, so that a text with many thousand numbers costs one pass.
#include "core/document/open_quantities.h"

#include <algorithm>

namespace assay {
namespace {

struct Stretch {
    std::size_t start = 0;
    std::size_t end = 0;
};

/// The source's mentions by start, each reaching at least as far as those before it.
std::vector<Stretch> mentionedIn(const Document& document, const SourceId& source) {
    std::vector<Stretch> taken;
    for (const Row<Claim>& claim : document.claims)
        for (const Mention& mention : claim->mentions)
            if (mention.anchor.source == source)
                taken.push_back(Stretch{mention.anchor.start, mention.anchor.end});
    std::sort(taken.begin(), taken.end(), [](const Stretch& a, const Stretch& b) { return a.start < b.start; });
    for (std::size_t i = 1; i < taken.size(); ++i)
        taken[i].end = std::max(taken[i].end, taken[i - 1].end);
    return taken;
}

} // namespace

std::vector<FoundQuantity> openQuantities(const Document& document, const SourceId& source,
                                          const std::vector<FoundQuantity>& found,
                                          const std::vector<std::size_t>& dismissed) {
    const std::vector<Stretch> taken = mentionedIn(document, source);
    std::vector<FoundQuantity> open;
    std::size_t next = 0; // first mention that starts behind the quantity's end
    for (const FoundQuantity& quantity : found) {
        while (next < taken.size() && taken[next].start < quantity.end)
            ++next;
        const bool isMentioned = next > 0 && taken[next - 1].end > quantity.start;
        const bool isDismissed = std::find(dismissed.begin(), dismissed.end(), quantity.start) != dismissed.end();
        if (!isMentioned && !isDismissed)
            open.push_back(quantity);
    }
    return open;
}

} // namespace assay
