// Verbs and hedges are lists; names are runs of capitalised words, or what stands before a particle or verb in scripts
// without capitals.
#include "core/claims/attribution.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

namespace assay {
namespace {

constexpr std::array saying = {"said",       "says",    "say",       "claimed",   "claims",    "stated",   "states",
                               "reported",   "reports", "estimated", "estimates", "told",      "wrote",    "writes",
                               "argued",     "argues",  "believes",  "announced", "disclosed", "added",    "suggested",
                               "suggests",   "put",     "puts",      "expects",   "expected",  "insisted", "calculated",
                               "calculates", "noted",   "notes",     "revealed",  "thinks",    "warned"};
/// Between a name and its verb.
constexpr std::array helping = {"has", "have", "had", "also", "later", "once", "then", "itself", "already", "recently"};
/// Capitalised at the start of a sentence, and nobody's name.
constexpr std::array noName = {"The",  "A",     "An",   "It",   "He",     "She",       "They",   "We",
                               "I",    "In",    "On",   "At",   "But",    "And",       "As",     "This",
                               "That", "These", "One",  "Some", "Others", "According", "By",     "For",
                               "When", "While", "Last", "If",   "What",   "Who",       "Nobody", "Insiders"};

struct Word {
    std::string_view text;   ///< without marks at its ends
    bool endsPhrase = false; ///< a comma, bracket or quotation mark stands behind it
    bool startsPhrase = false;
};

bool isLetterByte(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '&'
           || static_cast<unsigned char>(c) >= 0x80;
}

/// Quotation marks and dashes of U+2010..U+201F are E2 80 90 to E2 80 9F in UTF-8; they are no part of words.
std::size_t markLength(std::string_view text, std::size_t at) {
    const bool isGeneral = text.substr(at, 2) == "\xE2\x80" && at + 2 < text.size();
    return isGeneral ? 3 : isLetterByte(text[at]) ? 0 : 1;
}

std::vector<Word> wordsIn(std::string_view sentence) {
    std::vector<Word> words;
    bool isPhraseStart = true;
    for (std::size_t i = 0; i < sentence.size();) {
        if (const std::size_t mark = markLength(sentence, i); mark > 0) {
            if (sentence[i] != ' ' && sentence[i] != '.' && sentence[i] != '\''
                && sentence.substr(i, 3) != "\xE2\x80\x99") {
                isPhraseStart = true;
                if (!words.empty())
                    words.back().endsPhrase = true;
            }
            i += mark;
            continue;
        }
        std::size_t end = i;
        while (end < sentence.size() && markLength(sentence, end) == 0)
            ++end;
        words.push_back(Word{sentence.substr(i, end - i), false, isPhraseStart});
        isPhraseStart = false;
        i = end;
    }
    return words;
}

template <class List>
bool isIn(const List& list, std::string_view word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

bool isNamePart(const Word& word) {
    return !word.text.empty() && word.text[0] >= 'A' && word.text[0] <= 'Z' && !isIn(noName, word.text);
}

std::string joined(const std::vector<Word>& words, std::size_t first, std::size_t last) {
    const char* begin = words[first].text.data();
    const char* end = words[last].text.data() + words[last].text.size();
    return std::string(begin, static_cast<std::size_t>(end - begin));
}

/// The capitalised words that end right before `at`.
std::optional<std::string> nameBefore(const std::vector<Word>& words, std::size_t at) {
    std::size_t last = at;
    while (last > 0 && (isIn(helping, words[last - 1].text) || (last < at && words[last - 1].text == "s")))
        --last;
    std::size_t first = last;
    while (first > 0 && isNamePart(words[first - 1]) && !(first < last && words[first - 1].endsPhrase))
        --first;
    if (first == last || last - first > 5)
        return std::nullopt;
    return joined(words, first, last - 1);
}

std::optional<std::string> nameFrom(const std::vector<Word>& words, std::size_t at) {
    if (at < words.size() && (words[at].text == "the" || words[at].text == "a"))
        ++at;
    std::size_t end = at;
    while (end < words.size() && isNamePart(words[end]) && !(end > at && words[end - 1].endsPhrase))
        ++end;
    if (end == at)
        return std::nullopt;
    return joined(words, at, end - 1);
}

std::optional<std::string> englishClaimant(std::string_view sentence) {
    const std::vector<Word> words = wordsIn(sentence);
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0 && words[i].text == "to" && (words[i - 1].text == "according" || words[i - 1].text == "According"))
            if (std::optional<std::string> name = nameFrom(words, i + 1))
                return name;
        if (!isIn(saying, words[i].text))
            continue;
        if (std::optional<std::string> name = nameBefore(words, i))
            return name;
        if (i > 0 && words[i - 1].endsPhrase) // "..., said NAME"
            if (std::optional<std::string> name = nameFrom(words, i + 1))
                return name;
    }
    return std::nullopt;
}

std::string_view behindLast(std::string_view text, std::initializer_list<std::string_view> marks) {
    for (const std::string_view mark : marks)
        if (const std::size_t at = text.rfind(mark); at != std::string_view::npos)
            text.remove_prefix(at + mark.size());
    while (!text.empty() && text.front() == ' ')
        text.remove_prefix(1);
    return text;
}

/// A name of 2 to 12 characters of three bytes; longer ones are clauses.
std::optional<std::string> shortName(std::string_view name) {
    while (!name.empty() && name.back() == ' ')
        name.remove_suffix(1);
    if (name.size() < 3 || name.size() > 36)
        return std::nullopt;
    return std::string(name);
}

/// What stands before the first of the verbs, back to a mark.
std::optional<std::string> chineseClaimant(std::string_view sentence) {
    for (const std::string_view verb :
         {"表示", "声称", "宣布", "估计", "指出", "透露", "披露", "认为", "称", "說", "说"})
        if (const std::size_t at = sentence.find(verb); at != std::string_view::npos && at > 0) {
            std::string_view before =
                behindLast(sentence.substr(0, at), {"，", "。", "“", "”", "；", "据", "、", "："});
            for (const std::string_view helper : {"也", "则", "还", "曾", "已", "随后"})
                if (before.ends_with(helper))
                    before.remove_suffix(helper.size());
            if (std::optional<std::string> name = shortName(before))
                return name;
        }
    return std::nullopt;
}

/// The topic of a sentence that ends in a verb of saying: what stands before its first topic particle.
std::optional<std::string> topicClaimant(std::string_view sentence, std::initializer_list<std::string_view> verbs,
                                         std::initializer_list<std::string_view> particles) {
    const bool says = std::any_of(verbs.begin(), verbs.end(),
                                  [&](std::string_view verb) { return sentence.find(verb) != std::string_view::npos; });
    if (!says)
        return std::nullopt;
    std::size_t first = std::string_view::npos;
    for (const std::string_view particle : particles)
        first = std::min(first, sentence.find(particle));
    if (first == std::string_view::npos)
        return std::nullopt;
    return shortName(behindLast(sentence.substr(0, first), {"、", "，", "。", ",", "「"}));
}

struct Hedge {
    std::string_view words;
    Modality modality;
};

/// The longer wording first where one holds the other.
constexpr Hedge hedges[] = {
    {"my understanding is", Modality::speculated},
    {"is believed to", Modality::speculated},
    {"are believed to", Modality::speculated},
    {"is thought to", Modality::speculated},
    {"reportedly", Modality::speculated},
    {"allegedly", Modality::speculated},
    {"supposedly", Modality::speculated},
    {"rumoured", Modality::speculated},
    {"rumored", Modality::speculated},
    {"likely", Modality::speculated},
    {"probably", Modality::speculated},
    {"possibly", Modality::speculated},
    {"perhaps", Modality::speculated},
    {"might", Modality::speculated},
    {"may have", Modality::speculated},
    {"could have", Modality::speculated},
    {"据报道", Modality::speculated},
    {"据说", Modality::speculated},
    {"可能", Modality::speculated},
    {"とみられ", Modality::speculated},
    {"かもしれない", Modality::speculated},
    {"것으로 보인다", Modality::speculated},
    {"것으로 알려졌다", Modality::speculated},
    {"것으로 추정", Modality::estimated},
};
constexpr Hedge verbs[] = {
    {"disclosed", Modality::disclosed}, {"announced", Modality::disclosed}, {"披露", Modality::disclosed},
    {"公布", Modality::disclosed},      {"発表", Modality::disclosed},      {"밝혔", Modality::disclosed},
    {"measured", Modality::measured},   {"実測", Modality::measured},       {"实测", Modality::measured},
};

bool isWholeWord(std::string_view text, std::size_t at, std::size_t size) {
    const auto isAscii = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    return !(at > 0 && isAscii(text[at]) && isAscii(text[at - 1]))
           && !(at + size < text.size() && isAscii(text[at]) && isAscii(text[at + size]));
}

} // namespace

