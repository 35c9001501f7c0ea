// How far the statistics are from the truth: closed forms, the order of the samplers, and what standard errors promise.
#include "tests/core/scenario/model_builder.h"
#include "tests/test.h"

#include <cmath>

namespace assay::test {

namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr std::uint64_t manySamples = 16384; ///< the sanitizers' runs stay under 5 s; the error grows as 1 / samples
constexpr double allowed = 0.008;
#else
constexpr std::uint64_t manySamples = 131072;
constexpr double allowed = 0.002;
#endif

constexpr double z95 = 1.6448536269514722; ///< standard normal quantile of 0.95

/// Three lognormals whose product has the log-sd 0.7; the shares of its variance are 1/2, 1/3 and 1/6.
struct Product {
    static constexpr double logSd = 0.7;
    static Model model() {
        std::vector<InputRow> inputs;
        for (const auto& [id, share] : {std::pair("a", 1.0 / 2), std::pair("b", 1.0 / 3), std::pair("c", 1.0 / 6)}) {
            const double end = std::exp(z95 * logSd * std::sqrt(share));
            inputs.push_back({id, "1", "lognormal(" + text(1 / end) + ", " + text(end) + ")"});
        }
        return makeModel(inputs, {{"y", "1", "a * b * c"}});
    }
    static std::string text(double value) { return QString::number(value, 'g', 17).toStdString(); }
    static double quantile(double z) { return std::exp(z * logSd); }
    static double mean() { return std::exp(0.5 * logSd * logSd); }
};

Run runOf(const Model& model, RunOptions options, std::uint64_t seed) {
    options.seed = seed;
    return simulate(model, makeScenario("s"), options).value();
}

struct Deviations {
    double mean = 0, p5 = 0, p50 = 0, p95 = 0; ///< relative, root mean square over the seeds
};

Deviations deviations(const RunOptions& options, int seeds) {
    Deviations sums;
    const Model model = Product::model();
    for (int seed = 1; seed <= seeds; ++seed) {
        const OutputSummary y = runOf(model, options, static_cast<std::uint64_t>(seed)).outputs[0];
        const auto add = [](double& sum, double value, double truth) { sum += std::pow(value / truth - 1, 2); };
        add(sums.mean, y.mean, Product::mean());
        add(sums.p5, y.p5, Product::quantile(-z95));
        add(sums.p50, y.p50, 1);
        add(sums.p95, y.p95, Product::quantile(z95));
    }
    for (double* sum : {&sums.mean, &sums.p5, &sums.p50, &sums.p95})
        *sum = std::sqrt(*sum / seeds);
    return sums;
}

RunOptions binnedOptions(std::uint64_t samples) {
    RunOptions options = runOptions(samples);
    options.ranks = RankMethod::binned;
    return options;
}

} // namespace

class TestAccuracy : public Test {
    Q_OBJECT

private slots:
    void percentilesOfAProductOfLognormalsAreWithinAFifthOfAPercent() {
        const Deviations found = deviations(binnedOptions(manySamples), 10);
        for (const double deviation : {found.mean, found.p5, found.p50, found.p95})
            QVERIFY2(deviation < allowed, qPrintable(QString::number(deviation)));
    }

    void sobolPointsBeatLatinHypercubesAndThoseBeatMonteCarlo() {
        RunOptions options = binnedOptions(4096);
        const Deviations sobol = deviations(options, 12);
        options.sampler = SamplerKind::latinHypercube;
        const Deviations hypercube = deviations(options, 12);
        options.sampler = SamplerKind::monteCarlo;
        const Deviations plain = deviations(options, 12);
        QVERIFY(sobol.mean < hypercube.mean && hypercube.mean < plain.mean);
        QVERIFY(sobol.p5 < hypercube.p5 && hypercube.p5 < plain.p5);
        QVERIFY(sobol.p50 < hypercube.p50 && hypercube.p50 < plain.p50);
        QVERIFY(sobol.p95 < hypercube.p95 && hypercube.p95 < plain.p95);
    }

