// The window under the hand: while the sample's sliders are dragged nothing is sampled on the GUI thread, the first
// 2^16 samples are enough, and the event loop turns all the time. The dearest turn is printed, not judged (50 ms is the
// limit of the optimised program): it is the GUI thread's own processor time between two turns of the loop, which a
// busy machine changes little, and waiting is ruled out by who computes what.
#include "core/scenario/simulate.h"
#include "tests/test.h"
#include "tests/ui/scripted_questions.h"
#include "tests/ui/views/panel_bench.h"
#include "ui/views/main_window.h"
#include "ui/views/quantity_slider.h"

#include <QtCore/QTemporaryDir>
#include <QtCore/QThread>
#include <QtWidgets/QApplication>
#include <QtWidgets/QTabBar>

#include <atomic>
#include <ctime>
#include <mutex>

namespace assay::test {

namespace {

// Sanitisers and -O0 cost a factor of 5 to 30.
#ifdef NDEBUG
constexpr std::uint64_t fewer = 1;
#else
constexpr std::uint64_t fewer = 64; ///< samples are divided by it: here it is about who computes, not about how fast
#endif

double threadMilliseconds() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) * 1e-6;
}

struct Call {
    std::string scenario;
    std::uint64_t samples;
    bool onGuiThread;
};

/// The real engine, with a list of who asked for what.
class Watched {
public:
    Result<Run> operator()(const Model& model, const Scenario& scenario, const RunOptions& options,
                           std::span<const RunPtr> upstream, std::stop_token stop) {
        {
            const std::scoped_lock lock(m_mutex);
            m_calls.push_back({scenario.id.value, options.samples,
                               QThread::currentThread() == QCoreApplication::instance()->thread()});
        }
        RunOptions quick = options;
        quick.samples = std::max<std::uint64_t>(options.samples / fewer, 1);
        if (fewer > 1)
            quick.errors = Errors::skip;
        return simulate(model, scenario, quick, upstream, std::move(stop));
    }
    std::vector<Call> take() {
        const std::scoped_lock lock(m_mutex);
        return std::exchange(m_calls, {});
    }

private:
    std::mutex m_mutex;
    std::vector<Call> m_calls;
};

/// Beats at every turn of the event loop and keeps the dearest turn.
class Heart : public QObject {
public:
    Heart() {
        connect(&m_timer, &QTimer::timeout, this, [this] { beat(); });
        m_timer.start(0);
    }
    void restart() {
        m_longest = 0;
        m_beats = 0;
        m_last = threadMilliseconds();
    }
    double longest() const { return m_longest; }
    int beats() const { return m_beats; }

private:
    void beat() {
        const double now = threadMilliseconds();
        m_longest = std::max(m_longest, now - m_last);
        m_last = now;
        ++m_beats;
    }
    QTimer m_timer;
    double m_last = 0;
    double m_longest = 0;
    int m_beats = 0;
};

struct Desk {
    QTemporaryDir folder;
    QSettings settings{folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat};
    ScriptedQuestions questions;
    Watched watched;
    Workbench bench{settings, questions, folder.path().toStdString(),
                    [this](const Model& model, const Scenario& scenario, const RunOptions& options,
                           std::span<const RunPtr> upstream, std::stop_token stop) {
                        return watched(model, scenario, options, upstream, std::move(stop));
                    }};
    MainWindow window{bench, QApplication::palette()};

    Desk() {
        window.resize(1280, 800);
        window.show();
        bench.session.openSample();
    }
    bool rest() {
        return QTest::qWaitFor([this] { return !bench.runs.isBusy(); }, 60000);
    }
};

} // namespace

class TestHeartbeat : public Test {
    Q_OBJECT
private slots:
    void draggingKeepsTheLoopTurning_data() {
        QTest::addColumn<QString>("scenario");
        QTest::addColumn<QString>("input");
        QTest::addColumn<int>("chart");
        QTest::newRow("exceedance") << QStringLiteral("from-compute") << QStringLiteral("utilisation") << 1;
        QTest::newRow("tornado") << QStringLiteral("owned-cluster") << QStringLiteral("price") << 2;
        QTest::newRow("heat map") << QStringLiteral("singapore-january-2025") << QStringLiteral("diverted_share") << 3;
    }
    void draggingKeepsTheLoopTurning() {
        QFETCH(QString, scenario);
        QFETCH(QString, input);
        QFETCH(int, chart);
        Desk desk;
        const ScenarioId id{scenario.toStdString()};
        desk.bench.selection.selectScenario(id);
        desk.window.findChild<QTabBar*>(QStringLiteral("chart.tabs"))->setCurrentIndex(chart);
        QVERIFY(desk.rest());
        auto* slider = desk.window.findChild<QuantitySlider*>(QStringLiteral("input.slider.") + input);
        QVERIFY(slider);
        QTest::qWait(1); // pictures under way arrive
        desk.watched.take();
        Heart heart;
        heart.restart();
        const double y = slider->height() / 2.0;
        QTest::mousePress(slider, Qt::LeftButton, {}, QPoint(slider->width() / 2, static_cast<int>(y)));
        const int moves = 20;
        for (int i = 0; i < moves; ++i) {
            const QPointF at(slider->width() * (0.4 + 0.01 * i), y);
            QMouseEvent move(QEvent::MouseMove, at, slider->mapToGlobal(at), Qt::NoButton, Qt::LeftButton, {});
            QCoreApplication::sendEvent(slider, &move);
            QTest::qWait(1);
        }
        QTRY_VERIFY_WITH_TIMEOUT(!desk.bench.runs.isBusy(), 60000); // the last frame
        qInfo("longest turn of the event loop: %.1f ms of the GUI thread", heart.longest());
        QVERIFY(heart.beats() >= moves);
        const std::vector<Call> frames = desk.watched.take();
        QVERIFY(!frames.empty());
        const std::uint64_t own = find(desk.bench.store.document().scenarios, id)->samples;
        for (const Call& frame : frames) {
            QVERIFY(!frame.onGuiThread);
            QCOMPARE(frame.scenario, id.value); // the others wait for the hand to rest
            QCOMPARE(frame.samples, std::min(own, RunService::dragSamples));
        }
        QTest::mouseRelease(slider, Qt::LeftButton);
        QVERIFY(desk.rest());
        QVERIFY(desk.bench.runs.isCurrent(id));
        const std::vector<Call> resting = desk.watched.take();
        QVERIFY(std::any_of(resting.begin(), resting.end(),
                            [&](const Call& call) { return call.scenario == id.value && call.samples == own; }));
        QVERIFY(std::none_of(resting.begin(), resting.end(), [](const Call& call) { return call.onGuiThread; }));
        QCOMPARE(desk.bench.store.undoStack().count(), 1);
    }
};

const Registered<TestHeartbeat> registered("heartbeat");

} // namespace assay::test

#include "tst_heartbeat.moc"
