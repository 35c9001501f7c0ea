// The canvas under a hand, without a project: zoom and its history, boxes, handles before everything else, readings.
#include "tests/core/chart/chart_fixture.h"
#include "tests/test.h"
#include "tests/ui/drag.h"
#include "ui/charts/chart_canvas.h"
#include "ui/charts/chart_view.h"
#include "ui/charts/overlay.h"

#include <QtGui/QAccessible>

#include <cmath>
#include <limits>

namespace assay::test {
namespace {

/// A line over a log x axis with a handle at 10, y from 0 to 100.
ChartSpec specWithHandle(Along along) {
    ChartSpec spec;
    spec.chart = "line";
    spec.x = {AxisKind::log, "x", "USD", 1, 1000, {}};
    spec.y = {AxisKind::linear, "y", "%", 0, 100, {}};
    spec.marks = {Curve{{{1, 0}, {1000, 100}}, {InkRole::series}, 2, Dash::solid, 0}};
    spec.columns = {"x"};
    spec.data = {Datum{"all of it", {30, 50}, {{"1", 1.0}}, {}}};
    spec.handles = {Handle{HandleKind::input, "h", "Handle", "10", {10, 30}, along, 0, {}, {}}};
    return spec;
}

struct Bench {
    explicit Bench(const ChartSpec& spec) {
        view.resize(800, 500);
        view.setSpec(spec);
        view.show();
    }
    ChartView view;
    ChartCanvas& canvas() { return *view.findChild<ChartCanvas*>(); }
    QWidget& surface() { return *canvas().viewport(); }
    QPointF pixel(double x, double y) { return {canvas().placed().x.toPixel(x), canvas().placed().y.toPixel(y)}; }
};

} // namespace

class TestChartHand : public Test {
    Q_OBJECT
private slots:
    void aHandleWinsOverPanAndClick() {
        Bench bench(specWithHandle(Along::both));
        QSignalSpy moved(&bench.view, &ChartView::inputMoved);
        QSignalSpy clicked(&bench.view, &ChartView::markClicked);
        bench.canvas().zoom(2, bench.pixel(10, 30).x());
        const double low = bench.canvas().placed().x.low;
        const QPointF from = bench.pixel(10, 30);
        drag(bench.surface(), from + QPointF(3, 2), from + QPointF(53, -38), 5);
        QCOMPARE(moved.size(), 5);
        QCOMPARE(bench.canvas().placed().x.low, low); // nothing was panned
        const Point place = moved.last().at(1).value<Point>();
        QVERIFY(std::abs(place.x / bench.canvas().placed().x.toValue(from.x() + 50) - 1) < 1e-9);
        QVERIFY(std::abs(place.y - bench.canvas().placed().y.toValue(from.y() - 40)) < 1e-9);
        QCoreApplication::processEvents();
        QCOMPARE(clicked.size(), 0);
    }
    void aHandleKeepsToItsAxisAndThePlot_data() {
        QTest::addColumn<int>("along");
        QTest::newRow("along x") << static_cast<int>(Along::x);
        QTest::newRow("along y") << static_cast<int>(Along::y);
    }
    void aHandleKeepsToItsAxisAndThePlot() {
        QFETCH(int, along);
        Bench bench(specWithHandle(static_cast<Along>(along)));
        QSignalSpy moved(&bench.view, &ChartView::inputMoved);
        const QPointF from = bench.pixel(10, 30);
        drag(bench.surface(), from, from + QPointF(-5000, 5000), 4); // a log axis has no zero to be dragged to
        const Point place = moved.last().at(1).value<Point>();
        QVERIFY(std::abs(place.x - (along == static_cast<int>(Along::x) ? 1.0 : 10.0)) < 1e-9);
        QVERIFY(std::abs(place.y - (along == static_cast<int>(Along::x) ? 30.0 : 0.0)) < 1e-9);
    }
    void aHandleOutOfSightCannotBeTaken() {
        ChartSpec spec = specWithHandle(Along::x);
        for (const double x : {0.0, -5.0, 2000.0, std::numeric_limits<double>::infinity(), std::nan("")}) {
            spec.handles.front().at.x = x;
            Bench bench(spec);
            QVERIFY(handleOutline(bench.canvas().spec().handles.front(), bench.canvas().placed()).isEmpty());
            QSignalSpy taken(&bench.view, &ChartView::inputTaken);
            for (const double at : {1.0, 10.0, 1000.0})
                drag(bench.surface(), bench.pixel(at, 30), bench.pixel(20, 30), 2);
            QCOMPARE(taken.size(), 0);
        }
    }

