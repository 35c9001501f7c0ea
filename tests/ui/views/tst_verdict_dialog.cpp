// The analyst's verdict on a cell of the matrix: asked for by key, menu and table, refused without a reason, kept
// beside what is computed, one step to undo.
#include "ui/views/verdict_dialog.h"

#include "core/chart/matrix_cell.h"
#include "tests/test.h"
#include "tests/ui/views/panel_bench.h"
#include "tests/ui/views/window_desk.h"
#include "ui/charts/chart_table.h"
#include "ui/charts/chart_view.h"
#include "ui/views/chart_area.h"

#include <QtCore/QTemporaryDir>
#include <QtGui/QContextMenuEvent>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTableView>

namespace assay::test {

namespace {

struct Matrix : PanelBench {
    explicit Matrix(const char* chart = "consistency")
        : settings(folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat),
          area(store, selection, runs, questions, settings) {
        area.resize(800, 600);
        area.showChart(QString::fromLatin1(chart));
        area.show();
        QVERIFY(QTest::qWaitFor([this] { return area.spec() != nullptr && !runs.isBusy(); }));
    }
    ChartView* view() { return area.findChild<ChartView*>(QStringLiteral("chart.0")); }
    VerdictDialog* dialog() {
        for (QWidget* widget : area.findChildren<QWidget*>(QStringLiteral("verdictDialog")))
            if (widget->isVisible())
                return qobject_cast<VerdictDialog*>(widget);
        return nullptr;
    }
    /// The first cell with this verdict; -1: none.
    int cell(const char* verdict) const {
        const std::vector<Datum>& data = area.spec()->data;
        for (std::size_t i = 0; i < data.size(); ++i)
            if (data[i].cells[verdictColumn].text == verdict)
                return static_cast<int>(i);
        return -1;
    }
    void ask(int datum) {
        view()->setCurrentDatum(datum);
        QTest::keyClick(view(), Qt::Key_V);
    }
    template <class T>
    T* part(const char* name) {
        return dialog()->findChild<T*>(QLatin1String(name));
    }
    /// Chosen, given a reason and pressed.
    void set(Place place, const char* reason) {
        auto* choice = part<QComboBox>("verdict.choice");
        choice->setCurrentIndex(choice->findData(static_cast<int>(place)));
        part<QLineEdit>("verdict.reason")->setText(QString::fromUtf8(reason));
        part<QPushButton>("verdict.set")->click();
    }

    QTemporaryDir folder;
    QSettings settings;
    ChartArea area;
};

} // namespace

class TestVerdictDialog : public Test {
    Q_OBJECT
private slots:
    void init() { allowRemarksOnPopups(); }

    void chartsWithoutVerdictsAskForNone() {
        Matrix bench("cost-by-scenario");
        bench.ask(0);
        QVERIFY(!bench.dialog());
        bench.view()->showTable();
        QVERIFY(bench.view()->findChild<QPushButton*>(QStringLiteral("chartTable.verdict"))->isHidden());
    }
    void withoutACellNothingIsAsked() {
        Matrix bench;
        bench.ask(-1);
        QVERIFY(!bench.dialog());
    }
    void withoutAReasonNothingCanBeSet_data() {
        QTest::addColumn<QString>("reason");
        QTest::newRow("none") << QString();
        QTest::newRow("spaces") << QStringLiteral("   ");
    }
    void withoutAReasonNothingCanBeSet() {
        QFETCH(QString, reason);
        Matrix bench;
        bench.ask(bench.cell("tail"));
        QVERIFY(bench.dialog());
        bench.part<QLineEdit>("verdict.reason")->setText(reason);
        QVERIFY(!bench.part<QPushButton>("verdict.set")->isEnabled());
        QTest::keyClick(bench.dialog(), Qt::Key_Return);
        QVERIFY(bench.store.document().overrides.empty());
    }
    void whatTheDocumentRefusesIsSaid() {
        Matrix bench;
        bench.ask(bench.cell("tail"));
        Document gone = bench.store.document();
        gone.scenarios.clear(); // under the open dialog
        gone.assertions.clear();
        bench.store.reset(gone);
        bench.set(Place::excluded, "why");
        QVERIFY(bench.dialog() && bench.part<QLabel>("verdict.message")->isVisible());
        QVERIFY(bench.store.document().overrides.empty());
    }

    void theComputedVerdictIsNotOffered() {
        Matrix bench;
        bench.ask(bench.cell("tail"));
        const auto* choice = bench.part<QComboBox>("verdict.choice");
        QCOMPARE(choice->count(), 3);
        QCOMPARE(choice->findData(static_cast<int>(Place::tail)), -1);
        QVERIFY(bench.part<QLabel>("verdict.computed")->text().contains(QStringLiteral("tail")));
        QVERIFY(!bench.part<QPushButton>("verdict.back"));
    }

