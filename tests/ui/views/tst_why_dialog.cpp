// "Why this number?": formulas with live values, inputs with their claims' words, and how far the output moves with
// each.
#include "tests/test.h"
#include "tests/ui/views/panel_bench.h"
#include "ui/views/elided_label.h"
#include "ui/views/why_dialog.h"

#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

namespace assay::test {

namespace {

struct Why : PanelBench {
    Why() : PanelBench(ScenarioId{"from-compute"}), dialog(store, selection, runs, {"from-compute"}, {"rental_cost"}) {
        dialog.show();
    }
    WhyDialog dialog;

    QString textOf(const char* name) {
        auto* label = dialog.findChild<QLabel*>(QString::fromLatin1(name));
        return label ? label->text() : QString();
    }
    bool says(const QString& words) {
        const QList<QLabel*> labels = dialog.findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(),
                           [&](const QLabel* label) { return label->text().contains(words); });
    }
};

} // namespace

class TestWhyDialog : public Test {
    Q_OBJECT
private slots:
    void withoutARunThereAreNoValuesYet() {
        PanelBench bench(ScenarioId{"from-compute"});
        const WhyNumber why = whyNumber(bench.store.document(), bench.scenario(), {"rental_cost"}, nullptr);
        QVERIFY(why.value.isEmpty() && !why.formulas.empty() && !why.inputs.empty());
        for (const WhyFormula& formula : why.formulas)
            QVERIFY(formula.filled.isEmpty() && formula.value.isEmpty());
        QVERIFY(whyNumber(bench.store.document(), bench.scenario(), {"no_such"}, nullptr).formulas.empty());
    }
    void formulasHoldTodaysValues() {
        Why bench;
        QTRY_VERIFY(bench.says(QStringLiteral("= ") + QChar(0x2039)));
        QVERIFY(bench.says(QStringLiteral("rental_cost = ")));
    }
    void everyInputSaysHowFarItMovesTheOutput() {
        Why bench;
        QTRY_VERIFY2(bench.textOf("why.effect.price").contains(QStringLiteral("+10 %")),
                     qPrintable(bench.textOf("why.effect.price")));
        QVERIFY(bench.textOf("why.effect.price").contains(QStringLiteral("P5 to P95")));
        QVERIFY(bench.textOf("why.effect.parameters").contains(QStringLiteral("+10 %"))); // fixed, and yet it matters
        QVERIFY(!bench.textOf("why.effect.parameters").contains(QStringLiteral("P5 to P95")));
    }
    void aClaimLeadsToItsWords() {
        Why bench;
        const auto link = [&] {
            return bench.dialog.findChild<ElidedLabel*>(QStringLiteral("why.claim.parameters.v3-active"));
        };
        QTRY_VERIFY(link());
        QVERIFY(link()->text().contains(QChar(0x201c)));
        link()->click();
        QCOMPARE(*bench.selection.claim(), ClaimId{"v3-active"});
    }
    void itLeadsToWhatMustBeTrue() {
        Why bench;
        QSignalSpy wanted(&bench.dialog, &WhyDialog::mustBeWanted);
        bench.dialog.findChild<QPushButton*>(QStringLiteral("why.mustBe"))->click();
        QCOMPARE(wanted.count(), 1);
    }
};

const Registered<TestWhyDialog> registered("why_dialog");

} // namespace assay::test

#include "tst_why_dialog.moc"
