// Tables against exact quantiles, and both against the cumulative function; jumps and gaps of mixtures stay sharp.
#include "core/dist/instruction_set.h"
#include "core/dist/quantile_table.h"
#include "tests/test.h"

#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/lognormal.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/triangular.hpp>

#include <functional>
#include <vector>

namespace assay::test {

class TestQuantileTable : public Test {
    Q_OBJECT

    static Distribution truncated(Distribution inner, double low, double high) {
        return {Truncated{std::make_shared<const Distribution>(std::move(inner)), low, high}};
    }

    static void addShapes() {
        QTest::addColumn<Distribution>("distribution");
        const auto row = [](const char* name, Distribution d) { QTest::newRow(name) << d; };
        row("fixed", {Fixed{3}});
        row("normal", {Normal{-2, 3}});
        row("lognormal", {Lognormal{0, 1}});
        row("lognormal, very wide", {Lognormal{2, 4}});
        row("uniform", {Uniform{-1, 5}});
        row("triangular", {Triangular{1, 1.5, 4}});
        row("triangular, mode at an end", {Triangular{1, 1, 4}});
        row("beta", {Beta{4, 4, 0.15, 0.55}});
        row("beta, skewed", {Beta{20, 80, 0, 1}});
        row("beta, U-shaped", {Beta{0.5, 0.5, 0, 1}});
        row("beta, steep end", {Beta{1, 3, 2, 3}});
        row("empirical", {Empirical{{1, 2, 2, 5}}});
        row("metalog, bounded", {Metalog{10, 20, 40}});
        row("metalog, unbounded", {Metalog{-5, 1, 10}});
        row("mixture with a single value", {Mixture{{1, 3}, {{Normal{0, 1}}, {Fixed{7}}}}});
        row("mixture with a gap", {Mixture{{0.3, 0.7}, {{Lognormal{1, 0.1}}, {Lognormal{5, 0.1}}}}});
        row("mixture with ends inside", {Mixture{{0.5, 0.5}, {{Uniform{0, 2}}, {Uniform{1, 5}}}}});
        row("truncated body", truncated({Normal{0, 1}}, -1, 2));
        row("truncated far tail", truncated({Normal{0, 1}}, 6, 8));
        row("truncated mixture", truncated({Mixture{{1, 1}, {{Normal{0, 1}}, {Fixed{1}}}}}, -1, 3));
    }

private slots:
    void tableIsTheExactQuantile_data() { addShapes(); }
    void tableIsTheExactQuantile() {
        QFETCH(Distribution, distribution);
        const QuantileTable table(distribution);
        std::vector<double> uniforms{0x1p-33, 1 - 0x1p-33, 0x1p-34, 0x1p-36, 0x1p-53, 1 - 0x1p-53,
                                     0.5,     0.05,        0.95,    0.25,    1e-6,    1 - 1e-6};
        for (int i = 0; i < 3000; ++i)
            uniforms.push_back((i + 0.5) / 3000);
        std::vector<double> values(uniforms.size());
        table.fill(columnLoops(bestInstructionSet()), uniforms, values);
        const double spread =
            exactQuantile(distribution, {0.05, TailSide::upper}) - exactQuantile(distribution, {0.05, TailSide::lower});
        for (std::size_t i = 0; i < values.size(); ++i) {
            const double exact = exactQuantile(distribution, tailOf(uniforms[i]));
            const double tolerance = tailOf(uniforms[i]).t >= 1e-3 ? 1e-9 : 1e-7;
            QVERIFY2(std::abs(values[i] - exact) <= tolerance * std::max(std::abs(exact), spread),
                     qPrintable(QString("u %1: %2, not %3")
                                    .arg(uniforms[i], 0, 'g', 17)
                                    .arg(values[i], 0, 'g', 17)
                                    .arg(exact, 0, 'g', 17)));
        }
    }

