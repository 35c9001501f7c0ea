// Quotes found again: unchanged, moved, reflowed; changed words are said to be changed, above all
// changed numbers; what is gone is an orphan.
#include "core/base/utf8.h"
#include "core/source/find_anchor.h"
#include "core/source/number_change.h"
#include "tests/test.h"

namespace assay::test {
namespace {

const std::string original = "Intro. It has about 50,000 H100 GPUs, he said. Others said 50,000 H100 GPUs too. End.";

Anchor secondQuote() { return anchorOfQuote(Source{.id = {"s"}, .text = original}, "50,000 H100 GPUs", 1).value(); }

} // namespace

class TestFindAnchor : public Test {
    Q_OBJECT
private slots:
    void wordsAreFoundAgain_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("state");
        QTest::addColumn<QByteArray>("found");
        QTest::addColumn<int>("rivals");
        const auto row = [](const char* why, const std::string& text, AnchorState state, const char* found,
                            int rivals) {
            QTest::newRow(why) << QByteArray::fromStdString(text) << int(state) << QByteArray(found) << rivals;
        };
        row("unchanged", original, AnchorState::anchored, "50,000 H100 GPUs", 0);
        row("text before", "More. " + original, AnchorState::moved, "50,000 H100 GPUs", 1);
        row("emoji before", "\U0001F600" + original, AnchorState::moved, "50,000 H100 GPUs", 1);
        row("text behind", original + " More.", AnchorState::anchored, "50,000 H100 GPUs", 0);
        row("the other one is gone", "Others said 50,000 H100 GPUs too.", AnchorState::moved, "50,000 H100 GPUs", 0);
        row("reflowed", "x Others said 50,000\n  H100\u00a0GPUs too.", AnchorState::moved, "50,000\n  H100\u00a0GPUs",
            0);
        row("soft hyphen", "x Others said 50,000 H1\u00ad00 GPUs too.", AnchorState::moved, "50,000 H1\u00ad00 GPUs",
            0);
        row("one digit changed", "Others said 60,000 H100 GPUs too.", AnchorState::numberChanged, "60,000 H100 GPUs",
            0);
        row("one digit more", "Others said 50,0001 H100 GPUs too.", AnchorState::numberChanged, "50,0001 H100 GPUs", 0);
        row("another chip", "Others said 50,000 H800 GPUs too.", AnchorState::numberChanged, "50,000 H800 GPUs", 0);
        row("the same number elsewhere, this one changed",
            "It has about 50,000 H100 GPUs, he said. Others said 60,000 H100 GPUs too. End.",
            AnchorState::numberChanged, "60,000 H100 GPUs", 0);
        row("only the other one is left", "Intro. It has about 50,000 H100 GPUs, he said. Others said too. End.",
            AnchorState::orphan, "", 0);
        row("mark dropped", "Others said 50000 H100 GPUs too.", AnchorState::edited, "50000 H100 GPUs", 0);
        row("a word more", "It has about 50,000 H100 GPUs, he said. Others said 50,000 Nvidia H100 GPUs too. End.",
            AnchorState::edited, "50,000 Nvidia H100 GPUs", 0);
        row("only other words", "Nothing of this was ever heard by anybody who was asked.", AnchorState::orphan, "", 0);
        row("deleted", "Others said nothing.", AnchorState::orphan, "", 0);
        row("empty text", "", AnchorState::orphan, "", 0);
    }
    void wordsAreFoundAgain() {
        QFETCH(QByteArray, text);
        QFETCH(int, state);
        QFETCH(QByteArray, found);
        QFETCH(int, rivals);
        const FoundAnchor anchor = findAnchor(text.toStdString(), secondQuote());
        QCOMPARE(int(anchor.state), state);
        QCOMPARE(QString::fromUtf8(text).toUcs4().mid(qsizetype(anchor.start), qsizetype(anchor.end - anchor.start)),
                 QString::fromUtf8(found).toUcs4());
        QCOMPARE(int(anchor.rivals), rivals);
    }
    void surroundingsChooseAmongEqualWords() {
        const std::string text =
            "padding padding. Others said 50,000 H100 GPUs too. It has about 50,000 H100 GPUs, he said.";
        QCOMPARE(findAnchor(text, secondQuote()).start, std::size_t(29));
    }
    void theNearestIsTakenWhereSurroundingsAreEqual() {
        Anchor anchor{.source = {"s"}, .start = 7, .end = 8, .quote = "x"};
        QCOMPARE(findAnchor("x       x", anchor).start, std::size_t(8));
    }
    void numbersAreComparedApart_data() {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("was");
        QTest::addColumn<QString>("now");
        const auto row = [](const char* why, const char* before, const char* after, const char* was, const char* now) {
            QTest::newRow(why) << QString::fromUtf8(before) << QString::fromUtf8(after) << QString::fromUtf8(was)
                               << QString::fromUtf8(now);
        };
        row("value", "50,000 chips", "10,000 chips", "50,000 chips", "10,000 chips");
        row("magnitude", "$5.6 million", "$5.6 billion", "$5.6 million", "$5.6 billion");
        row("currency", "$6 million", "\u20ac6 million", "$6 million", "\u20ac6 million");
        row("bound", "over 50,000 chips", "about 50,000 chips", "50,000 chips", "50,000 chips");
        row("per cent dropped", "fell 17%", "fell 17", "17%", "17");
        row("one end of a range", "30-40%", "30-45%", "30-40%", "30-45%");
        row("digits of a name", "the H100 chip", "the H800 chip", "100", "800");
        row("a year", "in 2022", "in 2023", "2022", "2023");
        row("a number less", "2,048 chips and 50 more chips", "2,048 chips", "50 more chips", "");
        row("a number more", "2,048 chips", "2,048 chips in 2 halls", "", "2");
        row("number words", "two million dollars", "three million dollars", "two million dollars",
            "three million dollars");
        row("Korean", "\uc57d 600\ub9cc \ub2ec\ub7ec", "\uc57d 600\uc5b5 \ub2ec\ub7ec", "600\ub9cc \ub2ec\ub7ec",
            "600\uc5b5 \ub2ec\ub7ec");
        row("grouping is no change", "50,000 chips", "50000 chips", "-", "-");
        row("white space is no change", "$5.6 million", "$5.6\u00a0million", "-", "-");
        row("empty lines are no change", "the H 100 chip", "the H\n\n\n\n100 chip", "-", "-");
        row("another dash is no change", "30-40%", "30\u201340%", "-", "-");
        row("another way to write it is no change", "$5.6 million", "$5,600,000", "-", "-");
        row("other words are no change", "he has 3 chips", "she owns 3 chips", "-", "-");
    }
    void numbersAreComparedApart() {
        QFETCH(QString, before);
        QFETCH(QString, after);
        QFETCH(QString, was);
        QFETCH(QString, now);
        const NumberChange none{"-", "-"};
        const NumberChange change = numberChange(before.toStdString(), after.toStdString()).value_or(none);
        QCOMPARE(QString::fromStdString(change.was), was);
        QCOMPARE(QString::fromStdString(change.now), now);
    }
    void aChangedNumberIsReportedWithBoth() {
        const FoundAnchor found = findAnchor("More. Others said 10,000 H100 GPUs too. End.", secondQuote());
        QCOMPARE(found.was, std::string("50,000 H100 GPUs"));
        QCOMPARE(found.now, std::string("10,000 H100 GPUs"));
        QVERIFY(found.score > 0.65 && found.score < 1);
    }
    void aQuoteIsNotFoundInsideALongerNumber() {
        const Anchor anchor{.source = {"s"}, .start = 8, .end = 10, .quote = "50", .prefix = "", .suffix = ""};
        QCOMPARE(findAnchor("We have 500 and 1,503 and 50.5", anchor).state, AnchorState::orphan);
        QCOMPARE(findAnchor("We have 50 of them", anchor).state, AnchorState::anchored);
    }
    void scriptsWithoutSpacesAreFoundAgain_data() {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("quote");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("found");
        QTest::newRow("Chinese, a word more")
            << QString::fromUtf8("该公司拥有约五万块芯片，用于训练模型。") << QString::fromUtf8("五万块芯片")
            << QString::fromUtf8("据说该公司拥有约五万块高端芯片，用于训练模型。")
            << QString::fromUtf8("五万块高端芯片");
        QTest::newRow("Hebrew, reflowed")
            << QString::fromUtf8("יש להם כ 2,048 שבבים בסך הכול") << QString::fromUtf8("2,048 שבבים")
            << QString::fromUtf8("יש להם כ 2,048\nשבבים בסך הכול") << QString::fromUtf8("2,048\nשבבים");
        QTest::newRow("emoji between") << QString::fromUtf8("so 🙂 many 🚀 chips")
                                       << QString::fromUtf8("many 🚀 chips")
                                       << QString::fromUtf8("🙂🙂 so 🙂 many 🚀 chips")
                                       << QString::fromUtf8("many 🚀 chips");
    }
    void scriptsWithoutSpacesAreFoundAgain() {
        QFETCH(QString, before);
        QFETCH(QString, quote);
        QFETCH(QString, after);
        QFETCH(QString, found);
        const Anchor anchor =
            anchorOfQuote(Source{.id = {"s"}, .text = before.toStdString()}, quote.toStdString()).value();
        const FoundAnchor again = findAnchor(after.toStdString(), anchor);
        QCOMPARE(QString::fromStdString(std::string(codePoints(after.toStdString(), again.start, again.end))), found);
    }
    void anAnchorWithoutWordsIsAnOrphan() { QCOMPARE(findAnchor("text", Anchor{}).state, AnchorState::orphan); }
};

const Registered<TestFindAnchor> registered("find_anchor");

} // namespace assay::test

#include "tst_find_anchor.moc"
