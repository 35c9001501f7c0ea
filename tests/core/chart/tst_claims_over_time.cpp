// Claims over time: which claims share an axis, when they stand where, and what their marks say of their bounds.
#include "core/chart/build.h"
#include "core/chart/builders.h"
#include "tests/core/chart/chart_fixture.h"
#include "tests/test.h"

#include <algorithm>

namespace assay::test {
namespace {

ChartContext aboutCost(ChartContext context = sampleContext()) {
    context.attribute = AttributeId{"training-cost"};
    return context;
}

ChartSpec chart(const ChartContext& context) { return buildClaimsOverTime(context).value(); }

/// The sample with claim `id` changed.
template <class Change>
ChartContext withClaim(const char* id, Change change) {
    ChartContext context = aboutCost();
    for (Row<Claim>& row : context.claims)
        if (row->id.value == id) {
            Claim claim = *row;
            change(claim);
            row = Row<Claim>(claim);
        }
    return context;
}

const Datum* datumOf(const ChartSpec& spec, const char* claim) {
    for (const Datum& datum : spec.data)
        for (const ClaimId& id : datum.ids.claims)
            if (id.value == claim)
                return &datum;
    return nullptr;
}

template <class M>
std::vector<M> marksOfClaim(const ChartSpec& spec, const char* claim) {
    std::vector<M> marks = marksOf<M>(spec);
    std::erase_if(marks, [&](const M& mark) {
        return mark.datum < 0 || &spec.data[std::size_t(mark.datum)] != datumOf(spec, claim);
    });
    return marks;
}

} // namespace

class TestClaimsOverTime : public Test {
    Q_OBJECT
private slots:
    void withoutANumberAndADateThereIsNothingToShow_data() {
        QTest::addColumn<int>("spoil");
        QTest::newRow("no claims") << 0;
        QTest::newRow("no numbers") << 1;
        QTest::newRow("no dates") << 2;
        QTest::newRow("an attribute nobody speaks of") << 3;
    }
    void withoutANumberAndADateThereIsNothingToShow() {
        QFETCH(int, spoil);
        const ChartContext context = sampleWith([spoil](ChartContext& c) {
            if (spoil == 0)
                c.claims.clear();
            for (Row<Claim>& row : c.claims)
                if (spoil == 1) {
                    Claim claim = *row;
                    claim.quantity.reset();
                    row = Row<Claim>(claim);
                }
            if (spoil == 2)
                c.sources.clear();
            if (spoil == 3)
                c.attribute = AttributeId{"colour"};
        });
        const Result<ChartSpec> spec = buildClaimsOverTime(context);
        QVERIFY(!spec);
        QVERIFY(spec.error().code == ErrorCode::chartEmpty);
        QCOMPARE(spec.error().place, std::string("claims-over-time"));
    }

    void theAttributeWithMostClaimsIsShownFirst() {
        QCOMPARE(chart(sampleContext()).y.title, std::string("Training cost, US$, log scale"));
    }

    void claimsStandOnTheDayTheirSourceAppeared() {
        const ChartSpec spec = chart(aboutCost());
        QCOMPARE(isoDay(datumOf(spec, "c1")->at.x), std::string("2024-12-27"));
        QCOMPARE(isoDay(datumOf(spec, "c7")->at.x), std::string("2025-09-19"));
        QVERIFY(!datumOf(spec, "c8")); // of another attribute
        QVERIFY(std::is_sorted(spec.data.begin(), spec.data.end(),
                               [](const Datum& a, const Datum& b) { return a.at.x < b.at.x; }));
    }

    void aClaimWithoutASourcesDateStandsOnItsOwn() {
        ChartContext context = withClaim("c1", [](Claim& c) { c.asOf = "2024-11"; });
        for (Row<Source>& row : context.sources)
            if (row->id.value == "v3") {
                Source source = *row;
                source.published.clear();
                row = Row<Source>(source);
            }
        QCOMPARE(isoDay(datumOf(chart(context), "c1")->at.x), std::string("2024-11-15")); // the middle of its month
    }

