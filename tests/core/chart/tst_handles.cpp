// Handles as data: which marks a hand can take, what their places ask of inputs, and pictures that hold still under it.
#include "core/chart/builders.h"
#include "core/chart/ghost.h"
#include "core/chart/handle.h"
#include "core/chart/origins.h"
#include "tests/core/chart/chart_fixture.h"
#include "tests/core/chart/sample_runs.h"
#include "tests/test.h"

#include <algorithm>
#include <cmath>

namespace assay::test {
namespace {

const ScenarioId compute{"from-compute"};
const ScenarioId singapore{"singapore-january-2025"};

const Document& sample() {
    static const Document document = sampleDocument();
    return document;
}

const ChartContext& context(const ScenarioId& id) {
    static const ChartContext ofCompute = contextOfSample(sample(), compute);
    static const ChartContext ofSingapore = contextOfSample(sample(), singapore);
    return id == compute ? ofCompute : ofSingapore;
}

const Handle* handleOf(const ChartSpec& spec, const std::string& id) {
    const auto found =
        std::find_if(spec.handles.begin(), spec.handles.end(), [&](const Handle& handle) { return handle.id == id; });
    return found == spec.handles.end() ? nullptr : &*found;
}

/// The sample's scenario with another text for an input.
ChartContext withText(const ScenarioId& id, const VariableId& input, const std::string& text) {
    ChartContext changed = context(id);
    for (Row<Scenario>& row : changed.scenarios)
        if (row->id == id) {
            Scenario scenario = *row;
            std::erase_if(scenario.inputs, [&](const ScenarioInput& one) { return one.input == input; });
            scenario.inputs.push_back({input, text, {}});
            row = Row<Scenario>(scenario);
        }
    return changed;
}

} // namespace

class TestHandles : public Test {
    Q_OBJECT
private slots:
    void bothEndsOfABarCanBeTaken() {
        const ChartSpec spec = *buildTornado(context(compute));
        QVERIFY(spec.handles.size() >= 4);
        for (const Handle& handle : spec.handles) {
            QCOMPARE(handle.levers.size(), std::size_t(1));
            QCOMPARE(handle.along, Along::x);
            QVERIFY(handle.reach > 0.3);
            QVERIFY(!handle.reading.empty());
        }
    }
    void aBarWhoseInputIsSamplesCannot() {
        const ChartSpec before = *buildTornado(context(compute));
        const VariableId input = before.handles.front().levers.front().input;
        const ChartSpec spec = *buildTornado(withText(compute, input, "samples(1, 2, 3)"));
        QVERIFY(!handleOf(spec, input.value + "/p5"));
        QVERIFY(spec.handles.size() < before.handles.size());
    }

    void anOutcomeTellsTheInputItTakes() {
        const Run& run = *context(compute).runs.front();
        const ChartSpec spec = *buildTornado(context(compute));
        for (const Handle& handle : spec.handles) {
            const std::vector<InputWish> wishes = wishesOf(handle, handle.at, run);
            QCOMPARE(wishes.size(), std::size_t(1));
            const Lever& lever = handle.levers.front();
            QCOMPARE(wishes.front().probability, lever.probability);
            const auto input = std::find_if(run.inputs.begin(), run.inputs.end(),
                                            [&](const InputSummary& one) { return one.id == lever.input; });
            const double now = lever.probability < 0.5 ? input->p5 : input->p95;
            QVERIFY2(std::abs(wishes.front().value - now) < 0.25 * (input->p95 - input->p5), handle.id.c_str());
        }
    }
    void theScaleGoesOneWayAndOnBeyondItsEnds() {
        const Run& run = *context(compute).runs.front();
        const Lever lever = buildTornado(context(compute))->handles.front().levers.front();
        const std::vector<Point> scale = outcomeScale(run, lever.input, lever.outcome);
        QVERIFY(scale.size() >= 3);
        const double sign = scale.back().y > scale.front().y ? 1 : -1;
        for (std::size_t i = 1; i < scale.size(); ++i) {
            QVERIFY(scale[i].x > scale[i - 1].x);
            QVERIFY(sign * (scale[i].y - scale[i - 1].y) > 0);
        }
        const double width = scale.back().x - scale.front().x;
        QVERIFY(sign * (valueOn(scale, scale.back().x + width) - scale.back().y) > 0);
        QVERIFY(outcomeScale(run, VariableId{"nothing"}, lever.outcome).empty());
    }

