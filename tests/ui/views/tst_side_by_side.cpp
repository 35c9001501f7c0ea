// Two sources beside each other: which ones, the pairs with their lines, a mention and its partner, and the wordings
// word by word.
#include "core/document/edit.h"
#include "core/source/anchor.h"
#include "tests/ui/fixture.h"
#include "tests/ui/views/window_desk.h"
#include "ui/views/mention_gutter.h"
#include "ui/views/side_by_side.h"
#include "ui/views/source_text.h"

#include <QtGui/QTextBlock>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPlainTextEdit>

namespace assay::test {

namespace {

const char* const first = "He said \u201Cthey have about 50,000 H100s\u201D on air.\nThe run cost $5.6 million.\n";
const char* const second = "Intro.\nHe said \u201Cthey have 50,000 H100s\u201D.\nA run of $6 million.\nThe end.\n";

Document twoArticles() {
    Document d = newDocument("Two");
    d.sources = {Row(Source{.id = {"none"}, .title = "Nothing in common", .text = "x"}),
                 Row(Source{.id = {"first"}, .title = "First", .published = "2025-01-24", .text = first}),
                 Row(Source{.id = {"second"}, .title = "Second", .published = "2025-01-27", .text = second})};
    const auto at = [&](const char* id, const char* source, const char* quote) {
        return Mention{.id = {id}, .anchor = anchorOfQuote(*find(d.sources, SourceId{source}), quote).value()};
    };
    Claim stock{.id = {"stock"}}, cost{.id = {"cost"}}, other{.id = {"other"}};
    stock.mentions = {at("f1", "first", "50,000 H100s"), at("s1", "second", "50,000 H100s")};
    cost.mentions = {at("f2", "first", "$5.6 million")};
    other.mentions = {at("s2", "second", "$6 million")};
    d.claims = {Row(stock), Row(cost), Row(other)};
    d.links = {Row(Link{.id = {"l1"}, .from = {"other"}, .to = {"cost"}, .type = LinkType::contradicts})};
    return d;
}

struct SideDesk {
    QTemporaryDir folder;
    WindowDesk desk{std::filesystem::path(folder.path().toStdString())};

