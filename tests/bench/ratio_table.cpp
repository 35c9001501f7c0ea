// Children by popen, and the table.
#include "tests/bench/ratio_table.h"

#include "core/dist/instruction_set.h"

#include <algorithm>
#include <cstdio>
#include <iomanip>
#include <memory>
#include <sstream>
#include <sys/resource.h>

namespace assay::bench {
namespace {

std::string outputOf(const std::string& command) {
    std::string text;
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> pipe(popen(command.c_str(), "r"), pclose);
    for (int c = 0; pipe != nullptr && (c = std::fgetc(pipe.get())) != EOF;)
        text += static_cast<char>(c);
    return text;
}

std::string number(double value, int digits, int width = 0) {
    std::ostringstream text;
    text << std::fixed << std::setprecision(digits) << std::setw(width) << value;
    return text.str();
}

std::string padded(std::string text, std::size_t width) {
    text.resize(std::max(width, text.size()), ' ');
    return text;
}

double megabytes() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024; // kB on Linux
}

const Time* find(const Times& times, const std::string& name) {
    const auto found = times.find(name);
    return found == times.end() ? nullptr : &found->second;
}

/// One row; CPU against CPU on one thread, NumPy's CPU against wall on two.
std::string row(const Case& one, const Times& times, const NumPyTime* numPy) {
    const Time* time = find(times, nameOf(one));
    if (time == nullptr)
        return {};
    Case single = one, scratch = one;
    single.threads = 1;
    scratch.change = Change::fromScratch;
    const Time *alone = find(times, nameOf(single)), *whole = find(times, nameOf(scratch));
    const double own = one.threads == 1 ? time->cpu : time->wall;
    std::string text = padded(nameOf(one), 30) + number(time->wall, 2, 9) + number(time->cpu, 2, 9);
    text += numPy != nullptr ? number(numPy->plain / own, 1, 8) + "x" + number(numPy->full / own, 1, 8) + "x"
                             : "        -        -";
    if (one.threads > 1 && alone != nullptr)
        text += "  " + number(alone->wall / time->wall, 2) + "x of one thread";
    else if (one.change == Change::oneInput && whole != nullptr)
        text += "  " + number(time->cpu / whole->cpu, 2) + " of from scratch";
    return text + "\n";
}

std::string floors(const std::string& model, std::uint64_t samples, const Times& times) {
    const auto of = [&](Floor floor) {
        const Time* time = find(times, nameOf(model, samples, floor));
        return time == nullptr ? 0.0 : time->cpu;
    };
    const double sum = of(Floor::uniformsAndTables) + of(Floor::exponential) + of(Floor::reading);
    const Time* run = find(times, nameOf(Case{model, samples, 1, RankMethod::binned, Change::fromScratch}));
    if (run == nullptr || !(sum > 0))
        return {};
    return "  floors, ms: uniforms " + number(of(Floor::uniforms), 2) + ", with tables "
           + number(of(Floor::uniformsAndTables), 2) + ", one exp a sample " + number(of(Floor::exponential), 2)
           + ", reading all columns once " + number(of(Floor::reading), 2) + "\n  from scratch is "
           + number(run->cpu / of(Floor::uniforms), 1) + "x the uniforms and " + number(run->cpu / sum, 2)
           + "x the sum of the last three\n";
}

} // namespace

std::optional<NumPyTimes> runNumPy() {
    NumPyTimes times;
    std::istringstream text(outputOf("OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 MKL_NUM_THREADS=1 /usr/bin/python3 "
                                     "'" ASSAY_SOURCE_DIR "/tests/bench/numpy_reference.py'"));
    std::string model;
    std::uint64_t samples = 0;
    NumPyTime time;
    while (text >> model >> samples >> time.plain >> time.full >> time.peak >> time.version) {
        time.plain *= 1000;
        time.full *= 1000;
        times[{model, samples}] = time;
    }
    return times.empty() ? std::nullopt : std::optional(times);
}

double peakMemory(const std::string& program, const Case& one) {
    std::istringstream text(outputOf("'" + program + "' --peak " + one.model + " " + std::to_string(one.samples) + " "
                                     + (one.ranks == RankMethod::exact ? "exact" : "binned")));
    double peak = 0;
    text >> peak;
    return peak;
}

int printPeakMemory(const Case& one) {
    const Result<Run> run = runOnce(one, 1);
    std::printf("%.1f\n", megabytes());
    return run ? 0 : 1;
}

std::string ratioTable(const Times& times, const std::optional<NumPyTimes>& numPy) {
    std::string text =
        "\nInstruction set: " + std::string(instructionSetName(bestInstructionSet())) + ". "
        + (numPy ? "NumPy " + numPy->begin()->second.version + ", one thread."
                 : "No NumPy here (Debian's python3-numpy for /usr/bin/python3): its ratios are left out.")
        + "\nLeast of 7, ms. Ratios: NumPy's CPU time over ours (one thread) or over our wall time (two);\n"
          "first without, then with first-order indices and swings in the NumPy program. Ours always has "
          "them.\n\n"
        + padded("model/samples/ranks/run/threads", 35) + "wall      CPU    plain     full\n";
    for (const std::string& model : modelNames)
        for (const std::uint64_t samples : sampleCounts) {
            const NumPyTime* reference = nullptr;
            if (numPy)
                if (const auto found = numPy->find({model, samples}); found != numPy->end())
                    reference = &found->second;
            for (const Case& one : allCases())
                if (one.model == model && one.samples == samples)
                    text += row(one, times, reference);
            text += floors(model, samples, times);
            if (reference != nullptr)
                text += "  NumPy: " + number(reference->plain, 1) + " ms, with first-order indices and swings "
                        + number(reference->full, 1) + " ms (+"
                        + number(100 * (reference->full / reference->plain - 1), 0) + " %)\n";
        }
    return text;
}

} // namespace assay::bench
