// Tasks shared out over threads by one counter: whoever is free takes the next. Knows nothing of what the tasks do.
#pragma once

#include <cstddef>
#include <functional>
#include <stop_token>

namespace assay {

/// Threads to use when `asked` were asked for (0 = as many as there are cores) and there are `tasks` to do.
int threadCount(int asked, std::size_t tasks);

/// Called after each step of work, from whichever thread did it. A step takes a few milliseconds at most, and none is
/// begun after stop was requested.
using Progress = std::function<void()>;

/// Calls work(task, thread) once for each task in [0, tasks), on `threads` threads (the caller is one of them); thread
/// is in [0, threads). No task is begun after stop was requested. work must not throw.
void runTasks(std::size_t tasks, int threads, const std::stop_token& stop,
              const std::function<void(std::size_t task, std::size_t thread)>& work, const Progress& progress = {});

} // namespace assay
