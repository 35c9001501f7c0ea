// The guard around the engine's arithmetic: it sets what must hold, also for threads, and gives back what was there.
#include "core/base/plain_arithmetic.h"
#include "tests/rough_arithmetic.h"
#include "tests/test.h"

#include <thread>

namespace assay::test {

class TestPlainArithmetic : public Test {
    Q_OBJECT
private slots:
    void roughArithmeticIsRough() { // or the next test shows nothing
        const RoughArithmetic rough;
        QVERIFY(third() * 3 > 1);
        if (RoughArithmetic::canFlush)
            QCOMPARE(smallest() / 2, 0.0);
    }

    void plainArithmeticHoldsAndThenGivesBack() {
        const RoughArithmetic rough;
        {
            const PlainArithmetic plain;
            QCOMPARE(third() * 3, 1.0);
            QVERIFY(smallest() / 2 > 0);
            double inThread = 0;
            std::jthread([&inThread] { inThread = smallest() / 2; }).join();
            QVERIFY(inThread > 0);
        }
        QVERIFY(third() * 3 > 1);
        if (RoughArithmetic::canFlush)
            QCOMPARE(smallest() / 2, 0.0);
    }

private:
    // volatile: computed here and now, in whatever mode holds
    static double third() {
        volatile double one = 1, three = 3;
        return one / three;
    }
    static double smallest() {
        volatile double normal = std::numeric_limits<double>::min();
        return normal;
    }
};

const Registered<TestPlainArithmetic> registered("plain_arithmetic");

} // namespace assay::test

#include "tst_plain_arithmetic.moc"
