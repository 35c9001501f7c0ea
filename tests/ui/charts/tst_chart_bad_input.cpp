// Every chart of the registry, in every form, on numbers and names nobody would wish for: a marked, counted or
// summarised picture, never a blank, a crash or words over words.
#include "tests/core/chart/chart_fixture.h"
#include "tests/test.h"
#include "tests/ui/charts/placed_faults.h"
#include "ui/charts/layout.h"
#include "ui/charts/render.h"

#include <QtCore/QXmlStreamReader>

#include <cmath>
#include <functional>
#include <limits>

namespace assay::test {
namespace {

/// Every chart in every form; a name for its row.
void forEachForm(const std::function<void(const ChartKind& kind, const std::string& form)>& visit) {
    for (const ChartKind& kind : chartKinds()) {
        if (kind.forms.empty())
            visit(kind, {});
        for (const ChartForm& form : kind.forms)
            visit(kind, std::string(form.id));
    }
}

/// All samples of all results and inputs are these.
ChartContext contextOf(const std::vector<double>& samples) {
    return sampleWith([&](ChartContext& context) {
        for (const Row<Scenario>& scenario : context.scenarios)
            changeRun(context, scenario->id.value.c_str(), [&](Run& run) {
                for (OutputSummary& output : run.outputs) {
                    std::vector<Sensitivity> kept = std::move(output.sensitivity);
                    output = outputOfSamples(output.id.value, output.title, output.unit, samples);
                    for (Sensitivity& each : kept)
                        each.low = each.high = samples.empty() ? std::nan("") : samples.front();
                    output.sensitivity = std::move(kept);
                }
                for (InputSummary& input : run.inputs)
                    if (input.samples)
                        input.samples = std::make_shared<const Samples>(samples.begin(), samples.end());
            });
    });
}

std::string allWords(const ChartSpec& spec) {
    std::string all = spec.title + spec.subtitle + spec.altText;
    for (const auto& list : {spec.notes, spec.footer})
        for (const std::string& text : list)
            all += text;
    for (const Datum& datum : spec.data) {
        all += datum.tip;
        for (const Cell& cell : datum.cells)
            all += cell.text;
    }
    for (const Axis* axis : {&spec.x, &spec.y})
        for (const Category& category : axis->categories)
            all += category.label;
    return all;
}

/// Names of everything that has one.
ChartContext contextNamed(const std::string& name) {
    return sampleWith([&](ChartContext& context) {
        const auto rename = [&](auto& rows) {
            for (auto& row : rows) {
                auto changed = *row;
                changed.title = name + " " + changed.id.value;
                row = std::decay_t<decltype(row)>(std::move(changed));
            }
        };
        rename(context.scenarios);
        rename(context.models);
        rename(context.attributes);
        rename(context.sources);
        for (Row<Speaker>& row : context.speakers) {
            Speaker speaker = *row;
            speaker.name = name;
            row = Row<Speaker>(std::move(speaker));
        }
        for (Row<Claim>& row : context.claims) {
            Claim claim = *row;
            claim.statement = claim.subject = name;
            claim.asOf = "2025-01";
            row = Row<Claim>(std::move(claim));
        }
        for (const Row<Scenario>& scenario : context.scenarios)
            changeRun(context, scenario->id.value.c_str(), [&](Run& run) {
                for (OutputSummary& output : run.outputs)
                    output.title = name;
                for (InputSummary& input : run.inputs)
                    input.title = name;
            });
    });
}

/// The first thing wrong with the chart's pictures; empty when nothing is.
QString faultOfPictures(const ChartSpec& spec) {
    for (const QSizeF& size : {QSizeF(640, 400), QSizeF(1280, 800)}) {
        const Placed placed = layOut(spec, {size, 1}, fixedWidth);
        if (placed.texts.empty())
            return QStringLiteral("blank");
        if (const QString fault = faultOf(placed); !fault.isEmpty())
            return fault;
    }
    const Result<QByteArray> svg = renderChart(spec, {QSize(640, 400), 1, ImageFormat::svg});
    if (!svg)
        return QStringLiteral("not rendered");
    QXmlStreamReader reader(*svg);
    while (!reader.atEnd())
        reader.readNext();
    if (svg->contains("nan") || svg->contains("inf,"))
        return QStringLiteral("a coordinate that is no number");
    return reader.hasError() ? reader.errorString() : QString();
}

QString nameOf(const ChartKind& kind, const std::string& form) {
    return QString::fromStdString(std::string(kind.id) + " " + form);
}

} // namespace

class TestChartBadInput : public Test {
    Q_OBJECT
private slots:
    void badNumbers_data() {
        QTest::addColumn<QVector<double>>("samples");
        const double nan = std::nan("");
        const double infinite = std::numeric_limits<double>::infinity();
        QTest::newRow("no sample") << QVector<double>{};
        QTest::newRow("one sample") << QVector<double>{5e6};
        QTest::newRow("zero variance") << QVector<double>(300, 5e6);
        QTest::newRow("all zero") << QVector<double>(100, 0.0);
        QTest::newRow("negative and positive") << QVector<double>{-3, -2, -1, 5};
        QTest::newRow("zero on a wide axis") << QVector<double>{0, 1, 10, 100, 1e6};
        QTest::newRow("not a number among numbers") << QVector<double>{1e6, nan, 2e6, 3e6};
        QTest::newRow("infinite among numbers") << QVector<double>{1e6, infinite, 2e6, -infinite, 3e6};
        QTest::newRow("nothing but not a number") << QVector<double>(10, nan);
        QTest::newRow("huge and tiny") << QVector<double>{1e-300, 1, 1e300};
        QTest::newRow("huge on both sides") << QVector<double>{-1e300, 0, 1e300};
        const double most = std::numeric_limits<double>::max();
        QTest::newRow("the largest on both sides") << QVector<double>{-most, 0, most};
        QTest::newRow("the largest alone") << QVector<double>(50, most);
        QTest::newRow("subnormal") << QVector<double>{std::numeric_limits<double>::denorm_min(), 1e-310, 1e-308};
    }
    void badNumbers() {
        QFETCH(QVector<double>, samples);
        ChartContext context = contextOf({samples.begin(), samples.end()});
        int shown = 0;
        forEachForm([&](const ChartKind& kind, const std::string& form) {
            context.form = form;
            const Result<ChartSpec> spec = buildChart(kind, context);
            if (!spec) {
                QCOMPARE(spec.error().code, ErrorCode::chartEmpty);
                QVERIFY(!spec.error().details.empty());
                return;
            }
            ++shown;
            const QString fault = faultOfPictures(*spec);
            QVERIFY2(fault.isEmpty(), qPrintable(nameOf(kind, form) + QStringLiteral(": ") + fault));
        });
        QVERIFY(shown > 0); // those of claims stand on no sample
    }