    void aVerdictIsSetSeenAndUndoneInOneStep() {
        Matrix bench;
        const int cell = bench.cell("tail");
        const MarkIds ids = bench.area.spec()->data[static_cast<std::size_t>(cell)].ids;
        QSignalSpy edited(&bench.area, &ChartArea::edited);
        bench.ask(cell);
        bench.set(Place::excluded, "  another\n scope ");
        QVERIFY(!bench.dialog());
        QCOMPARE(edited.count(), 1);
        const Override* own = findOverride(bench.store.document().overrides, ids.scenario, ids.claims.front());
        QVERIFY(own && own->verdict == Place::excluded && own->computed == Place::tail);
        QCOMPARE(own->reason, std::string("another scope"));
        QCOMPARE(bench.store.document().overrides.size(), ids.claims.size());
        QTRY_VERIFY(
            tip(bench, ids).contains(QStringLiteral("computed: tail, set by the analyst to excluded: another scope")));
        QCOMPARE(bench.store.undoStack().count(), 1);
        bench.store.undoStack().undo();
        QVERIFY(bench.store.document().overrides.empty());
        QTRY_VERIFY(!tip(bench, ids).contains(QStringLiteral("set by the analyst")));
    }

    void whatWasSetIsShownAgainAndTakenBack() {
        Matrix bench;
        const int cell = bench.cell("tail");
        const MarkIds ids = bench.area.spec()->data[static_cast<std::size_t>(cell)].ids;
        bench.ask(cell);
        bench.set(Place::notComparable, "another run");
        emit bench.view()->verdictWanted(ids);
        QVERIFY(bench.dialog());
        QCOMPARE(bench.part<QComboBox>("verdict.choice")->currentData().toInt(),
                 static_cast<int>(Place::notComparable));
        QCOMPARE(bench.part<QLineEdit>("verdict.reason")->text(), QStringLiteral("another run"));
        bench.part<QPushButton>("verdict.back")->click();
        QVERIFY(bench.store.document().overrides.empty());
        QCOMPARE(bench.store.undoStack().count(), 2);
    }

    void theMenuOffersIt() {
        Matrix bench;
        bench.view()->setCurrentDatum(bench.cell("tail"));
        QContextMenuEvent asked(QContextMenuEvent::Keyboard, QPoint(10, 10), bench.view()->mapToGlobal(QPoint(10, 10)));
        QCoreApplication::sendEvent(bench.view(), &asked);
        auto* menu = bench.view()->findChild<QMenu*>(QStringLiteral("chart.menu"));
        QVERIFY(menu);
        QAction* offer = nullptr;
        for (QAction* action : menu->actions())
            if (action->text().contains(QStringLiteral("verdict")))
                offer = action;
        QVERIFY(offer);
        offer->trigger();
        menu->close();
        QVERIFY(bench.dialog());
    }

    void theTableOffersItAndKeepsItsRow() {
        Matrix bench;
        bench.view()->showTable();
        auto* rows = bench.view()->findChild<QTableView*>(QStringLiteral("chartTableRows"));
        auto* button = bench.view()->findChild<QPushButton*>(QStringLiteral("chartTable.verdict"));
        QVERIFY(!button->isHidden() && !button->isEnabled());
        const int cell = bench.cell("excluded");
        const MarkIds ids = bench.area.spec()->data[static_cast<std::size_t>(cell)].ids;
        rows->setCurrentIndex(rows->model()->index(cell, 0));
        button->click();
        QTRY_VERIFY(bench.dialog());
        bench.set(Place::inside, "read otherwise");
        QTRY_VERIFY(tip(bench, ids).contains(QStringLiteral("set by the analyst to inside")));
        // its row tells less apart now and stands elsewhere
        const int column = static_cast<int>(matrixColumns.size()) - 1;
        const QModelIndex current = rows->currentIndex();
        QVERIFY2(current.siblingAtColumn(column).data().toString().contains(QStringLiteral("read otherwise")),
                 qPrintable(QString::number(current.row())));
    }
    void theChartKeepsItsCell() {
        Matrix bench;
        const int cell = bench.cell("excluded");
        const MarkIds ids = bench.area.spec()->data[static_cast<std::size_t>(cell)].ids;
        bench.ask(cell);
        bench.set(Place::inside, "read otherwise");
        QTRY_VERIFY(tip(bench, ids).contains(QStringLiteral("read otherwise")));
        QVERIFY(bench.view()->datumText(bench.view()->currentDatum()).contains(QStringLiteral("read otherwise")));
    }

private:
    static QString tip(Matrix& bench, const MarkIds& ids) {
        const ChartSpec* spec = bench.area.spec();
        if (spec)
            for (const Datum& datum : spec->data)
                if (datum.ids.scenario == ids.scenario && datum.ids.claims == ids.claims)
                    return QString::fromStdString(datum.tip);
        return {};
    }
};

const Registered<TestVerdictDialog> registered("verdict_dialog");

} // namespace assay::test

#include "tst_verdict_dialog.moc"
