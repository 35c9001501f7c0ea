// Charts and sliders under a hand: what a drag or an arrow key does to the document, the undo stack and the picture.
#include "core/chart/handle.h"
#include "tests/test.h"
#include "tests/ui/views/panel_bench.h"
#include "tests/ui/views/window_desk.h"
#include "ui/charts/chart_canvas.h"
#include "ui/charts/chart_view.h"
#include "ui/views/chart_area.h"
#include "ui/views/quantity_slider.h"
#include "ui/views/scenario_panel.h"

#include <QtCore/QTemporaryDir>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtWidgets/QMenu>

#include <algorithm>
#include <atomic>
#include <cmath>

namespace assay::test {

namespace {

const ScenarioId singapore{"singapore-january-2025"};
const ScenarioId compute{"from-compute"};

struct Hands : PanelBench {
    Hands(const ScenarioId& id, const char* chart)
        : PanelBench(id),
          settings(folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat),
          area(store, selection, runs, questions, settings) {
        area.resize(760, 560);
        area.show();
        area.showChart(QString::fromLatin1(chart));
        isReady = QTest::qWaitFor([&] { return !runs.isBusy() && spec() && spec()->chart == chart; }, 30000);
        QCoreApplication::processEvents();
    }
    QTemporaryDir folder;
    QSettings settings;
    ChartArea area;
    bool isReady = false;

