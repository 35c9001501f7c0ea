// Near duplicates, quiet lines and languages of texts: what is alike is found, what is not is left alone.
#include "core/source/guess_language.h"
#include "core/source/likeness.h"
#include "core/source/quiet_lines.h"
#include "tests/test.h"

#include <algorithm>
#include <cmath>
#include <random>

namespace assay::test {
namespace {

/// Sentences of numbered words, so that no two are alike.
std::string story(std::uint32_t seed, int words) {
    std::mt19937 random(seed);
    std::string text;
    for (int i = 0; i < words; ++i)
        text += "w" + std::to_string(random() % 5000) + (i % 12 == 11 ? ". " : " ");
    return text;
}

double alike(const std::string& a, const std::string& b) { return likeness(sketchOf(a), sketchOf(b)); }

QString wordsOf(const std::vector<TextRange>& ranges) {
    QStringList all;
    for (const TextRange& range : ranges)
        all += QStringLiteral("%1-%2").arg(range.start).arg(range.end);
    return all.join(QLatin1Char(' '));
}

} // namespace

class TestLikeness : public Test {
    Q_OBJECT
private slots:
    void otherTextsAreNotAlike() {
        QVERIFY(alike(story(1, 800), story(2, 800)) < 0.02);
        QCOMPARE(alike("", ""), 0.0);
        QCOMPARE(alike("one", ""), 0.0);
        QCOMPARE(alike("one two", "two one"), 0.0);
    }
    void theSameWordsAreAlikeHoweverTheyAreSet() {
        const std::string text = story(3, 900);
        std::string loud = text;
        std::transform(loud.begin(), loud.end(), loud.begin(), [](char c) {
            return c == ' ' ? '\n' : c == 'w' ? 'W' : c;
        });
        QCOMPARE(alike(text, loud), 1.0);
        QCOMPARE(alike("50,000 GPUs.", "50 000 gpus"), 1.0);
    }
    void theShareOfCommonRunsIsToldWell_data() {
        QTest::addColumn<int>("words");
        QTest::newRow("exactly, of a short text") << 300;
        QTest::newRow("by the sketch, of a long text") << 6000;
    }
    void theShareOfCommonRunsIsToldWell() {
        QFETCH(int, words);
        const std::string shared = story(4, words * 3 / 4);
        const std::string a = shared + story(5, words / 4), b = shared + story(6, words / 4);
        const double runs = words * 3.0 / 4 - 4; // of five words, in both; w/4 + 4 runs of each are its own
        const double expected = runs / (runs + 2 * (words / 4.0 + 4));
        QVERIFY2(std::abs(alike(a, b) - expected) < (words < 500 ? 0.02 : 0.06), std::to_string(alike(a, b)).c_str());
    }
    void anEditedArticleIsANearDuplicate() {
        const std::string text = story(7, 500);
        std::string edited = "An editor was here. " + text;
        edited.replace(edited.find(". ", edited.size() / 2), 2, ", as was said, ");
        QVERIFY(alike(text, edited) > 0.9);
        QVERIFY(alike(text, text + story(8, 250)) >= nearDuplicate);
        QVERIFY(alike(text, text + story(8, 1500)) < nearDuplicate);
    }
    void aCharacterOfChineseIsAWord() {
        const std::string text = "\u516c\u53f8\u8868\u793a\u4ed6\u4eec\u7528\u4e86\u4e24\u5343\u5757\u663e\u5361";
        QVERIFY(alike(text, text + "\u3002") == 1.0);
        QVERIFY(alike(text, "\u53e6" + text) > 0.8);
    }
    void quietWordsDoNotCount() {
        const std::string text = story(9, 60), furniture = story(10, 60);
        const auto length = text.size(), all = text.size() + furniture.size();
        QCOMPARE(likeness(sketchOf(text), sketchOf(text + furniture, {{length, all}})), 1.0);
        QVERIFY(alike(text, text + furniture) < 0.7);
    }