    void undatedClaimsAndOtherUnitsAreCountedInNotes() {
        ChartContext context = withClaim("c6", [](Claim& c) { c.quantity->unit = "KRW"; });
        std::erase_if(context.sources, [](const Row<Source>& s) { return s->id.value == "reg"; });
        const ChartSpec spec = chart(context);
        QCOMPARE(spec.notes.size(), std::size_t(2));
        QCOMPARE(spec.notes[0], std::string("1 claim in other units or of other chips cannot be compared here: KRW."));
        QCOMPARE(spec.notes[1], std::string("1 claim without a date: not shown."));
    }

    void boundsArePointedOut_data() {
        QTest::addColumn<int>("bound");
        QTest::addColumn<int>("arrows"); // up: 1, down: -1
        QTest::newRow("over") << int(Bound::greater) << 1;
        QTest::newRow("at least") << int(Bound::atLeast) << 1;
        QTest::newRow("below") << int(Bound::less) << -1;
        QTest::newRow("at most") << int(Bound::atMost) << -1;
        QTest::newRow("exact") << int(Bound::equal) << 0;
    }
    void boundsArePointedOut() {
        QFETCH(int, bound);
        QFETCH(int, arrows);
        const ChartSpec spec = chart(withClaim("c1", [bound](Claim& c) {
            c.quantity->bound = Bound(bound);
            c.quantity->low.reset();
            c.quantity->high.reset();
        }));
        const std::vector<Span> spans = marksOfClaim<Span>(spec, "c1");
        QCOMPARE(spans.size(), std::size_t(arrows == 0 ? 0 : 1));
        if (arrows != 0) {
            QVERIFY(spans[0].cap == Cap::arrow);
            QCOMPARE(spans[0].to.y > spans[0].from.y, arrows > 0);
        }
    }

    void aRangeHasABarAndNoDot() {
        const ChartSpec spec = chart(aboutCost());
        QVERIFY(marksOfClaim<Dot>(spec, "c3").empty());
        const std::vector<Span> ends = marksOfClaim<Span>(spec, "c3");
        QCOMPARE(ends.size(), std::size_t(2));
        QCOMPARE(ends[0].to.y, 2e8);
        QCOMPARE(ends[1].to.y, 9e8);
    }

    void aBracketLeftOfAllSaysHowFarApartTheyAre() {
        const ChartSpec spec = chart(aboutCost());
        std::vector<Span> bracket = marksOf<Span>(spec);
        std::erase_if(bracket, [](const Span& span) { return span.datum >= 0; });
        QCOMPARE(bracket.size(), std::size_t(2));
        QCOMPARE(bracket[0].to.y, 294e3);
        QCOMPARE(bracket[1].to.y, 1.6e9);
        for (const Datum& datum : spec.data)
            QVERIFY(bracket[0].to.x < datum.at.x);
        const std::vector<Label> labels = marksOf<Label>(spec);
        const auto words =
            std::find_if(labels.begin(), labels.end(), [](const Label& label) { return label.datum < 0; });
        QVERIFY(words != labels.end());
        QVERIFY2(spec.title.ends_with(words->text), words->text.c_str());
    }
    void claimsThatAgreeHaveNoBracket() {
        ChartContext context = aboutCost();
        std::erase_if(context.claims, [](const Row<Claim>& c) { return c->id.value != "c1" && c->id.value != "c2"; });
        for (const Span& span : marksOf<Span>(chart(context)))
            QVERIFY(span.datum >= 0);
    }

    void whatWasDisclosedIsFilledAndAnEstimateIsHollow() {
        const ChartSpec spec = chart(aboutCost());
        QVERIFY(marksOfClaim<Dot>(spec, "c1").at(0).fill == Fill::solid);
        QVERIFY(marksOfClaim<Dot>(spec, "c6").at(0).fill == Fill::hollow);
    }

    void theSameWordsOfOneSpeakerOnOneDayAreOneMark() {
        ChartContext context = aboutCost();
        Claim twin = *context.claims[0];
        twin.id.value = "twin";
        context.claims.push_back(Row<Claim>(twin));
        const ChartSpec spec = chart(context);
        QCOMPARE(datumOf(spec, "twin"), datumOf(spec, "c1"));
        QCOMPARE(datumOf(spec, "c1")->cells[0].text, std::string("c1, twin"));
        QCOMPARE(spec.data.size(), chart(aboutCost()).data.size());
    }

