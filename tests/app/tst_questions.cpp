// assay compute --solve, --given, --consistency, interval inputs and assertions: fields of the contract, exit statuses,
// and that the sample's comparisons come out as its articles have them.
#include "core/document/edit_override.h"
#include "tests/app/program.h"

#include <algorithm>
#include <cmath>

namespace assay::test {

class TestQuestions : public Test {
    Q_OBJECT

    Ended ask(const QStringList& words) const {
        return runAssay(QStringList{QStringLiteral("compute"), m_place.small()} + words);
    }
    Ended askDisclosed(const QStringList& words) const {
        return ask(QStringList{QStringLiteral("--scenario"), QStringLiteral("as-disclosed"), QStringLiteral("--json")}
                   + words);
    }

private slots:
    void initTestCase() { QVERIFY(m_place.isReady()); }

    void badQuestionsAreOneSentenceAndStatusTwo_data() {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QString>("named");
        const auto row = [](const char* name, const QStringList& words, const char* named) {
            QTest::newRow(name) << words << QString::fromLatin1(named);
        };
        const QString solve = QStringLiteral("--solve"), target = QStringLiteral("--for"),
                      given = QStringLiteral("--given");
        const QString price = QStringLiteral("price"), cost = QStringLiteral("rental_cost:p50=5.6M USD");
        row("--solve without --for", {solve, price}, "--for");
        row("--for without --solve", {target, cost}, "--solve");
        row("no such statistic", {solve, price, target, QStringLiteral("rental_cost:p42=5M")}, "OUTPUT:STAT=TEXT");
        row("no statistic", {solve, price, target, QStringLiteral("rental_cost=5M")}, "OUTPUT:STAT=TEXT");
        row("no such output", {solve, price, target, QStringLiteral("profit:p50=5M")}, "profit");
        row("no such input", {solve, QStringLiteral("rent"), target, cost}, "rent");
        row("a range as target", {solve, price, target, QStringLiteral("rental_cost:p50=5M to 6M")}, "one number");
        row("a target in another unit", {solve, price, target, QStringLiteral("rental_cost:p50=5 h")}, "USD");
        row("--given without =", {given, QStringLiteral("rental_cost")}, "OUTPUT=TEXT");
        row("--given of nothing there", {given, QStringLiteral("rental_cost=1 to 2")}, "200");
    }
    void badQuestionsAreOneSentenceAndStatusTwo() {
        QFETCH(QStringList, words);
        QFETCH(QString, named);
        const Ended ended = askDisclosed(words);
        QCOMPARE(ended.status, 2);
        QVERIFY(ended.out.isEmpty());
        QCOMPARE(ended.err.count('\n'), 1);
        QVERIFY2(ended.err.contains(named.toUtf8()), ended.err.constData());
    }

    void whatToCheckNextIsListedByOutput() {
        const Ended ended = runAssay({QStringLiteral("compute"), m_place.small(), QStringLiteral("--scenario"),
                                      QStringLiteral("singapore-january-2025"), QStringLiteral("--json")});
        QCOMPARE(ended.status, 0);
        const QJsonArray outputs = QJsonDocument::fromJson(ended.out)[u"scenarios"][0][u"check_next"].toArray();
        QVERIFY(!outputs.isEmpty());
        for (const QJsonValue& output : outputs) {
            double before = 1;
            QVERIFY(!output[u"claims"].toArray().isEmpty());
            for (const QJsonValue& claim : output[u"claims"].toArray()) {
                QVERIFY(!claim[u"claim"].toString().isEmpty());
                QCOMPARE(claim[u"inputs"].toArray().first().toString(), QStringLiteral("billed_share"));
                QVERIFY(claim[u"of_spread"].toDouble() <= before);
                before = claim[u"of_spread"].toDouble();
            }
        }
    }

    void severalScenariosAreTooMany() {
        const Ended ended = ask({QStringLiteral("--given"), QStringLiteral("gpu_hours=2.788M")});
        QCOMPARE(ended.status, 2);
        QVERIFY2(ended.err.contains("--scenario"), ended.err.constData());
    }

