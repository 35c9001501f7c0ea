// assay compute: acceptance figures, the fields of the contract, and that equal questions get equal digests.
#include "tests/app/program.h"

#include <cmath>

namespace assay::test {

class TestCompute : public Test {
    Q_OBJECT
private slots:
    void initTestCase() { QVERIFY(m_place.isReady()); }

    void asDisclosedIsWhatWasDisclosed_data() {
        QTest::addColumn<QString>("output");
        QTest::addColumn<QString>("unit");
        QTest::addColumn<double>("expected");
        // DeepSeek-V3 technical report, arXiv 2412.19437, table 1
        QTest::newRow("GPU-hours") << QStringLiteral("gpu_hours") << QStringLiteral("H800*h") << 2.788e6;
        QTest::newRow("rental cost") << QStringLiteral("rental_cost") << QStringLiteral("USD") << 5.576e6;
    }
    void asDisclosedIsWhatWasDisclosed() {
        QFETCH(QString, output);
        QFETCH(QString, unit);
        QFETCH(double, expected);
        const QJsonObject found = outputOf(all(), QStringLiteral("as-disclosed"), output);
        QCOMPARE(found.value(QStringLiteral("unit")).toString(), unit);
        for (const char* statistic : {"mean", "p50"}) {
            const double value = found.value(QLatin1String(statistic)).toDouble();
            QVERIFY2(std::abs(value / expected - 1) < 0.01, statistic);
        }
    }

    void scenarioIsComputedWhole_data() {
        QTest::addColumn<QString>("scenario");
        for (const char* id : {"as-disclosed", "from-compute", "owned-cluster", "fifty-thousand-h100",
                               "singapore-january-2025", "singapore-later-filings"})
            QTest::newRow(id) << QString::fromLatin1(id);
    }
    void scenarioIsComputedWhole() {
        QFETCH(QString, scenario);
        const QJsonObject found = objectWith(all().value(QStringLiteral("scenarios")), QStringLiteral("id"), scenario);
        QVERIFY(!found.isEmpty());
        QCOMPARE(found.value(QStringLiteral("samples")).toDouble(), 8192.0);
        QVERIFY(found.value(QStringLiteral("warnings")).isArray());
        const QJsonArray outputs = found.value(QStringLiteral("outputs")).toArray();
        QVERIFY(!outputs.isEmpty());
        for (const QJsonValue& value : outputs) {
            const QJsonObject output = value.toObject();
            const auto number = [&output](const char* key) {
                return output.value(QLatin1String(key)).toDouble(qQNaN());
            };
            QVERIFY2(number("p5") <= number("p25") && number("p25") <= number("p50") && number("p50") <= number("p75")
                         && number("p75") <= number("p95"),
                     qPrintable(output.value(QStringLiteral("id")).toString()));
            QVERIFY(number("sd") >= 0 && std::isfinite(number("mean")));
            QVERIFY(output.value(QStringLiteral("standard_error")).toObject().value(QStringLiteral("p95")).toDouble(-1)
                    >= 0);
            const QJsonObject histogram = output.value(QStringLiteral("histogram")).toObject();
            double counted = 0;
            for (const QJsonValue& count : histogram.value(QStringLiteral("counts")).toArray())
                counted += count.toDouble();
            QVERIFY(counted > 0 && counted <= 8192);
            QCOMPARE(histogram.value(QStringLiteral("edges")).toArray().size(),
                     histogram.value(QStringLiteral("counts")).toArray().size() + 1);
            for (const QJsonValue& one : output.value(QStringLiteral("sensitivity")).toArray())
                QVERIFY(std::abs(one.toObject().value(QStringLiteral("rank_correlation")).toDouble(2)) <= 1);
        }
    }

    void documentNamesEngineDigestThreadsAndTimes() {
        const QJsonObject document = all();
        QVERIFY(document.value(QStringLiteral("engine")).toString().startsWith(QStringLiteral("assay ")));
        QVERIFY(QRegularExpression(QStringLiteral("^[0-9a-f]{32}$"))
                    .match(document.value(QStringLiteral("digest")).toString())
                    .hasMatch());
        QVERIFY(document.value(QStringLiteral("threads")).toInt() >= 1);
        QVERIFY(document.value(QStringLiteral("timing_ms")).toObject().value(QStringLiteral("first")).toDouble() > 0);
    }

