// Whatever is wrong: one clear sentence on standard error, the right exit status, nothing on standard output, and every
// file as it was.
#include "tests/app/program.h"
#include "tests/paths.h"

#include <QtCore/QDir>

namespace assay::test {

class TestBadInput : public Test {
    Q_OBJECT
private slots:
    void initTestCase() {
        QVERIFY(m_place.isReady());
        const QByteArray sample = bytesOf(m_place.sample());
        QByteArray newer = sample;
        newer.replace("\"version\": \"1.0\"", "\"version\": \"2.0\"");
        QVERIFY(newer != sample);
        QVERIFY(writeBytes(m_place.path(QStringLiteral("truncated.assay")), sample.left(sample.size() / 2)));
        QVERIFY(writeBytes(m_place.path(QStringLiteral("empty.assay")), {}));
        QVERIFY(writeBytes(m_place.path(QStringLiteral("foreign.assay")), "{\"hello\": \"world\"}\n"));
        QVERIFY(writeBytes(m_place.path(QStringLiteral("text.assay")), "not JSON at all\n"));
        QVERIFY(writeBytes(m_place.path(QStringLiteral("newer.assay")), newer));
        QVERIFY(writeBytes(m_place.path(QStringLiteral("units.json")), model("a + b", "USD")));
        QVERIFY(writeBytes(m_place.path(QStringLiteral("syntax.json")), model("a * (b", "USD")));
        QVERIFY(writeBytes(m_place.path(QStringLiteral("result.json")), model("a * b", "KRW")));
        QVERIFY(writeBytes(m_place.path(QStringLiteral("furlong.json")), model("a * b", "furlong")));
        QVERIFY(writeBytes(m_place.path(QStringLiteral("key.json")),
                           model("a * b", "USD").replace("\"version\"", "\"colour\": 1, \"version\"")));
        QVERIFY(writeBytes(m_place.path(QStringLiteral("picture.png")), QByteArray("\x89PNG\r\n\x1a\n\0\0\0", 11)));
        QVERIFY(QDir(m_place.folder()).mkdir(QStringLiteral("folder")));
    }

