// The window with the sample in it: table and viewer follow each other, words become claims, files come back, and
// everything interactive has a name.
#include "core/scenario/simulate.h"
#include "tests/test.h"
#include "tests/ui/fixture.h"
#include "tests/ui/scripted_questions.h"
#include "ui/charts/theme.h"
#include "ui/views/claims_panel.h"
#include "ui/views/look.h"
#include "ui/views/main_window.h"
#include "ui/views/message_bar.h"
#include "ui/views/source_viewer.h"

#include <QtCore/QTemporaryDir>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QTableView>
#include <QtWidgets/QTableWidget>
#include <QtWidgets/QToolButton>

#include <cmath>

namespace assay::test {

namespace {

/// A run that is never there: the window must do without.
Result<Run> noRun(const Model&, const Scenario&, const RunOptions&, std::span<const RunPtr>, std::stop_token) {
    return Error(ErrorCode::cancelled);
}

struct Desk {
    QTemporaryDir folder;
    QSettings settings{folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat};
    ScriptedQuestions questions;
    Workbench bench{settings, questions, folder.path().toStdString(), noRun};
    MainWindow window{bench, QApplication::palette()};

    explicit Desk(const Document& document = smallDocument()) {
        window.resize(1280, 800);
        window.show();
        bench.session.newProject();
        bench.store.reset(document);
        QCoreApplication::processEvents();
    }
    template <class T>
    T& part(const char* name = "") {
        return *window.findChild<T*>(QLatin1String(name));
    }
    void trigger(const char* action) { part<QAction>(action).trigger(); }
    std::filesystem::path path(const char* name) const {
        return std::filesystem::path(folder.path().toStdString()) / name;
    }
    bool wait() {
        return QTest::qWaitFor([this] { return !bench.session.isBusy(); });
    }
    void clickRow(int row) {
        auto& table = part<QTableView>("claimsTable");
        QTest::mouseClick(table.viewport(), Qt::LeftButton, {},
                          table.visualRect(table.model()->index(row, 0)).center());
    }
};

bool isInteractive(const QWidget& widget) {
    return qobject_cast<const QAbstractButton*>(&widget) || qobject_cast<const QLineEdit*>(&widget)
           || qobject_cast<const QComboBox*>(&widget) || qobject_cast<const QAbstractItemView*>(&widget)
           || qobject_cast<const QPlainTextEdit*>(&widget);
}

/// Qt's own parts inside a widget of ours: clear buttons, corner buttons, pop-ups.
bool isQtsOwn(const QWidget& widget) {
    if (widget.objectName().startsWith(QLatin1String("qt_")) || widget.inherits("QTableCornerButton")
        || widget.inherits("QHeaderView"))
        return true;
    const QWidget* parent = widget.parentWidget();
    return parent
           && (parent->inherits("QComboBoxPrivateContainer") || qobject_cast<const QLineEdit*>(parent)
               || parent->inherits("QTabBar"));
}

} // namespace

class TestMainWindow : public Test {
    Q_OBJECT
private slots:
    void firstRunIsTheStartPageWithTheSampleAsDefault() {
        Desk desk;
        QTemporaryDir folder;
        QSettings settings(folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
        ScriptedQuestions questions;
        Workbench bench(settings, questions, folder.path().toStdString(), noRun);
        MainWindow window(bench, QApplication::palette());
        window.show();
        auto* sample = window.findChild<QPushButton*>(QStringLiteral("openSample"));
        QVERIFY(sample->isVisible() && sample->isDefault());
        QTest::keyClick(sample, Qt::Key_Space);
        QVERIFY(bench.session.isOpen());
        QVERIFY(bench.store.document().claims.size() >= 30);
        QVERIFY(!sample->isVisible());
    }
    void aClickOnARowOpensItsWords() {
        Desk desk;
        desk.clickRow(2);
        auto& text = *desk.window.findChild<SourceText*>();
        QCOMPARE(desk.bench.selection.now().source->value, std::string("report"));
        QVERIFY(text.toPlainText().contains(QStringLiteral("H800 GPU hours")));
        QCOMPARE(text.extraSelections().size(), 1);
        QCOMPARE(text.extraSelections().front().cursor.selectedText(), QStringLiteral("2.788M H800 GPU hours"));
        QVERIFY(text.viewport()->rect().contains(text.cursorRect().center()));
    }
    void aLongTextScrollsToTheWords() {
        Document document = smallDocument();
        Source source = *document.sources[0];
        source.id = {"long"};
        source.text = "\xF0\x9F\x90\xB3 line\r\n";
        for (int i = 0; i < 400; ++i)
            source.text += "Nothing to see in line " + std::to_string(i) + ".\r\n";
        source.text += "It cost $7 million.\r\n";
        document.sources.push_back(Row(source));
        Claim claim = *document.claims[0];
        claim.id = {"c9"};
        claim.mentions = {mentionOf(source, "m9", "$7 million", {})};
        document.claims.push_back(Row(claim));
        Desk desk(document);
        desk.clickRow(6);
        auto& text = *desk.window.findChild<SourceText*>();
        QCOMPARE(text.extraSelections().front().cursor.selectedText(), QStringLiteral("$7 million"));
        QVERIFY(text.viewport()->rect().contains(text.cursorRect().center()));
    }
    void aClickOnAMarkSelectsItsRow() {
        Desk desk;
        auto& text = *desk.window.findChild<SourceText*>();
        QTextCursor cursor = text.document()->find(QStringLiteral("H100"));
        cursor.setPosition(cursor.selectionStart() + 2);
        QTest::mouseClick(text.viewport(), Qt::LeftButton, {}, text.cursorRect(cursor).center());
        QCOMPARE(desk.bench.selection.now().claims, (std::vector<ClaimId>{{"c2"}}));
        QCOMPARE(desk.part<QTableView>("claimsTable").currentIndex().row(), 1);
    }
    void bracketsStepThroughTheMentions() {
        Desk desk;
        desk.trigger("nextMention");
        QCOMPARE(desk.bench.selection.now().mention->value, std::string("m1"));
        desk.trigger("nextMention");
        desk.trigger("nextMention");
        QCOMPARE(desk.bench.selection.now().mention->value, std::string("m4"));
        desk.trigger("nextMention");
        QCOMPARE(desk.bench.selection.now().mention->value, std::string("m1"));
        desk.trigger("previousMention");
        QCOMPARE(desk.bench.selection.now().mention->value, std::string("m4"));
    }
    void selectedWordsBecomeAClaimAsOneStep() {
        Desk desk;
        auto& text = *desk.window.findChild<SourceText*>();
        text.setTextCursor(text.document()->find(QStringLiteral("50,000 H100 chips")));
        desk.trigger("newClaim");
        auto& quantity = desk.part<QLineEdit>("stripQuantity");
        QVERIFY(quantity.isVisible());
        QCOMPARE(quantity.text(), QStringLiteral("50,000 H100 chips"));
        desk.part<QComboBox>("stripSubject").setEditText(QStringLiteral("The lab"));
        QTest::keyClick(&quantity, Qt::Key_Return);
        const Claim& claim = *desk.bench.store.document().claims.back();
        QCOMPARE(claim.subject, std::string("The lab"));
        QCOMPARE(claim.mentions.front().anchor.quote, std::string("50,000 H100 chips"));
        QVERIFY(!quantity.isVisible());
        QCOMPARE(desk.bench.selection.claim()->value, claim.id.value);
        desk.trigger("undo");
        QCOMPARE(desk.bench.store.document(), smallDocument());
    }
    void aNumberThatCantBeReadIsSaidAndNothingAdded() {
        Desk desk;
        auto& text = *desk.window.findChild<SourceText*>();
        text.setTextCursor(text.document()->find(QStringLiteral("one day")));
        desk.trigger("newClaim");
        auto& quantity = desk.part<QLineEdit>("stripQuantity");
        quantity.setText(QStringLiteral("qwerty"));
        desk.part<QComboBox>("stripSubject").setEditText(QStringLiteral("S"));
        desk.part<QComboBox>("stripAttribute").setEditText(QStringLiteral("value lost"));
        QTest::keyClick(&quantity, Qt::Key_Return);
        QVERIFY(quantity.isVisible());
        QVERIFY(quantity.accessibleDescription().contains(QStringLiteral("qwerty")));
        QCOMPARE(desk.bench.store.document(), smallDocument());
        QTest::keyClick(&quantity, Qt::Key_Escape);
        QVERIFY(!quantity.isVisible());
    }
    void theEditorChangesOneFieldAsOneStep() {
        Desk desk;
        desk.clickRow(0);
        desk.trigger("editClaim");
        auto& scope = desk.part<QLineEdit>("editScope");
        QVERIFY(scope.isVisible());
        scope.setFocus();
        QTest::keyClicks(&scope, QStringLiteral("final run"));
        QTest::keyClick(&scope, Qt::Key_Return);
        QCOMPARE(desk.bench.store.document().claims[0]->scope, std::string("final run"));
        QCOMPARE(desk.bench.store.undoStack().count(), 1);
        desk.trigger("undo");
        QCOMPARE(scope.text(), QString());
    }
    void theEditorEditsEachMention() {
        Document document = smallDocument();
        Claim twice = *document.claims[0];
        twice.mentions.push_back(mentionOf(*document.sources[1], "m9", "2,048 chips", {}));
        document.claims[0] = Row(twice);
        Desk desk(document);
        desk.clickRow(0);
        desk.trigger("editClaim");
        auto& which = desk.part<QComboBox>("editMention");
        QCOMPARE(which.count(), 2);
        which.setCurrentIndex(1);
        emit which.activated(1);
        QCOMPARE(desk.bench.selection.now().mention->value, std::string("m9"));
        QCOMPARE(desk.bench.selection.now().source->value, std::string("report")); // the words are shown
        desk.part<QToolButton>("addSpeaker").click();
        auto& speaker = desk.part<QLineEdit>("editSpeakerText1");
        speaker.setText(QStringLiteral("A rival")); // typing would open the completer's list
        QTest::keyClick(&speaker, Qt::Key_Return);
        auto& polarity = desk.part<QComboBox>("editPolarity");
        polarity.setCurrentIndex(1);
        emit polarity.activated(1);
        const Claim& claim = *desk.bench.store.document().claims[0];
        QCOMPARE(claim.mentions[0], twice.mentions[0]);
        QCOMPARE(claim.mentions[1].polarity, Polarity::denies);
        QCOMPARE(claim.mentions[1].chain.size(), std::size_t{1});
        QCOMPARE(find(desk.bench.store.document().speakers, claim.mentions[1].chain[0].speaker)->name,
                 std::string("A rival"));
        QCOMPARE(desk.bench.store.undoStack().count(), 2);
        desk.part<QToolButton>("removeSpeaker1").click();
        QVERIFY(desk.bench.store.document().claims[0]->mentions[1].chain.empty());
        while (desk.bench.store.undoStack().canUndo())
            desk.trigger("undo");
        QCOMPARE(desk.bench.store.document(), document);
    }
    void deletedClaimsComeBackByTheMessagesButton() {
        Desk desk;
        desk.clickRow(0);
        desk.trigger("deleteClaims");
        QCOMPARE(desk.bench.store.document().claims.size(), std::size_t{5});
        QVERIFY(desk.window.messages().text().contains(QStringLiteral("c1")));
        QTest::mouseClick(&desk.part<QPushButton>("messageAction"), Qt::LeftButton);
        QCOMPARE(desk.bench.store.document(), smallDocument());
    }
    void typingFiltersAndAChosenClaimIsNeverHidden() {
        Desk desk;
        auto& filter = desk.part<QLineEdit>("claimsFilter");
        filter.setFocus();
        QTest::keyClicks(&filter, QStringLiteral("stock"));
        QCOMPARE(desk.part<QTableView>("claimsTable").model()->rowCount(), 2);
        desk.bench.selection.selectMention({"c1"}, {"m1"});
        QCOMPARE(filter.text(), QString());
        QCOMPARE(desk.part<QTableView>("claimsTable").currentIndex().row(), 0);
    }
    void editSaveReopenIsEqual() {
        Desk desk;
        desk.clickRow(0);
        desk.trigger("deleteClaims");
        QVERIFY(desk.window.isWindowModified());
        desk.questions.paths = {desk.path("p.assay")};
        desk.trigger("save");
        QVERIFY(desk.wait());
        QVERIFY(!desk.window.isWindowModified());
        QVERIFY(desk.window.windowTitle().startsWith(QStringLiteral("p.assay[*]")));
        const Document saved = desk.bench.store.document();
        desk.bench.session.newProject();
        desk.bench.session.open(desk.path("p.assay"));
        QVERIFY(desk.wait());
        QCOMPARE(desk.bench.store.document(), saved);
    }
    void aFileThatCantBeOpenedIsOneSentence() {
        Desk desk;
        desk.questions.paths = {desk.path("nowhere.assay")};
        desk.trigger("open");
        QVERIFY(desk.wait());
        QVERIFY(desk.window.messages().text().contains(QStringLiteral("nowhere.assay")));
        QCOMPARE(desk.bench.store.document(), smallDocument());
    }
    void importedFilesBecomeSourcesAndTheirOdditiesAreTold() {
        Desk desk;
        const QString name = desk.folder.filePath(QStringLiteral("latin.txt"));
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("Caf\xe9 et th\xe9, d\xe9j\xe0 vu, \xe0 bient\xf4t.\n");
        file.close();
        desk.questions.paths = {name.toStdString()};
        desk.trigger("importSource");
        QTRY_COMPARE(desk.bench.store.document().sources.size(), std::size_t{3});
        QVERIFY(desk.window.messages().text().startsWith(QStringLiteral("1 source added.")));
        QVERIFY2(desk.window.messages().text().contains(QStringLiteral("latin.txt: It is not in UTF-8")),
                 qPrintable(desk.window.messages().text()));
        QCOMPARE(*desk.bench.selection.now().source, desk.bench.store.document().sources.back()->id);
        QTest::mouseClick(&desk.part<QPushButton>("messageAction"), Qt::LeftButton);
        QCOMPARE(desk.bench.store.document(), smallDocument());
        desk.questions.paths = {desk.path("nowhere.txt")};
        desk.trigger("importSource");
        QTRY_VERIFY(desk.window.messages().text().contains(QStringLiteral("nowhere.txt")));
        QTRY_VERIFY(!desk.bench.imports.isBusy());
        QCOMPARE(desk.bench.store.document(), smallDocument());
    }
    void controlPageKeysStepThroughTheScenarios() {
        Desk desk;
        desk.bench.session.openSample();
        desk.window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&desk.window));
        const auto& scenarios = desk.bench.store.document().scenarios;
        QTest::keyClick(&desk.window, Qt::Key_PageDown, Qt::ControlModifier);
        QCOMPARE(*desk.bench.selection.now().scenario, scenarios[1]->id);
        QTest::keyClick(&desk.window, Qt::Key_PageUp, Qt::ControlModifier);
        QTest::keyClick(&desk.window, Qt::Key_PageUp, Qt::ControlModifier);
        QCOMPARE(*desk.bench.selection.now().scenario, scenarios.back()->id);
    }
    void undoAndRedoSayWhatTheyDo() {
        Desk desk;
        desk.clickRow(0);
        desk.trigger("deleteClaims");
        QCOMPARE(desk.part<QAction>("undo").text(), QStringLiteral("&Undo Delete claim c1"));
        desk.trigger("undo");
        QCOMPARE(desk.part<QAction>("redo").text(), QStringLiteral("&Redo Delete claim c1"));
        QVERIFY(!desk.window.isWindowModified());
    }
    void anEmptyChartsButtonOpensTheModels() {
        Desk desk;
        auto& button = desk.part<QPushButton>("chartEmptyButton");
        QTRY_VERIFY(button.isVisible());
        for (const char* remark : {"raise\\(\\)", "grabbing the keyboard"}) // of the offscreen platform on any popup
            QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QLatin1String(remark)));
        button.click();
        auto& models = desk.part<QMenu>("scenarios.models");
        QVERIFY(models.isVisible());
        models.actions().front()->trigger();
        models.hide();
        QCOMPARE(desk.bench.store.document().scenarios.size(), std::size_t{1});
    }
    void closingAsksAndCancelStays() {
        Desk desk;
        desk.clickRow(0);
        desk.trigger("deleteClaims");
        desk.questions.saveAnswers = {SaveAnswer::cancel, SaveAnswer::discard};
        QVERIFY(!desk.window.close());
        QVERIFY(desk.window.isVisible());
        QVERIFY(desk.window.close());
    }
    void everythingInteractiveHasNames() {
        Desk desk;
        desk.trigger("editClaim");
        desk.trigger("find");
        desk.trigger("shortcuts");
        desk.trigger("about");
        QStringList nameless;
        for (const QWidget* top : QApplication::topLevelWidgets())
            for (const QWidget* widget : top->findChildren<QWidget*>()) {
                if (widget->isHidden() || !isInteractive(*widget) || isQtsOwn(*widget))
                    continue;
                const auto* button = qobject_cast<const QAbstractButton*>(widget);
                if (widget->objectName().isEmpty()
                    || (widget->accessibleName().isEmpty() && !(button && !button->text().isEmpty())))
                    nameless += QString::fromLatin1(widget->metaObject()->className()) + QLatin1Char(' ')
                                + widget->objectName();
            }
        QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(QStringLiteral(", "))));
    }
    void labelsShowPlainText() {
        Document document = smallDocument();
        Source source = *document.sources[0];
        source.title = "<b>bold</b><img src=x>";
        document.sources[0] = Row(source);
        Desk desk(document);
        for (const QLabel* label : desk.window.findChildren<QLabel*>())
            QVERIFY2(label->textFormat() == Qt::PlainText || label->text().isEmpty()
                         || !Qt::mightBeRichText(label->text()),
                     qPrintable(label->text()));
    }
    void everyShortcutIsUsedOnce() {
        Desk desk;
        QMap<QString, QString> seen;
        for (const ShortcutRow& row : shortcutRows(desk.window))
            for (const QString& keys : row.keys.split(QStringLiteral(", "))) {
                QVERIFY2(!seen.contains(keys), qPrintable(keys + QStringLiteral(": ") + seen.value(keys)
                                                          + QStringLiteral(" and ") + row.text));
                seen[keys] = row.text;
            }
        QVERIFY(seen.size() > 15);
    }
    void sixGoesThroughThePanes() {
        Desk desk;
        desk.window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&desk.window));
        QStringList visited;
        for (int i = 0; i < 3; ++i) {
            desk.trigger("nextPane");
            visited += QApplication::focusWidget() ? QApplication::focusWidget()->objectName() : QString();
        }
        QVERIFY2(visited.contains(QStringLiteral("claimsTable")) && visited.contains(QStringLiteral("sourceText")),
                 qPrintable(visited.join(QLatin1Char(' '))));
    }
    void darkAndLightTextIsReadable_data() {
        QTest::addColumn<QPalette>("palette");
        QTest::newRow("light") << lightPalette();
        QTest::newRow("dark") << darkPalette();
        QTest::newRow("high contrast") << highContrastPalette();
    }
    void darkAndLightTextIsReadable() { // WCAG 2.1 contrast ratio, text >= 4.5:1, in high contrast 7:1
        QFETCH(QPalette, palette);
        const double least = themeOf(palette) == ThemeKind::highContrast ? 7 : 4.5;
        const MarkColors marks = markColors(palette);
        for (const QColor& ground : {palette.color(QPalette::Base), palette.color(QPalette::Window), marks.background,
                                     marks.current, palette.color(QPalette::Inactive, QPalette::Highlight)})
            QVERIFY(contrast(palette.color(QPalette::Text), ground) >= least);
        for (const auto role : {QPalette::Base, QPalette::Window})
            QVERIFY(contrast(palette.color(QPalette::PlaceholderText), palette.color(role)) >= least);
        QVERIFY(contrast(palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight)) >= least);
        QVERIFY(contrast(palette.color(QPalette::Link), palette.color(QPalette::Base)) >= least);
    }
    void highContrastHasEdgesThatAreSeen() {
        const QPalette palette = highContrastPalette();
        QVERIFY(contrast(lineColor(palette), palette.color(QPalette::Window)) >= 4.5);
        QVERIFY(contrast(palette.color(QPalette::Highlight), palette.color(QPalette::Base)) >= 4.5);
        QVERIFY(contrast(palette.color(QPalette::Disabled, QPalette::Text), palette.color(QPalette::Base)) >= 4.5);
        QVERIFY(windowStyleSheet(palette).contains(QStringLiteral("QLineEdit:focus")));
        QVERIFY(!windowStyleSheet(darkPalette()).contains(QStringLiteral("QLineEdit:focus")));
    }
    void anAppearanceIsForcedOrFollowed() {
        const QPalette stark = highContrastPalette(), dark = darkPalette(), light = lightPalette();
        QCOMPARE(paletteFor(Appearance::followSystem, stark), stark);
        QCOMPARE(paletteFor(Appearance::followSystem, dark), dark);
        QCOMPARE(paletteFor(Appearance::followSystem, light), light);
        QCOMPARE(paletteFor(Appearance::highContrast, light), stark);
        QCOMPARE(paletteFor(Appearance::dark, stark), dark);
        QCOMPARE(themeOf(stark), ThemeKind::highContrast);
        QCOMPARE(themeOf(dark), ThemeKind::dark);
    }
    void theSheetOfShortcutsHasTheChartsKeys() {
        Desk desk;
        desk.trigger("shortcuts");
        auto* table = desk.window.findChild<QTableWidget*>(QStringLiteral("shortcutTable"));
        QVERIFY(table);
        QStringList rows;
        for (int row = 0; row < table->rowCount(); ++row)
            rows << table->item(row, 0)->text() + QLatin1Char('|') + table->item(row, 2)->text();
        QVERIFY(rows.contains(QStringLiteral("In a chart|T")));
        QVERIFY(rows.contains(QStringLiteral("In a chart|C")));
        QVERIFY(desk.window.findChild<QAction*>(QStringLiteral("shortcuts"))
                    ->shortcuts()
                    .contains(QKeySequence(Qt::Key_Question)));
    }
};

const Registered<TestMainWindow> registered("main_window");

} // namespace assay::test

#include "tst_main_window.moc"
