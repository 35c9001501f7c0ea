// A whole article entered by keyboard alone: every claim typed as an analyst would, keystrokes counted; and the keys of
// suggestions one by one.
#include "core/base/utf8.h"
#include "core/document/suggest_claim.h"
#include "core/io/project_file.h"
#include "core/scenario/simulate.h"
#include "tests/paths.h"
#include "tests/test.h"
#include "tests/ui/fixture.h"
#include "tests/ui/scripted_questions.h"
#include "ui/views/claim_strip.h"
#include "ui/views/main_window.h"
#include "ui/views/message_bar.h"
#include "ui/views/source_viewer.h"
#include "ui/views/suggestions.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>

namespace assay::test {

namespace {

Result<Run> noRun(const Model&, const Scenario&, const RunOptions&, std::span<const RunPtr>, std::stop_token) {
    return Error(ErrorCode::cancelled);
}

struct Reader {
    QTemporaryDir folder;
    QSettings settings{folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat};
    ScriptedQuestions questions;
    Workbench bench{settings, questions, folder.path().toStdString(), noRun};
    MainWindow window{bench, QApplication::palette()};
    int keys = 0;

    explicit Reader(const Document& document, const SourceId& source) {
        window.resize(1280, 800);
        window.show();
        bench.session.newProject();
        bench.store.reset(document);
        bench.selection.selectSource(source);
        QCoreApplication::processEvents();
        window.activateWindow();
        text().setFocus();
    }
    SourceViewer& viewer() { return *window.findChild<SourceViewer*>(); }
    SourceText& text() { return viewer().text(); }
    Suggestions& suggestions() { return viewer().suggestions(); }
    ClaimStrip& strip() { return *window.findChild<ClaimStrip*>(); }
    QLineEdit& quantityField() { return *window.findChild<QLineEdit*>(QStringLiteral("stripQuantity")); }
    QString hint() { return window.findChild<QLabel*>(QStringLiteral("suggestionHint"))->text(); }
    const Document& document() { return bench.store.document(); }