    void keysReachAHandleAndMoveIt() {
        Bench bench(specWithHandle(Along::x));
        QSignalSpy moved(&bench.view, &ChartView::inputMoved);
        QSignalSpy letGo(&bench.view, &ChartView::inputLetGo);
        QSignalSpy back(&bench.view, &ChartView::inputPutBack);
        QSignalSpy said(&bench.view, &ChartView::markHovered);
        QTest::keyClick(&bench.view, Qt::Key_Right);
        QCOMPARE(bench.view.currentDatum(), 0); // without a handle arrows walk the data
        QTest::keyClick(&bench.view, Qt::Key_H);
        QCOMPARE(said.last().first().toString(), QStringLiteral("Handle: 10"));
        QTest::keyClick(&bench.view, Qt::Key_Right);
        QTest::keyClick(&bench.view, Qt::Key_Up); // more, whichever way it goes
        QCOMPARE(moved.size(), 2);
        QVERIFY(moved[0].at(1).value<Point>().x > 10);
        QVERIFY(moved[1].at(1).value<Point>().x > moved[0].at(1).value<Point>().x);
        QTest::keyClick(&bench.view, Qt::Key_Escape);
        QCOMPARE(back.size(), 1);
        QCOMPARE(letGo.size(), 0);
        QTest::keyClick(&bench.view, Qt::Key_Left, Qt::ShiftModifier); // a finer step
        const double fine = 10 - moved.last().at(1).value<Point>().x;
        QVERIFY(fine > 0 && fine < moved[0].at(1).value<Point>().x - 10);
        QTRY_COMPARE_WITH_TIMEOUT(letGo.size(), 1, 3000); // the run ends by itself
    }
    void aReaderFindsTheHandleAsASlider() {
        installChartAccessibility();
        Bench bench(specWithHandle(Along::x));
        QAccessibleInterface* chart = QAccessible::queryAccessibleInterface(&bench.view);
        QCOMPARE(chart->childCount(), 2);
        QAccessibleInterface* handle = chart->child(1);
        QCOMPARE(handle->role(), QAccessible::Slider);
        QCOMPARE(handle->text(QAccessible::Name), QStringLiteral("Handle: 10"));
        QVERIFY(!handle->rect().isEmpty());
        QCOMPARE(chart->indexOfChild(handle), 1);
        bench.view.setFocus();
        QTest::keyClick(&bench.view, Qt::Key_H);
        QCOMPARE(chart->focusChild(), handle);
    }

