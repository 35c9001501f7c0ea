// A table of system calls whose N-th call fails, once or from then on. Counts every call but those that only clean up.
#pragma once

#include "core/base/system_calls.h"

#include <cerrno>
#include <memory>
#include <string>
#include <type_traits>
#include <utility>

namespace assay::test {

enum class Fails { once, forEver };

struct FaultPlan {
    int at = 0; ///< 1-based; 0: none fails
    int error = EIO;
    Fails fails = Fails::once;
    int count = 0;                  ///< calls so far
    std::string failed = "";        ///< the names of the calls that failed
    std::function<void()> strike{}; ///< called in place of the failure
};

namespace detail {

template <class Result, class... Args>
std::function<Result(Args...)> failing(std::function<Result(Args...)> real, std::string name,
                                       std::shared_ptr<FaultPlan> plan) {
    return [=](Args... args) -> Result {
        ++plan->count;
        const bool fails =
            plan->at != 0 && (plan->count == plan->at || (plan->fails == Fails::forEver && plan->count > plan->at));
        if (!fails)
            return real(args...);
        plan->failed += name + " ";
        if (plan->strike)
            plan->strike();
        if (name == "close")
            real(args...); // a failed close has closed the file all the same
        errno = plan->error;
        return -1;
    };
}

} // namespace detail

/// The real calls, but nothing waits for the disk.
inline SystemCalls quickCalls() {
    SystemCalls calls = systemCalls();
    calls.fsync = [](int) { return 0; };
    return calls;
}

inline SystemCalls failingCalls(const std::shared_ptr<FaultPlan>& plan) {
    SystemCalls calls = quickCalls();
    calls.lstat = detail::failing(calls.lstat, "lstat", plan);
    calls.readlink = detail::failing(calls.readlink, "readlink", plan);
    calls.open = detail::failing(calls.open, "open", plan);
    calls.fchown = detail::failing(calls.fchown, "fchown", plan);
    calls.fchmod = detail::failing(calls.fchmod, "fchmod", plan);
    calls.write = detail::failing(calls.write, "write", plan);
    calls.read = detail::failing(calls.read, "read", plan);
    calls.fsync = detail::failing(calls.fsync, "fsync", plan);
    calls.close = detail::failing(calls.close, "close", plan);
    calls.link = detail::failing(calls.link, "link", plan);
    calls.rename = detail::failing(calls.rename, "rename", plan);
    return calls; // unlink stays: a file system that refuses even that leaves the temporary file, as it must
}

} // namespace assay::test
