// Claims out of words: what is found, what is made, and what is refused.
#include "core/document/edit.h"
#include "core/document/new_claim.h"
#include "tests/test.h"

namespace assay::test {

namespace {

Document oneSource() {
    Document document = newDocument("Test");
    Source source;
    source.id = {"news"};
    source.title = "News";
    source.publisher = "The Example Times";
    source.published = "2025-01-27";
    source.text = "A run cost $5.6 million, the lab said.";
    document.sources = {Row(source)};
    document.speakers = {Row(Speaker{.id = {"lab"}, .name = "The Lab", .aliases = {"the lab"}})};
    document.attributes = {Row(Attribute{.id = {"cost"}, .title = "training cost", .unit = "USD"})};
    return document;
}

ClaimDraft draft() { return ClaimDraft{{"news"}, 11, 23, "The model", "training cost", "$5.6 million", "the lab"}; }

} // namespace

class TestNewClaim : public Test {
    Q_OBJECT
private slots:
    void aBadDraftIsRefused_data() {
        QTest::addColumn<int>("which");
        QTest::addColumn<int>("code");
        QTest::newRow("unknown source") << 0 << int(ErrorCode::idUnknown);
        QTest::newRow("no subject") << 1 << int(ErrorCode::nameEmpty);
        QTest::newRow("no attribute") << 2 << int(ErrorCode::nameEmpty);
        QTest::newRow("words outside the text") << 3 << int(ErrorCode::fieldValue);
        QTest::newRow("a number that can't be read") << 4 << int(ErrorCode::numberUnreadable);
    }
    void aBadDraftIsRefused() {
        QFETCH(int, which);
        QFETCH(int, code);
        ClaimDraft bad = draft();
        switch (which) {
        case 0: bad.source = {"other"}; break;
        case 1: bad.subject.clear(); break;
        case 2: bad.attribute.clear(); break;
        case 3: bad.end = 400; break;
        default: bad.quantity = "a lot";
        }
        const Result<Document> next = addClaimFromWords(oneSource(), bad);
        QVERIFY(!next);
        QCOMPARE(int(next.error().code), code);
    }
    void wordsBecomeAClaimWithChainAndAnchor() {
        const Result<Document> next = addClaimFromWords(oneSource(), draft());
        QVERIFY(next);
        const Claim& claim = *next->claims.back();
        QCOMPARE(claim.mentions.front().anchor.quote, std::string("$5.6 million"));
        QVERIFY(claim.quantity && claim.quantity->value == 5.6e6);
        QCOMPARE(claim.quantity->unit, std::string("USD"));
        QCOMPARE(claim.attribute.value, std::string("cost"));
        QCOMPARE(claim.asOf, std::string("2025-01-27"));
        QCOMPARE(claim.verified, Verified::no);
        QCOMPARE(claim.mentions.front().chain.size(), std::size_t{2});
        QCOMPARE(claim.mentions.front().chain.front().speaker.value, std::string("lab"));
        QCOMPARE(find(next->speakers, claim.mentions.front().chain.back().speaker)->name,
                 std::string("The Example Times"));
    }
    void unknownNamesBecomeRows() {
        ClaimDraft other = draft();
        other.attribute = "rent";
        other.speaker = "An insider";
        const Result<Document> next = addClaimFromWords(oneSource(), other);
        QVERIFY(next);
        QCOMPARE(next->attributes.back()->title, std::string("rent"));
        QCOMPARE(next->attributes.back()->unit, std::string("USD"));
        QCOMPARE(next->speakers.size(), std::size_t{3});
    }
    void furtherWordsBecomeMentionsOfOneClaim() {
        const Document document = addClaimFromWords(oneSource(), draft()).value();
        const ClaimId id = document.claims.back()->id;
        ClaimDraft speaker = draft(), hedged = draft();
        speaker.start = 29, speaker.end = 32; // "lab"
        speaker.speaker = "An insider";
        hedged.start = 0, hedged.end = 5;
        hedged.hedge = "likely";
        hedged.modality = Modality::speculated;
        const Document next = addMentions(document, id, {speaker, hedged}).value();
        const Claim& claim = *find(next.claims, id);
        QCOMPARE(claim.mentions.size(), std::size_t(3));
        QCOMPARE(claim.mentions[1].anchor.quote, std::string("lab"));
        QCOMPARE(find(next.speakers, claim.mentions[1].chain.front().speaker)->name, std::string("An insider"));
        QCOMPARE(claim.mentions[2].hedge, std::string("likely"));
        QCOMPARE(claim.mentions[2].modality, Modality::speculated);
        QVERIFY(claim.quantity == find(document.claims, id)->quantity);
        QVERIFY(checkReferences(next)); // their ids are new
    }
    void wordsThatAreMentionedAreLeftOut() {
        const Document document = addClaimFromWords(oneSource(), draft()).value();
        ClaimDraft touching = draft();
        touching.start = 20, touching.end = 28;
        ClaimDraft twice = draft();
        twice.start = 30, twice.end = 33;
        QCOMPARE(addMentions(document, document.claims.back()->id, {draft(), touching}).value(), document);
        const Document next = addMentions(document, document.claims.back()->id, {twice, twice}).value();
        QCOMPARE(next.claims.back()->mentions.size(), std::size_t(2));
    }
    void noMentionsOfAnUnknownClaimOrOutsideTheText() {
        const Document document = addClaimFromWords(oneSource(), draft()).value();
        QCOMPARE(addMentions(document, {"gone"}, {draft()}).error().code, ErrorCode::idUnknown);
        ClaimDraft outside = draft();
        outside.start = 30, outside.end = 400;
        QCOMPARE(addMentions(document, document.claims.back()->id, {outside}).error().code, ErrorCode::fieldValue);
        outside.source = {"gone"};
        QCOMPARE(addMentions(document, document.claims.back()->id, {outside}).error().code, ErrorCode::idUnknown);
    }
    void withoutSpeakerThePublicationSpeaks() {
        ClaimDraft other = draft();
        other.speaker.clear();
        const Result<Document> next = addClaimFromWords(oneSource(), other);
        QVERIFY(next);
        QCOMPARE(next->claims.back()->mentions.front().chain.size(), std::size_t{1});
    }
    void aChainIsWrittenByNames() {
        ClaimDraft other = draft();
        other.speaker.clear();
        const Document first = *addClaimFromWords(oneSource(), other);
        const Claim& claim = *first.claims.back();
        const MentionId mention = claim.mentions.front().id;
        const std::string publication = find(first.speakers, claim.mentions.front().chain.front().speaker)->name;
        const Document named = *setChain(
            first, claim.id, mention,
            {{"Somebody", SpeakerRole::estimator}, {"", SpeakerRole::party}, {publication, SpeakerRole::relay}});
        const std::vector<Utterance>& chain = named.claims.back()->mentions.front().chain;
        QCOMPARE(chain.size(), std::size_t{2}); // nobody is left out
        QCOMPARE(find(named.speakers, chain[0].speaker)->name, std::string("Somebody"));
        QCOMPARE(chain[0].role, SpeakerRole::estimator);
        QCOMPARE(chain[1], claim.mentions.front().chain.front()); // known by name, not made twice
        QCOMPARE(named.speakers.size(), first.speakers.size() + 1);
        QVERIFY(setChain(named, claim.id, mention, {})->claims.back()->mentions.front().chain.empty());
        QCOMPARE(setChain(first, {"c99"}, mention, {}).error().code, ErrorCode::idUnknown);
        QCOMPARE(setChain(first, claim.id, {"m99"}, {}).error().code, ErrorCode::idUnknown);
    }
    void aClaimsNumberIsReadAgainOrTakenAway() {
        const Document first = *addClaimFromWords(oneSource(), draft());
        const ClaimId id = first.claims.back()->id;
        QCOMPARE(*setClaimQuantity(first, id, "$6 million")->claims.back()->quantity->value, 6e6);
        QVERIFY(!setClaimQuantity(first, id, "")->claims.back()->quantity);
        QVERIFY(!setClaimQuantity(first, id, "a lot"));
        QVERIFY(!setClaimQuantity(first, {"c99"}, "$1"));
    }
    void aClaimsAttributeIsFoundOrMade() {
        const Document first = *addClaimFromWords(oneSource(), draft());
        const ClaimId id = first.claims.back()->id;
        QCOMPARE(setClaimAttribute(first, id, "training cost")->attributes.size(), std::size_t{1});
        QCOMPARE(setClaimAttribute(first, id, "rent")->attributes.size(), std::size_t{2});
        QVERIFY(!setClaimAttribute(first, id, ""));
    }
};

const Registered<TestNewClaim> registered("new_claim");

} // namespace assay::test

#include "tst_new_claim.moc"
