// Groups and cells told from the pattern of the first block are those that the uniforms themselves lie in.
#include "core/scenario/sobol_groups.h"
#include "tests/core/scenario/model_builder.h"
#include "tests/test.h"

#include <cmath>

namespace assay::test {

namespace {

std::size_t part(double u, std::size_t parts) { return static_cast<std::size_t>(u * static_cast<double>(parts)); }

/// Mean and first-order index by looking at every sample's own uniform.
struct Plain {
    double firstOrder = 0, low = 0, high = 0;
};

Plain plainly(const std::vector<double>& uniforms, const Samples& values) {
    const auto n = static_cast<double>(values.size());
    std::vector<double> sums(groupCount), counts(groupCount);
    double mean = 0, squares = 0;
    for (const double value : values)
        mean += value / n;
    for (std::size_t i = 0; i < values.size(); ++i) {
        sums[part(uniforms[i], groupCount)] += values[i] - mean;
        counts[part(uniforms[i], groupCount)] += 1;
        squares += (values[i] - mean) * (values[i] - mean);
    }
    std::size_t groups = groupCount;
    while (static_cast<double>(groups) > 0.5 * std::sqrt(n))
        groups /= 2;
    double between = 0;
    for (std::size_t g = 0; g < groups; ++g) {
        double sum = 0, count = 0;
        for (std::size_t k = g * groupCount / groups; k < (g + 1) * groupCount / groups; ++k) {
            sum += sums[k];
            count += counts[k];
        }
        between += sum * sum / count;
    }
    const double raw = between / squares; // Kelley's correction, as in sensitivity.h
    Plain plain{std::max(0.0, 1 - (1 - raw) * (n - 1) / (n - static_cast<double>(groups))), mean, mean};
    const auto window = [&](std::size_t a, std::size_t b, std::size_t c) {
        return (sums[a] + sums[b] + 8.0 / 11 * sums[c]) / (counts[a] + counts[b] + 8.0 / 11 * counts[c]);
    };
    plain.low += window(5, 6, 7);
    plain.high += window(122, 121, 120);
    return plain;
}

} // namespace

class TestSobolGroups : public Test {
    Q_OBJECT
private slots:
    void thePatternTellsWhereUniformsLie_data() {
        QTest::addColumn<quint64>("seed");
        QTest::addColumn<int>("stream");
        QTest::addColumn<int>("replicate");
        QTest::newRow("first stream") << quint64{1} << 1 << 0;
        QTest::newRow("another") << quint64{7} << 2 << 3;
        QTest::newRow("a big seed") << quint64{0xfedcba9876543210} << 57 << 0;
        QTest::newRow("last stream") << quint64{1} << maxStream << 8;
    }
    void thePatternTellsWhereUniformsLie() {
        QFETCH(quint64, seed);
        QFETCH(int, stream);
        QFETCH(int, replicate);
        const Uniforms uniforms(
            StreamKey{SamplerKind::sobol, seed, stream, static_cast<std::uint32_t>(replicate), 1U << 26});
        const SobolGroups groups(uniforms);
        for (const std::uint64_t block : {0ULL, 1ULL, 2ULL, 97ULL, 65535ULL}) {
            std::vector<double> u(blockSize);
            uniforms.fill(baselineLoops, block * blockSize, u);
            for (std::size_t cell = 0; cell < SobolGroups::cellCount; ++cell)
                QCOMPARE(part(u[groups.sampleIn(cell, block * blockSize)], SobolGroups::cellCount), cell);
            for (std::size_t from = 0; from < blockSize; from += SobolGroups::stretch) {
                const std::uint32_t offset = groups.offset(block * blockSize + from);
                std::vector<int> seen(SobolGroups::stretch);
                for (std::size_t i = 0; i < SobolGroups::stretch; ++i) {
                    ++seen[groups.pairs()[i]];
                    QCOMPARE(part(u[from + groups.pairs()[i]], groupCount), (i / 2) ^ offset);
                }
                QVERIFY(seen == std::vector<int>(SobolGroups::stretch, 1)); // each sample once
            }
        }
    }

    void sumsByPairsAreThoseOfEverySample_data() {
        QTest::addColumn<int>("samples");
        QTest::addColumn<int>("ranks");
        for (const int samples : {300, 1024, 5000, 70000})
            for (const RankMethod ranks : {RankMethod::binned, RankMethod::exact})
                QTest::addRow("%d samples, %s ranks", samples, ranks == RankMethod::exact ? "exact" : "binned")
                    << samples << static_cast<int>(ranks);
    }
    void sumsByPairsAreThoseOfEverySample() {
        QFETCH(int, samples);
        QFETCH(int, ranks);
        RunOptions options = runOptions(static_cast<std::uint64_t>(samples), 2);
        options.ranks = static_cast<RankMethod>(ranks);
        Model model = trainingCost(); // five outputs: two rows of them
        model.formulas.push_back({VariableId{"half"}, "half", "1", "rental / 2", {}, {}});
        model.outputs.push_back(VariableId{"half"});
        const Run run = simulate(model, makeScenario("s"), options).value();
        for (std::size_t i = 0; i < model.inputs.size(); ++i) {
            std::vector<double> u;
            const Uniforms uniforms(StreamKey{SamplerKind::sobol, 1, model.inputs[i].stream, 0, options.samples});
            for (std::uint64_t first = 0; first < options.samples; first += blockSize) {
                std::vector<double> block(std::min<std::uint64_t>(blockSize, options.samples - first));
                uniforms.fill(baselineLoops, first, block);
                u.insert(u.end(), block.begin(), block.end());
            }
            for (const OutputSummary& output : run.outputs) {
                const Plain plain = plainly(u, *output.samples);
                const Sensitivity& s = output.sensitivity[i];
                QVERIFY(std::abs(s.firstOrder - plain.firstOrder) < 1e-9);
                QVERIFY(std::abs(s.low / plain.low - 1) < 1e-9 && std::abs(s.high / plain.high - 1) < 1e-9);
            }
        }
    }

    void inputPercentilesAreOrderStatistics_data() {
        QTest::addColumn<int>("samples");
        for (const int samples : {1, 2, 1023, 1024, 1025, 100000})
            QTest::addRow("%d", samples) << samples;
    }
    void inputPercentilesAreOrderStatistics() {
        QFETCH(int, samples);
        RunOptions options = runOptions(static_cast<std::uint64_t>(samples));
        options.ranks = RankMethod::binned;
        const Run run = simulate(trainingCost(), makeScenario("s"), options).value();
        for (const InputSummary& input : run.inputs) {
            std::vector<double> ascending(input.samples->begin(), input.samples->end());
            std::sort(ascending.begin(), ascending.end());
            const auto at = [&](double q) {
                const double place = q * (samples - 1), below = std::floor(place);
                const double low = ascending[static_cast<std::size_t>(below)];
                const double high = ascending[std::min(static_cast<std::size_t>(below) + 1, ascending.size() - 1)];
                return low + (high - low) * (place - below);
            };
            QVERIFY(std::abs(input.p5 / at(0.05) - 1) < 1e-14);
            QVERIFY(std::abs(input.p50 / at(0.5) - 1) < 1e-14);
            QVERIFY(std::abs(input.p95 / at(0.95) - 1) < 1e-14);
        }
    }
};

const Registered<TestSobolGroups> registered("sobol_groups");

} // namespace assay::test

#include "tst_sobol_groups.moc"