    void samplesWithoutANumberAreCounted_data() {
        QTest::addColumn<QString>("chart");
        for (const char* chart : {"cost-by-scenario", "gpu-hours", "scatter", "scenario-difference", "tornado"})
            QTest::newRow(chart) << QString::fromLatin1(chart);
    }
    void samplesWithoutANumberAreCounted() {
        QFETCH(QString, chart);
        const double nan = std::nan("");
        std::vector<double> samples = lognormalSamples(1e6, 0.5, 500);
        samples[7] = samples[70] = samples[400] = nan;
        ChartContext context = contextOf(samples);
        context.scenario = ScenarioId{"owned-cluster"};
        const Result<ChartSpec> spec = buildChart(*findChart(chart.toStdString()), context);
        QVERIFY(spec.has_value());
        const std::string words = allWords(*spec);
        QVERIFY2(words.find("gave no number") != std::string::npos || words.find("left out") != std::string::npos,
                 words.c_str());
    }

    void strangeNames_data() {
        QTest::addColumn<QString>("name");
        QTest::newRow("an image tag") << "<img src='/etc/passwd'>";
        QTest::newRow("less than") << "ship-to <2%";
        QTest::newRow("a format string") << "%s%n%1$s";
        QTest::newRow("three hundred characters") << QString(300, QLatin1Char('x'));
        QTest::newRow("three hundred characters in words") << QStringLiteral("some words ").repeated(27);
        QTest::newRow("right to left") << QStringLiteral(
            "\u05d4\u05e2\u05dc\u05d5\u05ea \u05e9\u05dc \u05d0\u05d9\u05de\u05d5\u05df");
        QTest::newRow("an override of direction") << QStringLiteral("\u202egnp.exe");
        QTest::newRow("Hangul") << QStringLiteral("\ub525\uc2dc\ud06c 100\uc5b5");
        QTest::newRow("new lines and tabs") << QStringLiteral("a\nb\tc");
        QTest::newRow("nothing but space") << QStringLiteral("   ");
    }
    void strangeNames() {
        QFETCH(QString, name);
        ChartContext context = contextNamed(name.toStdString());
        forEachForm([&](const ChartKind& kind, const std::string& form) {
            context.form = form;
            const Result<ChartSpec> spec = buildChart(kind, context);
            if (!spec) { // the fixture has nothing for it
                QCOMPARE(spec.error().code, ErrorCode::chartEmpty);
                return;
            }
            const QString fault = faultOfPictures(*spec);
            QVERIFY2(fault.isEmpty(), qPrintable(nameOf(kind, form) + QStringLiteral(": ") + fault));
            const bool isLong = name.size() > 60; // an id stands in for it
            QVERIFY2(isLong || allWords(*spec).find(name.toStdString()) != std::string::npos,
                     qPrintable(nameOf(kind, form)));
        });
    }

    void fiveHundredScenarios() {
        ChartContext context = contextOfScenarios(500, "Scenario");
        forEachForm([&](const ChartKind& kind, const std::string& form) {
            context.form = form;
            const Result<ChartSpec> spec = buildChart(kind, context);
            if (!spec) {
                QCOMPARE(spec.error().code, ErrorCode::chartEmpty);
                return;
            }
            const QString fault = faultOf(layOut(*spec, {{1280, 800}, 1}, fixedWidth));
            QVERIFY2(fault.isEmpty(), qPrintable(nameOf(kind, form) + QStringLiteral(": ") + fault));
        });
    }
    void anEmptyProjectSaysWhatIsMissing() {
        forEachForm([&](const ChartKind& kind, const std::string&) {
            const Result<ChartSpec> spec = buildChart(kind, ChartContext());
            QVERIFY(!spec);
            QCOMPARE(spec.error().code, ErrorCode::chartEmpty);
            QVERIFY(!spec.error().details.front().empty());
        });
    }
};

const Registered<TestChartBadInput> registered("chart_bad_input");

} // namespace assay::test

#include "tst_chart_bad_input.moc"
