// The chart in the window: keys, tips, selection, table, empty state, what a screen reader finds.
#include "tests/core/chart/chart_fixture.h"
#include "tests/test.h"
#include "tests/ui/drag.h"
#include "ui/charts/chart_canvas.h"
#include "ui/charts/chart_table.h"
#include "ui/charts/chart_view.h"
#include "ui/charts/theme.h"

#include <QtGui/QAccessible>
#include <QtTest/QAbstractItemModelTester>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QTableView>

#include <cmath>

namespace assay::test {
namespace {

const ChartSpec& costs() {
    static const ChartSpec spec = *findChart("cost-by-scenario")->build(sampleContext());
    return spec;
}

std::unique_ptr<ChartView> shown() {
    auto view = std::make_unique<ChartView>();
    view->resize(900, 600);
    view->setSpec(costs());
    view->show();
    return view;
}

} // namespace

class TestChartView : public Test {
    Q_OBJECT
private slots:
    void arrowsWalkTheDataAndEnterSelects() {
        const auto view = shown();
        QSignalSpy hovered(view.get(), &ChartView::markHovered);
        QSignalSpy clicked(view.get(), &ChartView::markClicked);
        QTest::keyClick(view.get(), Qt::Key_Down);
        QCOMPARE(view->currentDatum(), 0);
        QTest::keyClick(view.get(), Qt::Key_Down);
        QCOMPARE(hovered.last().first().toString(), view->datumText(1));
        QTest::keyClick(view.get(), Qt::Key_Return);
        QTRY_COMPARE(clicked.size(), 1);
        QTest::keyClick(view.get(), Qt::Key_End);
        QCOMPARE(view->currentDatum(), view->datumCount() - 1);
        QTest::keyClick(view.get(), Qt::Key_Down);
        QCOMPARE(view->currentDatum(), view->datumCount() - 1);
        QTest::keyClick(view.get(), Qt::Key_Escape);
        QCOMPARE(view->currentDatum(), -1);
    }

    void theTipNamesValueAndInterval() {
        const auto view = shown();
        QTest::mouseMove(view->findChild<ChartCanvas*>()->viewport(), view->datumRect(1).center());
        QTRY_VERIFY(view->currentDatum() == 1);
        const auto* tip = view->findChild<QLabel*>(QStringLiteral("chartTip"));
        QVERIFY(tip->isVisible());
        QCOMPARE(tip->textFormat(), Qt::PlainText);
        QVERIFY(tip->text().contains(QStringLiteral("90 % interval")));
        view->findChild<ChartCanvas*>()->hide();
        QVERIFY(!tip->isVisible());
    }

    void theTipOfANarrowChartIsWhole_data() {
        QTest::addColumn<QSize>("window");
        QTest::addColumn<bool>("scrolled");
        QTest::addColumn<bool>("wraps");
        QTest::newRow("room beside the chart") << QSize(1000, 700) << false << false;
        QTest::newRow("a chart that is scrolled") << QSize(700, 500) << true << false;
        QTest::newRow("no room anywhere") << QSize(170, 500) << false << true;
    }
    void theTipOfANarrowChartIsWhole() {
        QFETCH(QSize, window);
        QFETCH(bool, scrolled);
        QFETCH(bool, wraps);
        QScrollArea area;
        QWidget plain;
        auto* content = new QWidget;
        content->resize(window - QSize(20, 20));
        QWidget& top = scrolled ? static_cast<QWidget&>(area) : plain;
        scrolled ? area.setWidget(content) : content->setParent(&plain);
        auto* view = new ChartView(content);
        view->setGeometry(0, 0, 420, 330);
        view->setSpec(*findChart("cost-by-scenario")->build(sampleContext()));
        top.resize(window);
        top.show();
        QVERIFY(QTest::qWaitForWindowExposed(&top));
        const auto* tip = view->findChild<QLabel*>(QStringLiteral("chartTip"));
        for (const int key : {Qt::Key_Home, Qt::Key_End}) {
            QTest::keyClick(view, Qt::Key(key));
            QVERIFY(tip->isVisible());
            const QWidget* home = tip->parentWidget();
            QCOMPARE(home == content, scrolled);
            QVERIFY(home->rect().contains(tip->geometry()));
            QCOMPARE(tip->wordWrap(), wraps);
            QVERIFY(tip->height() >= tip->heightForWidth(tip->width()));
            QVERIFY(wraps || tip->width() >= tip->sizeHint().width());
        }
        delete view;
        QVERIFY(top.findChildren<QLabel*>(QStringLiteral("chartTip")).isEmpty()); // it went with its chart
    }

    void aThresholdIsAskedForByAKeyAndDragged() {
        const auto view = shown();
        auto* canvas = view->findChild<ChartCanvas*>();
        QSignalSpy moved(view.get(), &ChartView::thresholdMoved);
        QTest::keyClick(view.get(), Qt::Key_X);
        QCOMPARE(moved.size(), 1);
        const double middle = canvas->placed().plot.center().x();
        QVERIFY(std::abs(moved.last().first().toDouble() / canvas->placed().x.toValue(middle) - 1) < 1e-9);
        ChartContext context = sampleContext();
        context.threshold = moved.last().first().toDouble();
        view->setSpec(*findChart("cost-by-scenario")->build(context));
        const QPointF from(canvas->placed().x.toPixel(*canvas->spec().threshold), canvas->placed().plot.center().y());
        drag(*canvas->viewport(), from, from + QPointF(2000, 0), 5); // beyond the plot: its edge
        QCOMPARE(moved.size(), 6);
        QVERIFY(std::abs(moved.last().first().toDouble() / canvas->placed().x.high - 1) < 1e-9);
    }

