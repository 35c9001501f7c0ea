// Replays every kept fuzz input, seeds and former crashes, as an ordinary test.
#include "tests/fuzz/targets.h"
#include "tests/paths.h"
#include "tests/test.h"

#include <QtCore/QDir>
#include <QtCore/QFile>

namespace assay::test {

namespace {

const QString data = sourcePath(QStringLiteral("tests/data/"));

QStringList filesOf(const QString& folder) {
    QStringList paths;
    for (const QFileInfo& file : QDir(folder).entryInfoList(QDir::Files, QDir::Name))
        paths.append(file.filePath());
    return paths;
}

} // namespace

class TestCorpus : public Test {
    Q_OBJECT
private slots:
    void everyTargetHasSeedsAndEverySeedATarget() {
        QStringList names;
        for (const fuzz::Target& target : fuzz::targets())
            names.append(QString::fromUtf8(target.name.data(), qsizetype(target.name.size())));
        names.sort();
        QCOMPARE(QDir(data + QStringLiteral("corpus")).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name), names);
        for (const QString& name : names)
            QVERIFY2(!filesOf(data + QStringLiteral("corpus/") + name).isEmpty(), qPrintable(name));
    }

    void whatMustHoldHolds_data() {
        QTest::addColumn<QString>("target");
        QTest::addColumn<QString>("path");
        for (const fuzz::Target& target : fuzz::targets()) {
            const QString name = QString::fromUtf8(target.name.data(), qsizetype(target.name.size()));
            for (const QString& folder : {QStringLiteral("crashes/"), QStringLiteral("corpus/")})
                for (const QString& path : filesOf(data + folder + name))
                    QTest::addRow("%s", qPrintable(folder + name + u'/' + QFileInfo(path).fileName())) << name << path;
        }
    }
    void whatMustHoldHolds() {
        QFETCH(QString, target);
        QFETCH(QString, path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        fuzz::findTarget(target.toStdString())->run(file.readAll().toStdString());
    }
};

const Registered<TestCorpus> registered("corpus");

} // namespace assay::test

#include "tst_corpus.moc"
