// Equal places by the quote's rarest token; like places by votes of rare tokens for a diagonal, then alignment.
#include "core/source/anchor_places.h"

#include <algorithm>
#include <numeric>
#include <optional>

namespace assay {
namespace {

/// First and behind the last character that is no white space.
std::pair<std::size_t, std::size_t> trimmed(std::u32string_view text, std::size_t start, std::size_t end) {
    while (start < end && text[start] == U' ')
        ++start;
    while (end > start && text[end - 1] == U' ')
        --end;
    return {start, end};
}

/// The token of the quote, cut by neither of its ends, that occurs least often; none: there is no such token.
std::optional<std::size_t> rarestWholeToken(const AnchorText& text, const WantedWords& wanted) {
    std::optional<std::size_t> rarest;
    std::size_t fewest = 0;
    for (std::size_t i = wanted.firstToken; i < wanted.lastToken; ++i) {
        const Token& token = wanted.tokens[i];
        if (token.start < wanted.quoteStart || token.end > wanted.quoteEnd)
            continue;
        const std::size_t count = text.placesOf(token.key).size();
        if (!rarest || count < fewest) {
            rarest = i;
            fewest = count;
        }
    }
    return rarest;
}

bool standsAt(const AnchorText& text, std::u32string_view quote, std::size_t start) {
    return text.text().substr(start, quote.size()) == quote;
}

std::vector<QuotePlace> placesByScan(const AnchorText& text, std::u32string_view quote) {
    std::vector<QuotePlace> places;
    for (std::size_t at = text.text().find(quote); !quote.empty() && at != std::u32string_view::npos;
         at = text.text().find(quote, at + 1))
        places.push_back(QuotePlace{at, at + quote.size()});
    return places;
}

/// A diagonal: text token number minus anchor token number, and the weight of the token that votes for it.
struct Vote {
    std::ptrdiff_t diagonal = 0;
    int weight = 0;
};

/// Votes of the rarest tokens first, until there are enough.
std::vector<Vote> votes(const AnchorText& text, const WantedWords& wanted) {
    constexpr std::size_t enough = 2000; // votes; bounds the time for quotes of common words
    std::vector<std::size_t> order(wanted.tokens.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::vector<std::size_t> counts;
    for (const Token& token : wanted.tokens)
        counts.push_back(text.placesOf(token.key).size());
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return counts[a] < counts[b]; });
    std::vector<Vote> all;
    for (const std::size_t i : order) {
        if (all.size() + counts[i] > enough)
            break;
        for (const std::uint32_t place : text.placesOf(wanted.tokens[i].key))
            all.push_back(Vote{static_cast<std::ptrdiff_t>(place) - static_cast<std::ptrdiff_t>(i),
                               tokenWeight(wanted.tokens[i])});
    }
    std::sort(all.begin(), all.end(), [](const Vote& a, const Vote& b) { return a.diagonal < b.diagonal; });
    return all;
}

struct Cluster {
    std::ptrdiff_t diagonal = 0;
    int weight = 0;
};

/// The heaviest stretches of diagonals no wider than `width`, apart from each other.
std::vector<Cluster> heaviest(const std::vector<Vote>& all, std::ptrdiff_t width, std::size_t most) {
    std::vector<Cluster> clusters;
    int weight = 0;
    std::size_t first = 0;
    for (std::size_t last = 0; last < all.size(); ++last) {
        weight += all[last].weight;
        while (all[last].diagonal - all[first].diagonal > width)
            weight -= all[first++].weight;
        clusters.push_back(Cluster{(all[first].diagonal + all[last].diagonal) / 2, weight});
    }
    std::stable_sort(clusters.begin(), clusters.end(),
                     [](const Cluster& a, const Cluster& b) { return a.weight > b.weight; });
    std::vector<Cluster> apart;
    for (const Cluster& cluster : clusters) {
        const bool isNew = std::none_of(apart.begin(), apart.end(), [&](const Cluster& other) {
            return std::abs(other.diagonal - cluster.diagonal) <= width;
        });
        if (isNew)
            apart.push_back(cluster);
        if (apart.size() == most)
            break;
    }
    return apart;
}

int weightOf(std::span<const Token> tokens, std::size_t first, std::size_t last) {
    int weight = 0;
    for (std::size_t i = first; i < last; ++i)
        weight += tokenWeight(tokens[i]);
    return weight;
}

/// Where the words before the quote end and those behind it begin when none of its own words is left between them.
std::optional<QuotePlace> emptyPlace(const TokenText& window, const WantedWords& wanted, const Alignment& alignment) {
    std::size_t before = wanted.firstToken;
    while (before > 0 && alignment.partner[before - 1] == noToken)
        --before;
    const auto isPaired = [](std::size_t partner) { return partner != noToken; };
    const auto behind = std::find_if(alignment.partner.begin() + static_cast<std::ptrdiff_t>(wanted.lastToken),
                                     alignment.partner.end(), isPaired);
    if (before == 0 || behind == alignment.partner.end())
        return std::nullopt;
    const std::size_t start = window.tokens[alignment.partner[before - 1]].end;
    return QuotePlace{start, start, 0};
}

/// The text from what the quote's first surviving word became to what its last one did.
std::optional<QuotePlace> placeOf(const TokenText& window, const WantedWords& wanted, const Alignment& alignment) {
    std::size_t first = noToken;
    std::size_t last = noToken;
    double matched = 0;
    for (std::size_t i = wanted.firstToken; i < wanted.lastToken; ++i) {
        const std::size_t partner = alignment.partner[i];
        if (partner == noToken)
            continue;
        first = first == noToken ? partner : first;
        last = partner;
        matched += tokenLikeness(wanted.tokenText(), i, window, partner) * tokenWeight(wanted.tokens[i]);
    }
    if (first == noToken)
        return emptyPlace(window, wanted, alignment);
    const double both =
        weightOf(wanted.tokens, wanted.firstToken, wanted.lastToken) + weightOf(window.tokens, first, last + 1);
    return QuotePlace{window.tokens[first].start, window.tokens[last].end, 2 * matched / both};
}

std::optional<QuotePlace> placeNear(const AnchorText& text, const WantedWords& wanted, std::ptrdiff_t diagonal,
                                    std::size_t band) {
    const auto count = static_cast<std::ptrdiff_t>(text.tokens().size());
    const auto width = static_cast<std::ptrdiff_t>(band);
    const std::ptrdiff_t from = std::clamp(diagonal - width, std::ptrdiff_t{0}, count);
    const std::ptrdiff_t to =
        std::clamp(diagonal + static_cast<std::ptrdiff_t>(wanted.tokens.size()) + width, from, count);
    const TokenText window{text.text(),
                           text.tokens().subspan(static_cast<std::size_t>(from), static_cast<std::size_t>(to - from))};
    return placeOf(window, wanted, alignTokens(wanted.tokenText(), window, diagonal - from, band));
}

/// Tokens in common, in order (longest common subsequence by weight), as a share of the wanted ones' weight.
double commonShare(const TokenText& wanted, const TokenText& there) {
    const int all = weightOf(wanted.tokens, 0, wanted.tokens.size());
    if (all == 0)
        return 1;
    std::vector<double> above(there.tokens.size() + 1, 0.0);
    std::vector<double> row = above;
    for (std::size_t i = 0; i < wanted.tokens.size(); ++i) {
        for (std::size_t j = 0; j < there.tokens.size(); ++j)
            row[j + 1] = std::max(
                {above[j + 1], row[j], above[j] + tokenLikeness(wanted, i, there, j) * tokenWeight(wanted.tokens[i])});
        std::swap(above, row);
    }
    return above.back() / all;
}

constexpr std::size_t slack = 3;     ///< tokens more than wanted that are looked at beside a place
constexpr std::size_t fewTokens = 4; ///< of a quote that must not begin or end inside a word of the text

} // namespace

