// The smallest joint change against closed forms, and what is out of reach.
#include "core/scenario/iso_line.h"
#include "core/scenario/nearest_point.h"
#include "core/scenario/solve.h"
#include "tests/core/scenario/model_builder.h"
#include "tests/test.h"

#include <cmath>

namespace assay::test {
namespace {

const VariableId y{"y"};

NearestPoint nearest(const Model& model, double target, const Scenario& scenario = makeScenario("s")) {
    return nearestPoint(model, scenario, y, target, runOptions(4096), {}).value();
}

const MovedInput& of(const NearestPoint& point, const std::string& input) {
    for (const MovedInput& moved : point.inputs)
        if (moved.input.value == input)
            return moved;
    throw std::runtime_error("no input " + input);
}

bool isNear(double a, double b, double within) { return std::abs(a - b) <= within; }

/// ln a has sd 0.3, ln b 0.4; both have the median 10.
Model product() {
    const double a = 0.3 * 1.6448536269514722, b = 0.4 * 1.6448536269514722;
    const auto text = [](double spread) {
        return "lognormal(" + std::to_string(10 * std::exp(-spread)) + ", " + std::to_string(10 * std::exp(spread))
               + ")";
    };
    return makeModel({{"a", "1", text(a)}, {"b", "1", text(b)}}, {{"y", "1", "a * b"}});
}

IsoLine line(const Model& model, double target) {
    return isoLine(model, makeScenario("s"), {{VariableId{"a"}, VariableId{"b"}}, y, Statistic::p50, target},
                   runOptions(4096), {})
        .value();
}

} // namespace

class TestNearestPoint : public Test {
    Q_OBJECT
private slots:
    void whatCannotBeReachedIsSaidWithWhatCan() {
        const Model model =
            makeModel({{"a", "1", "uniform(1, 2)"}, {"b", "1", "uniform(1, 2)"}}, {{"y", "1", "a + b"}});
        const Result<NearestPoint> far = nearestPoint(model, makeScenario("s"), y, 5, runOptions(4096), {});
        QVERIFY(!far);
        QCOMPARE(far.error().code, ErrorCode::targetOutOfReach);
        QCOMPARE(far.error().details.at(0), std::string("5"));
        QCOMPARE(nearestPoint(model, makeScenario("s"), VariableId{"a"}, 5, runOptions(64), {}).error().code,
                 ErrorCode::outputUnknown);
        std::stop_source stop;
        stop.request_stop();
        QVERIFY(!nearestPoint(model, makeScenario("s"), y, 3.5, runOptions(64), {}, stop.get_token()));
    }
    /// The surface is a plane in normal space: distance and point are known (Hasofer and Lind 1974).
    void ofASumOfNormalsTheInputsMoveByTheirVariances() {
        const Model model =
            makeModel({{"a", "1", "normal(10, 3)"}, {"b", "1", "normal(20, 4)"}}, {{"y", "1", "a + b"}});
        const NearestPoint point = nearest(model, 40);
        QVERIFY(isNear(point.atMedians, 30, 1e-9));
        QVERIFY(isNear(point.distance, 10.0 / 5, 1e-6));
        QVERIFY(isNear(of(point, "b").spreads, 2 * 0.8, 1e-5));
        QVERIFY(isNear(of(point, "a").to, 10 + 3 * 2 * 0.6, 1e-4));
        QCOMPARE(point.inputs.front().input.value, std::string("b"));
        QVERIFY(isNear(of(point, "a").to + of(point, "b").to, 40, 1e-6));
    }
    void ofAProductOfLognormalsTheyMoveInLogarithms() {
        const NearestPoint point = nearest(product(), 200);
        const double beta = std::log(2.0) / std::sqrt(0.09 + 0.16);
        QVERIFY(isNear(point.distance, beta, 1e-4));
        QVERIFY(isNear(of(point, "a").spreads, beta * 0.6, 1e-4));
        QVERIFY(isNear(of(point, "a").to * of(point, "b").to, 200, 1e-4));
    }
    void aTargetThatIsThereAlreadyAsksForNothing() {
        const NearestPoint point = nearest(product(), 100);
        QVERIFY(point.distance < 1e-4);
    }
    void correlatedInputsGoTogether() {
        Model model = makeModel({{"a", "1", "normal(0, 1)"}, {"b", "1", "normal(0, 1)"}}, {{"y", "1", "a + b"}});
        const double free = nearest(model, 2).distance;
        model.correlations = {Correlation{{VariableId{"a"}, VariableId{"b"}}, 0.8}};
        const NearestPoint together = nearest(model, 2);
        QVERIFY(isNear(free, std::sqrt(2.0), 1e-5));
        QVERIFY(together.distance < 0.8 * free); // their sum varies more
        QVERIFY(isNear(of(together, "a").spreads, of(together, "b").spreads, 1e-4));
    }
    /// y = a^2 has two branches; the nearer one is at the side of the mean.
    void ofTwoBranchesTheNearerIsTaken() {
        const Model model = makeModel({{"a", "1", "normal(0.5, 1)"}}, {{"y", "1", "a ^ 2"}});
        QVERIFY(isNear(of(nearest(model, 4), "a").to, 2, 1e-4));
    }
    void fixedInputsStayAndThoseWithoutAShapeAreNamed() {
        const Model model = makeModel({{"a", "1", "normal(10, 1)"}, {"b", "1", "3"}, {"c", "1", "interval(1, 3)"}},
                                      {{"y", "1", "a * b * c"}});
        const NearestPoint point = nearest(model, 66);
        QCOMPARE(point.inputs.size(), std::size_t(1));
        QVERIFY(isNear(of(point, "a").to, 11, 1e-5));
        QCOMPARE(point.held, std::vector<VariableId>{VariableId{"c"}});
    }
    void theLineOfAProductIsAHyperbola() {
        const IsoLine found = line(product(), 200);
        QCOMPARE(found.pieces.size(), std::size_t(1));
        QVERIFY(found.pieces[0].size() > 10);
        for (const auto& [a, b] : found.pieces[0])
            QVERIFY2(isNear(a * b, 200, 0.5), qPrintable(QString::number(a * b)));
        QVERIFY(isNear(found.now, 100, 0.5));
    }
    void theLineIsWhereSolveIs() {
        const Model model =
            makeModel({{"a", "1", "uniform(1, 9)"}, {"b", "1", "uniform(1, 9)"}, {"c", "1", "normal(0, 1)"}},
                      {{"y", "1", "a * a + 3 * b + c"}});
        const IsoLine found = line(model, 40);
        const std::array<double, 2> at = found.pieces.at(0)[found.pieces[0].size() / 2];
        const Scenario held = makeScenario("s", {{"a", std::to_string(at[0])}});
        const Solution solution =
            solve(model, held, {VariableId{"b"}, y, Statistic::p50, 40}, runOptions(4096), {}).value();
        QVERIFY(isNear(*solution.value, at[1], 0.05));
    }
    void aClosedLineComesBackToItsBeginning() {
        const Model model =
            makeModel({{"a", "1", "uniform(-2, 2)"}, {"b", "1", "uniform(-2, 2)"}}, {{"y", "1", "a * a + b * b"}});
        const IsoLine found = line(model, 1);
        QCOMPARE(found.pieces.size(), std::size_t(1));
        for (const auto& [a, b] : found.pieces[0])
            QVERIFY(isNear(std::hypot(a, b), 1, 0.01));
        const auto first = found.pieces[0].front(), last = found.pieces[0].back();
        QVERIFY(std::hypot(first[0] - last[0], first[1] - last[1]) < 0.3);
    }
    void outOfReachThereIsNoLine() {
        const IsoLine found = line(product(), 1e9);
        QVERIFY(found.pieces.empty());
        QVERIFY(found.reachable.high < 1e9 && found.reachable.low > 0);
        QCOMPARE(isoLine(product(), makeScenario("s"), {{VariableId{"a"}, VariableId{"a"}}, y, Statistic::p50, 1},
                         runOptions(64), {})
                     .error()
                     .code,
                 ErrorCode::fieldValue);
    }
};

const Registered<TestNearestPoint> registered("nearest_point");

} // namespace assay::test

#include "tst_nearest_point.moc"
