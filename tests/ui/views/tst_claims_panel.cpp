// The claims table by hand and by keyboard: typed into, filled down, changed many at once, copied, filtered by chips,
// grouped, and its views kept in the project. Every act is one undo step.
#include "core/document/edit.h"
#include "tests/test.h"
#include "tests/ui/fixture.h"
#include "tests/ui/views/window_desk.h"
#include "ui/jobs/findings_service.h"
#include "ui/views/cell_editor.h"
#include "ui/views/change_dialog.h"
#include "ui/views/claim_facets.h"
#include "ui/views/claims_panel.h"
#include "ui/views/claims_table.h"
#include "ui/views/claims_view_menu.h"

#include <QtCore/QMimeData>
#include <QtGui/QAction>
#include <QtGui/QClipboard>
#include <QtTest/QAbstractItemModelTester>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>

namespace assay::test {

namespace {

struct Bench {
    explicit Bench(const Document& document = smallDocument())
        : service((store.reset(document), store)),
          panel(store, selection, service, questions) {
        panel.resize(900, 400);
        panel.show();
        table->setFocus();
        QApplication::processEvents();
    }
    DocumentStore store;
    Selection selection{store};
    ScriptedQuestions questions;
    FindingsService service;
    ClaimsPanel panel;
    ClaimsTable* table = panel.findChild<ClaimsTable*>();
    QLineEdit* filter = panel.findChild<QLineEdit*>(QStringLiteral("claimsFilter"));

