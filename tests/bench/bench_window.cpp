// The window under a hand, on the sample at full samples: from an event to the end of the last repaint it caused.
// Prints a row each with its limit (desktop: "Targets"; charts: "Speed") and exits with 1 when one is missed. `--row
// NAME` runs one row. The offscreen platform does, so that no display is needed.
#include "core/base/memory.h"
#include "core/io/model_file.h"
#include "core/io/project_file.h"
#include "core/scenario/simulate.h"
#include "tests/ui/drag.h"
#include "tests/ui/scripted_questions.h"
#include "ui/charts/chart_canvas.h"
#include "ui/charts/chart_view.h"
#include "ui/views/chart_area.h"
#include "ui/views/main_window.h"
#include "ui/views/quantity_slider.h"
#include "ui/views/scenario_panel.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QTemporaryDir>
#include <QtCore/QTimer>
#include <QtWidgets/QApplication>
#include <QtWidgets/QToolButton>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <functional>
#include <string>
#include <vector>

namespace assay::bench {
namespace {

constexpr int moves = 60;
constexpr int quiet = 60; // ms without a paint: all that the event caused is on screen

/// Counts paint events.
class Paints : public QObject {
public:
    int count = 0;

protected:
    bool eventFilter(QObject*, QEvent* event) override {
        count += event->type() == QEvent::Paint ? 1 : 0;
        return false;
    }
};

struct Desk {
    Desk()
        : settings(folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat),
          bench(settings, questions, (folder.path() + QStringLiteral("/recovery")).toStdString(),
                [](const Model& model, const Scenario& scenario, const RunOptions& options,
                   std::span<const RunPtr> upstream,
                   std::stop_token stop) { return simulate(model, scenario, options, upstream, std::move(stop)); }),
          panel(bench.store, bench.selection, bench.runs, questions),
          area(bench.store, bench.selection, bench.runs, questions, settings) {
        bench.store.reset(readProject(sampleProject(), "sample").value());
        panel.resize(420, 800);
        panel.show();
        area.resize(1000, 640);
        area.show();
        QCoreApplication::instance()->installEventFilter(&paints); // of charts, rows and all else
    }
    QTemporaryDir folder;
    QSettings settings;
    test::ScriptedQuestions questions;
    Workbench bench;
    ScenarioPanel panel;
    ChartArea area;
    Paints paints;

