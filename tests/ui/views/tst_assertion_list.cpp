// The assertions below the results: added, changed and removed by hand, refused with the reason, states of the runs.
#include "tests/test.h"
#include "tests/ui/views/panel_bench.h"
#include "ui/views/assertion_list.h"

#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QToolButton>

namespace assay::test {

namespace {

struct Bench : PanelBench {
    explicit Bench(const ScenarioId& shown = {"as-disclosed"}) : PanelBench(shown), list(store, runs) {
        runs.setFocus(scenario().id);
        list.setScenario(scenario().id);
        list.resize(420, 200);
        list.show();
    }
    AssertionList list;

    template <class T>
    T* part(const QString& name) {
        return list.findChild<T*>(name);
    }
    void type(const QString& text) {
        auto* field = part<QLineEdit>(QStringLiteral("assertions.add"));
        field->setText(text);
        QTest::keyClick(field, Qt::Key_Return);
    }
    QString state(const char* id) {
        return part<QLabel>(QStringLiteral("assertion.state.") + QLatin1String(id))->text();
    }
    std::size_t count() { return store.document().assertions.size(); }
};

} // namespace

class TestAssertionList : public Test {
    Q_OBJECT
private slots:
    void whatCannotBeCheckedIsRefusedWithTheReason_data() {
        QTest::addColumn<QString>("typed");
        QTest::newRow("words") << QStringLiteral("it is cheap");
        QTest::newRow("no such output") << QStringLiteral("mean(profit) >= 1");
        QTest::newRow("another unit") << QStringLiteral("mean(rental_cost) >= 1 h");
    }
    void whatCannotBeCheckedIsRefusedWithTheReason() {
        QFETCH(QString, typed);
        Bench bench;
        const std::size_t before = bench.count();
        bench.type(typed);
        QCOMPARE(bench.count(), before);
        QCOMPARE(bench.store.undoStack().count(), 0);
        auto* refusal = bench.part<QLabel>(QStringLiteral("assertions.refusal"));
        QVERIFY(refusal->isVisible() && !refusal->text().isEmpty());
        QCOMPARE(bench.part<QLineEdit>(QStringLiteral("assertions.add"))->text(), typed); // to be corrected
    }
    void addedChangedAndRemovedIsOneStepEach() {
        Bench bench;
        const std::size_t before = bench.count();
        bench.type(QStringLiteral("P(rental_cost < 10M USD) >= 0.9"));
        QCOMPARE(bench.count(), before + 1);
        const std::string id = bench.store.document().assertions.back()->id.value;
        auto* text = bench.part<QLineEdit>(QStringLiteral("assertion.text.") + QString::fromStdString(id));
        QVERIFY(text);
        text->setText(QStringLiteral("mean(rental_cost) <= 1 USD"));
        QTest::keyClick(text, Qt::Key_Return);
        QCOMPARE(bench.store.document().assertions.back()->text, std::string("mean(rental_cost) <= 1 USD"));
        bench.part<QToolButton>(QStringLiteral("assertion.remove.") + QString::fromStdString(id))->click();
        QCOMPARE(bench.count(), before);
        QCOMPARE(bench.store.undoStack().count(), 3);
        bench.store.undoStack().undo();
        QCOMPARE(bench.count(), before + 1);
    }
    void emptiedLineIsRemoved() {
        Bench bench;
        const std::size_t before = bench.count();
        auto* text = bench.part<QLineEdit>(QStringLiteral("assertion.text.a1"));
        QVERIFY(text);
        text->clear();
        QTest::keyClick(text, Qt::Key_Return);
        QCOMPARE(bench.count(), before - 1);
    }
    void statesFollowTheRuns() {
        Bench bench;
        bench.type(QStringLiteral("mean(rental_cost) <= 1 USD"));
        const std::string id = bench.store.document().assertions.back()->id.value;
        QTRY_VERIFY(bench.runs.run(bench.scenario().id) != nullptr);
        QTRY_VERIFY(bench.state("a1").startsWith(QChar(0x2713)));
        QVERIFY(bench.state(id.c_str()).startsWith(QChar(0x2717)));
        QVERIFY(!bench.part<QLabel>(QStringLiteral("assertion.state.a1"))->accessibleName().isEmpty());
    }
    void oneMissedByLessThanItsErrorIsNoFailure() {
        Bench bench({"from-compute"});
        QTRY_VERIFY(bench.runs.isCurrent(bench.scenario().id) && !bench.runs.isBusy());
        const OutputSummary& cost = *findOutput(*bench.runs.run(bench.scenario().id), {"rental_cost"});
        bench.type(QStringLiteral("mean(rental_cost) >= %1").arg(cost.mean * (1 + 1e-7), 0, 'g', 15));
        bench.type(QStringLiteral("mean(rental_cost) >= %1").arg(cost.mean * 2, 0, 'g', 15));
        const Rows<Assertion>& all = bench.store.document().assertions;
        const std::string nearly = all[all.size() - 2]->id.value, far = all.back()->id.value;
        QTRY_VERIFY(bench.state(nearly.c_str()).startsWith(QChar(0x2248)));
        QVERIFY(bench.state(far.c_str()).startsWith(QChar(0x2717)));
        QVERIFY(bench.part<QLabel>(QStringLiteral("assertion.state.") + QString::fromStdString(far))
                    ->accessibleName()
                    .contains(QStringLiteral("standard error")));
    }
    void onlyTheShownScenariosAreListed() {
        Bench bench;
        QVERIFY(bench.part<QLineEdit>(QStringLiteral("assertion.text.a1")));
        QVERIFY(!bench.part<QLineEdit>(QStringLiteral("assertion.text.a2")));
        bench.list.setScenario(std::nullopt);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QVERIFY(!bench.part<QLineEdit>(QStringLiteral("assertion.text.a1")));
    }
};

const Registered<TestAssertionList> registered("assertion_list");

} // namespace assay::test

#include "tst_assertion_list.moc"
