// Grading scales: words of one row alone, and who counts as a confirming originator.
#include "core/claims/grade.h"

#include "core/base/error_code.h"
#include "tests/core/claims/claims_builder.h"
#include "tests/test.h"

#include <QtCore/QElapsedTimer>

namespace assay::test {

namespace {

using Words = std::vector<std::string>;

GradeScale scale(std::string_view id, Words words, int originators = 0) {
    return GradeScale{GradeScaleId{std::string(id)}, std::move(words), originators, {}, {}};
}

/// The originators that confirm claim "a", joined.
QString supportOfA(const Evidence& evidence) {
    QString text;
    for (const GradeSupport& support : supportOf(evidence, {findClaim(evidence, ClaimId{"a"})}))
        for (const SpeakerId& speaker : support.originators)
            text += (text.isEmpty() ? QString() : QStringLiteral(" ")) + QString::fromStdString(speaker.value);
    return text;
}

} // namespace

class TestGrade : public Test {
    Q_OBJECT
private slots:
    void wordsThatMakeNoScaleAreRefused_data() {
        QTest::addColumn<GradeScale>("given");
        QTest::addColumn<ErrorCode>("code");
        const Words first{shippedScales()[2].words};
        const auto row = [](const char* why, GradeScale given, ErrorCode code) {
            QTest::newRow(why) << std::move(given) << code;
        };
        row("a scale that is none", scale("mood", {}), ErrorCode::fieldValue);
        row("a rule of fewer than none", scale("credibility", {}, -1), ErrorCode::fieldValue);
        row("a word too few", scale("confidence", {"high", "low"}), ErrorCode::gradeWords);
        row("an empty word", scale("confidence", {"high", "", "low"}), ErrorCode::gradeWords);
        row("one word for two steps", scale("confidence", {"high", "low", "low"}), ErrorCode::gradeWords);
        Words mixed = first;
        mixed[4] = "probable";
        row("two rows of ICD 203 mixed", scale("likelihood", mixed), ErrorCode::gradeWords);
    }
    void wordsThatMakeNoScaleAreRefused() {
        QFETCH(GradeScale, given);
        QFETCH(ErrorCode, code);
        const Result<> checked = checkScale(given);
        QVERIFY(!checked);
        QCOMPARE(checked.error().code, code);
    }
    void shippedScalesAreScalesAndSoIsTheOtherRowOfIcd203() {
        for (const GradeScale& shipped : shippedScales())
            QVERIFY2(checkScale(shipped), shipped.id.value.c_str());
        QVERIFY(checkScale(scale("likelihood", {"remote", "highly improbable", "improbable", "roughly even odds",
                                                "probable", "highly probable", "nearly certain"})));
        QCOMPARE(scaleOf({}, credibilityScale).originators, 2);
    }
    void aProjectsWordsStandInPlaceOfTheShippedOnes() {
        const Rows<GradeScale> own{Row(scale("confidence", {"strong", "fair", "weak"})),
                                   Row(scale("likelihood", {"broken row"}, 3))};
        const Grade grade{'B', '2', LikelihoodBand::fifth, ConfidenceLevel::high};
        QCOMPARE(gradeText({}, grade), std::string("B2, likely (55-80 %), high confidence"));
        QCOMPARE(gradeText(own, grade), std::string("B2, likely (55-80 %), strong confidence"));
        QCOMPARE(gradeText(own, Grade{}), std::string());
        QCOMPARE(scaleOf(own, likelihoodScale).originators, 3);
        QCOMPARE(gradeWords(scaleOf({}, reliabilityScale), grade), std::string("B usually reliable"));
    }
    void everyStepHasItsWord() {
        for (char letter = 'A'; letter <= 'F'; ++letter)
            QVERIFY(!gradeWords(scaleOf({}, reliabilityScale), Grade{letter, '-'}).empty());
        for (char digit = '1'; digit <= '6'; ++digit)
            QVERIFY(!gradeWords(scaleOf({}, credibilityScale), Grade{'-', digit}).empty());
        double reached = 0.01;
        for (int i = 1; i <= 7; ++i) {
            const auto band = static_cast<LikelihoodBand>(i);
            QVERIFY(!gradeWords(scaleOf({}, likelihoodScale), Grade{'-', '-', band}).empty());
            QCOMPARE(probabilityOf(band)->low, reached);
            reached = probabilityOf(band)->high;
        }
        QCOMPARE(reached, 0.99);
        QVERIFY(gradeWords(scaleOf({}, reliabilityScale), Grade{'Z', '9'}).empty());
        QVERIFY(!probabilityOf(LikelihoodBand::none));
    }
    void onlyTheFirstStepAsksForOriginators() {
        QVERIFY(isFirstStep(credibilityScale, Grade{'-', '1'}));
        QVERIFY(!isFirstStep(credibilityScale, Grade{'A', '2'}));
        QVERIFY(isFirstStep(confidenceScale, Grade{'-', '-', {}, ConfidenceLevel::high}));
        QVERIFY(!isFirstStep(confidenceScale, Grade{}));
    }
    void independentOriginatorsConfirm_data() {
        QTest::addColumn<Evidence>("evidence");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* why, Evidence evidence, const char* expected) {
            QTest::newRow(why) << std::move(evidence) << QString::fromUtf8(expected);
        };
        const auto held = [](const std::string& id, const std::string& source, std::vector<std::string> chain,
                             double value = 50000) {
            return Short{.id = id, .value = value, .source = source, .chain = std::move(chain)};
        };
        row("a claim alone has its own", evidenceOf({held("a", "s1", {"wang"})}), "wang");
        row("another who says the same", evidenceOf({held("a", "s1", {"wang"}), held("b", "s2", {"altman"})}),
            "wang altman");
        row("one who repeats it",
            evidenceOf({held("a", "s1", {"wang"}), held("b", "s2", {"altman"})}, {linkOf("b", LinkType::repeats, "a")}),
            "wang");
        row("an endorser", evidenceOf({held("a", "s1", {"wang"}), held("b", "s2", {"+musk"})}), "wang");
        row("somebody unresolved", evidenceOf({held("a", "s1", {"wang"}), held("b", "s2", {"?insiders"})}), "wang");
        row("another value", evidenceOf({held("a", "s1", {"wang"}), held("b", "s2", {"altman"}, 10000)}), "wang");
        Short bound = held("b", "s2", {"altman"}, 30000);
        bound.bound = Bound::greater;
        row("a loose bound confirms no number", evidenceOf({held("a", "s1", {"wang"}), bound}), "wang");
        Short loose = held("a", "s1", {"wang"}, 30000);
        loose.bound = Bound::greater;
        row("a number confirms a loose bound", evidenceOf({loose, held("b", "s2", {"altman"})}), "wang altman");
        row("a circle has no origin",
            evidenceOf({held("a", "s1", {"wang"}), held("b", "s2", {"altman"})},
                       {linkOf("b", LinkType::repeats, "a"), linkOf("a", LinkType::repeats, "b")}),
            "");
    }
    void independentOriginatorsConfirm() {
        QFETCH(Evidence, evidence);
        QFETCH(QString, expected);
        QCOMPARE(supportOfA(evidence), expected);
    }
    void manyClaimsOfOneQuantityAreCountedAtOnce() {
        std::vector<Short> many;
        for (int i = 0; i < 20000; ++i)
            many.push_back(Short{.id = "c" + std::to_string(i), .value = 50000, .chain = {"wang"}});
        many.front().id = "a";
        const Evidence evidence = evidenceOf(many);
        std::vector<const Claim*> all;
        for (const Row<Claim>& claim : evidence.claims)
            all.push_back(&*claim);
        QElapsedTimer timer;
        timer.start();
        const std::vector<GradeSupport> supports = supportOf(evidence, all);
        QCOMPARE(supports.size(), many.size());
        QCOMPARE(supports.back().originators.size(), std::size_t(1));
        QVERIFY2(timer.elapsed() < 4000, qPrintable(QString::number(timer.elapsed())));
    }
};

const Registered<TestGrade> registered("grade");

} // namespace assay::test

Q_DECLARE_METATYPE(assay::GradeScale)
Q_DECLARE_METATYPE(assay::Evidence)

#include "tst_grade.moc"
