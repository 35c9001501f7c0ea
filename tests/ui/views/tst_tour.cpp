// The tour: offered once, five steps through what the sample has, left at any time, and nothing changed by it.
#include "tests/ui/views/panel_bench.h"
#include "tests/ui/views/window_desk.h"
#include "ui/views/source_text.h"
#include "ui/views/tour.h"

#include <QtWidgets/QLabel>
#include <QtWidgets/QListView>
#include <QtWidgets/QPushButton>

namespace assay::test {

namespace {

struct TourDesk {
    QTemporaryDir folder;
    WindowDesk desk{folder.path().toStdString(), quickSimulate};
    Workbench& bench = desk.bench;
    MainWindow& window = desk.window;

    template <class T>
    T& part(const char* name) {
        return *desk.find<T>(name);
    }
    Tour& tour() { return *window.findChild<Tour*>(); }
    bool isReady() {
        return QTest::qWaitFor(
            [this] { return !bench.session.isBusy() && !bench.findings.isBusy() && !bench.runs.isBusy(); });
    }
    void take() {
        part<QAction>("tour").trigger();
        QVERIFY(isReady());
    }
    void next() { part<QPushButton>("tourNext").click(); }
};

} // namespace

class TestTour : public Test {
    Q_OBJECT
private slots:
    void aClaimThatIsGoneLeavesTheWordsOfItsStep() {
        TourDesk desk;
        desk.bench.session.openSample();
        QVERIFY(desk.isReady());
        Document document = desk.bench.store.document();
        QVERIFY(!document.claims.empty());
        std::erase_if(document.claims, [](const Row<Claim>& claim) { return claim->id == ClaimId{"cl0-16"}; });
        std::erase_if(document.links, [](const Row<Link>& link) {
            return link->from == ClaimId{"cl0-16"} || link->to == ClaimId{"cl0-16"};
        });
        desk.bench.store.reset(document);
        desk.take();
        QCOMPARE(desk.tour().step(), 0);
        QVERIFY(!desk.part<QLabel>("tourText").text().isEmpty());
    }

    void anotherProjectEndsIt() {
        TourDesk desk;
        desk.take();
        QCOMPARE(desk.tour().step(), 0);
        desk.bench.session.newProject();
        QVERIFY(desk.isReady());
        QCOMPARE(desk.tour().step(), -1);
        QVERIFY(!desk.tour().isVisible());
    }

    void itIsOfferedOnceWithTheFirstSample() {
        TourDesk desk;
        desk.bench.session.newProject();
        QVERIFY(desk.window.messages().text().isEmpty());
        desk.bench.session.openSample();
        QVERIFY(!desk.window.messages().text().isEmpty());
        QVERIFY(!desk.tour().isVisible());
        desk.part<QPushButton>("messageAction").click();
        QCOMPARE(desk.tour().step(), 0);
        QTest::keyClick(&desk.part<QPushButton>("tourNext"), Qt::Key_Escape);
        QVERIFY(!desk.tour().isVisible());
        desk.bench.session.newProject();
        desk.bench.session.openSample();
        QVERIFY(desk.window.messages().text().isEmpty());
    }

    void eachStepShowsWhatItSpeaksOf() {
        TourDesk desk;
        desk.take();
        auto& findings = desk.part<QListView>("findings.list");
        const auto& selected = desk.bench.selection;
        QVERIFY(findings.isVisible());
        QVERIFY(selected.claim());
        QCOMPARE(selected.claim()->value, std::string("cl0-16"));
        QVERIFY(findings.currentIndex().isValid());
        QVERIFY(!desk.part<QPushButton>("tourBack").isEnabled());
        desk.next();
        QVERIFY(findings.currentIndex().data(Qt::DisplayRole).toString().contains(QStringLiteral("1 originator"))
                || findings.currentIndex()
                       .data(Qt::AccessibleTextRole)
                       .toString()
                       .contains(QStringLiteral("1 originator")));
        desk.next();
        QCOMPARE(selected.now().scenario, ScenarioId{"around-the-run"});
        desk.next();
        QCOMPARE(selected.now().scenario, ScenarioId{"singapore-january-2025"});
        desk.part<QPushButton>("tourBack").click();
        QCOMPARE(desk.tour().step(), 2);
        desk.next();
        desk.next();
        QCOMPARE(desk.tour().step(), 4);
        QVERIFY(desk.part<QPushButton>("tourNext").text().contains(QStringLiteral("Export")));
        QCOMPARE(desk.bench.store.undoStack().count(), 0);
    }

    void theWordsOfAStepAreInViewWhenThePanesHaveTheirSizes() {
        TourDesk desk;
        desk.window.resize(1280, 800);
        desk.take();
        const auto& text = desk.part<SourceText>("sourceText");
        for (const char* claim : {"cl0-16", "cl1-09", "cl4-18", "cl0-21"}) {
            const auto shown = [&] {
                const std::optional<MentionId> mention = desk.bench.selection.now().mention;
                const std::optional<TextRange> seen = text.rangeOnScreen();
                return mention && seen
                       && std::any_of(text.marks().begin(), text.marks().end(), [&](const TextMark& mark) {
                              return mark.mention == *mention && mark.start >= seen->start && mark.end <= seen->end;
                          });
            };
            QVERIFY2(QTest::qWaitFor(shown, 2000), claim);
            const auto claims = desk.bench.selection.now().claims;
            QVERIFY2(std::find(claims.begin(), claims.end(), ClaimId{claim}) != claims.end(), claim);
            desk.next();
        }
    }

    void everyStepFindsWhatItNamesInTheSample() {
        const Document sample = *readProject(sampleProject(), "sample");
        QVERIFY(Tour::fits(sample));
        for (const char* claim : {"cl0-16", "cl1-09", "cl4-18", "cl0-21"})
            QVERIFY(find(sample.claims, ClaimId{claim}));
        for (const char* scenario : {"around-the-run", "singapore-january-2025"})
            QVERIFY(find(sample.scenarios, ScenarioId{scenario}));
    }
};

const Registered<TestTour> registered("tour");

} // namespace assay::test

#include "tst_tour.moc"