    void subjectsAreToldApartByInkAndKey() {
        const ChartSpec spec = chart(withClaim("c7", [](Claim& c) { c.subject = "R1"; }));
        QCOMPARE(spec.key.size(), std::size_t(2));
        QCOMPARE(spec.key[1].text, std::string("R1"));
        QVERIFY(!(marksOfClaim<Dot>(spec, "c7").at(0).ink == marksOfClaim<Dot>(spec, "c1").at(0).ink));
        QVERIFY(chart(aboutCost()).key.empty());
    }

    void theTitleSaysHowFarApartTheyAre() {
        const std::string title = chart(aboutCost()).title;
        QVERIFY2(title.find("Training cost: 7 claims run from $294K to $1.6B") == 0, title.c_str());
        ChartContext one = aboutCost();
        one.claims.erase(one.claims.begin() + 1, one.claims.end());
        QCOMPARE(chart(one).title, std::string("Training cost: one claim, $5.576M"));
    }

    void theDayAClaimIsAboutIsAnotherAxis() {
        ChartContext context = withClaim("c1", [](Claim& c) { c.asOf = "2024-12-20"; });
        context.form = byAsOf;
        const ChartSpec spec = chart(context);
        QCOMPARE(spec.data.size(), std::size_t(1));
        QCOMPARE(isoDay(datumOf(spec, "c1")->at.x), std::string("2024-12-20"));
        QCOMPARE(spec.notes[0], std::string("6 claims that say no day they are about: not shown."));
        for (Row<Claim>& row : context.claims) {
            Claim claim = *row;
            claim.asOf.clear();
            row = Row<Claim>(claim);
        }
        QVERIFY(!buildClaimsOverTime(context));
    }

    void versionsOfOneSpeakerAreJoinedAndNoOthers() {
        const ChartSpec spec = chart(aboutCost());
        const auto joins = [&](const char* from, const char* to) {
            const std::vector<Curve> curves = marksOf<Curve>(spec);
            const std::vector<Point> wanted{datumOf(spec, from)->at, datumOf(spec, to)->at};
            return std::any_of(curves.begin(), curves.end(),
                               [&](const Curve& curve) { return curve.points == wanted && curve.dash == Dash::solid; });
        };
        QVERIFY(joins("c1", "c2") && joins("c2", "c7")); // DeepSeek's own, in order of time
        QVERIFY(!joins("c1", "c7"));
        QCOMPARE(marksOf<Curve>(spec).size(), std::size_t(3)); // and the two of c4 and c5
        const ChartSpec other = chart(withClaim("c2", [](Claim& c) { c.scope = "programme"; }));
        QCOMPARE(marksOf<Curve>(other).size(), std::size_t(2)); // another scope is another number
    }

    void aQuotingClaimPointsToTheOneItQuotes() {
        ChartContext context = aboutCost();
        context.links.push_back(Row<Link>(Link{{"l1"}, {"c6"}, {"c1"}, LinkType::quotes, {}, {}}));
        context.links.push_back(Row<Link>(Link{{"l2"}, {"c7"}, {"c1"}, LinkType::repeats, {}, {}})); // his own
        context.links.push_back(Row<Link>(Link{{"l3"}, {"c6"}, {"c5"}, LinkType::disputes, {}, {}}));
        const ChartSpec spec = chart(context);
        std::vector<Curve> dashed = marksOf<Curve>(spec);
        std::erase_if(dashed, [](const Curve& curve) { return curve.dash == Dash::solid; });
        QCOMPARE(dashed.size(), std::size_t(1));
        QVERIFY(dashed[0].points.back() == datumOf(spec, "c1")->at && dashed[0].cap == Cap::arrow);
        QVERIFY(spec.subtitle.find("dashed") != std::string::npos);
        QVERIFY(chart(aboutCost()).subtitle.find("dashed") == std::string::npos);
    }

    void everyRowOfTheTableHasEveryColumn() {
        const ChartSpec spec = chart(aboutCost());
        for (const Datum& datum : spec.data)
            QCOMPARE(datum.cells.size(), spec.columns.size());
    }
};

const Registered<TestClaimsOverTime> registered("claims_over_time");

} // namespace assay::test

#include "tst_claims_over_time.moc"
