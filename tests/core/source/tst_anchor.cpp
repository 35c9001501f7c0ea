// Anchors count code points, hold their words and 32 characters of context.
#include "core/source/anchor.h"
#include "tests/test.h"

namespace assay::test {
namespace {

Source sourceOf(const std::string& text) { return Source{.id = {"s"}, .text = text}; }

} // namespace

class TestAnchor : public Test {
    Q_OBJECT
private slots:
    void rangesOutsideTheTextAreRefused_data() {
        QTest::addColumn<int>("start");
        QTest::addColumn<int>("end");
        QTest::newRow("empty") << 2 << 2;
        QTest::newRow("reversed") << 3 << 2;
        QTest::newRow("past the end") << 2 << 6;
        QTest::newRow("wholly past the end") << 9 << 12;
    }
    void rangesOutsideTheTextAreRefused() {
        QFETCH(int, start);
        QFETCH(int, end);
        QCOMPARE(makeAnchor(sourceOf("a\u00e9\u6c49zz"), std::size_t(start), std::size_t(end)).error().code,
                 ErrorCode::fieldValue);
    }
    void offsetsAreCodePoints_data() {
        QTest::addColumn<QString>("before");
        QTest::newRow("nothing before") << QString();
        QTest::newRow("above U+FFFF before") << QString::fromUtf8("\U0001F600\U0001F600 ");
        QTest::newRow("CR LF before") << "a\r\nb\r\n";
        QTest::newRow("combining marks before") << QString::fromUtf8("e\u0301e\u0301 ");
        QTest::newRow("right-to-left before") << QString::fromUtf8("\u05d0\u05d1 \u202e");
    }
    void offsetsAreCodePoints() {
        QFETCH(QString, before);
        const Source source = sourceOf(before.toStdString() + "50,000 H100s and more");
        const std::size_t start = std::size_t(before.toUcs4().size());
        const Anchor anchor = makeAnchor(source, start, start + 12).value();
        QCOMPARE(anchor.quote, std::string("50,000 H100s"));
        QCOMPARE(anchor.prefix, before.toStdString());
        QCOMPARE(anchor.suffix, std::string(" and more"));
        QVERIFY(isAnchored(source, anchor));
        QCOMPARE(anchorOfQuote(source, "50,000 H100s").value(), anchor);
    }
    void contextIs32CodePoints() {
        const Anchor anchor = anchorOfQuote(sourceOf(std::string(100, 'a') + "X" + std::string(100, 'b')), "X").value();
        QCOMPARE(anchor.prefix, std::string(32, 'a'));
        QCOMPARE(anchor.suffix, std::string(32, 'b'));
    }
    void theOccurrenceIsChosen() {
        const Source source = sourceOf("one two one two");
        QCOMPARE(anchorOfQuote(source, "one", 0)->start, std::size_t(0));
        QCOMPARE(anchorOfQuote(source, "one", 1)->start, std::size_t(8));
        QCOMPARE(anchorOfQuote(source, "one", 2).error().code, ErrorCode::fieldValue);
        QCOMPARE(anchorOfQuote(source, "", 0).error().code, ErrorCode::fieldValue);
    }
    void aChangedTextIsNoticed() {
        const Source source = sourceOf("about 50,000 H100s");
        Anchor anchor = anchorOfQuote(source, "50,000").value();
        QVERIFY(!isAnchored(sourceOf("about 60,000 H100s"), anchor));
        QVERIFY(!isAnchored(sourceOf("short"), anchor));
        anchor.source = SourceId{"other"};
        QVERIFY(!isAnchored(source, anchor));
    }
};

const Registered<TestAnchor> registered("anchor");

} // namespace assay::test

#include "tst_anchor.moc"
