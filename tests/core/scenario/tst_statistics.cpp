// Moments, order statistics, histograms and ranks against the slow and obvious way, on columns that are hard on bins.
#include "core/dist/elementary.h"
#include "core/dist/philox.h"
#include "core/scenario/histogram.h"
#include "core/scenario/order.h"
#include "tests/test.h"

#include <algorithm>
#include <cmath>

namespace assay::test {

namespace {

using Values = std::vector<double>;

/// n values of f(uniform, index).
template <class F>
Values column(std::size_t n, F f) {
    Values values;
    for (std::size_t i = 0; i < n; ++i) {
        const auto word = randomBits(7, 1, 0, Purpose::monteCarlo, i)[0];
        values.push_back(f((static_cast<double>(word) + 0.5) / 4294967296.0, i));
    }
    return values;
}

double standardNormal(double u) { // Bowling et al. 2009: close enough to have its shape
    return std::log(u / (1 - u)) / 1.702;
}

Values sorted(const Values& values) {
    Values kept;
    std::copy_if(values.begin(), values.end(), std::back_inserter(kept), [](double v) { return v == v; });
    std::sort(kept.begin(), kept.end());
    return kept;
}

std::vector<BinnedColumn> binned(const Values& values, int threads) {
    const std::span<const double> one(values);
    return binColumns(std::span(&one, 1), StatisticsWork{threads});
}

void addColumns() {
    QTest::addColumn<Values>("values");
    const auto add = [](const char* name, std::size_t n, auto f) { QTest::newRow(name) << column(n, f); };
    const double nan = elementary::notANumber;
    QTest::newRow("nothing") << Values();
    QTest::newRow("NaN alone") << Values{nan, nan};
    QTest::newRow("one value") << Values{-3.5};
    QTest::newRow("one value and NaN") << Values{nan, 2, nan};
    QTest::newRow("zeros of both signs") << Values{0.0, -0.0, 0.0, -0.0, 1e-300};
    add("all equal", 3000, [](double, std::size_t) { return 0.1; });
    add("lognormal", 20000, [](double u, std::size_t) { return 1e9 * std::exp(standardNormal(u)); });
    add("a wide lognormal", 20000, [](double u, std::size_t) { return std::exp(12 * standardNormal(u)); });
    add("negative", 20000, [](double u, std::size_t) { return -std::exp(standardNormal(u)); });
    add("on both sides of zero", 20000, [](double u, std::size_t) { return standardNormal(u); });
    add("close together", 20000, [](double u, std::size_t) { return 1e6 + 1e-6 * standardNormal(u); });
    add("heavy tails on both sides", 20000, [](double u, std::size_t) { return std::tan(3.14159 * (u - 0.5)); });
    add("no and yes", 20000, [](double u, std::size_t) { return u < 0.93 ? 0.0 : 1.0; });
    add("ten values", 20000, [](double u, std::size_t) { return std::floor(10 * u) - 4; });
    add("a rare one", 20000, [](double, std::size_t i) { return i == 15000 ? 7.0 : 5.0; });
    add("the first block says nothing", 20000,
        [nan](double u, std::size_t i) { return i < 1024 ? nan : (i < 3000 ? 1.0 : 1e5 * u - 3e4); });
    add("a third flagged", 20000, [nan](double u, std::size_t i) { return i % 3 == 0 ? nan : 1 / u; });
    add("another sign after the first block", 20000,
        [](double u, std::size_t i) { return i < 1024 ? 1e9 * (1 + 3 * u) : (i < 9000 ? -1e-3 * u : 1e-3 * u); });
    add("huge", 5000, [](double u, std::size_t) { return (u - 0.5) * 3e307; });
    add("tiny", 5000, [](double u, std::size_t) { return u * 1e-310; });
}

} // namespace

class TestStatistics : public Test {
    Q_OBJECT

private slots:
    void orderStatisticsAreThoseOfASort_data() { addColumns(); }
    void orderStatisticsAreThoseOfASort() {
        QFETCH(Values, values);
        const Values ascending = sorted(values);
        const std::vector<BinnedColumn> bins = binned(values, 1);
        QCOMPARE(bins[0].moments.count, ascending.size());
        Wanted wanted;
        for (std::size_t i = 0; !ascending.empty() && i <= 20; ++i)
            wanted.ranks.push_back(i * (ascending.size() - 1) / 20);
        wanted.edges = histogramEdges(bins[0]);
        wanted.edges.insert(wanted.edges.end(), {-1.0, 0.0, 0.5, 1.0, 1e9});
        const OrderStatistics selected = select(bins, std::span(&wanted, 1), StatisticsWork{2}).at(0);
        for (std::size_t i = 0; i < wanted.ranks.size(); ++i)
            QCOMPARE(selected.values[i], ascending[wanted.ranks[i]]);
        for (std::size_t i = 0; i < wanted.edges.size(); ++i) {
            const auto below = std::lower_bound(ascending.begin(), ascending.end(), wanted.edges[i]);
            QCOMPARE(selected.below[i], static_cast<std::uint64_t>(below - ascending.begin()));
        }
    }