    void sameQuestionSameDigest_data() {
        QTest::addColumn<QString>("options");
        QTest::addColumn<bool>("isSame");
        QTest::newRow("another seed gives another digest") << QStringLiteral("--seed 2") << false;
        QTest::newRow("another sample count gives another digest") << QStringLiteral("--samples 2000") << false;
        QTest::newRow("another sampler gives another digest") << QStringLiteral("--sampler mc") << false;
        QTest::newRow("another input gives another digest") << QStringLiteral("--set price=3") << false;
        QTest::newRow("the default sampler named") << QStringLiteral("--sampler sobol") << true;
        QTest::newRow("the default seed named") << QStringLiteral("--seed 1") << true;
        QTest::newRow("one thread") << QStringLiteral("--threads 1") << true;
        QTest::newRow("baseline instructions") << QStringLiteral("--isa baseline") << true;
        QTest::newRow("the processor's best instructions") << QStringLiteral("--isa auto") << true;
        QTest::newRow("three threads") << QStringLiteral("--threads 3") << true;
        QTest::newRow("binned ranks") << QStringLiteral("--ranks binned") << true;
        QTest::newRow("repeated") << QStringLiteral("--repeat 3") << true;
    }
    void sameQuestionSameDigest() {
        QFETCH(QString, options);
        QFETCH(bool, isSame);
        const QStringList base = {QStringLiteral("compute"), m_place.small(), QStringLiteral("--scenario"),
                                  QStringLiteral("from-compute"), QStringLiteral("--json")};
        const QString digest = jsonOf(runAssay(base)).value(QStringLiteral("digest")).toString();
        const QString other = jsonOf(runAssay(base + options.split(u' '))).value(QStringLiteral("digest")).toString();
        QVERIFY(!digest.isEmpty() && !other.isEmpty());
        QCOMPARE(digest == other, isSame);
    }

    void setReachesEveryChosenScenarioThatHasTheInput() {
        const QJsonObject document = jsonOf(runAssay(
            {QStringLiteral("compute"), m_place.sample(), QStringLiteral("--json"), QStringLiteral("--samples"),
             QStringLiteral("1024"), QStringLiteral("--set"), QStringLiteral("price=4")}));
        const QJsonObject cost = outputOf(document, QStringLiteral("as-disclosed"), QStringLiteral("rental_cost"));
        QVERIFY(std::abs(cost.value(QStringLiteral("mean")).toDouble() / (2.788e6 * 4) - 1) < 1e-9);
        QCOMPARE(document.value(QStringLiteral("scenarios")).toArray().size(), 12);
    }
    void exceedanceIsAShareOfTheSamples() {
        const QJsonObject document = jsonOf(
            runAssay({QStringLiteral("compute"), m_place.small(), QStringLiteral("--json"),
                      QStringLiteral("--scenario"), QStringLiteral("from-compute"), QStringLiteral("--exceed"),
                      QStringLiteral("gpu_hours>1"), QStringLiteral("--exceed"), QStringLiteral("gpu_hours>1e12"),
                      QStringLiteral("--exceed"), QStringLiteral("rental_cost>$1")}));
        const QJsonArray exceed = document.value(QStringLiteral("scenarios"))
                                      .toArray()
                                      .at(0)
                                      .toObject()
                                      .value(QStringLiteral("exceed"))
                                      .toArray();
        QCOMPARE(exceed.size(), 3);
        QCOMPARE(exceed[0].toObject().value(QStringLiteral("probability")).toDouble(-1), 1.0);
        QCOMPARE(exceed[1].toObject().value(QStringLiteral("probability")).toDouble(-1), 0.0);
        QCOMPARE(exceed[1].toObject().value(QStringLiteral("threshold")).toDouble(), 1e12);
        QCOMPARE(exceed[2].toObject().value(QStringLiteral("output")).toString(), QStringLiteral("rental_cost"));
    }
    void medianIsExceededByHalf() {
        const QStringList base = {QStringLiteral("compute"), m_place.small(), QStringLiteral("--json"),
                                  QStringLiteral("--scenario"), QStringLiteral("from-compute")};
        const double median =
            outputOf(jsonOf(runAssay(base)), QStringLiteral("from-compute"), QStringLiteral("gpu_hours"))
                .value(QStringLiteral("p50"))
                .toDouble();
        const QJsonObject document =
            jsonOf(runAssay(base
                            + QStringList{QStringLiteral("--exceed"),
                                          QStringLiteral("gpu_hours>") + QString::number(median, 'g', 17)}));
        const QJsonArray exceed = document.value(QStringLiteral("scenarios"))
                                      .toArray()
                                      .at(0)
                                      .toObject()
                                      .value(QStringLiteral("exceed"))
                                      .toArray();
        QVERIFY(std::abs(exceed.at(0).toObject().value(QStringLiteral("probability")).toDouble() - 0.5) < 1e-3);
    }
    void repeatedRunsAreTimed() {
        const QJsonObject document =
            jsonOf(runAssay({QStringLiteral("compute"), m_place.sample(), QStringLiteral("--json"),
                             QStringLiteral("--samples"), QStringLiteral("1024"), QStringLiteral("--scenario"),
                             QStringLiteral("owned-cluster"), QStringLiteral("--repeat"), QStringLiteral("3")}));
        const QJsonObject timing = document.value(QStringLiteral("timing_ms")).toObject();
        QVERIFY(timing.value(QStringLiteral("median")).toDouble() > 0
                && timing.value(QStringLiteral("drag_median")).toDouble() > 0);
    }

