// Linking an input to another scenario's output: what fits, what is refused.
#include "core/document/edit.h"
#include "core/document/link_scenarios.h"
#include "core/io/model_file.h"
#include "core/io/project_file.h"
#include "tests/test.h"

namespace assay::test {

class TestLinkScenarios : public Test {
    Q_OBJECT

    static const Document& sample() {
        static const Document document = *readProject(sampleProject(), "sample");
        return document;
    }

private slots:
    void whatDoesNotFitIsRefused_data() {
        QTest::addColumn<QString>("scenario");
        QTest::addColumn<QString>("input");
        QTest::addColumn<QString>("upstream");
        QTest::addColumn<QString>("output");
        QTest::addColumn<int>("code");
        const auto row = [](const char* why, const char* scenario, const char* input, const char* upstream,
                            const char* output, ErrorCode code) {
            QTest::newRow(why) << QString(scenario) << QString(input) << QString(upstream) << QString(output)
                               << static_cast<int>(code);
        };
        row("unknown scenario", "nobody", "hours", "from-compute", "gpu_hours", ErrorCode::idUnknown);
        row("unknown upstream", "owned-cluster", "hours", "nobody", "gpu_hours", ErrorCode::idUnknown);
        row("unknown input", "owned-cluster", "days", "from-compute", "gpu_hours", ErrorCode::inputUnknown);
        row("unknown output", "owned-cluster", "hours", "from-compute", "days", ErrorCode::outputUnknown);
        row("dollars for hours", "owned-cluster", "hours", "from-compute", "rental_cost", ErrorCode::inputUnit);
        row("itself", "owned-cluster", "hours", "owned-cluster", "gpu_hours", ErrorCode::formulaCycle);
    }
    void whatDoesNotFitIsRefused() {
        QFETCH(QString, scenario);
        QFETCH(QString, input);
        QFETCH(QString, upstream);
        QFETCH(QString, output);
        const Result<Document> next = bindOutput(sample(), {scenario.toStdString()}, {input.toStdString()},
                                                 OutputReference{{upstream.toStdString()}, {output.toStdString()}});
        QVERIFY(!next);
        QTEST(static_cast<int>(next.error().code), "code");
    }
    void aLinkKeepsTheTextForLater() {
        const OutputReference hours{{"from-compute"}, {"gpu_hours"}};
        const Document linked = *bindOutput(sample(), {"owned-cluster"}, {"hours"}, hours);
        const ScenarioInput input = *currentInput(linked, {"owned-cluster"}, {"hours"});
        QCOMPARE(input.text, std::string("2.788M H800*h"));
        QCOMPARE(input.basis.kind, BasisKind::scenario);
        QCOMPARE(input.basis.reference, std::string("from-compute/gpu_hours"));
        QVERIFY(checkReferences(linked));
    }
    void onlyWhatFitsIsOffered() {
        const auto offered = outputsFor(sample(), {"owned-cluster"}, {"hours"});
        QVERIFY(!offered.empty());
        for (const OutputReference& each : offered) {
            QVERIFY(each.scenario.value != "owned-cluster");
            QVERIFY(bindOutput(sample(), {"owned-cluster"}, {"hours"}, each));
        }
        const Document linked = *bindOutput(sample(), {"owned-cluster"}, {"hours"}, {{"as-disclosed"}, {"gpu_hours"}});
        for (const OutputReference& each : outputsFor(linked, {"as-disclosed"}, {"hours"}))
            QVERIFY(each.scenario.value != "owned-cluster"); // that would be a circle
    }
};

const Registered<TestLinkScenarios> registered("link_scenarios");

} // namespace assay::test

#include "tst_link_scenarios.moc"
