// Children by popen, and the table.
#include "tests/bench/ratio_table.h"

#include "core/dist/instruction_set.h"

#include <cstdio>
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

template <class... Values>
std::string line(const char* format, Values... values) {
    char text[256];
    std::snprintf(text, sizeof text, format, values...);
    return std::string(text) + "\n";
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
    std::string text = line("%-28s %9.2f %9.2f", nameOf(one).c_str(), time->wall, time->cpu);
    text.pop_back();
    text +=
        numPy != nullptr ? line("  %7.1fx %7.1fx", numPy->plain / own, numPy->full / own) : line("  %8s %8s", "-", "-");
    text.pop_back();
    if (one.threads > 1 && alone != nullptr)
        text += line("  %.2fx of one thread", alone->wall / time->wall);
    else if (one.change == Change::oneInput && whole != nullptr)
        text += line("  %.2f of from scratch", time->cpu / whole->cpu);
    else
        text += "\n";
    return text;
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
    return line("  floors, ms: uniforms %.2f, with tables %.2f, one exp a sample %.2f, reading all columns once %.2f",
                of(Floor::uniforms), of(Floor::uniformsAndTables), of(Floor::exponential), of(Floor::reading))
           + line("  from scratch is %.1fx the uniforms and %.2fx the sum of the last three",
                  run->cpu / of(Floor::uniforms), run->cpu / sum);
}

} // namespace

std::optional<NumPyTimes> runNumPy() {
    NumPyTimes times;
    std::istringstream text(outputOf("OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 MKL_NUM_THREADS=1 /usr/bin/python3 "
                                     "'" ASSAY_SOURCE_DIR "/tests/bench/numpy_reference.py'"));
    std::string model, version;
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
        + line("%-28s %9s %9s  %8s %8s", "model/samples/ranks/run/threads", "wall", "CPU", "plain", "full");
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
                text += line("  NumPy: %.1f ms, with first-order indices and swings %.1f ms (+%.0f %%)",
                             reference->plain, reference->full, 100 * (reference->full / reference->plain - 1));
        }
    return text;
}

} // namespace assay::bench
