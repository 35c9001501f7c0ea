// "Base on claims": ticking, weighing and naming the other end in the dialog, one undo step at the end; and inputs that
// are stale say so, with a way on.
#include "core/document/bind_claims.h"
#include "core/document/edit.h"
#include "tests/test.h"
#include "tests/ui/views/panel_bench.h"
#include "ui/views/bind_dialog.h"
#include "ui/views/distribution_preview.h"
#include "ui/views/elided_label.h"
#include "ui/views/input_row.h"
#include "ui/views/scenario_panel.h"

#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListView>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QRadioButton>
#include <QtWidgets/QTableWidget>

namespace assay::test {

namespace {

const ClaimId floorClaim{"floor"};

struct Panel : PanelBench {
    Panel() : panel(store, selection, runs, questions) {
        panel.resize(420, 800);
        panel.show();
    }
    ScenarioPanel panel;

    template <class T>
    T* part(const char* name) {
        return panel.findChild<T*>(QString::fromLatin1(name));
    }
    ScenarioInput input(const char* id) { return currentInput(store.document(), scenario().id, {id}).value(); }
    BindDialog* open(const char* row) {
        emit part<InputRow>(row)->claimsWanted();
        return part<BindDialog>("bindDialog");
    }
    /// A claim like v3-hours, but "more than 3 million".
    void addFloor() {
        Claim claim = *find(store.document().claims, ClaimId{"v3-hours"});
        claim.id = floorClaim;
        claim.statement = "More than 3 million hours.";
        claim.quantity = Quantity{"more than 3 million", 3e6, 3e6, std::nullopt, Bound::greater, "H800*h", 1};
        claim.mentions.resize(1);
        claim.mentions[0].id = MentionId{"floor-mention"};
        QVERIFY(store.apply({}, addClaim(store.document(), claim)));
    }
};

struct Table {
    explicit Table(BindDialog* opened) : dialog(opened), table(opened->findChild<QTableWidget*>()) {}
    BindDialog* dialog;
    QTableWidget* table;

