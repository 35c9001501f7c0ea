// Same bits: the golden digests on every instruction set this processor has, on 1 to 8 threads, and in a process whose
// libm takes other ways.
#include "tests/golden/golden_models.h"
#include "tests/rough_arithmetic.h"
#include "tests/test.h"

#include <QtCore/QProcess>

namespace assay::test {

class TestGoldenDigests : public Test {
    Q_OBJECT

    static QString found(const Golden& golden, int threads, InstructionSet set) {
        DrawOptions options = golden.options;
        options.threads = threads;
        options.instructionSet = set;
        return QString::fromStdString(digestOfSamples(golden, options));
    }

    static void addModels() {
        QTest::addColumn<Golden>("golden");
        for (const Golden& golden : goldenModels())
            QTest::newRow(golden.name.c_str()) << golden;
    }

private slots:
    void thereAreAtLeastTwelveModels() {
        QCOMPARE(engineVersion, 2); // the version the digests belong to
        QVERIFY(goldenModels().size() >= 12);
    }

    void everyModelHasItsDigest_data() { addModels(); }
    void everyModelHasItsDigest() {
        QFETCH(Golden, golden);
        QCOMPARE(found(golden, 1, InstructionSet::baseline), QString::fromStdString(golden.digest));
    }

    void threadsAndInstructionSetsNeverChangeIt_data() { addModels(); }
    void threadsAndInstructionSetsNeverChangeIt() {
        QFETCH(Golden, golden);
        for (const InstructionSet set : allInstructionSets) {
            if (!isSupported(set))
                continue;
            for (const int threads : {1, 2, 3, 8})
                QVERIFY2(found(golden, threads, set) == QString::fromStdString(golden.digest),
                         qPrintable(QStringLiteral("%1 threads, %2")
                                        .arg(threads)
                                        .arg(QString::fromUtf8(instructionSetName(set).data()))));
        }
    }

    void aRunHasTheDigestOfItsSamples() {
        const Golden golden = goldenModels().front();
        const Result<Run> run = simulate(golden.model, Scenario{}, runOptions(goldenSamples));
        QVERIFY(run);
        QCOMPARE(digestOf(*run), golden.digest);
    }

    void whatAnotherLibraryLeftInTheProcessorChangesNothing_data() { addModels(); }
    void whatAnotherLibraryLeftInTheProcessorChangesNothing() {
        QFETCH(Golden, golden);
        const RoughArithmetic rough;
        QCOMPARE(found(golden, 2, bestInstructionSet()), QString::fromStdString(golden.digest));
    }

    void statisticsAreTheSameInRoughArithmetic() {
        const Golden golden = goldenModels().front();
        RunOptions options = runOptions(goldenSamples);
        options.errors = Errors::byScrambles;
        const Run plain = simulate(golden.model, Scenario{}, options).value();
        const RoughArithmetic rough;
        const Run run = simulate(golden.model, Scenario{}, options).value();
        for (std::size_t i = 0; i < run.outputs.size(); ++i) {
            QVERIFY(run.outputs[i].mean == plain.outputs[i].mean && run.outputs[i].sd == plain.outputs[i].sd);
            QVERIFY(run.outputs[i].p5 == plain.outputs[i].p5 && run.outputs[i].p95 == plain.outputs[i].p95);
            QVERIFY(run.outputs[i].standardErrors == plain.outputs[i].standardErrors);
            QVERIFY(run.outputs[i].sensitivity == plain.outputs[i].sensitivity);
            QVERIFY(run.outputs[i].histogram == plain.outputs[i].histogram);
        }
    }

    void otherWaysThroughLibmChangeNothing() {
        QProcess child;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("GLIBC_TUNABLES"),
                           QStringLiteral("glibc.cpu.hwcaps=-AVX2,-FMA,-FMA4,-AVX512F"));
        child.setProcessEnvironment(environment);
        child.setProcessChannelMode(QProcess::MergedChannels);
        child.start(QCoreApplication::applicationFilePath(),
                    {QStringLiteral("golden_digests"), QStringLiteral("everyModelHasItsDigest")});
        QVERIFY(child.waitForFinished(60000));
        QVERIFY2(child.exitStatus() == QProcess::NormalExit && child.exitCode() == 0, child.readAll().constData());
    }
};

const Registered<TestGoldenDigests> registered("golden_digests");

} // namespace assay::test

#include "tst_golden_digests.moc"