    void tablesAgreeWithBoost_data() {
        QTest::addColumn<Distribution>("distribution");
        QTest::addColumn<std::function<double(double)>>("reference");
        const auto row = [](const char* name, Distribution d, std::function<double(double)> reference) {
            QTest::newRow(name) << d << reference;
        };
        const auto beta = [](double a, double b) {
            return [d = boost::math::beta_distribution<>(a, b)](double u) { return boost::math::quantile(d, u); };
        };
        row("normal", {Normal{5, 1}}, [](double u) { return boost::math::quantile(boost::math::normal(5, 1), u); });
        row("lognormal", {Lognormal{1, 0.3}},
            [](double u) { return boost::math::quantile(boost::math::lognormal(1, 0.3), u); });
        row("lognormal, wide", {Lognormal{0, 1.4}},
            [](double u) { return boost::math::quantile(boost::math::lognormal(0, 1.4), u); });
        row("triangular", {Triangular{1, 2, 4}},
            [](double u) { return boost::math::quantile(boost::math::triangular(1, 2, 4), u); });
        row("beta", {Beta{4, 4, 0, 1}}, beta(4, 4));
        row("beta, skewed", {Beta{20, 80, 0, 1}}, beta(20, 80));
        row("beta, narrow", {Beta{500, 20, 0, 1}}, beta(500, 20));
        row("beta, steep ends", {Beta{0.5, 0.7, 0, 1}}, beta(0.5, 0.7));
    }
    void tablesAgreeWithBoost() {
        QFETCH(Distribution, distribution);
        QFETCH(std::function<double(double)>, reference);
        const QuantileTable table(distribution);
        std::vector<double> uniforms{1e-6, 2e-6, 1e-5, 1e-4, 1 - 1e-4, 1 - 1e-5, 1 - 1e-6};
        for (int i = 0; i < 500; ++i)
            uniforms.push_back(0.001 + 0.998 * (i + 0.5) / 500);
        std::vector<double> values(uniforms.size());
        table.fill(columnLoops(bestInstructionSet()), uniforms, values);
        for (std::size_t i = 0; i < values.size(); ++i) {
            const double tolerance = tailOf(uniforms[i]).t >= 1e-3 ? 1e-9 : 1e-7;
            QVERIFY2(std::abs(values[i] / reference(uniforms[i]) - 1) <= tolerance,
                     qPrintable(QString("u %1: %2").arg(uniforms[i]).arg(values[i], 0, 'g', 17)));
        }
    }

    void aTableAskedForTwiceIsBuiltOnce() {
        const Distribution one{Beta{3, 5, 0, 1}}, same{Beta{3, 5, 0, 1}}, other{Beta{3, 5, 0, 2}};
        QCOMPARE(quantileTable(one), quantileTable(same));
        QVERIFY(quantileTable(one) != quantileTable(other));
    }

    void valuesRiseWithTheUniform_data() { addShapes(); }
    void valuesRiseWithTheUniform() {
        QFETCH(Distribution, distribution);
        const QuantileTable table(distribution);
        std::vector<double> uniforms;
        for (int i = 0; i < 20000; ++i)
            uniforms.push_back((i + 0.5) / 20000);
        std::vector<double> values(uniforms.size());
        table.fill(columnLoops(bestInstructionSet()), uniforms, values);
        for (std::size_t i = 1; i < values.size(); ++i)
            QVERIFY(values[i] >= values[i - 1] - 1e-14 * std::abs(values[i]));
    }

    void quantileInvertsTheCumulativeFunction_data() { addShapes(); }
    void quantileInvertsTheCumulativeFunction() {
        QFETCH(Distribution, distribution);
        for (const double t : {1e-9, 1e-4, 0.01, 0.2, 0.4}) {
            for (const TailSide side : {TailSide::lower, TailSide::upper}) {
                const double x = exactQuantile(distribution, {t, side});
                const double beside = 1e-9 * std::max(std::abs(x), 1e-3); // a single value with mass: F jumps across u
                const double u = side == TailSide::lower ? t : 1 - t;
                QVERIFY(exactCumulative(distribution, x + beside).lower >= u - 1e-6);
                QVERIFY(exactCumulative(distribution, x - beside).lower <= u + 1e-6);
            }
        }
    }

    void singleValuesOfAMixtureKeepTheirShare() {
        const QuantileTable table({Mixture{{1, 3}, {{Normal{0, 1}}, {Fixed{7}}}}});
        std::vector<double> uniforms, values(4096);
        for (int i = 0; i < 4096; ++i)
            uniforms.push_back((i + 0.5) / 4096);
        table.fill(columnLoops(bestInstructionSet()), uniforms, values);
        QCOMPARE(std::count(values.begin(), values.end(), 7.0), 3072);
    }

    void nothingFallsIntoAGap() {
        const QuantileTable table({Mixture{{0.3, 0.7}, {{Uniform{0, 1}}, {Uniform{9, 10}}}}});
        std::vector<double> uniforms, values(10000);
        for (int i = 0; i < 10000; ++i)
            uniforms.push_back((i + 0.5) / 10000);
        table.fill(columnLoops(bestInstructionSet()), uniforms, values);
        QCOMPARE(std::count_if(values.begin(), values.end(), [](double x) { return x > 1 && x < 9; }), 0);
        QVERIFY(table.exactShare() < 0.01);
    }
};

const Registered<TestQuantileTable> registered("quantile_table");

} // namespace assay::test

#include "tst_quantile_table.moc"
