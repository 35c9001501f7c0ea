// The file watch: tells of other bytes however they came, and of nothing else.
#include "ui/store/file_watch.h"

#include "core/base/atomic_file.h"
#include "core/base/hash.h"
#include "tests/test.h"

#include <QtCore/QTemporaryDir>

#include <fstream>

namespace assay::test {

namespace fs = std::filesystem;

namespace {

struct Watched {
    QTemporaryDir dir;
    fs::path path = fs::path(dir.path().toStdString()) / "file";
    FileWatch watch;
    QSignalSpy changed{&watch, &FileWatch::changed};
    QSignalSpy gone{&watch, &FileWatch::gone};

    Watched() {
        put("old");
        watch.watch(path, sha256Hex("old"));
        QTest::qWait(400);
    }
    void put(const std::string& bytes) const { std::ofstream(path, std::ios::binary) << bytes; }
};

} // namespace

class TestFileWatch : public Test {
    Q_OBJECT
private slots:
    void sameBytesAreNoChange() {
        Watched w;
        w.put("old");
        QVERIFY(writeFile(w.path, "old", Backup::none));
        QTest::qWait(900);
        QCOMPARE(w.changed.size(), 0);
        QCOMPARE(w.gone.size(), 0);
    }
    void changesAreTold_data() {
        QTest::addColumn<int>("way");
        QTest::newRow("written in place") << 0;
        QTest::newRow("replaced by a rename") << 1;
        QTest::newRow("deleted and made again") << 2;
    }
    void changesAreTold() {
        QFETCH(int, way);
        Watched w;
        for (int round = 1; round <= 3; ++round) { // also after it was replaced before
            const std::string bytes = "new " + std::to_string(round);
            if (way == 0)
                w.put(bytes);
            else if (way == 1)
                QVERIFY(writeFile(w.path, bytes, Backup::none));
            else {
                fs::remove(w.path);
                w.put(bytes);
            }
            QTRY_COMPARE_WITH_TIMEOUT(w.changed.size(), round, 8000);
        }
    }
    void aFileThatWentAwayIsToldOnce() {
        Watched w;
        fs::remove(w.path);
        QTRY_COMPARE_WITH_TIMEOUT(w.gone.size(), 1, 8000);
        QTest::qWait(500);
        QCOMPARE(w.gone.size(), 1);
        w.put("other");
        QTRY_COMPARE_WITH_TIMEOUT(w.changed.size(), 1, 8000);
    }
    void aChangeBeforeTheFirstLookIsTold() {
        Watched w;
        w.watch.watch(w.path, sha256Hex("something read before"));
        QTRY_COMPARE_WITH_TIMEOUT(w.changed.size(), 1, 8000);
    }
    void stoppedItIsSilent() {
        Watched w;
        w.watch.stop();
        w.put("new");
        QTest::qWait(600);
        QCOMPARE(w.changed.size(), 0);
    }
};

const Registered<TestFileWatch> registered("file_watch");

} // namespace assay::test

#include "tst_file_watch.moc"
