// Autosave: edits are in a recovery file within 5 s, kill -9 included; the user's file is never touched; saved or given
// up work leaves nothing behind.
#include "ui/store/autosave.h"

#include "core/base/atomic_file.h"
#include "core/document/edit.h"
#include "tests/test.h"
#include "tests/ui/fixture.h"
#include "tests/ui/scripted_questions.h"

#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>

#include <csignal>
#include <fstream>
#include <random>

namespace assay::test {

namespace fs = std::filesystem;

namespace {

struct Desk {
    explicit Desk(const fs::path& folder_)
        : folder(folder_),
          settings(QString::fromStdString((folder / "settings.ini").string()), QSettings::IniFormat) {}

    fs::path folder;
    QSettings settings;
    ScriptedQuestions questions;
    DocumentStore store;
    RecentFiles recent{settings};
    Session session{store, questions, recent};
    Autosave autosave{store, session, folder / "recovery"};

    bool open() {
        session.open(folder / "p.assay");
        return QTest::qWaitFor([this] { return !session.isBusy(); });
    }
    void rename(const std::string& title) {
        Project project = store.document().project;
        project.title = title;
        QVERIFY(store.apply(QStringLiteral("rename"), setProject(store.document(), project)));
    }
    std::size_t files() const {
        std::size_t count = 0;
        std::error_code none;
        for (const auto& entry : fs::directory_iterator(folder / "recovery", none))
            count += entry.path().extension() == ".recovery" ? 1 : 0;
        return count;
    }
};

fs::path prepare(const QTemporaryDir& dir) {
    const fs::path folder(dir.path().toStdString());
    std::ofstream(folder / "p.assay", std::ios::binary) << writeProject(smallDocument());
    return folder;
}

constexpr int limit = 5000; // ms: the promise

} // namespace

class TestAutosave : public Test {
    Q_OBJECT
private slots:
    void anEditIsKeptWithinFiveSecondsAndTheFileIsNotTouched() {
        QTemporaryDir dir;
        Desk desk(prepare(dir));
        const std::string before = readFile(desk.folder / "p.assay").value();
        QVERIFY(desk.open());
        QSignalSpy written(&desk.autosave, &Autosave::written);
        desk.rename("one");
        QVERIFY(written.wait(limit));
        QCOMPARE(desk.files(), std::size_t{1});
        const RecoveryPoint point = readRecovery(desk.autosave.file()).value();
        QVERIFY(point.document == desk.store.document());
        QCOMPARE(point.sha256, desk.session.sha256());
        QCOMPARE(readFile(desk.folder / "p.assay").value(), before);
    }
    void manyEditsDoNotWait() {
        QTemporaryDir dir;
        Desk desk(prepare(dir));
        QVERIFY(desk.open());
        QSignalSpy written(&desk.autosave, &Autosave::written);
        for (int i = 0; i < 20; ++i)
            desk.rename(std::to_string(i));
        QVERIFY(written.wait(1500));
    }
    void savedWorkLeavesNothingBehind() {
        QTemporaryDir dir;
        Desk desk(prepare(dir));
        QVERIFY(desk.open());
        QSignalSpy written(&desk.autosave, &Autosave::written);
        desk.rename("one");
        QVERIFY(written.wait(limit));
        desk.session.save();
        QTRY_COMPARE(desk.files(), std::size_t{0});
        desk.rename("two");
        QVERIFY(written.wait(limit));
        desk.store.undoStack().undo();
        QTRY_COMPARE_WITH_TIMEOUT(desk.files(), std::size_t{0}, limit);
    }
    void aWindowClosedProperlyLeavesNothingBehind() {
        QTemporaryDir dir;
        const fs::path folder = prepare(dir);
        {
            Desk desk(folder);
            QVERIFY(desk.open());
            QSignalSpy written(&desk.autosave, &Autosave::written);
            desk.rename("one");
            QVERIFY(written.wait(limit));
            desk.questions.saveAnswers = {SaveAnswer::discard};
            QVERIFY(desk.session.mayClose());
        }
        QVERIFY(findRecovered(folder / "recovery").empty());
    }
    void aWindowThatWentWithoutAskingLeavesItsWork() {
        QTemporaryDir dir;
        const fs::path folder = prepare(dir);
        {
            Desk desk(folder);
            QVERIFY(desk.open());
            QSignalSpy written(&desk.autosave, &Autosave::written);
            desk.rename("one");
            QVERIFY(written.wait(limit));
        }
        const std::vector<Recovered> found = findRecovered(folder / "recovery");
        QCOMPARE(found.size(), std::size_t{1});
        QCOMPARE(found[0].point->document.project.title, std::string("one"));
    }
    void aFolderThatCantBeWrittenIsSaid() {
        QTemporaryDir dir;
        Desk desk(prepare(dir));
        std::ofstream(desk.folder / "recovery") << "a file in the way";
        QVERIFY(desk.open());
        QSignalSpy failed(&desk.autosave, &Autosave::failed);
        desk.rename("one");
        QVERIFY(failed.wait(limit));
        QCOMPARE(failed.at(0).at(0).value<Error>().code, ErrorCode::cannotWrite);
    }
    void adoptedWorkGoesOnlyWhenItIsSaved() {
        QTemporaryDir dir;
        Desk desk(prepare(dir));
        fs::create_directory(desk.folder / "recovery");
        const fs::path old = desk.folder / "recovery" / "old.recovery";
        QVERIFY(writeRecovery(
            old, RecoveryPoint{removeClaims(smallDocument(), {{"c1"}}).value(), desk.folder / "p.assay", "x", "2025"}));
        const Recovered found = findRecovered(desk.folder / "recovery").at(0);
        desk.session.showRecovered(*found.point, Recover::asCopy, [&] { desk.autosave.adopt(old); });
        QVERIFY(findRecovered(desk.folder / "recovery").empty()); // nobody else is offered it meanwhile
        QVERIFY(desk.store.isModified());
        QVERIFY(fs::exists(old));
        desk.questions.paths = {desk.folder / "saved.assay"};
        desk.session.save();
        QTRY_VERIFY(!fs::exists(old));
        QVERIFY(openProject(desk.folder / "saved.assay").value().document == found.point->document);
    }

