// The catalogues by hand and by keyboard: search, what is unverified looks it, a value is picked for an input or
// dropped onto one.
#include "core/document/bind_catalogue.h"
#include "core/document/edit.h"
#include "tests/test.h"
#include "tests/ui/views/panel_bench.h"
#include "ui/views/basis_text.h"
#include "ui/views/catalogue_dialog.h"
#include "ui/views/elided_label.h"
#include "ui/views/input_row.h"
#include "ui/views/scenario_panel.h"

#include <QtCore/QMimeData>
#include <QtGui/QDropEvent>
#include <QtTest/QAbstractItemModelTester>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTableView>

namespace assay::test {

namespace {

const CatalogueTarget peakTarget{QStringLiteral("Peak of one chip"), "TFLOP/(s*GPU)"};

/// Row of the model with that reference; an invalid index when it is not shown.
QModelIndex indexOf(const CatalogModel& model, const char* reference, int column = 0) {
    const std::optional<int> row = model.rowOf(reference);
    return row ? model.index(*row, column) : QModelIndex();
}

using Cells = std::vector<std::pair<const char*, const char*>>;

Cells myChip() {
    return {
        {"chip_id", "my_chip"}, {"chip", "My chip"}, {"chip_family", "Mine"}, {"tdp_w", "350"}, {"source", "a sheet"}};
}

CatalogueRow ownPeak(const std::string& peak) {
    return orderedRow("gpus", {{"chip_id", "my_chip"},
                               {"chip", "My chip"},
                               {"chip_family", "Mine"},
                               {"bf16_dense_tflops", peak},
                               {"source", "a sheet"}});
}

/// A store and the dialog over it, with a chip chosen.
struct RowBench {
    DocumentStore store;
    CatalogueDialog dialog{store, std::nullopt};

