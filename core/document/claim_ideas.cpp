// Names of the sentence, names of the project, and what claims about AI compute are usually about.
#include "core/document/claim_ideas.h"

#include "core/base/utf8.h"
#include "core/claims/attribution.h"
#include "core/document/suggest_claim.h"
#include "core/units/read_quantity.h"

#include <algorithm>
#include <array>

namespace assay {
namespace {

struct Usual {
    const char* title;
    const char* unit;
    std::array<const char*, 4> cues; ///< beginnings of words that speak for it; none: the unit is enough
};

/// What articles on training runs, fleets, markets and export rules give figures of.
constexpr std::array usual = {
    Usual{"training cost", "USD", {"train", "run", "model"}},
    Usual{"hardware cost", "USD", {"hardware", "server", "chips"}},
    Usual{"programme cost", "USD", {"true cost", "whole", "programme", "program"}},
    Usual{"value lost", "USD", {"value", "market cap", "wiped"}},
    Usual{"GPU-hours", "GPU*h", {}},
    Usual{"GPU stock", "GPU", {"own", "has ", "have ", "used"}},
    Usual{"shipments", "GPU", {"ship", "deliver", "sell"}},
    Usual{"seized GPUs", "GPU", {"seize", "customs", "smuggl"}},
    Usual{"training tokens", "token", {}},
    Usual{"parameters", "parameter", {}},
    Usual{"rental price", "USD/(GPU*h)", {}},
    Usual{"power", "W", {}},
    Usual{"energy", "W*h", {}},
    Usual{"training time", "h", {"train", "run"}},
    Usual{"utilisation", "%", {"utili", "MFU"}},
    Usual{"share price fall", "%", {"fell", "fall", "share", "lost"}},
    Usual{"billed share", "%", {"bill", "invoic"}},
    Usual{"shipped share", "%", {"ship", "deliver"}},
};

/// Cues of the title in the sentence; 1 when it needs none.
int fit(const Usual& each, std::string_view sentence) {
    int cues = 0, found = 0;
    for (const char* cue : each.cues) {
        if (cue == nullptr)
            continue;
        ++cues;
        found += sentence.find(cue) != std::string_view::npos ? 1 : 0;
    }
    return cues == 0 ? 1 : found;
}

/// The usual ones in the unit, best first; those that nothing in the sentence speaks for last.
std::vector<const Usual*> usualIn(const std::string& unit, std::string_view sentence) {
    std::vector<const Usual*> all;
    for (const Usual& each : usual)
        if (likeUnit(each.unit) == likeUnit(unit))
            all.push_back(&each);
    std::stable_sort(all.begin(), all.end(),
                     [&](const Usual* a, const Usual* b) { return fit(*a, sentence) > fit(*b, sentence); });
    return all;
}

void add(std::vector<std::string>& list, const std::string& text) {
    if (!text.empty() && std::find(list.begin(), list.end(), text) == list.end())
        list.push_back(text);
}

std::string_view sentenceOf(const Document& document, const ClaimDraft& draft) {
    const Source* source = find(document.sources, draft.source);
    if (source == nullptr)
        return {};
    const std::string_view text = source->text;
    const std::size_t start = byteOffset(text, draft.start);
    return sentenceAround(text, start, start + byteOffset(text.substr(start), draft.end - draft.start));
}

std::string unitOf(const Document& document, const ClaimDraft& draft) {
    const Source* source = find(document.sources, draft.source);
    const Result<Quantity> read = readQuantity(draft.quantity, readingIn(source ? source->language : std::string()));
    return read ? read->unit : std::string();
}

} // namespace

ClaimIdeas ideasFor(const Document& document, const ClaimDraft& draft) {
    ClaimIdeas ideas;
    const std::string_view sentence = sentenceOf(document, draft);
    const std::vector<std::string> names = namesIn(sentence);
    for (const std::string& name : names) {
        add(ideas.subjects, name);
        for (const Row<Speaker>& speaker : document.speakers)
            if (speaker->name == name)
                add(ideas.speakers, name);
    }
    for (auto claim = document.claims.rbegin(); claim != document.claims.rend(); ++claim)
        add(ideas.subjects, (*claim)->subject);
    for (auto speaker = document.speakers.rbegin(); speaker != document.speakers.rend(); ++speaker) {
        add(ideas.subjects, (*speaker)->name);
        add(ideas.speakers, (*speaker)->name);
    }
    for (const std::string& name : names)
        add(ideas.speakers, name);
    const std::string unit = unitOf(document, draft);
    const std::vector<const Usual*> fitting = unit.empty() ? std::vector<const Usual*>() : usualIn(unit, sentence);
    for (const Row<Attribute>& attribute : document.attributes)
        if (!unit.empty() && likeUnit(attribute->unit) == likeUnit(unit))
            add(ideas.attributes, attribute->title);
    for (const Usual* each : fitting)
        add(ideas.attributes, each->title);
    for (const Row<Attribute>& attribute : document.attributes)
        add(ideas.attributes, attribute->title);
    for (const Usual& each : usual)
        add(ideas.attributes, each.title);
    if (!fitting.empty() && fit(*fitting.front(), sentence) > 0)
        ideas.attribute = fitting.front()->title;
    if (!names.empty())
        ideas.subject = names.front();
    return ideas;
}

} // namespace assay
