// The find bar by keyboard: each mode finds what it should and says why when it can't; hits are counted, stepped
// through and shown; another text, a long one and an exploding expression leave the window at work.
#include "tests/rows.h"
#include "tests/ui/fixture.h"
#include "tests/ui/views/window_desk.h"
#include "ui/views/find_bar.h"
#include "ui/views/source_viewer.h"

#include <QtCore/QElapsedTimer>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenu>
#include <QtWidgets/QToolButton>

namespace assay::test {

namespace {

struct FindDesk {
    QTemporaryDir folder;
    WindowDesk desk{std::filesystem::path(folder.path().toStdString())};

    explicit FindDesk(const Document& document = smallDocument(), const SourceId& source = {"news"}) {
        desk.bench.session.newProject();
        desk.bench.store.reset(document);
        desk.bench.selection.selectSource(source);
        QCoreApplication::processEvents();
        desk.window.activateWindow();
        desk.find<QAction>("find")->trigger();
    }
    SourceText& text() { return desk.window.findChild<SourceViewer*>()->text(); }
    FindBar& bar() { return *desk.window.findChild<FindBar*>(); }
    QLineEdit& field() { return *desk.find<QLineEdit>("findWords"); }
    QString count() { return desk.find<QLabel>("findCount")->text(); }
    QString note() {
        return bar().findChild<QLabel*>(QStringLiteral("findNote"))->isVisible()
                   ? bar().findChild<QLabel*>(QStringLiteral("findNote"))->text()
                   : QString();
    }
    QString shown() { return text().textCursor().selectedText(); }
    void press(Qt::Key key, Qt::KeyboardModifiers held = Qt::NoModifier) { QTest::keyClick(&field(), key, held); }
    void choose(SearchKind kind) { press(static_cast<Qt::Key>(Qt::Key_1 + static_cast<int>(kind)), Qt::AltModifier); }
    void type(const QString& words) {
        field().selectAll();
        QTest::keyClicks(&field(), words);
    }
    bool settle() {
        return QTest::qWaitFor([this] { return !count().contains(QChar(0x2026)); }, 4'000);
    }
};

Document withText(const std::string& text) {
    Document document = smallDocument();
    document.claims.clear();
    document.sources = {Row(Source{.id = {"news"}, .title = "Long", .language = "en", .text = text})};
    return document;
}

} // namespace

class TestFindBar : public Test {
    Q_OBJECT
private slots:
    void eachModeFindsWhatItShould_data() {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("wanted");
        QTest::addColumn<QString>("count");
        QTest::addColumn<QString>("shown");
        addRow("not there", SearchKind::words, "zebra", "no hit", "");
        addRow("part of a word", SearchKind::words, "CHIP", "1 of 1", "chip");
        addRow("not as a whole word", SearchKind::wholeWords, "chip", "no hit", "");
        addRow("a whole word", SearchKind::wholeWords, "a", "1 of 1", "A");
        addRow("an expression", SearchKind::expression, "\\$[\\d.]+ \\w+|\\d+%", "1 of 2", "$5.6 million");
        addRow("no match", SearchKind::expression, "H8\\d\\d", "no hit", "");
        addRow("only empty matches", SearchKind::expression, "z*", "no hit", "");
        addRow("money in another spelling", SearchKind::quantity, "USD 5M..7M", "1 of 1", "$5.6 million");
        addRow("chips of a model", SearchKind::quantity, "50k GPUs", "1 of 1", "50,000 H100 chips");
        addRow("per cent", SearchKind::quantity, " 17 percent ", "1 of 1", "17%");
        addRow("no such amount", SearchKind::quantity, "18%", "no hit", "");
    }
    void eachModeFindsWhatItShould() {
        QFETCH(int, kind);
        QFETCH(QString, wanted);
        QFETCH(QString, count);
        QFETCH(QString, shown);
        FindDesk find;
        find.choose(static_cast<SearchKind>(kind));
        find.type(wanted);
        QVERIFY(find.settle());
        QCOMPARE(find.count(), count);
        QCOMPARE(find.shown(), shown);
    }
    void whatCantBeSearchedForIsSaidInOneSentence_data() {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("wanted");
        QTest::addColumn<QString>("note");
        addRow("a bracket", SearchKind::expression, "[abc",
               "Not an expression, see character 4: a bracket is not closed.");
        addRow("nothing to repeat", SearchKind::expression, "a|*b",
               "Not an expression, see character 3: this can\u2019t stand here.");
        addRow("no number", SearchKind::quantity, "GPUs",
               "Not a quantity: type it like USD 5M..7M, 50,000 GPUs or 20%.");
        addRow("half a range", SearchKind::quantity, "5M..",
               "Not a quantity: type it like USD 5M..7M, 50,000 GPUs or 20%.");
    }
    void whatCantBeSearchedForIsSaidInOneSentence() {
        QFETCH(int, kind);
        QFETCH(QString, wanted);
        QFETCH(QString, note);
        FindDesk find;
        find.choose(static_cast<SearchKind>(kind));
        find.type(wanted);
        QVERIFY(find.settle());
        QCOMPARE(find.note(), note);
        QCOMPARE(find.count(), QString());
        QCOMPARE(find.field().accessibleDescription(), note);
        find.press(Qt::Key_Return); // nothing to step to
        QCOMPARE(find.shown(), QString());
    }
    void aNumberThatReadsTwoWaysIsAskedBack() {
        FindDesk find;
        find.choose(SearchKind::quantity);
        find.type(QStringLiteral("5m"));
        QVERIFY2(find.note().startsWith(QStringLiteral("This can be read as ")), qPrintable(find.note()));
        QCOMPARE(find.count(), QString());
    }
    void theReadingOfAQuantityIsSaid() {
        FindDesk find;
        find.choose(SearchKind::quantity);
        find.type(QStringLiteral("USD 5M..7M"));
        QCOMPARE(find.note(), QStringLiteral("Finds $5M to $7M, however it is written."));
        find.choose(SearchKind::words);
        QCOMPARE(find.note(), QString());
    }
    void enterAndF3StepRoundTheEnds() {
        FindDesk find;
        find.choose(SearchKind::words);
        find.type(QStringLiteral("in"));
        QCOMPARE(find.count(), QStringLiteral("1 of 2"));
        find.press(Qt::Key_Return);
        QCOMPARE(find.count(), QStringLiteral("2 of 2"));
        find.press(Qt::Key_Return);
        QCOMPARE(find.count(), QStringLiteral("1 of 2"));
        find.press(Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(find.count(), QStringLiteral("2 of 2"));
        find.desk.find<QAction>("findNextHit")->trigger();
        QCOMPARE(find.count(), QStringLiteral("1 of 2"));
        find.desk.find<QAction>("findPreviousHit")->trigger();
        QCOMPARE(find.count(), QStringLiteral("2 of 2"));
    }
    void escapeClosesAndTheModeIsRemembered() {
        FindDesk find;
        find.choose(SearchKind::quantity);
        find.type(QStringLiteral("20%"));
        find.press(Qt::Key_Escape);
        QVERIFY(!find.bar().isVisible());
        QVERIFY(find.text().hasFocus());
        find.desk.find<QAction>("findNextHit")->trigger();
        QVERIFY(find.bar().isVisible());
        QCOMPARE(find.field().text(), QStringLiteral("20%"));
        QCOMPARE(find.desk.find<QToolButton>("findKind")->text(), QStringLiteral("Quantity"));
        QCOMPARE(find.desk.find<QToolButton>("findKind")->accessibleName(),
                 QStringLiteral("Search mode: Quantity, however it is written"));
    }
    void everyModeIsInTheMenuWithItsKey() {
        FindDesk find;
        const QMenu* menu = find.desk.find<QToolButton>("findKind")->menu();
        QCOMPARE(menu->actions().size(), 4);
        for (int i = 0; i < 4; ++i) {
            QAction* action = menu->actions().at(i);
            QCOMPARE(action->shortcut(), QKeySequence(QStringLiteral("Alt+%1").arg(i + 1)));
            action->trigger();
            QVERIFY(action->isChecked());
            QVERIFY(find.field().hasFocus());
            QVERIFY(!find.field().placeholderText().isEmpty());
        }
    }
    void anotherSourceIsSearchedButStaysWhereItIs() {
        FindDesk find;
        find.choose(SearchKind::words);
        find.type(QStringLiteral("h"));
        QVERIFY(find.count().startsWith(QStringLiteral("1 of ")));
        find.desk.bench.selection.selectSource(SourceId{"report"});
        QCOMPARE(find.count(), QStringLiteral("3 hits"));
        QCOMPARE(find.shown(), QString());
        find.press(Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(find.count(), QStringLiteral("3 of 3"));
    }
    void anEditElsewhereDoesNotMoveTheText() {
        FindDesk find;
        find.type(QStringLiteral("lab"));
        QTextCursor cursor = find.text().textCursor();
        cursor.setPosition(0);
        find.text().setTextCursor(cursor);
        Document changed = find.desk.bench.store.document();
        changed.claims.pop_back();
        QVERIFY(find.desk.bench.store.apply(QStringLiteral("Delete"), changed));
        QCOMPARE(find.shown(), QString());
        QCOMPARE(find.count(), QStringLiteral("1 of 1"));
    }
    void anExplodingExpressionLeavesTheWindowAtWork() {
        FindDesk find(withText("aab\n" + std::string(8'000, 'a')));
        find.choose(SearchKind::expression);
        QElapsedTimer timer;
        timer.start();
        find.type(QStringLiteral("(a|a)*b"));
        QVERIFY2(timer.elapsed() < 1'000, qPrintable(QString::number(timer.elapsed())));
        QVERIFY(find.count().contains(QChar(0x2026)));
        QVERIFY(QTest::qWaitFor([&] { return !find.count().contains(QChar(0x2026)); }, 8'000));
        QCOMPARE(find.count(), QStringLiteral("1 of 1"));
        QCOMPARE(find.note(),
                 QStringLiteral("This expression takes too long: only the first 0% of the text was searched."));
    }
    void anotherWordStopsAnExplodingExpression() {
        FindDesk find(withText("aab\n" + std::string(8'000, 'a')));
        find.choose(SearchKind::expression);
        find.type(QStringLiteral("(a|a)*c"));
        QElapsedTimer timer;
        timer.start();
        find.type(QStringLiteral("aab"));
        QVERIFY(QTest::qWaitFor([&] { return find.count() == QStringLiteral("1 of 1"); }, 1'500));
        QCOMPARE(find.shown(), QStringLiteral("aab"));
        QCOMPARE(find.note(), QString());
    }
    void aLongTextIsSearchedOffTheGuiThread() {
        std::string text;
        while (text.size() < (std::size_t{1} << 20))
            text +=
                "The lab said that it trained on many chips for about two months, no more than that, and stopped.\n";
        text += "The last word: $5.6 million.\n";
        FindDesk find(withText(text));
        QElapsedTimer timer;
        timer.start();
        find.type(QStringLiteral("last word"));
        QVERIFY2(timer.elapsed() < 1'000, qPrintable(QString::number(timer.elapsed())));
        QVERIFY(QTest::qWaitFor([&] { return find.count() == QStringLiteral("1 of 1"); }, 4'000));
        QCOMPARE(find.shown(), QStringLiteral("last word"));
    }
    void markupInWhatIsTypedIsText() {
        FindDesk find;
        find.type(QStringLiteral("<b>x</b>"));
        QCOMPARE(find.count(), QStringLiteral("no hit"));
        for (const QLabel* label : find.bar().findChildren<QLabel*>())
            QCOMPARE(label->textFormat(), Qt::PlainText);
    }
};

const Registered<TestFindBar> registered("find_bar");

} // namespace assay::test

#include "tst_find_bar.moc"
