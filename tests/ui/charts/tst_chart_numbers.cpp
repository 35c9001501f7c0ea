// Ticks and words of every chart in every script of numbers: in place, apart, and no letter among them.
#include "core/units/read_quantity.h"
#include "tests/core/chart/chart_fixture.h"
#include "tests/test.h"
#include "tests/ui/charts/placed_faults.h"
#include "ui/charts/layout.h"
#include "ui/charts/overlay.h"
#include "ui/charts/plot_layer.h"
#include "ui/charts/render.h"

#include <QtCore/QRegularExpression>

#include <cmath>

namespace assay::test {
namespace {

const QRegularExpression letterMagnitude(QStringLiteral("[0-9][KMBT](?![A-Za-z0-9])"));

/// Where the value of a tick's label lies, as far as it is a number; NaN for a day or a row.
double placeOf(const PlacedText& tick, const Placed& placed, const ChartSpec& spec) {
    const bool isOfY = tick.box.top() < placed.plot.bottom();
    const AxisKind kind = isOfY ? spec.y.kind : spec.x.kind;
    const Result<Quantity> read = readQuantity(tick.text.toStdString());
    const bool hasValues = kind == AxisKind::linear || kind == AxisKind::log;
    if (!hasValues || !read || !read->value || read->unit == "B") // a bare "20B" is read as bytes in a text
        return std::nan("");
    return isOfY ? placed.y.toPixel(*read->value) - tick.box.center().y()
                 : placed.x.toPixel(*read->value) - tick.box.center().x();
}

/// How far words may be from their tick: those of x at either edge are moved inside the picture.
double reachOf(const PlacedText& tick, const Placed& placed) {
    const bool isInside = tick.box.left() >= placed.plot.left() && tick.box.right() <= placed.plot.right();
    return isInside || tick.box.top() < placed.plot.bottom() ? 1.5 : tick.box.width() / 2;
}

} // namespace

class TestChartNumbers : public Test {
    Q_OBJECT
private slots:
    void ticksStandWhereTheirNumbersSay_data() {
        QTest::addColumn<QString>("chart");
        QTest::addColumn<QString>("form");
        QTest::addColumn<int>("script");
        for (const ChartKind& kind : chartKinds()) {
            std::vector<ChartForm> forms(kind.forms.begin(), kind.forms.end());
            if (forms.empty())
                forms.push_back({});
            for (const ChartForm& form : forms)
                for (std::size_t script = 0; script < numberScriptNames.size(); ++script)
                    QTest::addRow("%s %s %s", std::string(kind.id).c_str(), std::string(form.id).c_str(),
                                  std::string(numberScriptNames[script]).c_str())
                        << QString::fromStdString(std::string(kind.id)) << QString::fromStdString(std::string(form.id))
                        << static_cast<int>(script);
        }
    }
    void ticksStandWhereTheirNumbersSay() { // charts: facts 15 to 17
        QFETCH(QString, chart);
        QFETCH(QString, form);
        QFETCH(int, script);
        ChartContext context = sampleContext();
        context.form = form.toStdString();
        context.numbers = static_cast<NumberScript>(script);
        const Result<ChartSpec> spec = buildChart(*findChart(chart.toStdString()), context);
        if (!spec) { // the fixture has nothing for it
            QCOMPARE(spec.error().code, ErrorCode::chartEmpty);
            return;
        }
        for (const QSizeF& size : {QSizeF(640, 400), QSizeF(1280, 800)}) {
            const Placed placed = layOut(*spec, {size, 1}, fontMeasure());
            const QString fault = faultOf(placed);
            QVERIFY2(fault.isEmpty(), qPrintable(fault));
            for (const PlacedText& text : placed.texts) {
                const bool isLetters = context.numbers == NumberScript::letters;
                QVERIFY2(isLetters || text.part == TextPart::footer || !text.text.contains(letterMagnitude),
                         qPrintable(text.text));
                if (text.part == TextPart::tick)
                    if (const double off = placeOf(text, placed, *spec); !std::isnan(off))
                        QVERIFY2(std::abs(off) <= reachOf(text, placed), qPrintable(text.text));
            }
        }
        QCOMPARE(numberScriptNow(), NumberScript::letters);
    }
    void theCrosshairReadsInTheScript() {
        const Axis axis{AxisKind::log, {}, "USD", 1, 1e9, {}};
        QCOMPARE(axisReading(axis, 5.576e6, NumberScript::korean), QStringLiteral("$558\ub9cc"));
        QCOMPARE(axisReading(axis, 5.576e8, NumberScript::chinese), QStringLiteral("$5.58\u4ebf"));
    }
    void aDrawingSaysWhatIsShown() {
        ChartContext context = sampleContext();
        context.numbers = NumberScript::korean;
        const ChartSpec spec = buildChart(*findChart("cost-by-scenario"), context).value();
        RenderOptions options;
        options.format = ImageFormat::svg;
        const QString svg = QString::fromUtf8(*renderChart(spec, options));
        QVERIFY(svg.contains(QStringLiteral("\ub9cc</text>"))); // of a tick
        QVERIFY(!svg.contains(QRegularExpression(QStringLiteral(">\\$[0-9.]+[KMB]</text>"))));
    }
    void theNumbersOfATableAreTheSameInEveryScript() { // files are for programs
        const auto numbers = [](NumberScript script) {
            ChartContext context = sampleContext();
            context.numbers = script;
            std::vector<double> all;
            for (const ChartKind& kind : chartKinds())
                if (const Result<ChartSpec> spec = buildChart(kind, context))
                    for (const Datum& datum : spec->data)
                        for (const Cell& cell : datum.cells)
                            if (cell.number)
                                all.push_back(*cell.number);
            return all;
        };
        QVERIFY(!numbers(NumberScript::letters).empty());
        QVERIFY(numbers(NumberScript::letters) == numbers(NumberScript::japanese));
    }
};

const Registered<TestChartNumbers> registered("chart_numbers");

} // namespace assay::test

#include "tst_chart_numbers.moc"