    void consistencyNeedsAProject() {
        const Ended ended = runAssay({QStringLiteral("compute"), QStringLiteral("--model"),
                                      QStringLiteral("cost-range"), QStringLiteral("--consistency")});
        QCOMPARE(ended.status, 2);
        QVERIFY2(ended.err.contains("PROJECT"), ended.err.constData());
    }

    void priceThatMakesTheDisclosedCost() {
        // 2.788M hours at $2 are $5.576M (arXiv 2412.19437, table 1); $5.6M asks for $2.0086
        const Ended ended = askDisclosed({QStringLiteral("--solve"), QStringLiteral("price"), QStringLiteral("--for"),
                                          QStringLiteral("rental_cost:p50=$5.6M")});
        QCOMPARE(ended.status, 0);
        const QJsonObject solution = jsonOf(ended).value(QStringLiteral("solution")).toObject();
        QVERIFY(std::abs(solution.value(QStringLiteral("value")).toDouble() - 5.6e6 / 2.788e6) < 1e-6);
        QCOMPARE(solution.value(QStringLiteral("unit")).toString(), QStringLiteral("USD/(H800*h)"));
        QCOMPARE(solution.value(QStringLiteral("input")).toString(), QStringLiteral("price"));
        QCOMPARE(solution.value(QStringLiteral("reachable")).toArray().size(), 2);
    }

    void targetOutOfReachIsStatusOneWithItsRange() {
        const Ended ended = askDisclosed({QStringLiteral("--solve"), QStringLiteral("price"), QStringLiteral("--for"),
                                          QStringLiteral("rental_cost:mean=$1T")});
        QCOMPARE(ended.status, 1);
        const QJsonObject solution = jsonOf(ended).value(QStringLiteral("solution")).toObject();
        QVERIFY(solution.value(QStringLiteral("value")).isNull());
        const QJsonArray reachable = solution.value(QStringLiteral("reachable")).toArray();
        QVERIFY(reachable.at(0).toDouble() < reachable.at(1).toDouble() && reachable.at(1).toDouble() < 1e12);
    }

    void givenNarrowsTheInputs() {
        const QStringList scenario{QStringLiteral("--scenario"), QStringLiteral("from-compute"),
                                   QStringLiteral("--json")};
        const Ended ended =
            ask(scenario + QStringList{QStringLiteral("--given"), QStringLiteral("gpu_hours=2.7M to 2.9M")});
        QCOMPARE(ended.status, 0);
        const QJsonObject given = jsonOf(ended).value(QStringLiteral("given")).toObject();
        QVERIFY(given.value(QStringLiteral("effective_samples")).toDouble() >= 200);
        const QJsonObject utilisation =
            objectWith(given.value(QStringLiteral("inputs")), QStringLiteral("id"), QStringLiteral("utilisation"));
        const double low = utilisation.value(QStringLiteral("p5")).toDouble();
        const double high = utilisation.value(QStringLiteral("p95")).toDouble();
        QVERIFY(low > 28 && high < 45 && low < high); // triangular(28 %, 34 %, 45 %) before
        QVERIFY(high - low < 8);
    }

