// Derivations over claims: what they imply, what they are compared with, and what cannot be worked out.
#include "core/document/check_derivations.h"

#include "core/units/read_quantity.h"
#include "tests/test.h"

namespace assay::test {

namespace {

Claim claim(const char* id, const char* attribute, const char* quantity, const char* subject = "Nvidia",
            const char* asOf = "2025-01-27") {
    Claim made;
    made.id = {id};
    made.subject = subject;
    made.attribute = {attribute};
    made.quantity = readQuantity(quantity).value();
    made.asOf = asOf;
    return made;
}

Document documentWith(Derivation derivation, std::vector<Claim> claims) {
    Document document;
    document.attributes = {
        Row(Attribute{AttributeId{"value-lost"}, "value lost", "USD", {}, {}, {}, {}}),
        Row(Attribute{AttributeId{"fall"}, "fall", "%", {}, {}, {}, {}}),
        Row(Attribute{AttributeId{"stock"}, "GPUs held", "GPU", {}, {}, {}, {}}),
        Row(Attribute{AttributeId{"value"}, "value before", "USD", {}, {}, {std::move(derivation)}, {}})};
    for (Claim& each : claims)
        document.claims.push_back(Row(std::move(each)));
    return document;
}

std::vector<Finding> derived(const Document& document) {
    return findDerived(
        gatherEvidence(document.sources, document.speakers, document.attributes, document.claims, document.links),
        document);
}

const Derivation ratio{"value_lost / fall", {}, {}};

} // namespace

class TestCheckDerivations : public Test {
    Q_OBJECT
private slots:
    void whatCannotBeWorkedOutIsSaid_data() {
        QTest::addColumn<QString>("formula");
        QTest::addColumn<QString>("assumed");
        QTest::addColumn<QString>("why");
        QTest::newRow("broken formula") << "value_lost /"
                                        << ""
                                        << "cannot be read";
        QTest::newRow("unknown name") << "value_lost / drop"
                                      << ""
                                      << "drop";
        QTest::newRow("another unit") << "value_lost * price"
                                      << "3"
                                      << "does not come out in USD";
        QTest::newRow("a sum of unlike things") << "value_lost + fall"
                                                << ""
                                                << "does not come out in USD";
        QTest::newRow("a function") << "sqrt(value_lost)"
                                    << ""
                                    << "does not come out in USD";
        QTest::newRow("nothing but assumptions") << "price"
                                                 << "3"
                                                 << "no attribute";
        QTest::newRow("an assumption that cannot be read") << "value_lost * price"
                                                           << "about that much"
                                                           << "price";
    }
    void whatCannotBeWorkedOutIsSaid() {
        QFETCH(QString, formula);
        QFETCH(QString, assumed);
        QFETCH(QString, why);
        Derivation derivation{formula.toStdString(), {}, {}};
        if (!assumed.isEmpty())
            derivation.assumed = {Assumed{"price", "USD", assumed.toStdString()}};
        const auto findings =
            derived(documentWith(derivation, {claim("a", "value-lost", "$589 billion"), claim("b", "fall", "17%")}));
        QCOMPARE(findings.size(), std::size_t(1));
        QCOMPARE(findings[0].verdict, Verdict::note);
        QVERIFY2(QString::fromStdString(findings[0].reason).contains(why), findings[0].reason.c_str());
    }
    void nothingIsDerivedFromUnlikeClaims_data() {
        QTest::addColumn<QString>("subject");
        QTest::addColumn<QString>("asOf");
        QTest::newRow("another subject") << "Nasdaq"
                                         << "2025-01-27";
        QTest::newRow("another day") << "Nvidia"
                                     << "2024-06-03";
    }
    void nothingIsDerivedFromUnlikeClaims() {
        QFETCH(QString, subject);
        QFETCH(QString, asOf);
        QVERIFY(derived(documentWith(ratio, {claim("a", "value-lost", "$589 billion"),
                                             claim("b", "fall", "17%", subject.toUtf8(), asOf.toUtf8())}))
                    .empty());
    }
    void divisionByARangeThatHoldsZeroGivesNothingFalse() {
        const auto findings = derived(
            documentWith(ratio, {claim("a", "value-lost", "$589 billion"), claim("b", "fall", "less than 3%")}));
        for (const Finding& finding : findings)
            QVERIFY(finding.verdict == Verdict::note && finding.kind == FindingKind::unit);
    }
    void whatClaimsImplyIsWorkedOut() { // 589 / 17 % = 3,465; the claims' own rounding widens it
        const auto findings =
            derived(documentWith(ratio, {claim("a", "value-lost", "$589 billion"), claim("b", "fall", "17%")}));
        QCOMPARE(findings.size(), std::size_t(1));
        QCOMPARE(findings[0].verdict, Verdict::compatible);
        QCOMPARE(findings[0].kind, FindingKind::total);
        QVERIFY2(findings[0].reason.find("$3.36T to $3.57T") != std::string::npos, findings[0].reason.c_str());
    }
    void rivalFiguresAreEachDerivedFrom() { // of the same source alone where there is one
        const auto findings =
            derived(documentWith(ratio, {claim("a", "value-lost", "$589 billion"), claim("b", "fall", "17%"),
                                         claim("c", "fall", "13%"), claim("d", "fall", "17 percent")}));
        QCOMPARE(findings.size(), std::size_t(2));
    }
    void aBoundStaysABound() {
        const auto findings =
            derived(documentWith(ratio, {claim("a", "value-lost", "over $300 billion"), claim("b", "fall", "13%")}));
        QCOMPARE(findings.size(), std::size_t(1));
        QVERIFY2(findings[0].reason.find("more than $2.2") != std::string::npos, findings[0].reason.c_str());
    }
    void aClaimOfTheDerivedAttributeIsCompared_data() {
        QTest::addColumn<QString>("claimed");
        QTest::addColumn<int>("verdict");
        QTest::newRow("agrees") << "$3.5 trillion" << static_cast<int>(Verdict::compatible);
        QTest::newRow("does not") << "$2 trillion" << static_cast<int>(Verdict::conflict);
    }
    void aClaimOfTheDerivedAttributeIsCompared() {
        QFETCH(QString, claimed);
        QFETCH(int, verdict);
        const auto findings =
            derived(documentWith(ratio, {claim("a", "value-lost", "$589 billion"), claim("b", "fall", "17%"),
                                         claim("c", "value", claimed.toUtf8())}));
        QCOMPARE(findings.size(), std::size_t(1));
        QCOMPARE(static_cast<int>(findings[0].verdict), verdict);
        QCOMPARE(findings[0].claims.size(), std::size_t(3));
    }
    void anAssumptionIsNamedAndNeverMakesAConflict() {
        const Derivation priced{"stock * price", {Assumed{"price", "USD/GPU", "30000"}}, {}};
        const auto findings =
            derived(documentWith(priced, {claim("a", "stock", "10,000 A100 GPUs"), claim("b", "value", "$5 billion")}));
        QCOMPARE(findings.size(), std::size_t(1));
        QCOMPARE(findings[0].verdict, Verdict::note);
        QVERIFY(findings[0].reason.find("price = 30000 USD/GPU is an assumption") != std::string::npos);
        QVERIFY2(findings[0].reason.find("falls short of $5 billion") != std::string::npos
                     && findings[0].reason.find("alone it does not account for that") != std::string::npos,
                 findings[0].reason.c_str()); // a part of what was bought is no contradiction
    }
    void figuresOfTwoSourcesAreToldToHoldForOneMoment() {
        const std::string condition = "(if they are of one moment)";
        Claim lost = claim("a", "value-lost", "$589 billion"), fall = claim("b", "fall", "17%");
        lost.mentions.resize(1);
        lost.mentions.front().anchor.source = SourceId{"paper"};
        fall.mentions = lost.mentions;
        const auto one = derived(documentWith(ratio, {lost, fall}));
        QVERIFY(one.at(0).reason.find(condition) == std::string::npos);
        fall.mentions.front().anchor.source = SourceId{"another"};
        const auto two = derived(documentWith(ratio, {lost, fall}));
        QVERIFY2(two.at(0).reason.find(condition) != std::string::npos, two.at(0).reason.c_str());
    }
    void aFigureToldManyTimesIsDerivedFromOnce() {
        const Derivation priced{"stock * price", {Assumed{"price", "USD/GPU", "30000"}}, {}};
        QCOMPARE(
            derived(documentWith(priced, {claim("a", "stock", "50,000 H100 GPUs"), claim("b", "stock", "50,000 H100s"),
                                          claim("c", "stock", "2,048 H800s")}))
                .size(),
            std::size_t(2));
    }
    void manyClaimsGiveABoundedList() {
        std::vector<Claim> claims{claim("f", "fall", "17%")};
        for (int i = 0; i < 500; ++i)
            claims.push_back(claim(("v" + std::to_string(i)).c_str(), "value-lost",
                                   ("$" + std::to_string(100 + i) + " billion").c_str()));
        QCOMPARE(derived(documentWith(ratio, claims)).size(), std::size_t(50));
    }
};

const Registered<TestCheckDerivations> registered("check_derivations");

} // namespace assay::test

#include "tst_check_derivations.moc"
