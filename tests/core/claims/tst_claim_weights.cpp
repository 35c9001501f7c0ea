// What each of several claims weighs: by grade, and by who said it first.
#include "core/claims/claim_weights.h"
#include "tests/core/claims/claims_builder.h"
#include "tests/test.h"

#include <cmath>

namespace assay::test {

namespace {

Short said(const std::string& id, std::vector<std::string> chain) {
    return Short{.id = id, .value = 50000, .chain = std::move(chain)};
}

std::vector<ClaimWeight> weigh(const Evidence& evidence) {
    std::vector<const Claim*> claims;
    for (const Row<Claim>& claim : evidence.claims)
        claims.push_back(&*claim);
    return weighClaims(evidence, claims);
}

QString sharesOf(const std::vector<ClaimWeight>& weights) {
    QStringList shares;
    for (const ClaimWeight& weight : weights)
        shares << QString::number(weight.share, 'g', 4);
    return shares.join(QLatin1Char(' '));
}

} // namespace

class TestClaimWeights : public Test {
    Q_OBJECT
private slots:
    void gradesAreStepsOfAFifth_data() {
        QTest::addColumn<char>("letter");
        QTest::addColumn<char>("digit");
        QTest::addColumn<double>("weight");
        QTest::newRow("not graded is the middle") << '-' << '-' << 0.36;
        QTest::newRow("cannot be judged is the middle too") << 'F' << '6' << 0.36;
        QTest::newRow("a mark that is none") << 'Z' << '0' << 0.36;
        QTest::newRow("the best") << 'A' << '1' << 1.0;
        QTest::newRow("the worst") << 'E' << '5' << 0.04;
        QTest::newRow("letter and digit on their own") << 'B' << '4' << 0.32;
    }
    void gradesAreStepsOfAFifth() {
        QFETCH(char, letter);
        QFETCH(char, digit);
        QFETCH(double, weight);
        QVERIFY(std::abs(gradeWeight(Grade{letter, digit}) - weight) < 1e-15);
    }
    void aStatedLikelihoodStandsInPlaceOfLetterAndDigit() {
        QVERIFY(std::abs(gradeWeight(Grade{'A', '1', LikelihoodBand::fifth}) - 0.675) < 1e-12); // 55-80 %
        QVERIFY(gradeWeight(Grade{'-', '-', LikelihoodBand::first}) < 0.04);
    }
    void anOriginatorCountsOnce_data() {
        QTest::addColumn<QStringList>("chains");
        QTest::addColumn<QString>("shares");
        QTest::newRow("two voices") << QStringLiteral("wang;musk").split(QLatin1Char(';')) << "0.5 0.5";
        QTest::newRow("one of three said it twice")
            << QStringLiteral("wang;wang press;musk").split(QLatin1Char(';')) << "0.25 0.25 0.5";
        QTest::newRow("an insider counts nothing beside a name")
            << QStringLiteral("wang;?insiders").split(QLatin1Char(';')) << "1 0";
        QTest::newRow("an endorser adds nothing") << QStringLiteral("wang;+musk").split(QLatin1Char(';')) << "1 0";
        QTest::newRow("only insiders: grades alone")
            << QStringLiteral("?insiders;?people").split(QLatin1Char(';')) << "0.5 0.5";
    }
    void anOriginatorCountsOnce() {
        QFETCH(QStringList, chains);
        QFETCH(QString, shares);
        std::vector<Short> claims;
        for (const QString& chain : chains) {
            std::vector<std::string> speakers;
            for (const QString& speaker : chain.split(QLatin1Char(' ')))
                speakers.push_back(speaker.toStdString());
            claims.push_back(said("c" + std::to_string(claims.size()), speakers));
        }
        QCOMPARE(sharesOf(weigh(evidenceOf(claims))), shares);
    }
    void aRepeatSharesItsRootsOriginator() {
        const std::vector<Short> claims{said("root", {"wang"}), said("again", {"press"}), said("other", {"musk"})};
        QCOMPARE(sharesOf(weigh(evidenceOf(claims, {linkOf("again", LinkType::repeats, "root")}))),
                 QStringLiteral("0.25 0.25 0.5"));
        QCOMPARE(sharesOf(weigh(evidenceOf(claims))), QStringLiteral("0.3333 0.3333 0.3333"));
    }
    void aBetterGradeWeighsMore() {
        Evidence evidence = evidenceOf({said("a", {"wang"}), said("b", {"musk"})});
        Claim graded = *evidence.claims[0];
        graded.grade = Grade{'A', '2'};
        evidence.claims[0] = Row(graded);
        QCOMPARE(sharesOf(weigh(evidence)), QStringLiteral("0.6897 0.3103")); // 0.8 against 0.36
    }
};

const Registered<TestClaimWeights> registered("claim_weights");

} // namespace assay::test

#include "tst_claim_weights.moc"