    void shippedModelRunsOnItsDefaults_data() {
        QTest::addColumn<QString>("model");
        for (const char* id : {"training-compute", "gpu-hours", "cost-range", "singapore-share"})
            QTest::newRow(id) << QString::fromLatin1(id);
    }
    void shippedModelRunsOnItsDefaults() {
        QFETCH(QString, model);
        const Ended ended = runAssay({QStringLiteral("compute"), QStringLiteral("--model"), model,
                                      QStringLiteral("--json"), QStringLiteral("--samples"), QStringLiteral("1024")});
        QVERIFY2(ended.status == 0, ended.err.constData());
        const QJsonArray scenarios = jsonOf(ended).value(QStringLiteral("scenarios")).toArray();
        QCOMPARE(scenarios.size(), 1);
        QCOMPARE(scenarios[0].toObject().value(QStringLiteral("model")).toString(), model);
    }
    void modelFileRuns() {
        const QString path = m_place.path(QStringLiteral("m.json"));
        const QByteArray model =
            "{\"id\": \"m\", \"title\": \"M\", \"version\": 1,\n"
            " \"inputs\": [{\"id\": \"a\", \"unit\": \"H800*h\", \"default\": \"2.788M\"},"
            " {\"id\": \"p\", \"unit\": \"USD/(H800*h)\", \"default\": \"2\"}],\n"
            " \"formulas\": [{\"id\": \"cost\", \"unit\": \"USD\", \"formula\": \"a * p\"}], \"outputs\": [\"cost\"]}\n";
        QVERIFY(writeBytes(path, model));
        const Ended ended = runAssay({QStringLiteral("compute"), QStringLiteral("--model"), path,
                                      QStringLiteral("--json"), QStringLiteral("--samples"), QStringLiteral("64")});
        QVERIFY2(ended.status == 0, ended.err.constData());
        const double cost = outputOf(jsonOf(ended), QStringLiteral("m"), QStringLiteral("cost"))
                                .value(QStringLiteral("mean"))
                                .toDouble();
        QVERIFY(std::abs(cost / 5.576e6 - 1) < 1e-12);
    }

    void peopleGetATable() {
        const Ended ended = runAssay({QStringLiteral("compute"), m_place.sample(), QStringLiteral("--scenario"),
                                      QStringLiteral("as-disclosed")});
        QCOMPARE(ended.status, 0);
        QVERIFY2(ended.out.contains("P50") && ended.out.contains("131,072 samples")
                     && ended.out.contains("2.788M H800*h") && ended.out.contains("$5.576M"),
                 ended.out.constData());
        QVERIFY2(ended.err.isEmpty(), ended.err.constData());
    }

private:
    /// Every scenario of the sample, run once.
    const QJsonObject& all() {
        if (m_all.isEmpty())
            m_all = jsonOf(runAssay({QStringLiteral("compute"), m_place.sample(), QStringLiteral("--json"),
                                     QStringLiteral("--samples"), QStringLiteral("8192")}));
        return m_all;
    }
    static QJsonObject outputOf(const QJsonObject& document, const QString& scenario, const QString& output) {
        const QJsonObject found =
            objectWith(document.value(QStringLiteral("scenarios")), QStringLiteral("id"), scenario);
        return objectWith(found.value(QStringLiteral("outputs")), QStringLiteral("id"), output);
    }

    Workplace m_place;
    QJsonObject m_all;
};

const Registered<TestCompute> registered("compute");

} // namespace assay::test

#include "tst_compute.moc"
