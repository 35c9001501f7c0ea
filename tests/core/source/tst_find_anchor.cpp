// Quotes found again: unchanged, moved, reflowed; changed words are orphans, above all changed digits.
#include "core/source/find_anchor.h"
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
        row("one digit changed", "Others said 60,000 H100 GPUs too.", AnchorState::orphan, "", 0);
        row("mark dropped", "Others said 50000 H100 GPUs too.", AnchorState::orphan, "", 0);
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
    void anAnchorWithoutWordsIsAnOrphan() { QCOMPARE(findAnchor("text", Anchor{}).state, AnchorState::orphan); }
};

const Registered<TestFindAnchor> registered("find_anchor");

} // namespace assay::test

#include "tst_find_anchor.moc"
