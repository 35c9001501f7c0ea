// Exporters: every mention is there, numbers stay numbers, and no text of the project can act in the reader's program.
#include "core/io/csv.h"
#include "core/io/exporter.h"
#include "core/io/project_file.h"
#include "tests/core/documents.h"
#include "tests/test.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

namespace assay::test {
namespace {

const std::string nasty = "=cmd()|<b>&\"'</script>, \n\\{}_*";

std::string exported(const Document& document, std::string_view id) {
    for (const Exporter& exporter : exporters())
        if (exporter.id == id)
            return exporter.write(document);
    return {};
}

QJsonObject parsed(const Document& document, std::string_view id) {
    return QJsonDocument::fromJson(QByteArray::fromStdString(exported(document, id))).object();
}

/// RFC 4180, for reading back.
std::vector<std::vector<std::string>> readCsv(const std::string& text) {
    std::vector<std::vector<std::string>> rows;
    std::vector<std::string> row(1);
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quoted && c == '"' && i + 1 < text.size() && text[i + 1] == '"')
            row.back() += text[i++];
        else if (c == '"')
            quoted = !quoted;
        else if (!quoted && c == ',')
            row.emplace_back();
        else if (!quoted && c == '\n')
            rows.push_back(std::exchange(row, std::vector<std::string>(1)));
        else if (quoted || c != '\r')
            row.back() += c;
    }
    return rows;
}

Document nastyDocument() {
    Document document = fullDocument();
    document.project.title = nasty;
    Claim claim = *document.claims[0];
    claim.subject = claim.statement = claim.note = claim.scope = claim.mentions[0].anchor.quote = claim.quantity->text =
        nasty;
    document.claims[0] = Row(claim);
    Source source = *document.sources[1];
    source.title = source.publisher = source.url = source.note = source.digestOf = nasty;
    document.sources[1] = Row(source);
    Speaker speaker = *document.speakers[0];
    speaker.name = nasty;
    document.speakers[0] = Row(speaker);
    return document;
}

} // namespace