WantedWords wantedWords(const Anchor& anchor) {
    WantedWords wanted;
    wanted.form = comparisonForm(anchor.prefix + anchor.quote + anchor.suffix);
    const std::u32string_view text = wanted.form.text;
    const std::size_t prefix = comparisonForm(anchor.prefix).text.size();
    const std::size_t both = comparisonForm(anchor.prefix + anchor.quote).text.size();
    std::tie(wanted.quoteStart, wanted.quoteEnd) = trimmed(text, std::min(prefix, both), both);
    wanted.tokens = tokensOf(text);
    const auto isBefore = [](const Token& token, std::size_t at) { return token.end <= at; };
    const auto begin = wanted.tokens.begin();
    const auto first = std::lower_bound(begin, wanted.tokens.end(), wanted.quoteStart, isBefore);
    const auto last =
        std::find_if(first, wanted.tokens.end(), [&](const Token& token) { return token.start >= wanted.quoteEnd; });
    wanted.firstToken = static_cast<std::size_t>(first - begin);
    wanted.lastToken = static_cast<std::size_t>(last - begin);
    return wanted;
}

std::vector<QuotePlace> equalPlaces(const AnchorText& text, const WantedWords& wanted) {
    const std::u32string_view quote = wanted.quote();
    const std::optional<std::size_t> rarest = rarestWholeToken(text, wanted);
    if (!rarest)
        return placesByScan(text, quote);
    const bool isShort = wanted.lastToken - wanted.firstToken <= fewTokens;
    const bool startsWhole = isTokenBoundary(wanted.form.text, wanted.quoteStart)
                             && (isShort || wanted.tokens[wanted.firstToken].kind == TokenKind::number);
    const bool endsWhole = isTokenBoundary(wanted.form.text, wanted.quoteEnd)
                           && (isShort || wanted.tokens[wanted.lastToken - 1].kind == TokenKind::number);
    const std::size_t offset = wanted.tokens[*rarest].start - wanted.quoteStart;
    std::vector<QuotePlace> places;
    for (const std::uint32_t number : text.placesOf(wanted.tokens[*rarest].key)) {
        const std::size_t token = text.tokens()[number].start;
        if (token < offset || !standsAt(text, quote, token - offset))
            continue;
        const QuotePlace place{token - offset, token - offset + quote.size()};
        if ((!startsWhole || isTokenBoundary(text.text(), place.start))
            && (!endsWhole || isTokenBoundary(text.text(), place.end)))
            places.push_back(place);
    }
    return places;
}

