// How often quotes are found again after a thousand random changes to the sample's texts, against the targets: one row
// a kind of change. The changes are drawn from a fixed seed.
#include "core/base/utf8.h"
#include "core/io/model_file.h"
#include "core/io/project_file.h"
#include "core/source/find_anchor.h"
#include "tests/test.h"

#include <random>

namespace assay::test {
namespace {

/// A changed text, and where the quote is in it now; nowhere when it was deleted.
struct Changed {
    std::u32string text;
    std::optional<std::pair<std::size_t, std::size_t>> place;
};

struct Quoted {
    std::u32string text;
    std::size_t start = 0;
    std::size_t end = 0;
};

using Random = std::mt19937;
std::size_t below(Random& random, std::size_t count) { return random() % count; }

std::vector<std::pair<std::size_t, std::size_t>> wordsOf(const std::u32string& text) {
    std::vector<std::pair<std::size_t, std::size_t>> words;
    for (std::size_t i = 0; i < text.size(); ++i)
        if (text[i] != U' ' && text[i] != U'\n') {
            std::size_t end = i;
            while (end < text.size() && text[end] != U' ' && text[end] != U'\n')
                ++end;
            words.emplace_back(i, end);
            i = end;
        }
    return words;
}

Quoted quoteIn(const std::u32string& text, std::size_t length, Random& random) {
    const auto words = wordsOf(text);
    const std::size_t first = below(random, words.size() - length);
    return Quoted{text, words[first].first, words[first + length - 1].second};
}

const std::u32string filler = U"Some other words that were put before all of it by the page's new editor.\n\n";

Changed moved(const Quoted& quoted, Random&) {
    return {filler + quoted.text, std::pair(quoted.start + filler.size(), quoted.end + filler.size())};
}

Changed reflowed(const Quoted& quoted, Random& random) {
    const std::vector<std::u32string> spaces = {U"\n", U"\u00a0", U"  ", U" ", U"\r\n"};
    Changed changed{{}, std::pair(std::size_t{0}, std::size_t{0})};
    for (std::size_t i = 0; i < quoted.text.size(); ++i) {
        if (i == quoted.start)
            changed.place->first = changed.text.size();
        if (quoted.text[i] == U' ')
            changed.text += spaces[below(random, spaces.size())];
        else
            changed.text += quoted.text[i];
        if (i + 1 == quoted.end)
            changed.place->second = changed.text.size();
    }
    return changed;
}

Changed withWords(const Quoted& quoted, const std::u32string& words) {
    return {quoted.text.substr(0, quoted.start) + words + quoted.text.substr(quoted.end),
            std::pair(quoted.start, quoted.start + words.size())};
}

/// One word inside the quote becomes another, or goes.
Changed edited(const Quoted& quoted, Random& random) {
    std::u32string words = quoted.text.substr(quoted.start, quoted.end - quoted.start);
    const auto parts = wordsOf(words);
    const auto [start, end] = parts[1 + below(random, parts.size() - 2)];
    words.replace(start, end - start, random() % 2 == 0 ? U"otherwise" : U"");
    return withWords(quoted, words);
}

Changed deleted(const Quoted& quoted, Random&) {
    return {quoted.text.substr(0, quoted.start) + quoted.text.substr(quoted.end), {}};
}

Changed oneDigit(const Quoted& quoted, Random& random) {
    std::u32string words = quoted.text.substr(quoted.start, quoted.end - quoted.start);
    std::vector<std::size_t> digits;
    for (std::size_t i = 0; i < words.size(); ++i)
        if (words[i] >= U'0' && words[i] <= U'9')
            digits.push_back(i);
    char32_t& digit = words[digits[below(random, digits.size())]];
    digit = U'0' + (digit - U'0' + 1 + static_cast<char32_t>(below(random, 9))) % 10;
    return withWords(quoted, words);
}

bool hasDigit(const Quoted& quoted) {
    const std::u32string words = quoted.text.substr(quoted.start, quoted.end - quoted.start);
    return words.find_first_of(U"0123456789") != std::u32string::npos;
}

Anchor anchorOf(const Quoted& quoted) {
    const Source source{.id = {"s"}, .text = toUtf8(quoted.text)};
    return makeAnchor(source, quoted.start, quoted.end).value();
}

using Change = Changed (*)(const Quoted&, Random&);

struct Rate {
    int count = 0;
    int right = 0;
    int falsely = 0; ///< found somewhere else, or found at all when it was deleted
};

/// `states`: which of the states are right at the right place.
Rate rateOf(Change change, const std::vector<AnchorState>& states, bool (*isWanted)(const Quoted&),
            std::size_t length) {
    constexpr int wanted = 150;
    Random random(20250127);
    const Document document = readProject(sampleProject(), "sample").value();
    Rate rate;
    while (rate.count < wanted) {
        const Source& source = *document.sources[below(random, document.sources.size())];
        const Quoted quoted = quoteIn(toUtf32(source.text), 1 + below(random, 8) + length, random);
        if (isWanted && !isWanted(quoted))
            continue;
        const Changed changed = change(quoted, random);
        const FoundAnchor found = findAnchor(toUtf8(changed.text), anchorOf(quoted));
        ++rate.count;
        const bool isFound = found.state != AnchorState::orphan;
        const bool isThere = changed.place && found.start < changed.place->second && found.end > changed.place->first;
        rate.falsely += isFound && !isThere ? 1 : 0;
        const bool isState = std::find(states.begin(), states.end(), found.state) != states.end();
        rate.right += isState && isThere == changed.place.has_value() ? 1 : 0;
    }
    qInfo("%d of %d right, %d falsely found", rate.right, rate.count, rate.falsely);
    return rate;
}

} // namespace

class TestAnchorRates : public Test {
    Q_OBJECT
private slots:
    void movedWordsAreAllFound() {
        const Rate rate = rateOf(moved, {AnchorState::moved}, nullptr, 0);
        QCOMPARE(rate.right, rate.count);
    }
    void reflowedWordsAreAllFound() {
        const Rate rate = rateOf(reflowed, {AnchorState::moved, AnchorState::anchored}, nullptr, 0);
        QCOMPARE(rate.right, rate.count);
    }
    void editedWordsAreFoundAndSaidToBeChanged() {
        const Rate rate = rateOf(edited, {AnchorState::edited, AnchorState::numberChanged}, nullptr, 2);
        QVERIFY(rate.right * 100 >= rate.count * 85);
    }
    void deletedWordsAreNotPutSomewhereNear() {
        const Rate rate = rateOf(deleted, {AnchorState::orphan}, nullptr, 0);
        QVERIFY(rate.falsely * 100 <= rate.count * 2);
    }
    void aChangedDigitIsAlwaysSaid() {
        const Rate rate = rateOf(oneDigit, {AnchorState::numberChanged}, hasDigit, 0);
        QCOMPARE(rate.right, rate.count);
    }
};

const Registered<TestAnchorRates> registered("anchor_rates");

} // namespace assay::test

#include "tst_anchor_rates.moc"
