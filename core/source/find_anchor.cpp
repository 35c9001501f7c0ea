// Scores the places that anchor_places proposes and decides. Quote, prefix, suffix and position weigh 50, 20, 20 and 2,
// the weights of Hypothesis' matcher; a score alone does not decide (evidence: "Anchors").
#include "core/source/find_anchor.h"

#include "core/base/utf8.h"
#include "core/source/anchor_places.h"
#include "core/source/number_change.h"

#include <algorithm>
#include <optional>

namespace assay {
namespace {

constexpr double leastScore = 0.65;      // evidence: "Anchors", step 4
constexpr double leastLikeness = 0.3;    // share of the quote's words that must survive wherever both sides agree
constexpr double oneSideAgrees = 0.5;    // share of the words before or behind
constexpr int distinctiveWeight = 24;    // of a quote that its words alone place: about five words
constexpr double plainlyAgrees = 0.8;    // of both sides: the place is known whatever became of the words
constexpr double clearlyBetter = 0.3;    // of the sum of both sides
constexpr std::size_t mostCompared = 32; // equal places whose surroundings are compared word by word

struct Scored {
    QuotePlace place;
    double before = 0; ///< likeness of what stands before and behind
    double behind = 0;
    double score = 0;
};

std::size_t distance(std::size_t a, std::size_t b) { return a > b ? a - b : b - a; }

Scored scored(const AnchorText& text, const WantedWords& wanted, const Anchor& anchor, const QuotePlace& place) {
    Scored result{place, prefixLikeness(text, wanted, place.start), suffixLikeness(text, wanted, place.end), 0};
    const double length = static_cast<double>(std::max<std::size_t>(text.codePoints(), 1));
    const double away = static_cast<double>(distance(text.original(place.start), anchor.start)) / length;
    double sum = 50 * place.likeness + 2 * (1 - std::min(away, 1.0));
    double weights = 52;
    if (!wanted.prefix().empty()) {
        sum += 20 * result.before;
        weights += 20;
    }
    if (!wanted.suffix().empty()) {
        sum += 20 * result.behind;
        weights += 20;
    }
    result.score = sum / weights;
    return result;
}

/// Characters in common right before and right behind the place.
std::size_t commonContext(const AnchorText& text, const WantedWords& wanted, const QuotePlace& place) {
    const auto countSame = [](auto a, auto aEnd, auto b, auto bEnd) {
        std::size_t same = 0;
        for (; a != aEnd && b != bEnd && *a == *b; ++a, ++b)
            ++same;
        return same;
    };
    const std::u32string_view before = text.text().substr(0, place.start);
    const std::u32string_view behind = text.text().substr(place.end);
    return countSame(before.rbegin(), before.rend(), wanted.prefix().rbegin(), wanted.prefix().rend())
           + countSame(behind.begin(), behind.end(), wanted.suffix().begin(), wanted.suffix().end());
}

/// The places that agree best character by character; of equal ones the nearest to the old place.
std::vector<QuotePlace> likeliest(const AnchorText& text, const WantedWords& wanted, const Anchor& anchor,
                                  std::vector<QuotePlace> places) {
    if (places.size() <= mostCompared)
        return places;
    std::vector<std::pair<std::size_t, std::size_t>> order; // characters that disagree, distance
    for (const QuotePlace& place : places)
        order.emplace_back(wanted.form.text.size() - commonContext(text, wanted, place),
                           distance(text.original(place.start), anchor.start));
    std::vector<std::size_t> best(places.size());
    for (std::size_t i = 0; i < best.size(); ++i)
        best[i] = i;
    std::partial_sort(best.begin(), best.begin() + mostCompared, best.end(),
                      [&](std::size_t a, std::size_t b) { return order[a] < order[b]; });
    std::vector<QuotePlace> kept;
    for (std::size_t i = 0; i < mostCompared; ++i)
        kept.push_back(places[best[i]]);
    return kept;
}

std::vector<Scored> scoredAll(const AnchorText& text, const WantedWords& wanted, const Anchor& anchor,
                              const std::vector<QuotePlace>& places) {
    std::vector<Scored> all;
    for (const QuotePlace& place : places)
        all.push_back(scored(text, wanted, anchor, place));
    return all;
}

std::optional<Scored> best(const std::vector<Scored>& places) {
    const auto found = std::max_element(places.begin(), places.end(),
                                        [](const Scored& a, const Scored& b) { return a.score < b.score; });
    return found == places.end() ? std::nullopt : std::optional(*found);
}

int weightOfQuote(const WantedWords& wanted) {
    int weight = 0;
    for (std::size_t i = wanted.firstToken; i < wanted.lastToken; ++i)
        weight += tokenWeight(wanted.tokens[i]);
    return weight;
}

/// Equal words are believed where they were, with one side to vouch for them, when there are many of them, or when the
/// anchor has nothing beside its words.
bool isBelievedEqual(const AnchorText& text, const WantedWords& wanted, const Anchor& anchor, const Scored& place) {
    return std::max(place.before, place.behind) >= oneSideAgrees || weightOfQuote(wanted) >= distinctiveWeight
           || text.original(place.place.start) == anchor.start || (wanted.prefix().empty() && wanted.suffix().empty());
}

double surroundings(const Scored& place) { return place.before + place.behind; }

/// The place that both sides of the anchor point to, whatever became of the words between them.
std::optional<Scored> oldPlace(const std::vector<Scored>& places) {
    std::optional<Scored> old;
    for (const Scored& place : places)
        if (std::min(place.before, place.behind) >= plainlyAgrees && (!old || surroundings(place) > surroundings(*old)))
            old = place;
    return old;
}

bool isBelievedLike(const Scored& place) {
    return place.score >= leastScore && place.place.likeness >= leastLikeness
           && std::max(place.before, place.behind) >= oneSideAgrees;
}

/// Equal words are another passage's when both sides of the anchor point plainly to a place of their own: there the
/// words were changed, or few enough of them deleted that their like may stand anywhere.
bool isElsewhere(const WantedWords& wanted, const Scored& equal, const std::optional<Scored>& old) {
    if (!old || surroundings(*old) < surroundings(equal) + clearlyBetter)
        return false;
    return isBelievedLike(*old) || weightOfQuote(wanted) < distinctiveWeight;
}

FoundAnchor foundAt(const AnchorText& text, const Anchor& anchor, const Scored& place) {
    FoundAnchor found;
    found.start = text.original(place.place.start);
    found.end = text.originalEnd(place.place.end);
    found.score = place.score;
    found.state = found.start == anchor.start ? AnchorState::anchored : AnchorState::moved;
    return found;
}

FoundAnchor foundLike(const AnchorText& text, const Anchor& anchor, const Scored& place, const ReadOptions& options) {
    FoundAnchor found = foundAt(text, anchor, place);
    found.state = AnchorState::edited;
    const std::u32string_view words = text.text().substr(place.place.start, place.place.end - place.place.start);
    if (const std::optional<NumberChange> change = numberChange(anchor.quote, toUtf8(words), options)) {
        found.state = AnchorState::numberChanged;
        found.was = change->was;
        found.now = change->now;
    }
    return found;
}

} // namespace

std::string_view anchorStateText(AnchorState state) {
    switch (state) {
    case AnchorState::anchored: return "anchored";
    case AnchorState::moved: return "moved";
    case AnchorState::edited: return "edited";
    case AnchorState::numberChanged: return "number-changed";
    case AnchorState::orphan: break;
    }
    return "orphan";
}

FoundAnchor findAnchor(const AnchorText& text, const Anchor& anchor, const ReadOptions& options) {
    const WantedWords wanted = wantedWords(anchor);
    if (wanted.quote().empty() || text.text().empty())
        return FoundAnchor{};
    const std::vector<QuotePlace> places = equalPlaces(text, wanted);
    std::optional<Scored> equal = best(scoredAll(text, wanted, anchor, likeliest(text, wanted, anchor, places)));
    std::vector<Scored> others;
    if (!equal || std::min(equal->before, equal->behind) < plainlyAgrees)
        others = scoredAll(text, wanted, anchor, likePlaces(text, wanted, anchor.start));
    std::optional<Scored> like = best(others);
    const double bestScore = std::max(equal ? equal->score : 0.0, like ? like->score : 0.0);
    if (const std::optional<Scored> old = oldPlace(others); equal && isElsewhere(wanted, *equal, old)) {
        equal.reset();
        like = old;
    }
    const bool isLike = like && isBelievedLike(*like);
    if (equal && isBelievedEqual(text, wanted, anchor, *equal) && !(isLike && like->score > equal->score)) {
        FoundAnchor found = foundAt(text, anchor, *equal);
        found.rivals = found.state == AnchorState::moved ? places.size() - 1 : 0;
        return found;
    }
    if (isLike)
        return foundLike(text, anchor, *like, options);
    FoundAnchor orphan;
    orphan.score = bestScore;
    return orphan;
}

FoundAnchor findAnchor(std::string_view text, const Anchor& anchor, const ReadOptions& options) {
    return findAnchor(AnchorText(text), anchor, options);
}

} // namespace assay