    void isOneSentenceAndNothingChanges_data() {
        QTest::addColumn<QString>("line");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("named");
        const auto row = [](const char* reason, const char* line, int status, const char* named) {
            QTest::newRow(reason) << QString::fromUtf8(line) << status << QString::fromUtf8(named);
        };
        row("project that is not there", "compute {}/none.assay --json", 3, "none.assay");
        row("project that is a folder", "compute {}/folder --json", 3, "folder");
        row("project cut off", "compute {}/truncated.assay --json", 2, "truncated.assay:");
        row("empty project", "check {}/empty.assay", 2, "empty.assay");
        row("JSON that is no project", "compute {}/foreign.assay", 2, "foreign.assay");
        row("text that is no JSON", "check {}/text.assay", 2, "text.assay:1:");
        row("project of a newer major version", "compute {}/newer.assay", 2, "2.0");
        row("newer project in diff", "diff {}/small.assay {}/newer.assay", 2, "newer.assay");
        row("cut-off project in render", "render {}/truncated.assay --out {}/pictures", 2, "truncated.assay");
        row("cut-off project in list", "list scenarios {}/truncated.assay", 2, "truncated.assay");
        row("cut-off project in import", "import {}/truncated.assay {}/units.json", 2, "truncated.assay");
        row("existing file not replaced by new", "new {}/small.assay", 3, "small.assay");
        row("existing file not replaced by sample", "sample {}/small.assay", 3, "small.assay");
        row("target is a folder", "sample {}/folder --force", 3, "folder");
        row("target under a file", "new {}/small.assay/x.assay", 3, "x.assay");
        row("target in a folder that is not there", "sample {}/none/x.assay", 3, "x.assay");
        row("pictures under a file", "render {}/small.assay --out {}/small.assay/pictures --chart tornado", 3,
            "pictures");
        row("export over the project itself", "export {}/small.assay --format json --out {}/small.assay", 3,
            "small.assay");
        row("source that is not there", "import {}/small.assay {}/none.txt", 3, "none.txt");
        row("one source of two that is not there", "import {}/small.assay {}/units.json {}/none.txt", 2, "units.json");
        row("source of an unknown kind", "import {}/small.assay {}/picture.png", 2, "picture.png");
        row("unknown unit in a model", "compute --model {}/furlong.json", 2, "furlong");
        row("unknown unit in a value", "compute {}/small.assay --set price=3~furlong", 2, "price");
        row("unreadable number", "compute {}/small.assay --set price=cheap", 2, "price");
        row("claim instead of an input", "compute {}/small.assay --set price=>2", 2, "to");
        row("hedge instead of an input", "compute {}/small.assay --set billed_share=~20%", 2, "to");
        row("another currency", "compute {}/small.assay --set price=3~KRW/(H800*h)", 2, "KRW");
        row("another chip", "compute {}/small.assay --scenario as-disclosed --set price=3~USD/(A100*h)", 2, "A100");
        row("interval the wrong way round", "compute {}/small.assay --set price=10~to~5", 2, "10");
        row("unknown input", "compute {}/small.assay --set nothing=5", 2, "nothing");
        row("setting without a value", "compute {}/small.assay --set price", 2, "price");
        row("unknown scenario", "compute {}/small.assay --scenario nowhere", 2, "nowhere");
        row("unknown output", "compute {}/small.assay --exceed nothing>5", 2, "nothing");
        row("threshold that is an interval", "compute {}/small.assay --exceed gpu_hours>1~to~2", 2, "1 to 2");
        row("unknown model", "compute --model nothing", 2, "nothing");
        row("model file that is not there", "compute --model {}/none.json", 3, "none.json");
        row("model with a unit error", "compute --model {}/units.json", 2, "units.json");
        row("model whose result has another unit", "compute --model {}/result.json", 2, "KRW");
        row("model with a formula cut off", "compute --model {}/syntax.json", 2, "syntax.json");
        row("model with a key that is not known", "compute --model {}/key.json", 2, "colour");
        row("no samples", "compute {}/small.assay --samples 0", 2, "--samples");
        row("negative samples", "compute {}/small.assay --samples=-1", 2, "-1");
        row("too many samples", "compute {}/small.assay --samples 1000000000000", 2, "1000000000000");
        row("unknown sampler", "compute {}/small.assay --sampler halton", 2, "sobol");
        row("instruction set that is none", "compute {}/small.assay --isa sse9", 2, "sse9");
        row("unknown chart", "render {}/small.assay --out {}/pictures --chart pie", 2, "pie");
        row("unknown format", "render {}/small.assay --out {}/pictures --format gif", 2, "gif");
        row("numbers of no script", "render {}/small.assay --out {}/pictures --numbers roman", 2, "roman");
        row("size that is none", "render {}/small.assay --out {}/pictures --size big", 2, "big");
        row("size of nothing", "render {}/small.assay --out {}/pictures --size 0x0", 2, "0x0");
        row("size beyond reason", "render {}/small.assay --out {}/pictures --size 200000x200000", 2, "200000");
        row("scale beyond the limit", "render {}/small.assay --out {}/pictures --scale 9", 2, "9");
        row("no folder for the pictures", "render {}/small.assay", 2, "--out");
        row("unknown export format", "export {}/small.assay --format docx --out {}/x.docx", 2, "docx");
        row("unknown kind of list", "list things", 2, "things");
        row("scenarios of no project", "list scenarios", 2, "PROJECT");
        row("unknown language", "extract {}/small.assay --language tlh", 2, "tlh");
        row("text that is not UTF-8", "extract {}/picture.png", 2, "picture.png");
        row("unknown sub-command", "compote", 2, "compote");
        row("unknown option", "compute {}/small.assay --colour", 2, "--colour");
        row("unknown option without a sub-command", "--colour", 2, "--colour");
        row("no operand", "diff {}/small.assay", 2, "B");
        row("one operand too many", "check {}/small.assay {}/small.assay", 2, "small.assay");
    }
    void isOneSentenceAndNothingChanges() {
        QFETCH(QString, line);
        QFETCH(int, status);
        QFETCH(QString, named);
        const QMap<QString, QByteArray> before = contents();
        QStringList words;
        for (QString word : line.split(u' '))
            words.append(
                word.replace(QStringLiteral("{}"), m_place.folder()).replace(tilde(word), QStringLiteral(" ")));
        const Ended ended = runAssay(words);
        const QString sentence = QString::fromUtf8(ended.err);
        QVERIFY2(ended.status == status, qPrintable(QString::number(ended.status) + QStringLiteral(": ") + sentence));
        QVERIFY2(ended.out.isEmpty(), ended.out.constData());
        QVERIFY2(sentence.startsWith(QStringLiteral("assay: ")) && sentence.endsWith(QStringLiteral(".\n"))
                     && sentence.count(u'\n') == 1,
                 qPrintable(sentence));
        QVERIFY2(sentence.contains(named), qPrintable(sentence));
        QCOMPARE(contents(), before);
    }

