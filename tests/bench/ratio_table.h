// The table of ratios: the engine against NumPy and against its own floors, all measured in one run.
#pragma once

#include "tests/bench/bench_case.h"

#include <map>
#include <optional>
#include <string>

namespace assay::bench {

/// The least of the repetitions, in milliseconds.
struct Time {
    double wall = 0;
    double cpu = 0; ///< of all threads together: hardly moved by what else the machine does
};

using Times = std::map<std::string, Time>; ///< by nameOf

/// NumPy on one thread, in milliseconds of CPU.
struct NumPyTime {
    double plain = 0; ///< without first-order indices and swings
    double full = 0;
    double peak = 0; ///< MB
    std::string version;
};

using NumPyTimes = std::map<std::pair<std::string, std::uint64_t>, NumPyTime>;

/// Runs tests/bench/numpy_reference.py as a child; none when there is no NumPy.
std::optional<NumPyTimes> runNumPy();

/// Peak memory of one run in a process of its own, MB; 0 when it could not be started.
double peakMemory(const std::string& program, const Case& one);

/// That process's work: prints its own peak.
int printPeakMemory(const Case& one);

std::string ratioTable(const Times& times, const std::optional<NumPyTimes>& numPy);

} // namespace assay::bench
