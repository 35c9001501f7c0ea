// check over a whole document: the sample's expected findings, no false alarm, lost anchors, hindsight.
#include "core/document/check.h"
#include "core/document/edit.h"
#include "core/document/new_claim.h"
#include "core/io/model_file.h"
#include "core/io/project_file.h"
#include "tests/test.h"

#include <algorithm>
#include <set>

namespace assay::test {

namespace {

Document sample() { return readProject(sampleProject(), "sample").value(); }

std::set<std::string> idsOf(const QString& list) {
    std::set<std::string> ids;
    for (const QString& id : list.split(QLatin1Char(' ')))
        ids.insert(id.toStdString());
    return ids;
}

/// The finding of this kind and verdict whose claims contain all of these.
const Finding* findingOf(const std::vector<Finding>& findings, const QString& kind, const QString& verdict,
                         const std::set<std::string>& ids) {
    for (const Finding& finding : findings) {
        std::set<std::string> claims;
        for (const ClaimId& claim : finding.claims)
            claims.insert(claim.value);
        if (findingKindText(finding.kind) == kind.toStdString() && verdictText(finding.verdict) == verdict.toStdString()
            && std::includes(claims.begin(), claims.end(), ids.begin(), ids.end()))
            return &finding;
    }
    return nullptr;
}

template <class T>
Rows<T> withChanged(const Rows<T>& rows, const std::string& id, void (*change)(T&)) {
    Rows<T> changed;
    for (const Row<T>& row : rows) {
        T value = *row;
        if (value.id.value == id)
            change(value);
        changed.push_back(Row<T>(std::move(value)));
    }
    return changed;
}

} // namespace

class TestCheck : public Test {
    Q_OBJECT
private slots:
    void anEmptyDocumentHasNoFindings() { QVERIFY(check(Document()).empty()); }
    void theSampleShowsTheExpectedFindings_data() { // the comparisons a reader of the five articles would try first
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("verdict");
        QTest::addColumn<QString>("claims");
        QTest::newRow("F01 won conversion a digit short") << "currency-slip"
                                                          << "error"
                                                          << "cl0-15 cl0-16 cl2-06 cl2-07";
        QTest::newRow("F02 5.6 and 6 million") << "rounding"
                                               << "compatible"
                                               << "cl0-15 cl2-06 cl4-07 cl4-18";
        QTest::newRow("F03 2,048 and 2,000 or so") << "rounding"
                                                   << "compatible"
                                                   << "cl0-08 cl4-08";
        QTest::newRow("F04 over 300, over 500, 589 billion") << "bound"
                                                             << "compatible"
                                                             << "cl1-03 cl3-07 cl4-09";
        QTest::newRow("F05 three falls of one share") << "conflict"
                                                      << "conflict"
                                                      << "cl1-15 cl3-09 cl3-13";
        QTest::newRow("F06 whose 10,000 A100") << "attribution"
                                               << "conflict"
                                               << "cl3-02 cl4-02";
        QTest::newRow("F07 one originator of 50,000 H100") << "circular"
                                                           << "note"
                                                           << "cl0-05 cl1-04 cl1-09 cl2-13 cl3-03 cl3-04";
        QTest::newRow("F08 GPT-4 without a speaker") << "attribution"
                                                     << "note"
                                                     << "cl2-08 cl4-19";
        QTest::newRow("F09 used is not owned") << "scope"
                                               << "note"
                                               << "cl0-08 cl0-05";
        QTest::newRow("F10 market value before the fall") << "total"
                                                          << "compatible"
                                                          << "cl4-09 cl3-13";
        QTest::newRow("F11 GPUs at an assumed price") << "total"
                                                      << "compatible"
                                                      << "cl0-05 cl4-20";
        QTest::newRow("F12 one utterance, three wordings") << "attribution"
                                                           << "conflict"
                                                           << "cl1-09 cl3-04 cl0-05";
        QTest::newRow("F14 one run and everything else") << "scope"
                                                         << "note"
                                                         << "cl4-07 cl4-18 cl0-15 cl2-06 cl0-18 cl4-20";
        QTest::newRow("F15 different chips") << "unit"
                                             << "note"
                                             << "cl0-05 cl3-02";
        QTest::newRow("F16 one firm and the whole market") << "scope"
                                                           << "note"
                                                           << "cl4-06 cl4-09";
        QTest::newRow("F17 the H800 computes like the H100") << "spec"
                                                             << "conflict"
                                                             << "cl2-01";
        QTest::newRow("F18 hours times price closes") << "total"
                                                      << "compatible"
                                                      << "v3-cost v3-hours v3-price";
        QTest::newRow("F19 billed is not shipped") << "scope"
                                                   << "note"
                                                   << "cl0-21 sg-shipped";
        QTest::newRow("11% on a Sunday") << "date"
                                         << "note"
                                         << "cl3-09";
        QTest::newRow("rows of the report's table add up")
            << "total"
            << "compatible"
            << "v3-hours v3-hours-pretraining v3-hours-context v3-hours-post";
    }
    void theSampleShowsTheExpectedFindings() {
        QFETCH(QString, kind);
        QFETCH(QString, verdict);
        QFETCH(QString, claims);
        const auto findings = check(sample());
        const Finding* finding = findingOf(findings, kind, verdict, idsOf(claims));
        qInfo("%s | expected %s, %s | %s", QTest::currentDataTag(), qPrintable(kind), qPrintable(verdict),
              finding ? finding->reason.c_str() : "nothing was found");
        QVERIFY(finding != nullptr);
    }
    /// F13 of the comparisons: the project holds one person with both spellings; as two they are found.
    void twoSpellingsOfOneNameAreFoundUntilTheyAreMerged() {
        const auto nameFindings = [](const Document& document) {
            std::vector<Finding> found;
            for (Finding& finding : check(document))
                if (!finding.speakers.empty())
                    found.push_back(std::move(finding));
            return found;
        };
        Document document = sample();
        QVERIFY(nameFindings(document).empty());
        Speaker wang = *find(document.speakers, SpeakerId{"wang"});
        QVERIFY(std::find(wang.aliases.begin(), wang.aliases.end(), "Alexander Wang") != wang.aliases.end());
        wang.aliases.clear();
        document = setSpeaker(document, wang).value();
        document = addSpeaker(document, Speaker{.id = {"wang-2"}, .name = "Alexander Wang"}).value();
        document = setChain(document, {"cl0-05"}, find(document.claims, ClaimId{"cl0-05"})->mentions[0].id,
                            {{"Alexander Wang", SpeakerRole::estimator}})
                       .value();
        const std::vector<Finding> found = nameFindings(document);
        QCOMPARE(found.size(), std::size_t(1));
        qInfo("F13 two spellings of a name | expected attribution, note | %s", found[0].reason.c_str());
        QCOMPARE(found[0].kind, FindingKind::attribution);
        QCOMPARE(found[0].verdict, Verdict::note);
        const Document merged = mergeSpeakers(document, found[0].speakers[0], found[0].speakers[1]).value();
        QVERIFY(nameFindings(merged).empty());
        QCOMPARE(find(merged.claims, ClaimId{"cl0-05"})->mentions[0].chain[0].spelling, std::string("Alexander Wang"));
    }
    void theSampleRaisesNoOtherAlarm() {
        const std::vector<std::set<std::string>> allowed{idsOf("cl0-15 cl0-16 cl2-06 cl2-07"),
                                                         idsOf("cl1-15 cl3-09 cl3-13"), idsOf("cl3-02 cl4-02 ff-gpus"),
                                                         idsOf("cl0-05 cl1-09 cl3-04"), idsOf("cl2-01")};
        int alarms = 0;
        for (const Finding& finding : check(sample())) {
            if (!isAlarm(finding))
                continue;
            ++alarms;
            std::set<std::string> claims;
            for (const ClaimId& claim : finding.claims)
                claims.insert(claim.value);
            QVERIFY2(std::find(allowed.begin(), allowed.end(), claims) != allowed.end(), finding.reason.c_str());
        }
        QCOMPARE(alarms, 5);
    }
    void circularReportingCountsSpeakersNotArticles() {
        const auto findings = check(sample());
        const Finding* finding = findingOf(findings, QStringLiteral("circular"), QStringLiteral("note"),
                                           idsOf(QStringLiteral("cl1-09 cl3-03")));
        QVERIFY(finding);
        QVERIFY2(finding->reason.find("6 mentions in 4 sources lead back to 1 originator, Alexandr Wang")
                     != std::string::npos,
                 finding->reason.c_str());
        QVERIFY(finding->reason.find("Elon Musk: an endorsement") != std::string::npos);
        QVERIFY(finding->reason.find("Industry insiders: unresolved") != std::string::npos);
    }
    void setTimesTurnTheFallsIntoSnapshots() {
        Document document = sample();
        document.claims =
            withChanged<Claim>(document.claims, "cl1-15", [](Claim& claim) { claim.asOf = "2025-01-27T11:00"; });
        document.claims =
            withChanged<Claim>(document.claims, "cl3-09", [](Claim& claim) { claim.asOf = "2025-01-27T10:00"; });
        document.claims =
            withChanged<Claim>(document.claims, "cl3-13", [](Claim& claim) { claim.asOf = "2025-01-27T16:00"; });
        for (const Finding& finding : check(document))
            QVERIFY2(finding.kind != FindingKind::conflict, finding.reason.c_str());
    }
    void errorsComeFirstAndIdsAreUnique() {
        const auto findings = check(sample());
        std::set<std::string> ids;
        for (std::size_t i = 0; i < findings.size(); ++i) {
            QVERIFY2(ids.insert(findings[i].id.value).second, findings[i].id.value.c_str());
            QVERIFY(i == 0 || findings[i - 1].verdict <= findings[i].verdict);
        }
    }
    void aLostAnchorIsAFinding() {
        Document document = sample();
        document.claims = withChanged<Claim>(document.claims, "cl4-09", [](Claim& claim) {
            claim.mentions[0].anchor.start += 1;
            claim.mentions[0].anchor.end += 1;
        });
        const auto findings = check(document);
        QVERIFY(findingOf(findings, QStringLiteral("anchor"), QStringLiteral("note"), idsOf(QStringLiteral("cl4-09"))));
    }
    void aBasisThatIsGoneIsNamedWithWhatIsUsedInstead_data() {
        QTest::addColumn<QString>("reference");
        QTest::addColumn<QString>("lost");
        QTest::addColumn<QString>("says");
        QTest::newRow("a row") << "gpus/h900"
                               << ""
                               << "the catalogues have no row gpus/h900; the value typed beside it is still used.";
        QTest::newRow("a cell") << "gpus/l2/price_low_usd"
                                << ""
                                << "the catalogues have no value in the cell gpus/l2/price_low_usd; the value";
        QTest::newRow("a claim")
            << ""
            << "p2: \"$3-4\""
            << "the claim it stands on was deleted, which read p2: \"$3-4\"; its value 989 TFLOP/(s*H800) is";
    }
    void aBasisThatIsGoneIsNamedWithWhatIsUsedInstead() {
        QFETCH(QString, reference);
        QFETCH(QString, lost);
        QFETCH(QString, says);
        Document document = sample();
        for (Row<Scenario>& row : document.scenarios) {
            Scenario scenario = *row;
            for (ScenarioInput& input : scenario.inputs) {
                if (scenario.id.value != "from-compute" || input.input.value != "peak")
                    continue;
                input.basis = Basis{};
                input.basis.kind = reference.isEmpty() ? BasisKind::claims : BasisKind::catalogue;
                input.basis.reference = reference.toStdString();
                if (!lost.isEmpty())
                    input.basis.lost = {lost.toStdString()};
            }
            row = Row<Scenario>(scenario);
        }
        const auto findings = check(document);
        const auto found = std::find_if(findings.begin(), findings.end(), [&](const Finding& finding) {
            return finding.reason.find(says.toStdString()) != std::string::npos;
        });
        QVERIFY(found != findings.end());
        QCOMPARE(found->verdict, Verdict::note);
        QVERIFY2(found->reason.find("Scenario \"From compute\", input peak: ") == 0, found->reason.c_str());
    }
    void evidencePublishedAfterTheScenariosDateIsHindsight() {
        for (const Finding& finding : check(sample()))
            QVERIFY2(finding.reason.find("goes by what was known") == std::string::npos, finding.reason.c_str());
        Document document = sample();
        document.scenarios = withChanged<Scenario>(document.scenarios, "singapore-later-filings",
                                                   [](Scenario& scenario) { scenario.asOf = "2025-01-31"; });
        const auto findings = check(document);
        QVERIFY(findingOf(findings, QStringLiteral("date"), QStringLiteral("note"),
                          idsOf(QStringLiteral("nv-fy-revenue"))));
        QVERIFY(findingOf(findings, QStringLiteral("date"), QStringLiteral("note"),
                          idsOf(QStringLiteral("nv-q1-cleared"))));
    }
};

const Registered<TestCheck> registered("check");

} // namespace assay::test

#include "tst_check.moc"
