// Threads live as long as the call: starting one costs some 20 us, which a run of 100,000 samples does not feel.
#include "core/scenario/parallel.h"

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

namespace assay {

int threadCount(int asked, std::size_t tasks) {
    constexpr int most = 256;
    static const int cores = // asked once: the answer is read from files
        static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
    const int wanted = std::clamp(asked > 0 ? asked : cores, 1, most);
    return static_cast<int>(std::min(static_cast<std::size_t>(wanted), std::max<std::size_t>(tasks, 1)));
}

void runTasks(std::size_t tasks, int threads, const std::stop_token& stop,
              const std::function<void(std::size_t task, std::size_t thread)>& work, const Progress& progress) {
    std::atomic<std::size_t> next = 0;
    const auto take = [&](std::size_t thread) {
        for (std::size_t task = next++; task < tasks && !stop.stop_requested(); task = next++) {
            work(task, thread);
            if (progress)
                progress();
        }
    };
    std::vector<std::jthread> helpers;
    for (int i = 1; i < threads; ++i)
        helpers.emplace_back([&take, i] { take(static_cast<std::size_t>(i)); });
    take(0);
}

} // namespace assay