    void theMarkerMovesBothShares() {
        const ChartSpec spec = *buildSingaporeHeatMap(context(singapore));
        const Handle* marker = handleOf(spec, "marker");
        QVERIFY(marker);
        QCOMPARE(marker->along, Along::both);
        const std::vector<InputWish> wishes = wishesOf(*marker, {30, 5}, *context(singapore).runs.front());
        QCOMPARE(wishes.size(), std::size_t(2));
        QCOMPARE(wishes[0].input.value, std::string("billed_share"));
        QCOMPARE(wishes[1].input.value, std::string("diverted_share"));
        QCOMPARE(wishes[0].value, 30.0);
        QCOMPARE(wishes[1].value, 5.0);
        QVERIFY(spec.statement.find("GPUs") != std::string::npos);
    }
    void aMarkerWithOneShareFromElsewhereGoesOneWay() {
        const ChartContext linked = [] {
            ChartContext changed = context(singapore);
            for (Row<Scenario>& row : changed.scenarios)
                if (row->id == singapore) {
                    Scenario scenario = *row;
                    std::erase_if(scenario.inputs,
                                  [](const ScenarioInput& one) { return one.input.value == "billed_share"; });
                    scenario.inputs.push_back(
                        {VariableId{"billed_share"}, "20%", {BasisKind::scenario, {}, "x/y", {}}});
                    row = Row<Scenario>(scenario);
                }
            return changed;
        }();
        const ChartSpec spec = *buildSingaporeHeatMap(linked);
        const Handle* marker = handleOf(spec, "marker");
        QVERIFY(marker);
        QCOMPARE(marker->along, Along::y);
        QCOMPARE(wishesOf(*marker, {30, 5}, *linked.runs.front()).front(),
                 (InputWish{VariableId{"diverted_share"}, 0.5, 5}));
    }

    void axesAndRowsHoldStillUnderAHand() {
        const ChartSpec before = *buildTornado(context(compute));
        ChartContext moved = contextOfSample(sample(), compute, 4096); // other samples, other swings
        Axis rows = before.y;
        std::reverse(rows.categories.begin(), rows.categories.end());
        moved.held = HeldAxes{before.x, rows};
        moved.held->x.high *= 3;
        const ChartSpec held = *buildTornado(moved);
        QCOMPARE(held.x.high, before.x.high * 3);
        QCOMPARE(held.y.categories.front().shortLabel, rows.categories.front().shortLabel);
        moved.held->x.kind = AxisKind::log; // of another kind: of no use
        QVERIFY(buildTornado(moved)->x.high != before.x.high * 3);
    }

    void whatMovedLeavesAGhost() {
        const ChartSpec before = *buildSingaporeHeatMap(context(singapore));
        ChartSpec now = before;
        QVERIFY(withGhost(now, before) == before); // nothing moved
        for (Mark& mark : now.marks)
            if (auto* dot = std::get_if<Dot>(&mark))
                dot->at.x += 5;
        const ChartSpec ghosted = withGhost(now, before);
        const auto dots = marksOf<Dot>(ghosted);
        QCOMPARE(dots.size(), std::size_t(2));
        QCOMPARE(dots.front().ink.role, InkRole::ghost);
        QCOMPARE(dots.front().fill, Fill::hollow);
        QCOMPARE(marksOf<Curve>(ghosted).size(), marksOf<Curve>(before).size()); // the lines stand where they stood
        QVERIFY(std::holds_alternative<HeatField>(ghosted.marks.front()));       // and the ghost above the field
        ChartSpec other = before;
        other.chart = "tornado";
        QVERIFY(withGhost(now, other) == now);
    }

    void tipsNameFormulaAndClaims() {
        const ChartContext& here = context(singapore);
        const ChartSpec spec = withOrigins(*buildTornado(here), here);
        const Model& model = *find(here.models, find(here.scenarios, singapore)->model);
        const Datum& datum = spec.data.front();
        const Formula* formula = findFormula(model, datum.ids.output);
        QVERIFY(formula);
        QVERIFY(datum.tip.find(formula->id.value + " = " + formula->formula) != std::string::npos);
        const auto resting =
            std::find_if(spec.data.begin(), spec.data.end(), [](const Datum& one) { return !one.ids.claims.empty(); });
        QVERIFY(resting != spec.data.end());
        QVERIFY(resting->tip.find("From " + resting->ids.claims.front().value) != std::string::npos);
    }
};

const Registered<TestHandles> registered("handles");

} // namespace assay::test

#include "tst_handles.moc"
