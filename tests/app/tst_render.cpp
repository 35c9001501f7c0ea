// assay render: the pictures that are to be there, their names and sizes, and that nothing else is touched.
#include "tests/app/program.h"

#include <QtCore/QDir>
#include <QtGui/QImage>

namespace assay::test {

class TestRender : public Test {
    Q_OBJECT
private slots:
    void initTestCase() {
        QVERIFY(m_place.isReady());
        m_all = render({QStringLiteral("--size"), QStringLiteral("800x450")}, QStringLiteral("all"));
        QVERIFY2(m_all.status == 0, m_all.err.constData());
    }

    void sampleGivesAtLeastFiveCharts() {
        QSet<QString> charts;
        for (const QJsonValue& file : filesOf(m_all))
            charts.insert(file.toObject().value(QStringLiteral("chart")).toString());
        QVERIFY2(charts.size() >= 5, qPrintable(QStringList(charts.begin(), charts.end()).join(u' ')));
    }
    void everyListedPictureIsThereInItsSize() {
        const QJsonArray files = filesOf(m_all);
        QVERIFY(!files.isEmpty());
        for (const QJsonValue& value : files) {
            const QJsonObject file = value.toObject();
            const QString path = file.value(QStringLiteral("file")).toString();
            const QImage picture(path);
            QCOMPARE(picture.size(), QSize(800, 450));
            QCOMPARE(picture.width(), file.value(QStringLiteral("width")).toInt());
            QCOMPARE(picture.height(), file.value(QStringLiteral("height")).toInt());
            const QString scenario = file.value(QStringLiteral("scenario")).toString();
            QCOMPARE(QFileInfo(path).fileName(),
                     file.value(QStringLiteral("chart")).toString()
                         + (scenario.isEmpty() ? QString() : QStringLiteral("--") + scenario) + QStringLiteral(".png"));
        }
        QCOMPARE(QDir(m_place.path(QStringLiteral("all"))).entryList(QDir::Files).size(), files.size());
    }
    void everyPictureShowsSomething() {
        for (const QJsonValue& file : filesOf(m_all)) {
            const QImage picture(file.toObject().value(QStringLiteral("file")).toString());
            QSet<QRgb> colours;
            for (int y = 0; y < picture.height(); y += 3)
                for (int x = 0; x < picture.width(); x += 3)
                    colours.insert(picture.pixel(x, y));
            QVERIFY2(colours.size() > 8, qPrintable(file.toObject().value(QStringLiteral("file")).toString()));
        }
    }

    void twiceTheSameBytes() {
        const Ended again = render({QStringLiteral("--size"), QStringLiteral("800x450")}, QStringLiteral("again"));
        QCOMPARE(filesOf(again).size(), filesOf(m_all).size());
        for (const QFileInfo& file : QDir(m_place.path(QStringLiteral("all"))).entryInfoList(QDir::Files))
            QVERIFY2(bytesOf(file.filePath()) == bytesOf(m_place.path(QStringLiteral("again/")) + file.fileName()),
                     qPrintable(file.fileName()));
    }

    void displaySettingsChangeNoPicture() { // charts: fact 40
        qputenv("QT_FONT_DPI", "192");
        qputenv("QT_SCALE_FACTOR", "2");
        const QStringList options{QStringLiteral("--size"), QStringLiteral("800x450"), QStringLiteral("--chart"),
                                  QStringLiteral("cost-by-scenario")};
        const Ended scaled = render(options, QStringLiteral("scaled"));
        qunsetenv("QT_FONT_DPI");
        qunsetenv("QT_SCALE_FACTOR");
        QCOMPARE(filesOf(scaled).size(), 1);
        QVERIFY(bytesOf(m_place.path(QStringLiteral("scaled/cost-by-scenario.png")))
                == bytesOf(m_place.path(QStringLiteral("all/cost-by-scenario.png"))));
    }
    void aFormHasAFileOfItsOwn() {
        const Ended drawn = render({QStringLiteral("--chart"), QStringLiteral("gpu-hours:density"),
                                    QStringLiteral("--format"), QStringLiteral("svg")},
                                   QStringLiteral("forms"));
        QCOMPARE(filesOf(drawn).size(), 1);
        const QByteArray svg = bytesOf(m_place.path(QStringLiteral("forms/gpu-hours-density.svg")));
        QVERIFY(svg.contains("<metadata><run xmlns=\"urn:assay:run\">{"));
        QCOMPARE(render({QStringLiteral("--chart"), QStringLiteral("gpu-hours:none")}, QStringLiteral("no")).status, 2);
    }

