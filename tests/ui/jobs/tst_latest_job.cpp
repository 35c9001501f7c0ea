// LatestJob: which results arrive, in which thread, and that the event loop goes on meanwhile.
#include "tests/test.h"
#include "ui/jobs/latest_job.h"

#include <QtCore/QSemaphore>

#include <atomic>
#include <vector>

namespace assay::test {

class TestLatestJob : public Test {
    Q_OBJECT
private slots:
    void cancelledWorkIsToldAndNothingIsDelivered() {
        LatestJob job;
        std::atomic<bool> told = false;
        bool delivered = false;
        QSignalSpy idle(&job, &LatestJob::becameIdle);
        job.request(Running::cancel, waitForStop(told), [&](int) { delivered = true; });
        job.cancel();
        QTRY_COMPARE(idle.count(), 1);
        QVERIFY(told);
        QVERIFY(!delivered);
    }
    void newerRequestStopsTheRunningOne() {
        LatestJob job;
        std::atomic<bool> told = false;
        std::vector<int> delivered;
        job.request(Running::cancel, waitForStop(told), [&](int value) { delivered.push_back(value); });
        job.request(
            Running::cancel, [](const std::stop_token&) { return 2; }, [&](int value) { delivered.push_back(value); });
        QTRY_VERIFY(job.isIdle());
        QVERIFY(told);
        QCOMPARE(delivered, std::vector<int>{2});
    }
    void finishedFrameIsDeliveredBeforeTheNewestOne() {
        LatestJob job;
        QSemaphore go;
        std::vector<int> delivered;
        const auto deliver = [&](int value) { delivered.push_back(value); };
        job.request(
            Running::finish,
            [&go](const std::stop_token&) {
                go.acquire();
                return 1;
            },
            deliver);
        for (int value = 2; value <= 100; ++value)
            job.request(
                Running::finish, [value](const std::stop_token&) { return value; }, deliver);
        go.release();
        QTRY_VERIFY(job.isIdle());
        QCOMPARE(delivered, (std::vector<int>{1, 100})); // 2 to 99 never started
    }
    void aHundredQuickRequestsEndWithTheLast() {
        LatestJob job;
        int last = 0;
        for (int value = 1; value <= 100; ++value)
            job.request(
                Running::cancel, [value](const std::stop_token&) { return value; }, [&](int v) { last = v; });
        QTRY_VERIFY(job.isIdle());
        QCOMPARE(last, 100);
    }
    void eventLoopGoesOnWhileWorkRuns() {
        LatestJob job;
        QSemaphore go;
        int beats = 0;
        QTimer heart;
        connect(&heart, &QTimer::timeout, this, [&] {
            if (++beats == 5)
                go.release(); // the work ends only because the event loop is alive
        });
        heart.start(1);
        int delivered = 0;
        job.request(
            Running::cancel,
            [&go](const std::stop_token&) {
                go.acquire();
                return 7;
            },
            [&](int v) { delivered = v; });
        QTRY_COMPARE(delivered, 7);
        QVERIFY(beats >= 5);
    }
    void workRunsElsewhereAndResultsArriveHere() {
        LatestJob job;
        QThread* worker = nullptr;
        QThread* receiver = nullptr;
        job.request(
            Running::cancel, [](const std::stop_token&) { return QThread::currentThread(); },
            [&](QThread* thread) {
                worker = thread;
                receiver = QThread::currentThread();
            });
        QTRY_VERIFY(worker);
        QVERIFY(worker != QThread::currentThread());
        QCOMPARE(receiver, QThread::currentThread());
    }
    void destructionStopsTheWork() {
        std::atomic<bool> told = false;
        {
            LatestJob job;
            job.request(Running::cancel, waitForStop(told), [](int) { QFAIL("delivered to a dead object"); });
        }
        QVERIFY(told);
    }
    void deliveryMayAskForMore() {
        LatestJob job;
        std::vector<int> delivered;
        job.request(
            Running::cancel, [](const std::stop_token&) { return 1; },
            [&](int first) {
                delivered.push_back(first);
                job.request(
                    Running::cancel, [](const std::stop_token&) { return 2; },
                    [&](int second) { delivered.push_back(second); });
            });
        QTRY_COMPARE(delivered.size(), std::size_t{2});
        QTRY_VERIFY(job.isIdle());
    }

private:
    static std::function<int(const std::stop_token&)> waitForStop(std::atomic<bool>& told) {
        return [&told](const std::stop_token& stop) {
            while (!stop.stop_requested())
                QThread::yieldCurrentThread();
            told = true;
            return 0;
        };
    }
};

const Registered<TestLatestJob> registered("latest_job");

} // namespace assay::test

#include "tst_latest_job.moc"
