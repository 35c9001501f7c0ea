// LatestJob: one computation at a time off the GUI thread; the newest request wins, a stale result is dropped. Knows
// nothing about what is computed and never blocks the event loop.
#pragma once

#include <QtCore/QObject>
#include <QtCore/QThreadPool>

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <utility>

namespace assay {

/// What a new request does to the one that is being computed.
enum class Running {
    cancel, ///< stopped, its result dropped
    finish, ///< delivered when done; the new one follows (so that a drag keeps showing frames)
};

class LatestJob : public QObject {
    Q_OBJECT
public:
    explicit LatestJob(QObject* parent = nullptr);
    ~LatestJob() override; ///< stops the work and waits for it

    /// Calls work(stop) on another thread, then deliver(result) on this object's thread, unless a newer request or
    /// cancel() came in between. A request that has not started yet is replaced. `work` must not touch what the GUI
    /// thread changes.
    template <class Work, class Deliver>
    void request(Running running, Work work, Deliver deliver) {
        enqueue(running,
                [work = std::move(work), deliver = std::move(deliver)](const std::stop_token& stop) -> Delivery {
                    auto result = std::make_shared<decltype(work(stop))>(work(stop));
                    return [deliver, result] { deliver(std::move(*result)); };
                });
    }
    void cancel(); ///< nothing asked for so far is delivered any more
    bool isIdle() const { return !m_busy; }

signals:
    void becameIdle(); ///< nothing runs and nothing waits

private:
    using Delivery = std::function<void()>;
    using Step = std::function<Delivery(const std::stop_token&)>;

    void enqueue(Running running, Step step);
    void start(Step step);
    void finished(const std::stop_token& stop, const Delivery& deliver);

    QThreadPool m_pool; ///< one thread, kept warm between requests
    std::stop_source m_stop;
    std::optional<Step> m_next;
    bool m_busy = false;
};

} // namespace assay
