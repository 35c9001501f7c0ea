// Speed of charts of the shipped sample: painting a picture of 1600 x 900 at 2x (encoding apart), repainting one in a
// window against an empty frame of the library, and the way from the project to all pictures. A table, a row a chart.
#include "core/chart/pictures.h"
#include "core/document/chart_context.h"
#include "core/io/model_file.h"
#include "core/io/project_file.h"
#include "core/scenario/run_in_order.h"
#include "core/scenario/run_order.h"
#include "ui/charts/frame.h"
#include "ui/charts/layout.h"
#include "ui/charts/render.h"

#include <QtGui/QPainter>
#include <QtWidgets/QApplication>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>

namespace assay::bench {
namespace {

constexpr double paintGoal = 60;    // ms, 1600 x 900 at 2x besides encoding
constexpr double sampleGoal = 3000; // ms, every picture of the sample
constexpr int passes = 9;

double milliseconds(const std::function<void()>& work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

double median(const std::function<void()>& work) {
    std::vector<double> times;
    for (int pass = 0; pass < passes; ++pass)
        times.push_back(milliseconds(work));
    std::nth_element(times.begin(), times.begin() + passes / 2, times.end());
    return times[passes / 2];
}

ChartContext sampleContext() {
    const Document document = readProject(sampleProject(), "sample").value();
    std::vector<Runnable> all;
    std::vector<ScenarioId> ids;
    for (const Row<Scenario>& scenario : document.scenarios)
        ids.push_back(scenario->id);
    for (const ScenarioId& id : runOrder(document.scenarios, ids).value()) {
        const Scenario* scenario = find(document.scenarios, id);
        all.push_back({find(document.models, scenario->model), scenario, scenario->samples});
    }
    RunOptions options;
    options.seed = document.project.seed;
    std::vector<RunPtr> runs;
    for (Result<RunPtr>& run : runInOrder(all, options, OnError::end))
        runs.push_back(run.value());
    return chartContext(document, std::move(runs));
}

/// Every chart in every form.
std::vector<Picture> allForms(const ChartContext& context) {
    std::vector<std::string> wanted;
    for (const ChartKind& kind : chartKinds()) {
        if (kind.forms.empty())
            wanted.emplace_back(kind.id);
        for (const ChartForm& form : kind.forms)
            wanted.push_back(std::string(kind.id) + ":" + std::string(form.id));
    }
    std::vector<Picture> all;
    for (const std::string& id : wanted)
        if (Result<std::vector<Picture>> some = pictures(context, {id}); some && !some->empty())
            all.push_back(std::move(some->front()));
    return all;
}

/// One repaint of a frame of 800 x 500 that is shown already.
double repaint(Frame& frame) {
    constexpr QSize size(800, 500);
    QImage image(size, QImage::Format_RGB32);
    return median([&] {
        QPainter painter(&image);
        paintFrame(frame, painter, QRectF(QPointF(0, 0), size), size);
    });
}

void printRow(const Picture& picture, double empty) {
    const double painted = median([&] {
        static_cast<void>(paintChart(picture.spec, {QSize(1600, 900), 2}).value().width());
    });
    const double laidOut = median([&] {
        static_cast<void>(layOut(picture.spec, {{800, 500}, 1}, fontMeasure()).base);
    });
    Frame frame;
    frame.show(layOut(picture.spec, {{800, 500}, 1}, fontMeasure()), fieldsOf(picture.spec), Theme(ThemeKind::light),
               Background::opaque);
    const double repainted = repaint(frame);
    const std::string name = std::string(picture.kind->id) + " " + picture.spec.form;
    std::printf("%-36s paint %6.1f ms %s  layout %5.2f ms  repaint %5.2f ms = %4.1f x empty\n", name.c_str(), painted,
                painted <= paintGoal ? "ok  " : "SLOW", laidOut, repainted, repainted / empty);
}

void printAll() {
    ChartContext context;
    const double run = milliseconds([&] { context = sampleContext(); });
    std::vector<Picture> all;
    const double built = milliseconds([&] { all = pictures(context, {}).value(); });
    const double rendered = milliseconds([&] {
        const auto paint = [&](std::size_t i) { return encoderOf(all[i].spec, {QSize(1600, 900)}); };
        static_cast<void>(renderAll(all.size(), paint).value().size());
    });
    Frame nothing;
    Placed blank;
    blank.size = QSizeF(800, 500);
    blank.plot = QRectF(60, 20, 700, 420);
    nothing.show(blank, {}, Theme(ThemeKind::light), Background::opaque);
    const double empty = repaint(nothing);
    std::printf("empty frame of Qt Charts: repaint %.2f ms\n", empty);
    for (const Picture& picture : allForms(context))
        printRow(picture, empty);
    const double whole = run + built + rendered;
    std::printf(
        "the whole sample, %zu PNGs of 1600 x 900: run %.0f + build %.0f + paint and encode %.0f = %.0f ms %s\n",
        all.size(), run, built, rendered, whole, whole <= sampleGoal ? "ok" : "SLOW");
}

} // namespace
} // namespace assay::bench

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    assay::bench::printAll();
    return 0;
}