    const ChartSpec* spec() { return area.spec(); }
    ChartView& view() { return *area.findChild<ChartView*>(QStringLiteral("chart.0")); }
    ChartCanvas& canvas() { return *view().findChild<ChartCanvas*>(); }
    QWidget& surface() { return *canvas().viewport(); }
    const Handle* handle(const std::string& id) {
        const auto found = std::find_if(spec()->handles.begin(), spec()->handles.end(),
                                        [&](const Handle& each) { return each.id == id; });
        return found == spec()->handles.end() ? nullptr : &*found;
    }
    QPointF pixel(const Point& at) { return {canvas().placed().x.toPixel(at.x), canvas().placed().y.toPixel(at.y)}; }
    std::string text(const char* input) {
        for (const ScenarioInput& own : scenario().inputs)
            if (own.input.value == input)
                return own.text;
        return {};
    }
    double quantileOf(const VariableId& input, double u) {
        const ModelInput& declared = *findInput(model(), input);
        const std::string now = text(input.value.c_str());
        const Result<InputReading> reading = readReading(now.empty() ? declared.defaultText : now, declared.unit);
        return u < 0.5 ? reading->p5 : u > 0.5 ? reading->p95 : reading->p50;
    }
    int steps() { return store.undoStack().count(); }
    void settle() {
        QVERIFY(QTest::qWaitFor([&] { return !runs.isBusy(); }, 30000));
    }
};

} // namespace

class TestHands : public Test {
    Q_OBJECT
private slots:
    void init() { allowRemarksOnPopups(); }
    void theMarkerTakesBothSharesWithIt() {
        Hands hands(singapore, "singapore-heat-map");
        QVERIFY(hands.isReady);
        const Document before = hands.store.document();
        const QPointF from = hands.pixel(hands.handle("marker")->at);
        const QPointF to = from + QPointF(60, -50);
        const double billed = hands.canvas().placed().x.toValue(to.x());
        const double diverted = hands.canvas().placed().y.toValue(to.y());
        drag(hands.surface(), from, to, 20);
        QCOMPARE(hands.steps(), 1);
        QVERIFY(std::abs(hands.quantileOf(VariableId{"billed_share"}, 0.5) - billed) < 0.02 * billed);
        QVERIFY(std::abs(hands.quantileOf(VariableId{"diverted_share"}, 0.5) - diverted) < 0.02 * diverted);
        hands.settle();
        QTRY_VERIFY(std::abs(hands.handle("marker")->at.x - billed) < 0.03 * billed); // the picture followed
        hands.store.undoStack().undo();
        QVERIFY(hands.store.document() == before);
    }
    void escapePutsItBackInTheMiddleOfADrag() {
        Hands hands(singapore, "singapore-heat-map");
        QVERIFY(hands.isReady);
        const Document before = hands.store.document();
        const QPointF from = hands.pixel(hands.handle("marker")->at);
        drag(hands.surface(), from, from + QPointF(60, -50), 10, Qt::NoModifier, [&] {
            QVERIFY(hands.store.document() != before);
            QTest::keyClick(&hands.view(), Qt::Key_Escape);
            QVERIFY(hands.store.document() == before);
            sendMouse(hands.surface(), QEvent::MouseMove, from, Qt::LeftButton); // the hand holds nothing any more
        });
        QVERIFY(hands.store.document() == before);
        QCOMPARE(hands.steps(), 0);
    }
    void arrowsMoveTheMarkerAndARunOfThemIsOneStep() {
        Hands hands(singapore, "singapore-heat-map");
        QVERIFY(hands.isReady);
        const double billed = hands.quantileOf(VariableId{"billed_share"}, 0.5);
        const double diverted = hands.quantileOf(VariableId{"diverted_share"}, 0.5);
        QTest::keyClick(&hands.view(), Qt::Key_H);
        QCOMPARE(hands.view().currentHandle(), 0);
        for (int i = 0; i < 5; ++i)
            QTest::keyClick(&hands.view(), Qt::Key_Right);
        for (int i = 0; i < 5; ++i)
            QTest::keyClick(&hands.view(), Qt::Key_Up);
        QVERIFY(hands.quantileOf(VariableId{"billed_share"}, 0.5) > billed);
        QVERIFY(hands.quantileOf(VariableId{"diverted_share"}, 0.5) > diverted);
        QCOMPARE(hands.steps(), 1);
        QTRY_VERIFY_WITH_TIMEOUT(!hands.canvas().isHolding(), 3000); // the run has ended: what follows is a step more
        QTest::keyClick(&hands.view(), Qt::Key_Left);
        QCOMPARE(hands.steps(), 2);
        QTest::keyClick(&hands.view(), Qt::Key_Escape); // of the run
        QTest::keyClick(&hands.view(), Qt::Key_Escape); // of the handle
        QCOMPARE(hands.view().currentHandle(), -1);
        QCOMPARE(hands.steps(), 1);
    }
    void whatMustBeTrueCanBeCopied() {
        Hands hands(singapore, "singapore-heat-map");
        QVERIFY(hands.isReady);
        QSignalSpy done(&hands.area, &ChartArea::done);
        QTest::keyClick(&hands.view(), Qt::Key_S);
        QCOMPARE(QGuiApplication::clipboard()->text().toStdString(), hands.spec()->statement);
        QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("50K GPUs")));
        QCOMPARE(done.size(), 1);
    }

    void aBarsEndMovesTheInputsRange() {
        Hands hands(singapore, "tornado");
        QVERIFY(hands.isReady);
        const Handle handle = *hands.handle("diverted_share/p95");
        const VariableId input = handle.levers.front().input;
        const double low = hands.quantileOf(input, 0.05), high = hands.quantileOf(input, 0.95);
        const QPointF from = hands.pixel(handle.at);
        drag(hands.surface(), from, from + QPointF(-60, 0), 12);
        QCOMPARE(hands.steps(), 1);
        QVERIFY(hands.quantileOf(input, 0.95) < 0.97 * high);
        QVERIFY(std::abs(hands.quantileOf(input, 0.05) - low) < 0.1 * high);
        hands.store.undoStack().undo();
        QCOMPARE(hands.quantileOf(input, 0.95), high);
    }
    void rowsAndAxisHoldStillWhileABarIsDragged() {
        Hands hands(singapore, "tornado");
        QVERIFY(hands.isReady);
        const ChartSpec before = *hands.spec();
        const QPointF from = hands.pixel(hands.handle("diverted_share/p95")->at);
        drag(hands.surface(), from, from + QPointF(-150, 0), 6, Qt::NoModifier, [&] {
            QTRY_VERIFY(hands.spec()->marks.size() > before.marks.size()); // the ghost of the bars
            QVERIFY(hands.spec()->x == before.x);
            QVERIFY(hands.spec()->y == before.y);
            const auto isGhost = [](const Mark& mark) {
                const auto* curve = std::get_if<Curve>(&mark);
                return curve && curve->ink.role == InkRole::ghost;
            };
            QVERIFY(std::any_of(hands.spec()->marks.begin(), hands.spec()->marks.end(), isGhost));
        });
        QTRY_VERIFY(!hands.runs.isBusy() && hands.spec()->marks.size() == before.marks.size());
    }
    void aBarLeadsToItsInputAndToItsScatter() {
        Hands hands(singapore, "tornado");
        QVERIFY(hands.isReady);
        QSignalSpy wanted(&hands.area, &ChartArea::inputWanted);
        const Datum second = hands.spec()->data[1];
        const QPoint middle = hands.pixel({second.at.x, second.at.y}).toPoint();
        QTest::mouseClick(&hands.surface(), Qt::LeftButton, Qt::NoModifier, middle);
        QTRY_COMPARE(wanted.size(), 1);
        QCOMPARE(hands.selection.now().input, std::optional(second.ids.input));
        QTest::mouseDClick(&hands.surface(), Qt::LeftButton, Qt::NoModifier, middle);
        QTRY_VERIFY(hands.spec() && hands.spec()->chart == "scatter");
        QCOMPARE(hands.spec()->data.front().ids.input, second.ids.input);
    }

    void aRangeIsBrushedAndItsEndsAreTaken() {
        Hands hands(compute, "gpu-hours");
        QVERIFY(hands.isReady);
        const QRectF plot = hands.canvas().placed().plot;
        const QPointF from(plot.left() + plot.width() / 3, plot.center().y());
        drag(hands.surface(), from, from + QPointF(plot.width() / 4, 0), 8, Qt::ControlModifier);
        QTRY_VERIFY(hands.spec()->brush->range);
        const ValueRange drawn = *hands.spec()->brush->range;
        QVERIFY(std::abs(drawn.low / hands.canvas().placed().x.toValue(from.x()) - 1) < 0.01);
        QVERIFY(hands.spec()->data.back().tip.find("P(") != std::string::npos
                || hands.spec()->data.front().tip.find("P(") != std::string::npos);
        const QPointF end(hands.canvas().placed().x.toPixel(drawn.high), plot.center().y());
        drag(hands.surface(), end, end - QPointF(30, 0), 5);
        QTRY_VERIFY(hands.spec()->brush->range->high < drawn.high);
        QCOMPARE(hands.spec()->brush->range->low, drawn.low);
        QCOMPARE(hands.steps(), 0); // a question, no edit
        QTest::keyClick(&hands.view(), Qt::Key_P);
        QTRY_VERIFY(!hands.spec()->brush->range);
        QTest::keyClick(&hands.view(), Qt::Key_P);
        QTRY_VERIFY(hands.spec()->brush->range);
    }
    void aBandOfTheOutcomeIsBrushedOnTheScatter() {
        Hands hands(compute, "scatter");
        QVERIFY(hands.isReady);
        const QRectF plot = hands.canvas().placed().plot;
        drag(hands.surface(), plot.center(), plot.center() + QPointF(0, plot.height() / 4), 5, Qt::ControlModifier);
        QTRY_VERIFY(hands.spec()->brush->range);
        QVERIFY(hands.spec()->notes.front().find("effective samples") != std::string::npos);
    }

    void aDragRunsLittleAndDropsNothing() {
        Hands hands(singapore, "singapore-heat-map");
        QVERIFY(hands.isReady);
        const int layouts = hands.canvas().layouts();
        const QPointF from = hands.pixel(hands.handle("marker")->at);
        drag(hands.surface(), from, from + QPointF(80, -40), 100);
        QVERIFY(hands.canvas().layouts() - layouts <= 102); // at most one a move
        const double last = hands.quantileOf(VariableId{"billed_share"}, 0.5);
        hands.settle();
        QTRY_VERIFY(std::abs(hands.handle("marker")->at.x - last) < 0.02 * last);
        QCOMPARE(hands.steps(), 1);
    }

    void escapePutsASliderBack() {
        PanelBench bench;
        ScenarioPanel panel(bench.store, bench.selection, bench.runs, bench.questions);
        panel.resize(420, 800);
        panel.show();
        const Document before = bench.store.document();
        auto* slider = panel.findChild<QuantitySlider*>(QStringLiteral("input.slider.chip_price"));
        drag(*slider, QPointF(60, 12), QPointF(90, 12), 5, Qt::NoModifier, [&] {
            QVERIFY(bench.store.document() != before);
            QTest::keyClick(slider, Qt::Key_Escape);
        });
        QVERIFY(bench.store.document() == before);
        QCOMPARE(bench.store.undoStack().count(), 0);
    }

    void theMenuOffersWhatTheKeysDo() {
        Hands hands(singapore, "singapore-heat-map");
        QVERIFY(hands.isReady);
        QContextMenuEvent asked(QContextMenuEvent::Keyboard, QPoint(200, 200),
                                hands.view().mapToGlobal(QPoint(200, 200)));
        QCoreApplication::sendEvent(&hands.view(), &asked);
        auto* menu = hands.view().findChild<QMenu*>(QStringLiteral("chart.menu"));
        QVERIFY(menu);
        const QList<QAction*> actions = menu->actions();
        const auto copy = std::find_if(actions.begin(), actions.end(), [](const QAction* action) {
            return action->text().contains(QStringLiteral("must be"));
        });
        QVERIFY(copy != actions.end());
        (*copy)->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text().toStdString(), hands.spec()->statement);
        menu->close();
    }
};

const Registered<TestHands> registered("hands");

} // namespace assay::test

#include "tst_hands.moc"
