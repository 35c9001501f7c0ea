// The interval test and its neighbours: what is compared with what, and what must stay quiet.
#include "core/claims/compare.h"
#include "tests/core/claims/claims_builder.h"
#include "tests/test.h"

using assay::test::Short;
Q_DECLARE_METATYPE(std::vector<Short>)

namespace assay::test {

namespace {

Short fall(const std::string& id, double low, double high, const std::string& asOf = "2025-01-27") {
    return Short{.id = id,
                 .subject = "Nvidia",
                 .attribute = "share-price-fall",
                 .unit = "%",
                 .value = (low + high) / 2,
                 .low = low,
                 .high = high,
                 .asOf = asOf};
}

Short cost(const std::string& id, double value, double low, double high, const std::string& scope = "") {
    return Short{.id = id,
                 .subject = "DeepSeek-V3",
                 .attribute = "training-cost",
                 .unit = "USD",
                 .value = value,
                 .low = low,
                 .high = high,
                 .scope = scope};
}

} // namespace

class TestConflicts : public Test {
    Q_OBJECT
private slots:
    void likeIsComparedWithLike_data() {
        QTest::addColumn<std::vector<Short>>("claims");
        QTest::addColumn<QString>("expected");
        QTest::newRow("disjoint sets of one time conflict")
            << std::vector{fall("a", 12.5, 13.5), fall("b", 16.15, 17.85)} << "conflict conflict a b";
        QTest::newRow("a Sunday's fall meets the Monday after it")
            << std::vector{fall("a", 12.5, 13.5), fall("b", 10.5, 11.5, "2025-01-26")} << "conflict conflict a b";
        QTest::newRow("a Friday's fall does not")
            << std::vector{fall("a", 12.5, 13.5), fall("b", 10.5, 11.5, "2025-01-24")} << "";
        QTest::newRow("two times of one day are snapshots")
            << std::vector{fall("a", 12.5, 13.5, "2025-01-27T11:00"), fall("b", 16.15, 17.85, "2025-01-27T16:00")}
            << "";
        QTest::newRow("only the rivals are named")
            << std::vector{fall("a", 12.5, 13.5), fall("b", 13, 13.2, "2025-01-20"), fall("c", 16.15, 17.85)}
            << "conflict conflict a c";
        QTest::newRow("5.6 and 6 million are one figure")
            << std::vector{cost("a", 5.6e6, 5.55e6, 5.65e6), cost("b", 6e6, 5.5e6, 6.5e6)} << "compatible rounding a b";
        QTest::newRow("5.6 and 7 million are not")
            << std::vector{cost("a", 5.6e6, 5.55e6, 5.65e6), cost("b", 7e6, 6.5e6, 7.5e6)} << "conflict conflict a b";
        QTest::newRow("another scope is no rival")
            << std::vector{cost("a", 5.6e6, 5.55e6, 5.65e6), cost("b", 1.6e9, 1.5e9, 1.7e9, "all servers")} << "";
        QTest::newRow("equal figures need no finding")
            << std::vector{cost("a", 6e6, 5.5e6, 6.5e6), cost("b", 6e6, 5.5e6, 6.5e6)} << "";
        QTest::newRow("loose bounds below an exact figure are compatible") << std::vector{
            Short{.id = "a", .attribute = "market-value-lost", .unit = "USD", .bound = Bound::greater, .value = 3e11},
            Short{.id = "b", .attribute = "market-value-lost", .unit = "USD", .bound = Bound::greater, .value = 5e11},
            Short{.id = "c",
                  .attribute = "market-value-lost",
                  .unit = "USD",
                  .value = 5.89e11,
                  .low = 5.885e11,
                  .high = 5.895e11}} << "compatible bound a b c";
        QTest::newRow("a bound above the exact figure conflicts") << std::vector{
            Short{.id = "a", .attribute = "market-value-lost", .unit = "USD", .bound = Bound::greater, .value = 6e11},
            Short{.id = "b",
                  .attribute = "market-value-lost",
                  .unit = "USD",
                  .value = 5.89e11}} << "conflict conflict a b";
        QTest::newRow("H100 and A100 are different things")
            << std::vector{Short{.id = "a", .value = 50000}, Short{.id = "b", .unit = "A100", .value = 10000}} << "";
        QTest::newRow("hours and days are one dimension")
            << std::vector{Short{.id = "a", .attribute = "age", .unit = "d", .value = 2},
                           Short{.id = "b", .attribute = "age", .unit = "h", .value = 48.5, .low = 47, .high = 50}}
            << "compatible rounding a b";
        QTest::newRow("an unsure number is not compared")
            << std::vector{Short{.id = "a", .bound = Bound::unsure, .value = 5}, Short{.id = "b", .value = 9}} << "";
        QTest::newRow("an unreadable unit is not compared")
            << std::vector{Short{.id = "a", .unit = "smoots", .value = 5},
                           Short{.id = "b", .unit = "smoots", .value = 9}}
            << "";
    }
    void likeIsComparedWithLike() {
        QFETCH(std::vector<Short>, claims);
        QFETCH(QString, expected);
        QCOMPARE(QString::fromStdString(inShort(findConflicts(evidenceOf(claims)))), expected);
    }
    void qualitativeClaimsAreLeftAlone() {
        Claim claim = claimOf(Short{.id = "a"});
        claim.quantity.reset();
        QVERIFY(!valueSetOf(claim));
        QVERIFY(!isOneSided(claim));
    }
    void aConversionIsNoRivalOfOtherAmounts() {
        const std::vector<Short> claims{
            cost("usd", 6e6, 5.5e6, 6.5e6),
            Short{.id = "won", .subject = "DeepSeek-V3", .attribute = "training-cost", .unit = "KRW", .value = 860e6},
            Short{.id = "won2", .subject = "DeepSeek-V3", .attribute = "training-cost", .unit = "KRW", .value = 8.6e9}};
        const Evidence evidence =
            evidenceOf(claims, {linkOf("won", LinkType::converts, "usd"), linkOf("won2", LinkType::converts, "usd")});
        QCOMPARE(inShort(findConflicts(evidence)), std::string());
    }
    void aReasonNamesNumbersPlacesAndTimes() {
        const auto findings = findConflicts(evidenceOf({fall("a", 12.5, 13.5), fall("b", 10.5, 11.5, "2025-01-26")}));
        const QString reason = QString::fromStdString(findings.at(0).reason);
        for (const char* word : {"Nvidia", "13.0", "11.0", "Paper s1", "2025-01-27", "Sunday"})
            QVERIFY2(reason.contains(QString::fromLatin1(word)), word);
    }
    void theIdIsStableForTheSameClaimsAndRule() {
        const auto first = findConflicts(evidenceOf({fall("a", 12.5, 13.5), fall("b", 16, 18)}));
        const auto again =
            findConflicts(evidenceOf({Short{.id = "z", .value = 3}, fall("a", 12.5, 13.5), fall("b", 16.1, 18)}));
        QCOMPARE(first.at(0).id, again.at(0).id);
        QVERIFY(first.at(0).id.value.starts_with("conflict-"));
    }
    void subjectsAreRelatedByTheirFirstWords() {
        QVERIFY(areRelatedSubjects("DeepSeek", "DeepSeek-V3"));
        QVERIFY(areRelatedSubjects("DeepSeek app", "DeepSeek"));
        QVERIFY(!areRelatedSubjects("Deep", "DeepSeek"));
        QVERIFY(!areRelatedSubjects("", "DeepSeek"));
    }
    void scopesThatExplainADifferenceAreNoted() {
        std::vector<Short> claims{cost("a", 5.6e6, 5.55e6, 5.65e6, "final run"),
                                  cost("b", 1e8, 9e7, 1.1e8, "everything")};
        QCOMPARE(inShort(findScopeNotes(evidenceOf(claims))),
                 std::string()); // one source tells its scopes apart itself
        claims[1].source = "s2";
        QCOMPARE(inShort(findScopeNotes(evidenceOf(claims))), std::string("note scope a b"));
    }
    void attributesThatReadersMixUpAreNoted() {
        const std::vector<Short> claims{
            Short{.id = "billed", .subject = "Nvidia", .attribute = "singapore-billed", .unit = "%", .value = 20},
            Short{.id = "shipped",
                  .subject = "Nvidia",
                  .attribute = "singapore-shipped",
                  .unit = "%",
                  .bound = Bound::less,
                  .value = 2}};
        QCOMPARE(inShort(findScopeNotes(evidenceOf(claims))), std::string("note scope billed shipped"));
        QCOMPARE(inShort(findScopeNotes(evidenceOf({claims[0]}))), std::string());
    }
    void kindsOfGpuAreNoted() {
        const std::vector<Short> claims{Short{.id = "a", .value = 50000},
                                        Short{.id = "b", .unit = "A100", .value = 10000}};
        QCOMPARE(inShort(findUnitNotes(evidenceOf(claims))), std::string("note unit a b"));
        QCOMPARE(inShort(findUnitNotes(evidenceOf({claims[0], Short{.id = "c", .value = 48000}}))), std::string());
    }
    void onlyATradingDayFigureOnAWeekendIsADateQuestion() {
        QCOMPARE(inShort(findDateNotes(evidenceOf({fall("a", 10.5, 11.5, "2025-01-26")}))), std::string("note date a"));
        QCOMPARE(inShort(findDateNotes(evidenceOf({fall("a", 10.5, 11.5, "2025-01-27")}))), std::string());
        QCOMPARE(inShort(findDateNotes(evidenceOf({Short{.id = "a", .value = 5, .asOf = "2025-01-26"}}))),
                 std::string());
    }
    void manyClaimsOfOneQuantityAreToldInOneShortSentence() { // pair by pair this would take minutes
        std::vector<Short> claims;
        for (int i = 0; i < 20000; ++i)
            claims.push_back(
                Short{.id = "c" + std::to_string(i), .value = 1000.0 + i, .low = 999.5 + i, .high = 1000.5 + i});
        const Evidence evidence = evidenceOf(claims);
        std::size_t alarms = 0;
        for (const ClaimRule& rule : claimRules())
            for (const Finding& finding : rule.find(evidence)) {
                QVERIFY2(finding.reason.size() < 4000, finding.reason.substr(0, 200).c_str());
                if (finding.kind == FindingKind::conflict) {
                    ++alarms;
                    QCOMPARE(finding.claims.size(), claims.size());
                    QVERIFY(finding.reason.find("19988 more") != std::string::npos);
                }
            }
        QCOMPARE(alarms, std::size_t(1));
    }
};

const Registered<TestConflicts> registered("conflicts");

} // namespace assay::test

#include "tst_conflicts.moc"
