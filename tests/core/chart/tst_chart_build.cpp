// What the builders share: quantiles, outlines, dates, origins and the words of a claim.
#include "core/catalog/check_row.h"
#include "core/chart/build.h"
#include "tests/core/chart/chart_fixture.h"
#include "tests/test.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace assay::test {
namespace {

Claim claimOf(Bound bound, std::optional<double> value, std::optional<double> low, std::optional<double> high) {
    Claim claim;
    claim.quantity = Quantity{};
    claim.quantity->bound = bound;
    claim.quantity->value = value;
    claim.quantity->low = low;
    claim.quantity->high = high;
    claim.quantity->unit = "USD";
    return claim;
}

} // namespace

class TestChartBuild : public Test {
    Q_OBJECT
private slots:
    void quantilesOfNothingAreNoNumber() {
        QVERIFY(std::isnan(sortedQuantile({}, 0.5)));
        const std::vector<double> one{7};
        QCOMPARE(sortedQuantile(one, 0.0), 7.0);
        QCOMPARE(sortedQuantile(one, 1.0), 7.0);
    }
    void quantilesInterpolateBetweenOrderStatistics() {
        const std::vector<double> sorted{1, 2, 4, 8};
        QCOMPARE(sortedQuantile(sorted, 0.5), 3.0);
        QCOMPARE(sortedQuantile(sorted, 1.0 / 3), 2.0);
        QCOMPARE(sortedQuantile(sorted, 1.0), 8.0);
    }

    void shapeSamplesAreSortedInTheDeclaredUnit() {
        OutputSummary output =
            outputOfSamples("x", "X", "H800*h", {7200, 3600, std::nan(""), std::numeric_limits<double>::infinity()});
        output.unitScale = 3600;
        const ShapeSample shape = *shapeSample(output);
        QCOMPARE(shapeSample(output), shapeSample(output)); // sorted once
        QCOMPARE(shape.sorted, (std::vector<double>{1, 2}));
        QCOMPARE(shape.missing, std::size_t(2));
        QVERIFY(shapeSample(OutputSummary{})->sorted.empty());
    }