    RowBench() { choose("gpus/h20 tdp"); }
    void choose(const char* words) {
        dialog.findChild<QLineEdit*>(QStringLiteral("catalogue.filter"))->setText(QString::fromLatin1(words));
    }
    QPushButton* button(const char* name) { return dialog.findChild<QPushButton*>(QLatin1String(name)); }
    CatalogueRowDialog& form() { return *dialog.findChildren<CatalogueRowDialog*>().last(); }
    const CatalogModel& model() {
        return *qobject_cast<CatalogModel*>(dialog.findChild<QTableView*>(QStringLiteral("catalogue.table"))->model());
    }
    QString detail() { return dialog.findChild<QLabel*>(QStringLiteral("catalogue.detail"))->text(); }
    static void fill(CatalogueRowDialog& form, const Cells& cells) {
        for (const auto& [column, text] : cells)
            form.findChild<QLineEdit*>(QStringLiteral("row.%1").arg(QLatin1String(column)))
                ->setText(QString::fromLatin1(text));
    }
    void addMyChip() {
        button("catalogue.add")->click();
        CatalogueRowDialog& made = form();
        fill(made, myChip());
        made.findChild<QPushButton*>(QStringLiteral("row.enter"))->click();
    }
};

} // namespace

class TestCatalogueDialog : public Test {
    Q_OBJECT
private slots:
    void noRowHoldsTheWords() {
        DocumentStore store;
        CatalogueDialog dialog(store, peakTarget);
        dialog.findChild<QLineEdit*>(QStringLiteral("catalogue.filter"))->setText(QStringLiteral("guilders"));
        QVERIFY(!dialog.findChild<QPushButton*>(QStringLiteral("catalogue.use"))->isEnabled());
        QCOMPARE(dialog.findChild<QLabel*>(QStringLiteral("catalogue.detail"))->text(),
                 QStringLiteral("No row holds all these words."));
    }
    void noCatalogueHasTheUnit() {
        DocumentStore store;
        CatalogueDialog dialog(store, CatalogueTarget{QStringLiteral("Weight"), "kg"});
        QCOMPARE(dialog.findChild<QLabel*>(QStringLiteral("catalogue.detail"))->text(),
                 QStringLiteral("No catalogue has a value in this unit."));
    }
    void aRowThatDoesNotFitIsNotTaken() {
        RowBench on;
        on.button("catalogue.add")->click();
        CatalogueRowDialog& form = on.form();
        QPushButton* enter = form.findChild<QPushButton*>(QStringLiteral("row.enter"));
        QVERIFY(!enter->isEnabled());
        const auto reading = [&form] { return form.findChild<QLabel*>(QStringLiteral("row.reading"))->text(); };
        QCOMPARE(reading(), QStringLiteral("Still needed: chip id, chip, chip family, source."));
        on.fill(form, {{"chip_id", "my_chip"},
                       {"chip", "My chip"},
                       {"chip_family", "Mine"},
                       {"source", "a sheet"},
                       {"tdp_w", "lots"}});
        QVERIFY(!enter->isEnabled());
        QVERIFY2(reading().contains(QStringLiteral("\u201clots\u201d")) && reading().contains(QStringLiteral("W/GPU")),
                 qPrintable(reading()));
        QVERIFY(on.store.document().catalogueRows.empty());
    }
    void anIdThatTheProjectHasIsNotTakenTwice() {
        RowBench on;
        on.addMyChip();
        on.button("catalogue.add")->click();
        CatalogueRowDialog& form = on.form();
        on.fill(form, myChip());
        QVERIFY(!form.findChild<QPushButton*>(QStringLiteral("row.enter"))->isEnabled());
    }
    void modelIsSoundAndKnowsOnlyTheUnit() {
        CatalogModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QVERIFY(model.rowCount() > 1500);
        model.setUnit("TFLOP/(s*GPU)");
        QVERIFY(indexOf(model, "gpus/h20/bf16_dense_tflops").isValid());
        QVERIFY(!indexOf(model, "gpus/h20/tdp_w").isValid());
        model.setFilter(QStringLiteral("gpus/H20/ bf16"));
        QCOMPARE(model.rowCount(), 1);
    }
    void unverifiedRowsLookIt() {
        const CatalogModel model;
        const QModelIndex recalled = indexOf(model, "gpus/rtx_4090_d/tdp_w");
        QVERIFY(recalled.data(Qt::FontRole).value<QFont>().italic());
        QVERIFY(recalled.data(Qt::ForegroundRole).isValid());
        QCOMPARE(recalled.siblingAtColumn(3).data().toString(), QStringLiteral("unverified"));
        const QModelIndex sound = indexOf(model, "gpus/h100_sxm5_80gb/tdp_w");
        QVERIFY(!sound.data(Qt::FontRole).isValid() && !sound.data(Qt::ForegroundRole).isValid());
        QCOMPARE(sound.siblingAtColumn(3).data().toString(), QStringLiteral("verified"));
    }
    void rowsOfWordsAreThereToReadOnly() {
        CatalogModel model;
        model.setFilter(QStringLiteral("export-status a100"));
        QVERIFY(model.rowCount() >= 3);
        QVERIFY(!(model.flags(model.index(0, 0)) & Qt::ItemIsDragEnabled));
        model.setUnit("GPU");
        QCOMPARE(model.rowCount(), 0);
    }
    void anAddedRowIsOneStepMarkedAndUnverified() {
        RowBench on;
        const int before = on.model().total();
        on.addMyChip();
        QCOMPARE(on.store.undoStack().count(), 1);
        QCOMPARE(on.model().total(), before + 1);
        const QModelIndex line = indexOf(on.model(), "gpus/my_chip/tdp_w");
        QCOMPARE(line.siblingAtColumn(3).data().toString(), QStringLiteral("unverified"));
        QCOMPARE(line.siblingAtColumn(4).data().toString(), QStringLiteral("this project"));
        QVERIFY(line.siblingAtColumn(4).data(Qt::FontRole).value<QFont>().bold());
        QVERIFY(line.data(Qt::FontRole).value<QFont>().italic());
        QVERIFY2(on.detail().contains(QStringLiteral("a row of this project")),
                 qPrintable(on.detail())); // it is chosen
        on.store.undoStack().undo();
        QCOMPARE(on.model().total(), before);
        QVERIFY(!on.button("catalogue.edit")->isEnabled());
    }
    void aCopyCorrectsTheShippedRowAndGoesBack() {
        RowBench on;
        on.choose("gpus/h800_sxm5_80gb tdp");
        QVERIFY(!on.button("catalogue.edit")->isEnabled() && !on.button("catalogue.delete")->isEnabled());
        on.button("catalogue.copy")->click();
        CatalogueRowDialog& form = on.form();
        QCOMPARE(form.findChild<QLineEdit*>(QStringLiteral("row.tdp_w"))->text(), QStringLiteral("700"));
        on.fill(form, {{"tdp_w", "800"}, {"source", "measured"}});
        const QString reading = form.findChild<QLabel*>(QStringLiteral("row.reading"))->text();
        QVERIFY2(reading.contains(QStringLiteral("in place of the shipped row")), qPrintable(reading));
        form.findChild<QPushButton*>(QStringLiteral("row.enter"))->click();
        const QModelIndex line = indexOf(on.model(), "gpus/h800_sxm5_80gb/tdp_w");
        QCOMPARE(line.siblingAtColumn(2).data().toString(), QStringLiteral("800 W/GPU (shipped: 700)"));
        QCOMPARE(line.siblingAtColumn(4).data().toString(), QStringLiteral("this project, corrected"));
        QVERIFY2(on.detail().contains(QStringLiteral("which has 700 W/GPU here")), qPrintable(on.detail()));
        on.button("catalogue.delete")->click();
        QVERIFY(on.store.document().catalogueRows.empty());
        QCOMPARE(indexOf(on.model(), "gpus/h800_sxm5_80gb/tdp_w").siblingAtColumn(2).data().toString(),
                 QStringLiteral("700 W/GPU"));
        QCOMPARE(on.store.undoStack().count(), 2);
    }
    void anEditedRowKeepsItsKeyAndItsInputFollows() {
        PanelBench bench(ScenarioId{"from-compute"});
        static_cast<void>(
            bench.store.apply(QStringLiteral("row"), addCatalogueRow(bench.store.document(), ownPeak("500"))));
        const ScenarioId scenario{"from-compute"};
        const VariableId peak{"peak"};
        static_cast<void>(
            bench.store.apply(QStringLiteral("bind"),
                              bindCatalogue(bench.store.document(), scenario, peak, "gpus/my_chip/bf16_dense_tflops")));
        CatalogueDialog dialog(bench.store, std::nullopt);
        dialog.findChild<QLineEdit*>(QStringLiteral("catalogue.filter"))->setText(QStringLiteral("gpus/my_chip bf16"));
        dialog.findChild<QPushButton*>(QStringLiteral("catalogue.edit"))->click();
        auto* form = dialog.findChild<CatalogueRowDialog*>();
        QVERIFY(form && !form->findChild<QLineEdit*>(QStringLiteral("row.chip_id"))->isEnabled());
        form->findChild<QLineEdit*>(QStringLiteral("row.bf16_dense_tflops"))->setText(QStringLiteral("750"));
        const int steps = bench.store.undoStack().count();
        form->findChild<QPushButton*>(QStringLiteral("row.enter"))->click();
        QCOMPARE(bench.store.undoStack().count(), steps + 1);
        const auto given = [&] { return currentInput(bench.store.document(), scenario, peak).value(); };
        QCOMPARE(given().text, std::string("750 TFLOP/(s*GPU)"));
        const Scenario& row = *assay::find(bench.store.document().scenarios, scenario);
        const Model& model = *assay::find(bench.store.document().models, row.model);
        const QString basis = basisLine(bench.store.document(), row, *findInput(model, peak)).text;
        QVERIFY2(basis.contains(QStringLiteral("(this project; unverified)")), qPrintable(basis));
        bench.store.undoStack().undo();
        QCOMPARE(given().text, std::string("500 TFLOP/(s*GPU)"));
    }
    void searchAndReturnPickTheValue() {
        DocumentStore store;
        CatalogueDialog dialog(store, peakTarget);
        dialog.show();
        std::string picked;
        connect(&dialog, &CatalogueDialog::picked, &dialog, [&picked](const std::string& one) { picked = one; });
        auto* filter = dialog.findChild<QLineEdit*>(QStringLiteral("catalogue.filter"));
        QTest::keyClicks(filter, QStringLiteral("gpus/h20/ bf16"));
        QTest::keyClick(filter, Qt::Key_Return);
        QCOMPARE(picked, std::string("gpus/h20/bf16_dense_tflops"));
        QVERIFY(!dialog.isVisible());
    }
    void downGoesIntoTheTable() {
        DocumentStore store;
        CatalogueDialog dialog(store, std::nullopt);
        dialog.show();
        dialog.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        QTest::keyClick(dialog.findChild<QLineEdit*>(QStringLiteral("catalogue.filter")), Qt::Key_Down);
        QVERIFY(dialog.findChild<QTableView*>(QStringLiteral("catalogue.table"))->hasFocus());
        QVERIFY(!dialog.findChild<QPushButton*>(QStringLiteral("catalogue.use"))); // nothing to use it for
    }
    void pickedValueIsTheInputsBasis() {
        PanelBench bench(ScenarioId{"from-compute"});
        ScenarioPanel panel(bench.store, bench.selection, bench.runs, bench.questions);
        panel.resize(420, 800);
        panel.show();
        bench.selection.selectInput(VariableId{"peak"});
        panel.browseCatalogues();
        auto* dialog = panel.findChild<CatalogueDialog*>(QStringLiteral("catalogueDialog"));
        QVERIFY(dialog);
        dialog->findChild<QLineEdit*>(QStringLiteral("catalogue.filter"))
            ->setText(QStringLiteral("gpus/rtx_4090_d bf16"));
        dialog->findChild<QPushButton*>(QStringLiteral("catalogue.use"))->click();
        const Basis basis = currentInput(bench.store.document(), ScenarioId{"from-compute"}, VariableId{"peak"})->basis;
        QCOMPARE(basis.reference, std::string("gpus/rtx_4090_d/bf16_dense_tflops"));
        const QString shown = panel.findChild<ElidedLabel*>(QStringLiteral("input.basis.peak"))->text();
        QVERIFY2(shown.contains(QStringLiteral("unverified")), qPrintable(shown));
        bench.store.undoStack().undo();
        QVERIFY(currentInput(bench.store.document(), ScenarioId{"from-compute"}, VariableId{"peak"})->basis.reference
                != basis.reference);
    }
    void droppedValueIsTheInputsBasis() {
        PanelBench bench(ScenarioId{"from-compute"});
        ScenarioPanel panel(bench.store, bench.selection, bench.runs, bench.questions);
        panel.show();
        const CatalogModel model;
        const std::unique_ptr<QMimeData> mime(model.mimeData({indexOf(model, "utilisation/default_unknown/middle")}));
        auto* row = panel.findChild<InputRow*>(QStringLiteral("input.utilisation"));
        QDragEnterEvent enter(QPoint(20, 20), Qt::LinkAction, mime.get(), Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(row, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent dropped(QPointF(20, 20), Qt::LinkAction, mime.get(), Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(row, &dropped);
        QCOMPARE(currentInput(bench.store.document(), ScenarioId{"from-compute"}, VariableId{"utilisation"})->text,
                 std::string("37.5 %"));
    }
};

const Registered<TestCatalogueDialog> registered("catalogue_dialog");

} // namespace assay::test

#include "tst_catalogue_dialog.moc"
