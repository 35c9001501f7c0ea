// Own arithmetic against libm and Boost.Math, which are the reference here and nowhere on the sample path.
#include "core/dist/elementary.h"
#include "core/dist/special.h"
#include "tests/test.h"

#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/normal.hpp>

namespace assay::test {

class TestElementary : public Test {
    Q_OBJECT

    static double relative(double found, double expected) { return std::abs(found / expected - 1); }

private slots:
    void edgeValues_data() {
        QTest::addColumn<double>("found");
        QTest::addColumn<double>("expected");
        const double inf = elementary::infinity;
        QTest::newRow("exp overflows") << elementary::exp(710) << inf;
        QTest::newRow("exp of infinity") << elementary::exp(inf) << inf;
        QTest::newRow("exp underflows") << elementary::exp(-750) << 0.0;
        QTest::newRow("exp of -infinity") << elementary::exp(-inf) << 0.0;
        QTest::newRow("exp of 0") << elementary::exp(0) << 1.0;
        QTest::newRow("exp subnormal") << elementary::exp(-740) << std::exp(-740.0);
        QTest::newRow("log of 0") << elementary::log(0) << -inf;
        QTest::newRow("log of 1") << elementary::log(1) << 0.0;
        QTest::newRow("log of infinity") << elementary::log(inf) << inf;
        QTest::newRow("log of a subnormal") << elementary::log(5e-324) << std::log(5e-324);
        QTest::newRow("pow of 0 to a half power") << elementary::pow(0, 1.5) << 0.0;
        QTest::newRow("pow of 0 to a negative power") << elementary::pow(0, -1.5) << inf;
        QTest::newRow("0 to the 0") << elementary::pow(0, 0) << 1.0;
        QTest::newRow("negative base, odd exponent") << elementary::pow(-2, 3) << -8.0;
        QTest::newRow("negative exponent") << elementary::pow(2, -2) << 0.25;
    }
    void edgeValues() {
        QFETCH(double, found);
        QFETCH(double, expected);
        QVERIFY2(found == expected, qPrintable(QString::number(found, 'g', 17)));
    }

    void notANumberWhereThereIsNone() {
        for (const double value : {elementary::log(-1), elementary::exp(std::nan("")), elementary::log(std::nan("")),
                                   elementary::pow(-2, 0.3), elementary::sin(1e9), elementary::cos(std::nan("")),
                                   elementary::sin(elementary::infinity)})
            QVERIFY(std::isnan(value));
    }

    void withinOneUlpOfLibm() {
        for (double x = -700; x < 700; x += 0.37)
            QVERIFY(relative(elementary::exp(x), std::exp(x)) < 3e-16);
        for (double x = 1e-300; x < 1e300; x *= 1.37)
            QVERIFY(relative(elementary::log(x), std::log(x)) < 3e-16);
        for (double x = 0.5; x < 2; x += 0.00037)
            QVERIFY(relative(elementary::log(x), std::log(x)) < 3e-16);
        for (double x = -1000; x < 1000; x += 0.123) {
            QVERIFY(std::abs(elementary::sin(x) - std::sin(x)) < 3e-16);
            QVERIFY(std::abs(elementary::cos(x) - std::cos(x)) < 3e-16);
        }
        for (double y = -5; y < 5; y += 0.13)
            QVERIFY(relative(elementary::pow(37.5, y), std::pow(37.5, y)) < 1e-14);
    }

    void decimalLogarithmsOfPowersOfTenAreExact() {
        double power = 1;
        for (int i = 0; i <= 22; ++i, power *= 10)
            QCOMPARE(elementary::log10(power), static_cast<double>(i));
    }

    void gammaNormalAndBetaAgreeWithBoost() {
        for (double x = 0.01; x < 1e6; x *= 1.1)
            QVERIFY(std::abs(logGamma(x) - std::lgamma(x)) < 1e-14 * std::max(1.0, std::abs(std::lgamma(x))));
        const boost::math::normal_distribution<> normal;
        for (double p = 1e-15; p < 0.5; p *= 1.1) {
            const double z = boost::math::quantile(normal, p);
            QVERIFY(relative(normalQuantileLower(p), z) < 1e-14);
            QVERIFY(relative(normalCdf(z), p) < 1e-12);
        }
        for (const auto& [a, b] : {std::pair(4.0, 4.0), std::pair(20.0, 80.0), std::pair(0.5, 0.5), std::pair(1.0, 3.0),
                                   std::pair(500.0, 20.0)}) {
            const boost::math::beta_distribution<> beta(a, b);
            const BetaShape shape = makeBetaShape(a, b);
            for (double p = 1e-12; p < 1; p = p < 0.4 ? p * 1.7 : p + 0.07) {
                const double x = boost::math::quantile(beta, p);
                QVERIFY(relative(betaQuantile(p, shape, 0.5), x) < 1e-12);
                QVERIFY(relative(betaCdf(x, shape), p) < 1e-11);
                QVERIFY(relative(betaDensity(x, shape), boost::math::pdf(beta, x)) < 1e-11);
            }
        }
    }
};

const Registered<TestElementary> registered("elementary");

} // namespace assay::test

#include "tst_elementary.moc"
