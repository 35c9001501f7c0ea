// Speakers: a spelling belongs to one of them, a merge keeps every spelling where it was written, and a chain names
// everybody once.
#include "core/base/error_code.h"
#include "core/document/edit.h"
#include "core/document/new_claim.h"
#include "core/io/project_file.h"
#include "tests/core/documents.h"
#include "tests/test.h"

namespace assay::test {

namespace {

Speaker named(const std::string& id, const std::string& name, std::vector<std::string> aliases = {}) {
    return Speaker{.id = {id}, .name = name, .aliases = std::move(aliases)};
}

/// Two speakers of two spellings, each with a mention; c1 is passed on by the press.
Document twoWangs() {
    Document document = fullDocument();
    document = addSpeaker(document, named("wang", "Alexandr Wang", {"A. Wang"})).value();
    document = addSpeaker(document, named("wang-2", "Alexander Wang", {"Mr Wang"})).value();
    document = setChain(document, {"c1"}, {"m1"}, {{"Alexander Wang", SpeakerRole::estimator}, {"DeepSeek"}}).value();
    return setChain(document, {"c2"}, {"m2"}, {{"A. Wang", SpeakerRole::estimator}}).value();
}

const Utterance& firstOf(const Document& document, std::size_t claim) {
    return document.claims.at(claim)->mentions.at(0).chain.at(0);
}

} // namespace

class TestEditSpeaker : public Test {
    Q_OBJECT
private slots:
    void aSpellingBelongsToOneSpeaker_data() {
        QTest::addColumn<Speaker>("speaker");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("another's name") << named("wang", "Alexander Wang") << ErrorCode::aliasTaken;
        QTest::newRow("another's alias") << named("wang", "Alexandr Wang", {"Mr Wang"}) << ErrorCode::aliasTaken;
        QTest::newRow("another's alias as name") << named("new", "A. Wang") << ErrorCode::aliasTaken;
        QTest::newRow("no name") << named("wang", "") << ErrorCode::nameEmpty;
        QTest::newRow("an empty alias") << named("wang", "Alexandr Wang", {""}) << ErrorCode::nameEmpty;
    }
    void aSpellingBelongsToOneSpeaker() {
        QFETCH(Speaker, speaker);
        QFETCH(ErrorCode, code);
        const Document document = twoWangs();
        const Result<Document> next =
            find(document.speakers, speaker.id) ? setSpeaker(document, speaker) : addSpeaker(document, speaker);
        QVERIFY(!next);
        QCOMPARE(next.error().code, code);
    }
    void aFileWhereTwoHaveOneSpellingCanStillBeMended() {
        Document document = twoWangs();
        document.speakers.push_back(Row(named("third", "Mr Wang", {"Alexandr Wang"})));
        Speaker third = *document.speakers.back();
        third.aliases.clear();
        third.kind = SpeakerKind::person;
        const Document next = setSpeaker(document, third).value();
        QVERIFY(find(next.speakers, third.id)->aliases.empty());
        QCOMPARE(mergeSpeakers(next, {"wang-2"}, third.id).value().speakers.size(), next.speakers.size() - 1);
    }
    void anAliasInAChainIsKeptAsItStandsThere() {
        const Document document = twoWangs();
        QCOMPARE(firstOf(document, 0), (Utterance{{"wang-2"}, SpeakerRole::estimator, ""}));
        QCOMPARE(firstOf(document, 1), (Utterance{{"wang"}, SpeakerRole::estimator, "A. Wang"}));
    }
    void aMergeKeepsEverySpellingWhereItWasWritten() {
        const Document before = twoWangs();
        const Document after = mergeSpeakers(before, {"wang"}, {"wang-2"}).value();
        const Speaker& wang = *find(after.speakers, SpeakerId{"wang"});
        QCOMPARE(wang.aliases, (std::vector<std::string>{"A. Wang", "Alexander Wang", "Mr Wang"}));
        QCOMPARE(firstOf(after, 0), (Utterance{{"wang"}, SpeakerRole::estimator, "Alexander Wang"}));
        QCOMPARE(firstOf(after, 1).spelling, std::string("A. Wang"));
        QVERIFY(find(after.speakers, SpeakerId{"wang-2"}) == nullptr);
        QVERIFY(readProject(writeProject(after), "f").value() == after);
    }
    void aMergedSpeakerStandsInAChainOnce() {
        Document document = twoWangs();
        document = setChain(document, {"c1"}, {"m1"},
                            {{"Alexander Wang", SpeakerRole::estimator}, {"DeepSeek"}, {"Alexandr Wang"}})
                       .value();
        const Document after = mergeSpeakers(document, {"wang"}, {"wang-2"}).value();
        const std::vector<Utterance>& chain = after.claims[0]->mentions[0].chain;
        QCOMPARE(chain.size(), std::size_t(2));
        QCOMPARE(chain[0].spelling, std::string("Alexander Wang"));
        QCOMPARE(chain[1].speaker, SpeakerId{"deepseek"});
    }
    void aChainThatComesBackToSomebodyIsRefused_data() {
        QTest::addColumn<QStringList>("names");
        QTest::newRow("at once") << QStringList{QStringLiteral("DeepSeek"), QStringLiteral("DeepSeek")};
        QTest::newRow("by an alias") << QStringList{QStringLiteral("DeepSeek"), QStringLiteral("Alexandr Wang"),
                                                    QStringLiteral("DeepSeek-AI")};
        QTest::newRow("somebody new twice") << QStringList{QStringLiteral("New"), QStringLiteral("New")};
    }
    void aChainThatComesBackToSomebodyIsRefused() {
        QFETCH(QStringList, names);
        std::vector<NamedUtterance> chain;
        for (const QString& name : names)
            chain.push_back({name.toStdString(), SpeakerRole::relay});
        const Result<Document> next = setChain(twoWangs(), {"c1"}, {"m1"}, chain);
        QVERIFY(!next);
        QCOMPARE(next.error().code, ErrorCode::chainRepeats);
        QCOMPARE(QString::fromStdString(next.error().details.at(0)), names.back());
    }
    void aSpeakerGoesOnlyWhenNobodyIsQuoted() {
        Document document = twoWangs();
        QCOMPARE(removeSpeaker(document, {"wang"}).error().code, ErrorCode::stillUsed);
        document = setChain(document, {"c2"}, {"m2"}, {}).value();
        QVERIFY(find(removeSpeaker(document, {"wang"}).value().speakers, SpeakerId{"wang"}) == nullptr);
    }
};

const Registered<TestEditSpeaker> registered("edit_speaker");

} // namespace assay::test

Q_DECLARE_METATYPE(assay::Speaker)

#include "tst_edit_speaker.moc"
