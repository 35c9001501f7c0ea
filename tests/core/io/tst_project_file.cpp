// Project files: what is written reads back equal; what is broken is refused with its place, never a crash.
#include "core/io/project_file.h"

#include "core/base/atomic_file.h"
#include "core/base/hash.h"
#include "tests/core/documents.h"
#include "tests/test.h"

#include <cmath>
#include <filesystem>
#include <fstream>
#include <limits>

namespace assay::test {
namespace {

const std::string header = "{\"format\": \"assay-project\", \"version\": \"1.0\",\n";

/// A project of nothing but its id, with more members.
std::string projectWith(const std::string& members) {
    return header + "\"project\": {\"id\": \"p\"}" + members + "}\n";
}

std::string bytesOf(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

} // namespace

class TestProjectFile : public Test {
    Q_OBJECT
    QTemporaryDir m_dir;
    std::filesystem::path file(const char* name) const {
        return std::filesystem::path(m_dir.path().toStdString()) / name;
    }

private slots:
    void everyFieldReadsBack() {
        const Document document = fullDocument();
        const std::string bytes = writeProject(document);
        const Result<Document> read = readProject(bytes, "f");
        QVERIFY2(read, read ? "" : read.error().place.c_str());
        QVERIFY(*read == document);
        QCOMPARE(writeProject(*read), bytes);
        for (const char* key : {"\"digits\"", "\"hedge\"", "\"polarity\"", "\"replaces\"", "\"leaves_out\"",
                                "\"resolved\"", "\"asOf\"", "\"rank\"", "\"encoding\"", "\"original\"", "\"quiet\""})
            QVERIFY2(bytes.find(key) != std::string::npos, key); // the document does set it
    }
    void randomDocumentsReadBack() {
        for (std::uint32_t seed = 1; seed <= 30; ++seed) {
            const Document document = randomDocument(seed, 20);
            const Result<Document> read = readProject(writeProject(document), "f");
            QVERIFY2(read, read ? "" : read.error().place.c_str());
            QVERIFY(*read == document);
        }
    }
    void theLayoutIsOneFieldALine() {
        Document document;
        document.project = Project{"p", "T", "", 1, {}};
        document.speakers = {Row(Speaker{SpeakerId{"s"}, "S", {"a", "b"}, true, {}})};
        QCOMPARE(
            QString::fromStdString(writeProject(document)),
            QString::fromStdString(
                header
                + "\"project\": {\n  \"id\": \"p\",\n  \"title\": \"T\"\n},\n\"speakers\": [\n  {\n    \"id\": \"s\",\n"
                  "    \"name\": \"S\",\n    \"aliases\": [\"a\", \"b\"]\n  }\n]\n}\n"));
    }
    void aChangedNoteChangesOneLine() {
        Document document = fullDocument();
        const QStringList before = QString::fromStdString(writeProject(document)).split(QLatin1Char('\n'));
        Claim claim = *document.claims[0];
        claim.note = "another";
        document.claims[0] = Row(claim);
        const QStringList after = QString::fromStdString(writeProject(document)).split(QLatin1Char('\n'));
        QCOMPARE(after.size(), before.size());
        int changed = 0;
        for (qsizetype i = 0; i < after.size(); ++i)
            changed += before[i] == after[i] ? 0 : 1;
        QCOMPARE(changed, 1);
    }

