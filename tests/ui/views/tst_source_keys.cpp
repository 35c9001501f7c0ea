// Reading by keyboard: back and forward, to linked mentions by key and by the margin, both ends of a mention, words as
// further mentions of a claim.
#include "core/document/edit.h"
#include "core/source/anchor.h"
#include "tests/ui/fixture.h"
#include "tests/ui/views/window_desk.h"
#include "ui/views/source_margin.h"
#include "ui/views/source_viewer.h"

#include <QtWidgets/QMenu>

namespace assay::test {

namespace {

/// The small document, in which the report's GPU hours are said to come from the news' cost, and c1 is in both.
Document linkedDocument() {
    Document document = smallDocument();
    const Source& report = *find(document.sources, SourceId{"report"});
    Claim cost = *document.claims[0];
    cost.mentions.push_back(mentionOf(report, "m7", "W8.6 billion", {}));
    document.claims[0] = Row(cost);
    document.links = {Row(Link{.id = {"l1"}, .from = {"c3"}, .to = {"c1"}, .type = LinkType::disputes})};
    return document;
}

struct KeyDesk {
    QTemporaryDir folder;
    WindowDesk desk{std::filesystem::path(folder.path().toStdString())};

    explicit KeyDesk(const Document& document = linkedDocument(), const SourceId& source = {"news"}) {
        desk.bench.session.newProject();
        desk.bench.store.reset(document);
        desk.bench.selection.selectSource(source);
        QCoreApplication::processEvents();
        desk.window.activateWindow();
        text().setFocus();
    }
    SourceText& text() { return desk.window.findChild<SourceViewer*>()->text(); }
    Selection& selection() { return desk.bench.selection; }
    const Document& document() { return desk.bench.store.document(); }
    void press(Qt::Key key, Qt::KeyboardModifiers held = Qt::NoModifier) { QTest::keyClick(&text(), key, held); }
    QString shown() {
        const auto& now = selection().now();
        return QString::fromStdString((now.source ? now.source->value : "") + " "
                                      + (now.mention ? now.mention->value : ""));
    }
    std::string quote(std::size_t claim) { return document().claims[claim]->mentions.front().anchor.quote; }
    QString message() { return desk.window.findChild<MessageBar*>()->text(); }
};

} // namespace

class TestSourceKeys : public Test {
    Q_OBJECT
protected slots:
    void init() { allowRemarksOnPopups(); }
private slots:
    void backAndForwardGoWhereOneRead() {
        KeyDesk desk;
        desk.press(Qt::Key_BracketRight);
        QCOMPARE(desk.shown(), QStringLiteral("news m1"));
        desk.press(Qt::Key_BracketRight);
        QCOMPARE(desk.shown(), QStringLiteral("news m2"));
        desk.selection().selectMention({"c3"}, {"m3"});
        QCOMPARE(desk.shown(), QStringLiteral("report m3"));
        desk.press(Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(desk.shown(), QStringLiteral("news m2"));
        desk.press(Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(desk.shown(), QStringLiteral("news m1"));
        desk.press(Qt::Key_Right, Qt::AltModifier);
        desk.press(Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(desk.shown(), QStringLiteral("report m3"));
        desk.press(Qt::Key_Right, Qt::AltModifier); // nothing in front of it
        QCOMPARE(desk.shown(), QStringLiteral("report m3"));
        desk.press(Qt::Key_Left, Qt::AltModifier);
        desk.press(Qt::Key_BracketLeft); // another way from here: nothing forward any more
        desk.press(Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(desk.shown(), QStringLiteral("news m1"));
    }
    void aPlaceThatIsGoneIsPassedOver() {
        KeyDesk desk;
        desk.selection().selectSource(SourceId{"report"});
        desk.selection().selectSource(SourceId{"news"});
        Document without = desk.document();
        without.sources.erase(without.sources.begin() + 1);
        std::erase_if(without.claims, [](const Row<Claim>& claim) { return claim->id.value != "c2"; });
        without.links.clear();
        QVERIFY(desk.desk.bench.store.apply(QStringLiteral("Remove"), without));
        desk.press(Qt::Key_Left, Qt::AltModifier);
        QVERIFY(desk.shown().startsWith(QStringLiteral("news")));
    }
    void aRunOfPressesMovesAnEndAsOneStep() {
        KeyDesk desk;
        desk.press(Qt::Key_BracketRight);
        QCOMPARE(desk.quote(0), std::string("$5.6 million"));
        for (int i = 0; i < 5; ++i)
            desk.press(Qt::Key_Comma);
        QCOMPARE(desk.quote(0), std::string("cost $5.6 million"));
        desk.press(Qt::Key_Period);
        QCOMPARE(desk.quote(0), std::string("ost $5.6 million"));
        desk.press(Qt::Key_Greater);
        QCOMPARE(desk.quote(0), std::string("ost $5.6 million."));
        desk.press(Qt::Key_Less);
        desk.press(Qt::Key_Less);
        QCOMPARE(desk.quote(0), std::string("ost $5.6 millio"));
        QCOMPARE(desk.desk.bench.store.undoStack().count(), 1);
        QVERIFY(isAnchored(*desk.document().sources.front(), desk.document().claims[0]->mentions[0].anchor));
        desk.press(Qt::Key_BracketRight); // another mention: another step
        desk.press(Qt::Key_Less);
        QCOMPARE(desk.quote(1), std::string("50,000 H10"));
        QCOMPARE(desk.desk.bench.store.undoStack().count(), 2);
        desk.desk.bench.store.undoStack().undo();
        desk.desk.bench.store.undoStack().undo();
        QVERIFY(desk.document() == linkedDocument());
    }
    void theEndsNeverMeetNorLeaveTheText() {
        Document document = smallDocument();
        Source source = *document.sources[0];
        source.text = "ab";
        document.sources[0] = Row(source);
        Claim claim = *document.claims[0];
        claim.mentions = {mentionOf(source, "m1", "a", {})};
        document.claims = {Row(claim)};
        KeyDesk desk(document);
        desk.press(Qt::Key_BracketRight);
        desk.press(Qt::Key_Less);
        desk.press(Qt::Key_Comma);
        QCOMPARE(desk.quote(0), std::string("a"));
        desk.press(Qt::Key_Greater);
        desk.press(Qt::Key_Greater);
        QCOMPARE(desk.quote(0), std::string("ab"));
    }
    void anEmojiOrAnAccentIsOneStep() {
        const std::string family = "\U0001F468\u200D\U0001F469\u200D\U0001F467";
        Document document = smallDocument();
        Source source = *document.sources[0];
        source.text = family + "5 GPUse\u0301 x";
        document.sources[0] = Row(source);
        Claim claim = *document.claims[0];
        claim.mentions = {mentionOf(source, "m1", "5 GPUs", {})};
        document.claims = {Row(claim)};
        KeyDesk desk(document);
        desk.press(Qt::Key_BracketRight);
        desk.press(Qt::Key_Comma);
        desk.press(Qt::Key_Greater);
        QCOMPARE(desk.quote(0), family + "5 GPUse\u0301");
    }
    void withoutAMentionTheKeysSaySo() {
        KeyDesk desk;
        desk.selection().selectClaims({});
        for (const Qt::Key key : {Qt::Key_Comma, Qt::Key_L, Qt::Key_M}) {
            desk.desk.window.messages().clear();
            desk.press(key);
            QVERIFY(!desk.message().isEmpty());
        }
        QCOMPARE(desk.desk.bench.store.undoStack().count(), 0);
    }
    void theLinkedMentionIsOneKeyAway() {
        KeyDesk desk(linkedDocument(), {"report"});
        desk.selection().selectMention({"c1"}, {"m7"});
        desk.press(Qt::Key_L); // c1 is in the news too, and c3 disputes it: a choice
        auto* menu = desk.text().findChild<QMenu*>(QStringLiteral("linkedMentions"));
        QVERIFY(menu);
        QCOMPARE(menu->actions().size(), 2);
        QVERIFY2(menu->actions()[0]->text().startsWith(QStringLiteral("same claim: \u201C$5.6 million\u201D")),
                 qPrintable(menu->actions()[0]->text()));
        QVERIFY(menu->actions()[1]->text().startsWith(QStringLiteral("disputes")));
        menu->actions()[0]->trigger();
        menu->close();
        QCOMPARE(desk.shown(), QStringLiteral("news m1"));
    }
    void anArrowInTheMarginLeadsThere() {
        Document document = linkedDocument();
        document.links.clear();
        KeyDesk desk(document);
        SourceMargin& margin = desk.text().margin();
        QCOMPARE(margin.arrows().size(), std::size_t(1)); // of c1 alone
        QVERIFY(margin.arrows().front().tip.contains(QStringLiteral("Technical report")));
        const auto place = margin.place({"m1"});
        QVERIFY(place && margin.rect().contains(*place));
        QTest::mouseClick(&margin, Qt::LeftButton, {}, place->center());
        QCOMPARE(desk.shown(), QStringLiteral("report m7"));
        QCOMPARE(margin.arrows().size(), std::size_t(1));
        QTest::mouseClick(&margin, Qt::LeftButton, {}, QPoint(2, margin.height() - 2)); // beside it
        QCOMPARE(desk.shown(), QStringLiteral("report m7"));
    }
    void selectedWordsBecomeAMentionOfTheClaim() {
        KeyDesk desk;
        desk.selection().selectClaims({{"c4"}});
        desk.text().select(TextRange{0, 7}); // "The lab"
        desk.press(Qt::Key_M);
        const Claim& claim = *find(desk.document().claims, ClaimId{"c4"});
        QCOMPARE(claim.mentions.size(), std::size_t(2));
        QCOMPARE(claim.mentions.back().anchor.quote, std::string("The lab"));
        QVERIFY(desk.selection().now().mention == claim.mentions.back().id);
        desk.text().select(TextRange{0, 7});
        desk.press(Qt::Key_M);
        QCOMPARE(find(desk.document().claims, ClaimId{"c4"})->mentions.size(), std::size_t(2));
        desk.desk.bench.store.undoStack().undo();
        QVERIFY(desk.document() == linkedDocument());
    }
};

const Registered<TestSourceKeys> registered("source_keys");

} // namespace assay::test

#include "tst_source_keys.moc"
