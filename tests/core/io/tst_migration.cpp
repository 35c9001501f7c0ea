// Old project files: a made-up version 0 proves the machinery; every released version has a kept file that opens.
#include "core/io/migration.h"

#include "core/base/atomic_file.h"
#include "core/io/project_file.h"
#include "tests/core/documents.h"
#include "tests/paths.h"
#include "tests/test.h"

#include <filesystem>
#include <fstream>

namespace assay::test {
namespace {

namespace fs = std::filesystem;

/// Version 0, never released: claims called their statement "words", and the seed stood beside the project.
JsonValue fromZero(JsonValue root) {
    auto& document = std::get<JsonObject>(root.data);
    if (JsonValue* claims = findMember(document, "claims"))
        for (JsonValue& claim : std::get<JsonArray>(claims->data))
            for (JsonMember& member : std::get<JsonObject>(claim.data))
                if (member.key == "words")
                    member.key = "statement";
    const auto seed = std::find_if(document.begin(), document.end(), [](auto& member) { return member.key == "seed"; });
    if (seed != document.end()) {
        JsonMember moved = std::move(*seed);
        document.erase(seed);
        std::get<JsonObject>(findMember(document, "project")->data).push_back(std::move(moved));
    }
    return root;
}

constexpr Migration zeroToOne[] = {{0, fromZero}};

/// fullDocument() as version 0 would have written it.
std::string zeroFile() {
    QString text = QString::fromStdString(writeProject(fullDocument()));
    text.replace(QStringLiteral("\"version\": \"1.0\""), QStringLiteral("\"version\": \"0.3\""));
    text.replace(QStringLiteral("\"statement\":"), QStringLiteral("\"words\":"));
    text.replace(QStringLiteral(",\n  \"seed\": 18446744073709551615\n}"),
                 QStringLiteral("\n},\n\"seed\": 18446744073709551615"));
    return text.toStdString();
}

} // namespace

class TestMigration : public Test {
    Q_OBJECT
private slots:
    void aVersionWithoutStepsIsRefused() {
        const Error error = readProject(zeroFile(), "f").error();
        QCOMPARE(error.code, ErrorCode::fieldValue);
        QCOMPARE(error.place, std::string("f:1:40"));
        QVERIFY(!canMigrate(0, 2, zeroToOne));
        QVERIFY(!canMigrate(2, 1, zeroToOne));
        QVERIFY(canMigrate(1, 1, zeroToOne));
    }
    void anUnknownKeyOfAnOldFileIsRefused() {
        std::string text = zeroFile();
        text.replace(text.find("\"words\""), 7, "\"wards\"");
        QCOMPARE(readProject(text, "f", zeroToOne).error().code, ErrorCode::fieldUnknown);
    }
    void versionZeroBecomesVersionOne() {
        const Result<Document> document = readProject(zeroFile(), "f", zeroToOne);
        QVERIFY2(document, document ? "" : document.error().place.c_str());
        QVERIFY(*document == fullDocument());
        QCOMPARE(writeProject(*document), writeProject(fullDocument()));
    }
    void openingAnOldFileChangesNothingAndSavingKeepsItAsBackup() {
        QTemporaryDir dir;
        const fs::path path = fs::path(dir.path().toStdString()) / "old.assay";
        std::ofstream(path, std::ios::binary) << zeroFile();
        const Document document = readProject(readFile(path).value(), "f", zeroToOne).value();
        QCOMPARE(readFile(path).value(), zeroFile());
        QVERIFY(saveProject(document, path, {}));
        QCOMPARE(readFile(backupPath(path)).value(), zeroFile());
        QVERIFY(openProject(path).value().document == fullDocument());
    }
    void everyReleasedVersionHasAKeptFileThatOpens() {
        const fs::path folder(sourcePath(QStringLiteral("tests/data/projects")).toStdString());
        const int current = 1;
        for (int version = migrations().empty() ? current : migrations().front().from; version <= current; ++version) {
            int files = 0;
            for (const auto& entry : fs::directory_iterator(folder / ("v" + std::to_string(version)))) {
                const Result<OpenedProject> opened = openProject(entry.path());
                QVERIFY2(opened, opened ? "" : opened.error().place.c_str());
                QVERIFY(readProject(writeProject(opened->document), "f").value() == opened->document);
                ++files;
            }
            QVERIFY(files > 0);
        }
        QVERIFY(writeProject(Document{}).find("\"version\": \"" + std::to_string(current) + ".") != std::string::npos);
    }
};

const Registered<TestMigration> registered("migration");

} // namespace assay::test

#include "tst_migration.moc"
