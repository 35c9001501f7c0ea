// An input's curve under its row: opened, dragged, moved by keys, kept while the text can't be read.
#include "core/document/edit.h"
#include "tests/test.h"
#include "tests/ui/views/panel_bench.h"
#include "ui/charts/chart_canvas.h"
#include "ui/charts/chart_view.h"
#include "ui/views/input_curve.h"
#include "ui/views/input_row.h"
#include "ui/views/quantity_slider.h"
#include "ui/views/scenario_panel.h"

#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QToolButton>

#include <algorithm>
#include <cmath>

namespace assay::test {

namespace {

struct CurveBench : PanelBench {
    CurveBench() : panel(store, selection, runs, questions) {
        panel.resize(420, 800);
        panel.show();
        panel.activateWindow();
        QCoreApplication::processEvents();
    }
    ScenarioPanel panel;

    template <class T>
    T* part(const char* name, const char* input) {
        return panel.findChild<T*>(QString::fromLatin1(name) + QString::fromLatin1(input));
    }
    ChartView& open(const char* input) {
        part<QToolButton>("input.curveButton.", input)->setChecked(true);
        QCoreApplication::processEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        return *part<ChartView>("input.curve.chart.", input);
    }
    QString text(const char* input) { return part<QLineEdit>("input.field.", input)->text(); }
    QString note(const char* input) { return part<QLabel>("input.curve.note.", input)->text(); }
};

QPointF pixelOf(ChartView& view, int handle) {
    const ChartCanvas& canvas = *view.findChild<ChartCanvas*>();
    const Point at = view.spec().handles[static_cast<std::size_t>(handle)].at;
    return {canvas.placed().x.toPixel(at.x), canvas.placed().y.toPixel(at.y)};
}

QWidget& surface(ChartView& view) { return *view.findChild<ChartCanvas*>()->viewport(); }

} // namespace

class TestCurveRow : public Test {
    Q_OBJECT
private slots:
    void oneCurveIsOpenAtATime() {
        CurveBench bench;
        QVERIFY(!bench.part<InputCurve>("input.curve.", "chip_price"));
        const ChartView& view = bench.open("chip_price");
        QVERIFY(view.isVisible());
        QCOMPARE(view.spec().handles.size(), std::size_t(3));
        bench.open("price");
        QVERIFY(!bench.part<InputCurve>("input.curve.", "chip_price"));
        QVERIFY(!bench.part<QToolButton>("input.curveButton.", "chip_price")->isChecked());
        QTest::keyClick(bench.part<QuantitySlider>("input.slider.", "price"), Qt::Key_C);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QVERIFY(!bench.part<InputCurve>("input.curve.", "price"));
    }

    void aDraggedEndRewritesTheText() {
        CurveBench bench;
        ChartView& view = bench.open("chip_price");
        QCOMPARE(bench.text("chip_price"), QStringLiteral("25000 to 45000 USD/H800"));
        const Document before = bench.store.document();
        const ChartSpec held = view.spec();
        const QPointF from = pixelOf(view, 2);
        drag(surface(view), from, from + QPointF(30, 0), 10, Qt::NoModifier, [&] {
            QVERIFY(view.spec().x == held.x); // the axis holds still
            const auto isGhost = [](const Mark& mark) {
                const auto* curve = std::get_if<Curve>(&mark);
                return curve && curve->ink.role == InkRole::ghost;
            };
            QVERIFY(std::any_of(view.spec().marks.begin(), view.spec().marks.end(), isGhost));
        });
        const QString text = bench.text("chip_price");
        QVERIFY2(text.startsWith(QStringLiteral("25000 to ")) && text.endsWith(QStringLiteral(" USD/H800")),
                 qPrintable(text));
        QVERIFY(text != QStringLiteral("25000 to 45000 USD/H800"));
        QCOMPARE(bench.store.undoStack().count(), 1);
        QCOMPARE(bench.store.undoStack().undoText(),
                 QStringLiteral("Move P95 of Purchase price per GPU, server included"));
        bench.store.undoStack().undo();
        QVERIFY(bench.store.document() == before);
        QCOMPARE(bench.text("chip_price"), QStringLiteral("25000 to 45000 USD/H800"));
    }
    void arrowsMoveAnEndAndEscapePutsItBack() {
        CurveBench bench;
        ChartView& view = bench.open("chip_price");
        const Document before = bench.store.document();
        QTest::keyClick(&view, Qt::Key_H);
        for (int i = 0; i < 3; ++i)
            QTest::keyClick(&view, Qt::Key_Right);
        QVERIFY(bench.store.document() != before);
        QVERIFY(bench.text("chip_price").endsWith(QStringLiteral("to 45000 USD/H800")));
        QTest::keyClick(&view, Qt::Key_Escape);
        QVERIFY(bench.store.document() == before);
        QCOMPARE(bench.store.undoStack().count(), 0);
    }

