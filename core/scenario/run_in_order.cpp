// What is done grows from scenario to scenario.
#include "core/scenario/run_in_order.h"

namespace assay {

std::vector<Result<RunPtr>> runInOrder(std::span<const Runnable> scenarios, RunOptions options, OnError onError,
                                       const std::stop_token& stop) {
    std::vector<Result<RunPtr>> answers;
    std::vector<RunPtr> done;
    for (const Runnable& one : scenarios) {
        options.samples = one.samples;
        Result<Run> run = simulate(*one.model, *one.scenario, options, done, stop);
        if (!run) {
            answers.emplace_back(run.error());
            if (onError == OnError::end)
                break;
            continue;
        }
        done.push_back(std::make_shared<const Run>(std::move(*run)));
        options.previous.push_back(done.back()); // scenarios of a model share columns
        answers.emplace_back(done.back());
    }
    return answers;
}

} // namespace assay
