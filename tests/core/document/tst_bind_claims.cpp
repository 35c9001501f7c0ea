// Claims into inputs: one, the hull of several, a weighted mixture; what is asked, and how a text follows its claims.
#include "core/dist/distribution.h"
#include "core/document/bind_claims.h"
#include "core/document/edit.h"
#include "tests/core/documents.h"
#include "tests/test.h"

#include <cmath>

namespace assay::test {
namespace {

const ScenarioId second{"second"};
const VariableId price{"price"}, share{"share"}, hours{"gpu_hours"};

Quantity number(double value, double low, double high, const std::string& unit, Bound bound = Bound::equal) {
    return Quantity{"words", value, low, high, bound, unit, 2};
}

Claim claimOf(const std::string& id, Quantity quantity, const std::string& speaker) {
    Claim claim;
    claim.id = ClaimId{id};
    claim.quantity = std::move(quantity);
    claim.mentions = {Mention{.id = {"mention-" + id},
                              .anchor = {SourceId{"paper"}, 4, 16, "$5.6 million", "", ""},
                              .chain = {Utterance{SpeakerId{speaker}, SpeakerRole::party}}}};
    return claim;
}

/// Prices p1 (2, by deepseek), p2 (3 to 4, by wang), p3 (2.5, repeats p1), p4 (more than 5), shares s1, s2, a cost.
Document bench() {
    Document document = fullDocument();
    document.speakers.push_back(Row(Speaker{.id = {"wang"}, .name = "Wang"}));
    const std::string unit = "USD/(GPU*h)";
    Quantity range{"$3-4", std::nullopt, 3, 4, Bound::range, unit, 1};
    Quantity floor{"more than $5", 5, 5, std::nullopt, Bound::greater, unit, 1};
    for (Claim& claim :
         std::vector{claimOf("p1", number(2, 1.95, 2.05, unit), "deepseek"), claimOf("p2", range, "wang"),
                     claimOf("p3", number(2.5, 2.45, 2.55, unit), "press"), claimOf("p4", floor, "wang"),
                     claimOf("s1", number(18, 17.5, 18.5, "%"), "deepseek"),
                     claimOf("s2", number(0.22, 0.21, 0.23, "1"), "wang"),
                     claimOf("h1", number(2e6, 2e6, 2e6, "H100*h"), "wang")})
        document.claims.push_back(Row(std::move(claim)));
    document.links.push_back(Row(Link{.id = {"l9"}, .from = {"p3"}, .to = {"p1"}, .type = LinkType::repeats}));
    return document;
}

std::vector<BasisTerm> terms(const std::vector<std::string>& ids) {
    std::vector<BasisTerm> list;
    for (const std::string& id : ids)
        list.push_back(BasisTerm{.claim = {id}});
    return list;
}

Document bound(const VariableId& input, ClaimsRule rule, const std::vector<BasisTerm>& list) {
    return bindClaims(bench(), second, input, rule, list).value();
}

std::string textOf(const Document& document, const VariableId& input) {
    return currentInput(document, second, input)->text;
}

Document graded(const Document& document, const std::string& id, Grade grade) {
    Claim claim = *find(document.claims, ClaimId{id});
    claim.grade = grade;
    return setClaim(document, claim).value();
}

} // namespace

class TestBindClaims : public Test {
    Q_OBJECT
private slots:
    void whatCannotBeTakenIsRefused_data() {
        QTest::addColumn<QString>("input");
        QTest::addColumn<ClaimsRule>("rule");
        QTest::addColumn<QString>("claims");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QString>("place");
        QTest::newRow("no claim") << "price" << ClaimsRule::interval << "" << ErrorCode::fieldValue << "price";
        QTest::newRow("two as one") << "price" << ClaimsRule::single << "p1 p2" << ErrorCode::fieldValue << "price";
        QTest::newRow("no rule") << "price" << ClaimsRule::free << "p1" << ErrorCode::fieldValue << "price";
        QTest::newRow("a claim that is not there")
            << "price" << ClaimsRule::interval << "p1 x" << ErrorCode::idUnknown << "x";
        QTest::newRow("a sum of money as a price")
            << "price" << ClaimsRule::interval << "p1 c1" << ErrorCode::inputUnit << "price";
        QTest::newRow("two chips") << "gpu_hours" << ClaimsRule::interval << "c2 h1" << ErrorCode::chipsMixed
                                   << "gpu_hours";
        QTest::newRow("a bound in an interval")
            << "price" << ClaimsRule::interval << "p1 p4" << ErrorCode::inputNeedsInterval << "p4";
        QTest::newRow("a bound alone") << "price" << ClaimsRule::single << "p4" << ErrorCode::inputNeedsInterval
                                       << "p4";
        QTest::newRow("a bound in a mixture")
            << "price" << ClaimsRule::weighted << "p4" << ErrorCode::inputNeedsInterval << "p4";
        QTest::newRow("an input that is not there")
            << "x" << ClaimsRule::single << "p1" << ErrorCode::inputUnknown << "second";
    }
    void whatCannotBeTakenIsRefused() {
        QFETCH(QString, input);
        QFETCH(ClaimsRule, rule);
        QFETCH(QString, claims);
        QFETCH(ErrorCode, code);
        QFETCH(QString, place);
        std::vector<BasisTerm> list;
        for (const QString& id : claims.split(QLatin1Char(' '), Qt::SkipEmptyParts))
            list.push_back(BasisTerm{.claim = {id.toStdString()}});
        const Result<Document> next = bindClaims(bench(), second, VariableId{input.toStdString()}, rule, list);
        QVERIFY(!next);
        QCOMPARE(next.error().code, code);
        QCOMPARE(QString::fromStdString(next.error().place), place);
    }
    void theOtherEndLiesOnTheOpenSide_data() {
        QTest::addColumn<QString>("end");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("below a floor") << "4" << ErrorCode::intervalReversed;
        QTest::newRow("the floor itself") << "5 USD/(GPU*h)" << ErrorCode::intervalReversed;
        QTest::newRow("no number") << "7 to 8" << ErrorCode::inputSyntax;
        QTest::newRow("another unit") << "7 USD" << ErrorCode::inputUnit;
        QTest::newRow("a bound again") << ">7" << ErrorCode::inputNeedsInterval;
    }
    void theOtherEndLiesOnTheOpenSide() {
        QFETCH(QString, end);
        QFETCH(ErrorCode, code);
        const std::vector<BasisTerm> list{BasisTerm{.claim = {"p4"}, .end = end.toStdString()}};
        QCOMPARE(bindClaims(bench(), second, price, ClaimsRule::single, list).error().code, code);
    }
    void claimsBecomeOneText_data() {
        QTest::addColumn<QString>("input");
        QTest::addColumn<ClaimsRule>("rule");
        QTest::addColumn<QString>("claims");
        QTest::addColumn<QString>("text");
        QTest::newRow("one") << "price" << ClaimsRule::single << "p1"
                             << "2 USD/(GPU*h)";
        QTest::newRow("a bound with its end") << "price" << ClaimsRule::single << "p4:8"
                                              << "5 to 8 USD/(GPU*h)";
        QTest::newRow("the hull of two sets") << "price" << ClaimsRule::interval << "p1 p2"
                                              << "interval(1.95, 4) USD/(GPU*h)";
        QTest::newRow("shares in two units") << "share" << ClaimsRule::interval << "s1 s2"
                                             << "interval(17.5, 23) %";
        QTest::newRow("an exact count has no width") << "gpu_hours" << ClaimsRule::interval << "h1"
                                                     << "2,000,000 H100*h";
        QTest::newRow("two voices alike") << "price" << ClaimsRule::weighted << "p1 p2"
                                          << "mix(0.5: uniform(1.95, 2.05), 0.5: 3 to 4) USD/(GPU*h)";
        QTest::newRow("a repeated claim shares its originator's weight")
            << "price" << ClaimsRule::weighted << "p1 p2 p3"
            << "mix(0.25: uniform(1.95, 2.05), 0.5: 3 to 4, 0.25: uniform(2.45, 2.55)) USD/(GPU*h)";
        QTest::newRow("an own weight stands in place of the computed one")
            << "price" << ClaimsRule::weighted << "p1*1.08 p2"
            << "mix(0.75: uniform(1.95, 2.05), 0.25: 3 to 4) USD/(GPU*h)";
        QTest::newRow("weight 0 leaves a claim out, and asks no end of it")
            << "price" << ClaimsRule::weighted << "p1 p4*0"
            << "mix(1: uniform(1.95, 2.05)) USD/(GPU*h)";
    }
    void claimsBecomeOneText() {
        QFETCH(QString, input);
        QFETCH(ClaimsRule, rule);
        QFETCH(QString, claims);
        QFETCH(QString, text);
        std::vector<BasisTerm> list;
        for (const QString& word : claims.split(QLatin1Char(' '))) {
            BasisTerm term{
                .claim = {word.section(QLatin1Char(':'), 0, 0).section(QLatin1Char('*'), 0, 0).toStdString()}};
            term.end = word.section(QLatin1Char(':'), 1).toStdString();
            if (word.contains(QLatin1Char('*')))
                term.weight = word.section(QLatin1Char('*'), 1).toDouble();
            list.push_back(std::move(term));
        }
        const VariableId id{input.toStdString()};
        const Result<Document> next = bindClaims(bench(), second, id, rule, list);
        QVERIFY2(next, next ? "" : (next.error().place + next.error().details.at(0)).c_str());
        const ScenarioInput made = currentInput(*next, second, id).value();
        QCOMPARE(QString::fromStdString(made.text), text);
        QCOMPARE(made.basis.rule, rule);
        QCOMPARE(made.basis.claims.size(), list.size());
        QVERIFY(!made.basis.terms.front().said.empty());
        QVERIFY(readInput(made.text, findInput(*next->models[0], id)->unit));
    }
    void theMixtureHoldsEachClaimsShare() {
        const Document document = bound(price, ClaimsRule::weighted, terms({"p1", "p2", "p3"}));
        const Distribution mixture = readInput(textOf(document, price), "USD/(GPU*h)")->distribution;
        const double hour = 3600; // base unit of a price per hour
        QVERIFY(std::abs(cumulative(mixture, 2.2 / hour) - 0.25) < 1e-6);
        QVERIFY(std::abs(cumulative(mixture, 2.7 / hour) - 0.5) < 3e-3); // "3 to 4" has a little there
    }
    void noWeightAtAllIsAsked() {
        std::vector<BasisTerm> list = terms({"p1", "p2"});
        list[0].weight = list[1].weight = 0;
        QCOMPARE(bindClaims(bench(), second, price, ClaimsRule::weighted, list).error().code, ErrorCode::weightsZero);
    }
    void onlyClaimsOfTheInputsDimensionAreOffered() {
        const Document document = bench();
        const std::vector<ClaimId> fitting = fittingClaims(document, *findInput(*document.models[0], price));
        QCOMPARE(fitting, (std::vector<ClaimId>{{"p1"}, {"p2"}, {"p3"}, {"p4"}}));
    }
    void aChangedClaimMovesItsInput_data() {
        QTest::addColumn<ClaimsRule>("rule");
        QTest::addColumn<QString>("text");
        QTest::newRow("one") << ClaimsRule::single << "9 USD/(GPU*h)";
        QTest::newRow("interval") << ClaimsRule::interval << "interval(3, 9.5) USD/(GPU*h)";
        QTest::newRow("weighted") << ClaimsRule::weighted << "mix(0.5: uniform(8.5, 9.5), 0.5: 3 to 4) USD/(GPU*h)";
    }
    void aChangedClaimMovesItsInput() {
        QFETCH(ClaimsRule, rule);
        QFETCH(QString, text);
        const Document before = bound(price, rule, rule == ClaimsRule::single ? terms({"p1"}) : terms({"p1", "p2"}));
        Claim claim = *find(before.claims, ClaimId{"p1"});
        claim.quantity = number(9, 8.5, 9.5, "USD/(GPU*h)");
        const Document after = followClaims(before, setClaim(before, claim).value());
        QCOMPARE(QString::fromStdString(textOf(after, price)), text);
        const ScenarioInput input = currentInput(after, second, price).value();
        QCOMPARE(input.basis.terms[0].said, claimSays(claim));
    }
    void aChangedGradeMovesTheWeights() {
        const Document before = bound(price, ClaimsRule::weighted, terms({"p1", "p2"}));
        const Document after = followClaims(before, graded(before, "p1", Grade{'A', '2'}));
        // 4/5 against 3/5 * 3/5
        QCOMPARE(textOf(after, price), std::string("mix(0.6897: uniform(1.95, 2.05), 0.3103: 3 to 4) USD/(GPU*h)"));
    }
    void aTextChangedByHandDoesNotFollow() {
        Document before = bound(price, ClaimsRule::weighted, terms({"p1", "p2"}));
        ScenarioInput input = currentInput(before, second, price).value();
        input.text = "2.5";
        before = setInput(before, second, input).value();
        const Document after = followClaims(before, graded(before, "p1", Grade{'A', '2'}));
        QCOMPARE(textOf(after, price), std::string("2.5"));
    }
    void aClaimThatCannotBeTakenAnyMoreLeavesTheTextAlone() {
        const Document before = bound(price, ClaimsRule::single, terms({"p1"}));
        Claim claim = *find(before.claims, ClaimId{"p1"});
        claim.quantity->bound = Bound::greater;
        const Document after = followClaims(before, setClaim(before, claim).value());
        QCOMPARE(textOf(after, price), std::string("2 USD/(GPU*h)"));
        QVERIFY(currentInput(after, second, price)->basis.terms[0].said != claimSays(claim));
    }
    void aDeletedClaimLeavesItsNameAndItsValue() {
        const Document before = bound(price, ClaimsRule::interval, terms({"p1", "p2"}));
        const Document after = followClaims(before, removeClaims(before, {ClaimId{"p2"}}).value());
        const ScenarioInput input = currentInput(after, second, price).value();
        QCOMPARE(input.text, std::string("interval(1.95, 4) USD/(GPU*h)"));
        QCOMPARE(input.basis.claims, std::vector<ClaimId>{ClaimId{"p1"}});
        QCOMPARE(input.basis.terms.size(), std::size_t(1));
        QCOMPARE(input.basis.lost, std::vector<std::string>{"p2: \"$3-4\""});
        QVERIFY(checkReferences(after));
    }
    void bindingAgainForgetsWhatWasLost() {
        const Document before = bound(price, ClaimsRule::interval, terms({"p1", "p2"}));
        const Document lost = removeClaims(before, {ClaimId{"p2"}}).value();
        const Document again = bindClaims(lost, second, price, ClaimsRule::single, terms({"p1"})).value();
        QVERIFY(currentInput(again, second, price)->basis.lost.empty());
    }
};

const Registered<TestBindClaims> registered("bind_claims");

} // namespace assay::test

#include "tst_bind_claims.moc"