    void anOutlineNeverPassesTheSamplesEnds_data() {
        QTest::addColumn<bool>("log");
        QTest::newRow("linear") << false;
        QTest::newRow("log") << true;
    }
    void anOutlineNeverPassesTheSamplesEnds() {
        QFETCH(bool, log);
        std::vector<double> sorted; // a hard bound on either side: nothing may be drawn beyond it
        for (int i = 0; i < 4096; ++i)
            sorted.push_back(20 + i / 100.0);
        const AxisKind kind = log ? AxisKind::log : AxisKind::linear;
        const std::vector<Point> outline = densityOutline(sorted, {10, 100}, kind);
        QVERIFY(outline.size() > 20);
        const double bin = log ? sorted.front() * 0.015 : 90.0 / 160;
        QVERIFY(outline.front().x >= sorted.front() - bin);
        QVERIFY(outline.back().x <= sorted.back() + (log ? sorted.back() * 0.015 : bin));
        QVERIFY(
            std::is_sorted(outline.begin(), outline.end(), [](const Point& a, const Point& b) { return a.x < b.x; }));
        const auto peak =
            std::max_element(outline.begin(), outline.end(), [](const Point& a, const Point& b) { return a.y < b.y; });
        QCOMPARE(peak->y, 1.0);
    }
    void aNarrowShapeOnAWideAxisIsRoundAndTapers() {
        const std::vector<double> samples = lognormalSamples(62e6, 0.04, 16384);
        std::vector<double> sorted = samples;
        std::sort(sorted.begin(), sorted.end());
        const std::vector<Point> outline = densityOutline(sorted, {1e6, 1e9}, AxisKind::log);
        QVERIFY2(outline.size() > 40, qPrintable(QString::number(outline.size())));
        QVERIFY(outline.front().y < 0.1 && outline.back().y < 0.1);
        for (std::size_t i = 1; i < outline.size(); ++i)
            QVERIFY(std::abs(outline[i].y - outline[i - 1].y) < 0.15); // no edges
    }
    void aNameFromRightToLeftIsKeptApartFromNumbers_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("apart");
        QTest::newRow("Latin") << QStringLiteral("Owned cluster") << false;
        QTest::newRow("Hangul") << QStringLiteral("\ub525\uc2dc\ud06c") << false;
        QTest::newRow("Han") << QStringLiteral("\u8bad\u7ec3") << false;
        QTest::newRow("Greek") << QStringLiteral("\u03a9") << false;
        QTest::newRow("Hebrew") << QStringLiteral("\u05d4\u05e2\u05dc\u05d5\u05ea") << true;
        QTest::newRow("Arabic within Latin") << QStringLiteral("by \u0627\u0644 alone") << true;
        QTest::newRow("Arabic presentation forms") << QStringLiteral("\ufefb") << true;
        QTest::newRow("nothing") << QString() << false;
    }
    void aNameFromRightToLeftIsKeptApartFromNumbers() {
        QFETCH(QString, name);
        QFETCH(bool, apart);
        const QString kept = QString::fromStdString(isolated(name.toStdString()));
        QCOMPARE(kept, apart ? QChar(0x2068) + name + QChar(0x2069) : name);
    }

    void anOutlineOfLessThanTwoValuesIsEmpty() {
        const std::vector<double> same(10, 3.0), one{3.0}, mixed{-1, 2};
        QVERIFY(densityOutline(same, {0, 10}, AxisKind::linear).empty());
        QVERIFY(densityOutline(one, {0, 10}, AxisKind::linear).empty());
        QVERIFY(densityOutline(mixed, {-1, 10}, AxisKind::log).empty());
        QVERIFY(densityOutline(mixed, {50, 60}, AxisKind::linear).empty()); // nothing in view
    }

    void theAxisIsLogAboveTwentyTimes_data() {
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        QTest::addColumn<bool>("log");
        QTest::newRow("twenty times") << 1.0 << 20.0 << false;
        QTest::newRow("more") << 1.0 << 20.1 << true;
        QTest::newRow("from zero") << 0.0 << 1e9 << false;
        QTest::newRow("below zero") << -1.0 << 1e9 << false;
        QTest::newRow("no number") << std::nan("") << 1e9 << false;
    }
    void theAxisIsLogAboveTwentyTimes() {
        QFETCH(double, low);
        QFETCH(double, high);
        QFETCH(bool, log);
        QCOMPARE(axisKindFor(low, high) == AxisKind::log, log);
    }

    void aClaimReadsAsItsWordsDo_data() {
        QTest::addColumn<int>("bound");
        QTest::addColumn<double>("value"); // NaN: none
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        QTest::addColumn<QString>("text");
        QTest::addColumn<double>("number");
        const double none = std::nan("");
        const auto row = [](const char* why, Bound bound, double value, double low, double high, const char* text,
                            double number) {
            QTest::newRow(why) << int(bound) << value << low << high << QString::fromUtf8(text) << number;
        };
        row("exact", Bound::equal, 5.576e6, 5.5755e6, 5.5765e6, "$5.576M", 5.576e6);
        row("about", Bound::about, 6e6, 5.5e6, 6.5e6, "about $6M", 6e6);
        row("over", Bound::greater, none, 5e8, none, "over $500M", 5e8);
        row("over, with the value kept", Bound::greater, 5e8, 5e8, none, "over $500M", 5e8);
        row("at least", Bound::atLeast, none, 5e8, none, "at least $500M", 5e8);
        row("below", Bound::less, none, none, 5e8, "below $500M", 5e8);
        row("at most", Bound::atMost, none, none, 5e8, "at most $500M", 5e8);
        row("range", Bound::range, none, 1e7, 1e8, "$10M to $100M", 5.5e7);
        row("vague", Bound::vague, none, 1e8, 1e9, "$100M to $1B", 5.5e8);
        row("unsure", Bound::unsure, none, none, none, "", none);
    }
    void aClaimReadsAsItsWordsDo() {
        QFETCH(int, bound);
        QFETCH(double, value);
        QFETCH(double, low);
        QFETCH(double, high);
        QFETCH(QString, text);
        QFETCH(double, number);
        const auto some = [](double x) { return std::isnan(x) ? std::nullopt : std::optional(x); };
        const Claim claim = claimOf(Bound(bound), some(value), some(low), some(high));
        QCOMPARE(QString::fromStdString(claimText(claim)), text);
        QCOMPARE(claimNumber(claim), some(number));
        QVERIFY(claimText(Claim{}).empty() && !claimNumber(Claim{}));
    }

    void theFirstSourceDatesAClaim() {
        Claim claim = *sampleContext().claims[0];
        QCOMPARE(claimDate(sampleContext(), claim), std::string("2024-12-27"));
        Mention earlier = claim.mentions[0];
        earlier.anchor.source.value = "reg"; // later: no change
        claim.mentions.insert(claim.mentions.begin(), earlier);
        QCOMPARE(claimDate(sampleContext(), claim), std::string("2024-12-27"));
        claim.mentions.clear();
        claim.asOf = "2023";
        QCOMPARE(claimDate(sampleContext(), claim), std::string("2023"));
    }

    void theOriginIsWhoSaidItFirst() {
        Claim claim = *sampleContext().claims[2];
        QCOMPARE(claimOrigin(sampleContext(), claim), std::string("Gavin Baker"));
        claim.mentions[0].chain.clear();
        QCOMPARE(claimOrigin(sampleContext(), claim), std::string("The Asia Business Daily"));
        claim.mentions.clear();
        QVERIFY(claimOrigin(sampleContext(), claim).empty());
    }

    void thePictureOfAScenarioIsOfItsWidestCost() {
        const Run* owned = runOf(sampleContext(), ScenarioId{"owned-cluster"});
        QCOMPARE(primaryOutput(sampleContext(), *owned)->id.value, std::string("programme_cost"));
        ChartContext chosen = sampleContext();
        chosen.output = VariableId{"gpu_hours"};
        QCOMPARE(primaryOutput(chosen, *owned)->id.value, std::string("gpu_hours"));
        chosen.output = VariableId{"not_there"};
        QCOMPARE(primaryOutput(chosen, *owned)->id.value, std::string("programme_cost"));
        const Run* singapore = runOf(sampleContext(), ScenarioId{"singapore-january-2025"});
        QCOMPARE(primaryOutput(sampleContext(), *singapore)->id.value, std::string("diverted_gpus"));
        QVERIFY(!primaryOutput(sampleContext(), Run{}));
    }

    void longTitlesGiveWayToIds() {
        QCOMPARE(shortName("As disclosed", "as-disclosed"), std::string("As disclosed"));
        QCOMPARE(shortName("", "as-disclosed"), std::string("as-disclosed"));
        QCOMPARE(shortName(std::string(61, 'x'), "id"), std::string("id"));
    }

    void valuesOfTheProjectsCataloguesAreCountedInTheFooter() {
        const ScenarioId id{"from-compute"};
        ChartContext context = sampleContext();
        const Run* run = runOf(context, id);
        const auto said = [&] {
            QString all;
            for (const std::string& line : footerOf(context, std::vector<const Run*>{run}, {}))
                all += QString::fromStdString(line) + QLatin1Char('\n');
            return all;
        };
        QVERIFY2(!said().contains(QStringLiteral("project")), qPrintable(said()));
        for (Row<Model>& row : context.models)
            if (row->id.value == "training-compute")
                row = Row<Model>(Model{.id = row->id, .inputs = {ModelInput{.id = {"peak"}, .unit = "FLOP/(s*GPU)"}}});
        for (Row<Scenario>& row : context.scenarios)
            if (row->id == id) {
                Scenario scenario = *row;
                std::erase_if(scenario.inputs, [](const ScenarioInput& input) { return input.input.value == "peak"; });
                scenario.inputs.push_back(
                    {VariableId{"peak"}, "500", Basis{BasisKind::catalogue, {}, "gpus/my_chip/bf16_dense_tflops", {}}});
                row = Row<Scenario>(std::move(scenario));
            }
        context.catalogs = Catalogs({Row(orderedRow("gpus", {{"chip_id", "my_chip"},
                                                             {"chip", "My chip"},
                                                             {"chip_family", "Mine"},
                                                             {"bf16_dense_tflops", "500"},
                                                             {"source", "s"}}))});
        QVERIFY2(said().contains(QStringLiteral("1 catalogue value of the project's own")), qPrintable(said()));
        QVERIFY2(said().contains(QStringLiteral("not verified")), qPrintable(said()));
    }

    void manySourcesAndClaimsAreCountedInTheFooter() {
        ChartContext context = sampleContext();
        std::vector<ClaimId> claims;
        for (int i = 0; i < 12; ++i) {
            Source source = *context.sources[0];
            source.id.value = "s" + std::to_string(i);
            source.publisher = "Publisher " + std::to_string(i);
            context.sources.push_back(Row<Source>(source));
            Claim claim = *context.claims[0];
            claim.id.value = "k" + std::to_string(i);
            claim.mentions[0].anchor.source = source.id;
            context.claims.push_back(Row<Claim>(claim));
            claims.push_back(claim.id);
            claims.push_back(claim.id); // named twice, counted once
        }
        const std::vector<std::string> footer = footerOf(context, {}, claims);
        QCOMPARE(footer.at(0), std::string("Sources: 12 works, listed in the table"));
        QCOMPARE(footer.at(1), std::string("12 claims"));
    }
};

const Registered<TestChartBuild> registered("chart_build");

} // namespace assay::test

#include "tst_chart_build.moc"
