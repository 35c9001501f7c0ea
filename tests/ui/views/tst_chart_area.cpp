// Four charts beside each other: where one is pointed at shows on the axes of the others that have the same quantity.
#include "ui/views/chart_area.h"

#include "core/chart/shared_axis.h"
#include "tests/test.h"
#include "tests/ui/views/panel_bench.h"
#include "ui/charts/chart_canvas.h"
#include "ui/charts/chart_view.h"
#include "ui/charts/overlay.h"

#include <QtCore/QTemporaryDir>
#include <QtWidgets/QToolButton>

#include <cmath>

namespace assay::test {

namespace {

/// Costs, hours, drivers and the map, as the window shows them.
struct FourCharts : PanelBench {
    FourCharts()
        : settings(folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat),
          area(store, selection, runs, questions, settings) {
        area.resize(1280, 800);
        area.show();
        area.findChild<QToolButton*>(QStringLiteral("chart.four"))->setChecked(true);
    }
    ChartView& view(int number) { return *area.findChild<ChartView*>(QStringLiteral("chart.%1").arg(number)); }
    ChartCanvas& canvas(int number) { return *view(number).findChild<ChartCanvas*>(); }
    QImage picture(int number) {
        QCoreApplication::processEvents();
        return canvas(number).grab().toImage();
    }
    bool isReady() {
        return !runs.isBusy() && !view(0).spec().data.empty() && !view(1).spec().data.empty()
               && !view(2).spec().data.empty();
    }
    void point(const QPointF& at) { sendMouse(*canvas(0).viewport(), QEvent::MouseMove, at, Qt::NoButton); }

    QTemporaryDir folder;
    QSettings settings;
    ChartArea area;
};

} // namespace

class TestChartArea : public Test {
    Q_OBJECT
private slots:
    void aPlaceOutsideEveryAxisChangesNothing() {
        FourCharts four;
        QTRY_VERIFY_WITH_TIMEOUT(four.isReady(), 20000);
        const QImage drivers = four.picture(2);
        four.view(2).setEcho(1e300, std::nullopt);
        QCOMPARE(four.picture(2), drivers);
        four.view(2).setEcho(std::nullopt, 2.0); // of rows nothing can be read
        QCOMPARE(four.picture(2), drivers);
    }
    void pointingAtACostShowsItOnEveryAxisOfCosts() {
        FourCharts four;
        QTRY_VERIFY_WITH_TIMEOUT(four.isReady(), 20000);
        QVERIFY(showSame(four.view(0).spec().x, four.view(2).spec().x));
        QVERIFY(!showSame(four.view(0).spec().x, four.view(1).spec().x));
        const Placed& drivers = four.canvas(2).placed();
        const double cost = drivers.x.toValue(drivers.plot.center().x());
        const QPointF at(four.canvas(0).placed().x.toPixel(cost), four.canvas(0).placed().plot.center().y());
        const QImage hoursBefore = four.picture(1), driversBefore = four.picture(2);
        four.point(at);
        const QImage driversNow = four.picture(2);
        QVERIFY(driversNow != driversBefore);
        QCOMPARE(four.picture(1), hoursBefore);
        four.view(2).setEcho(cost, std::nullopt); // the very place
        QVERIFY(std::abs(drivers.x.toPixel(cost) - drivers.plot.center().x()) < 1);
        four.point(QPointF(2, 2)); // out of the plot
        QCOMPARE(four.picture(2), driversBefore);
    }
    void aPictureThatChangesUnderARestingHandPointsAnew() {
        FourCharts four;
        QTRY_VERIFY_WITH_TIMEOUT(four.isReady(), 20000);
        const QPointF at = four.canvas(0).placed().plot.center() + QPointF(40, 0);
        four.point(at);
        QSignalSpy pointed(&four.view(0), &ChartView::pointed);
        four.canvas(0).zoom(2, four.canvas(0).placed().plot.left());
        QVERIFY(!pointed.isEmpty());
        const auto place = pointed.last().first().value<std::optional<Point>>();
        QVERIFY(place && place->x == four.canvas(0).placed().x.toValue(at.x()));
    }
    void theKeyboardPointsToo() {
        FourCharts four;
        QTRY_VERIFY_WITH_TIMEOUT(four.isReady(), 20000);
        QSignalSpy pointed(&four.view(0), &ChartView::pointed);
        four.view(0).setCurrentDatum(0);
        QCOMPARE(pointed.size(), 1);
        const auto place = pointed.first().first().value<std::optional<Point>>();
        QVERIFY(place && *place == four.view(0).spec().data[0].at);
        four.view(0).setCurrentDatum(-1);
        QVERIFY(!pointed.last().first().value<std::optional<Point>>());
    }
    void aChartWithoutACrosshairShowsNoneOfAnother() {
        FourCharts four;
        QTRY_VERIFY_WITH_TIMEOUT(four.isReady(), 20000);
        const Placed& drivers = four.canvas(2).placed();
        const double cost = drivers.x.toValue(drivers.plot.center().x());
        const QImage before = four.picture(2);
        four.canvas(2).toggleCrosshair();
        four.view(2).setEcho(cost, std::nullopt);
        QCOMPARE(four.picture(2), before);
        four.canvas(2).toggleCrosshair();
        QVERIFY(four.picture(2) != before);
    }
};

const Registered<TestChartArea> registered("chart_area");

} // namespace assay::test

#include "tst_chart_area.moc"
