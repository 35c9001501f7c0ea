// The shipped sample project, run and drawn: every chart a reader of it will see, with its words inside and apart. Set
// ASSAY_CHART_GALLERY to a folder to look at the pictures.
#include "core/base/resources.h"
#include "core/chart/chart.h"
#include "core/document/chart_context.h"
#include "core/io/project_file.h"
#include "core/scenario/run_in_order.h"
#include "core/scenario/run_order.h"
#include "tests/core/chart/chart_fixture.h"
#include "tests/test.h"
#include "tests/ui/charts/gallery.h"
#include "ui/charts/layout.h"
#include "ui/charts/plot_layer.h"
#include "ui/charts/render.h"

namespace assay::test {
namespace {

constexpr std::uint64_t samples = 16384; // enough for shapes; the shipped count is for the program

ChartContext contextOf(const Document& document) {
    std::vector<Runnable> all;
    std::vector<ScenarioId> ids;
    for (const Row<Scenario>& scenario : document.scenarios)
        ids.push_back(scenario->id);
    for (const ScenarioId& id : runOrder(document.scenarios, ids).value()) {
        const Scenario* scenario = find(document.scenarios, id);
        all.push_back({find(document.models, scenario->model), scenario, samples});
    }
    RunOptions options;
    options.seed = document.project.seed;
    ChartContext context = chartContext(document, {});
    for (Result<RunPtr>& run : runInOrder(all, options, OnError::end))
        if (run)
            context.runs.push_back(*run);
    return context;
}

} // namespace

class TestChartSample : public Test {
    Q_OBJECT
private slots:
    void initTestCase() {
        for (const Resource& resource : resources())
            if (resource.path == "samples/deepseek.assay") {
                const auto document = readProject(resource.content, "deepseek.assay");
                QVERIFY(document.has_value());
                m_context = contextOf(*document);
            }
        QCOMPARE(m_context.runs.size(), m_context.scenarios.size());
    }

    void everyChartHasAPictureOfTheSample() {
        for (const ChartKind& kind : chartKinds()) {
            std::vector<std::optional<ScenarioId>> wanted{std::nullopt};
            if (kind.scope == ChartScope::scenario) {
                wanted.clear();
                for (const Row<Scenario>& scenario : m_context.scenarios)
                    if (kind.fits(m_context, *scenario))
                        wanted.push_back(scenario->id);
            }
            QVERIFY2(!wanted.empty(), std::string(kind.id).c_str());
            for (const auto& scenario : wanted)
                draw(kind, scenario);
        }
    }

    void theHeadlineClaimIsTheOneOfTheReport() {
        const auto spec = findChart("cost-by-scenario")->build(m_context);
        QVERIFY(spec->title.find("$5.576M") != std::string::npos);
    }

private:
    void draw(const ChartKind& kind, const std::optional<ScenarioId>& scenario) {
        ChartContext context = m_context;
        context.scenario = scenario;
        const auto spec = kind.build(context);
        QVERIFY2(spec.has_value(), std::string(kind.id).c_str());
        for (const QSizeF& size : {QSizeF(640, 400), QSizeF(1280, 800), QSizeF(1600, 900)}) {
            const Placed placed = layOut(*spec, {size, 1}, fontMeasure());
            for (std::size_t i = 0; i < placed.texts.size(); ++i) {
                QVERIFY2(QRectF(QPointF(0, 0), size).contains(placed.texts[i].box), qPrintable(placed.texts[i].text));
                for (std::size_t j = 0; j < i; ++j) {
                    const QRectF shared = placed.texts[i].box & placed.texts[j].box;
                    QVERIFY2(shared.width() <= 0.5 || shared.height() <= 0.5,
                             qPrintable(placed.texts[i].text + QStringLiteral(" / ") + placed.texts[j].text));
                }
            }
        }
        if (galleryFolder().isEmpty())
            return;
        const QString name =
            galleryFolder() + QStringLiteral("/sample-")
            + QString::fromStdString(std::string(kind.id) + (scenario ? "-" + scenario->value : std::string()));
        for (const auto& [suffix, options] :
             {std::pair(QStringLiteral("-1600.png"), RenderOptions{QSize(1600, 900)}),
              std::pair(QStringLiteral("-640-dark.png"),
                        RenderOptions{QSize(640, 400), 1, ImageFormat::png, ThemeKind::dark})}) {
            QFile file(name + suffix);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(*renderChart(*spec, options));
        }
    }

    ChartContext m_context;
};

const Registered<TestChartSample> registered("chart_sample");

} // namespace assay::test

#include "tst_chart_sample.moc"