    void furnitureIsQuietAndSentencesAreNot_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("quiet");
        const auto row = [](const char* why, const char* text, const char* quiet) {
            QTest::newRow(why) << QByteArray(text) << QString::fromLatin1(quiet);
        };
        row("nothing", "", "");
        row("a word of a sentence", "They had to close the lab.\nShare prices fell 5 %.\n", "");
        row("a long paragraph", (std::string("We use cookies ") + std::string(300, 'x')).c_str(), "");
        row("lines of their own", "Text Size\n\nClose\nwords\n  Print  \n", "0-9 11-16 23-32");
        row("CR LF", "Close\r\nwords\r\nTop", "0-6 14-17");
        row("beyond ASCII, in code points", "\ud55c\uae00\n\ub2eb\uae30\n\u5173\u95ed", "3-5 6-8");
        row("a cookie notice", "We use cookies to make 3 things better.\n", "0-39");
        row("rights", "\u00a9 2025 The Paper\nwords\nX. All rights reserved.", "0-16 23-46");
        row("the date of display", "Today : Apr 26, 2025\n28 January 2025", "0-20");
    }
    void furnitureIsQuietAndSentencesAreNot() {
        QFETCH(QByteArray, text);
        QFETCH(QString, quiet);
        QCOMPARE(wordsOf(quietLines(text.toStdString())), quiet);
    }
    void rangesAreUnitedAndCutToTheText() {
        QCOMPARE(wordsOf(united({{5, 9}, {20, 30}}, {{0, 2}, {8, 12}, {12, 13}, {25, 99}, {40, 50}}, 28)),
                 QStringLiteral("0-2 5-13 20-28"));
        QVERIFY(touches({{0, 2}, {5, 13}}, {12, 20}));
        QVERIFY(!touches({{0, 2}, {5, 13}}, {2, 5}));
        QVERIFY(!touches({}, {0, 5}));
    }

    void languagesAreToldOrLeftOpen_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("language");
        const auto row = [](const char* why, const std::string& text, const char* language) {
            QTest::newRow(why) << QByteArray::fromStdString(text) << QString::fromLatin1(language);
        };
        row("nothing", "", "");
        row("names and numbers", "NVIDIA H100 50,000; H800 2,048; A100 10,000", "");
        row("too short", "The lab and its chips", "");
        row("English", "The lab said that it used the chips for two months, and that the cost of it was small.", "en");
        row("English with a line of Korean",
            "\ubcf8\ubb38 \ubc14\ub85c\uac00\uae30\nThe lab said that it used the chips for two months, and that "
            "the cost of it was small.",
            "en");
        row("German",
            "Die Firma sagt, dass sie die Chips nicht mit dem Geld der Bank und auch nicht von der Stadt hat.", "de");
        row("French", "Le coût des puces est selon la société dans les comptes, et une partie est pour le réseau.",
            "fr");
        row("Spanish", "La empresa dice que los chips no son de una sola marca y que el coste es para dos años.", "es");
        row("Korean",
            "\ud68c\uc0ac\ub294 H800 \uadf8\ub798\ud53d \ucc98\ub9ac \uc7a5\uce58\ub97c \uc37c\ub2e4\uace0 \ubc1d\ud614\ub2e4",
            "ko");
        row("Chinese", "\u516c\u53f8\u8868\u793a\uff0c\u4ed6\u4eec\u7528\u4e86H800\u663e\u5361", "zh");
        row("Japanese",
            "\u4f01\u696d\u306f\u3001H800\u3092\u4f7f\u3044\u3001\u8cbb\u7528\u306f\u4f4e\u3044\u3068\u767a\u8868\u3057\u305f",
            "ja");
        row("Russian",
            "\u041a\u043e\u043c\u043f\u0430\u043d\u0438\u044f \u0438\u0441\u043f\u043e\u043b\u044c\u0437\u043e\u0432\u0430\u043b\u0430 H800",
            "ru");
    }
    void languagesAreToldOrLeftOpen() {
        QFETCH(QByteArray, text);
        QFETCH(QString, language);
        QCOMPARE(QString::fromStdString(guessLanguage(text.toStdString())), language);
    }
};

const Registered<TestLikeness> registered("likeness");

} // namespace assay::test

#include "tst_likeness.moc"