    void aBoxIsZoomedIntoAndTheHistoryLeadsBack() {
        Bench bench(specWithHandle(Along::x));
        const Scaling x = bench.canvas().placed().x, y = bench.canvas().placed().y;
        const QPointF from = bench.pixel(2, 80), to = bench.pixel(200, 20);
        drag(bench.surface(), from, to, 5, Qt::ShiftModifier);
        QVERIFY(std::abs(bench.canvas().placed().x.low / 2 - 1) < 0.01);
        QVERIFY(std::abs(bench.canvas().placed().x.high / 200 - 1) < 0.01);
        QVERIFY(std::abs(bench.canvas().placed().y.high - 80) < 0.5);
        const double boxed = bench.canvas().placed().x.low;
        QTest::keyClick(&bench.view, Qt::Key_Plus);
        QVERIFY(bench.canvas().placed().x.low > boxed);
        QTest::keyClick(&bench.view, Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(bench.canvas().placed().x.low, boxed);
        QTest::keyClick(&bench.view, Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(bench.canvas().placed().x.low, x.low);
        QCOMPARE(bench.canvas().placed().y.high, y.high);
        QTest::keyClick(&bench.view, Qt::Key_Left, Qt::AltModifier); // there is nothing before
        QTest::keyClick(&bench.view, Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(bench.canvas().placed().x.low, boxed);
        QTest::keyClick(&bench.view, Qt::Key_R);
        QCOMPARE(bench.canvas().placed().x.low, x.low);
    }
    void theWheelZoomsAtTheCursorAndItsTurnsAreOneStep() {
        Bench bench(specWithHandle(Along::x));
        const QPointF at = bench.pixel(30, 50);
        const auto turn = [&](Qt::KeyboardModifiers keys) {
            QWheelEvent event(at, bench.surface().mapToGlobal(at), {}, {0, 120}, Qt::NoButton, keys, Qt::NoScrollPhase,
                              false);
            QCoreApplication::sendEvent(&bench.surface(), &event);
        };
        for (int i = 0; i < 3; ++i)
            turn(Qt::NoModifier);
        QVERIFY(std::abs(bench.canvas().placed().x.toValue(at.x()) / 30 - 1) < 1e-6);
        QVERIFY(bench.canvas().placed().x.high < 700);
        QCOMPARE(bench.canvas().placed().y.high, 100.0);
        turn(Qt::ControlModifier);
        QVERIFY(bench.canvas().placed().y.high < 100);
        QTest::keyClick(&bench.view, Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(bench.canvas().placed().x.high, 1000.0);
    }
    void aDragPansWhatIsZoomedAndNeverBeyondTheData() {
        Bench bench(specWithHandle(Along::x));
        bench.canvas().zoom(4, bench.pixel(30, 50).x());
        const double low = bench.canvas().placed().x.low;
        drag(bench.surface(), bench.pixel(40, 80), bench.pixel(40, 80) + QPointF(-40, 0), 4);
        QVERIFY(bench.canvas().placed().x.low > low);
        drag(bench.surface(), bench.pixel(40, 80), bench.pixel(40, 80) + QPointF(4000, 0), 40);
        QVERIFY(bench.canvas().placed().x.low >= 1);
        QTest::mouseDClick(&bench.surface(), Qt::LeftButton, {}, QPoint(4, 4));
        QCOMPARE(bench.canvas().placed().x.high, 1000.0);
    }

    void theCrosshairIsReadOnTheAxes() {
        QCOMPARE(axisReading({AxisKind::log, {}, "USD", 1, 1e9, {}}, 5.576e6), QStringLiteral("$5.58M"));
        QCOMPARE(axisReading({AxisKind::linear, {}, "%", 0, 100, {}}, 22.345), QStringLiteral("22.3%"));
        QCOMPARE(axisReading({AxisKind::category, {}, {}, 0, 3, {}}, 1), QString());
        QCOMPARE(axisReading({AxisKind::time, {}, {}, 20000, 20100, {}}, 20089.7), QStringLiteral("2025-01-01"));
        Bench bench(specWithHandle(Along::x));
        const auto picture = [&] {
            QCoreApplication::processEvents();
            return bench.canvas().grab().toImage();
        };
        const QImage plain = picture();
        sendMouse(bench.surface(), QEvent::MouseMove, bench.pixel(100, 90), Qt::NoButton);
        const QImage crossed = picture();
        QVERIFY(crossed != plain);
        QTest::keyClick(&bench.view, Qt::Key_C);
        QVERIFY(picture() != crossed);
        QTest::keyClick(&bench.view, Qt::Key_C);
        QCOMPARE(picture(), crossed);
    }
};

const Registered<TestChartHand> registered("chart_hand");

} // namespace assay::test

#include "tst_chart_hand.moc"
