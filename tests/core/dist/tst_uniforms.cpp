// Uniforms: Philox's published vectors, Sobol points against Boost.Random's engine, balance, ranges, and streams.
#include "core/dist/instruction_set.h"
#include "core/dist/philox.h"
#include "core/dist/uniforms.h"
#include "tests/test.h"

#include <boost/random/sobol.hpp>

#include <algorithm>
#include <set>
#include <vector>

namespace assay::test {

namespace {

std::vector<double> draw(const StreamKey& key) {
    const Uniforms uniforms(key);
    std::vector<double> values(key.count);
    for (std::size_t first = 0; first < values.size(); first += blockSize)
        uniforms.fill(columnLoops(bestInstructionSet()), first,
                      std::span(values).subspan(first, std::min(blockSize, values.size() - first)));
    return values;
}

} // namespace

class TestUniforms : public Test {
    Q_OBJECT
private slots:
    void philoxMatchesPublishedVectors() { // Random123, kat_vectors, philox4x32 with 10 rounds
        QVERIFY((philox({0, 0, 0, 0}, {0, 0}) == PhiloxCounter{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}));
        const std::uint32_t f = 0xffffffff;
        QVERIFY((philox({f, f, f, f}, {f, f}) == PhiloxCounter{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}));
        QVERIFY((philox({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, {0xa4093822, 0x299f31d0})
                 == PhiloxCounter{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}));
    }

    void plainPointsAreBoostsSet_data() {
        QTest::addColumn<int>("stream");
        for (const int stream : {1, 2, 3, 40, 1111, maxStream})
            QTest::addRow("%d", stream) << stream;
    }
    void plainPointsAreBoostsSet() {
        QFETCH(int, stream);
        boost::random::sobol_engine<std::uint32_t, 32> engine(static_cast<std::size_t>(stream));
        std::set<std::uint32_t> expected{0}, found; // Boost skips the point 0 and goes by Gray code: the same set
        for (int i = 1; i < 64; ++i) {
            std::uint32_t last = 0;
            for (int dimension = 0; dimension < stream; ++dimension)
                last = engine();
            expected.insert(last);
        }
        const SobolCoordinate coordinate = plainSobol(stream);
        for (unsigned i = 0; i < 64; ++i) {
            std::uint32_t point = 0;
            for (unsigned k = 0; k < 6; ++k)
                point ^= ((i >> k) & 1U) != 0 ? coordinate.directions[k] : 0;
            found.insert(point);
        }
        QVERIFY(found == expected);
    }

    void everyPrefixOfAPowerOfTwoIsBalanced_data() {
        QTest::addColumn<int>("stream");
        for (const int stream : {1, 2, 9, 300, maxStream})
            QTest::addRow("%d", stream) << stream;
    }
    void everyPrefixOfAPowerOfTwoIsBalanced() {
        QFETCH(int, stream);
        StreamKey key;
        key.stream = stream;
        key.count = 4096;
        const std::vector<double> values = draw(key);
        for (const std::size_t n : {16U, 256U, 4096U}) {
            std::vector<int> strata(n);
            for (std::size_t i = 0; i < n; ++i)
                ++strata[static_cast<std::size_t>(values[i] * static_cast<double>(n))];
            QVERIFY(std::all_of(strata.begin(), strata.end(), [](int count) { return count == 1; }));
        }
    }

    void latinHypercubeHasOneValueAStratum_data() {
        QTest::addColumn<quint64>("count");
        for (const quint64 count : {1ULL, 2ULL, 3ULL, 1000ULL, 1024ULL, 5001ULL})
            QTest::addRow("%llu", count) << count;
    }
    void latinHypercubeHasOneValueAStratum() {
        QFETCH(quint64, count);
        StreamKey key{SamplerKind::latinHypercube, 7, 3, 0, count};
        std::vector<int> strata(count);
        for (const double value : draw(key))
            ++strata.at(static_cast<std::size_t>(value * static_cast<double>(count)));
        QVERIFY(std::all_of(strata.begin(), strata.end(), [](int here) { return here == 1; }));
    }

    void valuesLieInsideTheOpenInterval_data() {
        QTest::addColumn<int>("sampler");
        QTest::newRow("Sobol") << 0;
        QTest::newRow("Latin hypercube") << 1;
        QTest::newRow("Monte Carlo") << 2;
    }
    void valuesLieInsideTheOpenInterval() {
        QFETCH(int, sampler);
        StreamKey key{static_cast<SamplerKind>(sampler), 1, 1, 0, 20000};
        double sum = 0;
        for (const double value : draw(key)) {
            QVERIFY(value > 0 && value < 1);
            sum += value;
        }
        QVERIFY(std::abs(sum / 20000 - 0.5) < 0.01);
    }

    void seedStreamReplicateAndSamplerAllMatter() {
        std::set<std::vector<double>> all;
        for (const SamplerKind sampler : {SamplerKind::sobol, SamplerKind::latinHypercube, SamplerKind::monteCarlo})
            for (const std::uint64_t seed : {std::uint64_t{1}, std::uint64_t{2}, std::uint64_t{1} << 40})
                for (const int stream : {1, 2})
                    for (const std::uint32_t replicate : {0U, 1U})
                        all.insert(draw({sampler, seed, stream, replicate, 32}));
        QCOMPARE(all.size(), std::size_t{36});
    }
};

const Registered<TestUniforms> registered("uniforms");

} // namespace assay::test

#include "tst_uniforms.moc"
