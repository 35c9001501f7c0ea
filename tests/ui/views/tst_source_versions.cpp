// A newer version of a source by hand: imported, read through mention by mention, settled, compared; each step can be
// undone and nothing is lost.
#include "core/document/new_version.h"
#include "tests/ui/fixture.h"
#include "tests/ui/views/window_desk.h"
#include "ui/views/source_viewer.h"
#include "ui/views/source_viewer_versions.h"

#include <QtWidgets/QDialog>
#include <QtWidgets/QLabel>
#include <QtWidgets/QListView>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>

namespace assay::test {

namespace {

const char* newText = "Corrected.\n\nThe lab says the final run cost $5.6 million.\n\n"
                      "An executive put its stock at 10,000 H100 chips.\n";

/// The small document with the surroundings of every mention, as the window makes them.
Document startingDocument() {
    Document document = smallDocument();
    for (Row<Claim>& row : document.claims) {
        Claim claim = *row;
        for (Mention& mention : claim.mentions)
            mention.anchor =
                makeAnchor(*find(document.sources, mention.anchor.source), mention.anchor.start, mention.anchor.end)
                    .value();
        row = Row(std::move(claim));
    }
    return document;
}

struct VersionDesk {
    QTemporaryDir folder;
    WindowDesk desk{std::filesystem::path(folder.path().toStdString())};

