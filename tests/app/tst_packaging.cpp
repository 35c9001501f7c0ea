// Installs into an empty folder and looks at every file there with the validators of its kind.
#include "app/commands.h"
#include "tests/paths.h"
#include "tests/test.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>

namespace assay::test {

namespace {

const QString id = QStringLiteral(ASSAY_ID);

struct Ended {
    int status = -1;
    QString output;
};

Ended runTool(const QString& program, const QStringList& words, const QString& destination = {}) {
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    if (!destination.isEmpty())
        environment.insert(QStringLiteral("DESTDIR"), destination);
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, words);
    if (!process.waitForStarted())
        return {-1, program + QStringLiteral(" is missing: packaging/setup installs it")};
    process.waitForFinished(60000);
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            QString::fromUtf8(process.readAll())};
}

} // namespace

class TestPackaging : public Test {
    Q_OBJECT
private slots:
    void initTestCase() {
        const Ended ended = runTool(
            cmakePath(), {QStringLiteral("--install"), buildPath(), QStringLiteral("--prefix"), QStringLiteral("/usr")},
            m_folder.path());
        QVERIFY2(ended.status == 0, qPrintable(ended.output));
    }

    void fileIsInstalled_data() {
        QTest::addColumn<QString>("path");
        for (const QString& path :
             {QStringLiteral("bin/assay"), QStringLiteral("share/applications/%1.desktop").arg(id),
              QStringLiteral("share/metainfo/%1.metainfo.xml").arg(id),
              QStringLiteral("share/mime/packages/%1.xml").arg(id),
              QStringLiteral("share/icons/hicolor/scalable/apps/%1.svg").arg(id),
              QStringLiteral("share/icons/hicolor/symbolic/apps/%1-symbolic.svg").arg(id),
              QStringLiteral("share/icons/hicolor/scalable/mimetypes/%1-project.svg").arg(id),
              QStringLiteral("share/man/man1/assay.1"), QStringLiteral("share/doc/assay/copyright"),
              QStringLiteral("share/assay/samples/deepseek.assay")})
            QTest::newRow(qPrintable(path)) << path;
    }
    void fileIsInstalled() {
        QFETCH(QString, path);
        const QFileInfo file(installed(path));
        QVERIFY2(file.isFile() && file.size() > 0, qPrintable(file.filePath()));
        QFile opened(file.filePath());
        QVERIFY(opened.open(QIODevice::ReadOnly));
        if (!path.startsWith(QStringLiteral("bin/")))
            QVERIFY2(!opened.readAll().contains("@ASSAY_"), "a placeholder was not filled in");
    }

    void validatorIsContent_data() {
        QTest::addColumn<QString>("program");
        QTest::addColumn<QStringList>("words");
        QTest::newRow("desktop entry") << QStringLiteral(
            "desktop-file-validate") << QStringList{installed(QStringLiteral("share/applications/%1.desktop").arg(id))};
        QTest::newRow("metainfo") << QStringLiteral("appstreamcli")
                                  << QStringList{QStringLiteral("validate"), QStringLiteral("--no-net"),
                                                 installed(QStringLiteral("share/metainfo/%1.metainfo.xml").arg(id))};
        QTest::newRow("MIME type") << QStringLiteral("update-mime-database")
                                   << QStringList{installed(QStringLiteral("share/mime"))};
    }
    void validatorIsContent() {
        QFETCH(QString, program);
        QFETCH(QStringList, words);
        const Ended ended = runTool(program, words);
        QVERIFY2(ended.status == 0, qPrintable(ended.output));
    }
    void mimeTypeKnowsTheFirstLineOfAProject() {
        QFile magic(installed(QStringLiteral("share/mime/magic")));
        QVERIFY(magic.open(QIODevice::ReadOnly));
        QVERIFY(magic.readAll().contains("{\"format\": \"assay-project\","));
        QFile sample(installed(QStringLiteral("share/assay/samples/deepseek.assay")));
        QVERIFY(sample.open(QIODevice::ReadOnly));
        QVERIFY(sample.readLine().startsWith("{\"format\": \"assay-project\","));
    }

    void manualNamesEverySubCommandAndOption_data() {
        QTest::addColumn<QString>("word");
        for (const Command& command : commands()) {
            QTest::addRow("%s", std::string(command.name).c_str()) << QString::fromStdString(std::string(command.name));
            for (const Option& option : command.options)
                QTest::addRow("%s %s", std::string(command.name).c_str(), std::string(option.name).c_str())
                    << QString::fromStdString(std::string(option.name)).replace(u'-', QStringLiteral("\\-"));
        }
    }
    void manualNamesEverySubCommandAndOption() {
        QFETCH(QString, word);
        QFile manual(installed(QStringLiteral("share/man/man1/assay.1")));
        QVERIFY(manual.open(QIODevice::ReadOnly));
        QVERIFY2(QString::fromUtf8(manual.readAll()).contains(word),
                 qPrintable(word + QStringLiteral(" is not in the manual page")));
    }
    void manualIsFormattedWithoutWarnings() {
        const Ended ended = runTool(QStringLiteral("groff"),
                                    {QStringLiteral("-man"), QStringLiteral("-ww"), QStringLiteral("-z"),
                                     QStringLiteral("-Tutf8"), installed(QStringLiteral("share/man/man1/assay.1"))});
        QVERIFY2(ended.status == 0 && ended.output.isEmpty(), qPrintable(ended.output));
    }

    void scriptsAreWholeShell_data() {
        QTest::addColumn<QString>("script");
        for (const char* script : {"packaging/setup", "packaging/build", "packaging/run", "packaging/test", ".ci/run"})
            QTest::newRow(script) << sourcePath(QString::fromLatin1(script));
    }
    void scriptsAreWholeShell() {
        QFETCH(QString, script);
        QVERIFY(QFileInfo(script).isExecutable());
        const Ended ended = runTool(QStringLiteral("bash"), {QStringLiteral("-n"), script});
        QVERIFY2(ended.status == 0 && ended.output.isEmpty(), qPrintable(ended.output));
    }

private:
    QString installed(const QString& path) const { return m_folder.filePath(QStringLiteral("usr/") + path); }
    QTemporaryDir m_folder;
};

const Registered<TestPackaging> registered("packaging");

} // namespace assay::test

#include "tst_packaging.moc"
