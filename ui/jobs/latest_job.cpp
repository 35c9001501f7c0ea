// LatestJob: the hand-over between the GUI thread and one worker.
#include "ui/jobs/latest_job.h"

namespace assay {

LatestJob::LatestJob(QObject* parent) : QObject(parent) {
    m_pool.setMaxThreadCount(1);
    m_pool.setExpiryTimeout(-1);
}

LatestJob::~LatestJob() {
    m_stop.request_stop();
    m_pool.waitForDone();
}

void LatestJob::enqueue(Running running, Step step) {
    if (!m_busy) {
        start(std::move(step));
        return;
    }
    if (running == Running::cancel)
        m_stop.request_stop();
    m_next = std::move(step);
}

void LatestJob::cancel() {
    m_next.reset();
    m_stop.request_stop();
}

void LatestJob::start(Step step) {
    m_busy = true;
    m_stop = std::stop_source();
    m_pool.start([this, step = std::move(step), stop = m_stop.get_token()] {
        Delivery deliver = step(stop);
        QMetaObject::invokeMethod(
            this, [this, stop, deliver = std::move(deliver)] { finished(stop, deliver); }, Qt::QueuedConnection);
    });
}

void LatestJob::finished(const std::stop_token& stop, const Delivery& deliver) {
    m_busy = false;
    if (m_next) {
        Step step = std::move(*m_next);
        m_next.reset();
        start(std::move(step));
    }
    if (!stop.stop_requested())
        deliver();
    if (!m_busy)
        emit becameIdle();
}

} // namespace assay

#include "moc_latest_job.cpp"