    VersionDesk() {
        desk.bench.session.newProject();
        desk.bench.store.reset(startingDocument());
        desk.bench.selection.selectSource(SourceId{"news"});
        QCoreApplication::processEvents();
    }
    const Document& document() { return desk.bench.store.document(); }
    QString message() { return desk.window.messages().text(); }
    VersionBar& bar() { return *desk.window.findChild<VersionBar*>(); }
    QLabel& sentence() { return *desk.find<QLabel>("versionSentence"); }
    QString place() { return desk.find<QLabel>("versionPlace")->text(); }
    SourceText& text() { return desk.window.findChild<SourceViewer*>()->text(); }
    QString shown() { return text().textCursor().selectedText(); }
    void click(const char* button) { QTest::mouseClick(desk.find<QToolButton>(button), Qt::LeftButton); }
    /// By the menu, with a file of these words.
    bool import(const char* words) {
        const std::filesystem::path path = desk.folder / "newer.txt";
        std::ofstream(path, std::ios::binary) << words;
        desk.questions.paths.push_back(path);
        desk.find<QAction>("newVersion")->trigger();
        return QTest::qWaitFor([this] { return !desk.bench.imports.isBusy(); });
    }
    bool hasLeft() {
        return QTest::qWaitFor([this] { return desk.find<QToolButton>("versionUse")->isVisible(); });
    }
};

} // namespace

class TestSourceVersions : public Test {
    Q_OBJECT
private slots:
    void aSourceWithoutVersionsHasNoBar() {
        VersionDesk version;
        QVERIFY(!version.bar().isVisible());
    }
    void withoutASourceTheMenuSaysWhatToDo() {
        VersionDesk version;
        version.desk.bench.selection.selectSource(std::nullopt);
        version.desk.find<QAction>("newVersion")->trigger();
        QVERIFY(version.desk.questions.asked.isEmpty());
        QVERIFY2(version.message().startsWith(QStringLiteral("Choose the source first")),
                 qPrintable(version.message()));
    }
    void theSameTextAddsNothingAndSaysSo() {
        VersionDesk version;
        const std::string same = find(version.document().sources, SourceId{"news"})->text;
        QVERIFY(version.import(same.c_str()));
        QCOMPARE(version.document(), startingDocument());
        QVERIFY2(version.message().contains(QStringLiteral("is the same as before")), qPrintable(version.message()));
    }
    void oneStepCarriesOverWhatIsPlainAndTellsTheRest() {
        VersionDesk version;
        QVERIFY(version.import(newText));
        QCOMPARE(version.desk.bench.store.undoStack().count(), 1);
        QCOMPARE(version.document().sources.size(), std::size_t(3));
        const Source& newer = *version.document().sources.back();
        QVERIFY(newer.replaces == SourceId{"news"});
        QCOMPARE(newer.title, std::string("Doubts about a small budget"));
        QCOMPARE(version.desk.bench.selection.now().source, std::optional(newer.id));
        QCOMPARE(version.message(),
                 QStringLiteral("Newer version of \u201CDoubts about a small budget\u201D added: 1 mention moved over, "
                                "2 to look at above the text."));
        QVERIFY(version.hasLeft());
        QCOMPARE(version.place(), QStringLiteral("1 of 2"));
        QVERIFY(version.desk.find<QListView>("sourcesList")
                    ->model()
                    ->index(2, 0)
                    .data(Qt::AccessibleTextRole)
                    .toString()
                    .contains(QStringLiteral("newest version")));
        QCOMPARE(version.sentence().text(),
                 QStringLiteral("\u201C50,000 H100\u201D reads \u201C10,000 H100\u201D now: the number changed."));
        version.desk.bench.store.undoStack().undo();
        QCOMPARE(version.document(), startingDocument());
        QVERIFY(!version.bar().isVisible());
    }
    void eachLeadsToItsWordsAndIsSettledByItself() {
        VersionDesk version;
        QVERIFY(version.import(newText));
        QVERIFY(version.hasLeft());
        version.click("versionNext");
        QCOMPARE(version.place(), QStringLiteral("2 of 2"));
        QVERIFY(version.sentence().text().endsWith(QStringLiteral("is not in this text any more.")));
        QVERIFY(!version.desk.find<QToolButton>("versionUse")->isEnabled());
        version.click("versionNext");
        QCOMPARE(version.shown(), QStringLiteral("10,000 H100"));
        version.click("versionUse");
        QTRY_COMPARE(version.place(), QStringLiteral("1 of 1"));
        const Mention& moved = version.document().claims[1]->mentions.front();
        QCOMPARE(moved.anchor.quote, std::string("10,000 H100"));
        QCOMPARE(moved.anchor.source, version.document().sources.back()->id);
        version.click("versionKeep");
        QTRY_VERIFY(!version.desk.find<QToolButton>("versionUse")->isVisible());
        QCOMPARE(version.document().claims[3], startingDocument().claims[3]);
        QCOMPARE(version.sentence().text(), QStringLiteral("A newer version; the older one is kept."));
        QCOMPARE(version.desk.bench.store.undoStack().count(), 3);
        version.desk.bench.store.undoStack().undo();
        QVERIFY(version.hasLeft());
    }
    void anOrphanTakesTheSelectedWords() {
        VersionDesk version;
        QVERIFY(version.import(newText));
        QVERIFY(version.hasLeft());
        version.click("versionNext");
        version.text().select(TextRange{0, 9});
        QVERIFY(version.desk.find<QToolButton>("versionUse")->isEnabled());
        version.click("versionUse");
        QCOMPARE(version.document().claims[3]->mentions.front().anchor.quote, std::string("Corrected"));
    }
    void theOlderTextIsOneClickAwayAndBack() {
        VersionDesk version;
        QVERIFY(version.import(newText));
        QVERIFY(version.hasLeft());
        version.click("versionOther");
        QCOMPARE(version.desk.bench.selection.now().source, std::optional(SourceId{"news"}));
        QCOMPARE(version.desk.bench.selection.now().mention, std::optional(MentionId{"m2"}));
        QCOMPARE(version.sentence().text(), QStringLiteral("There is a newer version of this source."));
        QVERIFY(!version.desk.find<QToolButton>("versionUse")->isVisible());
        version.click("versionOther");
        QCOMPARE(version.desk.bench.selection.now().source, std::optional(version.document().sources.back()->id));
        QVERIFY(version.hasLeft());
    }
    void theTwoTextsAreCompared() {
        VersionDesk version;
        QVERIFY(version.import(newText));
        version.click("versionCompare");
        auto* dialog = version.desk.find<QDialog>("textDifference");
        QVERIFY(dialog && dialog->isVisible());
        const QString words = dialog->findChild<QPlainTextEdit*>(QStringLiteral("textDifferenceText"))->toPlainText();
        QVERIFY2(words.contains(QStringLiteral("50,000 10,000 H100")), qPrintable(words));
        QVERIFY2(words.contains(QStringLiteral("1 paragraph unchanged")), qPrintable(words));
        QTest::mouseClick(dialog->findChild<QPushButton*>(QStringLiteral("textDifferenceClose")), Qt::LeftButton);
        QTRY_VERIFY(!version.desk.find<QDialog>("textDifference"));
    }
    void everyButtonHasAName() {
        VersionDesk version;
        QVERIFY(version.import(newText));
        QVERIFY(version.hasLeft());
        for (const QToolButton* button : version.bar().findChildren<QToolButton*>()) {
            QVERIFY(!button->accessibleName().isEmpty());
            QVERIFY(button->focusPolicy() & Qt::TabFocus);
        }
    }
};

const Registered<TestSourceVersions> registered("source_versions");

} // namespace assay::test

#include "tst_source_versions.moc"