    void aThresholdThatStandsIsTakenHoldOf() {
        const auto view = shown();
        ChartContext context = sampleContext();
        context.threshold = 2e7;
        view->setSpec(*findChart("cost-by-scenario")->build(context));
        auto* canvas = view->findChild<ChartCanvas*>();
        QSignalSpy moved(view.get(), &ChartView::thresholdMoved);
        QSignalSpy removed(view.get(), &ChartView::thresholdRemoved);
        QSignalSpy clicked(view.get(), &ChartView::markClicked);
        const QPoint line(static_cast<int>(canvas->placed().x.toPixel(2e7)),
                          canvas->placed().plot.center().toPoint().y());
        QTest::mouseMove(canvas->viewport(), line);
        QTRY_COMPARE(canvas->viewport()->cursor().shape(), Qt::SplitHCursor);
        drag(*canvas->viewport(), line + QPoint(3, 0), line + QPoint(3, 40), 2); // across its way: it stays
        QVERIFY(std::abs(moved.last().first().toDouble() / 2e7 - 1) < 1e-9);
        QTest::keyClick(view.get(), Qt::Key_Right, Qt::ShiftModifier);
        QVERIFY(moved.last().first().toDouble() > 2e7);
        QTest::keyClick(view.get(), Qt::Key_Left, Qt::ShiftModifier);
        QVERIFY(moved.last().first().toDouble() < 2e7);
        QTest::keyClick(view.get(), Qt::Key_X);
        QCOMPARE(removed.size(), 1);
        QCoreApplication::processEvents();
        QCOMPARE(clicked.size(), 0); // taking hold is no click on the mark below
    }

    void theTableHasEveryRowAndSortsByNumber() {
        ChartTableModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setSpec(costs());
        QCOMPARE(model.rowCount(), static_cast<int>(costs().data.size()));
        QVERIFY(model.data(model.index(0, 4), Qt::UserRole).toDouble() > 1e6);
        const auto view = shown();
        QTest::keyClick(view.get(), Qt::Key_T);
        const auto* table = view->findChild<QTableView*>(QStringLiteral("chartTableRows"));
        QVERIFY(table && table->isVisible());
        QCOMPARE(table->model()->rowCount(), view->datumCount());
    }

    void theEmptyStateSaysWhatIsMissingAndOffersAWayOut() {
        const auto view = shown();
        view->setEmpty(QStringLiteral("No <b>scenario</b> yet."), QStringLiteral("New scenario"));
        const auto* sentence = view->findChild<QLabel*>(QStringLiteral("chartEmptySentence"));
        QVERIFY(sentence->isVisible());
        QCOMPARE(sentence->textFormat(), Qt::PlainText);
        QSignalSpy pressed(view.get(), &ChartView::emptyButtonClicked);
        QTest::mouseClick(view->findChild<QPushButton*>(QStringLiteral("chartEmptyButton")), Qt::LeftButton);
        QCOMPARE(pressed.size(), 1);
        view->setSpec(costs());
        QVERIFY(!sentence->isVisible());
    }

    void selectionSurvivesANewSpec() {
        const auto view = shown();
        MarkIds ids;
        ids.scenario.value = "owned-cluster";
        view->setSelection(ids);
        QCoreApplication::processEvents();
        const QPixmap selected = view->grab();
        view->setSpec(costs());
        QCoreApplication::processEvents();
        QCOMPARE(view->grab().toImage(), selected.toImage());
        view->setSelection({});
        QVERIFY(view->grab().toImage() != selected.toImage());
    }

    void aScreenReaderFindsAChildForEachDatum() { // fact 47
        installChartAccessibility();
        const auto view = shown();
        QAccessibleInterface* chart = QAccessible::queryAccessibleInterface(view.get());
        QVERIFY(chart);
        QCOMPARE(chart->role(), QAccessible::Chart);
        QCOMPARE(chart->text(QAccessible::Name), QString::fromStdString(costs().title));
        QCOMPARE(chart->childCount(), view->datumCount());
        for (int i = 0; i < chart->childCount(); ++i) {
            QCOMPARE(chart->child(i)->text(QAccessible::Name), view->datumText(i));
            QVERIFY(!chart->child(i)->rect().isEmpty());
            QCOMPARE(chart->indexOfChild(chart->child(i)), i);
        }
        view->setSpec(ChartSpec());
        QCOMPARE(chart->childCount(), 0);
        QVERIFY(!chart->child(0));
    }

    void darkFollowsThePalette() {
        const auto view = shown();
        const QColor light = view->grab().toImage().pixelColor(3, 3);
        QPalette dark;
        dark.setColor(QPalette::Window, QColor(30, 30, 30));
        dark.setColor(QPalette::WindowText, Qt::white);
        view->setPalette(dark);
        QVERIFY(view->grab().toImage().pixelColor(3, 3).lightness() < light.lightness() - 100);
    }
};

const Registered<TestChartView> registered("chart_view");

} // namespace assay::test

#include "tst_chart_view.moc"
