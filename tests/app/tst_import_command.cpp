// assay import with folders, duplicates, encodings and originals: what it does, and what it says of it.
#include "core/io/importer.h"
#include "core/io/project_file.h"
#include "tests/app/program.h"

#include <QtCore/QDir>
#include <QtCore/QElapsedTimer>

namespace assay::test {

class TestImportCommand : public Test {
    Q_OBJECT
private slots:
    void initTestCase() {
        QVERIFY(m_place.isReady());
        m_project = m_place.path(QStringLiteral("empty.assay"));
        QCOMPARE(runAssay({QStringLiteral("new"), m_project}).status, 0);
    }

    void wrongOptionsAreOneSentence_data() {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("no such encoding")
            << QStringList{QStringLiteral("--encoding"), QStringLiteral("klingon")} << QByteArray("klingon");
        QTest::newRow("an encoding that does not fit")
            << QStringList{QStringLiteral("--encoding"), QStringLiteral("utf-8")} << QByteArray("is not in utf-8");
    }
    void wrongOptionsAreOneSentence() {
        QFETCH(QStringList, words);
        QFETCH(QByteArray, says);
        const QByteArray before = bytesOf(m_project);
        const Ended ended = import(write("latin.txt", "Caf\xE9 \x80\n"), words);
        QCOMPARE(ended.status, 2);
        QVERIFY2(ended.err.contains(says) && ended.err.count('\n') == 1, ended.err.constData());
        QCOMPARE(bytesOf(m_project), before);
    }
    void aFileBeyondTheLimitIsNotRead() {
        const QString path = m_place.path(QStringLiteral("huge.txt"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.resize(qint64{500} << 20)); // a hole: nothing is written
        file.close();
        QElapsedTimer timer;
        timer.start();
        const Ended ended = import(path);
        QCOMPARE(ended.status, 2);
        QVERIFY2(ended.err.contains("500 MB") && ended.err.count('\n') == 1, ended.err.constData());
        QVERIFY(timer.elapsed() < 4000);
        QFile::remove(path);
    }
    void anEncodingIsTakenAtItsWord() {
        const Document read =
            imported(write("koi.txt", "\xE9\xC7\xD2\xC1\n"), {QStringLiteral("--encoding"), QStringLiteral("koi8-r")});
        QCOMPARE(read.sources.at(0)->text, std::string("\u0418\u0433\u0440\u0430\n"));
        QCOMPARE(read.sources.at(0)->encoding, std::string("koi8-r"));
    }
    void originalsAreKeptUnlessSaidOtherwise() {
        const QString page = write("page.html", "<html><body>A page of words</body></html>");
        QVERIFY(keptOriginal(*imported(page).sources.at(0)) == bytesOf(page).toStdString());
        QVERIFY(imported(page, {QStringLiteral("--no-originals")}).sources.at(0)->original.empty());
    }
    void aFolderIsImportedAndWhatIsLeftOutIsSaid() {
        QVERIFY(QDir(m_place.path(QString())).mkpath(QStringLiteral("in/sub")));
        write("in/a.txt", "First words.\n");
        write("in/sub/b.txt", "Second words.\n");
        write("in/c.png", "\x89PNG");
        write("in/d.html", QByteArray(3, '\0'));
        const Ended ended = import(m_place.path(QStringLiteral("in")), out());
        QVERIFY2(ended.status == 0, ended.err.constData());
        QCOMPARE(ended.err.count('\n'), 2);
        QVERIFY2(ended.err.contains("c.png was left out: no importer takes its kind."), ended.err.constData());
        QVERIFY2(ended.err.contains("d.html"), ended.err.constData());
        QCOMPARE(openProject(m_out.toStdString()).value().document.sources.size(), std::size_t{2});
    }
    void duplicatesAreSaidAndAddedAllTheSame() {
        QByteArray words;
        for (int i = 0; i < 60; ++i)
            words += "sentence " + QByteArray::number(i * 7) + " of the story, ";
        const QString first = write("first.txt", words), second = write("second.txt", words + "and a correction.");
        const Ended ended = runAssay(QStringList{QStringLiteral("import"), m_project, first, second, first} + out());
        QVERIFY2(ended.status == 0, ended.err.constData());
        QVERIFY2(ended.out.contains(" % like first") && ended.out.contains("same as first"), ended.out.constData());
        const Document read = openProject(m_out.toStdString()).value().document;
        QCOMPARE(read.sources.size(), std::size_t{3});
        for (const Row<Source>& source : read.sources)
            QVERIFY(!source->replaces);
    }

private:
    QString write(const char* name, const QByteArray& bytes) {
        const QString path = m_place.path(QLatin1String(name));
        return writeBytes(path, bytes) ? path : QString();
    }
    Ended import(const QString& file, const QStringList& options = {}) {
        return runAssay(QStringList{QStringLiteral("import"), m_project, file} + options);
    }
    QStringList out() {
        m_out = m_place.path(QStringLiteral("out.assay"));
        return {QStringLiteral("--out"), m_out, QStringLiteral("--force")};
    }
    Document imported(const QString& file, const QStringList& options = {}) {
        const Ended ended = import(file, options + out());
        return ended.status == 0 ? openProject(m_out.toStdString()).value().document : Document{};
    }

    Workplace m_place;
    QString m_project;
    QString m_out;
};

const Registered<TestImportCommand> registered("import_command");

} // namespace assay::test

#include "tst_import_command.moc"
