// The closed form of the Singapore model against worked anchors for fiscal 2025 (revenue by billing location, Form
// 10-K).
#include "core/chart/singapore.h"
#include "tests/test.h"

#include <cmath>

namespace assay::test {
namespace {

SingaporePoint fiscal2025(double cleared) {
    SingaporePoint point;
    point.revenue = 130497e6;
    point.billed = 23684.0 / 130497;
    point.compute = 102196.0 / 130497;
    point.delivered = 0.01;
    point.cleared = cleared;
    point.price = 25000;
    return point;
}

} // namespace

class TestSingapore : public Test {
    Q_OBJECT
private slots:
    void anchorsOfFiscal2025_data() {
        QTest::addColumn<double>("cleared");
        QTest::addColumn<double>("diverted");
        QTest::addColumn<double>("gpus");
        QTest::newRow("99 % cleared, all of the rest") << 0.99 << 1.0 << 7010.0;
        QTest::newRow("90 % cleared, a quarter") << 0.90 << 0.25 << 17526.0;
        QTest::newRow("70 % cleared, a quarter") << 0.70 << 0.25 << 52577.0;
        QTest::newRow("half cleared, 5 %") << 0.50 << 0.05 << 17526.0;
    }
    void anchorsOfFiscal2025() {
        QFETCH(double, cleared);
        QFETCH(double, diverted);
        QFETCH(double, gpus);
        const SingaporePoint point = fiscal2025(cleared);
        QVERIFY(std::abs(divertedGpus(point, point.billed, diverted) - gpus) < 1);
        QVERIFY(std::abs(divertedShareFor(point, point.billed, gpus) - diverted) < 1e-4);
    }
    void moreThanAllIsMoreThanOne() {
        const SingaporePoint point = fiscal2025(0.99);
        QVERIFY(std::abs(divertedShareFor(point, point.billed, 50000) - 7.13) < 0.01);
    }
    void nothingBilledBeyondWhatWasDeliveredLeavesNothingToDivert() {
        const SingaporePoint point = fiscal2025(0.5);
        QCOMPARE(divertedGpus(point, 0.005, 1), 0.0);
        QVERIFY(std::isinf(divertedShareFor(point, 0.005, 1)));
    }
    void aRunWithoutTheModelsInputsHasNoEvidence() {
        Run run;
        QVERIFY(!singaporeEvidence(run));
    }
};

const Registered<TestSingapore> registered("singapore");

} // namespace assay::test

#include "tst_singapore.moc"