    void momentsAreThoseOfTwoPasses_data() { addColumns(); }
    void momentsAreThoseOfTwoPasses() {
        QFETCH(Values, values);
        const Values kept = sorted(values);
        const std::vector<long double> ascending(kept.begin(), kept.end());
        long double sum = 0, squares = 0;
        for (const long double value : ascending)
            sum += value;
        const long double n = std::max<long double>(1, static_cast<long double>(ascending.size())), mean = sum / n;
        for (const long double value : ascending)
            squares += (value - mean) * (value - mean);
        const auto sd = static_cast<double>(std::sqrt(squares / std::max(n - 1, 1.0L)));
        const Moments moments = binned(values, 1)[0].moments;
        QVERIFY(std::abs(moments.mean - static_cast<double>(mean)) <= 1e-13 * (std::abs(moments.mean) + sd));
        QVERIFY2(std::abs(moments.sd - sd) <= 1e-10 * sd + 1e-150, qPrintable(QString::number(moments.sd)));
        QCOMPARE(moments.least, kept.empty() ? 0.0 : kept.front());
        QCOMPARE(moments.most, kept.empty() ? 0.0 : kept.back());
        QVERIFY(momentsOf(values).mean == moments.mean && momentsOf(values).sd == moments.sd);
        for (const int threads : {2, 3})
            QVERIFY(binned(values, threads)[0].moments.sd == moments.sd);
    }

    void ranksAreSharedByEqualValues_data() { addColumns(); }
    void ranksAreSharedByEqualValues() {
        QFETCH(Values, values);
        const Values ascending = sorted(values);
        const Ranking ranking = rankColumn(values);
        QCOMPARE(ranking.order.size(), ascending.size());
        for (std::size_t i = 0; i < ascending.size(); ++i) {
            QVERIFY(values[ranking.order[i]] == ascending[i]);
            if (i > 0 && ascending[i] == ascending[i - 1])
                QVERIFY(ranking.order[i - 1] < ranking.order[i]);
        }
        for (std::size_t i = 0; i < values.size(); i += 1 + values.size() / 500) {
            const auto [from, to] = std::equal_range(ascending.begin(), ascending.end(), values[i]);
            const auto shared = static_cast<std::uint32_t>((from - ascending.begin()) + (to - ascending.begin()) + 1);
            QCOMPARE(ranking.ranks[i], values[i] == values[i] ? shared : 0U);
        }
    }

    void ranksAmongSomeAreThoseOfTheSomeAlone() {
        const Values values = column(3000, [](double u, std::size_t) { return std::floor(400 * u); });
        const Values keep =
            column(3000, [](double u, std::size_t i) { return (i * 7) % 5 == 0 ? elementary::notANumber : u; });
        Values alone = values;
        for (std::size_t i = 0; i < alone.size(); ++i)
            if (!(keep[i] == keep[i]))
                alone[i] = elementary::notANumber;
        QVERIFY(ranksAmong(rankColumn(values).ranks, keep) == rankColumn(alone).ranks);
    }

    void histogramsCoverTheSample_data() { addColumns(); }
    void histogramsCoverTheSample() {
        QFETCH(Values, values);
        const std::vector<BinnedColumn> bins = binned(values, 1);
        const std::vector<double> edges = histogramEdges(bins[0]);
        QCOMPARE(edges.empty(), bins[0].moments.count == 0);
        if (edges.empty())
            return;
        QVERIFY(edges.front() == bins[0].moments.least && edges.back() == bins[0].moments.most);
        QVERIFY(edges.size() <= 61 && std::is_sorted(edges.begin(), edges.end()));
    }

    void numAccComesOutAsCertified_data() { // NIST StRD, univariate summary statistics: generated by their definitions
        QTest::addColumn<Values>("values");
        QTest::addColumn<double>("mean");
        QTest::addColumn<double>("sd");
        QTest::addColumn<double>("sdDigits"); // what the data leave when they are rounded to doubles
        const auto alternating = [](double first, double low, double high) {
            Values values{first};
            for (int i = 0; i < 500; ++i)
                values.insert(values.end(), {low, high});
            return values;
        };
        QTest::newRow("NumAcc1") << Values{10000001, 10000003, 10000002} << 10000002.0 << 1.0 << 15.0;
        QTest::newRow("NumAcc2") << alternating(1.2, 1.1, 1.3) << 1.2 << 0.1 << 14.9;
        QTest::newRow("NumAcc3") << alternating(1000000.2, 1000000.1, 1000000.3) << 1000000.2 << 0.1 << 9.3;
        QTest::newRow("NumAcc4") << alternating(10000000.2, 10000000.1, 10000000.3) << 10000000.2 << 0.1 << 8.2;
    }
    void numAccComesOutAsCertified() {
        QFETCH(Values, values);
        QFETCH(double, mean);
        QFETCH(double, sd);
        QFETCH(double, sdDigits);
        const Moments moments = momentsOf(values);
        QVERIFY(std::abs(moments.mean / mean - 1) <= 1e-15);
        QVERIFY2(std::abs(moments.sd / sd - 1) <= std::pow(10, -sdDigits),
                 qPrintable(QString::number(moments.sd / sd - 1)));
    }

    void percentilesInterpolate() {
        QCOMPARE(percentile({}, 0.5), 0.0);
        const Values four{1, 2, 4, 8};
        QCOMPARE(percentile(four, 0), 1.0);
        QCOMPARE(percentile(four, 1), 8.0);
        QCOMPARE(percentile(four, 0.5), 3.0);
        QCOMPARE(percentile(four, 0.25), 1.75);
    }
};

const Registered<TestStatistics> registered("statistics");

} // namespace assay::test

#include "tst_statistics.moc"