    int row(const char* claim) const {
        for (int row = 0; row < table->rowCount(); ++row)
            if (table->item(row, 0)->text().startsWith(QString::fromLatin1(claim) + QLatin1Char(':')))
                return row;
        return -1;
    }
    QTableWidgetItem* cell(const char* claim, int column) const { return table->item(row(claim), column); }
    void tick(const char* claim, Qt::CheckState state = Qt::Checked) const { cell(claim, 0)->setCheckState(state); }
    QString result() const { return dialog->findChild<QLabel*>(QStringLiteral("bind.result"))->text(); }
    QPushButton* accept() const { return dialog->findChild<QPushButton*>(QStringLiteral("bind.accept")); }
};

constexpr int weightCell = 4, shareCell = 5, endCell = 6;

} // namespace

class TestBindDialog : public Test {
    Q_OBJECT
private slots:
    void nothingTickedCannotBeAccepted() {
        Panel bench;
        const Table table(bench.open("input.price"));
        QVERIFY(table.row("v3-price") >= 0);
        QCOMPARE(table.row("v3-gpus"), -1); // a count is no price
        table.tick("v3-price", Qt::Unchecked);
        QVERIFY(!table.accept()->isEnabled());
        QVERIFY(table.result().isEmpty());
    }
    void aOneSidedClaimAsksForItsOtherEnd() {
        Panel bench;
        bench.addFloor();
        const Table table(bench.open("input.hours"));
        table.tick("v3-hours", Qt::Unchecked);
        table.tick("floor");
        QVERIFY(!table.accept()->isEnabled());
        QVERIFY2(table.result().contains(QStringLiteral("more than 3 million")), qPrintable(table.result()));
        QVERIFY(!(table.cell("v3-hours", endCell)->flags() & Qt::ItemIsEditable));
        table.cell("floor", endCell)->setText(QStringLiteral("4M"));
        QVERIFY2(table.accept()->isEnabled(), qPrintable(table.result()));
        table.accept()->click();
        QCOMPARE(bench.input("hours").text, std::string("3,000,000 to 4,000,000 H800*h"));
        QCOMPARE(bench.input("hours").basis.terms.at(0).end, std::string("4M"));
    }
    void severalClaimsAreOneUndoStep() {
        Panel bench;
        const std::string before = bench.input("hours").text;
        const Table table(bench.open("input.hours"));
        table.tick("v3-hours-pretraining");
        QVERIFY(table.cell("v3-hours", shareCell)->text().startsWith(QStringLiteral("50")));
        table.cell("v3-hours", weightCell)->setText(QStringLiteral("0"));
        QCOMPARE(table.cell("v3-hours-pretraining", shareCell)->text(), QStringLiteral("100%"));
        table.cell("v3-hours", weightCell)->setText({});
        QVERIFY(!bench.part<DistributionPreview>("distributionPreview")->accessibleDescription().isEmpty());
        bench.part<QRadioButton>("bind.interval")->click();
        QVERIFY(table.cell("v3-hours", shareCell)->text().isEmpty());
        const int steps = bench.store.undoStack().count();
        table.accept()->click();
        QCOMPARE(bench.input("hours").basis.rule, ClaimsRule::interval);
        QVERIFY(bench.input("hours").text.starts_with("interval(2"));
        QCOMPARE(bench.store.undoStack().count(), steps + 1);
        bench.store.undoStack().undo();
        QCOMPARE(bench.input("hours").text, before);
    }
    void itOpensWithWhatTheInputStandsOn() {
        Panel bench;
        std::vector<BasisTerm> terms{BasisTerm{.claim = {"v3-hours"}, .weight = 2},
                                     BasisTerm{.claim = {"v3-hours-pretraining"}}};
        QVERIFY(bench.store.apply(
            {}, bindClaims(bench.store.document(), bench.scenario().id, {"hours"}, ClaimsRule::weighted, terms)));
        const Table table(bench.open("input.hours"));
        QCOMPARE(table.cell("v3-hours", 0)->checkState(), Qt::Checked);
        QCOMPARE(table.cell("v3-hours-pretraining", 0)->checkState(), Qt::Checked);
        QCOMPARE(table.cell("v3-hours", weightCell)->text(), QStringLiteral("2"));
        QVERIFY(bench.part<QRadioButton>("bind.weighted")->isChecked());
        const ClaimsChoice choice = table.dialog->chosen();
        QCOMPARE(choice.rule, ClaimsRule::weighted);
        QCOMPARE(choice.terms.size(), std::size_t(2));
    }
    void theFilterKeepsWhatIsTicked() {
        Panel bench;
        const Table table(bench.open("input.hours"));
        bench.part<QLineEdit>("bind.filter")->setText(QStringLiteral("no such words"));
        QVERIFY(!table.table->isRowHidden(table.row("v3-hours")));
        QVERIFY(table.table->isRowHidden(table.row("v3-hours-pretraining")));
    }
    void aChangedClaimMovesTheInputInTheSameStep() {
        Panel bench;
        QVERIFY(bench.store.apply({}, bindClaim(bench.store.document(), bench.scenario().id, {"hours"}, {"v3-hours"})));
        const std::string before = bench.input("hours").text;
        Claim claim = *find(bench.store.document().claims, ClaimId{"v3-hours"});
        claim.quantity->value = 3e6;
        claim.quantity->low = 2.9e6;
        claim.quantity->high = 3.1e6;
        QVERIFY(bench.store.apply({}, setClaim(bench.store.document(), claim)));
        QCOMPARE(bench.input("hours").text, std::string("3,000,000 H800*h"));
        bench.store.undoStack().undo();
        QCOMPARE(bench.input("hours").text, before);
    }
    void aDeletedClaimIsSaidWithAWayOn() {
        Panel bench;
        QVERIFY(bench.store.apply({}, removeClaims(bench.store.document(), {ClaimId{"v3-hours"}})));
        auto* stale = bench.part<QLabel>("input.stale.hours");
        QTRY_VERIFY(stale->isVisible());
        QVERIFY2(stale->text().contains(QStringLiteral("v3-hours")), qPrintable(stale->text()));
        QTRY_VERIFY(bench.part<ElidedLabel>("output.why.rental_cost")->text().contains(QStringLiteral("Stale")));
        QVERIFY(!bench.part<QLabel>("input.stale.price")->isVisible());
        bench.part<ElidedLabel>("input.mend.hours")->click();
        const Table table(bench.part<BindDialog>("bindDialog"));
        table.tick("v3-hours-pretraining");
        table.accept()->click();
        QTRY_VERIFY(!stale->isVisible());
        QTRY_VERIFY(!bench.part<ElidedLabel>("output.why.rental_cost")->text().contains(QStringLiteral("Stale")));
    }
    void theListNamesTheScenariosThatAreStale() {
        Panel bench;
        QSignalSpy told(&bench.panel, &ScenarioPanel::staleChanged);
        auto* list = bench.part<QListView>("scenarios.list");
        const auto title = [&](const char* id) {
            for (int row = 0; row < list->model()->rowCount(); ++row)
                if (const QModelIndex index = list->model()->index(row, 0);
                    index.data(Qt::UserRole).toString() == QLatin1String(id))
                    return index.data().toString();
            return QString();
        };
        QVERIFY(!title("as-disclosed").isEmpty() && !title("as-disclosed").contains(QStringLiteral("Stale")));
        QVERIFY(bench.store.apply({}, removeClaims(bench.store.document(), {ClaimId{"v3-hours"}})));
        QTRY_VERIFY(title("as-disclosed").startsWith(QStringLiteral("Stale: ")));
        QVERIFY(!title("singapore-later-filings").contains(QStringLiteral("Stale")));
        const QModelIndex row = list->currentIndex();
        QVERIFY(!row.data(Qt::EditRole).toString().contains(QStringLiteral("Stale"))); // it is no part of the title
        QVERIFY(row.data(Qt::AccessibleDescriptionRole).toString().contains(QStringLiteral("Stale")));
        const auto scenarios = told.constLast().constFirst().value<std::vector<ScenarioId>>();
        QVERIFY(std::find(scenarios.begin(), scenarios.end(), ScenarioId{"as-disclosed"}) != scenarios.end());
        bench.store.undoStack().undo();
        QTRY_VERIFY(!title("as-disclosed").contains(QStringLiteral("Stale")));
    }
    void aClaimThatSaysAnotherThingIsTakenOverByAClick() {
        Panel bench;
        Document document = bindClaim(bench.store.document(), bench.scenario().id, {"hours"}, {"v3-hours"}).value();
        Claim claim = *find(document.claims, ClaimId{"v3-hours"});
        claim.quantity->value = 3e6;
        claim.quantity->low = 2.9e6;
        claim.quantity->high = 3.1e6;
        bench.store.reset(setClaim(document, claim).value()); // as a merge outside the window leaves it
        bench.selection.selectScenario(ScenarioId{"as-disclosed"});
        QTRY_VERIFY(bench.part<QLabel>("input.stale.hours")->isVisible());
        bench.part<ElidedLabel>("input.mend.hours")->click();
        QCOMPARE(bench.input("hours").text, std::string("3,000,000 H800*h"));
        QTRY_VERIFY(!bench.part<QLabel>("input.stale.hours")->isVisible());
    }
};

const Registered<TestBindDialog> registered("bind_dialog");

} // namespace assay::test

#include "tst_bind_dialog.moc"
