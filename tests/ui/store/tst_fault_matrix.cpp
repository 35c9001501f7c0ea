// Every writer of the program under every fault, as a table: whatever fails, and however long, the old file or the new
// one is whole and nothing else is left.
#include "core/base/hash.h"
#include "core/io/exporter.h"
#include "core/io/project_file.h"
#include "tests/core/base/failing_calls.h"
#include "tests/core/chart/chart_fixture.h"
#include "tests/test.h"
#include "tests/ui/fixture.h"
#include "ui/charts/render.h"
#include "ui/store/recovery.h"

#include <QtCore/QTemporaryDir>

#include <cstdio>
#include <fstream>
#include <set>
#include <sys/mount.h>
#include <unistd.h>

namespace assay::test {

namespace fs = std::filesystem;

namespace {

struct Writer {
    std::string name;
    std::function<Result<>(const fs::path& path, const SystemCalls& calls)> write;
};

Writer plain(const std::string& name, std::string bytes) {
    return Writer{name, [bytes = std::move(bytes)](const fs::path& path, const SystemCalls& calls) {
                      return writeFile(path, bytes, Backup::none, calls);
                  }};
}

/// What the window, `assay render` and `assay export` write, each with its own bytes.
std::vector<Writer> writers() {
    std::vector<Writer> all;
    all.push_back(Writer{"project", [](const fs::path& path, const SystemCalls& calls) -> Result<> {
                             const auto saved = saveProject(smallDocument(), path, {}, Backup::keepPrevious, calls);
                             return saved ? Result<>() : Result<>(saved.error());
                         }});
    all.push_back(Writer{"recovery", [](const fs::path& path, const SystemCalls& calls) {
                             return writeRecovery(path, RecoveryPoint{smallDocument(), path, "", "2025"}, calls);
                         }});
    const ChartSpec spec = chartKinds()[0].build(sampleContext()).value();
    const std::pair<const char*, ImageFormat> pictures[] = {
        {"PNG", ImageFormat::png}, {"SVG", ImageFormat::svg}, {"PDF", ImageFormat::pdf}, {"CSV", ImageFormat::csv}};
    for (const auto& [name, format] : pictures) {
        RenderOptions options;
        options.size = QSize(640, 400);
        options.format = format;
        all.push_back(plain(name, renderChart(spec, options).value().toStdString()));
    }
    for (const Exporter& exporter : exporters())
        all.push_back(plain("." + std::string(exporter.id), exporter.write(smallDocument())));
    return all;
}

struct Fault {
    const char* name;
    /// The calls with the fault struck at the N-th place; `passed` tells that there is no such place any more.
    std::function<SystemCalls(int n, const std::shared_ptr<FaultPlan>& plan)> calls;
    bool everyPlace = true; ///< else one place stands for all
};

Fault errorFault(const char* name, int error, Fails fails) {
    return Fault{name, [error, fails](int n, const std::shared_ptr<FaultPlan>& plan) {
                     plan->at = n;
                     plan->error = error;
                     plan->fails = fails;
                     return failingCalls(plan);
                 }};
}

Fault oneFault(const char* name, std::function<void(SystemCalls&)> spoil) {
    return Fault{name,
                 [spoil = std::move(spoil)](int, const std::shared_ptr<FaultPlan>&) {
                     SystemCalls calls = quickCalls();
                     spoil(calls);
                     return calls;
                 },
                 false};
}

std::vector<Fault> faults() {
    std::vector<Fault> all;
    const std::tuple<const char*, const char*, int> errors[] = {{"no space, once", "no space, for ever", ENOSPC},
                                                                {"quota, once", "quota, for ever", EDQUOT},
                                                                {"broken disk, once", "broken disk, for ever", EIO},
                                                                {"no access, once", "no access, for ever", EACCES}};
    for (const auto& [once, forEver, error] : errors) {
        all.push_back(errorFault(once, error, Fails::once));
        all.push_back(errorFault(forEver, error, Fails::forEver));
    }
    all.push_back(errorFault("interrupted, once", EINTR, Fails::once));
    all.push_back(oneFault("short writes", [](SystemCalls& calls) {
        calls.write = [](int file, const void* bytes, std::size_t size) {
            return ::write(file, bytes, std::min<std::size_t>(size, 1000));
        };
    }));
    all.push_back(oneFault("other bytes kept", [](SystemCalls& calls) {
        calls.write = [](int file, const void*, std::size_t size) {
            return ::write(file, "?", 1) < 0 ? ssize_t{-1} : static_cast<ssize_t>(size);
        };
    }));
    all.push_back(
        oneFault("fsync fails", [](SystemCalls& calls) { calls.fsync = [](int) { return errno = EIO, -1; }; }));
    all.push_back(oneFault("rename fails", [](SystemCalls& calls) {
        calls.rename = [](const char*, const char*) { return errno = EXDEV, -1; };
    }));
    all.push_back(oneFault("backup fails", [](SystemCalls& calls) {
        calls.link = [](const char*, const char*) { return errno = EIO, -1; };
    }));
    return all;
}

std::string bytesOf(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

struct Outcome {
    int olds = 0;
    int news = 0;
    int neither = 0;   ///< the file is none of the two, or something else was left behind
    int untold = 0;    ///< success was told over the old file, or an error that names no path
    bool ended = true; ///< every place was tried
};

class Bench {
public:
    explicit Bench(const Writer& writer) : m_writer(writer), m_path(folder() / "out") {
        if (!writer.write(m_path, quickCalls()))
            return;
        m_whole = bytesOf(m_path);
    }
    const std::string& whole() const { return m_whole; }

    Outcome strike(const Fault& fault) {
        Outcome outcome;
        auto passed = false;
        for (int n = 1; !passed && n < 100; ++n) {
            prepare();
            const auto plan = std::make_shared<FaultPlan>();
            const Result<> result = m_writer.write(m_path, fault.calls(n, plan));
            passed = !fault.everyPlace || plan->count < n;
            if (fault.everyPlace && passed)
                break;
            look(outcome, result);
        }
        outcome.ended = passed;
        return outcome;
    }
    Outcome strikeOnce(const std::function<Result<>(const fs::path& path)>& write) {
        prepare();
        Outcome outcome;
        look(outcome, write(m_path));
        return outcome;
    }

private:
    fs::path folder() const { return fs::path(m_dir.path().toStdString()); }
    void prepare() {
        for (const auto& entry : fs::directory_iterator(folder()))
            fs::remove(entry.path());
        std::ofstream(m_path, std::ios::binary) << m_old;
        std::ofstream(folder() / "out.bak", std::ios::binary) << m_older;
    }
    void look(Outcome& outcome, const Result<>& result) const {
        const std::string now = bytesOf(m_path);
        std::set<std::string> names;
        for (const auto& entry : fs::directory_iterator(folder()))
            names.insert(entry.path().filename().string());
        const std::string backup = bytesOf(folder() / "out.bak");
        const auto clean = names == std::set<std::string>{"out", "out.bak"} && (backup == m_old || backup == m_older);
        const auto told = result ? now == m_whole : result.error().place.find(folder().string()) == 0;
        outcome.olds += clean && now == m_old ? 1 : 0;
        outcome.news += clean && now == m_whole ? 1 : 0;
        outcome.neither += clean && (now == m_old || now == m_whole) ? 0 : 1;
        outcome.untold += told ? 0 : 1;
    }

    const Writer& m_writer;
    QTemporaryDir m_dir;
    fs::path m_path;
    std::string m_whole;
    std::string m_old = "the old file, whole";
    std::string m_older = "the backup of before";
};

std::string cellText(const Outcome& outcome) {
    if (outcome.neither > 0)
        return "TORN";
    if (outcome.untold > 0)
        return "UNTOLD";
    if (outcome.olds == 0)
        return std::to_string(outcome.news) + " new";
    return std::to_string(outcome.olds) + " old"
           + (outcome.news > 0 ? " " + std::to_string(outcome.news) + " new" : "");
}

void print(const std::string& head, const std::vector<std::string>& cells) {
    std::printf("%-22s", head.c_str());
    for (const std::string& cell : cells)
        std::printf("|%-12s", cell.c_str());
    std::printf("\n");
}

} // namespace

class TestFaultMatrix : public Test {
    Q_OBJECT
private slots:
    /// A cell: how often the old file and how often the new one was there, over all places where the fault can strike.
    /// New with an error: only the folder's own fsync failed.
    void theOldFileOrTheNewOneIsWhole() {
        const std::vector<Writer> all = writers();
        std::vector<std::string> names;
        std::vector<std::unique_ptr<Bench>> benches;
        for (const Writer& writer : all) {
            names.push_back(writer.name);
            benches.push_back(std::make_unique<Bench>(writer));
            QVERIFY2(!benches.back()->whole().empty(), writer.name.c_str());
        }
        QVERIFY(all.size() >= 10);
        print("fault", names);
        for (const Fault& fault : faults()) {
            std::vector<std::string> cells;
            for (const auto& bench : benches) {
                const Outcome outcome = bench->strike(fault);
                cells.push_back(cellText(outcome));
                QVERIFY2(outcome.ended && outcome.neither == 0 && outcome.untold == 0, fault.name);
                QVERIFY(outcome.olds + outcome.news > 0);
            }
            print(fault.name, cells);
        }
    }
    void aFullDiskLeavesTheOldFile() {
        QTemporaryDir dir;
        const fs::path disk = fs::path(dir.path().toStdString()) / "disk";
        fs::create_directory(disk);
        std::vector<std::string> cells;
        for (const Writer& writer : writers()) {
            if (::mount("tmpfs", disk.c_str(), "tmpfs", 0, "size=16k") != 0)
                QSKIP("needs root and a tmpfs: the real full disk is not tested here");
            std::ofstream(disk / "out") << "old";
            std::ofstream(disk / "filler") << std::string(12 << 10, 'f'); // pages of 4 KiB: one is left for "out"
            const Result<> result = writer.write(disk / "out", quickCalls());
            const std::string kept = bytesOf(disk / "out");
            ::umount(disk.c_str());
            QVERIFY2(!result && result.error().code == ErrorCode::cannotWrite, writer.name.c_str());
            QCOMPARE(kept, std::string("old"));
            cells.push_back("1 old");
        }
        print("a real full disk", cells);
    }
    void whatSomebodyElseWroteIsNotReplaced() {
        const std::vector<Writer> all = writers();
        Bench bench(all[0]);
        const Outcome outcome = bench.strikeOnce([](const fs::path& path) -> Result<> {
            const auto saved = saveProject(smallDocument(), path, sha256Hex("what was read"), Backup::keepPrevious);
            return saved ? Result<>() : Result<>(saved.error());
        });
        QCOMPARE(outcome.olds, 1);
        QCOMPARE(outcome.untold, 0);
        print("changed meanwhile", {cellText(outcome)});
    }
};

const Registered<TestFaultMatrix> registered("fault_matrix");

} // namespace assay::test

#include "tst_fault_matrix.moc"
