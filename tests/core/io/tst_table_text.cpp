// A table and claims as text for the clipboard: nothing becomes a formula or markup, nothing breaks a row.
#include "core/io/table_text.h"

#include "tests/core/documents.h"
#include "tests/test.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

namespace assay::test {

namespace {

TextTable oneCell(const char* text) { return {{"h"}, {{text}}}; }

} // namespace

class TestTableText : public Test {
    Q_OBJECT
private slots:
    void aCellIsNeverAFormula_data() {
        QTest::addColumn<QByteArray>("cell");
        for (const char* cell : {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"})
            QTest::newRow(cell) << QByteArray(cell);
    }
    void aCellIsNeverAFormula() {
        QFETCH(QByteArray, cell);
        const TextTable table = oneCell(cell.constData());
        const auto isSafe = [&](const std::string& text, const std::string& before) {
            const std::size_t at = text.find(before);
            const std::size_t start = at + before.size();
            return at != std::string::npos && std::string("=+-@\t\r").find(text[start]) == std::string::npos;
        };
        QVERIFY(isSafe(tableTsv(table), "h\n"));
        QVERIFY(isSafe(tableHtml(table), "<td>"));
        QVERIFY(isSafe(tableCsv(table), "h\r\n"));
    }
    void tabsAndLinesBreakNoRow() {
        QCOMPARE(tableTsv({{"a", "b"}, {{"one\ttwo", "three\nfour"}}}), std::string("a\tb\none two\tthree four\n"));
        QCOMPARE(tableMarkdown({{"a"}, {{"x|y\nz"}}}), std::string("| a |\n| --- |\n| x\\|y z |\n"));
        QCOMPARE(tableCsv({{"a"}, {{"x,\"y\"\nz"}}}), std::string("a\r\n\"x,\"\"y\"\"\nz\"\r\n"));
    }
    void markupStaysText() {
        const std::string html = tableHtml(oneCell("<script>alert(\"1\")</script>&"));
        QVERIFY(html.find("<script") == std::string::npos);
        QVERIFY(html.find("&lt;script&gt;alert(&quot;1&quot;)") != std::string::npos);
        QVERIFY(html.find("<th>h</th>") != std::string::npos);
    }
    void anEmptyTableHasItsHeaderOnly() {
        QCOMPARE(tableTsv({{"a", "b"}, {}}), std::string("a\tb\n"));
        QCOMPARE(tableMarkdown({{"a", "b"}, {}}), std::string("| a | b |\n| --- | --- |\n"));
    }
    void claimsGoAsTheProjectFileHasThem() {
        const Document document = fullDocument();
        const QJsonArray list =
            QJsonDocument::fromJson(QByteArray::fromStdString(claimsJson({&*document.claims[0], &*document.claims[1]})))
                .array();
        QCOMPARE(list.size(), 2);
        QCOMPARE(list[1].toObject()[u"id"].toString(), QStringLiteral("c2"));
        QVERIFY(list[0].toObject()[u"mentions"].toArray().size() > 0);
        QCOMPARE(claimsJson({}), std::string("[]\n"));
    }
    void aCitationHasClaimWordsSpeakersSourceAndPlace() {
        const Document document = fullDocument();
        const std::string text = citation(document, *document.claims[0]);
        const Mention& mention = document.claims[0]->mentions[0];
        for (const std::string& part :
             {mention.anchor.quote, std::string("DeepSeek"), std::string("a longer work"), std::string("2024-12-27"),
              "characters " + std::to_string(mention.anchor.start + 1) + " to " + std::to_string(mention.anchor.end),
              std::string("https://example.org/a?b=1&c")})
            QVERIFY2(text.find(part) != std::string::npos, (part + " in " + text).c_str());
    }
    void aSourceThatIsGoneIsNamedByItsId() {
        Claim claim = *fullDocument().claims[0];
        const std::string text = citation(Document{}, claim);
        QVERIFY(text.find(claim.mentions[0].anchor.source.value) != std::string::npos);
    }
};

const Registered<TestTableText> registered("table_text");

} // namespace assay::test

#include "tst_table_text.moc"