    int shown() const { return table->model()->rowCount(); }
    void go(int row, ClaimColumn column) {
        table->setCurrentIndex(table->model()->index(row, static_cast<int>(column)));
    }
    void select(int first, int last, ClaimColumn column) {
        go(first, column);
        table->selectionModel()->select({table->model()->index(first, 0), table->model()->index(last, 0)},
                                        QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    }
    CellEditor* edit(int row, ClaimColumn column) {
        go(row, column);
        QTest::keyClick(table, Qt::Key_Return);
        return table->findChild<CellEditor*>();
    }
    const Claim& claim(int at) const { return *store.document().claims[static_cast<std::size_t>(at)]; }
    /// Opens the menu of views as a click does and triggers one of its entries; false: it has none of that name.
    bool choose(const char* name) {
        auto* menu = panel.findChild<ClaimsViewMenu*>();
        emit menu->aboutToShow();
        auto* action = menu->findChild<QAction*>(QLatin1String(name));
        if (action)
            action->trigger();
        return action != nullptr;
    }
};

} // namespace

class TestClaimsPanel : public Test {
    Q_OBJECT
private slots:
    void init() { allowRemarksOnPopups(); }
    void whatCanNotBeReadKeepsTheOldValue() {
        Bench bench;
        CellEditor* editor = bench.edit(0, ClaimColumn::written);
        QVERIFY(editor);
        editor->setText(QStringLiteral("qwerty"));
        QVERIFY(editor->isRefused());
        QVERIFY(editor->accessibleDescription().contains(QStringLiteral("qwerty")));
        QVERIFY(editor->toolTip().contains(QStringLiteral("qwerty")));
        QTest::keyClick(editor, Qt::Key_Return);
        QApplication::processEvents();
        QVERIFY2(editor->isVisible(), "the words stay to be corrected");
        QTest::keyClick(editor, Qt::Key_Escape);
        QCOMPARE(bench.store.document(), smallDocument());
        QCOMPARE(bench.store.undoStack().count(), 0);
    }
    void leavingARefusedCellKeepsTheOldValue() {
        Bench bench;
        CellEditor* editor = bench.edit(0, ClaimColumn::asOf);
        editor->setText(QStringLiteral("last week"));
        bench.filter->setFocus();
        QApplication::processEvents();
        QCOMPARE(bench.store.document(), smallDocument());
    }
    void aTypedNumberIsOneStep() {
        Bench bench;
        CellEditor* editor = bench.edit(0, ClaimColumn::written);
        editor->setText(QStringLiteral("about $7 million"));
        QVERIFY(!editor->isRefused());
        QTest::keyClick(editor, Qt::Key_Return);
        QApplication::processEvents();
        QCOMPARE(bench.claim(0).quantity->bound, Bound::about);
        QCOMPARE(*bench.claim(0).quantity->value, 7e6);
        QCOMPARE(bench.store.undoStack().count(), 1);
        bench.store.undoStack().undo();
        QCOMPARE(bench.store.document(), smallDocument());
    }
    void aWordIsChosenFromItsList() {
        Bench bench;
        bench.go(1, ClaimColumn::verified);
        QTest::keyClick(bench.table, Qt::Key_Return);
        auto* box = bench.table->findChild<QComboBox*>(QStringLiteral("cellChoice"));
        QVERIFY(box);
        QCOMPARE(box->currentData().toString(), QStringLiteral("no"));
        box->setCurrentIndex(box->findData(QStringLiteral("secondary")));
        QTest::keyClick(box, Qt::Key_Return);
        QApplication::processEvents();
        QCOMPARE(bench.claim(1).verified, Verified::secondary);
    }
    void aCellThatIsWorkedOutOpensTheForm() {
        Bench bench;
        QSignalSpy form(&bench.panel, &ClaimsPanel::editWanted);
        bench.go(0, ClaimColumn::chain);
        QTest::keyClick(bench.table, Qt::Key_Return);
        QCOMPARE(form.size(), 1);
    }
    void fillingDownTakesTheTopmostAsOneStep() {
        Bench bench;
        bench.select(0, 3, ClaimColumn::asOf);
        Document other = smallDocument();
        bench.panel.fillDown(); // equal already: no step
        QCOMPARE(bench.store.undoStack().count(), 0);
        bench.select(0, 3, ClaimColumn::written);
        bench.panel.fillDown();
        for (int row = 1; row < 4; ++row)
            QCOMPARE(bench.claim(row).quantity, bench.claim(0).quantity);
        QVERIFY(bench.claim(4).quantity != bench.claim(0).quantity);
        QCOMPARE(bench.store.undoStack().count(), 1);
    }
    void whatCanNotBeFilledSaysSo() {
        Bench bench;
        QSignalSpy done(&bench.panel, &ClaimsPanel::done);
        bench.select(0, 3, ClaimColumn::chain);
        bench.panel.fillDown();
        bench.select(0, 0, ClaimColumn::subject);
        bench.panel.fillDown();
        bench.table->clearSelection();
        bench.panel.fillDown();
        QCOMPARE(done.size(), 3);
        QCOMPARE(bench.store.document(), smallDocument());
    }
    void manyClaimsAreChangedAtOnce() {
        Bench bench;
        bench.select(0, 2, ClaimColumn::asOf);
        bench.panel.changeSelected();
        auto* dialog = bench.panel.window()->findChild<ChangeDialog*>();
        QVERIFY(dialog);
        auto* text = dialog->findChild<QLineEdit*>(QStringLiteral("change.text"));
        auto* take = dialog->findChild<QPushButton*>(QStringLiteral("change.take"));
        text->setText(QStringLiteral("some day"));
        QVERIFY(!take->isEnabled());
        QVERIFY(text->accessibleDescription().contains(QStringLiteral("some day")));
        text->setText(QStringLiteral("2025-01-27"));
        QVERIFY(take->isEnabled());
        take->click();
        for (int row = 0; row < 3; ++row)
            QCOMPARE(bench.claim(row).asOf, std::string("2025-01-27"));
        QCOMPARE(bench.claim(3).asOf, std::string("2025-01"));
        QCOMPARE(bench.store.undoStack().count(), 1);
    }
    void theDialogGoesFromTextToChoicesAndBack() {
        ChangeDialog dialog(smallDocument(), {{"c1"}}, ClaimField::assessment);
        auto* field = dialog.findChild<QComboBox*>(QStringLiteral("change.field"));
        QVERIFY(dialog.findChild<QPushButton*>(QStringLiteral("change.take"))->isEnabled());
        field->setCurrentIndex(field->findData(static_cast<int>(ClaimField::quantity)));
        auto* text = dialog.findChild<QLineEdit*>(QStringLiteral("change.text"));
        text->setText(QStringLiteral("5.6M USD"));
        QVERIFY(dialog.findChild<QLabel*>(QStringLiteral("change.reason"))->text().contains(QStringLiteral("5.6")));
        field->setCurrentIndex(field->findData(static_cast<int>(ClaimField::verified)));
        QVERIFY(!dialog.findChild<QLineEdit*>(QStringLiteral("change.text")));
    }
    void copiedClaimsAreATableInTwoForms() {
        Bench bench;
        bench.select(0, 1, ClaimColumn::subject);
        bench.panel.copy(ClaimsCopy::table);
        const QMimeData* mime = QApplication::clipboard()->mimeData();
        const QStringList lines = mime->text().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 3);
        QVERIFY(lines[0].contains(QStringLiteral("Subject\tAttribute\tAs written")));
        QVERIFY(lines[1].contains(QStringLiteral("$5.6 million")));
        QVERIFY(mime->html().contains(QStringLiteral("<td>$5.6 million</td>")));
    }
    void everyFormatHasTheClaim_data() {
        QTest::addColumn<ClaimsCopy>("format");
        QTest::addColumn<QString>("part");
        QTest::newRow("csv") << ClaimsCopy::csv << QStringLiteral("The model,training cost,$5.6 million");
        QTest::newRow("markdown") << ClaimsCopy::markdown << QStringLiteral("| The model | training cost |");
        QTest::newRow("json") << ClaimsCopy::json << QStringLiteral("\"id\": \"c1\"");
        QTest::newRow("citation") << ClaimsCopy::citation << QStringLiteral("characters 33 to 44");
    }
    void everyFormatHasTheClaim() {
        QFETCH(ClaimsCopy, format);
        QFETCH(QString, part);
        Bench bench;
        bench.select(0, 0, ClaimColumn::subject);
        bench.panel.copy(format);
        QVERIFY2(QApplication::clipboard()->text().contains(part), qPrintable(QApplication::clipboard()->text()));
    }
    void nothingMatchesAndOneButtonBringsAllBack() {
        Bench bench;
        QTest::keyClicks(bench.filter, QStringLiteral("zebra"));
        auto* clear = bench.panel.findChild<QPushButton*>(QStringLiteral("claims.clearFilter"));
        QVERIFY(clear->isVisible());
        clear->click();
        QCOMPARE(bench.shown(), 6);
        QCOMPARE(bench.filter->text(), QString());
        QVERIFY(bench.table->isVisible());
    }
    void aTermThatCanNotBeReadSaysWhy() {
        Bench bench;
        bench.filter->setText(QStringLiteral("value>cheap"));
        QVERIFY(bench.filter->accessibleDescription().contains(QStringLiteral("cheap")));
    }
    void chipsTakeTermsAwayAndFacetsAddThem() {
        Bench bench;
        auto* facets = bench.panel.findChild<ClaimFacets*>();
        QVERIFY(!facets->isVisible());
        QMenu* menu = facets->button()->menu()->findChild<QMenu*>(QStringLiteral("facet:attribute"));
        emit menu->aboutToShow();
        QVERIFY(menu->actions()[0]->text().endsWith(QStringLiteral("\t2")));
        menu->actions()[0]->trigger();
        QCOMPARE(bench.filter->text(), QStringLiteral("attribute=\"GPU stock\""));
        QCOMPARE(bench.shown(), 2);
        auto* chip = facets->findChild<QToolButton*>(QStringLiteral("claims.chip"));
        QVERIFY(chip && chip->isVisible());
        chip->click();
        QCOMPARE(bench.shown(), 6);
        QVERIFY(!facets->isVisible());
    }
    void aViewIsKeptInTheProjectAndUndone() {
        Bench bench;
        QAbstractItemModelTester tester(bench.table->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        bench.table->showColumn(ClaimColumn::chain, Qt::Unchecked);
        bench.table->setColumnWidth(static_cast<int>(ClaimColumn::subject), 177);
        bench.table->sortBy(ClaimColumn::subject, Qt::NoModifier);
        bench.table->sortBy(ClaimColumn::written, Qt::ShiftModifier);
        bench.table->sortBy(ClaimColumn::written, Qt::ShiftModifier);
        bench.filter->setText(QStringLiteral("unit:USD"));
        QVERIFY(bench.choose("group:subject"));
        bench.questions.lines = {QStringLiteral("Dollars")};
        QVERIFY(bench.choose("saveView"));
        QCOMPARE(bench.store.document().views.size(), std::size_t(1));
        const TableView view = *bench.store.document().views[0];
        QCOMPARE(view.title, std::string("Dollars"));
        QCOMPARE(view.filter, std::string("unit:USD"));
        QCOMPARE(view.group, std::string("subject"));
        QCOMPARE(view.sort, (std::vector<ViewSort>{{"subject"}, {"written", SortDirection::descending}}));
        QCOMPARE(bench.store.undoStack().count(), 1);

        QVERIFY(bench.choose("group:"));
        bench.filter->clear();
        bench.table->resetColumns();
        bench.table->sortBy(ClaimColumn::asOf, Qt::NoModifier);
        QVERIFY(bench.choose("view:dollars"));
        QCOMPARE(bench.filter->text(), QStringLiteral("unit:USD"));
        QVERIFY(bench.table->isColumnHidden(static_cast<int>(ClaimColumn::chain)));
        QCOMPARE(bench.table->columnWidth(static_cast<int>(ClaimColumn::subject)), 177);
        TableView now = bench.table->layoutNow();
        QCOMPARE(now.columns, view.columns);
        QCOMPARE(now.sort, view.sort);
        QCOMPARE(bench.shown(), 2); // a group and its claim

        bench.questions.lines = {QStringLiteral("Money")};
        QVERIFY(bench.choose("renameView:dollars"));
        QCOMPARE(bench.store.document().views[0]->title, std::string("Money"));
        QVERIFY(bench.choose("deleteView:dollars"));
        QVERIFY(bench.store.document().views.empty());
        bench.store.undoStack().undo();
        bench.store.undoStack().undo();
        QCOMPARE(*bench.store.document().views[0], view);
        bench.store.undoStack().undo();
        QCOMPARE(bench.store.document(), smallDocument());
    }
    void columnsHideMoveAndComeBack() {
        Bench bench;
        bench.go(0, ClaimColumn::attribute);
        bench.table->moveCurrentColumn(-1);
        QCOMPARE(bench.table->layoutNow().columns[1].column, std::string("attribute"));
        for (int column = 0; column < claimColumnCount; ++column)
            bench.table->showColumn(static_cast<ClaimColumn>(column), Qt::Unchecked);
        QCOMPARE(bench.table->layoutNow().columns.size(), std::size_t(1)); // the last one stays
        bench.table->resetColumns();
        QCOMPARE(bench.table->layoutNow().columns[1].column, std::string("subject"));
        bench.table->setLayout(TableView{.columns = {{"of-a-later-program"}, {"value"}, {"value"}}});
        QCOMPARE(bench.table->layoutNow().columns.size(), std::size_t(1));
    }
    void groupsTurnByKeyboard() {
        Bench bench;
        QVERIFY(bench.choose("group:attribute"));
        QCOMPARE(bench.shown(), 10);
        bench.table->setFocus();
        bench.go(0, ClaimColumn::subject);
        QTest::keyClick(bench.table, Qt::Key_Left);
        QCOMPARE(bench.shown(), 8);
        QTest::keyClick(bench.table, Qt::Key_Right);
        QCOMPARE(bench.shown(), 10);
        QTest::keyClick(bench.table, Qt::Key_Return);
        QVERIFY(bench.shown() < 10);
    }
    void aChosenClaimStaysChosenThroughGroupsAndSorting() {
        Bench bench;
        bench.selection.selectClaims({{"c5"}});
        QVERIFY(bench.choose("group:source"));
        bench.table->sortBy(ClaimColumn::value, Qt::NoModifier);
        QCOMPARE(bench.table->chosenClaims(), (std::vector<ClaimId>{{"c5"}}));
        QCOMPARE(bench.selection.now().claims, (std::vector<ClaimId>{{"c5"}}));
    }
};

const Registered<TestClaimsPanel> registered("claims_panel");

} // namespace assay::test

#include "tst_claims_panel.moc"
