// What the window says and offers about its file: recovered work, somebody else's changes, conflicts, autosave.
#include "core/document/edit.h"
#include "core/document/merge.h"
#include "tests/test.h"
#include "tests/ui/fixture.h"
#include "tests/ui/views/window_desk.h"
#include "ui/models/changes_model.h"
#include "ui/models/conflicts_model.h"
#include "ui/store/recovery.h"
#include "ui/text/choice_dialog.h"
#include "ui/text/merge_dialog.h"

#include <QtTest/QAbstractItemModelTester>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QRadioButton>
#include <QtWidgets/QTableView>

namespace assay::test {

namespace fs = std::filesystem;

namespace {

Document withNote(const Document& document, const std::string& note) {
    Claim claim = *document.claims[1];
    claim.note = note;
    return setClaim(document, claim).value();
}

Document edited() { return removeClaims(smallDocument(), {{"c1"}}).value(); }

/// A folder with a project and, as if a process had died, unsaved work on it.
struct Crashed {
    QTemporaryDir dir;
    fs::path folder{dir.path().toStdString()};
    fs::path project = folder / "p.assay";
    fs::path file = folder / "recovery/a.recovery";

    Crashed() {
        const std::string sha256 = saveProject(smallDocument(), project, {}).value();
        fs::create_directory(folder / "recovery");
        QVERIFY(writeRecovery(file, RecoveryPoint{edited(), project, sha256, "2025-01-27T10:00:00.000Z"}));
    }
};

bool appears(WindowDesk& desk, const char* name) {
    return QTest::qWaitFor([&] { return desk.find<QPushButton>(name) && desk.find<QPushButton>(name)->isVisible(); });
}

} // namespace

class TestFileGuard : public Test {
    Q_OBJECT
private slots:
    void tracesAreErasedInOneActAndOnlyWhenAsked() {
        const Crashed crashed;
        WindowDesk desk(crashed.folder);
        QVERIFY(appears(desk, "recoverDiscard1"));
        desk.bench.recent.add(crashed.project);
        desk.find<QAction>("eraseTraces")->trigger(); // cancelled
        QVERIFY(fs::exists(crashed.file) && desk.bench.recent.list().size() == 1);
        desk.questions.erase.push_back(true);
        desk.find<QAction>("eraseTraces")->trigger();
        QCOMPARE(desk.questions.asked, QStringList(2, QStringLiteral("erase 1")));
        QVERIFY(!fs::exists(crashed.file) && fs::exists(crashed.project));
        QVERIFY(desk.bench.recent.list().empty());
        QVERIFY(QTest::qWaitFor([&] { return !desk.find<QWidget>("recoveryPane")->isVisible(); }));
        desk.window.close(); // which writes no layout either
        QCOMPARE(desk.settings.allKeys(), QStringList());
    }
    void withoutACrashNothingIsOffered() {
        QTemporaryDir dir;
        WindowDesk desk(dir.path().toStdString());
        QTest::qWait(200);
        QVERIFY(!desk.find<QWidget>("recoveryPane")->isVisible());
    }
    void recoveredWorkIsOpenedAsACopy() {
        Crashed crashed;
        WindowDesk desk(crashed.folder);
        QVERIFY(appears(desk, "recoverCopy1"));
        QCOMPARE(desk.find<QLabel>("recovered1")->text(), QStringLiteral("1 claim removed"));
        desk.find<QPushButton>("recoverCopy1")->click();
        QVERIFY(desk.bench.store.document() == edited());
        QVERIFY(desk.window.isWindowModified());
        QVERIFY(!desk.bench.session.path());
        QVERIFY(openProject(crashed.project).value().document == smallDocument());
        QVERIFY(fs::exists(crashed.file)); // until this work is safe
    }
    void recoveredWorkIsSavedOver() {
        Crashed crashed;
        WindowDesk desk(crashed.folder);
        QVERIFY(appears(desk, "recoverOver1"));
        desk.find<QPushButton>("recoverOver1")->click();
        QVERIFY(desk.wait());
        QVERIFY(openProject(crashed.project).value().document == edited());
        QVERIFY(openProject(backupPath(crashed.project)).value().document == smallDocument());
        QTRY_VERIFY(!fs::exists(crashed.file));
        QVERIFY(!desk.window.isWindowModified());
    }
    void discardedWorkComesBackByTheMessagesButton() {
        Crashed crashed;
        WindowDesk desk(crashed.folder);
        QVERIFY(appears(desk, "recoverDiscard1"));
        desk.find<QPushButton>("recoverDiscard1")->click();
        QTRY_VERIFY(!desk.find<QWidget>("recoveryPane")->isVisible());
        desk.find<QPushButton>("messageAction")->click();
        QVERIFY(appears(desk, "recoverDiscard1"));
    }
    void aFileChangedMeanwhileIsNotSavedOverButMerged() {
        Crashed crashed;
        QVERIFY(saveProject(withNote(smallDocument(), "theirs"), crashed.project, {}));
        WindowDesk desk(crashed.folder);
        QVERIFY(appears(desk, "recoverMerge1"));
        QVERIFY(!desk.find<QPushButton>("recoverOver1"));
        QVERIFY(desk.find<QLabel>("recovered1")->text().contains(QStringLiteral("someone else")));
        desk.find<QPushButton>("recoverMerge1")->click();
        QVERIFY(desk.bench.store.document() == withNote(edited(), "theirs")
                || desk.bench.store.document().claims.size() == edited().claims.size());
        QVERIFY(assay::find(desk.bench.store.document().claims, ClaimId{"c2"})->note == "theirs");
    }
    void anUnreadableFileIsKeptAndSaid() {
        Crashed crashed;
        std::ofstream(crashed.file) << "{\"format\"";
        WindowDesk desk(crashed.folder);
        QVERIFY(appears(desk, "recoverDiscard1"));
        QVERIFY(desk.find<QLabel>("recovered1")->text().contains(QStringLiteral("a.recovery")));
        QVERIFY(!desk.find<QPushButton>("recoverCopy1"));
        QVERIFY(fs::exists(crashed.file));
    }
    void aWindowWithAProjectSaysThatThereIsWork() {
        Crashed crashed;
        WindowDesk desk(crashed.folder);
        desk.bench.session.newProject();
        QTRY_VERIFY(desk.window.messages().text().contains(QStringLiteral("unsaved work")));
        desk.find<QPushButton>("messageAction")->click();
        auto* dialog = desk.find<QWidget>("recoveryDialog");
        QVERIFY(dialog && dialog->isVisible());
        QTRY_VERIFY(dialog->findChild<QPushButton*>(QStringLiteral("recoverCopy1")));
        dialog->findChild<QPushButton*>(QStringLiteral("recoverCopy1"))->click();
        QVERIFY(desk.bench.store.document() == edited());
    }
    void aFailingAutosaveIsAQuietLastingMark() {
        QTemporaryDir dir;
        WindowDesk desk(dir.path().toStdString());
        QVERIFY(desk.open(desk.put("p.assay", smallDocument())));
        auto& mark = *desk.find<QLabel>("autosaveMark");
        QVERIFY(!mark.isVisible());
        std::ofstream(desk.folder / "recovery") << "a file in the way";
        QVERIFY(desk.bench.store.apply(QStringLiteral("edit"), edited()));
        QTRY_VERIFY(mark.isVisible());
        QVERIFY(desk.window.messages().text().isEmpty());
        fs::remove(desk.folder / "recovery");
        QVERIFY(desk.bench.store.apply(QStringLiteral("edit"), withNote(edited(), "more")));
        QTRY_VERIFY(!mark.isVisible());
    }
    void conflictsAreSettledInThePanelOneStepEach() {
        QTemporaryDir dir;
        WindowDesk desk(dir.path().toStdString());
        QVERIFY(desk.open(desk.put("p.assay", smallDocument())));
        auto& pane = *desk.find<QWidget>("conflictsPane");
        QVERIFY(!pane.isVisible());
        QVERIFY(desk.bench.store.apply(QStringLiteral("edit"), withNote(smallDocument(), "mine")));
        desk.questions.paths = {desk.put("kim.assay", withNote(smallDocument(), "theirs"))};
        desk.find<QAction>("merge")->trigger();
        QTRY_VERIFY(pane.isVisible());
        QVERIFY(desk.window.messages().text().contains(QStringLiteral("1 conflict is open")));
        desk.find<QPushButton>("takeTheirs")->click();
        QCOMPARE(desk.bench.store.document().claims[1]->note, std::string("theirs"));
        QVERIFY(!pane.isVisible());
        desk.bench.store.undoStack().undo();
        QVERIFY(pane.isVisible());
        desk.find<QPushButton>("takeOurs")->click();
        QCOMPARE(desk.bench.store.document().claims[1]->note, std::string("mine"));
        desk.bench.store.undoStack().undo();
        desk.bench.store.undoStack().undo(); // the merge itself
        QVERIFY(desk.bench.store.document() == withNote(smallDocument(), "mine"));
    }
    void whatSomebodyElseWroteIsOffered() {
        QTemporaryDir dir;
        WindowDesk desk(dir.path().toStdString());
        QVERIFY(desk.open(desk.put("p.assay", smallDocument())));
        desk.put("p.assay", withNote(smallDocument(), "theirs"));
        QTRY_VERIFY_WITH_TIMEOUT(desk.window.messages().text().contains(QStringLiteral("changed by someone else")),
                                 8000);
        desk.questions.changedAnswers = {ChangedAnswer::reload};
        desk.find<QPushButton>("messageAction")->click();
        QTRY_COMPARE(desk.bench.store.document().claims[1]->note, std::string("theirs"));
        QVERIFY(!desk.window.isWindowModified());
    }
    void modelsOfChangesAndConflictsAreSound() {
        const Document mine = withNote(smallDocument(), "mine"), theirs = withNote(smallDocument(), "theirs");
        ChangesModel changes;
        ConflictsModel conflicts;
        const QAbstractItemModelTester first(&changes, QAbstractItemModelTester::FailureReportingMode::Fatal);
        const QAbstractItemModelTester second(&conflicts, QAbstractItemModelTester::FailureReportingMode::Fatal);
        changes.setChanges(diff(mine, theirs));
        QCOMPARE(changes.rowCount(), 1);
        QCOMPARE(changes.index(0, 4).data().toString(), QStringLiteral("theirs"));
        conflicts.setDocument(merge(smallDocument(), mine, theirs)->document);
        QCOMPARE(conflicts.rowCount(), 1);
        QVERIFY(conflicts.index(0, 0).data().toString().contains(QStringLiteral("note")));
        conflicts.setDocument(smallDocument());
        QCOMPARE(conflicts.rowCount(), 0);
    }
    void whatDiffersIsCounted() {
        QCOMPARE(summaryOf(diff(smallDocument(), edited())), QStringLiteral("1 claim removed"));
        QCOMPARE(summaryOf(diff(edited(), smallDocument())), QStringLiteral("1 claim added"));
        QCOMPARE(summaryOf(diff(smallDocument(), removeClaims(smallDocument(), {{"c1"}, {"c2"}}).value())),
                 QStringLiteral("2 claims removed"));
        QCOMPARE(summaryOf({}), QString());
    }
    void theMergeDialogWantsItsFiles() {
        MergeDialog dialog("/home");
        auto& accept = *dialog.findChild<QPushButton*>(QStringLiteral("mergeAccept"));
        QVERIFY(!accept.isEnabled());
        dialog.findChild<QLineEdit*>(QStringLiteral("mergeTheirs"))->setText(QStringLiteral(" /home/kim.assay "));
        QVERIFY(accept.isEnabled());
        QCOMPARE(dialog.files()->theirs, fs::path("/home/kim.assay"));
        QVERIFY(!dialog.files()->base);
        dialog.findChild<QRadioButton*>(QStringLiteral("mergeBaseFile"))->setChecked(true);
        QVERIFY(!accept.isEnabled());
        dialog.findChild<QLineEdit*>(QStringLiteral("mergeBase"))->setText(QStringLiteral("/home/old.assay"));
        QCOMPARE(*dialog.files()->base, fs::path("/home/old.assay"));
    }
    void aChoiceIsOneButtonAndEscapeIsNone() {
        const std::vector<Choice> choices{{QStringLiteral("a"), QStringLiteral("A"), QStringLiteral("does a")},
                                          {QStringLiteral("b"), QStringLiteral("B"), QStringLiteral("does b")}};
        ChoiceDialog chosen(QStringLiteral("Which?"), choices), cancelled(QStringLiteral("Which?"), choices);
        chosen.findChild<QPushButton*>(QStringLiteral("b"))->click();
        QCOMPARE(chosen.chosen(), std::optional<std::size_t>(1));
        cancelled.reject();
        QVERIFY(!cancelled.chosen());
    }
};

const Registered<TestFileGuard> registered("file_guard");

} // namespace assay::test

#include "tst_file_guard.moc"
