// Recovery files: unsaved work survives the end of the process, the user's file is never touched, and what can't be
// read is kept.
#include "ui/store/recovery.h"

#include "core/base/atomic_file.h"
#include "core/document/edit.h"
#include "core/io/project_file.h"
#include "tests/core/base/failing_calls.h"
#include "tests/test.h"
#include "tests/ui/fixture.h"
#include "ui/models/changes_model.h"

#include <QtCore/QTemporaryDir>

#include <csignal>
#include <fstream>
#include <sys/wait.h>
#include <unistd.h>

namespace assay::test {

namespace fs = std::filesystem;

namespace {

void put(const fs::path& path, const std::string& bytes) { std::ofstream(path, std::ios::binary) << bytes; }

Document editedDocument() { return removeClaims(smallDocument(), {{"c1"}}).value(); }

struct Place {
    QTemporaryDir dir;
    fs::path folder{dir.path().toStdString()};
    fs::path project = folder / "p.assay";
    fs::path file = folder / "f.recovery";

    RecoveryPoint point(const Document& document) const {
        return RecoveryPoint{document, project, saveProject(smallDocument(), project, {}).value(),
                             "2025-01-27T10:00:00.000Z"};
    }
};

} // namespace

class TestRecovery : public Test {
    Q_OBJECT
private slots:
    void whatCantBeReadIsKeptAndListed_data() {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray header("{\"format\": \"assay-recovery\", \"path\": \"\"}\n");
        QTest::newRow("empty") << QByteArray("");
        QTest::newRow("cut in the first line") << header.left(10);
        QTest::newRow("no project") << header;
        QTest::newRow("half a project") << header + QByteArray::fromStdString(writeProject(smallDocument())).left(500);
        QTest::newRow("a foreign file") << QByteArray("{\"a\": 1}\n{}");
        QTest::newRow("facts of another type") << QByteArray("[1, 2]\n{}");
        QTest::newRow("no UTF-8") << header + "\xff";
    }
    void whatCantBeReadIsKeptAndListed() {
        QFETCH(QByteArray, bytes);
        const Place place;
        put(place.file, bytes.toStdString());
        const std::vector<Recovered> found = findRecovered(place.folder);
        QCOMPARE(found.size(), std::size_t{1});
        QVERIFY(!found[0].point);
        QVERIFY(found[0].point.error().place.starts_with(place.file.string()));
        QCOMPARE(QByteArray::fromStdString(readFile(place.file).value()), bytes);
    }
    void removingTheAbandonedSparesTheLiving() {
        const Place place;
        const fs::path living = place.folder / "living.recovery";
        for (const fs::path& file : {place.file, living})
            QVERIFY(writeRecovery(file, place.point(editedDocument())));
        const std::unique_ptr<QLockFile> lock = recoveryLock(living);
        put(place.folder / "g.recovery", "no project");
        discardRecovery(place.folder / "g.recovery");
        QCOMPARE(abandonedFiles(place.folder), std::vector{place.file});
        removeAbandoned(place.folder);
        QVERIFY(fs::exists(living) && fs::exists(place.project));
        QVERIFY(!fs::exists(place.file));
        undiscardRecovery(place.folder / "g.recovery"); // gone for good
        QVERIFY(!fs::exists(place.folder / "g.recovery"));
    }
    void whatIsWrittenReadsBack() {
        const Place place;
        const RecoveryPoint point = place.point(editedDocument());
        QVERIFY(writeRecovery(place.file, point));
        const RecoveryPoint read = readRecovery(place.file).value();
        QVERIFY(read.document == point.document);
        QCOMPARE(read.project, point.project);
        QCOMPARE(read.sha256, point.sha256);
        QCOMPARE(read.saved, point.saved);
        QVERIFY((fs::status(place.file).permissions() & fs::perms::others_all) == fs::perms::none);
    }
    void theBaseIsComparedWithTheFileAsItIsNow_data() {
        QTest::addColumn<int>("state");
        QTest::newRow("as it was") << int(BaseState::same);
        QTest::newRow("changed by someone else") << int(BaseState::changed);
        QTest::newRow("gone") << int(BaseState::missing);
        QTest::newRow("never saved") << int(BaseState::none);
    }
    void theBaseIsComparedWithTheFileAsItIsNow() {
        QFETCH(int, state);
        const Place place;
        RecoveryPoint point = place.point(editedDocument());
        if (state == int(BaseState::changed))
            put(place.project, writeProject(removeClaims(smallDocument(), {{"c2"}}).value()));
        else if (state == int(BaseState::missing))
            fs::remove(place.project);
        else if (state == int(BaseState::none))
            point.project.reset();
        QVERIFY(writeRecovery(place.file, point));
        const std::vector<Recovered> found = findRecovered(place.folder);
        QCOMPARE(int(found.at(0).base), state);
        if (state == int(BaseState::same))
            QCOMPARE(summaryOf(found[0].changes), QStringLiteral("1 claim removed"));
        else
            QVERIFY(!found[0].changes.empty());
    }
    void aFileOfALivingProcessIsNotOffered() {
        const Place place;
        QVERIFY(writeRecovery(place.file, place.point(editedDocument())));
        auto lock = recoveryLock(place.file);
        QVERIFY(lock->isLocked());
        QVERIFY(findRecovered(place.folder).empty());
        lock.reset();
        QCOMPARE(findRecovered(place.folder).size(), std::size_t{1});
        removeRecovery(place.file);
        QVERIFY(findRecovered(place.folder).empty());
        QVERIFY(findRecovered(place.folder / "missing").empty());
    }
    void workOnAFileSavedByBothIsOfferedMerged() {
        const Place place;
        const RecoveryPoint point = place.point(editedDocument()); // c1 removed, from the file as it is now
        QVERIFY(writeRecovery(place.file, point));
        const Document theirs = removeClaims(smallDocument(), {{"c2"}}).value();
        QVERIFY(saveProject(theirs, place.project, point.sha256)); // what it was is the .bak now
        const Recovered found = findRecovered(place.folder).at(0);
        QCOMPARE(int(found.base), int(BaseState::changed));
        QVERIFY(found.merged);
        QCOMPARE(found.conflicts, 0);
        QCOMPARE(found.merged->document.claims.size(), smallDocument().claims.size() - 2);
        fs::remove(backupPath(place.project));
        QVERIFY(!findRecovered(place.folder).at(0).merged);
    }
    void whatIsDiscardedComesBackUntilItIsRemoved() {
        const Place place;
        QVERIFY(writeRecovery(place.file, place.point(editedDocument())));
        discardRecovery(place.file);
        QVERIFY(findRecovered(place.folder).empty());
        undiscardRecovery(place.file);
        QCOMPARE(findRecovered(place.folder).size(), std::size_t{1});
        discardRecovery(place.file);
        removeDiscarded(place.folder);
        undiscardRecovery(place.file);
        QVERIFY(findRecovered(place.folder).empty());
    }
    void aFileOfAProcessWithTheSameNumberIsNotReplaced() {
        const Place place;
        const fs::path first = recoveryFile(place.folder, "a");
        QVERIFY(writeRecovery(first, place.point(editedDocument())));
        QVERIFY(recoveryFile(place.folder, "a") != first);
    }
    void aProjectIdIsNeverAPath() {
        const fs::path file = recoveryFile("/safe", "../../etc/passwd");
        QCOMPARE(file.parent_path(), fs::path("/safe"));
        QVERIFY(recoveryFile("/safe", "a") != recoveryFile("/safe", "b"));
    }
    void killedAtEverySystemCallTheWorkBeforeIsThere() {
        const Place place;
        const RecoveryPoint before = place.point(smallDocument());
        const RecoveryPoint after = place.point(editedDocument());
        bool ended = false;
        for (int n = 1; !ended && n < 100; ++n) {
            QVERIFY(writeRecovery(place.file, before, quickCalls()));
            const pid_t child = ::fork();
            QVERIFY(child >= 0);
            if (child == 0) {
                const auto plan = std::make_shared<FaultPlan>(FaultPlan{n, 0, Fails::once});
                plan->strike = [] { ::raise(SIGKILL); };
                static_cast<void>(writeRecovery(place.file, after, failingCalls(plan)));
                ::_exit(0);
            }
            int status = 0;
            ::waitpid(child, &status, 0);
            ended = WIFEXITED(status);
            const std::vector<Recovered> found = findRecovered(place.folder);
            QCOMPARE(found.size(), std::size_t{1});
            const Document& document = found[0].point->document;
            QVERIFY(document == before.document || document == after.document);
        }
        QVERIFY(ended);
    }
    void anyFailingCallLeavesTheRecoveryFileBefore() {
        const Place place;
        const RecoveryPoint before = place.point(smallDocument()), after = place.point(editedDocument());
        bool passed = false;
        for (int n = 1; !passed && n < 100; ++n) {
            QVERIFY(writeRecovery(place.file, before, quickCalls()));
            const auto plan = std::make_shared<FaultPlan>(FaultPlan{n, ENOSPC, Fails::forEver});
            const Result<> written = writeRecovery(place.file, after, failingCalls(plan));
            passed = plan->count < n;
            QVERIFY(!passed || written);
            const Document now = readRecovery(place.file).value().document;
            QVERIFY(now == after.document || (!written && now == before.document));
        }
        QVERIFY(passed);
    }
};

const Registered<TestRecovery> registered("recovery");

} // namespace assay::test

#include "tst_recovery.moc"