    void sampleComparisonsComeOut_data() {
        QTest::addColumn<QString>("claim");
        QTest::addColumn<QString>("scenario");
        QTest::addColumn<QString>("verdict");
        const auto row = [](const char* name, const char* claim, const char* scenario, const char* verdict) {
            QTest::newRow(name) << QString::fromLatin1(claim) << QString::fromLatin1(scenario)
                                << QString::fromLatin1(verdict);
        };
        row("the report's hours", "v3-hours", "as-disclosed", "inside");
        row("the report's cost", "v3-cost", "as-disclosed", "inside");
        row("rounded to $5.6 million", "cl4-07", "as-disclosed", "inside");
        row("rounded to $6 million", "cl0-15", "as-disclosed", "inside");
        row("one stage is not the run", "v3-hours-post", "as-disclosed", "not-comparable");
        row("pre-training is not the run", "epoch-cost", "as-disclosed", "not-comparable");
        row("GPT-4 is another model", "cl4-19", "as-disclosed", "not-comparable");
        row("Claude is another model", "cl2-09", "as-disclosed", "not-comparable");
        row("a won is not a dollar", "cl0-16", "as-disclosed", "not-comparable");
        row("research before the run", "cl0-18", "as-disclosed", "not-comparable");
        row("spending on GPUs", "cl4-20", "as-disclosed", "not-comparable");
        row("GPUs held are no hours", "cl1-09", "as-disclosed", "not-comparable");
        row("GPUs used are no stock", "v3-gpus", "singapore-later-filings", "not-comparable");
        row("A100 are no H100", "cl3-02", "singapore-later-filings", "not-comparable");
        row("H800-hours are no H100-hours", "v3-hours", "fifty-thousand-h100", "not-comparable");
        row("market value is no cost", "cl4-09", "as-disclosed", "not-comparable");
    }
    void sampleComparisonsComeOut() {
        QFETCH(QString, claim);
        QFETCH(QString, scenario);
        QFETCH(QString, verdict);
        if (m_consistency.isEmpty())
            m_consistency = jsonOf(ask({QStringLiteral("--consistency"), QStringLiteral("--json")}))
                                .value(QStringLiteral("consistency"))
                                .toArray();
        QVERIFY(!m_consistency.isEmpty());
        for (const QJsonValue& value : std::as_const(m_consistency)) {
            const QJsonObject place = value.toObject();
            if (place.value(QStringLiteral("claim")).toString() != claim
                || place.value(QStringLiteral("scenario")).toString() != scenario)
                continue;
            QCOMPARE(place.value(QStringLiteral("verdict")).toString(), verdict);
            QCOMPARE(place.value(QStringLiteral("reason")).isString(), verdict == QStringLiteral("not-comparable"));
            QCOMPARE(place.value(QStringLiteral("percentile")).isDouble(), verdict != QStringLiteral("not-comparable"));
            return;
        }
        QFAIL("the pair is not there");
    }

    void intervalInputsGiveBands() {
        const Ended ended = askDisclosed({QStringLiteral("--set"), QStringLiteral("price=interval(1, 3)"),
                                          QStringLiteral("--exceed"), QStringLiteral("rental_cost>$5M")});
        QCOMPARE(ended.status, 0);
        const QJsonObject scenario = jsonOf(ended).value(QStringLiteral("scenarios")).toArray().at(0).toObject();
        const QJsonObject cost =
            objectWith(scenario.value(QStringLiteral("outputs")), QStringLiteral("id"), QStringLiteral("rental_cost"));
        const QJsonObject band = cost.value(QStringLiteral("band")).toObject();
        QVERIFY(band.value(QStringLiteral("exact")).toBool());
        const QJsonArray p5 = band.value(QStringLiteral("p5")).toArray();
        QVERIFY(std::abs(p5.at(0).toDouble() / 2.788e6 - 1) < 1e-9
                && std::abs(p5.at(1).toDouble() / 8.364e6 - 1) < 1e-9);
        const QJsonArray share =
            scenario.value(QStringLiteral("exceed")).toArray().at(0).toObject().value(QStringLiteral("band")).toArray();
        QCOMPARE(share.at(0).toDouble(), 0.0);
        QCOMPARE(share.at(1).toDouble(), 1.0);
        const Ended table =
            runAssay({QStringLiteral("compute"), m_place.small(), QStringLiteral("--scenario"),
                      QStringLiteral("as-disclosed"), QStringLiteral("--set"), QStringLiteral("price=interval(1, 3)")});
        QVERIFY2(table.out.contains("$2.788M .. $8.364M"), table.out.constData());
    }

    void threeIntervalsAreRefused() {
        QStringList words;
        for (const char* set : {"price=interval(1, 3)", "age=interval(0.5, 1)", "tdp=interval(600, 700)"})
            words << QStringLiteral("--set") << QString::fromLatin1(set);
        const Ended ended = askDisclosed(words);
        QCOMPARE(ended.status, 2);
        QCOMPARE(ended.err.count('\n'), 1);
    }

