// The one writer under every fault: the old file or the new one, whole, and nothing else left behind.
#include "core/base/atomic_file.h"
#include "tests/core/base/failing_calls.h"
#include "tests/test.h"

#include <cstring>
#include <filesystem>
#include <fstream>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace assay::test {

namespace fs = std::filesystem;

namespace {

std::string bytesOf(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

void put(const fs::path& path, const std::string& bytes) { std::ofstream(path, std::ios::binary) << bytes; }

std::vector<std::string> namesIn(const fs::path& folder) {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder))
        names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
}

/// The process dies just before its N-th system call, as if the power went.
SystemCalls killingCalls(int n) {
    const auto plan = std::make_shared<FaultPlan>(FaultPlan{n, 0, Fails::once});
    plan->strike = [] { ::raise(SIGKILL); };
    return failingCalls(plan);
}

mode_t modeOf(const fs::path& path) {
    struct stat facts {};
    return ::stat(path.c_str(), &facts) == 0 ? facts.st_mode & 0777U : 0;
}

} // namespace

class TestAtomicFile : public Test {
    Q_OBJECT
    QTemporaryDir m_dir;
    fs::path m_folder;

private slots:
    void init() {
        Test::init();
        m_folder = fs::path(m_dir.path().toStdString()) / QTest::currentTestFunction();
        fs::remove_all(m_folder);
        fs::create_directories(m_folder);
    }

