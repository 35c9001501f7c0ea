// ImportJob: files become sources as one step, what is odd or wrong is told, and the GUI thread reads nothing.
#include "tests/test.h"
#include "tests/ui/fixture.h"
#include "tests/ui/scripted_questions.h"
#include "ui/jobs/import_job.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QSemaphore>
#include <QtCore/QTemporaryDir>
#include <QtCore/QThread>

namespace assay::test {

namespace {

QSemaphore mayRead;
QThread* readerThread = nullptr;

/// A PDF reader that waits to be let go.
Result<std::string> slowPdf(std::string_view, const std::string&) {
    readerThread = QThread::currentThread();
    mayRead.acquire();
    return std::string("Text of a PDF.\n");
}

struct Place {
    QTemporaryDir folder;
    std::filesystem::path write(const char* name, const QByteArray& bytes) const {
        QFile file(folder.filePath(QLatin1String(name)));
        if (!file.open(QIODevice::WriteOnly))
            return {};
        file.write(bytes);
        return file.fileName().toStdString();
    }
};

/// An import into the small document, and what it said.
struct Importing {
    Place place;
    DocumentStore store;
    ScriptedQuestions questions;
    ImportJob job{store, questions, {}};
    std::vector<ImportReport> reports;

    Importing() {
        store.reset(smallDocument());
        QObject::connect(&job, &ImportJob::finished, &store,
                         [this](const ImportReport& report) { reports.push_back(report); });
    }
};

} // namespace

class TestImportJob : public Test {
    Q_OBJECT
private slots:
    void whatCantBeReadIsToldAndTheRestIsAdded() {
        Place place;
        DocumentStore store;
        store.reset(smallDocument());
        ScriptedQuestions questions;
        ImportJob job(store, questions, {});
        ImportReport report;
        int ends = 0;
        connect(&job, &ImportJob::finished, this, [&](const ImportReport& r) {
            report = r;
            ++ends;
        });
        job.start({place.write("a.txt", "First.\n"), "/nowhere/b.txt", place.write("c.zip", "PK"),
                   place.write("d.txt", "Last.\n")});
        QTRY_COMPARE(ends, 1);
        QCOMPARE(report.errors.size(), std::size_t{2});
        QCOMPARE(report.errors[0].code, ErrorCode::cannotRead);
        QCOMPARE(report.errors[1].code, ErrorCode::mediaUnknown);
        QCOMPARE(report.added.size(), std::size_t{2});
        QCOMPARE(store.document().sources.size(), std::size_t{4});
        QCOMPARE(store.document().sources.back()->text, std::string("Last.\n"));
        QVERIFY(!store.document().sources.back()->accessed.empty());
        QCOMPARE(store.undoStack().count(), 1);
        store.undoStack().undo();
        QCOMPARE(store.document(), smallDocument());
    }
    void oddTextsKeepTheirWarnings() {
        Place place;
        DocumentStore store;
        ScriptedQuestions questions;
        ImportJob job(store, questions, {});
        ImportReport report;
        connect(&job, &ImportJob::finished, this, [&](const ImportReport& r) { report = r; });
        job.start({place.write("latin.txt", "Caf\xe9 et th\xe9, d\xe9j\xe0 vu, \xe0 bient\xf4t.\n")});
        QTRY_COMPARE(report.added.size(), std::size_t{1});
        QCOMPARE(report.notes.size(), std::size_t{1});
        QCOMPARE(report.notes[0].file, QStringLiteral("latin.txt"));
        QVERIFY(report.notes[0].warning.starts_with("decoded-as:"));
        QCOMPARE(store.undoStack().undoText(), QStringLiteral("Import latin.txt"));
    }
    void readingIsOffTheGuiThreadAndCancelAddsNothing() {
        Place place;
        DocumentStore store;
        ScriptedQuestions questions;
        ImportJob job(store, questions, {slowPdf});
        QStringList progress;
        int ends = 0;
        connect(&job, &ImportJob::progressed, this, [&](int number, int total, const QString& file) {
            progress += QStringLiteral("%1/%2 %3").arg(number).arg(total).arg(file);
        });
        connect(&job, &ImportJob::finished, this, [&] { ++ends; });
        job.start({place.write("a.txt", "First.\n"), place.write("b.pdf", "%PDF-1.4")});
        QTRY_COMPARE(progress.size(), 2);
        QCOMPARE(progress, (QStringList{QStringLiteral("1/2 a.txt"), QStringLiteral("2/2 b.pdf")}));
        QTRY_VERIFY(readerThread);
        QVERIFY(readerThread != QThread::currentThread());
        QVERIFY(job.isBusy());
        job.cancel();
        QVERIFY(!job.isBusy());
        job.start({place.write("c.txt", "Another.\n")}); // waits for the one that can't be stopped
        mayRead.release();
        QTRY_COMPARE(ends, 1);
        QCOMPARE(store.document().sources.size(), std::size_t{1});
        QCOMPARE(store.document().sources[0]->title, std::string("c"));
    }
    void filesAskedForMeanwhileJoin() {
        Place place;
        DocumentStore store;
        ScriptedQuestions questions;
        ImportJob job(store, questions, {slowPdf});
        int ends = 0;
        connect(&job, &ImportJob::finished, this, [&] { ++ends; });
        job.start({place.write("b.pdf", "%PDF-1.4")});
        job.start({place.write("a.txt", "First.\n")});
        mayRead.release();
        QTRY_COMPARE(ends, 1);
        QCOMPARE(store.document().sources.size(), std::size_t{2});
        job.start({});
        QVERIFY(!job.isBusy());
    }
    void theSameAddressIsANewerVersion() {
        Importing import;
        auto& [place, store, questions, job, reports] = import;
        const auto page = [](const char* words) {
            return QByteArray("<html><head><link rel=\"canonical\" href=\"https://example.org/story\">"
                              "<title>Story</title></head><body><article><p>")
                   + words + "</p></article></body></html>";
        };
        job.start({place.write("a.html", page("The lab has 50,000 chips in its halls, all of them new."))});
        QTRY_COMPARE(reports.size(), std::size_t{1});
        QVERIFY(reports[0].versions.empty());
        job.start({place.write("b.html", page("The lab has 10,000 chips in its halls, all of them new."))});
        QTRY_COMPARE(reports.size(), std::size_t{2});
        QCOMPARE(reports[1].versions.size(), std::size_t{1});
        QVERIFY(store.document().sources.back()->replaces == reports[0].added.front());
        QCOMPARE(store.undoStack().undoText(), QStringLiteral("New version from b.html"));
    }
    void aNewerVersionByChoiceKeepsTheTitleAndIsOneStep() {
        Importing import;
        auto& [place, store, questions, job, reports] = import;
        job.startVersion(place.write("saved page.txt", "The lab says the final run cost $5.6 million. Corrected.\n"),
                         SourceId{"news"});
        QTRY_COMPARE(reports.size(), std::size_t{1});
        QCOMPARE(reports[0].versions.size(), std::size_t{1});
        QCOMPARE(reports[0].versions[0].carried, 1);
        QCOMPARE(reports[0].versions[0].left, 2);
        QCOMPARE(store.document().sources.back()->title, std::string("Doubts about a small budget"));
        store.undoStack().undo();
        QCOMPARE(store.document(), smallDocument());
    }
    void ofADuplicateTheUserIsAsked_data() {
        QTest::addColumn<int>("answer");
        QTest::addColumn<int>("sources"); // behind the three that are there then
        QTest::addColumn<int>("versions");
        QTest::addColumn<int>("skipped");
        QTest::newRow("skipped") << static_cast<int>(DuplicateAnswer::skip) << 0 << 0 << 1;
        QTest::newRow("as the newer version") << static_cast<int>(DuplicateAnswer::asVersion) << 1 << 1 << 0;
        QTest::newRow("beside it") << static_cast<int>(DuplicateAnswer::beside) << 1 << 0 << 0;
    }
    void ofADuplicateTheUserIsAsked() {
        QFETCH(int, answer);
        QFETCH(int, sources);
        QFETCH(int, versions);
        QFETCH(int, skipped);
        Importing import;
        auto& [place, store, questions, job, reports] = import;
        QByteArray words;
        for (int i = 0; i < 60; ++i)
            words += "sentence " + QByteArray::number(i * 7) + " of the story, ";
        job.start({place.write("a.txt", words)});
        QTRY_COMPARE(reports.size(), std::size_t{1});
        QVERIFY(questions.asked.isEmpty());
        questions.duplicateAnswers = {{static_cast<DuplicateAnswer>(answer)}};
        job.start({place.write("b.txt", words + "and a correction.")});
        QTRY_COMPARE(reports.size(), std::size_t{2});
        QCOMPARE(questions.asked.size(), 1);
        QVERIFY2(questions.asked[0].startsWith(QStringLiteral("duplicate b.txt a 9")), qPrintable(questions.asked[0]));
        QCOMPARE(store.document().sources.size(), std::size_t(3 + sources));
        QCOMPARE(reports[1].versions.size(), std::size_t(versions));
        QCOMPARE(reports[1].duplicates.size(), std::size_t(skipped));
        QCOMPARE(store.document().sources.back()->replaces.has_value(), versions == 1);
    }
    void theSameFileTwiceInOneImportIsAskedAbout() {
        Importing import;
        auto& [place, store, questions, job, reports] = import;
        questions.duplicateAnswers = {{DuplicateAnswer::skip}};
        job.start({place.write("a.txt", "The very same words of it.\n"),
                   place.write("b.txt", "The very same words of it.\n")});
        QTRY_COMPARE(reports.size(), std::size_t{1});
        QCOMPARE(questions.asked, QStringList{QStringLiteral("duplicate b.txt a 100")});
        QCOMPARE(reports[0].added.size(), std::size_t{1});
        QCOMPARE(store.undoStack().count(), 1);
    }
    void aQuestionWithoutAnAnswerCancelsTheWholeImport() {
        Importing import;
        auto& [place, store, questions, job, reports] = import;
        int cancelled = 0;
        connect(&job, &ImportJob::cancelled, this, [&] { ++cancelled; });
        job.start({place.write("a.txt", "New words.\n"),
                   place.write("b.txt", QByteArray::fromStdString(smallDocument().sources[0]->text))});
        QTRY_COMPARE(cancelled, 1);
        QVERIFY(!job.isBusy() && reports.empty());
        QCOMPARE(store.document(), smallDocument());
    }
    void aFolderIsReadFileByFile() {
        Importing import;
        auto& [place, store, questions, job, reports] = import;
        QStringList progress;
        connect(&job, &ImportJob::progressed, this, [&](int number, int total, const QString& file) {
            progress += QStringLiteral("%1/%2 %3").arg(number).arg(total).arg(file);
        });
        QVERIFY(QDir(place.folder.path()).mkpath(QStringLiteral("in/sub")));
        place.write("in/a.txt", "First words.\n");
        place.write("in/sub/b.txt", "Second words.\n");
        place.write("in/c.zip", "PK");
        job.start({place.folder.filePath(QStringLiteral("in")).toStdString(), place.write("d.txt", "Last words.\n")});
        QTRY_COMPARE(reports.size(), std::size_t{1});
        QCOMPARE(progress, (QStringList{QStringLiteral("1/2 in"), QStringLiteral("1/3 a.txt"),
                                        QStringLiteral("2/3 b.txt"), QStringLiteral("3/3 d.txt")}));
        QCOMPARE(reports[0].added.size(), std::size_t{3});
        QCOMPARE(reports[0].skipped.size(), std::size_t{1});
        QCOMPARE(store.undoStack().count(), 1);
    }
    void aVersionOfASourceThatIsGoneIsAnError() {
        Importing import;
        auto& [place, store, questions, job, reports] = import;
        job.startVersion(place.write("a.txt", "Text.\n"), SourceId{"nobody"});
        QTRY_COMPARE(reports.size(), std::size_t{1});
        QCOMPARE(reports[0].errors.size(), std::size_t{1});
        QCOMPARE(reports[0].errors[0].code, ErrorCode::idUnknown);
        QCOMPARE(store.document(), smallDocument());
    }
    void anEditMeanwhileIsKept() {
        Place place;
        DocumentStore store;
        store.reset(smallDocument());
        ScriptedQuestions questions;
        ImportJob job(store, questions, {slowPdf});
        int ends = 0;
        connect(&job, &ImportJob::finished, this, [&] { ++ends; });
        job.start({place.write("a.pdf", "%PDF-1.4")});
        Document edited = smallDocument();
        edited.claims.pop_back();
        QVERIFY(store.apply(QStringLiteral("Delete"), edited)); // while the reader waits to be let go
        mayRead.release();
        QTRY_COMPARE(ends, 1);
        QCOMPARE(store.document().claims.size(), smallDocument().claims.size() - 1);
        QCOMPARE(store.document().sources.size(), std::size_t{3});
    }
};

const Registered<TestImportJob> registered("import_job");

} // namespace assay::test

#include "tst_import_job.moc"
