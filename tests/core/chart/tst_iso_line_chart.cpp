// The picture of an iso-line: which of its points can be chosen, and which is nearest to where the inputs are.
#include "core/chart/iso_line_chart.h"

#include "tests/test.h"

#include <algorithm>
#include <cmath>

namespace assay::test {

namespace {

/// x * y = 100 over 1 .. 100 both ways; now at (2, 2).
IsoLine hyperbola(Scale scale = Scale::log) {
    IsoLine line;
    for (std::size_t i = 0; i < 2; ++i)
        line.axes[i] = {VariableId{i == 0 ? "a" : "b"}, i == 0 ? "A" : "B", "USD", {1, 100}, scale, 2};
    line.output = "Product";
    line.unit = "USD";
    line.target = 100;
    line.now = 4;
    line.reachable = {1, 10000};
    line.pieces.emplace_back();
    for (int i = 0; i <= 64; ++i) {
        const double x = std::pow(100, i / 64.0);
        line.pieces.back().push_back({x, 100 / x});
    }
    return line;
}

bool isCalledChosen(const ChartSpec& spec, const IsoPoint& point) {
    return std::any_of(spec.marks.begin(), spec.marks.end(), [&](const Mark& mark) {
        const auto* label = std::get_if<Label>(&mark);
        return label && label->text == "chosen" && label->at == Point{point[0], point[1]};
    });
}

} // namespace

class TestIsoLineChart : public Test {
    Q_OBJECT
private slots:
    void withoutALineNothingCanBeChosen() {
        IsoLine none = hyperbola();
        none.pieces.clear();
        QVERIFY(!nearestOnLine(none));
        const ChartSpec spec = isoLineChart(none);
        QCOMPARE(spec.data.size(), std::size_t{1}); // where the inputs are now
        for (const int datum : {-1, 0, 1})
            QVERIFY(!isoPointAt(spec, datum));
        QVERIFY(spec.title.find("do not make") != std::string::npos);
    }
    void aPieceOfOnePointIsNoLine() {
        IsoLine line = hyperbola();
        line.pieces.front().resize(1);
        QCOMPARE(isoLineChart(line).data.size(), std::size_t{1});
    }
    void theNearestIsMeasuredAsItIsDrawn() {
        const std::optional<IsoPoint> nearest = nearestOnLine(hyperbola());
        QVERIFY(nearest && std::abs((*nearest)[0] - 10) < 1e-9 && std::abs((*nearest)[1] - 10) < 1e-9);
        IsoLine aside = hyperbola();
        aside.axes[0].now = 90;
        QVERIFY((*nearestOnLine(aside))[0] > 40);
    }
    void everyPointButTheLastLiesOnTheLine() {
        const ChartSpec spec = isoLineChart(hyperbola());
        const int last = static_cast<int>(spec.data.size()) - 1;
        QVERIFY(last >= 16);
        for (int datum = 0; datum < last; ++datum) {
            const std::optional<IsoPoint> point = isoPointAt(spec, datum);
            QVERIFY(point && std::abs((*point)[0] * (*point)[1] - 100) < 1e-9);
        }
        QVERIFY(!isoPointAt(spec, last));
    }
    void theChosenPointIsMarkedAndNoOther() {
        const IsoPoint chosen{10, 10};
        QVERIFY(!isCalledChosen(isoLineChart(hyperbola()), chosen));
        QVERIFY(isCalledChosen(isoLineChart(hyperbola(), NumberScript::letters, chosen), chosen));
    }
};

const Registered<TestIsoLineChart> registered("iso_line_chart");

} // namespace assay::test

#include "tst_iso_line_chart.moc"
