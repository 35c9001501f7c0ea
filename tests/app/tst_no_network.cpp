// No network, ever: the program works in a network namespace without interfaces, and the kernel would end it at the
// first socket that could leave this machine.
#include "tests/app/program.h"
#include "tests/no_network.h"

#include <csignal>
#include <netinet/in.h>
#include <sys/wait.h>
#include <unistd.h>

namespace assay::test {

namespace {

/// Text full of things that a careless program would fetch.
const char* const bait = "<!DOCTYPE html SYSTEM \"http://example.com/x.dtd\"><html><head><link rel=stylesheet "
                         "href='http://example.com/s.css'><script src='http://example.com/s.js'></script></head>"
                         "<body background='http://example.com/b.png'><img src='http://example.com/i.png'>"
                         "<iframe src='http://example.com/'></iframe><p>It cost $5.6 million.</p></body></html>";

struct Trapped {
    int status = -1; ///< of the program; -1: ended by a signal
    QByteArray out;
};

Trapped runTrapped(const QStringList& words) {
    QProcess process;
    process.setChildProcessModifier([] {
        if (!forbidNetwork())
            ::_exit(99);
    });
    process.start(programPath(), words);
    const auto ended = process.waitForFinished(120000) && process.exitStatus() == QProcess::NormalExit;
    return {ended ? process.exitCode() : -1, process.readAllStandardOutput()};
}

} // namespace

class TestNoNetwork : public Test {
    Q_OBJECT
private slots:
    void theTrapCatches() {
        const pid_t child = ::fork();
        QVERIFY(child >= 0);
        if (child == 0) {
            if (!forbidNetwork())
                ::_exit(99);
            const int own = ::socket(AF_UNIX, SOCK_STREAM, 0);
            if (own < 0)
                ::_exit(98);
            ::socket(AF_INET, SOCK_STREAM, 0);
            ::_exit(0);
        }
        int status = 0;
        ::waitpid(child, &status, 0);
        if (WIFEXITED(status) && WEXITSTATUS(status) == 99)
            QSKIP("this kernel has no seccomp filters: sockets are not traced here");
        QVERIFY(WIFSIGNALED(status) && WTERMSIG(status) == SIGSYS);
    }
    void noSubCommandOpensASocket_data() {
        QTest::addColumn<QStringList>("words");
        QTest::newRow("compute") << QStringList{QStringLiteral("compute"), QStringLiteral("%small"),
                                                QStringLiteral("--json")};
        QTest::newRow("check") << QStringList{QStringLiteral("check"), QStringLiteral("%small"),
                                              QStringLiteral("--json")};
        QTest::newRow("render PNG") << QStringList{QStringLiteral("render"), QStringLiteral("%small"),
                                                   QStringLiteral("--out"),  QStringLiteral("%folder/png"),
                                                   QStringLiteral("--size"), QStringLiteral("640x400")};
        QTest::newRow("render PDF") << QStringList{QStringLiteral("render"),   QStringLiteral("%small"),
                                                   QStringLiteral("--out"),    QStringLiteral("%folder/pdf"),
                                                   QStringLiteral("--size"),   QStringLiteral("640x400"),
                                                   QStringLiteral("--format"), QStringLiteral("pdf")};
        QTest::newRow("import HTML with addresses")
            << QStringList{QStringLiteral("import"), QStringLiteral("%small"), QStringLiteral("%folder/bait.html")};
        QTest::newRow("export") << QStringList{QStringLiteral("export"),   QStringLiteral("%small"),
                                               QStringLiteral("--format"), QStringLiteral("html"),
                                               QStringLiteral("--out"),    QStringLiteral("%folder/report.html")};
        QTest::newRow("list") << QStringList{QStringLiteral("list"), QStringLiteral("models")};
    }
    void noSubCommandOpensASocket() {
        QFETCH(QStringList, words);
        const Workplace place;
        QVERIFY(place.isReady());
        QVERIFY(writeBytes(place.path(QStringLiteral("bait.html")), bait));
        words.replaceInStrings(QStringLiteral("%small"), place.small());
        words.replaceInStrings(QStringLiteral("%folder"), place.folder());
        const Trapped trapped = runTrapped(words);
        if (trapped.status == 99)
            QSKIP("this kernel has no seccomp filters: sockets are not traced here");
        QVERIFY2(trapped.status == 0 || trapped.status == 1, trapped.out.constData());
    }
    void theWindowOpensNoSocket() {
        const Workplace place;
        QVERIFY(place.isReady());
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
        environment.insert(QStringLiteral("HOME"), place.folder());
        environment.insert(QStringLiteral("XDG_DATA_HOME"), place.folder());
        environment.insert(QStringLiteral("XDG_CONFIG_HOME"), place.folder());
        process.setProcessEnvironment(environment);
        process.setChildProcessModifier([] {
            if (!forbidNetwork())
                ::_exit(99);
        });
        process.start(programPath(), {place.small()});
        QVERIFY(!process.waitForFinished(4000)); // it is at work until it is told to go
        ::kill(static_cast<pid_t>(process.processId()), SIGTERM);
        QVERIFY(process.waitForFinished());
    }
    void withoutInterfacesTheNumbersAreTheSame() {
        const Workplace place;
        QVERIFY(place.isReady());
        QProcess process;
        process.start(QStringLiteral("unshare"), {QStringLiteral("-n"), programPath(), QStringLiteral("compute"),
                                                  place.small(), QStringLiteral("--json")});
        process.waitForFinished(120000);
        if (process.readAllStandardError().startsWith("unshare:"))
            QSKIP("needs root and unshare: the network namespace is not tested here");
        QCOMPARE(process.exitCode(), 0);
        const Ended inside{process.exitCode(), process.readAllStandardOutput(), {}};
        const Ended outside = runAssay({QStringLiteral("compute"), place.small(), QStringLiteral("--json")});
        const QString digest = QStringLiteral("digest");
        QVERIFY(!jsonOf(inside)[digest].toString().isEmpty());
        QCOMPARE(jsonOf(inside)[digest], jsonOf(outside)[digest]);
    }
};

const Registered<TestNoNetwork> registered("no_network");

} // namespace assay::test

#include "tst_no_network.moc"