    void firstOrderIndicesOfTheGFunctionAreTheClosedForm_data() {
        QTest::addColumn<bool>("exact");
        QTest::newRow("binned ranks") << false;
        QTest::newRow("exact ranks") << true;
    }
    void firstOrderIndicesOfTheGFunctionAreTheClosedForm() { // Saltelli and Sobol 1995
        QFETCH(bool, exact);
        const std::vector<double> a = {0, 1, 4.5, 9, 99, 99};
        std::vector<InputRow> inputs;
        std::string formula = "1";
        double variance = 1;
        for (std::size_t i = 0; i < a.size(); ++i) {
            const std::string id = "x" + std::to_string(i), shift = Product::text(a[i]);
            inputs.push_back({id, "1", "uniform(0, 1)"});
            formula += " * (abs(4 * " + id + " - 2) + " + shift + ") / (1 + " + shift + ")";
            variance *= 1 + 1 / (3 * std::pow(1 + a[i], 2));
        }
        RunOptions options = binnedOptions(32768);
        options.ranks = exact ? RankMethod::exact : RankMethod::binned;
        const OutputSummary y = runOf(makeModel(inputs, {{"y", "1", formula}}), options, 1).outputs[0];
        for (std::size_t i = 0; i < a.size(); ++i) {
            const double index = 1 / (3 * std::pow(1 + a[i], 2)) / (variance - 1);
            QVERIFY2(std::abs(y.sensitivity[i].firstOrder - index) < 0.01,
                     qPrintable(QString::number(y.sensitivity[i].firstOrder)));
        }
    }

    void binnedRanksAreNearExactOnes() {
        RunOptions options = binnedOptions(20000);
        const Model model = Product::model();
        for (const SamplerKind sampler : {SamplerKind::sobol, SamplerKind::latinHypercube, SamplerKind::monteCarlo}) {
            options.sampler = sampler;
            options.ranks = RankMethod::binned;
            const Run binned = runOf(model, options, 1);
            options.threads = 3;
            const Run again = runOf(model, options, 1);
            options.ranks = RankMethod::exact;
            const Run exact = runOf(model, options, 1);
            QVERIFY(binned.outputs[0].sensitivity == again.outputs[0].sensitivity);
            for (std::size_t i = 0; i < 3; ++i) {
                const Sensitivity &one = binned.outputs[0].sensitivity[i], &other = exact.outputs[0].sensitivity[i];
                QVERIFY(std::abs(one.rankCorrelation - other.rankCorrelation) < 3e-4);
                QVERIFY(std::abs(one.firstOrder - other.firstOrder) < 3e-3);
                QVERIFY(std::abs(one.low / other.low - 1) < 0.01 && std::abs(one.high / other.high - 1) < 0.01);
                QVERIFY(one.inputLow == other.inputLow && one.inputHigh == other.inputHigh);
                QVERIFY(binned.inputs[i].p50 == exact.inputs[i].p50);
            }
        }
    }

    void intervalsByScramblesCoverTheTruth() {
        RunOptions options = binnedOptions(64);
        options.threads = 1;
        options.errors = Errors::byScrambles;
        constexpr int runs = 1000;
        constexpr double student = 2.365; ///< two-sided 95 %, 7 degrees of freedom
        const Model model = makeModel({{"a", "1", "uniform(0, 1)"}, {"b", "1", "normal(2, 1)"}}, {{"y", "1", "a * b"}});
        int covered = 0;
        for (std::uint64_t seed = 1; seed <= runs; ++seed) {
            const OutputSummary y = runOf(model, options, seed).outputs[0];
            covered += std::abs(y.mean - 1) <= student * y.standardErrors.mean ? 1 : 0; // E a E b
        }
        QVERIFY2(covered >= 930 && covered <= 970, qPrintable(QString::number(covered)));
    }
};

const Registered<TestAccuracy> registered("accuracy");

} // namespace assay::test

#include "tst_accuracy.moc"
