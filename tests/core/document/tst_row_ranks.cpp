// Ranks and orders are those of a plain stable sort; rows without a value come last both ways.
#include "core/document/row_ranks.h"

#include "tests/test.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <random>

namespace assay::test {

namespace {

using Order = std::vector<std::uint32_t>;

constexpr SortDirection up = SortDirection::ascending;
constexpr SortDirection down = SortDirection::descending;

/// The same by std::stable_sort over the values themselves.
template <class Value, class Has>
Order naiveOrder(const std::vector<std::vector<Value>>& columns, const std::vector<SortDirection>& directions,
                 Has has) {
    Order rows(columns.front().size());
    std::iota(rows.begin(), rows.end(), 0U);
    std::stable_sort(rows.begin(), rows.end(), [&](std::uint32_t a, std::uint32_t b) {
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const Value &x = columns[i][a], &y = columns[i][b];
            if (has(x) != has(y))
                return has(x);
            if (has(x) && x != y)
                return directions[i] == up ? x < y : y < x;
        }
        return false;
    });
    return rows;
}

std::vector<RankedColumn> ranked(const std::vector<Ranks>& ranks, const std::vector<SortDirection>& directions) {
    std::vector<RankedColumn> columns;
    for (std::size_t i = 0; i < ranks.size(); ++i)
        columns.push_back({&ranks[i], directions[i]});
    return columns;
}

} // namespace

class TestRowRanks : public Test {
    Q_OBJECT
private slots:
    void whatIsNoNumberHasNoRank() {
        const std::vector<NumberKey> keys{{0, std::nullopt}, {0, std::nan("")}, {0, 1.0}};
        QCOMPARE(ranksOf(keys), (Ranks{noRank, noRank, 0}));
        QVERIFY(ranksOf(std::span<const NumberKey>()).empty());
    }
    void numbersRankByGroupThenValue() {
        const double inf = std::numeric_limits<double>::infinity();
        const std::vector<NumberKey> keys{{1, -5.0}, {0, 7.0}, {0, -inf}, {0, 7.0}, {1, inf}, {0, -0.0}, {0, 0.0}};
        QCOMPARE(ranksOf(keys), (Ranks{3, 2, 0, 2, 4, 1, 1}));
    }
    void textsRankByTheirBytesHoweverLong() {
        const std::string zero("ab\0", 3);
        const std::vector<std::string_view> texts{"ab", "", zero, "abcdefgh12345678z", "abcdefgh12345678a", "ab"};
        QCOMPARE(ranksOf(texts), (Ranks{0, noRank, 1, 3, 2, 0}));
    }
    void rowsWithoutAValueAreLastBothWays() {
        const Ranks ranks{noRank, 1, 0};
        const std::vector<RankedColumn> rising{{&ranks, up}}, falling{{&ranks, down}};
        QCOMPARE(orderedRows(3, rising), (Order{2, 1, 0}));
        QCOMPARE(orderedRows(3, falling), (Order{1, 2, 0}));
        QCOMPARE(orderedRows(3, {}), (Order{0, 1, 2}));
    }
    void ordersOfTextsAreThoseOfAStableSort() {
        std::mt19937 random(11);
        for (int round = 0; round < 200; ++round) {
            const std::size_t rows = random() % 60;
            std::vector<std::vector<std::string>> columns(1 + random() % 3, std::vector<std::string>(rows));
            std::vector<SortDirection> directions;
            std::vector<Ranks> ranks;
            for (auto& column : columns) {
                for (std::string& text : column)
                    for (auto size = random() % 20; size > 0; --size)
                        text += static_cast<char>('a' + random() % 2);
                directions.push_back(random() % 2 == 0 ? up : down);
                ranks.push_back(ranksOf(std::vector<std::string_view>(column.begin(), column.end())));
            }
            QCOMPARE(orderedRows(rows, ranked(ranks, directions)),
                     naiveOrder(columns, directions, [](const std::string& text) { return !text.empty(); }));
        }
    }
    void ordersOfNumbersAreThoseOfAStableSort() {
        std::mt19937 random(13);
        for (int round = 0; round < 200; ++round) {
            const std::size_t rows = random() % 60;
            std::vector<std::vector<double>> columns(1 + random() % 3, std::vector<double>(rows));
            std::vector<SortDirection> directions;
            std::vector<Ranks> ranks;
            for (auto& column : columns) {
                std::vector<NumberKey> keys;
                for (double& value : column) {
                    value = random() % 5 == 0 ? std::nan("") : (double(random() % 11) - 5) * 1e-3;
                    keys.push_back({0, value});
                }
                directions.push_back(random() % 2 == 0 ? up : down);
                ranks.push_back(ranksOf(keys));
            }
            QCOMPARE(orderedRows(rows, ranked(ranks, directions)),
                     naiveOrder(columns, directions, [](double value) { return !std::isnan(value); }));
        }
    }
};

const Registered<TestRowRanks> registered("row_ranks");

} // namespace assay::test

#include "tst_row_ranks.moc"
