// ScenarioPanel by hand and by keyboard, on the sample project: what each gesture does to document, undo stack and
// screen.
#include "core/document/edit.h"
#include "tests/test.h"
#include "tests/ui/views/panel_bench.h"
#include "ui/views/elided_label.h"
#include "ui/views/fonts.h"
#include "ui/views/input_row.h"
#include "ui/views/quantity_slider.h"
#include "ui/views/scenario_panel.h"

#include <QtCore/QMimeData>
#include <QtGui/QContextMenuEvent>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListView>
#include <QtWidgets/QMenu>
#include <QtWidgets/QToolButton>

namespace assay::test {

namespace {

struct Panel : PanelBench {
    Panel() : panel(store, selection, runs, questions) {
        panel.resize(420, 800);
        panel.show();
        panel.activateWindow();
        static_cast<void>(QTest::qWaitForWindowActive(&panel));
    }
    ScenarioPanel panel;

    template <class T>
    T* part(const char* name) {
        return panel.findChild<T*>(QString::fromLatin1(name));
    }
    std::string textOf(const char* input) { return currentInput(store.document(), scenario().id, {input})->text; }
    Basis basisOf(const char* input) { return currentInput(store.document(), scenario().id, {input})->basis; }
    void type(const char* name, const QString& text) {
        auto* field = part<QLineEdit>(name);
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, text);
        QTest::keyClick(field, Qt::Key_Return);
    }
    void drop(const char* input, const char* claim) {
        auto* row = part<InputRow>(input);
        QMimeData mime;
        mime.setData(QLatin1String(claimMimeType), claim);
        QDragEnterEvent enter(QPoint(20, 20), Qt::LinkAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(row, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent dropped(QPointF(20, 20), Qt::LinkAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(row, &dropped);
    }
};

} // namespace

class TestScenarioPanel : public Test {
    Q_OBJECT
private slots:
    void badTextIsRefusedWithItsReasonAndTheOldValueStays_data() {
        QTest::addColumn<QString>("typed");
        QTest::newRow("no number") << QStringLiteral("cheap");
        QTest::newRow("reversed interval") << QStringLiteral("10 to 5");
        QTest::newRow("a claim, not an input") << QStringLiteral(">3");
        QTest::newRow("another unit") << QStringLiteral("2 KRW");
    }
    void badTextIsRefusedWithItsReasonAndTheOldValueStays() {
        QFETCH(QString, typed);
        Panel bench;
        const std::string before = bench.textOf("price");
        bench.type("input.field.price", typed);
        QCOMPARE(bench.textOf("price"), before);
        QCOMPARE(bench.store.undoStack().count(), 0);
        auto* refusal = bench.part<QLabel>("input.refusal.price");
        QVERIFY(refusal->isVisible());
        QVERIFY(!refusal->text().isEmpty());
        auto* field = bench.part<QLineEdit>("input.field.price");
        QCOMPARE(field->text(), typed); // to be corrected, not to be typed again
        QCOMPARE(field->accessibleDescription(), refusal->text());
        QVERIFY(field->toolTip().contains(refusal->text().toHtmlEscaped()));
        QTest::keyClick(field, Qt::Key_Escape);
        QCOMPARE(field->text(), QString::fromStdString(before));
        QVERIFY(!refusal->isVisible());
    }
    void typedTextBecomesTheValueAndAnAssumption() {
        Panel bench;
        bench.type("input.field.price", QStringLiteral("1.5 to 3.5"));
        QCOMPARE(bench.textOf("price"), std::string("1.5 to 3.5"));
        QCOMPARE(bench.basisOf("price").kind, BasisKind::assumption);
        QVERIFY(QString::fromStdString(bench.basisOf("price").note).contains(QStringLiteral("v3-price")));
        QCOMPARE(bench.store.undoStack().count(), 1);
        QVERIFY(bench.part<ElidedLabel>("input.echo.price")
                    ->text()
                    .startsWith(QStringLiteral("lognormal, 90 % interval 1.5 to 3.5")));
        bench.store.undoStack().undo();
        QCOMPARE(bench.part<QLineEdit>("input.field.price")->text(), QStringLiteral("2 USD/(H800*h)"));
        QCOMPARE(bench.basisOf("price").kind, BasisKind::claims);
    }
    void oneDragIsManyChangesAndOneUndoStep() {
        Panel bench;
        QVERIFY(bench.store.apply(
            {}, setInput(bench.store.document(), bench.scenario().id, ScenarioInput{{"price"}, "1 to 4", {}})));
        auto* slider = bench.part<QuantitySlider>("input.slider.price");
        const int steps = bench.store.undoStack().count();
        QSignalSpy changes(&bench.store, &DocumentStore::changed);
        int beats = 0;
        QTimer heart;
        connect(&heart, &QTimer::timeout, this, [&] { ++beats; });
        heart.start(0);
        drag(*slider, QPointF(slider->width() * 0.4, 12), QPointF(slider->width() * 0.8, 12), 30);
        QVERIFY(changes.count() > 10);
        QVERIFY(beats >= 30); // the event loop turned between all moves
        QCOMPARE(bench.store.undoStack().count(), steps + 1);
        const QString moved = QString::fromStdString(bench.textOf("price"));
        QCOMPARE(bench.part<QLineEdit>("input.field.price")->text(), moved);
        QVERIFY(moved.contains(QStringLiteral(" to "))); // the typed form survives
        const InputReading reading = *readReading(moved.toStdString(), "USD/(GPU*h)");
        QVERIFY2(std::abs(reading.p95 / reading.p5 - 4) < 0.05,
                 qPrintable(moved)); // a positive shape moves by a factor
        bench.store.undoStack().undo();
        QCOMPARE(bench.textOf("price"), std::string("1 to 4"));
    }
    void shiftDragWidensTheSpreadAboutTheMedian() {
        Panel bench;
        bench.type("input.field.price", QStringLiteral("1 to 4"));
        auto* slider = bench.part<QuantitySlider>("input.slider.price");
        const InputReading before = *readReading("1 to 4", "USD/(GPU*h)");
        drag(*slider, QPointF(100, 12), QPointF(130, 12), 10, Qt::ShiftModifier);
        const InputReading after = *readReading(bench.textOf("price"), "USD/(GPU*h)");
        QVERIFY(after.p95 / after.p5 > before.p95 / before.p5 * 1.2);
        QVERIFY(std::abs(after.p50 / before.p50 - 1) < 0.01);
        QCOMPARE(bench.store.undoStack().count(), 2);
    }
    void dragThereAndBackLeavesNothing() {
        Panel bench;
        bench.type("input.field.price", QStringLiteral("1 to 4"));
        auto* slider = bench.part<QuantitySlider>("input.slider.price");
        const Document before = bench.store.document();
        emit slider->gestureBegan();
        emit slider->medianMoved(19.9);
        QVERIFY(bench.store.document() != before);
        emit slider->medianMoved(2);
        emit slider->gestureEnded();
        QCOMPARE(bench.textOf("price"), std::string("1 to 4")); // nothing was lost at the slider's end
    }
    void arrowKeysMoveTheMedianInOneUndoStep() {
        Panel bench;
        auto* slider = bench.part<QuantitySlider>("input.slider.price");
        slider->setFocus();
        for (int i = 0; i < 5; ++i)
            QTest::keyClick(slider, Qt::Key_Right);
        QVERIFY(readReading(bench.textOf("price"), "USD/(GPU*h)")->p50 > 2);
        QCOMPARE(bench.store.undoStack().count(), 1);
        QTest::keyClick(slider, Qt::Key_End);
        QCOMPARE(readReading(bench.textOf("price"), "USD/(GPU*h)")->p50, 20.0); // the model's max
    }
    void focusChoosesTheInput() {
        Panel bench;
        bench.part<QLineEdit>("input.field.tdp")->setFocus();
        QCOMPARE(bench.selection.now().input, std::optional(VariableId{"tdp"}));
    }
    void droppedClaimBecomesTheBasis() {
        Panel bench;
        bench.drop("input.hours", "v3-hours-pretraining");
        QCOMPARE(bench.basisOf("hours").claims, std::vector<ClaimId>{ClaimId{"v3-hours-pretraining"}});
        QVERIFY(bench.part<ElidedLabel>("input.basis.hours")
                    ->text()
                    .startsWith(QStringLiteral("claim v3-hours-pretraining: ")));
        QVERIFY(bench.textOf("hours") != "2.788M H800*h");
    }
    void claimOfAnotherUnitIsRefusedWithASentence() {
        Panel bench;
        const Document before = bench.store.document();
        bench.drop("input.hours", "cl0-16"); // 860 million KRW
        QVERIFY(bench.store.document() == before);
        auto* refusal = bench.part<QLabel>("input.refusal.hours");
        QVERIFY(refusal->isVisible());
        QVERIFY2(refusal->text().contains(QStringLiteral("KRW")) && refusal->text().contains(QStringLiteral("GPU*h")),
                 qPrintable(refusal->text()));
    }
    void keyBBindsTheSelectedClaim() {
        Panel bench;
        auto* slider = bench.part<QuantitySlider>("input.slider.fleet");
        slider->setFocus();
        QTest::keyClick(slider, Qt::Key_B);
        QVERIFY(bench.part<QLabel>("input.refusal.fleet")->isVisible()); // no claim is selected
        bench.selection.selectClaims({ClaimId{"cl0-08"}});
        QTest::keyClick(slider, Qt::Key_B);
        QCOMPARE(bench.basisOf("fleet").claims, std::vector<ClaimId>{ClaimId{"cl0-08"}});
        QVERIFY(!bench.part<QLabel>("input.refusal.fleet")->isVisible());
        auto* field = bench.part<QLineEdit>("input.field.fleet");
        field->setFocus();
        field->clear();
        QTest::keyClicks(field, QStringLiteral("2b")); // a letter in a text box stays a letter
        QCOMPARE(field->text(), QStringLiteral("2b"));
    }
    void anInputCanTakeAnotherScenariosSamples() {
        Panel bench;
        auto* row = bench.part<InputRow>("input.hours");
        for (const char* remark : {"raise\\(\\)", "grabbing the keyboard"}) // of the offscreen platform on any popup
            QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QLatin1String(remark)));
        QContextMenuEvent asked(QContextMenuEvent::Keyboard, QPoint(10, 10), row->mapToGlobal(QPoint(10, 10)));
        QCoreApplication::sendEvent(row, &asked);
        auto* outputs = row->findChild<QMenu*>(QStringLiteral("input.outputs"));
        QVERIFY(outputs);
        QAction* hours = nullptr;
        for (QAction* action : outputs->actions())
            if (action->text().contains(QStringLiteral("From compute")))
                hours = hours ? hours : action;
        QVERIFY(hours);
        hours->trigger();
        outputs->parentWidget()->close();
        QCOMPARE(bench.basisOf("hours").reference, std::string("from-compute/gpu_hours"));
        QVERIFY(!bench.part<QuantitySlider>("input.slider.hours")->isEnabled());
        auto* field = bench.part<QLineEdit>("input.field.hours");
        QVERIFY(field->text().isEmpty());
        QVERIFY(!bench.part<QLabel>("input.refusal.hours")->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(bench.runs.isCurrent({"as-disclosed"}), 20000);
        const RunPtr upstream = bench.runs.run({"from-compute"});
        const RunPtr linked = bench.runs.run({"as-disclosed"});
        QVERIFY(upstream && linked);
        QVERIFY(linked->inputs[0].samples && *linked->inputs[0].samples == *upstream->outputs[0].samples);
        QTest::mouseClick(bench.part<ElidedLabel>("input.basis.hours"), Qt::LeftButton); // leads to the scenario
        QCOMPARE(bench.selection.now().scenario->value, std::string("from-compute"));
        bench.selection.selectScenario(ScenarioId{"as-disclosed"});
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete); // the rows that were left
        bench.type("input.field.hours", QStringLiteral("3M H800*h"));
        QCOMPARE(bench.basisOf("hours").kind, BasisKind::assumption);
        QVERIFY(bench.part<QuantitySlider>("input.slider.hours")->isEnabled());
    }
    void basisLeadsToTheWords() {
        Panel bench;
        QSignalSpy words(&bench.selection, &Selection::wordsWanted);
        QTest::mouseClick(bench.part<ElidedLabel>("input.basis.hours"), Qt::LeftButton);
        QCOMPARE(words.count(), 1);
        QCOMPARE(bench.selection.claim(), std::optional(ClaimId{"v3-hours"}));
    }
    void basisOfAnAssumptionIsItsNote() {
        Panel bench;
        bench.questions.lines.push_back(QStringLiteral("Measured nowhere."));
        QTest::mouseClick(bench.part<ElidedLabel>("input.basis.contributors"), Qt::LeftButton);
        QCOMPARE(bench.basisOf("contributors").note, std::string("Measured nowhere."));
        QCOMPARE(bench.part<ElidedLabel>("input.basis.contributors")->text(),
                 QStringLiteral("assumption: Measured nowhere."));
    }
    void scenariosCanBeAddedCopiedRenamedAndDeletedWithAWayBack() {
        Panel bench;
        QSignalSpy done(&bench.panel, &ScenarioPanel::done);
        const std::size_t count = bench.store.document().scenarios.size();
        bench.panel.findChild<QAction*>(QStringLiteral("scenarios.new.singapore-share"))->trigger();
        QCOMPARE(bench.store.document().scenarios.size(), count + 1);
        QCOMPARE(bench.scenario().model, ModelId{"singapore-share"});
        QVERIFY(bench.part<InputRow>("input.diverted_share"));
        bench.panel.duplicateScenario();
        QCOMPARE(bench.store.document().scenarios.size(), count + 2);
        auto* list = bench.part<QListView>("scenarios.list");
        QVERIFY(list->model()->setData(list->currentIndex(), QStringLiteral("Mine")));
        QCOMPARE(bench.scenario().title, std::string("Mine"));
        const ScenarioId id = bench.scenario().id;
        bench.panel.deleteScenario();
        QVERIFY(!find(bench.store.document().scenarios, id));
        QCOMPARE(done.count(), 1);
        QVERIFY(done[0][0].toString().contains(QStringLiteral("Mine")));
        bench.store.undoStack().undo();
        QVERIFY(find(bench.store.document().scenarios, id));
        while (bench.store.undoStack().canUndo())
            bench.store.undoStack().undo();
        QCOMPARE(bench.store.document().scenarios.size(), count);
    }
    void steppingGoesRoundAllScenarios() {
        Panel bench;
        const ScenarioId first = bench.scenario().id;
        bench.panel.previousScenario();
        QCOMPARE(bench.scenario().id, bench.store.document().scenarios.back()->id);
        for (std::size_t i = 0; i < bench.store.document().scenarios.size(); ++i)
            bench.panel.nextScenario();
        bench.panel.nextScenario();
        QCOMPARE(bench.scenario().id, first);
    }
    void resultsFollowTheInputs() {
        Panel bench;
        auto* median = bench.part<QLabel>("output.median.rental_cost");
        QTRY_COMPARE_WITH_TIMEOUT(median->text(), QStringLiteral("$5.58M"), 20000);
        bench.type("input.field.price", QStringLiteral("4"));
        QTRY_COMPARE_WITH_TIMEOUT(median->text(), QStringLiteral("$11.2M"), 20000);
    }
    void everyPartHasANameAndTheKeyboardReachesIt() {
        Panel bench;
        for (QWidget* widget : bench.panel.findChildren<QWidget*>()) {
            if (widget->focusPolicy() == Qt::NoFocus || widget->objectName().startsWith(QLatin1String("qt_")))
                continue;
            QVERIFY2(!widget->objectName().isEmpty(), widget->metaObject()->className());
            const auto* button = qobject_cast<QAbstractButton*>(widget);
            QVERIFY2(!widget->accessibleName().isEmpty() || (button && !button->text().isEmpty()),
                     qPrintable(widget->objectName()));
            QVERIFY2(widget->focusPolicy() & Qt::TabFocus, qPrintable(widget->objectName()));
        }
    }
    void hostileNamesAreShownAsTheyAre() {
        Panel bench;
        Scenario scenario = bench.scenario();
        scenario.title = "<img src='/etc/passwd'>%s%n";
        QVERIFY(bench.store.apply({}, setScenario(bench.store.document(), scenario)));
        auto* list = bench.part<QListView>("scenarios.list");
        QCOMPARE(list->currentIndex().data().toString(), QString::fromStdString(scenario.title));
        QVERIFY(bench.part<QLabel>("input.refusal.price")->textFormat() == Qt::PlainText);
    }
};

const Registered<TestScenarioPanel> registered("scenario_panel");

} // namespace assay::test

#include "tst_scenario_panel.moc"