    /// One keystroke to whatever has the focus.
    void press(Qt::Key key, Qt::KeyboardModifiers held = Qt::NoModifier) {
        ++keys;
        QTest::keyClick(QApplication::focusWidget(), key, held);
    }
    void type(const QString& words) {
        keys += static_cast<int>(words.size());
        QTest::keyClicks(QApplication::focusWidget(), words);
    }
    QString currentWords() {
        const auto range = suggestions().current();
        return range ? QString::fromStdString(std::string(codePoints(text_(), range->start, range->end))) : QString();
    }

private:
    std::string text_() { return find(document().sources, *bench.selection.now().source)->text; }
};

struct Wanted {
    const char* words; ///< of the suggestion
    const char* attribute;
    const char* subject;
    const char* speaker; ///< empty: the publication's own statement
};

/// What an analyst would enter from the article, in its order.
constexpr Wanted wanted[] = {
    {"$4.2 million", "training cost", "Northlake model", "Northlake Labs"},
    {"1.9 million H800 hours", "GPU-hours", "Northlake model", "Northlake Labs"},
    {"2,048 H800 GPUs", "GPU stock", "Northlake model", "Northlake Labs"},
    {"11 trillion tokens", "training tokens", "Northlake model", "Northlake Labs"},
    {"30,000 H100s", "GPU stock", "Northlake Labs", "Maria Ortega"},
    {"$900 million", "hardware cost", "Northlake Labs", "Redfield Research"},
    {"$60 million", "programme cost", "Northlake model", "Tom Hale"},
    {"$2 and $3 per GPU-hour", "rental price", "Northlake model", "Brightwater Capital"},
    {"10,000 A100s", "GPU stock", "Northlake Labs", "Tom Hale"},
    {"12%", "share price fall", "Corvid Semiconductor", ""},
    {"$210 billion", "value lost", "Corvid Semiconductor", ""},
    {"8%", "share price fall", "Rivals", ""},
    {"450,000 accelerators", "shipments", "Corvid Semiconductor", "Corvid Semiconductor"},
    {"38 MW", "power", "Northlake Labs", "Gridwatch"},
    {"150 MW", "power", "A larger hall", "Gridwatch"},
    {"41%", "utilisation", "Northlake model", "Northlake Labs"},
    {"22%", "billed share", "Singapore", "Ministry of trade"},
    {"2%", "shipped share", "Singapore", "Ministry of trade"},
    {"640 GPUs", "seized GPUs", "Customs officers", ""},
    {"5,000 units", "pending licences", "Ministry of trade", "Ministry of trade"},
    {"half a billion dollars", "training cost", "A 2027 run", "Redfield Research"},
    {"90 days", "training time", "Northlake model", "Northlake Labs"},
    {"671 billion parameters", "parameters", "Northlake model", "Northlake Labs"},
    {"80,000 H100s", "GPU stock", "Northlake Labs", "Maria Ortega"},
    {"$4 per GPU-hour", "rental price", "Northlake model", "Tom Hale"},
};

/// The strip's fields from the first that has the focus; each is left alone when it already says what is wanted.
void fillStrip(Reader& reader, const Wanted& claim) {
    const auto field = [&](const char* name) {
        return reader.window.findChild<QComboBox*>(QLatin1String(name))->lineEdit();
    };
    const std::vector<std::pair<QLineEdit*, QString>> rest = {
        {field("stripAttribute"), QString::fromUtf8(claim.attribute)},
        {field("stripSubject"), QString::fromUtf8(claim.subject)},
        {field("stripSpeaker"), QString::fromUtf8(claim.speaker)}};
    for (const auto& [line, words] : rest) {
        if (line->text() == words)
            continue;
        for (int i = 0; i < 5 && QApplication::focusWidget() != line && QApplication::focusWidget() != line->parent();
             ++i)
            reader.press(Qt::Key_Tab);
        if (words.isEmpty())
            reader.press(Qt::Key_Delete);
        for (int typed = 0; line->text() != words && typed < words.size(); ++typed) // the rest completes itself
            reader.type(words.mid(typed, 1));
        if (line->text() != words)
            reader.press(Qt::Key_Delete); // what was completed too much
    }
    reader.press(Qt::Key_Return);
}

Document emptyWithArticle() {
    QFile file(sourcePath(QStringLiteral("tests/data/reading/article.txt")));
    Document document = smallDocument();
    document.claims.clear();
    document.attributes.clear();
    document.speakers.clear();
    const std::string text = file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
    document.sources = {Row(Source{.id = {"article"},
                                   .title = "Article",
                                   .publisher = "The Example Times",
                                   .published = "2026-02-01",
                                   .language = "en",
                                   .text = text})};
    return document;
}

} // namespace

class TestReading : public Test {
    Q_OBJECT
private slots:
    void aWholeArticleIsEnteredByKeyboardAlone() {
        Reader reader(emptyWithArticle(), {"article"});
        std::size_t entered = 0;
        int byOneKey = 0, dismissed = 0;
        reader.press(Qt::Key_G);
        while (entered < std::size(wanted) && reader.suggestions().current()) {
            const Wanted& claim = wanted[entered];
            if (reader.currentWords() != QString::fromUtf8(claim.words)) {
                reader.press(Qt::Key_X);
                ++dismissed;
                continue;
            }
            const auto range = *reader.suggestions().current();
            const ClaimDraft draft = suggestClaim(reader.document(), {"article"}, range.start, range.end);
            if (draft.attribute == claim.attribute && draft.subject == claim.subject
                && draft.speaker == claim.speaker) {
                reader.press(Qt::Key_Space);
                ++byOneKey;
            } else {
                reader.press(Qt::Key_Return);
                fillStrip(reader, claim);
            }
            QCOMPARE(reader.document().claims.size(), ++entered);
            QVERIFY2(!reader.strip().isVisible(), claim.words);
        }
        QCOMPARE(entered, std::size(wanted));
        for (std::size_t i = 0; i < entered; ++i) {
            const Claim& claim = *reader.document().claims[i];
            QCOMPARE(claim.subject, std::string(wanted[i].subject));
            QCOMPARE(find(reader.document().attributes, claim.attribute)->title, std::string(wanted[i].attribute));
            const Utterance& first = claim.mentions.front().chain.front();
            QCOMPARE(find(reader.document().speakers, first.speaker)->name,
                     std::string(*wanted[i].speaker ? wanted[i].speaker : "The Example Times"));
            QVERIFY(claim.quantity && claim.quantity->bound != Bound::unsure);
        }
        QCOMPARE(reader.bench.store.undoStack().count(), int(entered) + dismissed);
        // Card, Moran and Newell 1980 (keystroke-level model): 0.28 s a key of an average typist, 1.35 s of thought a
        // claim
        const double seconds = reader.keys * 0.28 + double(entered) * 1.35;
        qInfo("%d keystrokes for %d claims, %d of them by one key; about %.0f s without reading", reader.keys,
              int(entered), byOneKey, seconds);
        QCOMPARE(entered, std::size_t(25));
        QVERIFY(seconds < 8 * 60);
        QVERIFY2(reader.keys < 450, qPrintable(QString::number(reader.keys)));
    }
    void acceptingIsOneStepAndTheNextOneFollows() {
        Reader reader(smallDocument(), {"report"});
        reader.bench.store.reset([] {
            Document document = smallDocument();
            document.claims.erase(document.claims.begin() + 4); // "2,048 chips" becomes a suggestion
            return document;
        }());
        reader.text().setFocus();
        QCOMPARE(reader.suggestions().count(), std::size_t(1));
        reader.press(Qt::Key_G);
        QVERIFY(!reader.hint().isEmpty());
        const auto before = reader.document().claims.size();
        reader.press(Qt::Key_Space);
        QCOMPARE(reader.document().claims.size(), before + 1);
        QCOMPARE(reader.suggestions().count(), std::size_t(0));
        QVERIFY(!reader.suggestions().current());
        reader.bench.store.undoStack().undo();
        QCOMPARE(reader.document().claims.size(), before);
        QCOMPARE(reader.suggestions().count(), std::size_t(1));
    }
    void aDismissedNumberStaysAwayUntilItIsShownAgain() {
        Reader reader(emptyWithArticle(), {"article"});
        const std::size_t count = reader.suggestions().count();
        QVERIFY(count > 20);
        reader.press(Qt::Key_G);
        const QString first = reader.currentWords();
        reader.press(Qt::Key_X);
        QCOMPARE(reader.suggestions().count(), count - 1);
        QVERIFY(reader.currentWords() != first);
        const Document saved = readProject(writeProject(reader.document()), "f").value();
        QCOMPARE(saved.sources.front()->dismissed.size(), std::size_t(1));
        Reader later(saved, {"article"}); // another day
        QCOMPARE(later.suggestions().count(), count - 1);
        later.press(Qt::Key_X, Qt::ShiftModifier); // shows it among the others
        later.press(Qt::Key_G);
        QCOMPARE(later.currentWords(), first);
        QVERIFY(later.suggestions().isCurrentDismissed());
        QVERIFY(later.hint().contains(QStringLiteral("offer again")));
        later.press(Qt::Key_X);
        QCOMPARE(later.suggestions().count(), count);
        QCOMPARE(later.currentWords(), first);
        QVERIFY(!later.suggestions().isCurrentDismissed());
    }
    void dismissingIsOneUndoStep() {
        Reader reader(emptyWithArticle(), {"article"});
        const Document before = reader.document();
        reader.press(Qt::Key_G);
        reader.press(Qt::Key_X);
        reader.press(Qt::Key_X);
        QCOMPARE(reader.bench.store.undoStack().count(), 2);
        reader.bench.store.undoStack().undo();
        reader.bench.store.undoStack().undo();
        QVERIFY(reader.document() == before);
        QCOMPARE(reader.suggestions().dismissedCount(), std::size_t(0));
    }
    void aClaimOfADismissedNumberTakesTheDismissalBack() {
        Reader reader(smallDocument(), {"report"});
        Document open = smallDocument();
        open.claims.erase(open.claims.begin() + 4); // "2,048 chips" becomes a suggestion
        reader.bench.store.reset(open);
        reader.text().setFocus();
        reader.press(Qt::Key_G);
        reader.press(Qt::Key_X);
        QCOMPARE(find(reader.document().sources, SourceId{"report"})->dismissed.size(), std::size_t(1));
        reader.press(Qt::Key_X, Qt::ShiftModifier);
        reader.press(Qt::Key_G);
        reader.press(Qt::Key_Space);
        QCOMPARE(reader.document().claims.size(), open.claims.size() + 1);
        QVERIFY(find(reader.document().sources, SourceId{"report"})->dismissed.empty());
    }
    void spaceInAFieldIsASpace() {
        Reader reader(emptyWithArticle(), {"article"});
        reader.press(Qt::Key_G);
        reader.press(Qt::Key_Return);
        QVERIFY(reader.strip().isVisible());
        reader.type(QStringLiteral("training cost x"));
        QCOMPARE(reader.window.findChild<QComboBox*>(QStringLiteral("stripAttribute"))->currentText(),
                 QStringLiteral("training cost x"));
        QVERIFY(reader.document().claims.empty());
        reader.press(Qt::Key_Escape);
        QVERIFY(!reader.strip().isVisible());
        QVERIFY(reader.suggestions().current());
        reader.press(Qt::Key_Escape);
        QVERIFY(!reader.suggestions().current());
    }
    void aBoundOutsideTheNumberComesAlong() {
        Reader reader(emptyWithArticle(), {"article"});
        reader.press(Qt::Key_G);
        while (reader.currentWords() != QStringLiteral("$900 million"))
            reader.press(Qt::Key_G);
        reader.press(Qt::Key_Return);
        QCOMPARE(reader.quantityField().text(), QStringLiteral("over $900 million"));
        QCOMPARE(reader.window.findChild<QComboBox*>(QStringLiteral("stripSpeaker"))->currentText(),
                 QStringLiteral("Redfield Research"));
    }
};

const Registered<TestReading> registered("reading");

} // namespace assay::test

#include "tst_reading.moc"
