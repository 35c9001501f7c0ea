// Who said it first: chains, links, endorsers, unresolved speakers, and wordings that drift.
#include "core/claims/provenance.h"
#include "tests/core/claims/claims_builder.h"
#include "tests/test.h"

namespace assay::test {

namespace {

Short held(const std::string& id, const std::string& source, std::vector<std::string> chain) {
    return Short{.id = id, .value = 50000, .low = 45000, .high = 55000, .source = source, .chain = std::move(chain)};
}

Provenance provenance(const Evidence& evidence) {
    std::vector<const Claim*> claims;
    for (const Row<Claim>& claim : evidence.claims)
        claims.push_back(&*claim);
    return provenanceOf(evidence, claims);
}

Short quoted(const std::string& id, const std::string& source, const std::string& words,
             const std::string& hedge = "") {
    Short one = held(id, source, {"wang", source});
    one.quote = words;
    one.prefix = "he says: \xE2\x80\x9C";
    one.suffix = "\xE2\x80\x9D.";
    one.hedge = hedge;
    return one;
}

} // namespace

class TestProvenance : public Test {
    Q_OBJECT
private slots:
    void relaysAddNoOriginator() {
        const Provenance found =
            provenance(evidenceOf({held("a", "s1", {"wang", "cnbc", "s1"}), held("b", "s2", {"wang", "s2"})}));
        QCOMPARE(found.originators.size(), std::size_t{1});
        QCOMPARE(found.mentions, std::size_t{2});
        QCOMPARE(found.sources, std::size_t{2});
    }
    void endorsersAreNoEvidence() {
        const Provenance found =
            provenance(evidenceOf({held("a", "s1", {"wang", "+musk", "s1"}), held("b", "s2", {"+musk", "s2"})}));
        QCOMPARE(found.originators.size(), std::size_t{1});
        QCOMPARE(found.endorsers.size(), std::size_t{1});
    }
    void unresolvedSpeakersCountNothingAndAreListed() {
        const Provenance found = provenance(evidenceOf({held("a", "s1", {"?insiders", "s1"})}));
        QVERIFY(found.originators.empty());
        QCOMPARE(found.unresolved.front().value, std::string("insiders"));
    }
    void repeatsCollapseToTheirRoot() {
        const std::vector<Short> claims{held("root", "s1", {"wang"}), held("a", "s2", {"s2"}), held("b", "s3", {"s3"})};
        const Evidence evidence =
            evidenceOf(claims, {linkOf("b", LinkType::repeats, "a"), linkOf("a", LinkType::quotes, "root")});
        QCOMPARE(provenance(evidence).originators.size(), std::size_t{1});
        QCOMPARE(rootsOf(evidence, *findClaim(evidence, ClaimId{"b"})).front()->id.value, std::string("root"));
    }
    void disputesDoNotCollapse() {
        const Evidence evidence =
            evidenceOf({held("a", "s1", {"wang"}), held("b", "s2", {"s2"})}, {linkOf("b", LinkType::disputes, "a")});
        QCOMPARE(provenance(evidence).originators.size(), std::size_t{2});
    }
    void aCircleOfLinksEnds() {
        const Evidence evidence =
            evidenceOf({held("a", "s1", {"wang"}), held("b", "s2", {"s2"})},
                       {linkOf("a", LinkType::repeats, "b"), linkOf("b", LinkType::repeats, "a")});
        QVERIFY(provenance(evidence).originators.empty()); // nobody said it first
    }
    void moreSourcesThanOriginatorsIsCircular() {
        const std::vector<Short> claims{held("a", "s1", {"wang", "s1"}), held("b", "s2", {"wang", "+musk", "s2"}),
                                        held("c", "s3", {"?insiders", "s3"})};
        const auto findings = findCircularReports(evidenceOf(claims));
        QCOMPARE(inShort(findings), std::string("note circular a b c"));
        QVERIFY2(findings[0].reason.find("3 mentions in 3 sources lead back to 1 originator, wang")
                     != std::string::npos,
                 findings[0].reason.c_str());
    }
    void independentWitnessesAreNotCircular() {
        QCOMPARE(inShort(findCircularReports(evidenceOf({held("a", "s1", {"wang"}), held("b", "s2", {"patel"})}))),
                 std::string());
        QCOMPARE(inShort(findCircularReports(evidenceOf({held("a", "s1", {"wang"}), held("b", "s1", {"wang"})}))),
                 std::string()); // one source
    }
    void aBareRepeatOfASpokenFigureIsNoted() {
        Short bare = held("bare", "s1", {"s1"}), spoken = held("spoken", "s2", {"altman", "s2"});
        QCOMPARE(inShort(findUnattributedRepeats(evidenceOf({bare, spoken}))),
                 std::string("note attribution bare spoken"));
        QCOMPARE(inShort(findUnattributedRepeats(
                     evidenceOf({bare, spoken}, {linkOf("bare", LinkType::derivedFrom, "spoken")}))),
                 std::string());
        bare.bound = Bound::greater;
        QCOMPARE(inShort(findUnattributedRepeats(evidenceOf({bare, spoken}))), std::string()); // says something else
        QCOMPARE(inShort(findUnattributedRepeats(evidenceOf({held("own", "s1", {"!deepseek"}), spoken}))),
                 std::string()); // a party's own paper
    }
    void oneUtteranceInSeveralWordingsIsDrift() {
        const auto findings = findQuotationDrift(
            evidenceOf({quoted("a", "s1", "likely owns 50,000", "likely"), quoted("b", "s2", "has 50,000")}));
        QCOMPARE(inShort(findings), std::string("conflict attribution a b"));
        QVERIFY(findings[0].reason.find("gone elsewhere") != std::string::npos);
    }
    void equalWordingsAndPlainWordsAreNoDrift() {
        QCOMPARE(
            inShort(findQuotationDrift(evidenceOf({quoted("a", "s1", "has 50,000"), quoted("b", "s2", "has 50,000")}))),
            std::string());
        Short plain = quoted("b", "s2", "owns 50,000");
        plain.prefix = "as he said, it ";
        QCOMPARE(inShort(findQuotationDrift(evidenceOf({quoted("a", "s1", "has 50,000"), plain}))), std::string());
    }
    void aChainOfRepeatsMayBeVeryLong() {
        std::vector<Short> claims;
        Rows<Link> links;
        for (int i = 0; i < 20000; ++i) {
            claims.push_back(held("c" + std::to_string(i), "s1", {"speaker" + std::to_string(i % 7), "s1"}));
            if (i > 0)
                links.push_back(linkOf("c" + std::to_string(i), LinkType::repeats, "c" + std::to_string(i - 1)));
        }
        const Evidence evidence = evidenceOf(claims, links);
        const std::vector<const Claim*> roots = rootsOf(evidence, *evidence.claims.back());
        QCOMPARE(roots.size(), std::size_t(1));
        QCOMPARE(roots.front()->id, ClaimId{"c0"});
    }
};

const Registered<TestProvenance> registered("provenance");

} // namespace assay::test

#include "tst_provenance.moc"
