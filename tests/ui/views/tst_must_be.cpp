// "What must be true": a target becomes values, a line and a point, and each of them a scenario that reaches it.
#include "core/document/edit.h"
#include "tests/test.h"
#include "tests/ui/views/panel_bench.h"
#include "ui/charts/chart_view.h"
#include "ui/views/must_be_dialog.h"

#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTabWidget>
#include <QtWidgets/QTableWidget>

namespace assay::test {

namespace {

struct MustBe : PanelBench {
    MustBe()
        : PanelBench(ScenarioId{"from-compute"}),
          dialog(store, selection, runs, {"from-compute"}, {"rental_cost"}) {
        dialog.show();
    }
    MustBeDialog dialog;

    template <class T>
    T* part(const char* name) {
        return dialog.findChild<T*>(QString::fromLatin1(name));
    }
    /// Once the run is there.
    bool aim(const QString& target) {
        if (!QTest::qWaitFor([&] { return runs.run({"from-compute"}) != nullptr; }))
            return false;
        part<QLineEdit>("mustBe.target")->setText(target);
        return true;
    }
    int rowOf(const char* table, const QString& input) {
        auto* shown = part<QTableWidget>(table);
        for (int row = 0; row < shown->rowCount(); ++row)
            if (shown->item(row, 0)->text() == input)
                return row;
        return -1;
    }
    double medianOf(const ScenarioId& scenario) {
        const Run run = simulate(model(), *find(store.document().scenarios, scenario),
                                 [] {
                                     RunOptions options;
                                     options.samples = 65536;
                                     return options;
                                 }())
                            .value();
        return findOutput(run, {"rental_cost"})->p50;
    }
};

} // namespace

class TestMustBe : public Test {
    Q_OBJECT
private slots:
    void aTargetThatIsNoNumberIsSaid_data() {
        QTest::addColumn<QString>("typed");
        QTest::newRow("nothing") << QString();
        QTest::newRow("words") << QStringLiteral("much");
        QTest::newRow("a range") << QStringLiteral("5M to 6M");
        QTest::newRow("another unit") << QStringLiteral("5 H800*h");
    }
    void aTargetThatIsNoNumberIsSaid() {
        QFETCH(QString, typed);
        MustBe bench;
        QVERIFY(bench.aim(QStringLiteral("1")));
        QVERIFY(bench.aim(typed));
        QVERIFY(!bench.part<QTabWidget>("mustBe.tabs")->isEnabled());
        QVERIFY(!bench.part<QLabel>("mustBe.reading")->text().isEmpty());
    }
    void oneInputAloneBecomesAScenarioThatReachesTheTarget() {
        MustBe bench;
        QVERIFY(bench.aim(QStringLiteral("$10M")));
        auto* table = bench.part<QTableWidget>("mustBe.one");
        QTRY_VERIFY(table->rowCount() > 3);
        const ModelInput* price = findInput(bench.model(), {"price"});
        const int row = bench.rowOf("mustBe.one", QString::fromStdString(price->title));
        QVERIFY(row >= 0);
        table->selectRow(row);
        const std::size_t scenarios = bench.store.document().scenarios.size();
        bench.part<QPushButton>("mustBe.makeOne")->click();
        QCOMPARE(bench.store.document().scenarios.size(), scenarios + 1);
        const ScenarioId made = *bench.selection.now().scenario;
        QVERIFY(made != ScenarioId{"from-compute"});
        QVERIFY2(std::abs(bench.medianOf(made) - 10e6) < 0.02e6, qPrintable(QString::number(bench.medianOf(made))));
        bench.store.undoStack().undo();
        QCOMPARE(bench.store.document().scenarios.size(), scenarios);
    }
    void theSmallestChangeOfAllBecomesAScenarioToo() {
        MustBe bench;
        QVERIFY(bench.aim(QStringLiteral("$10M")));
        auto* table = bench.part<QTableWidget>("mustBe.all");
        QTRY_VERIFY(table->rowCount() > 0);
        QVERIFY(table->item(0, 3)->text().contains(QStringLiteral("spreads")));
        bench.part<QPushButton>("mustBe.makeAll")->click();
        const ScenarioId made = *bench.selection.now().scenario;
        QVERIFY2(std::abs(bench.medianOf(made) - 10e6) < 1e3, qPrintable(QString::number(bench.medianOf(made))));
        QVERIFY(currentInput(bench.store.document(), made, {"price"})->basis.note.find("$10M") != std::string::npos);
    }
    void outOfReachIsSaid() {
        MustBe bench;
        QVERIFY(bench.aim(QStringLiteral("$1")));
        auto* note = bench.part<QLabel>("mustBe.allNote");
        QTRY_VERIFY2(note->text().contains(QStringLiteral("out of reach")), qPrintable(note->text()));
        QVERIFY(!bench.part<QPushButton>("mustBe.makeAll")->isEnabled());
    }
    void twoInputsAreDrawnAsALine() {
        MustBe bench;
        QVERIFY(bench.aim(QStringLiteral("$6M")));
        auto* chart = bench.part<ChartView>("mustBe.chart");
        QTRY_VERIFY2(chart->spec().title.find("$6") != std::string::npos, chart->spec().title.c_str());
        QVERIFY(chart->datumCount() >= 1);
        auto* across = bench.part<QComboBox>("mustBe.input0");
        QVERIFY(across->count() > 2);
        QVERIFY(across->currentText() != bench.part<QComboBox>("mustBe.input1")->currentText());
    }
    void aPointOfTheLineBecomesAScenario() {
        MustBe bench;
        QVERIFY(!bench.part<QPushButton>("mustBe.makeTwo")->isEnabled());
        QVERIFY(bench.aim(QStringLiteral("$6M")));
        auto* make = bench.part<QPushButton>("mustBe.makeTwo");
        QTRY_VERIFY(make->isEnabled());
        make->click(); // the nearest
        const ScenarioId nearest = *bench.selection.now().scenario;
        QVERIFY2(std::abs(bench.medianOf(nearest) - 6e6) < 0.1e6, qPrintable(QString::number(bench.medianOf(nearest))));
        QTRY_VERIFY(make->isEnabled()); // asked again: the document has changed
        auto* chart = bench.part<ChartView>("mustBe.chart");
        chart->setCurrentDatum(0);
        QTest::keyClick(chart, Qt::Key_Return);
        auto* words = bench.part<QLabel>("mustBe.point");
        const QString before = words->text();
        QTRY_VERIFY(words->text() != before);
        make->click();
        const ScenarioId other = *bench.selection.now().scenario;
        QVERIFY(other != nearest);
        QVERIFY2(std::abs(bench.medianOf(other) - 6e6) < 0.1e6, qPrintable(QString::number(bench.medianOf(other))));
        const auto fixed = [&](const ScenarioId& id) {
            const Scenario& made = *find(bench.store.document().scenarios, id);
            return std::count_if(made.inputs.begin(), made.inputs.end(), [](const ScenarioInput& input) {
                return input.basis.note.find("$6M") != std::string::npos;
            });
        };
        QCOMPARE(fixed(nearest), 2);
        QCOMPARE(fixed(other), 2);
    }
    void whereTheInputsAreNowIsNoPointOfTheLine() {
        MustBe bench;
        QVERIFY(bench.aim(QStringLiteral("$6M")));
        QTRY_VERIFY(bench.part<QPushButton>("mustBe.makeTwo")->isEnabled());
        const QString before = bench.part<QLabel>("mustBe.point")->text();
        auto* chart = bench.part<ChartView>("mustBe.chart");
        emit chart->datumClicked(chart->datumCount() - 1);
        QCOMPARE(bench.part<QLabel>("mustBe.point")->text(), before);
    }
    void outOfReachNoPointIsOffered() {
        MustBe bench;
        QVERIFY(bench.aim(QStringLiteral("$1")));
        auto* chart = bench.part<ChartView>("mustBe.chart");
        QTRY_VERIFY2(chart->spec().title.find("do not make") != std::string::npos, chart->spec().title.c_str());
        QVERIFY(!bench.part<QPushButton>("mustBe.makeTwo")->isEnabled());
    }
};

const Registered<TestMustBe> registered("must_be");

} // namespace assay::test

#include "tst_must_be.moc"
