// The claims table's model: rows, filter, sort by normalised value, exact signals.
#include "core/document/edit.h"
#include "tests/test.h"
#include "tests/ui/fixture.h"
#include "ui/models/claims_model.h"
#include "ui/text/claim_text.h"

#include <QtTest/QAbstractItemModelTester>

#include <memory>

namespace assay::test {

namespace {

QStringList ids(const ClaimsModel& model) {
    QStringList keys;
    for (int row = 0; row < model.rowCount(); ++row)
        if (const Claim* claim = model.claimOf(model.index(row, 0)))
            keys += QString::fromStdString(claim->id.value);
        else
            keys += QStringLiteral("[%1]").arg(model.index(row, 0).data().toString());
    return keys;
}

QString cell(const ClaimsModel& model, const char* id, ClaimColumn column) {
    return model.index(*model.rowOf(id), static_cast<int>(column)).data().toString();
}

/// Claims of one attribute with few subjects, dates and scopes among them.
Document manyClaims(int count) {
    Document document = smallDocument();
    const Claim one = *document.claims.front();
    document.claims.clear();
    for (int i = 0; i < count; ++i) {
        Claim claim = one;
        const std::string n = std::to_string(i * 7919 % 97);
        claim.id = {"x" + std::to_string(i)};
        claim.mentions.front().id = {"y" + std::to_string(i)};
        claim.mentions.front().chain.clear();
        claim.mentions.front().anchor.source = {"elsewhere"};
        claim.subject = "subject " + n;
        claim.asOf = i % 3 == 0 ? "" : "2024-0" + std::to_string(1 + i % 9);
        claim.scope = i % 4 == 0 ? "scope " + n : "";
        claim.statement = "statement";
        claim.verified = Verified::no;
        claim.quantity = Quantity{.text = n + " USD", .value = i * 31 % 101, .unit = "USD", .digits = 3};
        document.claims.push_back(Row(claim));
    }
    return document;
}

} // namespace

class TestClaimsModel : public Test {
    Q_OBJECT
private slots:
    void theModelKeepsQtsRules() {
        ClaimsModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        Document document = smallDocument();
        model.setDocument(document);
        model.sort(static_cast<int>(ClaimColumn::value), Qt::DescendingOrder);
        model.setFilter(QStringLiteral("the"));
        model.setDocument(*removeClaims(document, {{"c1"}}));
        model.setFilter({});
        model.sort(0);
        model.setDocument({});
        model.setDocument(document);
        QCOMPARE(model.rowCount(), 6);
    }
    void filterShowsRowsWithEveryWord_data() {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<QStringList>("expected");
        const auto list = [](const char* words) {
            return QString::fromLatin1(words).split(QLatin1Char(' '), Qt::SkipEmptyParts);
        };
        QTest::newRow("nothing typed") << QString() << list("c1 c2 c3 c4 c5 c6");
        QTest::newRow("no row") << QStringLiteral("zebra") << list("");
        QTest::newRow("case does not count") << QStringLiteral("H100 STOCK") << list("c2");
        QTest::newRow("full-width digits are digits") << QStringLiteral("\uFF12,048") << list("c5");
        QTest::newRow("order of words does not count") << QStringLiteral("cost model") << list("c1 c6");
        QTest::newRow("originator") << QStringLiteral("executive") << list("c2");
        QTest::newRow("source title") << QStringLiteral("doubts") << list("c1 c2 c4");
        QTest::newRow("verification in words") << QStringLiteral("secondary") << list("c4");
    }
    void filterShowsRowsWithEveryWord() {
        QFETCH(QString, filter);
        ClaimsModel model;
        model.setDocument(smallDocument());
        model.setFilter(filter);
        QTEST(ids(model), "expected");
        QCOMPARE(model.total(), 6);
    }
    void valuesSortAcrossUnitsAndUnlikeOnesApart() {
        ClaimsModel model;
        model.setDocument(smallDocument());
        model.sort(static_cast<int>(ClaimColumn::value));
        const QStringList order = ids(model);
        const auto isBefore = [&](const char* a, const char* b) {
            return order.indexOf(QLatin1String(a)) + 1 == order.indexOf(QLatin1String(b));
        };
        QVERIFY(isBefore("c5", "c2")); // 2,048 GPU < 50,000 H100, side by side
        QVERIFY(isBefore("c1", "c6")); // $5.6 million < 8.6 billion won at 1,4xx to the dollar
        model.sort(static_cast<int>(ClaimColumn::value), Qt::DescendingOrder);
        QStringList reversed = ids(model);
        std::reverse(reversed.begin(), reversed.end());
        QCOMPARE(reversed, order);
        model.sort(-1);
        QCOMPARE(ids(model).front(), QStringLiteral("c1"));
    }
    void aClaimWithoutAValueIsLastBothWays() {
        Document document = smallDocument();
        Claim wordsOnly = *document.claims[0];
        wordsOnly.quantity.reset();
        ClaimsModel model;
        model.setDocument(*setClaim(document, wordsOnly));
        for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
            model.sort(static_cast<int>(ClaimColumn::value), order);
            QCOMPARE(ids(model).back(), QStringLiteral("c1"));
        }
    }
    void moneyWithoutARateSaysSo_data() {
        QTest::addColumn<QByteArray>("asOf");
        QTest::addColumn<QString>("cell");
        QTest::addColumn<QString>("help");
        QTest::newRow("before any rate") << QByteArray("1950-01") << QStringLiteral("no rate")
                                         << QStringLiteral("1950-01");
        QTest::newRow("a year has no rate")
            << QByteArray("2025") << QStringLiteral("no rate") << QStringLiteral("2025");
        QTest::newRow("a day with a rate")
            << QByteArray("2025-01-27") << QStringLiteral("\u2248 $6M") << QStringLiteral("2025-01-27");
    }
    void moneyWithoutARateSaysSo() {
        QFETCH(QByteArray, asOf);
        QFETCH(QString, cell);
        QFETCH(QString, help);
        Document document = smallDocument();
        Claim claim = *document.claims[5];
        claim.asOf = asOf.toStdString();
        ClaimsModel model;
        model.setDocument(*setClaim(document, claim));
        const QModelIndex index = model.index(5, static_cast<int>(ClaimColumn::value));
        QVERIFY2(index.data().toString().contains(cell), qPrintable(index.data().toString()));
        QVERIFY2(index.data(Qt::ToolTipRole).toString().contains(help),
                 qPrintable(index.data(Qt::ToolTipRole).toString()));
    }
    void severalColumnsSortTogether() {
        ClaimsModel model;
        model.setDocument(smallDocument());
        model.setSort({{ClaimColumn::attribute, SortDirection::descending}, {ClaimColumn::written}});
        QCOMPARE(ids(model).join(QLatin1Char(' ')), QStringLiteral("c4 c1 c6 c3 c5 c2"));
        QVERIFY(model.headerData(static_cast<int>(ClaimColumn::written), Qt::Horizontal)
                    .toString()
                    .endsWith(QStringLiteral("\u21912")));
    }
    void aSortIsThatOfTheTexts() {
        ClaimsModel model;
        const Document document = manyClaims(300);
        model.setDocument(document);
        for (const ClaimColumn column : {ClaimColumn::subject, ClaimColumn::asOf, ClaimColumn::scope}) {
            model.sort(static_cast<int>(column));
            QStringList texts;
            for (int row = 0; row < model.rowCount(); ++row)
                texts += foldText(model.index(row, static_cast<int>(column)).data().toString());
            QStringList sorted = texts;
            std::stable_sort(sorted.begin(), sorted.end(), [](const QString& a, const QString& b) {
                return a.isEmpty() != b.isEmpty() ? b.isEmpty() : a.toUtf8() < b.toUtf8();
            });
            QCOMPARE(texts, sorted);
        }
    }
    void aFilterShowsWhatLookingAtEachClaimFinds() {
        const Document document = manyClaims(300);
        ClaimsModel model;
        model.setDocument(document);
        for (const char* word : {"a", "7", "subject 1", "2024-0", "scope", "zz"}) {
            const std::string wanted(word);
            model.setFilter(QStringLiteral("\"%1\"").arg(QLatin1String(word)));
            int count = 0;
            for (const Row<Claim>& claim : document.claims) {
                std::string all = claim->id.value + "|" + claim->subject + "|" + claim->asOf + "|" + claim->scope + "|"
                                  + claim->statement + "|" + claim->quantity->text + "|" + claim->quantity->unit
                                  + "|training cost|none|no|unverified|open|=|" + claim->note + "|"
                                  + normalisedText(*claim->quantity).toStdString();
                count += all.find(wanted) != std::string::npos ? 1 : 0;
            }
            QCOMPARE(model.rowCount(), count);
        }
    }
    void unverifiedShowsInWordsAndBesideTheValue() {
        ClaimsModel model;
        model.setDocument(smallDocument());
        QVERIFY(cell(model, "c2", ClaimColumn::written).endsWith(QLatin1Char('?')));
        QVERIFY(!cell(model, "c1", ClaimColumn::written).endsWith(QLatin1Char('?')));
        QCOMPARE(cell(model, "c2", ClaimColumn::verified), QStringLiteral("? unverified"));
        const QModelIndex mark = model.index(*model.rowOf("c2"), static_cast<int>(ClaimColumn::verified));
        QVERIFY(!mark.data(Qt::ToolTipRole).toString().isEmpty());
    }
    void aClaimReadOnlyInDigestsSaysSo() {
        ClaimsModel model;
        model.setDocument(smallDocument());
        QCOMPARE(cell(model, "c1", ClaimColumn::sources), QStringLiteral("1 digest / 1"));
        QCOMPARE(cell(model, "c3", ClaimColumn::sources), QStringLiteral("1 / 1"));
        QCOMPARE(cell(model, "c2", ClaimColumn::sources), QStringLiteral("1 digest / 0")); // nobody knows who
    }
    void termsOfAnExpressionChoose_data() {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const char* filter, const char* expected) {
            QTest::newRow(name) << QString::fromUtf8(filter) << QString::fromUtf8(expected);
        };
        row("a number that can't be read", "value>cheap", "");
        row("a count that can't be read", "sources>many", "");
        row("no such subject", "subject:zebra", "");
        row("the word stands elsewhere", "subject:stock", "");
        row("subject", "subject:SHOP", "c4");
        row("exactly", "attribute=\"gpu stock\"", "c2 c5");
        row("not exactly", "attribute=stock", "");
        row("left out", "-attribute:gpu -subject:shop", "c1 c6");
        row("a unit as held", "unit:H100", "c2");
        row("a unit of any chip", "unit:GPU", "c2 c3 c5");
        row("verified, not unverified", "verified:verified", "c1 c3 c5");
        row("verified by the file's word", "verified:no", "c2 c6");
        row("more than, in its own unit", "value>1M", "c1 c3 c6");
        row("more than, with a unit", "value>10000GPU", "c2");
        row("across currencies", "value>$5.7M", "c6");
        row("across currencies, the other way", "value<\"8.2 billion KRW\"", "c1");
        row("may lie in a range", "value:2000..3000", "c5");
        row("a per cent is as printed", "value=17", "c4");
        row("dates after", "asof>2025-01", "");
        row("dates from", "asof>=2025-01", "c1 c2 c3 c4 c5 c6");
        row("a date from its beginning", "asof:2025", "c1 c2 c3 c4 c5 c6");
        row("sources", "sources>=2", "");
        row("independent originators", "originators:0", "c2 c4");
        row("ungraded", "grade:none subject:shop", "c4");
        row("no conflict yet", "conflict:yes", "");
        row("without conflict", "conflict:no unit:%", "c4");
    }
    void termsOfAnExpressionChoose() {
        QFETCH(QString, filter);
        ClaimsModel model;
        model.setDocument(smallDocument());
        model.setFilter(filter);
        QTEST(ids(model).join(QLatin1Char(' ')), "expected");
    }
    void facetsCountWhatIsShown() {
        ClaimsModel model;
        model.setDocument(smallDocument());
        QCOMPARE(model.facet(FilterKey::attribute).front(), (FacetCount{"GPU stock", 2}));
        model.setFilter(QStringLiteral("unit:USD"));
        QCOMPARE(model.facet(FilterKey::attribute), (std::vector<FacetCount>{{"training cost", 1}}));
        QCOMPARE(model.facet(FilterKey::conflict), (std::vector<FacetCount>{{"no", 1}}));
        QCOMPARE(model.facet(FilterKey::link), std::vector<FacetCount>{});
    }
    void groupsOpenAndClose() {
        ClaimsModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setDocument(smallDocument());
        model.setGrouping(FilterKey::originator);
        QCOMPARE(ids(model).join(QLatin1Char(' ')),
                 QStringLiteral("[An executive (1)] c2 [The Lab (4)] c1 c3 c5 c6 [none (1)] c4"));
        model.setOpen(2, Qt::Unchecked);
        QCOMPARE(ids(model).join(QLatin1Char(' ')),
                 QStringLiteral("[An executive (1)] c2 [The Lab (4)] [none (1)] c4"));
        QVERIFY(!model.rowOf("c1"));
        QCOMPARE(model.matching(), 6);
        model.setFilter(QStringLiteral("report"));
        QCOMPARE(ids(model).join(QLatin1Char(' ')), QStringLiteral("[The Lab (3)]")); // closed as it was
        model.setFilter({});
        model.setOpen(2, Qt::Checked);
        model.sort(static_cast<int>(ClaimColumn::value), Qt::DescendingOrder);
        QCOMPARE(model.rowCount(), 9);
        model.setDocument(*removeClaims(smallDocument(), {{"c2"}}));
        QCOMPARE(ids(model).front(), QStringLiteral("[The Lab (4)]"));
        QVERIFY(!(model.flags(model.index(0, 0)) & Qt::ItemIsSelectable));
        model.setGrouping(std::nullopt);
        QCOMPARE(model.rowCount(), 5);
    }
    void aClaimOfTwoOriginatorsStandsUnderBoth() {
        Document document = smallDocument();
        Claim twice = *document.claims[0];
        Mention other = document.claims[1]->mentions[0];
        other.id = {"m9"};
        twice.mentions.push_back(other);
        ClaimsModel model;
        model.setDocument(*setClaim(document, twice));
        model.setGrouping(FilterKey::originator);
        QCOMPARE(ids(model).count(QStringLiteral("c1")), 2);
        QCOMPARE(model.rowsOf({{"c1"}}).size(), std::size_t(2));
    }
    void aFindingMarksItsClaims() {
        ClaimsModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setDocument(smallDocument());
        Finding finding{
            .kind = FindingKind::conflict, .verdict = Verdict::conflict, .claims = {{"c5"}}, .reason = "why"};
        model.setFindings({finding});
        QCOMPARE(model.index(4, 0).data(Qt::ToolTipRole).toString(), QStringLiteral("why"));
        model.sort(static_cast<int>(ClaimColumn::conflict));
        QCOMPARE(ids(model).front(), QStringLiteral("c5"));
        model.setFilter(QStringLiteral("conflict:yes"));
        QCOMPARE(ids(model), QStringList{QStringLiteral("c5")});
        finding.status = FindingStatus::dismissed;
        model.setFindings({finding});
        QCOMPARE(model.rowCount(), 0);
    }
    void whatIsTypedIsToldAndChangesNothing() {
        ClaimsModel model;
        model.setDocument(smallDocument());
        QSignalSpy edited(&model, &ClaimsModel::edited);
        QVERIFY(!model.setData(model.index(0, static_cast<int>(ClaimColumn::chain)), QStringLiteral("x")));
        QVERIFY(model.setData(model.index(0, static_cast<int>(ClaimColumn::subject)), QStringLiteral("x")));
        QCOMPARE(edited.size(), 1);
        QCOMPARE(cell(model, "c1", ClaimColumn::subject), QStringLiteral("The model"));
    }
    void oneRemovedClaimIsOneRemovedRow() {
        ClaimsModel model;
        model.setDocument(smallDocument());
        QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        const QPersistentModelIndex kept = model.index(3, 0);
        model.setDocument(*removeClaims(smallDocument(), {{"c2"}}));
        QCOMPARE(removed.size(), 1);
        QCOMPARE(reset.size(), 0);
        QCOMPARE(kept.row(), 2);
    }
    void oneChangedClaimIsOneChangedRow() {
        ClaimsModel model;
        const Document document = smallDocument();
        model.setDocument(document);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        Claim claim = *document.claims[2];
        claim.scope = "final run";
        model.setDocument(*setClaim(document, claim));
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.at(0).at(0).toModelIndex().row(), 2);
    }
    void aRowIsDraggedAsItsId() {
        ClaimsModel model;
        model.setDocument(smallDocument());
        const std::unique_ptr<QMimeData> mime(model.mimeData({model.index(1, 0), model.index(1, 1)}));
        QCOMPARE(mime->data(QStringLiteral("application/x-assay-claim")), QByteArray("c2"));
        QVERIFY(model.flags(model.index(1, 0)) & Qt::ItemIsDragEnabled);
    }
    void tenThousandRowsFilterWithinAKeystroke() {
        Document document = smallDocument();
        const Claim one = *document.claims.front();
        for (int i = 0; i < 10000; ++i) {
            Claim claim = one;
            claim.id = {"x" + std::to_string(i)};
            document.claims.push_back(Row(claim));
        }
        ClaimsModel model;
        model.setDocument(document);
        QElapsedTimer timer;
        timer.start();
        model.setFilter(QStringLiteral("x9999"));
        QVERIFY2(timer.elapsed() < 300, "a sanitizer build has ten times the 30 ms of the desktop targets");
        QCOMPARE(model.rowCount(), 1);
    }
};

const Registered<TestClaimsModel> registered("claims_model");

} // namespace assay::test

#include "tst_claims_model.moc"