    void wrongContentIsRefusedWithItsPlace_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QByteArray>("place");
        const auto row = [](const char* why, const std::string& text, ErrorCode code, const char* place) {
            QTest::newRow(why) << QByteArray::fromStdString(text) << code << QByteArray(place);
        };
        const auto with = projectWith;
        row("a letter", "Dear reader,\n", ErrorCode::notAProject, "f:1:1");
        row("a picture", "\x89PNG\r\n", ErrorCode::notAProject, "f:1:1");
        row("nothing", "", ErrorCode::notAProject, "f:1:1");
        row("damaged JSON of another kind", "{\"a\": 1,}", ErrorCode::notAProject, "f:1:1");
        row("a list", "[]", ErrorCode::notAProject, "f:1:1");
        row("a foreign object", "{\"a\": 1}", ErrorCode::notAProject, "f:1:1");
        row("another format", "{\"format\": \"x\", \"version\": \"1.0\"}", ErrorCode::notAProject, "f:1:1");
        row("format is a number", "{\"format\": 1}", ErrorCode::notAProject, "f:1:1");
        row("no version", "{\"format\": \"assay-project\"}", ErrorCode::fieldMissing, "f:1:1");
        row("version is a number", "{\"format\": \"assay-project\", \"version\": 1.0}", ErrorCode::fieldType, "f:1:40");
        row("version without a point", "{\"format\": \"assay-project\", \"version\": \"1\"}", ErrorCode::fieldValue,
            "f:1:40");
        row("version with three numbers", "{\"format\": \"assay-project\", \"version\": \"1.0.0\"}",
            ErrorCode::fieldValue, "f:1:40");
        row("newer major version", "{\"format\": \"assay-project\", \"version\": \"2.0\"}", ErrorCode::newerMajor,
            "f:1:40");
        row("no project", header + "\"claims\": []}", ErrorCode::fieldMissing, "f:1:1");
        row("unknown key of the document", with(",\n\"claim\": []"), ErrorCode::fieldUnknown, "f:3:1");
        row("unknown key of a row", with(",\n\"speakers\": [{\"id\": \"s\", \"nick\": 1}]"), ErrorCode::fieldUnknown,
            "f:3:26");
        row("row without id", with(",\n\"speakers\": [{}]"), ErrorCode::fieldMissing, "f:3:14");
        row("empty id", with(",\n\"speakers\": [{\"id\": \"\"}]"), ErrorCode::nameEmpty, "f:3:14");
        row("id twice", with(",\n\"speakers\": [{\"id\": \"s\"}, {\"id\": \"s\"}]"), ErrorCode::idTaken, "f:3:27");
        row("text where a list is due", with(",\n\"speakers\": \"s\""), ErrorCode::fieldType, "f:3:13");
        row("number where text is due", with(",\n\"speakers\": [{\"id\": 1}]"), ErrorCode::fieldType, "f:3:21");
        row("null", with(",\n\"speakers\": [{\"id\": null}]"), ErrorCode::fieldType, "f:3:21");
        row("word where a truth value is due", with(",\n\"speakers\": [{\"id\": \"s\", \"resolved\": \"no\"}]"),
            ErrorCode::fieldType, "f:3:38");
        row("unknown word of an enum",
            with(",\n\"links\": [{\"id\": \"l\", \"from\": \"a\", \"to\": \"b\", \"type\": \"copies\"}]"),
            ErrorCode::fieldValue, "f:3:55");
        row("unknown bound", with(",\n\"claims\": [{\"id\": \"c\", \"quantity\": {\"bound\": \"==\"}}]"),
            ErrorCode::fieldValue, "f:3:46");
        row("grade of two letters", with(",\n\"claims\": [{\"id\": \"c\", \"grade\": {\"reliability\": \"AB\"}}]"),
            ErrorCode::fieldValue, "f:3:49");
        row("likelihood that is no band",
            with(",\n\"claims\": [{\"id\": \"c\", \"grade\": {\"likelihood\": \"5-80\"}}]"), ErrorCode::fieldValue,
            "f:3:48");
        row("link of an own type without the type",
            with(",\n\"links\": [{\"id\": \"l\", \"from\": \"a\", \"to\": \"b\", \"own\": \"doubts\"}]"),
            ErrorCode::idDangling, "f:3:11");
        row("claim without mentions", with(",\n\"claims\": [{\"id\": \"c\"}]"), ErrorCode::fieldMissing, "f:3:12");
        row("link to nowhere", with(",\n\"links\": [{\"id\": \"l\", \"from\": \"a\", \"to\": \"b\"}]"),
            ErrorCode::idDangling, "f:3:11");
        row("scenario without its model", with(",\n\"scenarios\": [{\"id\": \"s\", \"model\": \"m\"}]"),
            ErrorCode::idDangling, "f:3:15");
        row("negative seed", header + "\"project\": {\"id\": \"p\", \"seed\": -1}}", ErrorCode::fieldValue, "f:2:32");
        row("seed with a fraction", header + "\"project\": {\"id\": \"p\", \"seed\": 1.5}}", ErrorCode::fieldType,
            "f:2:32");
        row("seed above 64 bits", header + "\"project\": {\"id\": \"p\", \"seed\": 18446744073709551616}}",
            ErrorCode::fieldValue, "f:2:32");
    }
    void wrongContentIsRefusedWithItsPlace() {
        QFETCH(QByteArray, text);
        QFETCH(ErrorCode, code);
        QFETCH(QByteArray, place);
        const Result<Document> document = readProject(text.toStdString(), "f");
        QVERIFY(!document);
        QCOMPARE(document.error().code, code);
        QCOMPARE(QByteArray::fromStdString(document.error().place), place);
    }

    void aNewerMinorVersionKeepsWhatItBrings() {
        const std::string text =
            "{\"format\": \"assay-project\", \"version\": \"1.7\",\n\"project\": {\n  \"id\": \"p\",\n  \"mood\": [1, 2.50]\n},\n"
            "\"speakers\": [\n  {\n    \"id\": \"s\",\n    \"born\": {\"year\": 1900}\n  }\n],\n\"boards\": [\n  \"b\"\n]\n}\n";
        const Result<Document> document = readProject(text, "f");
        QVERIFY(document);
        QCOMPARE(document->project.extra.at("mood"), std::string("[1, 2.50]"));
        QCOMPARE(document->speakers[0]->extra.at("born"), std::string("{\"year\": 1900}"));
        QCOMPARE(QString::fromStdString(writeProject(*document)), QString::fromStdString(text));
        QVERIFY(readProject(writeProject(*document), "f").value() == *document);
    }
    void aNewerMinorVersionStillRefusesUnknownKeysInside() {
        const std::string text = "{\"format\": \"assay-project\", \"version\": \"1.7\", \"project\": {\"id\": \"p\"}, "
                                 "\"claims\": [{\"id\": \"c\", \"grade\": {\"colour\": \"red\"}}]}";
        QCOMPARE(readProject(text, "f").error().code, ErrorCode::fieldUnknown);
    }

