// Charts of claims and the linked selection: who is selected decides what is drawn, a mark leads to its words, and a
// chart's forms are a choice of its own.
#include "tests/test.h"
#include "tests/ui/views/panel_bench.h"
#include "ui/charts/chart_view.h"
#include "ui/views/chart_area.h"

#include <QtCore/QTemporaryDir>
#include <QtGui/QAccessible>
#include <QtWidgets/QComboBox>

#include <algorithm>

namespace assay::test {

namespace {

struct Charts : PanelBench {
    explicit Charts(const char* chart)
        : settings(folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat),
          area(store, selection, runs, questions, settings) {
        area.resize(640, 480);
        area.showChart(QString::fromLatin1(chart));
        area.show();
    }
    QString title() const { return area.spec() ? QString::fromStdString(area.spec()->title) : QString(); }
    QComboBox* choice(const char* name) { return area.findChild<QComboBox*>(QString::fromLatin1(name)); }
    ChartView* view() { return area.findChild<ChartView*>(QStringLiteral("chart.0")); }
    /// As a hand does: shown and told.
    void choose(const char* name, const char* id) {
        QComboBox* box = choice(name);
        box->setCurrentIndex(box->findData(QString::fromLatin1(id)));
        emit box->activated(box->currentIndex());
    }
    QTemporaryDir folder;
    QSettings settings;
    ChartArea area;
};

const Datum* datumOf(const ChartSpec& spec, const char* mention) {
    const auto found = std::find_if(spec.data.begin(), spec.data.end(),
                                    [&](const Datum& datum) { return datum.ids.mention.value == mention; });
    return found == spec.data.end() ? nullptr : &*found;
}

} // namespace

class TestChartLinks : public Test {
    Q_OBJECT
private slots:
    void initTestCase() { installChartAccessibility(); }
    void aClaimThatIsGoneLeavesThePictureOfTheOthers() {
        Charts bench("provenance");
        bench.selection.selectClaims({{"no-such-claim"}});
        QTRY_VERIFY(bench.title().contains(QStringLiteral("go back to one speaker, Alexandr Wang")));
    }
    void theSelectedClaimIsWhatTheGraphIsAbout() {
        Charts bench("provenance");
        QTRY_VERIFY(bench.title().startsWith(QStringLiteral("50K H100")));
        bench.selection.selectClaims({{"cl4-07"}});
        QTRY_VERIFY(bench.title().startsWith(QStringLiteral("$5.576M"))); // what it repeats
        bench.selection.selectClaims({{"cl3-04"}, {"cl4-07"}});
        QTRY_VERIFY(bench.area.spec() && datumOf(*bench.area.spec(), "m26") && datumOf(*bench.area.spec(), "m34"));
    }
    void aMarkLeadsToItsOwnWords() {
        Charts bench("provenance");
        QTRY_VERIFY(bench.area.spec());
        const Datum* datum = datumOf(*bench.area.spec(), "m26");
        QVERIFY(datum);
        QSignalSpy words(&bench.selection, &Selection::wordsWanted);
        emit bench.view()->markClicked(datum->ids);
        QCOMPARE(bench.selection.claim(), std::optional(ClaimId{"cl3-04"}));
        QCOMPARE(bench.selection.now().mention, std::optional(MentionId{"m26"}));
        QCOMPARE(bench.selection.now().source, std::optional(SourceId{"aggregator"}));
        QCOMPARE(words.count(), 1);
    }
    void aVoiceSelectsAllItsClaims() {
        Charts bench("provenance");
        QTRY_VERIFY(bench.area.spec());
        const std::vector<Datum>& data = bench.area.spec()->data;
        const auto wang = std::find_if(data.begin(), data.end(), [](const Datum& datum) {
            return datum.ids.mention.empty() && datum.ids.claims.size() >= 5 && datum.tip.starts_with("Alexandr Wang");
        });
        QVERIFY(wang != data.end());
        const MarkIds ids = wang->ids;
        emit bench.view()->markClicked(ids);
        QCOMPARE(bench.selection.now().claims, ids.claims);
    }
    void keysWalkTheNodesAndEnterGoesToTheWords() {
        Charts bench("provenance");
        QTRY_VERIFY(bench.area.spec());
        QTest::keyClick(bench.view(), Qt::Key_End);
        QCOMPARE(bench.view()->currentDatum(), bench.view()->datumCount() - 1);
        QVERIFY(bench.view()->datumText(bench.view()->currentDatum()).contains(QStringLiteral("SemiAnalysis")));
        QTest::keyClick(bench.view(), Qt::Key_Return);
        QTRY_COMPARE(bench.selection.claim(), std::optional(ClaimId{"sa-hopper"}));
        QCOMPARE(QAccessible::queryAccessibleInterface(bench.view())->childCount(), bench.view()->datumCount());
    }
    void theQuantityIsOfferedWhereItCounts() {
        Charts bench("provenance");
        QTRY_VERIFY(bench.area.spec());
        QVERIFY(bench.choice("chart.choice.attribute")->isHidden());
        bench.choose("chart.choice.form", "quantity");
        QTRY_VERIFY(!bench.choice("chart.choice.attribute")->isHidden());
        bench.choose("chart.choice.attribute", "training-cost");
        QTRY_VERIFY(bench.title().startsWith(QStringLiteral("Training cost: 11 mentions")));
    }
    void theFootNamesStaleScenariosOfThePictureOnly() {
        Charts bench("cost-by-scenario");
        QTRY_VERIFY(bench.area.spec());
        const auto foot = [&] {
            std::string text;
            for (const std::string& part : bench.area.spec()->footer)
                text += part + "\n";
            return text;
        };
        QVERIFY(foot().find("Stale") == std::string::npos);
        bench.area.setStale({ScenarioId{"singapore-later-filings"}, ScenarioId{"as-disclosed"}});
        QTRY_VERIFY2(foot().find("Stale, what its inputs stand on has changed: As disclosed\n") != std::string::npos
                         || foot().find("has changed: as-disclosed\n") != std::string::npos,
                     foot().c_str());
        bench.area.setStale({});
        QTRY_VERIFY(foot().find("Stale") == std::string::npos);
    }
    void aFormIsItsChartsOwn() {
        Charts bench("claims-over-time");
        QTRY_VERIFY(bench.area.spec());
        const std::string published = bench.area.spec()->subtitle;
        QVERIFY(published.starts_with("By day of publication"));
        bench.choose("chart.choice.form", "as-of");
        QTRY_VERIFY(bench.area.spec()->subtitle.starts_with("By the day the claim is about"));
        bench.area.showChart(QStringLiteral("provenance"));
        QTRY_VERIFY(bench.title().contains(QStringLiteral("go back to")));
        QCOMPARE(bench.choice("chart.choice.form")->currentData().toString(), QStringLiteral("claim"));
        bench.area.showChart(QStringLiteral("claims-over-time"));
        QTRY_VERIFY(bench.area.spec() && bench.area.spec()->subtitle.starts_with("By the day the claim is about"));
        bench.area.showChart(QStringLiteral("consistency"));
        QVERIFY(bench.choice("chart.choice.form")->isHidden());
    }
};

const Registered<TestChartLinks> registered("chart_links");

} // namespace assay::test

#include "tst_chart_links.moc"
