// What another program reads out of an export: the same numbers, words, places and facts that went in.
#include "core/base/utf8.h"
#include "core/io/exporter.h"
#include "core/io/model_file.h"
#include "core/io/project_file.h"
#include "tests/core/documents.h"
#include "tests/test.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

#include <charconv>
#include <map>

namespace assay::test {
namespace {

const Document& sample() {
    static const Document document = readProject(sampleProject(), "sample").value();
    return document;
}

std::string exported(const Document& document, std::string_view id) {
    for (const Exporter& exporter : exporters())
        if (exporter.id == id)
            return exporter.write(document);
    return {};
}

QJsonArray listIn(const std::string& json, const char* key) {
    return QJsonDocument::fromJson(QByteArray::fromStdString(json)).object()[QLatin1String(key)].toArray();
}

/// Rows of RFC 4180 by column name; the sign against formulas taken off.
std::vector<std::map<std::string, std::string>> csvRows(const std::string& text) {
    std::vector<std::vector<std::string>> cells(1, std::vector<std::string>(1));
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quoted && c == '"' && i + 1 < text.size() && text[i + 1] == '"')
            cells.back().back() += text[i++];
        else if (c == '"')
            quoted = !quoted;
        else if (!quoted && c == ',')
            cells.back().emplace_back();
        else if (!quoted && c == '\n')
            cells.emplace_back(1);
        else if (quoted || c != '\r')
            cells.back().back() += c;
    }
    std::vector<std::map<std::string, std::string>> rows;
    for (std::size_t i = 1; i + 1 < cells.size(); ++i) {
        rows.emplace_back();
        for (std::size_t j = 0; j < cells[0].size(); ++j)
            rows.back()[cells[0][j]] = cells[i].at(j);
    }
    return rows;
}

std::optional<double> numberIn(const std::string& cell) {
    double number = 0;
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), number);
    return error == std::errc() && end == cell.data() + cell.size() ? std::optional(number) : std::nullopt;
}

/// TeX text as read back: what escaped() did, undone.
std::string withoutTex(std::string text) {
    for (const auto& [tex, plain] : std::initializer_list<std::pair<std::string, std::string>>{
             {"\\textbackslash{}", "\x01"}, {"\\textasciitilde{}", "~"}, {"\\textasciicircum{}", "^"}})
        for (std::size_t at = text.find(tex); at != std::string::npos; at = text.find(tex, at))
            text.replace(at, tex.size(), plain);
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i)
        if (text[i] != '\\' || i + 1 == text.size())
            result += text[i] == '\x01' ? '\\' : text[i];
    return result;
}

/// Entries of a .bib by key, their fields as they stand between the outer braces.
std::map<std::string, std::map<std::string, std::string>> bibEntries(const std::string& text) {
    std::map<std::string, std::map<std::string, std::string>> entries;
    std::string key;
    for (std::size_t at = 0, end = 0; at < text.size(); at = end + 1) {
        end = std::min(text.find('\n', at), text.size());
        const std::string line = text.substr(at, end - at);
        if (line.starts_with("@misc{"))
            key = line.substr(6, line.find(',') == std::string::npos ? std::string::npos : line.find(',') - 6);
        const std::size_t mark = line.find(" = {");
        if (mark != std::string::npos)
            entries[key][line.substr(2, mark - 2)] = line.substr(mark + 4, line.rfind('}') - mark - 4);
    }
    return entries;
}

std::vector<std::string> authorsIn(std::string field) {
    std::vector<std::string> authors;
    for (std::size_t at = 0; !field.empty(); at = 0) {
        std::size_t end = field.find(" and ");
        if (field[0] == '{') {
            at = 1;
            end = field.find("} and ");
            end = end == std::string::npos ? field.size() - 1 : end;
        }
        authors.push_back(withoutTex(field.substr(at, end == std::string::npos ? end : end - at)));
        const std::size_t next = end == std::string::npos ? field.size() : end + (at == 1 ? 6 : 5);
        field = next < field.size() ? field.substr(next) : std::string();
    }
    return authors;
}

