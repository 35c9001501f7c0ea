// The arena of folded texts finds the same rows as looking into each text, also after texts were replaced.
#include "core/document/text_arena.h"

#include "tests/test.h"

#include <algorithm>
#include <random>

namespace assay::test {

namespace {

RowMask naive(const std::vector<std::string>& texts, std::string_view words) {
    RowMask mask;
    for (const std::string& text : texts)
        mask.push_back(text.find(words) != std::string::npos ? 1 : 0);
    return mask;
}

RowMask naiveField(const std::vector<std::string>& texts, std::string_view words, std::size_t field) {
    RowMask mask;
    for (const std::string& text : texts) {
        std::vector<std::string> fields(1);
        for (const char c : text) {
            if (c == '|')
                fields.emplace_back();
            else
                fields.back() += c;
        }
        mask.push_back(field < fields.size() && fields[field].find(words) != std::string::npos ? 1 : 0);
    }
    return mask;
}

/// A few letters, so that words are met again and again; sometimes empty.
std::string randomText(std::mt19937& random) {
    std::string text;
    for (auto size = random() % 12; size > 0; --size)
        text += "abc|"[random() % 4];
    return text;
}

} // namespace

class TestTextArena : public Test {
    Q_OBJECT
private slots:
    void wordsDoNotReachIntoTheNextRow() {
        TextArena arena;
        arena.append("ab");
        arena.append("cd");
        QCOMPARE(arena.rowsWith("bc"), (RowMask{0, 0}));
        QCOMPARE(arena.rowsWith("zz"), (RowMask{0, 0}));
        QCOMPARE(arena.rowsWith(""), (RowMask{1, 1}));
        QCOMPARE(TextArena().rowsWith("a"), RowMask{});
    }
    void aReplacedTextIsNotFoundAnyMore() {
        TextArena arena;
        for (const char* text : {"one", "two", "three"})
            arena.append(text);
        arena.replace(1, "four");
        QCOMPARE(arena.rowsWith("two"), (RowMask{0, 0, 0}));
        QCOMPARE(arena.rowsWith("o"), (RowMask{1, 1, 0}));
        QCOMPARE(arena.at(1), std::string_view("four"));
    }
    void aTextOfItselfCanBeTakenOver() {
        TextArena arena;
        arena.append("short");
        arena.append("a longer text");
        arena.replace(0, arena.at(1));
        QCOMPARE(arena.rowsWith("longer"), (RowMask{1, 1}));
    }
    void findsWhatLookingIntoEachTextFinds() {
        std::mt19937 random(7);
        for (int round = 0; round < 60; ++round) {
            TextArena arena;
            std::vector<std::string> texts;
            for (auto rows = random() % 40; rows > 0; --rows)
                arena.append(texts.emplace_back(randomText(random)));
            for (int step = 0; step < 40; ++step) {
                if (!texts.empty() && random() % 2 == 0) {
                    const std::size_t row = random() % texts.size();
                    arena.replace(row, texts[row] = randomText(random));
                }
                std::string words = randomText(random).substr(0, 3);
                QCOMPARE(arena.rowsWith(words), naive(texts, words));
                std::erase(words, '|');
                if (const std::size_t field = random() % 4; !words.empty())
                    QCOMPARE(arena.rowsWith(words, field, '|'), naiveField(texts, words, field));
            }
        }
    }
};

const Registered<TestTextArena> registered("text_arena");

} // namespace assay::test

#include "tst_text_arena.moc"
