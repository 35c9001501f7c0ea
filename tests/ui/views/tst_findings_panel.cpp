// The findings beside the claims: groups, words, decisions as undo steps, and the service that keeps them current.
#include "core/document/check.h"
#include "core/document/edit.h"
#include "tests/test.h"
#include "tests/ui/views/panel_bench.h"
#include "ui/charts/theme.h"
#include "ui/text/finding_text.h"
#include "ui/views/finding_delegate.h"
#include "ui/views/findings_panel.h"
#include "ui/views/look.h"

#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListView>
#include <QtWidgets/QMenu>
#include <QtWidgets/QToolButton>

namespace assay::test {

namespace {

struct Bench : PanelBench {
    Bench() : service(store), panel(store, selection, service, questions) {
        panel.resize(360, 500);
        panel.show();
        settle();
    }
    FindingsService service;
    FindingsPanel panel;

    template <class T>
    T* part(const char* name) {
        return panel.findChild<T*>(QLatin1String(name));
    }
    QListView* list() { return part<QListView>("findings.list"); }
    void settle() {
        if (service.isBusy())
            QSignalSpy(&service, &FindingsService::changed).wait();
    }
    void showGroup(FindingGroup group) { part<QComboBox>("findings.group")->setCurrentIndex(static_cast<int>(group)); }
    /// Chooses the finding of this id; false: it is not in the list.
    bool choose(const FindingId& id) {
        const auto& model = static_cast<const FindingsModel&>(*list()->model());
        const auto row = model.rowOf(id.value);
        if (row)
            list()->setCurrentIndex(model.index(*row, 0));
        return row.has_value();
    }
    Finding first(FindingGroup group, std::size_t claims = 1) {
        for (const Finding& finding : service.findings())
            if (isIn(group, finding) && finding.claims.size() >= claims)
                return finding;
        return {};
    }
    std::optional<FindingStatus> status(const FindingId& id) {
        settle();
        for (const Finding& finding : service.findings())
            if (finding.id == id)
                return finding.status;
        return std::nullopt;
    }
};

} // namespace

class TestFindingsPanel : public Test {
    Q_OBJECT
private slots:
    void anEmptyProjectSaysWhatWouldBeChecked() {
        Bench bench;
        bench.store.reset(newDocument("empty"));
        bench.settle();
        bench.showGroup(FindingGroup::all);
        QCOMPARE(bench.list()->model()->rowCount(), 0);
        QVERIFY(!bench.list()->isVisible());
        QVERIFY(!bench.part<QToolButton>("findings.accept")->isEnabled());
        QVERIFY(!bench.part<QToolButton>("findings.link")->isEnabled());
    }
    void aDismissalWithoutAnAnswerChangesNothing() {
        Bench bench;
        const Finding alarm = bench.first(FindingGroup::alarms);
        QVERIFY(bench.choose(alarm.id));
        bench.part<QToolButton>("findings.dismiss")->click(); // the question is cancelled
        QCOMPARE(bench.store.undoStack().count(), 0);
        QCOMPARE(bench.status(alarm.id), std::optional(FindingStatus::open));
    }
    void theListIsWhatCheckFinds() {
        Bench bench;
        QCOMPARE(bench.service.findings().size(), check(bench.store.document()).size());
        QVERIFY(bench.service.findings() == check(bench.store.document()));
        const QAbstractItemModelTester tester(bench.list()->model());
        int total = 0;
        for (const FindingGroup group : findingGroups) {
            bench.showGroup(group);
            QCOMPARE(bench.list()->model()->rowCount(), countIn(group, bench.service.findings()));
            total += group == FindingGroup::all ? 0 : bench.list()->model()->rowCount();
        }
        QCOMPARE(total, bench.list()->model()->rowCount()); // every finding is in one group beside "All"
    }
    void theFilterKeepsWhatHoldsEveryWord() {
        Bench bench;
        bench.showGroup(FindingGroup::all);
        bench.part<QLineEdit>("findings.filter")->setText(QStringLiteral("h800 specification"));
        QCOMPARE(bench.list()->model()->rowCount(), 1);
        bench.part<QLineEdit>("findings.filter")->setText(QStringLiteral("nothing says this"));
        QVERIFY(!bench.list()->isVisible());
    }
    void choosingShowsTheWordsOfEachClaimInTurn() {
        Bench bench;
        bench.showGroup(FindingGroup::all);
        const Finding finding = bench.first(FindingGroup::all, 3);
        QVERIFY(bench.choose(finding.id));
        QCOMPARE(bench.selection.now().claims, finding.claims);
        QTest::keyClick(bench.list(), Qt::Key_Right);
        QCOMPARE(bench.selection.claim(), std::optional(finding.claims[1]));
        QCOMPARE(bench.selection.now().claims.size(), finding.claims.size());
        QTest::keyClick(bench.list(), Qt::Key_Left);
        QTest::keyClick(bench.list(), Qt::Key_Left);
        QCOMPARE(bench.selection.claim(), std::optional(finding.claims.back()));
    }
    void decisionsAreUndoSteps_data() {
        QTest::addColumn<char>("key");
        QTest::addColumn<int>("status");
        QTest::newRow("accept") << 'A' << static_cast<int>(FindingStatus::accepted);
        QTest::newRow("dismiss") << 'D' << static_cast<int>(FindingStatus::dismissed);
    }
    void decisionsAreUndoSteps() {
        QFETCH(char, key);
        QFETCH(int, status);
        Bench bench;
        bench.questions.lines = {QStringLiteral("another run was meant")};
        const Finding alarm = bench.first(FindingGroup::alarms);
        const int before = bench.list()->model()->rowCount();
        QVERIFY(bench.choose(alarm.id));
        QTest::keyClick(bench.list(), key);
        QCOMPARE(bench.store.undoStack().count(), 1);
        QCOMPARE(bench.status(alarm.id), std::optional(static_cast<FindingStatus>(status)));
        QCOMPARE(bench.list()->model()->rowCount(), before - 1); // no alarm any more
        QVERIFY(bench.list()->currentIndex().isValid());         // the next one, ready to be decided
        bench.showGroup(FindingGroup::decided);
        QVERIFY(bench.choose(alarm.id));
        QVERIFY(bench.part<QToolButton>("findings.reopen")->isVisible());
        bench.part<QToolButton>("findings.reopen")->click();
        QCOMPARE(bench.status(alarm.id), std::optional(FindingStatus::open));
        bench.store.undoStack().undo();
        bench.store.undoStack().undo();
        QCOMPARE(bench.status(alarm.id), std::optional(FindingStatus::open));
        QVERIFY(bench.store.document().decisions.empty());
    }
    void aFindingIsTurnedIntoLinks() {
        Bench bench;
        const Finding alarm = bench.first(FindingGroup::alarms, 2);
        QVERIFY(bench.choose(alarm.id));
        const std::size_t before = bench.store.document().links.size();
        QMenu* menu = bench.part<QToolButton>("findings.link")->menu();
        QVERIFY(menu->defaultAction()); // the one that suits this kind stands out
        menu->defaultAction()->trigger();
        QVERIFY(bench.store.document().links.size() > before);
        QCOMPARE(bench.store.undoStack().count(), 1);
        bench.store.undoStack().undo();
        QCOMPARE(bench.store.document().links.size(), before);
    }
    void aFailedAssertionStandsAmongTheFindingsUntilItIsGone() {
        Bench bench;
        const auto failed = [&] {
            return std::any_of(bench.service.findings().begin(), bench.service.findings().end(),
                               [](const Finding& finding) {
                                   return finding.kind == FindingKind::assertion
                                          && finding.reason.find("in 1..2 USD") != std::string::npos;
                               });
        };
        const Assertion wrong{.id = {"wrong"}, .scenario = {"as-disclosed"}, .text = "mean(rental_cost) in 1..2 USD"};
        QVERIFY(bench.store.apply(QStringLiteral("assert"), addAssertion(bench.store.document(), wrong)));
        QVERIFY(QTest::qWaitFor(failed, 20000));
        bench.showGroup(FindingGroup::alarms);
        bench.store.undoStack().undo();
        QVERIFY(QTest::qWaitFor([&] { return !failed(); }, 20000));
    }
    void aChangedClaimIsCheckedAgain() {
        Bench bench;
        const Finding alarm = bench.first(FindingGroup::alarms);
        QVERIFY(bench.store.apply(QStringLiteral("delete"), removeClaims(bench.store.document(), alarm.claims)));
        QVERIFY(!bench.status(alarm.id));
    }
    void aSliderStartsNoCheck() {
        Bench bench;
        const ScenarioInput input = bench.scenario().inputs.front();
        QVERIFY(bench.store.apply(QStringLiteral("drag"), setInput(bench.store.document(), bench.scenario().id,
                                                                   {input.input, "2.9M H800*h", input.basis})));
        QVERIFY(!bench.service.isBusy());
    }
    void verdictsCanBeReadInLightAndDark() {
        for (const QPalette& palette : {lightPalette(), darkPalette()})
            for (const Verdict verdict : {Verdict::error, Verdict::conflict, Verdict::note, Verdict::compatible})
                QVERIFY(contrast(verdictColor(palette, verdict), palette.color(QPalette::Base)) >= 4.5);
    }
};

const Registered<TestFindingsPanel> registered("findings_panel");

} // namespace assay::test

#include "tst_findings_panel.moc"
