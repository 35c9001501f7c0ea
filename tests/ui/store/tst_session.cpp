// The project as a file: what can't be opened or written leaves document and file as they were; unsaved work is asked
// about.
#include "core/document/edit.h"
#include "tests/test.h"
#include "tests/ui/fixture.h"
#include "tests/ui/scripted_questions.h"
#include "ui/store/session.h"
#include "ui/text/error_text.h"

#include <QtCore/QTemporaryDir>

#include <fstream>
#include <memory>

namespace assay::test {

namespace {

void writeBytes(const std::filesystem::path& path, const std::string& bytes) {
    std::ofstream(path, std::ios::binary) << bytes;
}

std::string readBytes(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

struct Desk {
    QTemporaryDir folder;
    QSettings settings{folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat};
    ScriptedQuestions questions;
    DocumentStore store;
    RecentFiles recent{settings};
    Session session{store, questions, recent};
    QSignalSpy failed{&session, &Session::failed};

    std::filesystem::path path(const char* name) const {
        return std::filesystem::path(folder.path().toStdString()) / name;
    }
    bool wait() {
        return QTest::qWaitFor([this] { return !session.isBusy(); });
    }
    bool open(const std::filesystem::path& file) {
        session.open(file);
        return wait();
    }
    /// A saved project with one unsaved change.
    void change() { QVERIFY(store.apply(QStringLiteral("change"), removeClaims(store.document(), {{"c1"}}))); }
};

} // namespace

class TestSession : public Test {
    Q_OBJECT
private slots:
    void whatCantBeOpenedLeavesTheDocument_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("code");
        const QByteArray whole = QByteArray::fromStdString(writeProject(smallDocument()));
        QTest::newRow("no such file") << QByteArray() << int(ErrorCode::cannotRead);
        QTest::newRow("truncated") << whole.left(whole.size() / 2) << int(ErrorCode::jsonSyntax);
        QTest::newRow("foreign text") << QByteArray("Dear reader,\n") << int(ErrorCode::notAProject);
        QTest::newRow("foreign JSON") << QByteArray("{\"a\": 1}\n") << int(ErrorCode::notAProject);
        QByteArray newer = whole;
        newer.replace("\"version\": \"1.0\"", "\"version\": \"9.0\"");
        QTest::newRow("newer project") << newer << int(ErrorCode::newerMajor);
        QTest::newRow("not UTF-8") << QByteArray(
            "{\"format\": \"assay-project\", \"version\": \"1.0\", \"x\": \"\xff\"}")
                                   << int(ErrorCode::notUtf8);
    }
    void whatCantBeOpenedLeavesTheDocument() {
        QFETCH(QByteArray, bytes);
        QFETCH(int, code);
        Desk desk;
        desk.store.reset(smallDocument());
        if (!bytes.isEmpty())
            writeBytes(desk.path("bad.assay"), bytes.toStdString());
        QVERIFY(desk.open(desk.path("bad.assay")));
        QCOMPARE(desk.failed.size(), 1);
        const Error error = desk.failed.at(0).at(0).value<Error>();
        QCOMPARE(int(error.code), code);
        QVERIFY(errorText(error).contains(QStringLiteral("bad.assay")));
        QCOMPARE(desk.store.document(), smallDocument());
        QVERIFY(desk.recent.list().empty());
    }
    void savingAndOpeningAgainGivesTheSame() {
        Desk desk;
        desk.session.newProject();
        desk.store.reset(smallDocument());
        desk.change();
        desk.questions.paths = {desk.path("p.assay")};
        desk.session.save();
        QVERIFY(desk.wait());
        QVERIFY(!desk.store.isModified());
        const Document saved = desk.store.document();
        desk.session.newProject(); // lets go of the file
        Desk other;
        QVERIFY(other.open(desk.path("p.assay")));
        QCOMPARE(other.store.document(), saved);
        QCOMPARE(other.session.name(), QStringLiteral("p.assay"));
        QCOMPARE(other.recent.list().front().path, desk.path("p.assay"));
    }
    void aTargetThatCantBeWrittenLeavesTheDocumentModified() {
        Desk desk;
        desk.session.newProject();
        desk.store.reset(smallDocument());
        desk.change();
        std::filesystem::create_directory(desk.path("folder.assay"));
        desk.questions.paths = {desk.path("folder.assay")};
        desk.session.saveAs();
        QVERIFY(desk.wait());
        QCOMPARE(desk.failed.size(), 1);
        QVERIFY(desk.store.isModified());
        QVERIFY(!desk.session.path());
    }
    void aFileThatSomebodyElseChangedIsNotOverwritten() {
        Desk desk;
        writeBytes(desk.path("p.assay"), writeProject(smallDocument()));
        QVERIFY(desk.open(desk.path("p.assay")));
        Document theirs = smallDocument();
        theirs.project.title = "Theirs";
        writeBytes(desk.path("p.assay"), writeProject(theirs));
        desk.change();
        desk.session.save();
        QVERIFY(desk.wait());
        QCOMPARE(int(desk.failed.at(0).at(0).value<Error>().code), int(ErrorCode::changedOnDisk));
        QCOMPARE(readBytes(desk.path("p.assay")), writeProject(theirs));
        QVERIFY(desk.store.isModified());
    }
    void whatSomebodyElseWroteIsSettled_data() {
        QTest::addColumn<int>("answer");
        QTest::addColumn<bool>("hasMine");
        QTest::addColumn<bool>("hasTheirs");
        QTest::addColumn<bool>("modified");
        const auto row = [](const char* why, ChangedAnswer answer, bool hasMine, bool hasTheirs, bool modified) {
            QTest::newRow(why) << int(answer) << hasMine << hasTheirs << modified;
        };
        row("cancel keeps mine unsaved", ChangedAnswer::cancel, true, false, true);
        row("reload takes theirs", ChangedAnswer::reload, false, true, false);
        row("merge takes both", ChangedAnswer::merge, true, true, true);
        row("keep mine", ChangedAnswer::keepMine, true, false, true);
        row("differences change nothing", ChangedAnswer::showDifferences, true, false, true);
    }
    void whatSomebodyElseWroteIsSettled() {
        QFETCH(int, answer);
        QFETCH(bool, hasMine);
        QFETCH(bool, hasTheirs);
        QFETCH(bool, modified);
        Desk desk;
        writeBytes(desk.path("p.assay"), writeProject(smallDocument()));
        QVERIFY(desk.open(desk.path("p.assay")));
        desk.change();
        const Document mine = desk.store.document();
        Document theirs = smallDocument();
        theirs.project.title = "Theirs";
        QSignalSpy changed(&desk.session, &Session::changedElsewhere);
        QSignalSpy differences(&desk.session, &Session::differences);
        writeBytes(desk.path("p.assay"), writeProject(theirs));
        QVERIFY(changed.wait(8000));
        desk.questions.changedAnswers = {static_cast<ChangedAnswer>(answer)};
        desk.session.settleChange();
        QVERIFY(desk.wait());
        const Document& now = desk.store.document();
        QCOMPARE(now.project.title == "Theirs", hasTheirs);
        QCOMPARE(now.claims.size() == mine.claims.size(), hasMine);
        QCOMPARE(desk.store.isModified(), modified);
        QCOMPARE(differences.size(), static_cast<ChangedAnswer>(answer) == ChangedAnswer::showDifferences ? 1 : 0);
        desk.session.save();
        QVERIFY(desk.wait());
        const bool refused = !hasTheirs && static_cast<ChangedAnswer>(answer) != ChangedAnswer::keepMine;
        QCOMPARE(desk.failed.size(), refused ? 1 : 0);
        QCOMPARE(readBytes(desk.path("p.assay")) == writeProject(now), !refused);
        if (hasTheirs) { // nothing is lost: undo brings my version back
            desk.store.undoStack().undo();
            QVERIFY(desk.store.document() == mine);
        }
    }
    void aFileThatWentAwayIsWrittenAnew() {
        Desk desk;
        writeBytes(desk.path("p.assay"), writeProject(smallDocument()));
        QVERIFY(desk.open(desk.path("p.assay")));
        QSignalSpy gone(&desk.session, &Session::fileGone);
        std::filesystem::remove(desk.path("p.assay"));
        QVERIFY(gone.wait(8000));
        QVERIFY(desk.store.isModified());
        desk.session.save();
        QVERIFY(desk.wait());
        QCOMPARE(readBytes(desk.path("p.assay")), writeProject(smallDocument()));
    }
    void aSecondWindowGetsACopy() {
        Desk desk;
        writeBytes(desk.path("p.assay"), writeProject(smallDocument()));
        QVERIFY(desk.open(desk.path("p.assay")));
        {
            Desk other;
            QSignalSpy elsewhere(&other.session, &Session::openElsewhere);
            QVERIFY(other.open(desk.path("p.assay")));
            QCOMPARE(elsewhere.size(), 1);
            const auto owner = elsewhere.at(0).at(0).value<LockOwner>();
            QCOMPARE(owner.pid, QCoreApplication::applicationPid());
            QVERIFY(!owner.host.isEmpty() && !owner.user.isEmpty() && owner.since.isValid());
            QVERIFY(!other.session.path());
            QVERIFY(other.store.document() == smallDocument());
            other.questions.paths = {desk.path("p.assay")};
            other.session.saveAs();
            QVERIFY(other.wait());
            QCOMPARE(int(other.failed.at(0).at(0).value<Error>().code), int(ErrorCode::fileInUse));
        }
        desk.session.openSample(); // lets go of the file
        Desk third;
        QVERIFY(third.open(desk.path("p.assay")));
        QVERIFY(third.session.path().has_value());
    }
    void aLockWhoseProcessIsGoneIsTakenOver() {
        Desk desk;
        writeBytes(desk.path("p.assay"), writeProject(smallDocument()));
        writeBytes(desk.path(".p.assay.lock"),
                   "4194999\nassay\n" + QSysInfo::machineHostName().toStdString() + "\n"); // above the highest pid
        QVERIFY(desk.open(desk.path("p.assay")));
        QVERIFY(desk.session.path().has_value());
    }
    void aSaveWhileASaveRunsIsRefused() {
        Desk desk;
        writeBytes(desk.path("p.assay"), writeProject(smallDocument()));
        QVERIFY(desk.open(desk.path("p.assay")));
        desk.change();
        desk.session.save();
        QVERIFY(desk.session.isBusy());
        QSignalSpy saved(&desk.session, &Session::saved);
        desk.session.save();
        desk.session.saveAs();
        QVERIFY(desk.wait());
        QCOMPARE(saved.size(), 1);
    }
    void recoveredWorkIsUnsaved() {
        Desk desk;
        writeBytes(desk.path("p.assay"), writeProject(smallDocument()));
        const std::string sha = openProject(desk.path("p.assay")).value().sha256;
        const Document work = removeClaims(smallDocument(), {{"c1"}}).value();
        QSignalSpy opened(&desk.session, &Session::opened);
        desk.session.showRecovered({work, desk.path("p.assay"), sha, "2025"}, Recover::saveOver, [] {});
        QCOMPARE(opened.size(), 1);
        QVERIFY(desk.wait());
        QVERIFY(!desk.store.isModified());
        QCOMPARE(readBytes(desk.path("p.assay")), writeProject(work));
        QCOMPARE(readBytes(desk.path("p.assay.bak")), writeProject(smallDocument()));
    }
    void recoveredWorkAsACopyTouchesNoFile() {
        Desk desk;
        const Document work = removeClaims(smallDocument(), {{"c1"}}).value();
        desk.session.showRecovered({work, desk.path("p.assay"), "x", "2025"}, Recover::asCopy, [] {});
        QVERIFY(desk.store.isModified());
        QVERIFY(!desk.session.path());
        QVERIFY(desk.store.document() == work);
        QVERIFY(!std::filesystem::exists(desk.path("p.assay")));
    }
    void recoveredWorkDoesNotReplaceUnsavedWorkUnasked() {
        Desk desk;
        desk.session.newProject();
        desk.store.reset(smallDocument());
        desk.change();
        const Document mine = desk.store.document();
        desk.session.showRecovered({smallDocument(), std::nullopt, "", "2025"}, Recover::asCopy, [] {});
        QCOMPARE(desk.questions.asked.size(), 1);
        QVERIFY(desk.store.document() == mine);
    }
    void anotherVersionIsMergedIn_data() {
        QTest::addColumn<bool>("baseFile");
        QTest::newRow("both come from the file as last saved") << false;
        QTest::newRow("both come from an older file") << true;
    }
    void anotherVersionIsMergedIn() {
        QFETCH(bool, baseFile);
        Desk desk;
        writeBytes(desk.path("p.assay"), writeProject(smallDocument()));
        QVERIFY(desk.open(desk.path("p.assay")));
        desk.change();
        const Document mine = desk.store.document();
        Document theirs = smallDocument();
        theirs.project.note = "theirs";
        writeBytes(desk.path("kim.assay"), writeProject(theirs));
        if (baseFile) {
            writeBytes(desk.path("old.assay"), writeProject(smallDocument()));
            desk.questions.mergeBase = desk.path("old.assay");
        }
        desk.questions.paths = {desk.path("kim.assay")};
        QSignalSpy merged(&desk.session, &Session::merged);
        desk.session.mergeAsking();
        QTRY_COMPARE(merged.size(), 1);
        QCOMPARE(merged[0][0].toString(), QStringLiteral("kim.assay"));
        QCOMPARE(desk.store.document().project.note, std::string("theirs"));
        QCOMPARE(desk.store.document().claims.size(), mine.claims.size());
        desk.store.undoStack().undo();
        QVERIFY(desk.store.document() == mine);
    }
    void aVersionThatCantBeReadIsNotMerged() {
        Desk desk;
        writeBytes(desk.path("p.assay"), writeProject(smallDocument()));
        QVERIFY(desk.open(desk.path("p.assay")));
        desk.questions.paths = {desk.path("nowhere.assay")};
        desk.session.mergeAsking();
        QVERIFY(desk.wait());
        QCOMPARE(desk.failed.size(), 1);
        QVERIFY(!desk.store.isModified());
        desk.session.mergeAsking(); // cancelled
        QVERIFY(!desk.session.isBusy());
    }
    void nothingChangedIsNotWritten() {
        Desk desk;
        writeBytes(desk.path("p.assay"), writeProject(smallDocument()) + "\n"); // not canonical: a write would show
        QVERIFY(desk.open(desk.path("p.assay")));
        QSignalSpy saved(&desk.session, &Session::saved);
        desk.session.save();
        QVERIFY(desk.wait());
        QCOMPARE(saved.size(), 1);
        QCOMPARE(readBytes(desk.path("p.assay")), writeProject(smallDocument()) + "\n");
    }
    void unsavedWorkIsAskedAbout_data() {
        QTest::addColumn<int>("answer");
        QTest::addColumn<bool>("closes");
        QTest::addColumn<bool>("written");
        QTest::newRow("cancel keeps everything") << int(SaveAnswer::cancel) << false << false;
        QTest::newRow("discard closes without writing") << int(SaveAnswer::discard) << true << false;
        QTest::newRow("save writes, then closes") << int(SaveAnswer::save) << true << true;
    }
    void unsavedWorkIsAskedAbout() {
        QFETCH(int, answer);
        QFETCH(bool, closes);
        QFETCH(bool, written);
        Desk desk;
        const std::string before = writeProject(smallDocument());
        writeBytes(desk.path("p.assay"), before);
        QVERIFY(desk.open(desk.path("p.assay")));
        desk.change();
        desk.questions.saveAnswers = {static_cast<SaveAnswer>(answer)};
        QSignalSpy allowed(&desk.session, &Session::closeAllowed);
        const bool now = desk.session.mayClose();
        QVERIFY(desk.wait());
        QCOMPARE(now || allowed.size() == 1, closes);
        QCOMPARE(readBytes(desk.path("p.assay")) != before, written);
        QCOMPARE(desk.questions.asked, QStringList{QStringLiteral("save p.assay")});
    }
    void aSaveThatFailsDoesNotClose() {
        Desk desk;
        writeBytes(desk.path("p.assay"), writeProject(smallDocument()));
        QVERIFY(desk.open(desk.path("p.assay")));
        desk.change();
        writeBytes(desk.path("p.assay"), "changed");
        desk.questions.saveAnswers = {SaveAnswer::save};
        QSignalSpy allowed(&desk.session, &Session::closeAllowed);
        QVERIFY(!desk.session.mayClose());
        QVERIFY(desk.wait());
        QCOMPARE(allowed.size(), 0);
        QCOMPARE(desk.failed.size(), 1);
    }
    void theSampleIsACopyWithoutAPath() {
        Desk desk;
        desk.session.openSample();
        QVERIFY(desk.session.isOpen());
        QVERIFY(!desk.session.path());
        QVERIFY(desk.store.document().claims.size() >= 30);
        desk.session.save();
        QCOMPARE(desk.questions.asked.size(), 1);
        QVERIFY(desk.questions.asked.front().startsWith(QStringLiteral("save-as ")));
    }
    void recentFilesAreNewestFirstAndMissingOnesStay() {
        Desk desk;
        writeBytes(desk.path("a.assay"), "x");
        desk.recent.add(desk.path("gone.assay"));
        desk.recent.add(desk.path("a.assay"));
        desk.recent.add(desk.path("gone.assay"));
        const auto files = desk.recent.list();
        QCOMPARE(files.size(), std::size_t{2});
        QVERIFY(files[0].missing && !files[1].missing);
        desk.recent.remove(desk.path("gone.assay"));
        QCOMPARE(desk.recent.list().size(), std::size_t{1});
        for (int i = 0; i < 20; ++i)
            desk.recent.add(desk.path(std::to_string(i).c_str()));
        QCOMPARE(desk.recent.list().size(), std::size_t{RecentFiles::limit});
    }
};

const Registered<TestSession> registered("session");

} // namespace assay::test

#include "tst_session.moc"