std::string inOneLine(std::string text) {
    std::replace(text.begin(), text.end(), '\n', ' ');
    return text;
}

} // namespace

class TestExportReadBack : public Test {
    Q_OBJECT
private slots:
    void csvNumbersAreTheClaimsNumbers() {
        const auto rows = csvRows(exported(sample(), "csv"));
        std::size_t mentions = 0, numbers = 0;
        for (const Row<Claim>& claim : sample().claims)
            for (const Mention& mention : claim->mentions) {
                const auto& row = rows.at(mentions++);
                QCOMPARE(row.at("mention"), mention.id.value);
                QCOMPARE(row.at("quote") == mention.anchor.quote || row.at("quote") == "'" + mention.anchor.quote,
                         true);
                QCOMPARE(numberIn(row.at("start")), std::optional(static_cast<double>(mention.anchor.start)));
                if (!claim->quantity)
                    continue;
                for (const auto& [cell, value] : {std::pair{"value", claim->quantity->value},
                                                  {"low", claim->quantity->low},
                                                  {"high", claim->quantity->high}}) {
                    QCOMPARE(value ? numberIn(row.at(cell)) : std::nullopt, value);
                    QVERIFY(value || row.at(cell).empty());
                    numbers += value ? 1 : 0;
                }
            }
        QCOMPARE(rows.size(), mentions);
        QVERIFY(numbers > 100);
    }
    void csvHasEachScaleOfAGradeInItsColumn() {
        const auto row = csvRows(exported(fullDocument(), "csv")).at(0);
        QCOMPARE(row.at("grade"), std::string("B3"));
        QCOMPARE(row.at("likelihood"), std::string("55-80 %"));
        QCOMPARE(row.at("confidence"), std::string("moderate"));
        QCOMPARE(row.at("level"), std::string("inferential"));
        QCOMPARE(row.at("chain"), std::string("DeepSeek, written DeepSeek-AI (party) > industry insiders (relay)"));
        QCOMPARE(csvRows(exported(fullDocument(), "csv")).at(1).at("grade"), std::string());
    }
    void selectorsResolveOnOurText() {
        int resolved = 0;
        std::map<std::string, const Mention*> mentions;
        for (const Row<Claim>& claim : sample().claims)
            for (const Mention& mention : claim->mentions)
                mentions["urn:assay:" + sample().project.id + ":mention:" + mention.id.value] = &mention;
        for (const QJsonValue& item : listIn(exported(sample(), "annotations"), "items")) {
            const QJsonObject annotation = item.toObject();
            const Mention* mention = mentions.at(annotation[QLatin1String("id")].toString().toStdString());
            const QJsonArray selectors =
                annotation[QLatin1String("target")].toObject()[QLatin1String("selector")].toArray();
            const std::u32string text = toUtf32(find(sample().sources, mention->anchor.source)->text);
            const QJsonObject quote = selectors[0].toObject(), position = selectors[1].toObject();
            const auto start = static_cast<std::size_t>(position[QLatin1String("start")].toInt());
            const auto end = static_cast<std::size_t>(position[QLatin1String("end")].toInt());
            const auto part = [&](std::size_t from, std::size_t to) {
                return QString::fromStdString(toUtf8(text.substr(from, to - from)));
            };
            QCOMPARE(part(start, end), quote[QLatin1String("exact")].toString());
            const QString prefix = quote[QLatin1String("prefix")].toString();
            const QString suffix = quote[QLatin1String("suffix")].toString();
            QVERIFY(part(0, start).endsWith(prefix));
            QVERIFY(part(end, text.size()).startsWith(suffix));
            ++resolved;
        }
        QCOMPARE(static_cast<std::size_t>(resolved), mentions.size());
        QVERIFY(resolved > 100);
    }
    void bibtexGivesTheFactsOfEverySourceAgain() {
        Document document = sample();
        Source odd = *document.sources.front();
        odd.id = {"odd"};
        odd.title = "50 % of {A} & B_1 #2 ~ ^ \\ $5";
        odd.digestOf.clear();
        odd.authors = {"Lee, Kim and Sons", "Ann Other", "A & B"};
        document.sources.push_back(Row(odd));
        const auto entries = bibEntries(exported(document, "bibtex"));
        QCOMPARE(entries.size(), document.sources.size());
        for (const Row<Source>& source : document.sources) {
            auto fields = entries.at(source->id.value);
            QCOMPARE(withoutTex(fields["title"]),
                     inOneLine(source->digestOf.empty() ? source->title : "Digest by Assay of " + source->digestOf));
            QCOMPARE(withoutTex(fields["publisher"]), inOneLine(source->publisher));
            QCOMPARE(withoutTex(fields["date"]), source->published);
            QCOMPARE(withoutTex(fields["urldate"]), source->accessed);
            QCOMPARE(withoutTex(fields["url"]), source->url);
            QCOMPARE(withoutTex(fields["langid"]), source->language);
            QCOMPARE(withoutTex(fields["note"]), inOneLine(source->note));
            QCOMPARE(authorsIn(fields["author"]), source->authors);
        }
    }
    void reportsHoldEveryQuoteAndEveryAlarm_data() {
        QTest::addColumn<QByteArray>("format");
        QTest::newRow("Markdown") << QByteArray("md");
        QTest::newRow("HTML") << QByteArray("html");
    }
    void reportsHoldEveryQuoteAndEveryAlarm() {
        QFETCH(QByteArray, format);
        const QString report = QString::fromStdString(readBack(format.toStdString())).simplified();
        for (const Row<Claim>& claim : sample().claims)
            for (const Mention& mention : claim->mentions)
                QVERIFY2(report.contains(QString::fromStdString(mention.anchor.quote).simplified()),
                         mention.id.value.c_str());
        QVERIFY(report.contains(QStringLiteral("error, currency-slip")));
        QVERIFY(report.contains(QStringLiteral("lead back to 1 originator, Alexandr Wang")));
    }
    void claimReviewTellsPeopleFromFirms() {
        Document document = fullDocument();
        Speaker speaker = *document.speakers[0];
        const auto author = [&] {
            document.speakers[0] = Row(speaker);
            return listIn(exported(document, "claimreview"), "@graph")[0]
                .toObject()[QLatin1String("itemReviewed")]
                .toObject()[QLatin1String("author")]
                .toObject()[QLatin1String("@type")]
                .toString();
        };
        QCOMPARE(author(), QStringLiteral("Organization"));
        speaker.kind = SpeakerKind::person;
        QCOMPARE(author(), QStringLiteral("Person"));
        speaker.kind = SpeakerKind::unknown;
        QCOMPARE(author(), QStringLiteral("Thing"));
    }

private:
    /// The text of a report as a reader has it: markup taken off.
    static std::string readBack(const std::string& format) {
        const std::string report = exported(sample(), format);
        if (format == "md") {
            std::string plain;
            for (std::size_t i = 0; i < report.size(); ++i)
                if (report[i] != '\\' || ++i < report.size())
                    plain += report[i];
            return plain;
        }
        std::string plain;
        bool inTag = false;
        for (const char c : report) {
            inTag = c == '<' || (inTag && c != '>');
            if (!inTag)
                plain += c == '>' ? ' ' : c;
        }
        for (const auto& [entity, c] : std::initializer_list<std::pair<std::string, std::string>>{
                 {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&amp;", "&"}})
            for (std::size_t at = plain.find(entity); at != std::string::npos; at = plain.find(entity, at + 1))
                plain.replace(at, entity.size(), c);
        return plain;
    }
};

const Registered<TestExportReadBack> registered("export_read_back");

} // namespace assay::test

#include "tst_export_read_back.moc"
