// The claims table's model: rows, filter, sort by normalised value, exact signals.
#include "core/document/edit.h"
#include "tests/test.h"
#include "tests/ui/fixture.h"
#include "ui/models/claims_model.h"

#include <QtTest/QAbstractItemModelTester>

#include <memory>

namespace assay::test {

namespace {

QStringList ids(const ClaimsModel& model) {
    QStringList keys;
    for (int row = 0; row < model.rowCount(); ++row)
        keys += QString::fromStdString(model.at(row).key);
    return keys;
}

QString cell(const ClaimsModel& model, const char* id, ClaimColumn column) {
    return model.index(*model.rowOf(id), static_cast<int>(column)).data().toString();
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
        model.sort(3, Qt::DescendingOrder);
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
        model.sort(static_cast<int>(ClaimColumn::normalised));
        const QStringList order = ids(model);
        QVERIFY(order.indexOf(QStringLiteral("c5")) + 1
                == order.indexOf(QStringLiteral("c2"))); // 2,048 GPU < 50,000 H100, side by side

        model.sort(static_cast<int>(ClaimColumn::normalised), Qt::DescendingOrder);
        QStringList reversed = ids(model);
        std::reverse(reversed.begin(), reversed.end());
        QCOMPARE(reversed, order);
        model.sort(-1);
        QCOMPARE(ids(model).front(), QStringLiteral("c1"));
    }
    void aThousandHoursAreMoreThanAHundred() {
        const auto hours = [](double value, const char* unit) {
            return *normalise(Quantity{.value = value, .unit = unit}).value;
        };
        QVERIFY(hours(1, "GPU*h") > hours(59 * 60, "GPU*s"));
        QCOMPARE(normalise(Quantity{.value = 1, .unit = "H800*h"}).dimension,
                 normalise(Quantity{.value = 1, .unit = "GPU*s"}).dimension);
        QVERIFY(normalise(Quantity{.value = 1, .unit = "USD"}).dimension
                != normalise(Quantity{.value = 1, .unit = "KRW"}).dimension);
        QCOMPARE(*normalise(Quantity{.low = 10, .high = 20, .unit = "%"}).value, 0.15);
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
        QCOMPARE(cell(model, "c1", ClaimColumn::sources), QStringLiteral("1 digest"));
        QCOMPARE(cell(model, "c3", ClaimColumn::sources), QStringLiteral("1"));
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
