// The text of a source in the window: the right characters in every script, very long texts and lines, layers of marks,
// and what is painted without touching the document.
#include "core/base/utf8.h"
#include "core/document/edit.h"
#include "tests/rows.h"
#include "tests/ui/views/window_desk.h"
#include "ui/views/claim_strip.h"
#include "ui/views/source_margin.h"
#include "ui/views/source_viewer.h"

#include <QtGui/QTextBlock>
#include <QtGui/QTextLayout>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QScrollBar>

namespace assay::test {

namespace {

struct TextDesk {
    QTemporaryDir folder;
    WindowDesk desk{std::filesystem::path(folder.path().toStdString())};

    explicit TextDesk(const std::string& words) {
        desk.bench.session.newProject();
        Document document = newDocument("Test");
        document.sources = {Row(Source{.id = {"s"}, .title = "Source", .text = words})};
        desk.bench.store.reset(document);
        desk.bench.selection.selectSource(SourceId{"s"});
        QCoreApplication::processEvents();
        desk.window.activateWindow();
        text().setFocus();
    }
    SourceText& text() { return desk.window.findChild<SourceViewer*>()->text(); }
    const Document& document() { return desk.bench.store.document(); }
};

/// The words as they stand on screen, selected there.
void selectOnScreen(SourceText& text, const QString& words) {
    const qsizetype at = text.map().display().indexOf(words);
    QVERIFY(at >= 0);
    QTextCursor cursor(text.document());
    cursor.setPosition(static_cast<int>(at));
    cursor.setPosition(static_cast<int>(at + words.size()), QTextCursor::KeepAnchor);
    text.setTextCursor(cursor);
}

/// 5 MB in paragraphs of about 100 characters.
std::string fiveMegabytes() {
    std::string text;
    for (int i = 0; text.size() < 5'000'000; ++i)
        text += "Paragraph " + std::to_string(i)
                + " says that the lab trained on 2,048 chips for about two months, and no more than that.\n";
    return text;
}

/// 5,000 of them, evenly spread, each touching the one before.
std::vector<TextMark> manyMarks(std::size_t length) {
    std::vector<TextMark> marks;
    for (std::size_t i = 0; i < 5'000; ++i) {
        const std::size_t pair = i / 2 * 2; // two that overlap
        const std::size_t start = pair * (length - 100) / 5'000 + (i % 2) * 10;
        marks.push_back(TextMark{start, start + 30, {"c"}, {"m" + std::to_string(i)}, {}});
    }
    return marks;
}

} // namespace

class TestSourceText : public Test {
    Q_OBJECT
private slots:
    void selectedWordsAreAnchoredExactly_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("words");
        addRow("plain", "It cost $5.6 million.", "$5.6 million");
        addRow("behind emoji",
               "\U0001F433\U0001F468\u200D\U0001F469\u200D\U0001F467 cost \U0001F433$5.6 million\U0001F433",
               "$5.6 million");
        addRow("emoji themselves", "a \U0001F433\U0001F433 z", "\U0001F433\U0001F433");
        addRow("Arabic",
               "\u0643\u0644\u0641 \u0627\u0644\u062A\u062F\u0631\u064A\u0628 5.6 "
               "\u0645\u0644\u064A\u0648\u0646 \u062F\u0648\u0644\u0627\u0631 \u0641\u0642\u0637",
               "5.6 \u0645\u0644\u064A\u0648\u0646 \u062F\u0648\u0644\u0627\u0631");
        addRow("Hebrew beside Latin", "\u05E2\u05DC\u05D4 H800 \u05E9\u05DC 2,048 \u05E9\u05D1\u05D1\u05D9\u05DD abc",
               "2,048 \u05E9\u05D1\u05D1\u05D9\u05DD");
        addRow("Korean", "\uC57D 5\uB9CC \uAC1C\uC758 H100\uC744 \uBCF4\uC720\uD588\uB2E4.", "5\uB9CC \uAC1C");
        addRow("Korean jamo", "\u1112\u1161\u11AB 5\uB9CC", "5\uB9CC");
        addRow("Chinese", "\u5B83\u6709\u7EA6\u4E94\u4E07\u5F20H100\u663E\u5361\u3002", "\u4E94\u4E07\u5F20H100");
        addRow("Chinese beyond the first plane", "\U00020000\U00020001\u5B83\u6709\u4E94\u4E07\u5F20",
               "\u4E94\u4E07\u5F20");
        addRow("Japanese", "\u7D04600\u4E07\u30C9\u30EB\u3067\u3057\u305F\u3002", "600\u4E07\u30C9\u30EB");
        addRow("curly quotes", "He said \u201Cwe have \u201850,000\u2019 of them\u201D.", "\u201850,000\u2019");
        addRow("no-break spaces", "It has 50\u00A0000\u202FH100\u00A0GPUs.", "50\u00A0000\u202FH100\u00A0GPUs");
        addRow("CR LF before", "one\r\n\r\ntwo\r\nIt cost $5.6 million.\r\n", "$5.6 million");
        addRow("combining marks", "Cafe\u0301 paid \u20AC5 for Cafe\u0301s", "\u20AC5");
    }
    void selectedWordsAreAnchoredExactly() {
        QFETCH(QString, text);
        QFETCH(QString, words);
        TextDesk desk(text.toStdString());
        selectOnScreen(desk.text(), words);
        QTest::keyClick(&desk.text(), Qt::Key_N);
        auto* strip = desk.desk.window.findChild<ClaimStrip*>();
        QVERIFY(strip->isVisible());
        const auto fill = [&](const char* name, const char* value) {
            strip->findChild<QComboBox*>(QLatin1String(name))->setEditText(QLatin1String(value));
        };
        fill("stripAttribute", "thing");
        fill("stripSubject", "It");
        desk.desk.find<QLineEdit>("stripQuantity")->clear();
        QTest::keyClick(desk.desk.find<QLineEdit>("stripQuantity"), Qt::Key_Return);
        QCOMPARE(desk.document().claims.size(), std::size_t(1));
        const Mention& mention = desk.document().claims.front()->mentions.front();
        QCOMPARE(QString::fromStdString(mention.anchor.quote), words);
        QVERIFY(isAnchored(*desk.document().sources.front(), mention.anchor));
        // and back: the mark in the window covers the same words
        desk.text().setFocus();
        QTextCursor cursor = desk.text().textCursor();
        cursor.clearSelection();
        desk.text().setTextCursor(cursor);
        desk.text().select(TextRange{mention.anchor.start, mention.anchor.end});
        const auto range = desk.text().selectedRange();
        QVERIFY(range);
        QCOMPARE(range->start, mention.anchor.start);
        QCOMPARE(range->end, mention.anchor.end);
        QSignalSpy clicks(&desk.text(), &SourceText::markClicked);
        cursor.clearSelection();
        desk.text().setTextCursor(cursor);
        const std::size_t middle = (mention.anchor.start + mention.anchor.end) / 2;
        const QRect there = desk.text().rectOf(TextRange{middle, middle});
        QTest::mouseClick(desk.text().viewport(), Qt::LeftButton, {}, there.center());
        QCOMPARE(clicks.count(), 1);
    }
    void aHugeTextWithThousandsOfMarksIsShownWithoutTouchingIt() {
        const std::string words = fiveMegabytes();
        SourceText text;
        text.resize(420, 300);
        text.show();
        text.setText(words);
        const std::vector<TextMark> marks = manyMarks(codePointCount(words));
        text.setMarks(marks);
        text.setCurrent(MentionId{"m4000"});
        text.showMention({"m4000"});
        const QRect place = text.rectOf(TextRange{marks[4000].start, marks[4000].start});
        QVERIFY(text.viewport()->rect().intersects(place));
        QCOMPARE(text.extraSelections().size(), 1); // never one a mark
        QVERIFY(!text.document()->isModified());
        QVERIFY(!text.document()->isUndoAvailable());
        const QTextBlock block = text.document()->findBlock(text.map().position(marks[4000].start));
        QVERIFY(!block.layout()->formats().isEmpty());
        QVERIFY(block.charFormat().background().style() == Qt::NoBrush); // formats of the layout, not of the text
        const int before = text.verticalScrollBar()->value();
        QTest::keyClick(&text, Qt::Key_PageUp);
        QVERIFY(text.verticalScrollBar()->value() < before);
        QVERIFY(text.neighbour(1)->mention == MentionId{"m4001"});
        QVERIFY(text.neighbour(-1)->mention == MentionId{"m3999"});
    }
    void aVeryLongLineIsWrappedOnScreenAlone() {
        std::string line;
        while (line.size() < 40'000)
            line += "cost " + std::to_string(line.size()) + " USD ";
        line += "LAST $5.6 million";
        TextDesk desk(line);
        QVERIFY(desk.text().document()->blockCount() > 5);
        QCOMPARE(desk.document().sources.front()->text, line);
        selectOnScreen(desk.text(), QStringLiteral("$5.6 million"));
        const auto range = desk.text().selectedRange();
        QVERIFY(range);
        QCOMPARE(std::string(codePoints(line, range->start, range->end)), std::string("$5.6 million"));
        QCOMPARE(range->end, codePointCount(line));
    }
    void overlappingMarksHaveUnderlinesOfTheirOwn() {
        SourceText text;
        text.resize(600, 200);
        text.show();
        text.setText("MMMMMMMMMMMMMMMMMMMMMMMMMMMMMM");
        const auto rowsOfUnderline = [&](const std::vector<TextMark>& marks, std::size_t at) {
            text.setMarks(marks);
            QCoreApplication::processEvents();
            const QImage image = text.viewport()->grab().toImage();
            const QRect place = text.rectOf(TextRange{at, at + 1});
            const QColor wanted = markColors(text.palette()).underline;
            int rows = 0;
            for (int y = place.top(); y < std::min(place.bottom() + 8, image.height()); ++y)
                rows += QColor(image.pixel(place.center().x(), y)) == wanted ? 1 : 0;
            return rows;
        };
        const TextMark first{2, 20, {"c1"}, {"m1"}, {}}, second{5, 12, {"c2"}, {"m2"}, {}};
        const int one = rowsOfUnderline({first}, 8);
        QVERIFY(one > 0);
        QVERIFY(rowsOfUnderline({first, second}, 8) > one);
        QCOMPARE(rowsOfUnderline({first, second}, 16), one);
    }
    void quietWordsAreGreyAndOfferNothing() {
        Document document = newDocument("Test");
        document.sources = {
            Row(Source{.id = {"s"}, .title = "Source", .quiet = {{0, 11}}, .text = "5 GPUs left\nIt had 6 GPUs"})};
        TextDesk desk("x");
        desk.desk.bench.store.reset(document);
        desk.desk.bench.selection.selectSource(SourceId{"s"});
        QVERIFY(!desk.text().document()->firstBlock().layout()->formats().isEmpty());
        QTest::keyClick(&desk.text(), Qt::Key_G);
        QTest::keyClick(&desk.text(), Qt::Key_G); // round to itself
        QTest::keyClick(&desk.text(), Qt::Key_X);
        QVERIFY((desk.document().sources.front()->dismissed == std::vector<TextRange>{{19, 25}}));
    }
};

const Registered<TestSourceText> registered("source_text");

} // namespace assay::test

#include "tst_source_text.moc"