    explicit SideDesk(const Document& document = twoArticles(), const char* claim = "stock") {
        desk.bench.session.newProject();
        desk.bench.store.reset(document);
        desk.bench.selection.selectClaims({{claim}});
        desk.find<QAction>("sideBySide")->trigger();
        QCoreApplication::processEvents();
    }
    SideBySide& dialog() { return *desk.find<SideBySide>("sideBySide"); }
    SourceText& left() { return *dialog().findChild<SourceText*>(QStringLiteral("leftText")); }
    SourceText& right() { return *dialog().findChild<SourceText*>(QStringLiteral("rightText")); }
    MentionGutter& gutter() { return *dialog().findChild<MentionGutter*>(); }
    QString place() { return dialog().findChild<QLabel*>(QStringLiteral("pairPlace"))->text(); }
    QPlainTextEdit& wordings() { return *dialog().findChild<QPlainTextEdit*>(QStringLiteral("wordings")); }
    QString current() {
        const auto& mention = desk.bench.selection.now().mention;
        return mention ? QString::fromStdString(mention->value) : QString();
    }
    static QString marked(const SourceText& text) {
        const auto selections = text.extraSelections();
        return selections.isEmpty() ? QString() : selections.front().cursor.selectedText();
    }
};

} // namespace

class TestSideBySide : public Test {
    Q_OBJECT
private slots:
    void aClaimInTwoSourcesOpensBoth() {
        SideDesk desk;
        QCOMPARE(desk.left().map().display(), QString::fromUtf8(first));
        QCOMPARE(desk.right().map().display(), QString::fromUtf8(second));
        QCOMPARE(desk.dialog().pairs().size(), std::size_t(2));
        QCOMPARE(desk.place(), QStringLiteral("1 of 2, same claim"));
        QCOMPARE(SideDesk::marked(desk.left()), QStringLiteral("50,000 H100s"));
        QCOMPARE(SideDesk::marked(desk.right()), QStringLiteral("50,000 H100s"));
    }
    void aMentionSelectsItsPartner() {
        SideDesk desk;
        const std::size_t at =
            find(desk.desk.bench.store.document().claims, ClaimId{"other"})->mentions[0].anchor.start;
        QTest::mouseClick(desk.right().viewport(), Qt::LeftButton, {},
                          desk.right().rectOf(TextRange{at + 3, at + 3}).center());
        QCOMPARE(desk.place(), QStringLiteral("2 of 2, contradicts"));
        QCOMPARE(SideDesk::marked(desk.left()), QStringLiteral("$5.6 million"));
        QCOMPARE(SideDesk::marked(desk.right()), QStringLiteral("$6 million"));
        QCOMPARE(desk.current(), QStringLiteral("f2"));             // the linked selection follows
        desk.desk.bench.selection.selectMention({"stock"}, {"s1"}); // and is followed
        QCOMPARE(desk.place(), QStringLiteral("1 of 2, same claim"));
    }
    void bracketsStepThroughThePairs() {
        SideDesk desk;
        desk.dialog().activateWindow();
        QTest::keyClick(&desk.left(), Qt::Key_BracketRight);
        QCOMPARE(desk.current(), QStringLiteral("f2"));
        QTest::keyClick(&desk.left(), Qt::Key_BracketRight);
        QCOMPARE(desk.current(), QStringLiteral("f1"));
        QTest::keyClick(&desk.left(), Qt::Key_BracketLeft);
        QCOMPARE(desk.current(), QStringLiteral("f2"));
    }
    void everyPairOnScreenHasALine() {
        SideDesk desk;
        for (std::size_t pair = 0; pair < 2; ++pair) {
            const auto line = desk.gutter().lineOf(pair);
            QVERIFY(line);
            QCOMPARE(line->pointAtPercent(0).x(), 0.0);
            QCOMPARE(line->pointAtPercent(1).x(), qreal(MentionGutter::breadth));
        }
        QVERIFY(desk.gutter().lineOf(0)->pointAtPercent(0).y() < desk.gutter().lineOf(1)->pointAtPercent(0).y());
        QVERIFY(!desk.gutter().lineOf(2));
        const QPointF middle = desk.gutter().lineOf(1)->pointAtPercent(0.5);
        QTest::mouseClick(&desk.gutter(), Qt::LeftButton, {}, middle.toPoint());
        QCOMPARE(desk.current(), QStringLiteral("f2"));
    }
    void aPartnerOffScreenIsALineToTheEdge() {
        Document document = twoArticles();
        Source far = *document.sources[2];
        std::string before;
        for (int i = 0; i < 400; ++i)
            before += "Line " + std::to_string(i) + ".\n";
        far.text = before + far.text;
        document.sources[2] = Row(far);
        for (Row<Claim>& row : document.claims) {
            Claim claim = *row;
            for (Mention& mention : claim.mentions)
                if (mention.anchor.source == far.id) {
                    mention.anchor.start += before.size();
                    mention.anchor.end += before.size();
                }
            row = Row(claim);
        }
        SideDesk desk(document);
        desk.right().showRange(TextRange{0, 1});
        QCoreApplication::processEvents();
        const auto line = desk.gutter().lineOf(1);
        QVERIFY(line);
        QCOMPARE(line->pointAtPercent(1).y(), qreal(desk.gutter().height()));
    }
    void wordingsAreComparedWordByWord() {
        SideDesk desk;
        const QString words = desk.wordings().toPlainText();
        QCOMPARE(words, QString::fromUtf8("First, 2025-01-24  \u201Cthey have about 50,000 H100s\u201D\n"
                                          "Second, 2025-01-27  \u201Cthey have about 50,000 H100s\u201D"));
        bool isStruck = false;
        for (QTextBlock::iterator it = desk.wordings().document()->lastBlock().begin(); !it.atEnd(); ++it)
            if (it.fragment().text().contains(QStringLiteral("about")))
                isStruck = it.fragment().charFormat().fontStrikeOut();
        QVERIFY(isStruck);
    }
    void otherSourcesCanBeChosen() {
        SideDesk desk;
        auto* box = desk.dialog().findChild<QComboBox*>(QStringLiteral("rightSource"));
        box->setCurrentIndex(0);
        emit box->activated(0);
        QCOMPARE(desk.right().map().display(), QStringLiteral("x"));
        QCOMPARE(desk.place(), QStringLiteral("nothing in common"));
        QVERIFY(desk.dialog().pairs().empty());
    }
    void anEditIsFollowed() {
        SideDesk desk;
        const Document without = removeClaims(desk.desk.bench.store.document(), {{"stock"}}).value();
        QVERIFY(desk.desk.bench.store.apply(QStringLiteral("Delete"), without));
        QCOMPARE(desk.dialog().pairs().size(), std::size_t(1));
        QVERIFY(!desk.gutter().lineOf(1));
    }
    void withoutAClaimTheClosestSourceIsShown() {
        SideDesk desk(twoArticles(), "gone");
        QVERIFY(desk.dialog().isVisible());
        desk.dialog().close();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        desk.desk.bench.selection.selectSource(SourceId{"second"});
        desk.desk.find<QAction>("sideBySide")->trigger();
        QCOMPARE(desk.left().map().display(), QString::fromUtf8(second));
        QCOMPARE(desk.right().map().display(), QString::fromUtf8(first));
    }
};

const Registered<TestSideBySide> registered("side_by_side");

} // namespace assay::test

#include "tst_side_by_side.moc"
