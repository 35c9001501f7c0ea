// The codebook and the grading scales: units, ranges, formulas and the rule of "confirmed" hold before an edit gets in.
#include "core/base/error_code.h"
#include "core/document/check.h"
#include "core/document/edit.h"
#include "core/io/project_file.h"
#include "core/units/read_quantity.h"
#include "tests/core/documents.h"
#include "tests/test.h"

namespace assay::test {

namespace {

Attribute attribute(const std::string& id, const std::string& unit, const std::string& formula = {}) {
    Attribute made{.id = {id}, .title = id, .unit = unit};
    if (!formula.empty())
        made.derivations = {Derivation{formula, {Assumed{"margin", "1", "2"}}, {}}};
    return made;
}

Document codebook() {
    Document document = fullDocument();
    for (const Attribute& each : {attribute("gpu-hours", "GPU*h"), attribute("gpu-hour-price", "USD/(GPU*h)"),
                                  attribute("mfu", "%"), attribute("cost", "USD")})
        document = addAttribute(document, each).value();
    return document;
}

Claim claimBy(const std::string& id, const std::string& speaker, Grade grade) {
    Claim claim;
    claim.id = {id};
    claim.subject = "V3";
    claim.attribute = {"gpu-hours"};
    claim.quantity = readQuantity("2,788,000 H800 hours").value();
    claim.mentions = {Mention{.id = {"m-" + id},
                              .anchor = {SourceId{"paper"}, 26, 46, "2,788,000 H800 hours", "\" and ", ""},
                              .chain = {Utterance{{speaker}, SpeakerRole::party, {}}}}};
    claim.grade = grade;
    return claim;
}

/// Two speakers who say the same independently.
Document confirmed() {
    Document document = addSpeaker(codebook(), Speaker{.id = {"epoch"}, .name = "Epoch AI"}).value();
    document = addClaim(document, claimBy("k1", "deepseek", {'B', '2'})).value();
    document = addClaim(document, claimBy("k2", "epoch", {})).value();
    return setClaim(document, claimBy("k1", "deepseek", {'B', '1'})).value();
}

int gradeFindings(const Document& document) {
    int count = 0;
    for (const Finding& finding : check(document))
        count += finding.reason.find("independent originators and has") != std::string::npos ? 1 : 0;
    return count;
}

} // namespace

class TestEditCodebook : public Test {
    Q_OBJECT
private slots:
    void anAttributeThatCannotBeIsRefused_data() {
        QTest::addColumn<Attribute>("given");
        QTest::addColumn<ErrorCode>("code");
        const auto row = [](const char* why, Attribute given, ErrorCode code) {
            QTest::newRow(why) << std::move(given) << code;
        };
        const auto ranged = [](std::string unit, std::string min, std::string max) {
            Attribute given = attribute("new", unit);
            given.min = std::move(min);
            given.max = std::move(max);
            return given;
        };
        row("no title", Attribute{.id = {"new"}, .title = ""}, ErrorCode::nameEmpty);
        row("a title that another has", Attribute{.id = {"new"}, .title = "mfu"}, ErrorCode::idTaken);
        row("a unit that is none", attribute("new", "blocks"), ErrorCode::unitUnknown);
        row("a range in words", ranged("%", "none", ""), ErrorCode::rangeUnit);
        row("a range in another unit", ranged("%", "", "5 USD"), ErrorCode::rangeUnit);
        row("a bound for an end", ranged("%", "", "over 50%"), ErrorCode::rangeUnit);
        row("a range the wrong way round", ranged("%", "100", "0"), ErrorCode::intervalReversed);
        row("a formula that does not come out", attribute("new", "USD", "gpu_hours * mfu"), ErrorCode::formulaUnits);
        row("a sum of unlike things", attribute("new", "USD", "cost + gpu_hours"), ErrorCode::formulaUnits);
        row("a name that is none", attribute("new", "USD", "cost * hope"), ErrorCode::formulaUnknown);
        row("a formula cut off", attribute("new", "USD", "cost *"), ErrorCode::formulaSyntax);
        row("a function", attribute("new", "USD", "max(cost, cost)"), ErrorCode::formulaSyntax);
        row("no attribute in it", attribute("new", "1", "margin * 2"), ErrorCode::formulaSyntax);
        row("itself in it", attribute("new", "USD", "new * 2"), ErrorCode::formulaCycle);
        Attribute assumed = attribute("new", "USD", "cost * margin");
        assumed.derivations[0].assumed[0].text = "much";
        row("an assumed value that is none", assumed, ErrorCode::inputSyntax);
    }
    void anAttributeThatCannotBeIsRefused() {
        QFETCH(Attribute, given);
        QFETCH(ErrorCode, code);
        const Result<Document> next = addAttribute(codebook(), given);
        QVERIFY(!next);
        QCOMPARE(next.error().code, code);
    }
    void anOwnFormulaIsCheckedAndUsed() {
        Document document = codebook();
        Attribute cost = *find(document.attributes, AttributeId{"cost"});
        cost.derivations = {Derivation{"gpu_hours * gpu_hour_price", {}, "rented"}};
        document = setAttribute(document, cost).value();
        document = addClaim(document, claimBy("k1", "deepseek", {})).value();
        Claim price = claimBy("k2", "deepseek", {});
        price.attribute = {"gpu-hour-price"};
        price.quantity = readQuantity("$2 per GPU-hour").value();
        document = addClaim(document, price).value();
        bool implied = false;
        for (const Finding& finding : check(document))
            implied = implied || finding.reason.find("imply cost of $5.02M to") != std::string::npos;
        QVERIFY(implied);
    }
    void aValueOutsideItsAttributesRangeIsImpossible_data() {
        QTest::addColumn<QString>("value");
        QTest::addColumn<bool>("impossible");
        QTest::newRow("above") << QStringLiteral("120%") << true;
        QTest::newRow("below") << QStringLiteral("less than 2%") << true;
        QTest::newRow("at the end") << QStringLiteral("80%") << false;
        QTest::newRow("in") << QStringLiteral("40%") << false;
        QTest::newRow("open upwards") << QStringLiteral("over 70%") << false;
    }
    void aValueOutsideItsAttributesRangeIsImpossible() {
        QFETCH(QString, value);
        QFETCH(bool, impossible);
        Document document = codebook();
        Attribute mfu = *find(document.attributes, AttributeId{"mfu"});
        mfu.min = "5";
        mfu.max = "80%";
        document = setAttribute(document, mfu).value();
        Claim claim = claimBy("k1", "deepseek", {});
        claim.attribute = mfu.id;
        claim.quantity = readQuantity(value.toStdString()).value();
        document = addClaim(document, claim).value();
        bool found = false;
        for (const Finding& finding : check(document))
            found = found || (finding.kind == FindingKind::impossible && finding.claims[0] == claim.id);
        QCOMPARE(found, impossible);
    }
    void aClaimInAnotherUnitThanItsAttributeIsSaid() {
        Claim claim = claimBy("k1", "deepseek", {});
        claim.attribute = {"cost"};
        const Document document = addClaim(codebook(), claim).value();
        int said = 0;
        for (const Finding& finding : check(document))
            said += finding.kind == FindingKind::unit && finding.claims == std::vector{claim.id} ? 1 : 0;
        QCOMPARE(said, 1);
    }
    void anAttributeThatClaimsHaveStays() {
        Document document = codebook();
        QCOMPARE(removeAttribute(document, {"training-cost"}).error().code, ErrorCode::stillUsed);
        QCOMPARE(removeAttribute(document, {"mfu"}).value().attributes.size(), document.attributes.size() - 1);
    }

