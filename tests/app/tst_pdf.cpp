// Text of PDF sources through the child process of the program: a good file, broken ones, and one that is none.
#include "core/io/importer.h"
#include "tests/app/program.h"

#include <QtGui/QPainter>
#include <QtGui/QPdfWriter>

namespace assay::test {

namespace {

/// A PDF of these objects, with its table of places.
QByteArray pdfOf(const QList<QByteArray>& objects, const QByteArray& trailer) {
    QByteArray file("%PDF-1.4\n"), places("0000000000 65535 f \n");
    for (qsizetype i = 0; i < objects.size(); ++i) {
        places += QByteArray::number(file.size()).rightJustified(10, '0') + " 00000 n \n";
        file += QByteArray::number(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    const QByteArray count = QByteArray::number(objects.size() + 1), at = QByteArray::number(file.size());
    return file + "xref\n0 " + count + "\n" + places + "trailer\n<</Size " + count + "/Root 1 0 R" + trailer
           + ">>\nstartxref\n" + at + "\n%%EOF\n";
}

} // namespace

class TestPdf : public Test {
    Q_OBJECT
private slots:
    void initTestCase() {
        QVERIFY(m_place.isReady());
        QPdfWriter writer(m_place.path(QStringLiteral("good.pdf")));
        QPainter painter(&writer);
        painter.drawText(200, 400, QStringLiteral("They rented 2,048 H800 GPUs."));
        writer.newPage();
        painter.drawText(200, 400, QStringLiteral("It cost $5.6 million."));
        painter.end();
        const QByteArray good = bytesOf(m_place.path(QStringLiteral("good.pdf")));
        QVERIFY(good.startsWith("%PDF-"));
        QVERIFY(writeBytes(m_place.path(QStringLiteral("cut.pdf")), good.left(200)));
        QVERIFY(writeBytes(m_place.path(QStringLiteral("none.pdf")), "%PDF-1.7\nnothing of the kind\n"));
        QVERIFY(writeBytes(m_place.path(QStringLiteral("empty.pdf")), {}));
    }

    void textOfAllPagesIsImported() {
        const QString out = m_place.path(QStringLiteral("imported.assay"));
        const Ended ended = runAssay({QStringLiteral("import"), m_place.sample(),
                                      m_place.path(QStringLiteral("good.pdf")), QStringLiteral("--out"), out});
        QVERIFY2(ended.status == 0, ended.err.constData());
        const QByteArray project = bytesOf(out);
        QVERIFY(project.contains("They rented 2,048 H800 GPUs.") && project.contains("It cost $5.6 million."));
    }
    void brokenPdfIsOneSentence_data() {
        QTest::addColumn<QString>("name");
        for (const char* name : {"cut.pdf", "none.pdf", "empty.pdf"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void brokenPdfIsOneSentence() {
        QFETCH(QString, name);
        const QByteArray before = bytesOf(m_place.sample());
        const Ended ended = runAssay({QStringLiteral("import"), m_place.sample(), m_place.path(name)});
        QCOMPARE(ended.status, 2);
        QVERIFY2(ended.err.contains(name.toUtf8()) && ended.err.count('\n') == 1, ended.err.constData());
        QCOMPARE(bytesOf(m_place.sample()), before);
    }
    void whatCanGiveNoTextSaysWhy_data() {
        QTest::addColumn<QByteArray>("objects");
        QTest::addColumn<QByteArray>("trailer");
        QTest::addColumn<QByteArray>("says");
        const QByteArray page("<</Type/Catalog/Pages 2 0 R>>|<</Type/Pages/Kids[3 0 R]/Count 1>>|"
                              "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>");
        QTest::newRow("encrypted") << page + "|<</Filter/Standard/V 1/R 2/P -4/O<" + QByteArray(64, '1') + ">/U<"
                                          + QByteArray(64, '0') + ">>>"
                                   << QByteArray("/Encrypt 4 0 R/ID[<00><00>]") << QByteArray("it is encrypted");
        QTest::newRow("a scan") << page << QByteArray() << QByteArray("without text, as a scan's are");
        QTest::newRow("pages inside themselves")
            << QByteArray("<</Type/Catalog/Pages 2 0 R>>|<</Type/Pages/Kids[2 0 R 2 0 R]/Count 1000000000>>")
            << QByteArray() << QByteArray("it is no PDF or a broken one");
    }
    void whatCanGiveNoTextSaysWhy() {
        QFETCH(QByteArray, objects);
        QFETCH(QByteArray, trailer);
        QFETCH(QByteArray, says);
        const QString file = m_place.path(QStringLiteral("hard.pdf"));
        QVERIFY(writeBytes(file, pdfOf(objects.split('|'), trailer)));
        const Ended ended = runAssay({QStringLiteral("import"), m_place.sample(), file});
        QCOMPARE(ended.status, 2);
        QVERIFY2(ended.err.contains(says) && ended.err.count('\n') == 1, ended.err.constData());
    }
    void moreThanTheMostPagesAreRefused() {
        const QString file = m_place.path(QStringLiteral("long.pdf"));
        QPdfWriter writer(file);
        QPainter painter(&writer);
        for (std::uint64_t page = 0; page < PdfLimits{}.pages; ++page)
            writer.newPage();
        painter.end();
        const Ended ended = runAssay({QStringLiteral("import"), m_place.sample(), file});
        QCOMPARE(ended.status, 2);
        QVERIFY2(ended.err.contains(std::to_string(PdfLimits{}.pages).c_str()), ended.err.constData());
    }

private:
    Workplace m_place;
};

const Registered<TestPdf> registered("pdf");

} // namespace assay::test

#include "tst_pdf.moc"
