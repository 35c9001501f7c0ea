// Quantiles, densities and cumulative functions of every shape against Boost.Math, and against one another.
#include "core/dist/distribution.h"
#include "tests/test.h"

#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/lognormal.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/triangular.hpp>
#include <boost/math/distributions/uniform.hpp>

#include <cmath>
#include <functional>
#include <map>

namespace assay::test {

namespace {

namespace math = boost::math;

struct Reference {
    std::function<double(double)> quantile, density, cumulative;
};

template <class D>
Reference referenceOf(D d, double shift = 0, double scale = 1) {
    return {[=](double u) { return shift + scale * math::quantile(d, u); },
            [=](double x) { return math::pdf(d, (x - shift) / scale) / scale; },
            [=](double x) { return math::cdf(d, (x - shift) / scale); }};
}

struct Case {
    Distribution distribution;
    Reference reference;
};

const std::map<QByteArray, Case>& cases() {
    static const std::map<QByteArray, Case> all{
        {"normal", {Distribution{Normal{10, 2}}, referenceOf(math::normal(10, 2))}},
        {"normal about 0", {Distribution{Normal{0, 1}}, referenceOf(math::normal(0, 1))}},
        {"lognormal", {Distribution{Lognormal{0.7, 0.27}}, referenceOf(math::lognormal(0.7, 0.27))}},
        {"wide lognormal", {Distribution{Lognormal{30, 3}}, referenceOf(math::lognormal(30, 3))}},
        {"uniform", {Distribution{Uniform{-2, 6}}, referenceOf(math::uniform(-2, 6))}},
        {"triangular", {Distribution{Triangular{1, 2, 5}}, referenceOf(math::triangular(1, 2, 5))}},
        {"triangular with its mode at the end",
         {Distribution{Triangular{0, 1, 1}}, referenceOf(math::triangular(0, 1, 1))}},
        {"beta", {Distribution{Beta{4, 4, 0, 1}}, referenceOf(math::beta_distribution<>(4, 4))}},
        {"skew beta", {Distribution{Beta{2, 8, 0, 1}}, referenceOf(math::beta_distribution<>(2, 8))}},
        {"U-shaped beta", {Distribution{Beta{0.5, 0.5, 0, 1}}, referenceOf(math::beta_distribution<>(0.5, 0.5))}},
        {"large beta", {Distribution{Beta{200, 800, 0, 1}}, referenceOf(math::beta_distribution<>(200, 800))}},
        {"scaled beta",
         {Distribution{Beta{4, 4, 0.15, 0.55}}, referenceOf(math::beta_distribution<>(4, 4), 0.15, 0.4)}},
        {"pert",
         {Distribution{Beta{1 + 4 * 0.2, 1 + 4 * 0.8, 0, 10}},
          referenceOf(math::beta_distribution<>(1.8, 4.2), 0, 10)}},
    };
    return all;
}

void columns() {
    QTest::addColumn<QByteArray>("name");
    for (const auto& [name, one] : cases())
        QTest::newRow(name.constData()) << name;
}

constexpr double bodies[] = {0.01, 0.05, 0.1, 0.25, 0.4, 0.5, 0.6, 0.75, 0.9, 0.95, 0.99};
constexpr double tails[] = {1e-9, 1e-6, 1e-4};

} // namespace

class TestDistribution : public Test {
    Q_OBJECT
private slots:
    void quantilesAgreeWithBoost_data() { columns(); }
    void quantilesAgreeWithBoost() {
        QFETCH(QByteArray, name);
        const Case& one = cases().at(name);
        const double spread = one.reference.quantile(0.95) - one.reference.quantile(0.05);
        const auto compare = [&](double u, double tolerance) {
            const double x = quantile(one.distribution, u), expected = one.reference.quantile(u);
            QVERIFY2(
                std::abs(x - expected) <= tolerance * std::max(std::abs(expected), 1e-3 * spread),
                qPrintable(QStringLiteral("u %1: %2, Boost %3").arg(u).arg(x, 0, 'g', 17).arg(expected, 0, 'g', 17)));
        };
        for (const double u : bodies)
            compare(u, 1e-12);
        for (const double u : tails) {
            compare(u, 1e-9);
            compare(1 - u, 1e-9);
        }
    }

