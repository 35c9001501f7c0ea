// "Which claim to check next": what each claim carries and what there would be without it, following the document.
#include "core/document/bind_claims.h"
#include "core/document/edit.h"
#include "tests/test.h"
#include "tests/ui/views/panel_bench.h"
#include "ui/views/claim_effects_dialog.h"

#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QTableWidget>

namespace assay::test {

namespace {

struct Effects : PanelBench {
    explicit Effects(const char* scenario = "as-disclosed")
        : PanelBench(ScenarioId{scenario}),
          dialog(store, selection, runs, ScenarioId{scenario}) {
        dialog.show();
    }
    ClaimEffectsDialog dialog;
    QTableWidget* table = dialog.findChild<QTableWidget*>();
    QComboBox* output = dialog.findChild<QComboBox*>();

    int rowOf(const char* claim) const {
        for (int row = 0; row < table->rowCount(); ++row)
            if (table->item(row, 0)->text().startsWith(QString::fromLatin1(claim)))
                return row;
        return -1;
    }
    QString cell(const char* claim, int column) const {
        const int row = rowOf(claim);
        return row < 0 || !table->item(row, column) ? QString() : table->item(row, column)->text();
    }
    void choose(const char* id) { output->setCurrentIndex(output->findData(QString::fromLatin1(id))); }
    /// Hours between two figures of the report, so that they carry something.
    void spreadHours() {
        static_cast<void>(
            store.apply({}, bindClaims(store.document(), {"as-disclosed"}, {"hours"}, ClaimsRule::weighted,
                                       {BasisTerm{.claim = {"v3-hours"}}, BasisTerm{.claim = {"v3-hours-post"}}})));
    }
};

constexpr int spreadCell = 2, doubtCell = 3, withoutCell = 4, movedCell = 5, insteadCell = 6;

} // namespace

class TestClaimEffects : public Test {
    Q_OBJECT
private slots:
    void aScenarioWithoutClaimsSaysSo() {
        Effects bench;
        Scenario bare = bench.scenario();
        bare.inputs.clear();
        QVERIFY(bench.store.apply({}, setScenario(bench.store.document(), bare)));
        auto* note = bench.dialog.findChild<QLabel*>(QStringLiteral("effects.note"));
        QTRY_COMPARE(bench.table->rowCount(), 0);
        QTRY_VERIFY2(note->text().contains(QStringLiteral("No input")), qPrintable(note->text()));
    }
    void aClaimTakenAsExactCarriesNoSpreadButMovesTheResult() {
        Effects bench;
        bench.choose("rental_cost");
        QTRY_VERIFY(bench.rowOf("v3-price") >= 0);
        QCOMPARE(bench.cell("v3-price", spreadCell), QStringLiteral("exact"));
        QVERIFY(bench.cell("v3-price", insteadCell).contains(QStringLiteral("default")));
        QVERIFY2(bench.cell("v3-price", withoutCell).startsWith(QLatin1Char('$')),
                 qPrintable(bench.cell("v3-price", withoutCell)));
        QVERIFY(bench.cell("v3-price", movedCell) != QStringLiteral("nothing"));
        QVERIFY(bench.table->isColumnHidden(doubtCell));
    }
    void theClaimsOfAnUncertainInputComeFirst() {
        Effects bench;
        bench.choose("rental_cost");
        bench.spreadHours();
        QTRY_VERIFY(bench.rowOf("v3-hours-post") >= 0);
        QTRY_VERIFY(bench.cell("v3-hours", spreadCell).contains(QLatin1Char('%')));
        QVERIFY(bench.rowOf("v3-price") > bench.rowOf("v3-hours-post"));
        QVERIFY(bench.cell("v3-hours-post", insteadCell).contains(QStringLiteral("other claims")));
    }
    void claimsBelowALinkedScenarioAreThereToo() {
        Effects bench("around-the-run"); // its compute cost is the rental cost of "As disclosed"
        bench.choose("programme_cost");
        QTRY_VERIFY(bench.rowOf("v3-price") >= 0 && bench.rowOf("v3-hours") >= 0);
        QCOMPARE(bench.cell("v3-price", spreadCell), QStringLiteral("\u2013")); // of no input of its own
        const QString input = bench.cell("v3-price", 1);
        QVERIFY2(input.endsWith(QStringLiteral(", of As disclosed")), qPrintable(input));
    }
    void aThresholdRanksByDoubt() {
        Effects bench;
        bench.choose("rental_cost");
        bench.spreadHours();
        bench.dialog.findChild<QLineEdit*>(QStringLiteral("effects.threshold"))->setText(QStringLiteral("$1M"));
        QTRY_VERIFY(!bench.table->isColumnHidden(doubtCell));
        QTRY_VERIFY2(bench.cell("v3-hours", doubtCell).remove(QLatin1Char('%')).toDouble() > 90,
                     qPrintable(bench.cell("v3-hours", doubtCell)));
    }
    void aThresholdOfAnotherUnitIsRefused() {
        Effects bench;
        bench.choose("rental_cost");
        QTRY_VERIFY(bench.rowOf("v3-price") >= 0);
        bench.dialog.findChild<QLineEdit*>(QStringLiteral("effects.threshold"))->setText(QStringLiteral("5 H800*h"));
        auto* refusal = bench.dialog.findChild<QLabel*>(QStringLiteral("effects.refusal"));
        QVERIFY(refusal->isVisible() && !refusal->text().isEmpty());
        QTRY_VERIFY(bench.table->isColumnHidden(doubtCell));
    }
    void enterGoesToTheWords() {
        Effects bench;
        QTRY_VERIFY(bench.rowOf("v3-price") >= 0);
        emit bench.table->cellActivated(bench.rowOf("v3-price"), 0);
        QCOMPARE(*bench.selection.claim(), ClaimId{"v3-price"});
    }
};

const Registered<TestClaimEffects> registered("claim_effects");

} // namespace assay::test

#include "tst_claim_effects.moc"
