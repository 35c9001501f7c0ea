// What charts of one quantity tell each other: the value pointed at, on the axis that shows the same.
#include "core/chart/shared_axis.h"

#include "core/chart/build.h"
#include "tests/core/chart/chart_fixture.h"
#include "tests/test.h"

#include <cmath>

namespace assay::test {
namespace {

Axis axis(AxisKind kind, const char* quantity, const char* unit) {
    Axis made{kind, "title", unit, 1, 100, {}};
    made.quantity = quantity;
    return made;
}

ChartSpec built(const char* chart, const ChartContext& context = sampleContext()) {
    return buildChart(*findChart(chart), context).value();
}

} // namespace

class TestSharedAxis : public Test {
    Q_OBJECT
private slots:
    void unlikeAxesShareNothing_data() {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QByteArray>("quantity");
        QTest::addColumn<QByteArray>("unit");
        QTest::newRow("another quantity in the same unit")
            << static_cast<int>(AxisKind::linear) << QByteArray("revenue") << QByteArray("USD");
        QTest::newRow("another unit") << static_cast<int>(AxisKind::linear) << QByteArray("cost") << QByteArray("KRW");
        QTest::newRow("rows") << static_cast<int>(AxisKind::category) << QByteArray("cost") << QByteArray("USD");
        QTest::newRow("days, which may be cut")
            << static_cast<int>(AxisKind::time) << QByteArray("cost") << QByteArray("USD");
        QTest::newRow("no name") << static_cast<int>(AxisKind::linear) << QByteArray() << QByteArray("USD");
    }
    void unlikeAxesShareNothing() {
        QFETCH(int, kind);
        QFETCH(QByteArray, quantity);
        QFETCH(QByteArray, unit);
        const Axis other = axis(static_cast<AxisKind>(kind), quantity.constData(), unit.constData());
        QVERIFY(!showSame(axis(AxisKind::log, "cost", "USD"), other));
        QVERIFY(!showSame(other, axis(AxisKind::log, "cost", "USD")));
    }
    void twoWithoutANameShareNothing() {
        QVERIFY(!showSame(axis(AxisKind::log, "", "USD"), axis(AxisKind::log, "", "USD")));
    }
    void aValueThatIsNoneIsNotShared() {
        ChartSpec from;
        from.x = axis(AxisKind::linear, "cost", "USD");
        QVERIFY(!sharedValue(from, {std::nan(""), 0}, from.x));
    }
    void aValueGoesFromXToXAndFromXToY() {
        ChartSpec from;
        from.x = axis(AxisKind::log, "cost", "USD");
        from.y = axis(AxisKind::linear, "gpu-hours", "H800*h");
        QCOMPARE(sharedValue(from, {7, 9}, axis(AxisKind::linear, "cost", "USD")).value(), 7.0);
        QCOMPARE(sharedValue(from, {7, 9}, axis(AxisKind::log, "gpu-hours", "H800*h")).value(), 9.0);
        QVERIFY(!sharedValue(from, {7, 9}, axis(AxisKind::log, "gpu-hours", "H100*h")));
    }

    void chartsOfOneCostShareTheirAxes() {
        const ChartSpec costs = built("cost-by-scenario");
        const ChartSpec claims =
            built("claims-over-time", sampleWith([](ChartContext& c) { c.attribute = AttributeId{"training-cost"}; }));
        const ChartSpec drivers = built("tornado"), scatter = built("scatter");
        QVERIFY(showSame(costs.x, drivers.x));
        QVERIFY(showSame(costs.x, scatter.y));
        QVERIFY(!showSame(costs.x, scatter.x));
        QVERIFY(!showSame(costs.x, built("gpu-hours").x));
        QVERIFY(showSame(costs.x, claims.y));
    }
    void anAttributeOfTheCodebookNamesTheQuantity() {
        ChartContext context = sampleContext();
        QCOMPARE(quantityOf(context, VariableId{"power"}), std::string("power"));
        Attribute attribute;
        attribute.id = AttributeId{"training-cost"};
        attribute.outputs = {OutputLink{VariableId{"rental_cost"}, {}, {}}};
        context.attributes = {Row<Attribute>(attribute)};
        for (const std::string_view scope : costScopes) // all ways of counting one cost
            QCOMPARE(quantityOf(context, VariableId{std::string(scope)}), std::string("training-cost"));
        context.attributes.clear();
        QCOMPARE(quantityOf(context, VariableId{"programme_cost"}), quantityOf(context, VariableId{"rental_cost"}));
    }
};

const Registered<TestSharedAxis> registered("shared_axis");

} // namespace assay::test

#include "tst_shared_axis.moc"
