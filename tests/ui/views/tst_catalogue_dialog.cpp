// The catalogues by hand and by keyboard: search, what is unverified looks it, a value is picked for an input or
// dropped onto one.
#include "core/document/edit.h"
#include "tests/test.h"
#include "tests/ui/views/panel_bench.h"
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

} // namespace

class TestCatalogueDialog : public Test {
    Q_OBJECT
private slots:
    void noRowHoldsTheWords() {
        CatalogueDialog dialog(peakTarget);
        dialog.findChild<QLineEdit*>(QStringLiteral("catalogue.filter"))->setText(QStringLiteral("guilders"));
        QVERIFY(!dialog.findChild<QPushButton*>(QStringLiteral("catalogue.use"))->isEnabled());
        QCOMPARE(dialog.findChild<QLabel*>(QStringLiteral("catalogue.detail"))->text(),
                 QStringLiteral("No row holds all these words."));
    }
    void noCatalogueHasTheUnit() {
        CatalogueDialog dialog(CatalogueTarget{QStringLiteral("Weight"), "kg"});
        QCOMPARE(dialog.findChild<QLabel*>(QStringLiteral("catalogue.detail"))->text(),
                 QStringLiteral("No catalogue has a value in this unit."));
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
    void searchAndReturnPickTheValue() {
        CatalogueDialog dialog(peakTarget);
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
        CatalogueDialog dialog(std::nullopt);
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
