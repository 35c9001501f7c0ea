// The sheet of a chart's keys tells the truth: what it lists does something, and what does something is listed.
#include "ui/charts/chart_keys.h"

#include "tests/core/chart/chart_fixture.h"
#include "tests/test.h"
#include "ui/charts/chart_view.h"

#include <QtGui/QKeyEvent>

#include <set>

namespace assay::test {
namespace {

/// A chart with handles, a threshold and data.
ChartSpec costs() {
    ChartContext context = sampleContext();
    context.threshold = 8e6;
    return buildChart(*findChart("cost-by-scenario"), context).value();
}

bool takes(ChartView& view, QKeyCombination key) {
    view.setSpec(costs());
    view.setCurrentDatum(0); // something to leave, to open, to select
    QKeyEvent event(QEvent::KeyPress, key.key(), key.keyboardModifiers());
    QCoreApplication::sendEvent(&view, &event);
    return event.isAccepted();
}

/// Those the area of charts takes, for they choose or export a chart.
bool isAreas(QKeyCombination key) {
    return key == QKeyCombination(Qt::Key_E)
           || (key.keyboardModifiers() == Qt::NoModifier && key.key() >= Qt::Key_1 && key.key() <= Qt::Key_9);
}

std::set<int> listed() {
    std::set<int> all;
    for (const ChartKey& each : chartKeys())
        for (const QKeyCombination& key : each.keys)
            all.insert(key.toCombined());
    return all;
}

} // namespace

class TestChartKeys : public Test {
    Q_OBJECT
private slots:
    void noKeyIsListedTwice() {
        std::size_t count = 0;
        for (const ChartKey& each : chartKeys()) {
            QVERIFY(!each.keys.isEmpty() && !each.text.isEmpty());
            count += static_cast<std::size_t>(each.keys.size());
        }
        QCOMPARE(listed().size(), count);
    }
    void everyListedKeyDoesSomething() {
        ChartView view;
        view.resize(800, 500);
        view.show();
        for (const ChartKey& each : chartKeys())
            for (const QKeyCombination& key : each.keys)
                QVERIFY2(takes(view, key) != isAreas(key), qPrintable(each.text));
    }
    void everyLetterThatDoesSomethingIsListed() {
        ChartView view;
        view.resize(800, 500);
        view.show();
        const std::set<int> known = listed();
        for (int key = Qt::Key_A; key <= Qt::Key_Z; ++key) {
            const QKeyCombination plain(static_cast<Qt::Key>(key));
            QVERIFY2(!takes(view, plain) || known.count(plain.toCombined()) == 1, qPrintable(QString(QChar(key))));
        }
    }
};

const Registered<TestChartKeys> registered("chart_keys");

} // namespace assay::test

#include "tst_chart_keys.moc"
