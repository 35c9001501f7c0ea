// Searching all sources from the window: hits by source, from a hit to its words, all of them made mentions as one
// step, and what cannot be searched for.
#include "core/document/edit.h"
#include "tests/ui/fixture.h"
#include "tests/ui/views/window_desk.h"
#include "ui/views/search_panel.h"
#include "ui/views/source_viewer.h"

#include <QtCore/QElapsedTimer>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTreeWidget>

namespace assay::test {

namespace {

struct SearchDesk {
    QTemporaryDir folder;
    WindowDesk desk{std::filesystem::path(folder.path().toStdString())};

    explicit SearchDesk(const Document& document = smallDocument()) {
        desk.bench.session.newProject();
        desk.bench.store.reset(document);
        desk.bench.selection.selectSource(document.sources.front()->id);
        QCoreApplication::processEvents();
        desk.window.activateWindow();
        desk.find<QAction>("findEverywhere")->trigger();
    }
    SearchPanel& panel() { return *desk.window.findChild<SearchPanel*>(); }
    QLineEdit& field() { return *desk.find<QLineEdit>("everywhereWords"); }
    QTreeWidget& hits() { return *desk.find<QTreeWidget>("everywhereHits"); }
    QPushButton& make() { return *desk.find<QPushButton>("everywhereMake"); }
    SourceText& text() { return desk.window.findChild<SourceViewer*>()->text(); }
    const Document& document() { return desk.bench.store.document(); }
    QString note() { return desk.find<QLabel>("everywhereNote")->text(); }
    QString count() { return desk.find<QLabel>("everywhereCount")->text(); }
    void press(Qt::Key key, Qt::KeyboardModifiers held = Qt::NoModifier) {
        QTest::keyClick(QApplication::focusWidget(), key, held);
    }
    bool searchFor(const QString& words, SearchKind kind = SearchKind::words) {
        QTest::keyClick(&field(), static_cast<Qt::Key>(Qt::Key_1 + static_cast<int>(kind)), Qt::AltModifier);
        field().selectAll();
        QTest::keyClicks(&field(), words);
        return QTest::qWaitFor([this] { return !count().contains(QChar(0x2026)); }, 8'000);
    }
};

} // namespace

class TestSearchPanel : public Test {
    Q_OBJECT
private slots:
    void hitsStandUnderTheirSources() {
        SearchDesk desk;
        QVERIFY(desk.field().hasFocus());
        QVERIFY(desk.searchFor(QStringLiteral("chips")));
        QCOMPARE(desk.count(), QStringLiteral("2 hits in 2 sources"));
        QCOMPARE(desk.hits().topLevelItemCount(), 2);
        QCOMPARE(desk.hits().topLevelItem(0)->text(0), QStringLiteral("Doubts about a small budget (1)"));
        QCOMPARE(desk.hits().topLevelItem(1)->child(0)->data(0, Qt::AccessibleTextRole).toString(),
                 QStringLiteral("ing took 2.788M H800 GPU hours on 2,048 chips\u2026"));
    }
    void eachKindFindsWhatItShould_data() {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("wanted");
        QTest::addColumn<int>("count");
        QTest::newRow("not there") << int(SearchKind::words) << QStringLiteral("zebra") << 0;
        QTest::newRow("part of a word") << int(SearchKind::words) << QStringLiteral("cost") << 2;
        QTest::newRow("whole word") << int(SearchKind::wholeWords) << QStringLiteral("cost") << 1;
        QTest::newRow("expression") << int(SearchKind::expression) << QStringLiteral("H\\d00") << 2;
        QTest::newRow("quantity") << int(SearchKind::quantity) << QStringLiteral("1000..60000 GPUs") << 2;
    }
    void eachKindFindsWhatItShould() {
        QFETCH(int, kind);
        QFETCH(QString, wanted);
        QFETCH(int, count);
        SearchDesk desk;
        QVERIFY(desk.searchFor(wanted, static_cast<SearchKind>(kind)));
        QCOMPARE(static_cast<int>(desk.panel().found().count), count);
    }
    void fromTheFieldToAHitToItsWordsByKeyboard() {
        SearchDesk desk;
        QVERIFY(desk.searchFor(QStringLiteral("chips")));
        desk.press(Qt::Key_Down);
        QVERIFY(desk.hits().hasFocus());
        QVERIFY(desk.desk.bench.selection.now().source == SourceId{"news"});
        QCOMPARE(desk.text().textCursor().selectedText(), QStringLiteral("chips"));
        desk.press(Qt::Key_Down);
        desk.press(Qt::Key_Down); // over the other source's own line
        QVERIFY(desk.desk.bench.selection.now().source == SourceId{"report"});
        const auto range = desk.text().selectedRange();
        QVERIFY(range && *range == desk.panel().found().sources[1].hits[0].range);
        desk.press(Qt::Key_Return);
        QVERIFY(desk.text().hasFocus());
    }
    void allHitsBecomeMentionsAsOneStep() {
        SearchDesk desk;
        QVERIFY(desk.searchFor(QStringLiteral("the|training"), SearchKind::expression));
        QVERIFY(desk.panel().found().count >= 3);
        desk.desk.bench.selection.selectClaims({});
        QVERIFY(!desk.make().isEnabled());
        desk.desk.bench.selection.selectClaims({{"c4"}});
        QVERIFY(desk.make().isEnabled());
        const Document before = desk.document();
        desk.make().click();
        QVERIFY(QTest::qWaitFor([&] { return !(desk.document() == before); }, 8'000));
        const Claim& claim = *find(desk.document().claims, ClaimId{"c4"});
        QCOMPARE(claim.mentions.size(), 1 + desk.panel().found().count);
        QVERIFY(checkReferences(desk.document()));
        QCOMPARE(desk.desk.bench.store.undoStack().count(), 1);
        QVERIFY(desk.desk.window.messages().text().contains(QString::number(desk.panel().found().count)));
        QVERIFY(QTest::qWaitFor([&] { return desk.make().isEnabled(); }, 8'000));
        desk.make().click(); // they are there: nothing more
        QVERIFY(QTest::qWaitFor([&] { return desk.desk.window.messages().text().contains(QStringLiteral("already")); },
                                8'000));
        QCOMPARE(desk.desk.bench.store.undoStack().count(), 1);
        desk.desk.bench.store.undoStack().undo();
        QVERIFY(desk.document() == before);
    }
    void anExplodingExpressionIsSaidAndLeavesTheWindowAtWork() {
        Document document = smallDocument();
        document.claims.clear();
        document.sources = {Row(Source{.id = {"a"}, .title = "A", .text = "aab\n" + std::string(8'000, 'a')}),
                            Row(Source{.id = {"b"}, .title = "B", .text = "aab"})};
        SearchDesk desk(document);
        QElapsedTimer timer;
        timer.start();
        QTest::keyClick(&desk.field(), Qt::Key_3, Qt::AltModifier);
        QTest::keyClicks(&desk.field(), QStringLiteral("(a|a)*b"));
        QVERIFY2(timer.elapsed() < 1'000, qPrintable(QString::number(timer.elapsed())));
        QVERIFY(desk.desk.find<QPushButton>("everywhereCancel")->isVisible());
        QVERIFY(QTest::qWaitFor([&] { return !desk.count().contains(QChar(0x2026)); }, 8'000));
        QCOMPARE(desk.note(),
                 QStringLiteral("This expression takes too long: 2 sources were not searched to their end."));
        QVERIFY(!desk.make().isEnabled());
        QVERIFY(!desk.desk.find<QPushButton>("everywhereCancel")->isVisible());
    }
    void cancelStopsAtOnce() {
        Document document = smallDocument();
        document.claims.clear();
        document.sources = {Row(Source{.id = {"a"}, .title = "A", .text = std::string(8'000, 'a')})};
        SearchDesk desk(document);
        QTest::keyClick(&desk.field(), Qt::Key_3, Qt::AltModifier);
        QTest::keyClicks(&desk.field(), QStringLiteral("(a|a)*b"));
        QElapsedTimer timer;
        timer.start();
        desk.press(Qt::Key_Escape);
        QVERIFY2(timer.elapsed() < 500, qPrintable(QString::number(timer.elapsed())));
        QCOMPARE(desk.note(), QStringLiteral("Cancelled."));
        QVERIFY(!desk.count().contains(QChar(0x2026)));
    }
    void whatCannotBeReadIsSaid() {
        SearchDesk desk;
        QVERIFY(desk.searchFor(QStringLiteral("[abc"), SearchKind::expression));
        QVERIFY(desk.note().startsWith(QStringLiteral("Not an expression")));
        QCOMPARE(desk.count(), QString());
        QVERIFY(desk.searchFor(QStringLiteral("some GPUs"), SearchKind::quantity));
        QVERIFY(desk.note().startsWith(QStringLiteral("Not a quantity")));
        QVERIFY(desk.searchFor(QString::fromUtf8("<b>x</b>")));
        QCOMPARE(desk.count(), QStringLiteral("no hit"));
    }
    void aNewSourceIsSearchedToo() {
        SearchDesk desk;
        QVERIFY(desk.searchFor(QStringLiteral("chips")));
        const Document with =
            addSource(desk.document(), Source{.id = {"new"}, .title = "New", .text = "chips"}).value();
        QVERIFY(desk.desk.bench.store.apply(QStringLiteral("Add"), with));
        QVERIFY(QTest::qWaitFor([&] { return desk.panel().found().count == 3; }, 8'000));
    }
};

const Registered<TestSearchPanel> registered("search_panel");

} // namespace assay::test

#include "tst_search_panel.moc"