    void unitErrorNamesBothTermsAndTheColumn() {
        const Ended ended = runAssay(
            {QStringLiteral("compute"), QStringLiteral("--model"), m_place.path(QStringLiteral("units.json"))});
        const QString sentence = QString::fromUtf8(ended.err);
        for (const char* part : {"USD", "GPU", "column"})
            QVERIFY2(sentence.contains(QLatin1String(part)), qPrintable(sentence));
    }
    void fullDiskBehindARedirectionIsStatus3() {
        if (!QFile::exists(QStringLiteral("/dev/full")))
            QFAIL("there is no /dev/full to write to");
        QProcess process;
        process.setStandardOutputFile(QStringLiteral("/dev/full"));
        process.start(programPath(), {QStringLiteral("list"), QStringLiteral("units")});
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 3);
        QVERIFY(process.readAllStandardError().contains("standard output"));
    }
    void newerMinorVersionOpensAndSaysSo() {
        QByteArray minor = bytesOf(m_place.sample());
        minor.replace("\"version\": \"1.0\"", "\"version\": \"1.9\"");
        const QString path = m_place.path(QStringLiteral("minor.assay"));
        QVERIFY(writeBytes(path, minor));
        const Ended ended = runAssay({QStringLiteral("check"), path, QStringLiteral("--json")});
        QVERIFY(ended.status <= 1 && jsonOf(ended).contains(QStringLiteral("findings")));
        QVERIFY2(ended.err.contains("newer version"), ended.err.constData());
        QVERIFY(QFile::remove(path));
    }

private:
    /// A two-input model whose one formula and unit are to be tried.
    static QByteArray model(const QByteArray& formula, const QByteArray& unit) {
        return "{\"id\": \"m\", \"title\": \"M\", \"version\": 1,\n"
               " \"inputs\": [{\"id\": \"a\", \"unit\": \"USD/GPU\", \"default\": \"1\"}, {\"id\": \"b\", \"unit\": \"GPU\", \"default\": \"2\"}],\n"
               " \"formulas\": [{\"id\": \"c\", \"unit\": \""
               + unit + "\", \"formula\": \"" + formula
               + "\"}],\n"
                 " \"outputs\": [\"c\"]}\n";
    }
    /// A tilde stands for a space inside a word, except where the word means it.
    static QString tilde(const QString& word) {
        return word.contains(QStringLiteral("=~")) ? QStringLiteral("\n") : QStringLiteral("~");
    }

    QMap<QString, QByteArray> contents() const {
        QMap<QString, QByteArray> files;
        for (const QFileInfo& file :
             QDir(m_place.folder()).entryInfoList(QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot | QDir::Hidden))
            files.insert(file.fileName(), file.isFile() ? bytesOf(file.filePath()) : QByteArray("a folder"));
        return files;
    }

    Workplace m_place;
};

const Registered<TestBadInput> registered("bad_input");

} // namespace assay::test

#include "tst_bad_input.moc"