    void numbersAreWrittenAsAsked() {
        const auto drawn = [&](const QStringList& options, const QString& folder) {
            const Ended ended =
                render(QStringList{QStringLiteral("--chart"), QStringLiteral("cost-by-scenario")} + options, folder);
            return ended.status == 0 ? QString::fromUtf8(
                       bytesOf(filesOf(ended)[0].toObject().value(QStringLiteral("file")).toString()))
                                     : QString::fromUtf8(ended.err);
        };
        const QStringList svg{QStringLiteral("--format"), QStringLiteral("svg")};
        const QString plain = drawn(svg, QStringLiteral("kmb"));
        QVERIFY(plain.contains(QStringLiteral("M</text>")) && !plain.contains(QChar(0xb9cc)));
        QCOMPARE(drawn(svg + QStringList{QStringLiteral("--numbers"), QStringLiteral("kmb")}, QStringLiteral("same")),
                 plain);
        const QString korean =
            drawn(svg + QStringList{QStringLiteral("--numbers"), QStringLiteral("ko")}, QStringLiteral("ko"));
        QVERIFY(korean.contains(QStringLiteral("\ub9cc</text>")) && !korean.contains(QStringLiteral("M</text>")));
        const QStringList csv{QStringLiteral("--format"), QStringLiteral("csv")}; // for programs
        QCOMPARE(drawn(csv + QStringList{QStringLiteral("--numbers"), QStringLiteral("ko")}, QStringLiteral("table")),
                 drawn(csv, QStringLiteral("tables")));
    }
    void highContrastIsATheme() {
        const Ended ended = render({QStringLiteral("--chart"), QStringLiteral("cost-by-scenario"),
                                    QStringLiteral("--theme"), QStringLiteral("high-contrast")},
                                   QStringLiteral("stark"));
        QVERIFY2(ended.status == 0, ended.err.constData());
        QCOMPARE(QImage(m_place.path(QStringLiteral("stark/cost-by-scenario.png"))).pixelColor(1, 1),
                 QColor(Qt::black));
    }

    void formatIsWhatItSays_data() {
        QTest::addColumn<QString>("format");
        QTest::addColumn<QByteArray>("start");
        QTest::newRow("png") << QStringLiteral("png") << QByteArray("\x89PNG\r\n");
        QTest::newRow("svg") << QStringLiteral("svg") << QByteArray("<?xml");
        QTest::newRow("pdf") << QStringLiteral("pdf") << QByteArray("%PDF-");
        QTest::newRow("csv") << QStringLiteral("csv") << QByteArray();
    }
    void formatIsWhatItSays() {
        QFETCH(QString, format);
        QFETCH(QByteArray, start);
        const Ended ended =
            render({QStringLiteral("--chart"), QStringLiteral("cost-by-scenario"), QStringLiteral("--format"), format},
                   QStringLiteral("formats"));
        QVERIFY2(ended.status == 0, ended.err.constData());
        const QByteArray bytes = bytesOf(m_place.path(QStringLiteral("formats/cost-by-scenario.")) + format);
        QVERIFY(bytes.size() > 100 && bytes.startsWith(start));
    }

    void scaleMultipliesTheSize() {
        const Ended ended = render({QStringLiteral("--chart"), QStringLiteral("tornado"), QStringLiteral("--scenario"),
                                    QStringLiteral("from-compute"), QStringLiteral("--size"), QStringLiteral("640x400"),
                                    QStringLiteral("--scale"), QStringLiteral("2")},
                                   QStringLiteral("scaled"));
        QVERIFY2(ended.status == 0, ended.err.constData());
        const QJsonArray files = filesOf(ended);
        QCOMPARE(files.size(), 1);
        QCOMPARE(QImage(files[0].toObject().value(QStringLiteral("file")).toString()).size(), QSize(1280, 800));
    }
    void transparentPictureHasNoBackground() {
        const Ended ended =
            render({QStringLiteral("--chart"), QStringLiteral("cost-by-scenario"), QStringLiteral("--transparent")},
                   QStringLiteral("clear"));
        QVERIFY2(ended.status == 0, ended.err.constData());
        QCOMPARE(QImage(m_place.path(QStringLiteral("clear/cost-by-scenario.png"))).pixelColor(1, 1).alpha(), 0);
        QCOMPARE(QImage(m_place.path(QStringLiteral("all/cost-by-scenario.png"))).pixelColor(1, 1).alpha(), 255);
    }
    void otherFilesInTheFolderStay() {
        QVERIFY(QDir(m_place.folder()).mkdir(QStringLiteral("mine")));
        const QString note = m_place.path(QStringLiteral("mine/note.txt"));
        QVERIFY(writeBytes(note, "mine"));
        QVERIFY(writeBytes(m_place.path(QStringLiteral("mine/cost-by-scenario.png")), "old"));
        QCOMPARE(render({QStringLiteral("--chart"), QStringLiteral("cost-by-scenario")}, QStringLiteral("mine")).status,
                 0);
        QCOMPARE(bytesOf(note), QByteArray("mine"));
        QVERIFY(bytesOf(m_place.path(QStringLiteral("mine/cost-by-scenario.png"))).startsWith("\x89PNG"));
        QCOMPARE(QDir(m_place.path(QStringLiteral("mine"))).entryList(QDir::Files | QDir::Hidden).size(), 2);
    }
    void emptyProjectSaysThatThereIsNothing() {
        const QString path = m_place.path(QStringLiteral("empty.assay"));
        QCOMPARE(runAssay({QStringLiteral("new"), path}).status, 0);
        const Ended ended = runAssay({QStringLiteral("render"), path, QStringLiteral("--out"),
                                      m_place.path(QStringLiteral("nothing")), QStringLiteral("--json")});
        QCOMPARE(ended.status, 0);
        QVERIFY(jsonOf(ended).value(QStringLiteral("files")).isArray() && filesOf(ended).isEmpty());
        QVERIFY2(ended.err.contains("nothing") || ended.err.contains("no chart"), ended.err.constData());
    }

private:
    Ended render(const QStringList& options, const QString& folder) const {
        return runAssay(QStringList{QStringLiteral("render"), m_place.small(), QStringLiteral("--json"),
                                    QStringLiteral("--out"), m_place.path(folder)}
                        + options);
    }
    static QJsonArray filesOf(const Ended& ended) { return jsonOf(ended).value(QStringLiteral("files")).toArray(); }

    Workplace m_place;
    Ended m_all;
};

const Registered<TestRender> registered("render");

} // namespace assay::test

#include "tst_render.moc"
