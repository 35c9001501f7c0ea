// One field of many claims: read by its own grammar, all or none, and the reading of a number goes along.
#include "core/document/edit_claims.h"

#include "core/document/edit.h"
#include "tests/core/documents.h"
#include "tests/test.h"

namespace assay::test {

namespace {

const std::vector<ClaimId> both{{"c1"}, {"c2"}};

} // namespace

class TestEditClaims : public Test {
    Q_OBJECT
private slots:
    void whatCanNotBeReadChangesNothing_data() {
        QTest::addColumn<ClaimField>("field");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<ErrorCode>("code");
        const auto row = [](const char* name, ClaimField field, const char* text, ErrorCode code) {
            QTest::newRow(name) << field << QByteArray(text) << code;
        };
        row("no subject", ClaimField::subject, "", ErrorCode::nameEmpty);
        row("no attribute", ClaimField::attribute, "", ErrorCode::nameEmpty);
        row("no number", ClaimField::quantity, "cheap", ErrorCode::numberUnreadable);
        row("no such day", ClaimField::asOf, "2025-02-30", ErrorCode::fieldValue);
        row("a date in words", ClaimField::asOf, "last week", ErrorCode::fieldValue);
        row("no such letter", ClaimField::grade, "G1", ErrorCode::fieldValue);
        row("no such digit", ClaimField::grade, "A7", ErrorCode::fieldValue);
        row("too much of a grade", ClaimField::grade, "A12", ErrorCode::fieldValue);
        row("no such word", ClaimField::verified, "perhaps", ErrorCode::fieldValue);
        row("no such conclusion", ClaimField::assessment, "nice", ErrorCode::fieldValue);
    }
    void whatCanNotBeReadChangesNothing() {
        QFETCH(ClaimField, field);
        QFETCH(QByteArray, text);
        QFETCH(ErrorCode, code);
        const Document document = fullDocument();
        QCOMPARE(setClaimField(document, both, field, text.toStdString()).error().code, code);
        QCOMPARE(checkClaimField(document, *document.claims[0], field, text.toStdString()).error().code, code);
    }
    void aClaimThatIsNotThereIsNamed() {
        for (const ClaimField field : {ClaimField::note, ClaimField::attribute})
            QCOMPARE(setClaimField(fullDocument(), {{"c1"}, {"nobody"}}, field, "x").error().code,
                     ErrorCode::idUnknown);
        QCOMPARE(fillClaimField(fullDocument(), {"nobody"}, both, ClaimField::note).error().code, ErrorCode::idUnknown);
    }
    void everyFieldReadsBackAsItWasTyped_data() {
        QTest::addColumn<ClaimField>("field");
        QTest::addColumn<QByteArray>("text");
        const auto row = [](const char* name, ClaimField field, const char* text) {
            QTest::newRow(name) << field << QByteArray(text);
        };
        row("subject", ClaimField::subject, "Another");
        row("attribute", ClaimField::attribute, "an attribute that is new");
        row("statement", ClaimField::statement, "It is so.");
        row("quantity", ClaimField::quantity, "about $7 million");
        row("no quantity", ClaimField::quantity, "");
        row("a year", ClaimField::asOf, "2025");
        row("a month", ClaimField::asOf, "2025-02");
        row("a day with a time", ClaimField::asOf, "2025-02-28T16:00");
        row("no date", ClaimField::asOf, "");
        row("scope", ClaimField::scope, "the final run");
        row("grade", ClaimField::grade, "B2");
        row("half a grade", ClaimField::grade, "-3");
        row("no grade", ClaimField::grade, "");
        row("verified", ClaimField::verified, "secondary");
        row("assessment", ClaimField::assessment, "partly-supported");
        row("note", ClaimField::note, "looked at twice");
    }
    void everyFieldReadsBackAsItWasTyped() {
        QFETCH(ClaimField, field);
        QFETCH(QByteArray, text);
        const Document document = fullDocument();
        const Document next = setClaimField(document, both, field, text.toStdString()).value();
        QVERIFY(checkClaimField(document, *document.claims[0], field, text.toStdString()));
        for (const Row<Claim>& claim : next.claims)
            QCOMPARE(claimFieldText(next, *claim, field), text.toStdString());
        QCOMPARE(next.attributes.size(), document.attributes.size() + (field == ClaimField::attribute ? 1U : 0U));
        QVERIFY(next.links == document.links);
    }
    void aSmallLetterIsAGradeToo() {
        const Document next = setClaimField(fullDocument(), both, ClaimField::grade, "b2").value();
        QCOMPARE(claimFieldText(next, *next.claims[0], ClaimField::grade), std::string("B2"));
        QCOMPARE(next.claims[0]->grade.likelihood, fullDocument().claims[0]->grade.likelihood); // said apart
    }
    void fillingTakesTheReadingAlong() {
        Document document = fullDocument();
        Claim first = *document.claims[0];
        first.quantity = Quantity{.text = "twelve or so", .low = 11, .high = 13, .bound = Bound::about, .unit = "GPU"};
        document = setClaim(document, first).value();
        const Document next = fillClaimField(document, {"c1"}, both, ClaimField::quantity).value();
        QCOMPARE(*next.claims[1]->quantity, *first.quantity); // not read again: the words alone say less
        QVERIFY(next.claims[0].sameObject(document.claims[0]));
    }
    void everyFieldCanBeFilled() {
        const Document document = fullDocument();
        for (int field = 0; field <= static_cast<int>(ClaimField::note); ++field) {
            const auto which = static_cast<ClaimField>(field);
            const Document next = fillClaimField(document, {"c1"}, both, which).value();
            QCOMPARE(claimFieldText(next, *next.claims[1], which),
                     claimFieldText(document, *document.claims[0], which));
        }
    }
};

const Registered<TestEditClaims> registered("edit_claims");

} // namespace assay::test

#include "tst_edit_claims.moc"