class TestExport : public Test {
    Q_OBJECT
private slots:
    void aTextCellNeverBecomesAFormula_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("cell");
        QTest::newRow("equals") << QByteArray("=1+1") << QByteArray("'=1+1");
        QTest::newRow("plus") << QByteArray("+1") << QByteArray("'+1");
        QTest::newRow("minus") << QByteArray("-1") << QByteArray("'-1");
        QTest::newRow("at") << QByteArray("@SUM(A1)") << QByteArray("'@SUM(A1)");
        QTest::newRow("tab") << QByteArray("\t=1") << QByteArray("\"'\t=1\"");
        QTest::newRow("carriage return") << QByteArray("\r=1") << QByteArray("\"'\r=1\"");
        QTest::newRow("quotes") << QByteArray("a \"b\"") << QByteArray("\"a \"\"b\"\"\"");
        QTest::newRow("comma") << QByteArray("a,b") << QByteArray("\"a,b\"");
        QTest::newRow("line end") << QByteArray("a\nb") << QByteArray("\"a\nb\"");
        QTest::newRow("plain") << QByteArray("a b") << QByteArray("a b");
    }
    void aTextCellNeverBecomesAFormula() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, cell);
        QCOMPARE(QByteArray::fromStdString(csvText(text.toStdString())), cell);
    }
    void csvHasARowForEachMentionWithNumbersAsNumbers() {
        const auto rows = readCsv(exported(fullDocument(), "csv"));
        QCOMPARE(rows.size(), std::size_t(3));
        std::map<std::string, std::string> first;
        for (std::size_t i = 0; i < rows[0].size(); ++i)
            first[rows[0][i]] = rows[1].at(i);
        QCOMPARE(first["value"], std::string("5600000"));
        QCOMPARE(first["low"], std::string("5550000"));
        QCOMPARE(first["bound"], std::string("~"));
        QCOMPARE(first["originator"], std::string("DeepSeek"));
        QCOMPARE(first["chain"], std::string("DeepSeek, written DeepSeek-AI (party) > industry insiders (relay)"));
        QCOMPARE(first["title"], std::string("Digest by Assay of a longer work"));
        QCOMPARE(first["quote"], std::string("$5.6 million"));
        QCOMPARE(first["polarity"], std::string("denies"));
    }
    void csvSurvivesNastyTexts() {
        const auto rows = readCsv(exported(nastyDocument(), "csv"));
        QCOMPARE(rows.size(), std::size_t(3));
        QCOMPARE(rows[1].size(), rows[0].size());
        QCOMPARE(rows[1][1], "'" + nasty);
    }
    void jsonIsTheProjectItself() {
        QVERIFY(readProject(exported(nastyDocument(), "json"), "f").value() == nastyDocument());
    }
    void reportsSayWhetherAClaimIsVerified() {
        QVERIFY(exported(nastyDocument(), "html").find("<dt>Verified</dt>") != std::string::npos);
        QVERIFY(exported(nastyDocument(), "md").find("- Verified: ") != std::string::npos);
    }
    void htmlEscapesEveryText() {
        const std::string page = exported(nastyDocument(), "html");
        QVERIFY(page.find("<b>") == std::string::npos);
        QVERIFY(page.find("</script>") == std::string::npos);
        QVERIFY(page.find("&lt;b&gt;&amp;&quot;&#39;") != std::string::npos);
        QVERIFY(page.find("src=") == std::string::npos);
        QVERIFY(page.find("href=") == std::string::npos);
    }
    void markdownEscapesEveryText() {
        const std::string text = exported(nastyDocument(), "md");
        QVERIFY(text.find("<b>") == std::string::npos);
        QVERIFY(text.find("\\<b\\>") != std::string::npos);
        for (const std::string& line : {std::string("\n# "), std::string("\n## Claims\n"), std::string("\n> ")})
            QVERIFY2(("\n" + text).find(line) != std::string::npos, line.c_str());
        QVERIFY(text.find("Digest by Assay of ") != std::string::npos);
    }
    void bibtexHasEverySourceWithBalancedBraces() {
        const std::string text = exported(nastyDocument(), "bibtex");
        QCOMPARE(std::count(text.begin(), text.end(), '@') >= 2, true);
        int depth = 0;
        for (std::size_t i = 0; i < text.size(); ++i) {
            if (text[i] == '\\' && (text[i + 1] == '{' || text[i + 1] == '}'))
                ++i;
            else
                depth += text[i] == '{' ? 1 : text[i] == '}' ? -1 : 0;
            QVERIFY(depth >= 0);
        }
        QCOMPARE(depth, 0);
    }
    void jsonLdIsJsonThatNoTextCanBreakOutOf_data() {
        QTest::addColumn<QByteArray>("id");
        QTest::newRow("claimreview") << QByteArray("claimreview");
        QTest::newRow("annotations") << QByteArray("annotations");
    }
    void jsonLdIsJsonThatNoTextCanBreakOutOf() {
        QFETCH(QByteArray, id);
        const std::string text = exported(nastyDocument(), id.toStdString());
        QVERIFY(text.find("</") == std::string::npos);
        QJsonParseError error;
        const QJsonDocument json = QJsonDocument::fromJson(QByteArray::fromStdString(text), &error);
        QVERIFY2(json.isObject(), qPrintable(error.errorString()));
        QVERIFY(text.find("=cmd()") != std::string::npos); // text stays as it is: nothing runs JSON
    }
    void claimReviewHasOneReviewAClaimWithItsFirstAppearance() {
        const Document document = fullDocument();
        const QJsonArray reviews = parsed(document, "claimreview")[QLatin1String("@graph")].toArray();
        QCOMPARE(static_cast<std::size_t>(reviews.size()), document.claims.size());
        const QJsonObject review = reviews[0].toObject();
        QCOMPARE(review[QLatin1String("@type")].toString(), QStringLiteral("ClaimReview"));
        QCOMPARE(review[QLatin1String("claimReviewed")].toString().toStdString(), document.claims[0]->statement);
        const QJsonObject item = review[QLatin1String("itemReviewed")].toObject();
        QCOMPARE(item[QLatin1String("firstAppearance")].toObject()[QLatin1String("datePublished")].toString(),
                 QStringLiteral("2024-12-27"));
        QVERIFY(item[QLatin1String("abstract")].toString().contains(QStringLiteral("5.6 million")));
        QVERIFY(review[QLatin1String("reviewRating")].toObject().contains(QLatin1String("alternateName")));
    }
    void annotationsPointAtWhatTheyWereReadIn() {
        Document document = fullDocument();
        const auto source = [&] {
            const QJsonArray items = parsed(document, "annotations")[QLatin1String("items")].toArray();
            return items.at(0).toObject()[QLatin1String("target")].toObject();
        };
        QVERIFY(source()[QLatin1String("source")].toString().startsWith(QStringLiteral("urn:assay:"))); // a digest
        Source paper = *document.sources[1];
        paper.digestOf.clear();
        document.sources[1] = Row(paper);
        QCOMPARE(source()[QLatin1String("source")].toString(), QStringLiteral("https://example.org/a?b=1&c"));
        const QJsonArray selectors = source()[QLatin1String("selector")].toArray();
        const Anchor& anchor = document.claims[0]->mentions[0].anchor;
        QCOMPARE(selectors[0].toObject()[QLatin1String("exact")].toString().toStdString(), anchor.quote);
        QCOMPARE(selectors[1].toObject()[QLatin1String("start")].toInt(), static_cast<int>(anchor.start));
        QCOMPARE(source()[QLatin1String("state")].toObject()[QLatin1String("sourceDate")].toString(),
                 QStringLiteral("2025-01-30"));
    }
    void everyExporterTakesEveryDocument() {
        for (const Exporter& exporter : exporters()) {
            QVERIFY2(!exporter.id.empty() && !exporter.extension.empty(), exporter.id.data());
            for (std::uint32_t seed = 0; seed < 5; ++seed)
                static_cast<void>(exporter.write(randomDocument(seed, 10)).size());
            static_cast<void>(exporter.write(Document{}).size());
        }
    }
};

const Registered<TestExport> registered("export");

} // namespace assay::test

#include "tst_export.moc"