    void truncatedAnywhereIsAnErrorOrTheSame() {
        const Document document = fullDocument();
        const std::string bytes = writeProject(document);
        for (std::size_t size = 0; size < bytes.size(); ++size) {
            const Result<Document> read = readProject(std::string_view(bytes).substr(0, size), "f");
            QVERIFY2(!read || *read == document, std::to_string(size).c_str());
            QVERIFY(!read || size + 1 == bytes.size()); // only the last line end can go
        }
    }
    void aFlippedBitIsAnErrorOrAProjectThatReadsBack() {
        const std::string bytes = writeProject(fullDocument());
        for (std::size_t at = 0; at < bytes.size(); ++at) {
            std::string broken = bytes;
            broken[at] = static_cast<char>(broken[at] ^ (1 << (at % 8)));
            const Result<Document> read = readProject(broken, "f");
            if (!read) {
                QVERIFY(read.error().place.starts_with("f"));
                continue;
            }
            const Result<Document> again = readProject(writeProject(*read), "f");
            QVERIFY2(again && *again == *read, std::to_string(at).c_str());
        }
    }

    void savingKeepsTheOldFileBesideTheNew() {
        Document document = fullDocument();
        const std::string first = saveProject(document, file("a.assay"), "").value();
        const std::string old = bytesOf(file("a.assay"));
        QCOMPARE(first, sha256Hex(old));
        document.project.title = "Changed";
        const std::string second = saveProject(document, file("a.assay"), first).value();
        QVERIFY(second != first);
        QCOMPARE(bytesOf(file("a.assay.bak")), old);
        const OpenedProject opened = openProject(file("a.assay")).value();
        QVERIFY(opened.document == document);
        QCOMPARE(opened.sha256, second);
        QVERIFY(!opened.newerMinor);
    }
    void savingNothingNewWritesNothing() {
        const Document document = fullDocument();
        const std::string hash = saveProject(document, file("same.assay"), "").value();
        const auto written = std::filesystem::last_write_time(file("same.assay"));
        QCOMPARE(saveProject(document, file("same.assay"), hash).value(), hash);
        QVERIFY(std::filesystem::last_write_time(file("same.assay")) == written);
        QVERIFY(!std::filesystem::exists(file("same.assay.bak")));
    }
    void aFileChangedBySomebodyElseIsNotOverwritten() {
        Document document = fullDocument();
        const std::string hash = saveProject(document, file("shared.assay"), "").value();
        std::ofstream(file("shared.assay"), std::ios::app) << " ";
        document.project.title = "mine";
        QCOMPARE(saveProject(document, file("shared.assay"), hash).error().code, ErrorCode::changedOnDisk);
        QVERIFY(bytesOf(file("shared.assay")).find("mine") == std::string::npos);
        std::filesystem::remove(file("shared.assay"));
        QCOMPARE(saveProject(document, file("shared.assay"), hash).error().code, ErrorCode::changedOnDisk);
        QVERIFY(saveProject(document, file("shared.assay"), ""));
    }
    void aProjectThatWouldNotReadBackIsNotSaved_data() {
        QTest::addColumn<int>("fault");
        QTest::newRow("not a number") << 0;
        QTest::newRow("infinite") << 1;
        QTest::newRow("low above high") << 2;
        QTest::newRow("text that is no UTF-8") << 3;
        QTest::newRow("a mention of no source") << 4;
    }
    void aProjectThatWouldNotReadBackIsNotSaved() {
        QFETCH(int, fault);
        Document document = fullDocument();
        saveProject(document, file("kept.assay"), "").value();
        const std::string kept = bytesOf(file("kept.assay"));
        Claim claim = *document.claims[0];
        if (fault == 0)
            claim.quantity->value = std::nan("");
        else if (fault == 1)
            claim.quantity->high = std::numeric_limits<double>::infinity();
        else if (fault == 2)
            claim.quantity->low = 1e9;
        else if (fault == 3)
            claim.note = "\xFF";
        else
            claim.mentions[0].anchor.source = SourceId{"gone"};
        document.claims[0] = Row(claim);
        QVERIFY(!saveProject(document, file("kept.assay"), ""));
        QCOMPARE(bytesOf(file("kept.assay")), kept);
    }
    void openingWhatIsNotThereIsAnAccessError() {
        QCOMPARE(openProject(file("missing")).error().code, ErrorCode::cannotRead);
        QCOMPARE(openProject(file("")).error().code, ErrorCode::cannotRead);
    }
};

const Registered<TestProjectFile> registered("project_file");

} // namespace assay::test

#include "tst_project_file.moc"