    void failedAssertionIsAFindingAndStatusOne() {
        Document document = openProject(m_place.small().toStdString())->document;
        const Document sound = document;
        for (const Row<Assertion>& assertion : sound.assertions)
            QVERIFY(!assertion->text.empty());
        Assertion wrong = *document.assertions.at(0);
        wrong.id = AssertionId{"wrong"};
        wrong.text = "mean(rental_cost) >= 1B USD";
        document.assertions.push_back(Row<Assertion>(wrong));
        const QString path = m_place.path(QStringLiteral("wrong.assay"));
        QVERIFY(saveProject(document, path.toStdString(), {}).has_value());
        const Ended ended = runAssay({QStringLiteral("check"), path, QStringLiteral("--json")});
        QCOMPARE(ended.status, 1);
        int failed = 0;
        const QJsonArray findings = jsonOf(ended).value(QStringLiteral("findings")).toArray();
        for (const QJsonValue& finding : findings)
            if (finding.toObject().value(QStringLiteral("kind")).toString() == QStringLiteral("assertion")) {
                ++failed;
                QCOMPARE(finding.toObject().value(QStringLiteral("verdict")).toString(), QStringLiteral("error"));
            }
        QCOMPARE(failed, 1); // the sample's own hold
    }

    void theAnalystsVerdictStandsBesideTheComputedOne() {
        const QString path = m_place.path(QStringLiteral("set.assay"));
        const auto put = [&](Place computed) {
            const Document document = openProject(m_place.small().toStdString())->document;
            const MatrixPlace cell{ScenarioId{"as-disclosed"}, {ClaimId{"v3-cost"}}};
            const Place verdict = computed == Place::tail ? Place::inside : Place::tail;
            return saveProject(setOverride(document, cell, {verdict, computed, "weighed by hand"}).value(),
                               path.toStdString(), {})
                .has_value();
        };
        const auto isNoted = [&] {
            const Ended ended = runAssay({QStringLiteral("check"), path, QStringLiteral("--json")});
            const QJsonArray findings = jsonOf(ended).value(QStringLiteral("findings")).toArray();
            return std::any_of(findings.begin(), findings.end(), [](const QJsonValue& finding) {
                return finding.toObject()
                    .value(QStringLiteral("reason"))
                    .toString()
                    .contains(QStringLiteral("weighed by hand"));
            });
        };
        QVERIFY(put(Place::inside));
        const Ended ended =
            runAssay({QStringLiteral("compute"), path, QStringLiteral("--scenario"), QStringLiteral("as-disclosed"),
                      QStringLiteral("--consistency"), QStringLiteral("--json")});
        const QJsonObject place = objectWith(jsonOf(ended).value(QStringLiteral("consistency")),
                                             QStringLiteral("claim"), QStringLiteral("v3-cost"));
        QCOMPARE(place.value(QStringLiteral("verdict")).toString(), QStringLiteral("inside")); // as computed
        const QJsonObject own = place.value(QStringLiteral("override")).toObject();
        QCOMPARE(own.value(QStringLiteral("verdict")).toString(), QStringLiteral("tail"));
        QCOMPARE(own.value(QStringLiteral("computed")).toString(), QStringLiteral("inside"));
        QCOMPARE(own.value(QStringLiteral("reason")).toString(), QStringLiteral("weighed by hand"));
        const QByteArray table = runAssay({QStringLiteral("compute"), path, QStringLiteral("--scenario"),
                                           QStringLiteral("as-disclosed"), QStringLiteral("--consistency")})
                                     .out;
        QVERIFY2(table.contains("computed: inside, set by the analyst to tail: weighed by hand"), table.constData());
        QVERIFY(!isNoted());
        QVERIFY(put(Place::excluded)); // made on another computed state
        QVERIFY(isNoted());
    }

private:
    Workplace m_place;
    QJsonArray m_consistency;
};

const Registered<TestQuestions> registered("questions");

} // namespace assay::test

#include "tst_questions.moc"