std::vector<QuotePlace> likePlaces(const AnchorText& text, const WantedWords& wanted, std::size_t oldStart) {
    constexpr std::size_t widestBand = 256; // tokens; the annex's limit of edits
    constexpr std::size_t mostPlaces = 5;
    if (wanted.firstToken == wanted.lastToken)
        return {};
    const std::size_t band = std::min(wanted.tokens.size() / 2 + 16, widestBand);
    std::vector<Cluster> clusters = heaviest(votes(text, wanted), static_cast<std::ptrdiff_t>(band), mostPlaces);
    const auto old = static_cast<std::ptrdiff_t>(text.tokenAt(text.fromOriginal(oldStart)));
    clusters.push_back(Cluster{old - static_cast<std::ptrdiff_t>(wanted.firstToken), 0});
    std::vector<QuotePlace> places;
    for (const Cluster& cluster : clusters)
        if (const std::optional<QuotePlace> place = placeNear(text, wanted, cluster.diagonal, band))
            places.push_back(*place);
    return places;
}

// The outermost token may be cut by the 32 characters of context; it is left out where others remain.
double prefixLikeness(const AnchorText& text, const WantedWords& wanted, std::size_t start) {
    const std::size_t cut = wanted.firstToken > 1 ? 1 : 0;
    const TokenText before{wanted.form.text, std::span(wanted.tokens).subspan(cut, wanted.firstToken - cut)};
    const std::size_t here = text.tokenAt(start);
    const std::size_t count = std::min(here, before.tokens.size() + slack);
    return commonShare(before, {text.text(), text.tokens().subspan(here - count, count)});
}

double suffixLikeness(const AnchorText& text, const WantedWords& wanted, std::size_t end) {
    const std::size_t behind = wanted.tokens.size() - wanted.lastToken;
    const TokenText after{wanted.form.text,
                          std::span(wanted.tokens).subspan(wanted.lastToken, behind > 1 ? behind - 1 : behind)};
    const std::size_t here = text.tokenAt(end);
    const std::size_t count = std::min(text.tokens().size() - here, after.tokens.size() + slack);
    return commonShare(after, {text.text(), text.tokens().subspan(here, count)});
}

} // namespace assay