    void show(const char* scenario, const char* chart) {
        bench.selection.selectScenario(ScenarioId{scenario});
        area.showChart(QString::fromLatin1(chart));
        while (bench.runs.isBusy() || !area.spec() || area.spec()->chart != chart)
            QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 20);
        settle();
    }
    /// ms from now to the end of the last repaint; what was asked for has happened before.
    double settle(const QElapsedTimer& clock) {
        double last = static_cast<double>(clock.nsecsElapsed()) / 1e6;
        QTimer waiting; // sleeps between events, as the program does: a core that spins here is one less for the runs
        waiting.setSingleShot(true);
        waiting.setTimerType(Qt::PreciseTimer);
        waiting.start(quiet);
        while (waiting.isActive()) {
            const int before = paints.count;
            QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
            if (paints.count == before)
                continue;
            last = static_cast<double>(clock.nsecsElapsed()) / 1e6;
            waiting.start(quiet);
        }
        return last;
    }
    void settle() {
        QElapsedTimer clock;
        clock.start();
        settle(clock);
    }
    double timed(const std::function<void()>& act) {
        QElapsedTimer clock;
        clock.start();
        act();
        return settle(clock);
    }
};

/// A drag of a widget, each move answered before the next; ms a move.
std::vector<double> dragged(Desk& desk, QWidget& widget, QPointF from, QPointF to) {
    std::vector<double> times;
    test::sendMouse(widget, QEvent::MouseButtonPress, from, Qt::LeftButton);
    desk.settle();
    for (int i = 1; i <= moves; ++i) {
        const QPointF at = from + (to - from) * i / moves;
        times.push_back(desk.timed([&] { test::sendMouse(widget, QEvent::MouseMove, at, Qt::LeftButton); }));
    }
    test::sendMouse(widget, QEvent::MouseButtonRelease, to, Qt::NoButton);
    desk.settle();
    return times;
}

std::vector<double> sliderDrag(const char* chart, bool four) {
    Desk desk;
    if (four) {
        desk.area.resize(1400, 900);
        QCoreApplication::processEvents();
        desk.area.findChild<QToolButton*>(QStringLiteral("chart.four"))->setChecked(true);
    }
    desk.show("from-compute", chart);
    auto& slider = *desk.panel.findChild<QuantitySlider*>(QStringLiteral("input.slider.utilisation"));
    const QPointF from(slider.width() * 0.4, slider.height() / 2.0);
    return dragged(desk, slider, from, from + QPointF(60, 0));
}

std::vector<double> markerDrag() {
    Desk desk;
    desk.show("singapore-january-2025", "singapore-heat-map");
    ChartCanvas& canvas = *desk.area.findChild<ChartView*>(QStringLiteral("chart.0"))->findChild<ChartCanvas*>();
    for (const Handle& handle : desk.area.spec()->handles) {
        const QPointF from(canvas.placed().x.toPixel(handle.at.x), canvas.placed().y.toPixel(handle.at.y));
        return dragged(desk, *canvas.viewport(), from, from + QPointF(90, -60));
    }
    return {};
}

std::vector<double> selections() {
    Desk desk;
    desk.show("singapore-january-2025", "tornado");
    std::vector<double> times;
    for (int i = 0; i < moves; ++i) {
        const Rows<Claim>& claims = desk.bench.store.document().claims;
        const ClaimId claim = claims[static_cast<std::size_t>(i * 7) % claims.size()]->id;
        times.push_back(desk.timed([&] { desk.bench.selection.selectClaims({claim}); }));
    }
    return times;
}

struct Limit {
    double median = 0; ///< ms; 0: none
    double p95 = 0;
};

struct Measured {
    const char* name;
    std::function<std::vector<double>()> run;
    Limit limit;
};

double at(std::vector<double> times, double share) {
    std::sort(times.begin(), times.end());
    return times.empty() ? std::nan("")
                         : times[static_cast<std::size_t>(share * static_cast<double>(times.size() - 1))];
}

int main(int argc, char** argv) {
    const std::string only = argc == 3 && std::string(argv[1]) == "--row" ? argv[2] : "";
    const std::vector<Measured> rows{
        {"slider, one chart of a scenario (drivers)", [] { return sliderDrag("tornado", false); }, {8, 16}},
        {"slider, one chart of the project (costs)", [] { return sliderDrag("cost-by-scenario", false); }, {8, 16}},
        {"slider, four charts", [] { return sliderDrag("cost-by-scenario", true); }, {0, 33}},
        {"heat map marker", markerDrag, {0, 16}},
        {"linked selection, claim to chart and inputs", selections, {0, 50}},
    };
    int missed = 0;
    std::printf("%-46s %9s %9s   limits, ms\n", "event to repainted chart, ms", "median", "p95");
    for (const Measured& row : rows) {
        if (!only.empty() && std::string(row.name).find(only) == std::string::npos)
            continue;
        const std::vector<double> times = row.run();
        const double median = at(times, 0.5), p95 = at(times, 0.95);
        const bool isMissed = (row.limit.median > 0 && !(median <= row.limit.median)) || !(p95 <= row.limit.p95);
        missed += isMissed ? 1 : 0;
        std::printf("%-46s %9.1f %9.1f   %s%g%s\n", row.name, median, p95,
                    row.limit.median > 0 ? (std::to_string(static_cast<int>(row.limit.median)) + ", ").c_str() : "",
                    row.limit.p95, isMissed ? "   MISSED" : "");
    }
    return missed > 0 ? 1 : 0;
}

} // namespace
} // namespace assay::bench

int main(int argc, char** argv) {
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    assay::keepFreedMemory(); // as the program does
    QApplication application(argc, argv);
    QApplication::setStyle(QStringLiteral("Fusion"));
    return assay::bench::main(argc, argv);
}