    void confirmedNeedsTwoIndependentOriginators() {
        const Document alone = addClaim(codebook(), claimBy("k1", "deepseek", {'B', '2'})).value();
        const Result<Document> next = setClaim(alone, claimBy("k1", "deepseek", {'B', '1'}));
        QVERIFY(!next);
        QCOMPARE(next.error().code, ErrorCode::gradeUnfounded);
        QCOMPARE(next.error().details,
                 (std::vector<std::string>{"1 confirmed by others", "2", "DeepSeek"})); // who there is
        QCOMPARE(addClaim(codebook(), claimBy("k1", "press", {'B', '1'})).error().details.at(2), std::string("none"));
        QCOMPARE(setClaims(alone, {claimBy("k1", "deepseek", {'B', '1'})}).error().code, ErrorCode::gradeUnfounded);
        QCOMPARE(gradeFindings(confirmed()), 0);
    }
    void aGradeThatLostItsGroundIsAFindingAndTheClaimCanStillBeEdited() {
        Document document = removeClaims(confirmed(), {{"k2"}}).value();
        QCOMPARE(gradeFindings(document), 1);
        Claim claim = *find(document.claims, ClaimId{"k1"});
        claim.note = "looked at again";
        document = setClaim(document, claim).value();
        QCOMPARE(gradeFindings(document), 1);
        claim.grade.credibility = '3';
        QCOMPARE(gradeFindings(setClaim(document, claim).value()), 0);
    }
    void theRuleIsTheProjects() {
        Document document = addClaim(codebook(), claimBy("k1", "deepseek", {'B', '2'})).value();
        document = setGradeScale(document, GradeScale{.id = {"credibility"}, .originators = 1}).value();
        document = setClaim(document, claimBy("k1", "deepseek", {'B', '1'})).value();
        QCOMPARE(gradeFindings(document), 0);
        document = setGradeScale(document, GradeScale{.id = {"credibility"}, .originators = 3}).value();
        QCOMPARE(gradeFindings(document), 1);
        QCOMPARE(document.gradeScales.size(), fullDocument().gradeScales.size() + 1);
        QVERIFY(readProject(writeProject(document), "f").value() == document);
        QVERIFY(resetGradeScale(document, {"credibility"}).value().gradeScales == fullDocument().gradeScales);
        QCOMPARE(setGradeScale(document, GradeScale{.id = {"mood"}}).error().code, ErrorCode::fieldValue);
    }
};

const Registered<TestEditCodebook> registered("edit_codebook");

} // namespace assay::test

Q_DECLARE_METATYPE(assay::Attribute)

#include "tst_edit_codebook.moc"
