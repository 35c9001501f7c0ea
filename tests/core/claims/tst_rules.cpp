// Rules that explain a figure: currency slips, totals, impossible values, chip catalogue, owners.
#include "tests/core/claims/claims_builder.h"
#include "tests/test.h"

#include <set>

namespace assay::test {

namespace {

std::vector<Short> inWon(double dollars, double won, const std::string& asOf = "2025-01-27") {
    return {Short{.id = "usd", .attribute = "training-cost", .unit = "USD", .value = dollars},
            Short{.id = "won", .attribute = "training-cost", .unit = "KRW", .value = won, .asOf = asOf}};
}

Short hours(const std::string& id, double value, double half) {
    return Short{.id = id,
                 .attribute = "gpu-hours",
                 .unit = "H800*h",
                 .value = value,
                 .low = value - half,
                 .high = value + half};
}

std::string totals(const std::vector<Short>& claims, const std::vector<std::string>& parts) {
    Rows<Link> links;
    for (const std::string& part : parts)
        links.push_back(linkOf(claims.front().id, LinkType::derivedFrom, part));
    return inShort(findTotals(evidenceOf(claims, links)));
}

Attribute share() { return attributeOf("singapore-billed", "%", "Share of the total revenue."); }

std::string spec(double low, double high, const std::string& subject = "H800",
                 const std::string& scope = "against the H100") {
    return inShort(findSpecConflicts(evidenceOf({Short{.id = "a",
                                                       .subject = subject,
                                                       .attribute = "compute-deficit",
                                                       .unit = "%",
                                                       .bound = Bound::range,
                                                       .low = low,
                                                       .high = high,
                                                       .scope = scope}})));
}

} // namespace

class TestRules : public Test {
    Q_OBJECT
private slots:
    void everyRuleHasAnIdOfItsOwnAndIsQuietOnNothing() {
        std::set<std::string_view> ids;
        for (const ClaimRule& rule : claimRules()) {
            QVERIFY(ids.insert(rule.id).second);
            QVERIFY(rule.find(evidenceOf({})).empty());
        }
    }
    void aConversionFarFromTheMarketIsASlip_data() {
        QTest::addColumn<double>("won");
        QTest::addColumn<QString>("asOf");
        QTest::addColumn<QString>("says"); ///< empty: quiet
        QTest::newRow("a digit too few") << 860e6 << "2025-01-27"
                                         << "power-of-ten";
        QTest::newRow("two digits too many") << 860e9 << "2025-01-27"
                                             << "factor of 100";
        QTest::newRow("wrong by 1.5") << 13e9 << "2025-01-27"
                                      << "too high by a factor of 1.51";
        QTest::newRow("right") << 8.6e9 << "2025-01-27"
                               << "";
        QTest::newRow("right against the month") << 8.6e9 << "2025-01"
                                                 << "";
        QTest::newRow("rounded to one digit") << 9e9 << "2025-01-27"
                                              << "";
    }
    void aConversionFarFromTheMarketIsASlip() {
        QFETCH(double, won);
        QFETCH(QString, asOf);
        QFETCH(QString, says);
        const auto findings = findCurrencySlips(
            evidenceOf(inWon(6e6, won, asOf.toStdString()), {linkOf("won", LinkType::converts, "usd")}));
        QCOMPARE(QString::fromStdString(inShort(findings)),
                 says.isEmpty() ? QString() : QStringLiteral("error currency-slip won usd"));
        if (!says.isEmpty())
            QVERIFY2(QString::fromStdString(findings[0].reason).contains(says), findings[0].reason.c_str());
    }
    void aConversionWithoutARateIsSaidToBeUnchecked_data() {
        QTest::addColumn<QString>("asOf");
        QTest::addColumn<QString>("why");
        QTest::newRow("before the first row") << "2019-05-02"
                                              << "the table of rates begins with 2022-01";
        QTest::newRow("a year") << "2025"
                                << "a year has no rate";
        QTest::newRow("no date") << ""
                                 << "no date is given";
    }
    void aConversionWithoutARateIsSaidToBeUnchecked() {
        QFETCH(QString, asOf);
        QFETCH(QString, why);
        const auto findings = findCurrencySlips(
            evidenceOf(inWon(6e6, 860e6, asOf.toStdString()), {linkOf("won", LinkType::converts, "usd")}));
        QCOMPARE(inShort(findings), std::string("note currency-slip won usd"));
        const QString reason = QString::fromStdString(findings[0].reason);
        QVERIFY2(reason.contains(QStringLiteral("implies 143.3 KRW per USD and was not checked: ") + why),
                 qPrintable(reason));
    }
    void aHolidayTakesAnotherRateAndSaysWhich() { // 2025-01-20: no rate; the last daily row is more than a week older
        const auto findings =
            findCurrencySlips(evidenceOf(inWon(6e6, 860e6, "2025-01-20"), {linkOf("won", LinkType::converts, "usd")}));
        QVERIFY2(findings.at(0).reason.find("average of 2025-01, the table having no noon rate of the day")
                     != std::string::npos,
                 findings.at(0).reason.c_str());
    }
    void bracketsTieAConversionToItsBase() {
        std::vector<Short> claims = inWon(6e6, 860e6);
        QCOMPARE(inShort(findCurrencySlips(evidenceOf(claims))), std::string()); // nothing ties the two
        claims[0].quote = "$6 million";                                          // code points 0..10
        claims[1].quote = "860 million KRW";
        claims[1].prefix = "$6 million (about ";
        Rows<Claim> rows{Row<Claim>(claimOf(claims[0]))};
        Claim won = claimOf(claims[1]);
        won.mentions[0].anchor.start = 18;
        won.mentions[0].anchor.end = 33;
        rows.push_back(Row<Claim>(won));
        const Evidence evidence = gatherEvidence({}, {}, {}, rows, {});
        QCOMPARE(inShort(findCurrencySlips(evidence)), std::string("error currency-slip won usd"));
    }
    void aRightConversionOfTheSameSumIsShownBesideTheSlip() {
        std::vector<Short> claims = inWon(6e6, 860e6);
        claims.push_back(
            Short{.id = "usd2", .attribute = "training-cost", .unit = "USD", .value = 6e6, .source = "s2"});
        claims.push_back(
            Short{.id = "won2", .attribute = "training-cost", .unit = "KRW", .value = 8.6e9, .source = "s2"});
        const auto findings = findCurrencySlips(
            evidenceOf(claims, {linkOf("won", LinkType::converts, "usd"), linkOf("won2", LinkType::converts, "usd2")}));
        QCOMPARE(inShort(findings), std::string("error currency-slip won usd usd2 won2"));
    }
    void totalsMustComeOutOfTheirParts() {
        const std::vector<Short> table{hours("total", 2788e3, 500), hours("a", 2664e3, 500), hours("b", 119e3, 500),
                                       hours("c", 5e3, 500)};
        QCOMPARE(totals(table, {"a", "b", "c"}), std::string("compatible total total a b c")); // DeepSeek-V3, table 1
        QCOMPARE(totals(table, {"a", "b"}), std::string("error total total a b"));
        QCOMPARE(totals(table, {}), std::string());
    }
    void aMissingRowIsNamed() {
        const std::vector<Short> table{hours("total", 2788e3, 500), hours("a", 2664e3, 500), hours("b", 119e3, 500)};
        const auto findings = findTotals(evidenceOf(
            table, {linkOf("total", LinkType::derivedFrom, "a"), linkOf("total", LinkType::derivedFrom, "b")}));
        QVERIFY2(findings.at(0).reason.find("further part of 5,000 H800*h") != std::string::npos,
                 findings[0].reason.c_str());
    }
    void unitsSayWhetherPartsAreMultipliedOrDivided() {
        const Short price{.id = "price", .attribute = "gpu-hour-price", .unit = "USD/(H800*h)", .value = 2};
        const auto cost = [](double value) {
            return Short{.id = "cost", .attribute = "training-cost", .unit = "USD", .value = value};
        };
        QCOMPARE(totals({cost(5.576e6), hours("h", 2.788e6, 0), price}, {"h", "price"}),
                 std::string("compatible total cost h price"));
        QCOMPARE(totals({cost(5.6e5), hours("h", 2.788e6, 0), price}, {"h", "price"}),
                 std::string("error total cost h price"));
        const Short billed{.id = "billed", .attribute = "revenue", .unit = "USD", .value = 7697e6};
        const Short all{.id = "all", .attribute = "revenue", .unit = "USD", .value = 35082e6};
        const Short part{
            .id = "share", .attribute = "singapore-billed", .unit = "%", .value = 21.9, .low = 21.85, .high = 21.95};
        QCOMPARE(totals({part, billed, all}, {"billed", "all"}), std::string("compatible total share billed all"));
        QCOMPARE(totals({part, all, billed}, {"all", "billed"}), std::string("error total share all billed"));
        QCOMPARE(totals({cost(5e6), hours("h", 2.788e6, 0)}, {"h"}), std::string()); // no formula fits: nothing is said
    }
    void impossibleValuesAreErrors() {
        const auto of = [](double low, double high, const std::string& attribute, const std::string& unit) {
            return inShort(findImpossibleValues(
                evidenceOf({Short{.id = "a",
                                  .attribute = attribute,
                                  .unit = unit,
                                  .value = (low + high) / 2,
                                  .low = low,
                                  .high = high}},
                           {}, {share(), attributeOf("growth", "%", "Against the year before.")})));
        };
        QCOMPARE(of(103, 105, "singapore-billed", "%"), std::string("error impossible a"));
        QCOMPARE(of(99, 101, "singapore-billed", "%"), std::string()); // can still be 100%
        QCOMPARE(of(184, 186, "growth", "%"), std::string());
        QCOMPARE(of(-6, -5, "gpu-stock", "H100"), std::string("error impossible a"));
        QCOMPARE(of(-6, -5, "profit", "USD"), std::string());
    }
    void theChipCatalogueIsAsked() {
        QCOMPARE(spec(30, 40), std::string("conflict spec a"));                 // peaks are equal
        QCOMPARE(spec(-5, 5), std::string());                                   // no deficit: right
        QCOMPARE(spec(80, 90, "H20"), std::string());                           // 148 against 989 TFLOP/s: right
        QCOMPARE(spec(30, 40, "H800", "against the best chip"), std::string()); // no reference named
        QCOMPARE(spec(30, 40, "H8000"), std::string("note spec a"));            // no such chip: said
    }
    void aChipThatIsNotInTheCatalogueIsNamed_data() {
        QTest::addColumn<QString>("subject");
        QTest::addColumn<QString>("scope");
        QTest::newRow("the subject") << "H900"
                                     << "against the H100";
        QTest::newRow("the subject, beside one that is") << "H900 against H100"
                                                         << "";
        QTest::newRow("what it is measured against") << "H800"
                                                     << "against the H900";
    }
    void aChipThatIsNotInTheCatalogueIsNamed() {
        QFETCH(QString, subject);
        QFETCH(QString, scope);
        const auto findings = findSpecConflicts(evidenceOf({Short{.id = "a",
                                                                  .subject = subject.toStdString(),
                                                                  .attribute = "compute-deficit",
                                                                  .unit = "%",
                                                                  .bound = Bound::range,
                                                                  .low = 30,
                                                                  .high = 40,
                                                                  .scope = scope.toStdString()}}));
        QCOMPARE(inShort(findings), std::string("note spec a"));
        QVERIFY2(findings[0].reason.find("was not checked: the chip catalogue has no H900.") != std::string::npos,
                 findings[0].reason.c_str());
    }
    void aSpecFindingSaysWhatIsLower() {
        const auto findings = findSpecConflicts(evidenceOf({Short{.id = "a",
                                                                  .subject = "H800",
                                                                  .attribute = "compute-deficit",
                                                                  .unit = "%",
                                                                  .bound = Bound::range,
                                                                  .low = 30,
                                                                  .high = 40,
                                                                  .scope = "against the H100"}}));
        QVERIFY(findings.at(0).reason.find("interconnect 400 against 900 (55.6% lower)") != std::string::npos);
    }
    void oneNumberWithTwoOwnersIsAConflictWhenTheyAreTied() {
        const Short a{.id = "a", .subject = "DeepSeek", .unit = "A100", .value = 10000, .asOf = "2025-01"};
        Short b{.id = "b",
                .subject = "High-Flyer",
                .unit = "A100",
                .value = 10000,
                .asOf = "2021",
                .statement = "The parent of DeepSeek has them."};
        QCOMPARE(inShort(findOwnerConflicts(evidenceOf({a, b}))), std::string("conflict attribution a b"));
        b.statement = "It has them.";
        QCOMPARE(inShort(findOwnerConflicts(evidenceOf({a, b}))), std::string()); // two unrelated firms
        QCOMPARE(inShort(findOwnerConflicts(evidenceOf({a, b}, {linkOf("a", LinkType::contradicts, "b")}))),
                 std::string("conflict attribution a b"));
        b.subject = "DeepSeek-V3";
        QCOMPARE(inShort(findOwnerConflicts(evidenceOf({a, b}, {linkOf("a", LinkType::contradicts, "b")}))),
                 std::string());
    }
};

const Registered<TestRules> registered("rules");

} // namespace assay::test

#include "tst_rules.moc"