    void densitiesAndCumulativesAgreeWithBoost_data() { columns(); }
    void densitiesAndCumulativesAgreeWithBoost() {
        QFETCH(QByteArray, name);
        const Case& one = cases().at(name);
        for (const double u : bodies) {
            const double x = one.reference.quantile(u);
            QVERIFY(std::abs(density(one.distribution, x) / one.reference.density(x) - 1) <= 1e-10);
            QVERIFY(std::abs(cumulative(one.distribution, x) - one.reference.cumulative(x)) <= 1e-12);
        }
    }

    void quantileAndCumulativeAreInverse_data() {
        QTest::addColumn<QByteArray>("text");
        for (const char* text :
             {"10 / 20 / 40", "-10 / 20 / 40", "5 to 10", "mix(0.3: 5 to 10, 0.7: normal(3, 1))",
              "truncate(normal(0, 1), 1, 3)", "truncate(5 to 10, 6, 20)", "mix(1: uniform(0, 1), 1: uniform(2, 3))",
              "interval(1, 2)", "truncate(mix(1: normal(0, 1), 1: normal(5, 1)), -1, 6)"})
            QTest::newRow(text) << QByteArray(text);
    }
    void quantileAndCumulativeAreInverse() {
        QFETCH(QByteArray, text);
        const Distribution d = readInput(text.toStdString(), "1")->distribution;
        double last = -1e300;
        for (int k = 1; k < 200; ++k) {
            const double u = k / 200.0;
            const double x = quantile(d, u);
            QVERIFY2(x >= last, qPrintable(QString::number(u)));
            QVERIFY2(std::abs(cumulative(d, x) - u) <= 1e-9, qPrintable(QString::number(u)));
            QVERIFY(x >= support(d).low && x <= support(d).high);
            last = x;
        }
    }

    void densityIsTheSlopeOfTheCumulative_data() { quantileAndCumulativeAreInverse_data(); }
    void densityIsTheSlopeOfTheCumulative() {
        QFETCH(QByteArray, text);
        const Distribution d = readInput(text.toStdString(), "1")->distribution;
        const double step = 1e-5 * (quantile(d, 0.95) - quantile(d, 0.05));
        for (const double u : {0.07, 0.21, 0.33, 0.61, 0.83}) {
            const double x = quantile(d, u);
            const double slope = (cumulative(d, x + step) - cumulative(d, x - step)) / (2 * step);
            QVERIFY2(std::abs(slope / density(d, x) - 1) <= 1e-4, qPrintable(QString::number(u)));
        }
    }

    void aMetalogGoesThroughItsThreePoints() {
        const Distribution d{Metalog{10, 20, 40}};
        QVERIFY(std::abs(quantile(d, 0.1) - 10) <= 1e-11);
        QVERIFY(std::abs(quantile(d, 0.5) - 20) <= 1e-11);
        QVERIFY(std::abs(quantile(d, 0.9) - 40) <= 1e-10);
        QVERIFY(quantile(d, 1e-12) > 0);
    }

    void empiricalValuesAreMetOftenAsTyped() {
        const Distribution d{Empirical{{1, 2, 2, 5}}};
        QCOMPARE(quantile(d, 0.2), 1.0);
        QCOMPARE(quantile(d, 0.3), 2.0);
        QCOMPARE(quantile(d, 0.7), 2.0);
        QCOMPARE(quantile(d, 0.9), 5.0);
        QCOMPARE(cumulative(d, 2), 0.75);
    }

    void onlyASingleValueIsFixed() {
        QVERIFY(isFixed(Distribution{Fixed{3}}));
        QVERIFY(isFixed(Distribution{Empirical{{3, 3}}}));
        QVERIFY(!isFixed(Distribution{Empirical{{3, 4}}}));
        QVERIFY(!isFixed(Distribution{Interval{3, 4}}));
        QVERIFY(!isFixed(Distribution{Normal{0, 1}}));
    }
};

const Registered<TestDistribution> registered("distribution");

} // namespace assay::test

#include "tst_distribution.moc"