    /// Not a test by itself: what killedAtAnyMomentAtMostFiveSecondsAreLost starts and kills.
    void childEditsAndSavesUntilItIsKilled() {
        const QString folder = qEnvironmentVariable("ASSAY_KILL_FOLDER");
        if (folder.isEmpty())
            return;
        Desk desk(folder.toStdString());
        QVERIFY(desk.open());
        std::ofstream log(desk.folder / "log", std::ios::app);
        for (int i = 1;; ++i) {
            desk.rename("edit " + std::to_string(i));
            log << i << ' ' << QDateTime::currentMSecsSinceEpoch() << std::endl;
            if (i % 150 == 0)
                desk.session.save();
            QTest::qWait(25);
        }
    }
    void killedAtAnyMomentAtMostFiveSecondsAreLost_data() {
        QTest::addColumn<int>("moment");
        std::mt19937 random(9);
        const int kills = std::max(2, qEnvironmentVariableIntValue("ASSAY_KILLS"));
        for (int kill = 1; kill <= kills; ++kill)
            QTest::addRow("kill %d", kill) << static_cast<int>(random() % 6000);
    }
    void killedAtAnyMomentAtMostFiveSecondsAreLost() {
        QFETCH(int, moment);
        QTemporaryDir dir;
        const fs::path folder = prepare(dir);
        QProcess child;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("ASSAY_KILL_FOLDER"), dir.path());
        child.setProcessEnvironment(environment);
        child.start(QCoreApplication::applicationFilePath(),
                    {QStringLiteral("autosave"), QStringLiteral("childEditsAndSavesUntilItIsKilled")});
        QVERIFY(child.waitForStarted());
        QTRY_VERIFY_WITH_TIMEOUT(fs::exists(folder / "log"), 20000);
        QTest::qWait(moment);
        const qint64 killed = QDateTime::currentMSecsSinceEpoch();
        ::kill(pid_t(child.processId()), SIGKILL);
        child.waitForFinished();
        checkNothingOlderIsLost(folder, killed);
    }

private:
    static int editIn(const Document& document) {
        const std::string& title = document.project.title;
        return title.starts_with("edit ") ? std::stoi(title.substr(5)) : 0;
    }
    static void checkNothingOlderIsLost(const fs::path& folder, qint64 killed) {
        const Result<OpenedProject> project = openProject(folder / "p.assay");
        QVERIFY(project);
        const fs::path backup = backupPath(folder / "p.assay");
        QVERIFY(!fs::exists(backup) || openProject(backup));
        int kept = editIn(project->document);
        for (const Recovered& found : findRecovered(folder / "recovery")) {
            QVERIFY(found.point);
            kept = std::max(kept, editIn(found.point->document));
            removeRecovery(found.file);
        }
        std::ifstream log(folder / "log");
        int edit = 0, due = 0;
        for (qint64 time = 0; log >> edit >> time;)
            due = killed - time > limit ? edit : due;
        QVERIFY2(kept >= due, qPrintable(QStringLiteral("kept %1, due %2").arg(kept).arg(due)));
        qInfo("killed after edit %d: edit %d was kept", edit, kept);
    }
};

const Registered<TestAutosave> registered("autosave");

} // namespace assay::test

#include "tst_autosave.moc"