std::string_view sentenceAround(std::string_view text, std::size_t start, std::size_t end) {
    constexpr std::size_t longest = 2000; // bytes to either side: a text without marks is no sentence
    const auto endsAt = [&](std::size_t i) {
        const std::string_view mark = text.substr(i, 3);
        return text[i] == '\n' || mark == "。" || mark == "！" || mark == "？"
               || ((text[i] == '.' || text[i] == '!' || text[i] == '?') && i + 1 < text.size()
                   && (text[i + 1] == ' ' || text[i + 1] == '\n' || text[i + 1] == '\r'));
    };
    std::size_t from = start;
    while (from > 0 && start - from < longest && !endsAt(from - 1))
        --from;
    std::size_t to = end;
    while (to < text.size() && to - end < longest && !endsAt(to))
        ++to;
    while (from < start && (static_cast<unsigned char>(text[from]) & 0xC0U) == 0x80U) // behind a mark of three bytes
        ++from;
    while (from < start && text[from] == ' ')
        ++from;
    return text.substr(from, to - from);
}

std::vector<std::string> namesIn(std::string_view sentence) {
    const auto isPlain = [](const Word& word) {
        return isNamePart(word) && word.text.find_first_of("0123456789") == std::string_view::npos;
    };
    const std::vector<Word> words = wordsIn(sentence);
    std::vector<std::string> names;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::size_t first = i;
        while (i < words.size() && isPlain(words[i]) && !(i > first && words[i - 1].endsPhrase))
            ++i;
        if (i == first)
            continue;
        std::string name = joined(words, first, i - 1);
        if (!isIn(names, name))
            names.push_back(std::move(name));
        --i; // the loop steps on
    }
    return names;
}

std::string claimantIn(std::string_view sentence) {
    if (std::optional<std::string> name = englishClaimant(sentence))
        return *name;
    if (std::optional<std::string> name = topicClaimant(
            sentence, {"말했", "밝혔", "주장", "전했", "추정했", "발표했", "설명했"}, {"은 ", "는 ", "이 ", "가 "}))
        return *name;
    if (std::optional<std::string> name =
            topicClaimant(sentence, {"述べ", "発表", "主張", "語", "明らかに", "見積"}, {"は"}))
        return *name;
    return chineseClaimant(sentence).value_or(std::string());
}

Certainty certaintyOf(std::string_view sentence) {
    for (const Hedge& hedge : hedges)
        if (const std::size_t at = sentence.find(hedge.words);
            at != std::string_view::npos && isWholeWord(sentence, at, hedge.words.size()))
            return Certainty{hedge.modality, std::string(hedge.words)};
    for (const Hedge& verb : verbs)
        if (sentence.find(verb.words) != std::string_view::npos)
            return Certainty{verb.modality, {}};
    return {};
}

} // namespace assay