    void aTextThatCannotBeReadKeepsTheCurveGreyed() {
        CurveBench bench;
        ChartView& view = bench.open("chip_price");
        const ChartSpec valid = view.spec();
        auto* field = bench.part<QLineEdit>("input.field.", "chip_price");
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, QStringLiteral("25000 to 50000"));
        const ChartSpec typed = view.spec(); // drawn as it is typed
        QCOMPARE(typed.handles.size(), std::size_t(3));
        QTest::keyClicks(field, QStringLiteral(" !"));
        QCOMPARE(view.spec().marks.size(), typed.marks.size());
        QVERIFY(view.spec().handles.empty());
        for (const Mark& mark : view.spec().marks)
            if (const auto* curve = std::get_if<Curve>(&mark))
                QCOMPARE(curve->ink.role, InkRole::ghost);
        const auto* refusal = bench.part<QLabel>("input.refusal.", "chip_price");
        QVERIFY(!refusal->text().isEmpty());
        QVERIFY(bench.note("chip_price").contains(refusal->text()));
        for (int i = 0; i < 2; ++i)
            QTest::keyClick(field, Qt::Key_Backspace);
        QVERIFY(view.spec() == typed);
        QTest::keyClick(field, Qt::Key_Escape);
        QVERIFY(view.spec() == valid);
    }

    void theCumulativeCurveHasTheSameHandles() {
        CurveBench bench;
        ChartView& view = bench.open("chip_price");
        const double p95 = view.spec().handles[2].at.x;
        bench.part<QToolButton>("input.curve.form.", "chip_price")->setChecked(true);
        QCOMPARE(view.spec().y.high, 100.0);
        QCOMPARE(view.spec().handles[2].at.x, p95);
        QCOMPARE(view.spec().handles[2].at.y, 95.0);
    }

    void aFixedNumberAndLinkedSamplesSaySo() {
        CurveBench bench;
        const ChartView& fixed = bench.open("price");
        QCOMPARE(fixed.spec().handles.size(), std::size_t(1));
        QVERIFY(bench.note("price").contains(QStringLiteral("no spread")));
        const QuantitySlider& slider = *bench.part<QuantitySlider>("input.slider.", "price");
        QVERIFY(slider.isEnabled());
    }

    void aSliderMovesTheCurveWithAGhost() {
        CurveBench bench;
        ChartView& view = bench.open("chip_price");
        const ChartSpec before = view.spec();
        auto* slider = bench.part<QuantitySlider>("input.slider.", "chip_price");
        drag(*slider, QPointF(60, 12), QPointF(75, 12), 4, Qt::NoModifier, [&] {
            QVERIFY(view.spec().marks.size() > before.marks.size());
            QVERIFY(view.spec().x == before.x);
        });
        QVERIFY(view.spec().handles[1].at.x != before.handles[1].at.x);
    }

    void theTicksOfClaimsLeadToThem() {
        CurveBench bench;
        ChartView& view = bench.open("price"); // 2 USD, as the report has it
        const auto& data = view.spec().data;
        const auto tick =
            std::find_if(data.begin(), data.end(), [](const Datum& datum) { return !datum.ids.claims.empty(); });
        QVERIFY(tick != data.end());
        emit view.markClicked(tick->ids);
        QCOMPARE(bench.selection.now().claims, tick->ids.claims);
    }
};

const Registered<TestCurveRow> registered("curve_row");

} // namespace assay::test

#include "tst_curve_row.moc"