    void anyFailingCallLeavesTheOldFile_data() {
        QTest::addColumn<int>("error");
        QTest::addColumn<bool>("forEver");
        QTest::addColumn<bool>("isProject");
        const std::pair<const char*, int> errors[] = {{"no space", ENOSPC},     {"broken disk", EIO},
                                                      {"quota", EDQUOT},        {"no access", EACCES},
                                                      {"not permitted", EPERM}, {"interrupted", EINTR}};
        for (const auto& [name, error] : errors)
            for (const bool isProject : {false, true})
                for (const bool forEver : {false, true})
                    if (error != EINTR || !forEver) // interrupted for ever never ends, and no kernel does that
                        QTest::addRow("%s, %s, %s", name, forEver ? "for ever" : "once",
                                      isProject ? "with backup" : "without")
                            << error << forEver << isProject;
    }
    void anyFailingCallLeavesTheOldFile() {
        QFETCH(int, error);
        QFETCH(bool, forEver);
        QFETCH(bool, isProject);
        const fs::path path = m_folder / "file.assay";
        const std::string older = "the oldest", old = "the old content", next(300'000, 'n');
        bool passed = false;
        int calls = 0, olds = 0, news = 0;
        for (int n = 1; !passed && n < 100; ++n) {
            put(m_folder / "file.assay.bak", older);
            put(path, old);
            const auto plan = std::make_shared<FaultPlan>(FaultPlan{n, error, forEver ? Fails::forEver : Fails::once});
            const Result<> written =
                writeFile(path, next, isProject ? Backup::keepPrevious : Backup::none, failingCalls(plan));
            passed = plan->count < n;
            QCOMPARE(namesIn(m_folder), (std::vector<std::string>{"file.assay", "file.assay.bak"}));
            const std::string backup = bytesOf(m_folder / "file.assay.bak");
            QVERIFY2(backup == older || (isProject && backup == old), plan->failed.c_str());
            (bytesOf(path) == next ? news : olds) += passed ? 0 : 1;
            calls += passed ? 0 : 1;
            if (written) {
                QVERIFY2(bytesOf(path) == next, plan->failed.c_str());
                QCOMPARE(backup, isProject ? old : older);
                continue;
            }
            QCOMPARE(written.error().code, ErrorCode::cannotWrite);
            QVERIFY(written.error().place.find(m_folder.string()) == 0);
            QCOMPARE(written.error().details, std::vector<std::string>{std::strerror(error)});
            // Only the fsync of the folder comes after the rename: then it is the new file, whole.
            QVERIFY2(bytesOf(path) == old || (plan->failed.starts_with("fsync") && bytesOf(path) == next),
                     plan->failed.c_str());
        }
        QVERIFY(passed);
        qInfo("fault | %-40s | %2d calls | old file whole %2d | new file whole %2d | neither 0",
              QTest::currentDataTag(), calls, olds, news);
    }
    void interruptedCallsAreRepeated() {
        const fs::path path = m_folder / "file";
        put(path, "old");
        for (int n = 1; n < 30; ++n) {
            const auto plan = std::make_shared<FaultPlan>(FaultPlan{n, EINTR, Fails::once});
            QVERIFY(writeFile(path, "new", Backup::keepPrevious, failingCalls(plan)));
        }
    }
    void aFirstSaveThatFailsLeavesNothing() {
        const auto plan = std::make_shared<FaultPlan>(FaultPlan{5, ENOSPC, Fails::forEver});
        QVERIFY(!writeFile(m_folder / "new", "text", Backup::keepPrevious, failingCalls(plan)));
        QVERIFY(namesIn(m_folder).empty());
    }
    void shortWritesAreContinued() {
        SystemCalls calls = systemCalls();
        calls.write = [](int file, const void* bytes, std::size_t size) {
            return ::write(file, bytes, std::min<std::size_t>(size, 7));
        };
        const std::string text(1000, 'x');
        QVERIFY(writeFile(m_folder / "file", text, Backup::none, calls));
        QCOMPARE(bytesOf(m_folder / "file"), text);
    }
    void aDiskThatTakesNothingIsAnError() {
        SystemCalls calls = systemCalls();
        calls.write = [](int, const void*, std::size_t) { return ssize_t{0}; };
        QCOMPARE(writeFile(m_folder / "file", "text", Backup::none, calls).error().details.at(0),
                 std::string(std::strerror(ENOSPC)));
        QVERIFY(namesIn(m_folder).empty());
    }
    void aDiskThatKeepsOtherBytesIsFoundOut_data() {
        QTest::addColumn<QByteArray>("kept");
        QTest::newRow("a changed byte") << QByteArray("tExt");
        QTest::newRow("cut short") << QByteArray("te");
        QTest::newRow("nothing kept") << QByteArray();
        QTest::newRow("too much") << QByteArray("text and more");
    }
    void aDiskThatKeepsOtherBytesIsFoundOut() {
        QFETCH(QByteArray, kept);
        SystemCalls calls = systemCalls();
        calls.write = [&](int file, const void*, std::size_t size) {
            return ::write(file, kept.data(), std::size_t(kept.size())) < 0 ? ssize_t{-1} : ssize_t(size);
        };
        put(m_folder / "file", "old");
        QCOMPARE(writeFile(m_folder / "file", "text", Backup::none, calls).error().code, ErrorCode::cannotWrite);
        QCOMPARE(bytesOf(m_folder / "file"), std::string("old"));
        QCOMPARE(namesIn(m_folder), std::vector<std::string>{"file"});
    }
    void whereHardLinksAreNotOfferedTheBackupIsACopy() {
        SystemCalls calls = systemCalls();
        calls.link = [](const char*, const char*) { return errno = EPERM, -1; };
        put(m_folder / "file", "old");
        ::chmod((m_folder / "file").c_str(), 0640);
        QVERIFY(writeFile(m_folder / "file", "new", Backup::keepPrevious, calls));
        QCOMPARE(bytesOf(m_folder / "file.bak"), std::string("old"));
        QCOMPARE(modeOf(m_folder / "file.bak"), mode_t{0640});
    }
    void aBackupThatIsAlreadyThisFileLeavesNoTemporaryName() {
        put(m_folder / "file", "old"); // as after a save whose last rename failed
        fs::create_hard_link(m_folder / "file", m_folder / "file.bak");
        QVERIFY(writeFile(m_folder / "file", "new", Backup::keepPrevious));
        QCOMPARE(bytesOf(m_folder / "file.bak"), std::string("old"));
        QCOMPARE(namesIn(m_folder), (std::vector<std::string>{"file", "file.bak"}));
    }
    void aBackupThatIsAFolderStopsTheSave() {
        put(m_folder / "file", "old");
        fs::create_directory(m_folder / "file.bak");
        QVERIFY(!writeFile(m_folder / "file", "new", Backup::keepPrevious));
        QCOMPARE(bytesOf(m_folder / "file"), std::string("old"));
        QCOMPARE(namesIn(m_folder).size(), std::size_t(2));
    }
    void targetsThatAreNoFilesAreRefused() {
        fs::create_directory(m_folder / "folder");
        QCOMPARE(writeFile(m_folder / "folder", "x", Backup::none).error().code, ErrorCode::targetIsFolder);
        QCOMPARE(writeFile("/dev/null", "x", Backup::none).error().code, ErrorCode::cannotWrite);
        QCOMPARE(writeFile(m_folder / "no" / "such" / "folder", "x", Backup::none).error().code,
                 ErrorCode::cannotWrite);
        QCOMPARE(writeFile("", "x", Backup::none).error().code, ErrorCode::cannotWrite);
        put(m_folder / "protected", "old");
        ::chmod((m_folder / "protected").c_str(), 0444);
        QCOMPARE(writeFile(m_folder / "protected", "x", Backup::none).error().details.at(0),
                 std::string(std::strerror(EACCES)));
        QCOMPARE(bytesOf(m_folder / "protected"), std::string("old"));
    }
    void linksAreFollowedAndStay_data() {
        QTest::addColumn<QString>("target");
        QTest::newRow("relative") << "other/real";
        QTest::newRow("by way of the parent") << "../linksAreFollowedAndStay/other/real";
        QTest::newRow("by way of another link") << "second";
    }
    void linksAreFollowedAndStay() {
        QFETCH(QString, target);
        fs::create_directory(m_folder / "other");
        put(m_folder / "other/real", "old");
        fs::create_symlink("other/real", m_folder / "second");
        fs::create_symlink(target.toStdString(), m_folder / "link");
        QVERIFY(writeFile(m_folder / "link", "new", Backup::keepPrevious));
        QVERIFY(fs::is_symlink(m_folder / "link"));
        QCOMPARE(bytesOf(m_folder / "other/real"), std::string("new"));
        QCOMPARE(bytesOf(m_folder / "other/real.bak"), std::string("old"));
    }
    void aDanglingLinkIsRefused() {
        fs::create_symlink("missing", m_folder / "link");
        const Error error = writeFile(m_folder / "link", "new", Backup::none).error();
        QCOMPARE(error.code, ErrorCode::danglingLink);
        QCOMPARE(error.place, (m_folder / "link").string());
        QCOMPARE(error.details, std::vector<std::string>{(m_folder / "missing").string()});
        QCOMPARE(namesIn(m_folder), std::vector<std::string>{"link"});
    }
    void aFolderThatWentAwayIsAnError() {
        fs::create_directory(m_folder / "gone");
        SystemCalls calls = systemCalls();
        calls.rename = [&](const char* from, const char* to) {
            fs::remove_all(m_folder / "gone");
            return ::rename(from, to);
        };
        QCOMPARE(writeFile(m_folder / "gone/file", "new", Backup::none, calls).error().details.at(0),
                 std::string(std::strerror(ENOENT)));
    }
    void aTemporaryFileThatWillNotGoIsLeftBesideTheOldOne() {
        put(m_folder / "file", "old");
        SystemCalls calls = systemCalls();
        calls.fsync = [](int) { return errno = EIO, -1; };
        calls.unlink = [](const char*) { return errno = EIO, -1; };
        QVERIFY(!writeFile(m_folder / "file", "new", Backup::keepPrevious, calls));
        QCOMPARE(bytesOf(m_folder / "file"), std::string("old"));
        QCOMPARE(namesIn(m_folder).size(), std::size_t(2));
    }
    void aCircleOfLinksIsAnError() {
        fs::create_symlink("b", m_folder / "a");
        fs::create_symlink("a", m_folder / "b");
        QCOMPARE(writeFile(m_folder / "a", "x", Backup::none).error().details.at(0), std::string(std::strerror(ELOOP)));
    }
    void anotherHardLinkKeepsTheOldContent() {
        put(m_folder / "file", "old");
        fs::create_hard_link(m_folder / "file", m_folder / "twin");
        QVERIFY(writeFile(m_folder / "file", "new", Backup::none));
        QCOMPARE(bytesOf(m_folder / "twin"), std::string("old"));
    }
    void permissionsAreKeptAndNewFilesArePrivate() {
        put(m_folder / "shared", "old");
        ::chmod((m_folder / "shared").c_str(), 0664);
        QVERIFY(writeFile(m_folder / "shared", "new", Backup::none));
        QCOMPARE(modeOf(m_folder / "shared"), mode_t{0664});
        QVERIFY(writeFile(m_folder / "fresh", "new", Backup::none));
        QCOMPARE(modeOf(m_folder / "fresh"), mode_t{0600});
    }
    void namesMayHoldAnything_data() {
        QTest::addColumn<QString>("name");
        QTest::newRow("spaces") << " a b ";
        QTest::newRow("letters beyond ASCII") << QString::fromUtf8("r\u00e9sum\u00e9 \u6c49.assay");
        QTest::newRow("line end") << "a\nb";
        QTest::newRow("255 bytes, no room for .bak") << QString(255, QLatin1Char('n'));
        QTest::newRow("255 bytes of Chinese") << QString(85, QChar(0x6c49));
    }
    void namesMayHoldAnything() {
        QFETCH(QString, name);
        const fs::path path = m_folder / name.toStdString();
        QVERIFY(writeFile(path, "old", Backup::keepPrevious));
        QVERIFY(writeFile(path, "new", Backup::keepPrevious));
        QCOMPARE(bytesOf(path), std::string("new"));
        QCOMPARE(bytesOf(backupPath(path)), std::string("old"));
        QVERIFY(QString::fromStdString(backupPath(path).string()).toStdString()
                == backupPath(path).string()); // valid UTF-8
    }
    void twoLongNamesHaveTwoBackups() {
        const std::string common(254, 'n');
        QVERIFY(backupPath(common + "a") != backupPath(common + "b"));
    }
    void aFullDiskLeavesTheOldFile() {
        const fs::path disk = m_folder / "disk";
        fs::create_directory(disk);
        if (::mount("tmpfs", disk.c_str(), "tmpfs", 0, "size=1m") != 0)
            QSKIP("needs root and a tmpfs: the real full disk is not tested here");
        put(disk / "file", std::string(400 << 10, 'o'));
        const Result<> written = writeFile(disk / "file", std::string(900 << 10, 'n'), Backup::keepPrevious);
        const std::string kept = bytesOf(disk / "file");
        const auto names = namesIn(disk);
        ::umount(disk.c_str());
        QCOMPARE(written.error().details.at(0), std::string(std::strerror(ENOSPC)));
        QCOMPARE(kept, std::string(400 << 10, 'o'));
        QCOMPARE(names, std::vector<std::string>{"file"});
    }
    void killedAtAnyMomentTheFileIsOldOrNew() {
        const fs::path path = m_folder / "file";
        const std::string contents[] = {std::string(30'000, 'a'), std::string(20'000, 'b')};
        put(path, contents[0]);
        for (int round = 0; round < 100; ++round) {
            const pid_t child = ::fork();
            QVERIFY(child >= 0);
            if (child == 0)
                for (int i = 0;; ++i)
                    static_cast<void>(writeFile(path, contents[i % 2], Backup::keepPrevious, quickCalls()));
            ::usleep(useconds_t(500 + round * 97 % 5000));
            ::kill(child, SIGKILL);
            ::waitpid(child, nullptr, 0);
            const std::string found = bytesOf(path);
            QVERIFY(found == contents[0] || found == contents[1]);
            const std::string backup = bytesOf(m_folder / "file.bak");
            QVERIFY(!fs::exists(m_folder / "file.bak") || backup == contents[0] || backup == contents[1]);
        }
    }

    void killedAtEverySystemCallTheFileIsOldOrNew() {
        const fs::path path = m_folder / "file";
        const std::string old(30'000, 'o'), next(20'000, 'n');
        bool ended = false;
        int olds = 0, news = 0;
        for (int n = 1; !ended && n < 100; ++n) {
            for (const auto& entry : fs::directory_iterator(m_folder))
                fs::remove(entry);
            put(path, old);
            const pid_t child = ::fork();
            QVERIFY(child >= 0);
            if (child == 0) {
                static_cast<void>(writeFile(path, next, Backup::keepPrevious, killingCalls(n)));
                ::_exit(0);
            }
            int status = 0;
            ::waitpid(child, &status, 0);
            ended = WIFEXITED(status);
            const std::string found = bytesOf(path);
            QVERIFY(found == old || found == next);
            (found == old ? olds : news) += 1;
            QVERIFY(!fs::exists(m_folder / "file.bak") || bytesOf(m_folder / "file.bak") == old);
        }
        QVERIFY(ended);
        qInfo("killed at each of %d system calls: %d times the old file, %d times the new one", olds + news - 1, olds,
              news - 1);
    }

    void readingRefusesFoldersGapsAndGiants() {
        QCOMPARE(readFile(m_folder).error().details.at(0), std::string(std::strerror(EISDIR)));
        QCOMPARE(readFile(m_folder / "missing").error().code, ErrorCode::cannotRead);
        put(m_folder / "file", "12345");
        QCOMPARE(readFile(m_folder / "file", 4).error().details.at(0), std::string(std::strerror(EFBIG)));
        QCOMPARE(readFile(m_folder / "file", 5).value(), std::string("12345"));
    }
    void readingFailsWhenAnyCallFails() {
        put(m_folder / "file", "12345");
        for (const int n : {1, 2, 3}) { // open, read, read at the end
            const auto plan = std::make_shared<FaultPlan>(FaultPlan{n, EIO, Fails::once});
            QCOMPARE(readFile(m_folder / "file", 100, failingCalls(plan)).error().code, ErrorCode::cannotRead);
        }
    }
};

const Registered<TestAtomicFile> registered("atomic_file");

} // namespace assay::test

#include "tst_atomic_file.moc"
