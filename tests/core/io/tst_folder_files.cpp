// Folders to import: every file is found or told with its reason, and nothing leads out of the folder or round in it.
#include "core/io/folder_files.h"

#include "tests/test.h"

#include <fstream>

namespace assay::test {
namespace {

namespace fs = std::filesystem;

/// "a.txt sub/b.md" relative to the folder.
QString names(const std::vector<fs::path>& files, const fs::path& folder) {
    QStringList all;
    for (const fs::path& file : files)
        all += QString::fromStdString(file.lexically_relative(folder).string());
    return all.join(QLatin1Char(' '));
}

} // namespace

class TestFolderFiles : public Test {
    Q_OBJECT
    QTemporaryDir m_dir;
    fs::path m_folder = fs::path(m_dir.path().toStdString()) / "in";

private slots:
    void init() {
        Test::init();
        fs::remove_all(m_folder);
        fs::create_directories(m_folder / "sub" / "deeper");
        for (const char* name : {"b.txt", "A.HTML", "README", "sub/c.md", "sub/deeper/d.pdf"})
            std::ofstream(m_folder / name) << "x";
    }
    void filesOfAllLevelsAreFoundInOrder() {
        const FolderFiles found = folderFiles({m_folder});
        QCOMPARE(names(found.files, m_folder), QStringLiteral("A.HTML README b.txt sub/c.md sub/deeper/d.pdf"));
        QVERIFY(found.skipped.empty());
    }
    void whatIsLeftOutIsTold() {
        std::ofstream(m_folder / "p.png") << "x";
        std::ofstream(m_folder / ".hidden.txt") << "x";
        fs::create_directories(m_folder / ".git" / "objects");
        fs::create_directory_symlink(m_folder, m_folder / "sub" / "round");
        fs::create_symlink("/etc/passwd", m_folder / "out.txt");
        const FolderFiles found = folderFiles({m_folder});
        QCOMPARE(found.files.size(), std::size_t{5});
        QVERIFY(found.skipped
                == (std::vector<SkippedFile>{{m_folder / ".git", SkipReason::hidden},
                                             {m_folder / ".hidden.txt", SkipReason::hidden},
                                             {m_folder / "out.txt", SkipReason::link},
                                             {m_folder / "p.png", SkipReason::kind},
                                             {m_folder / "sub" / "round", SkipReason::link}}));
    }
    void aFileStaysAsItIsWhateverItsKind() {
        QCOMPARE(folderFiles({m_folder / "p.png", "/nowhere/x.txt"}).files,
                 (std::vector<fs::path>{m_folder / "p.png", "/nowhere/x.txt"}));
    }
    void aFolderWithTooMuchEndsWithAWord() {
        for (std::size_t i = 0; i <= mostFolderFiles; ++i)
            std::ofstream(m_folder / ("f" + std::to_string(i) + ".txt"));
        const FolderFiles found = folderFiles({m_folder});
        QVERIFY(found.files.size() <= mostFolderFiles);
        QCOMPARE(found.skipped.size(), std::size_t{1});
        QVERIFY(found.skipped[0].reason == SkipReason::beyondMost);
    }
    void aStoppedSearchEnds() {
        std::stop_source stop;
        stop.request_stop();
        QVERIFY(folderFiles({m_folder}, stop.get_token()).files.empty());
    }
};

const Registered<TestFolderFiles> registered("folder_files");

} // namespace assay::test

#include "tst_folder_files.moc"
