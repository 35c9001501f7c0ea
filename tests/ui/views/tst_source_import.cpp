// Sources that come into the window by paste, drop and folder, what is asked and told about them, and the form with
// their facts and their encoding.
#include "core/base/utf8.h"
#include "tests/ui/fixture.h"
#include "tests/ui/views/window_desk.h"
#include "ui/text/duplicates_dialog.h"
#include "ui/views/import_list.h"
#include "ui/views/pasted_source.h"
#include "ui/views/source_details.h"
#include "ui/views/source_viewer.h"
#include "ui/views/suggestions.h"

#include <QtCore/QMimeData>
#include <QtGui/QClipboard>
#include <QtGui/QDropEvent>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListView>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTableView>

namespace assay::test {

namespace {

const char* article =
    "<html><head><title>Pasted story</title></head><body><nav>Home, 99 topics</nav><article><p>The lab "
    "says that it has 50,000 GPUs in its halls, and that all of them are new.</p></article></body></html>";

struct ImportDesk {
    QTemporaryDir folder;
    WindowDesk desk{std::filesystem::path(folder.path().toStdString())};

    ImportDesk() {
        desk.bench.session.newProject();
        desk.bench.store.reset(smallDocument());
        QCoreApplication::processEvents();
    }
    const Document& document() { return desk.bench.store.document(); }
    const Source& newest() { return *document().sources.back(); }
    QString message() { return desk.window.messages().text(); }
    bool wait() {
        return QTest::qWaitFor([this] { return !desk.bench.imports.isBusy(); });
    }
    std::filesystem::path write(const std::string& name, const std::string& bytes) {
        const std::filesystem::path path = desk.folder / name;
        std::filesystem::create_directories(path.parent_path());
        std::ofstream(path, std::ios::binary) << bytes;
        return path;
    }
    bool import(const std::filesystem::path& path) {
        desk.questions.paths.push_back(path);
        desk.find<QAction>("importSource")->trigger();
        return wait();
    }
    bool paste(QMimeData* content) {
        QGuiApplication::clipboard()->setMimeData(content);
        desk.find<QAction>("pasteSource")->trigger();
        return wait();
    }
    SourceDetails* details() {
        desk.find<QAction>("sourceDetails")->trigger();
        return desk.window.findChild<SourceDetails*>();
    }
};

QMimeData* html(const char* page) {
    auto* content = new QMimeData;
    content->setHtml(QString::fromUtf8(page));
    content->setText(QStringLiteral("plain words"));
    return content;
}

template <class T>
T& part(QWidget& parent, const char* name) {
    return *parent.findChild<T*>(QLatin1String(name));
}

void choose(SourceDetails& details, const char* encoding) {
    auto& box = part<QComboBox>(details, "sourceEncoding");
    box.setCurrentIndex(box.findData(QString::fromLatin1(encoding)));
}

} // namespace

class TestSourceImport : public Test {
    Q_OBJECT
private slots:
    void init() { allowRemarksOnPopups(); }

    void nothingToPasteIsSaid() {
        ImportDesk import;
        QVERIFY(import.paste(new QMimeData));
        QVERIFY2(import.message().startsWith(QStringLiteral("There is no text")), qPrintable(import.message()));
        auto* address = new QMimeData;
        address->setUrls({QUrl(QStringLiteral("https://example.org/a"))});
        QVERIFY(import.paste(address)); // nothing is fetched
        QCOMPARE(import.document(), smallDocument());
    }
    void aPastedPageIsASourceWithItsStructure() {
        ImportDesk import;
        QMimeData* content = html(article);
        content->setData(QStringLiteral("chromium/x-source-url"), "https://example.org/story");
        QVERIFY(import.paste(content));
        QCOMPARE(import.newest().title, std::string("Pasted story"));
        QCOMPARE(import.newest().url, std::string("https://example.org/story"));
        QCOMPARE(import.newest().mediaType, std::string("text/html"));
        QVERIFY(!import.newest().accessed.empty() && keptOriginal(import.newest()));
        QCOMPARE(import.desk.bench.store.undoStack().undoText(), QStringLiteral("Paste a source"));
        import.desk.bench.store.undoStack().undo();
        QCOMPARE(import.document(), smallDocument());
    }
    void pastedWordsAreASourceAndFieldsKeepTheirPaste() {
        ImportDesk import;
        auto* content = new QMimeData;
        content->setText(QStringLiteral("Just words, \u00A0with 5 GPUs."));
        QGuiApplication::clipboard()->setMimeData(content);
        auto* list = import.desk.find<QListView>("sourcesList");
        list->setFocus();
        QTest::keyClick(list, Qt::Key_V, Qt::ControlModifier);
        QVERIFY(import.wait());
        QCOMPARE(import.newest().text, std::string("Just words, \u00A0with 5 GPUs."));
        QCOMPARE(import.newest().title, std::string("Pasted text"));
        const std::size_t count = import.document().sources.size();
        SourceDetails* details = import.details();
        auto& publisher = part<QLineEdit>(*details, "sourcePublisher");
        publisher.setFocus();
        QTest::keyClick(&publisher, Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(publisher.text(), QStringLiteral("Just words, \u00A0with 5 GPUs."));
        QCOMPARE(import.document().sources.size(), count);
    }
    void boilerplateIsGreyAndNotSuggested() {
        ImportDesk import;
        QVERIFY(import.paste(html(article)));
        QCOMPARE(import.newest().quiet.size(), std::size_t{1});
        Suggestions& suggestions = import.desk.window.findChild<SourceViewer*>()->suggestions();
        QTRY_COMPARE(suggestions.count(), std::size_t{1}); // 50,000 GPUs, not 99 topics
    }
    void droppedWordsOfAnotherProgramAreASource() {
        ImportDesk import;
        const std::unique_ptr<QMimeData> content(html(article));
        QDropEvent dropped(QPointF(300, 300), Qt::CopyAction, content.get(), Qt::LeftButton, Qt::NoModifier);
        QObject& window = import.desk.window; // sendEvent() gives drops to the target of a drag alone
        window.event(&dropped);
        QVERIFY(import.wait());
        QCOMPARE(import.newest().title, std::string("Pasted story"));
    }
    void aFolderIsOneStepAndTellsWhatItLeftOut() {
        ImportDesk import;
        import.write("in/a.txt", "First words of the folder.\n");
        import.write("in/sub/b.md", "# Second text\n\nwith other words\n");
        import.write("in/sub/c.png", "\x89PNG");
        import.write("in/.hidden.txt", "x");
        import.write("in/bad.html", std::string("\0\0\0", 3));
        import.desk.questions.paths.push_back(import.desk.folder / "in");
        import.desk.find<QAction>("importFolder")->trigger();
        QVERIFY(import.wait());
        QCOMPARE(import.document().sources.size(), smallDocument().sources.size() + 2);
        QCOMPARE(import.message(), QStringLiteral("2 sources added. 3 remarks."));
        auto* show = import.desk.window.messages().findChild<QPushButton*>();
        QVERIFY(show && show->isVisible());
        show->click();
        auto* table = import.desk.find<QTableView>("importTable");
        QVERIFY(table);
        QStringList files;
        for (int row = 0; row < table->model()->rowCount(); ++row) {
            files += table->model()->index(row, 0).data().toString();
            QVERIFY(table->model()->index(row, 1).data().toString().endsWith(QLatin1Char('.')));
        }
        QCOMPARE(files,
                 (QStringList{QStringLiteral("bad.html"), QStringLiteral(".hidden.txt"), QStringLiteral("c.png")}));
        import.desk.bench.store.undoStack().undo();
        QCOMPARE(import.document(), smallDocument());
    }
    void cancelAtTheQuestionAddsNothingAndSaysSo() {
        ImportDesk import;
        QVERIFY(import.import(import.write("copy.txt", find(import.document().sources, SourceId{"news"})->text)));
        QCOMPARE(import.desk.questions.asked.filter(QStringLiteral("duplicate")),
                 QStringList{QStringLiteral("duplicate copy.txt Doubts about a small budget 100")});
        QCOMPARE(import.document(), smallDocument());
        QCOMPARE(import.message(), QStringLiteral("Import cancelled; nothing was added."));
    }
    void aSkippedDuplicateIsTold() {
        ImportDesk import;
        import.desk.questions.duplicateAnswers = {{ DuplicateAnswer::skip }};
        QVERIFY(import.import(import.write("copy.txt", find(import.document().sources, SourceId{"news"})->text)));
        QCOMPARE(import.document(), smallDocument());
        QCOMPARE(import.message(), QStringLiteral("copy.txt was skipped: the project has it already, or nearly."));
    }
    void theQuestionOffersWhatIsPossible() {
        DuplicatesDialog dialog(
            {{QStringLiteral("a<b>.txt"), QStringLiteral("Story"), 100, true, Versioning::impossible},
             {QStringLiteral("b.txt"), QStringLiteral("Story"), 83, false, Versioning::possible}});
        dialog.show();
        auto& first = part<QComboBox>(dialog, "duplicateAnswer0");
        auto& second = part<QComboBox>(dialog, "duplicateAnswer1");
        QCOMPARE(first.count(), 2);
        QCOMPARE(second.count(), 3);
        QVERIFY(dialog.answers() == std::vector(2, DuplicateAnswer::skip)); // nothing is merged unasked
        first.setCurrentIndex(1);
        second.setCurrentIndex(1);
        QVERIFY(dialog.answers() == (std::vector{DuplicateAnswer::beside, DuplicateAnswer::asVersion}));
    }
    void originalsAreKeptOrLeftByChoice() {
        ImportDesk import;
        auto* keep = import.desk.find<QAction>("keepOriginals");
        QVERIFY(keep->isChecked());
        keep->trigger();
        QVERIFY(import.paste(html(article)));
        QVERIFY(import.newest().original.empty() && !import.newest().sha256.empty());
        QCOMPARE(import.desk.settings.value(QStringLiteral("import/originals")).toBool(), false);
    }
    void detailsWithoutASourceSayWhatToDo() {
        ImportDesk import;
        import.desk.bench.selection.selectSource(std::nullopt);
        QVERIFY(!import.details());
        QVERIFY(import.message().startsWith(QStringLiteral("Choose the source first")));
    }
    void factsAreOneFormAndOneStep() {
        ImportDesk import;
        import.desk.bench.selection.selectSource(SourceId{"news"});
        SourceDetails* details = import.details();
        QVERIFY(details);
        part<QLineEdit>(*details, "sourceTitle").setText(QStringLiteral(" Another title "));
        part<QLineEdit>(*details, "sourceAuthors").setText(QStringLiteral("A. One; B. Two;"));
        part<QLineEdit>(*details, "sourcePublished").setText(QStringLiteral("2025-01"));
        part<QComboBox>(*details, "sourceLanguage").setCurrentIndex(2);
        part<QPushButton>(*details, "sourceAccept").click();
        const Source& now = *find(import.document().sources, SourceId{"news"});
        QCOMPARE(now.title, std::string("Another title"));
        QCOMPARE(now.authors, (std::vector<std::string>{"A. One", "B. Two"}));
        QCOMPARE(now.published, std::string("2025-01"));
        QCOMPARE(now.language, std::string("ko"));
        QCOMPARE(import.desk.bench.store.undoStack().count(), 1);
        import.desk.bench.store.undoStack().undo();
        QCOMPARE(import.document(), smallDocument());
    }
    void aDateThatIsNoneCannotBeSaved() {
        ImportDesk import;
        import.desk.bench.selection.selectSource(SourceId{"news"});
        SourceDetails* details = import.details();
        auto& published = part<QLineEdit>(*details, "sourcePublished");
        auto& ok = part<QPushButton>(*details, "sourceAccept");
        for (const char* wrong : {"January 2025", "2025-13", "2025-02-30", "2025-1-2"}) {
            published.setText(QString::fromLatin1(wrong));
            QVERIFY2(!ok.isEnabled() && part<QLabel>(*details, "sourceFault").isVisible(), wrong);
        }
        published.setText(QStringLiteral("2024-02-29"));
        QVERIFY(ok.isEnabled() && !part<QLabel>(*details, "sourceFault").isVisible());
        part<QLineEdit>(*details, "sourceTitle").clear();
        QVERIFY(!ok.isEnabled());
        part<QPushButton>(*details, "sourceCancel").click();
        QCOMPARE(import.document(), smallDocument());
    }
    void theEncodingIsShownAndCorrected() {
        ImportDesk import;
        QVERIFY(import.import(import.write("koi.txt", "Le titre de la page\n\nIl co\xFBte 5 \x80, dit-il.\n")));
        const SourceId id = import.newest().id;
        import.desk.bench.selection.selectSource(id);
        SourceDetails* details = import.details();
        auto& box = part<QComboBox>(*details, "sourceEncoding");
        QVERIFY(box.isEnabled());
        QVERIFY2(box.currentText().contains(QString::fromStdString(import.newest().encoding)),
                 qPrintable(box.currentText()));
        const std::size_t count = import.document().sources.size();
        choose(*details, "koi8-r");
        QTRY_VERIFY(part<QPushButton>(*details, "sourceAccept").isEnabled());
        QVERIFY(part<QLabel>(*details, "sourceReading").text().startsWith(QStringLiteral("Reads: Le titre")));
        part<QPushButton>(*details, "sourceAccept").click();
        QCOMPARE(import.document().sources.size(), count); // no claim stands on it: in its place
        QCOMPARE(import.newest().id, id);
        QCOMPARE(import.newest().encoding, std::string("koi8-r"));
        QVERIFY2(import.message().contains(QStringLiteral("koi8-r")), qPrintable(import.message()));
        import.desk.bench.store.undoStack().undo();
        QVERIFY(import.newest().encoding != "koi8-r");
    }
    void anEncodingThatDoesNotFitCannotBeChosen() {
        ImportDesk import;
        QVERIFY(import.import(import.write("a.txt", "Le titre de la page\n\nIl co\xFBte 5 \x80, dit-il.\n")));
        import.desk.bench.selection.selectSource(import.newest().id);
        SourceDetails* details = import.details();
        choose(*details, "utf-8");
        auto& reading = part<QLabel>(*details, "sourceReading");
        QTRY_VERIFY2(reading.text().contains(QStringLiteral("is not in utf-8")), qPrintable(reading.text()));
        QVERIFY(!part<QPushButton>(*details, "sourceAccept").isEnabled());
    }
    void aTextThatClaimsStandOnIsReadAnewAsItsNextVersion() {
        ImportDesk import;
        QVERIFY(import.import(
            import.write("a.txt", "Il co\xFBte.\n\nThe lab has 50,000 GPUs in its halls, all of them new.\n")));
        const Source old = import.newest();
        Document document = import.document();
        Claim claim;
        claim.id = {"c-new"};
        const std::size_t at = codePointCount(old.text.substr(0, old.text.find("50,000")));
        claim.mentions = {Mention{.id = {"m-new"}, .anchor = makeAnchor(old, at, at + 11).value()}};
        document.claims.push_back(Row(claim));
        QVERIFY(import.desk.bench.store.apply(QStringLiteral("Add claim"), document));
        import.desk.bench.selection.selectSource(old.id);
        SourceDetails* details = import.details();
        choose(*details, old.encoding == "koi8-r" ? "windows-1252" : "koi8-r");
        QTRY_VERIFY(part<QPushButton>(*details, "sourceAccept").isEnabled());
        part<QPushButton>(*details, "sourceAccept").click();
        QVERIFY(import.newest().replaces == old.id);
        QVERIFY(*find(import.document().sources, old.id) == old); // the old text is as it was
        QVERIFY(import.document().claims.back()->mentions.front().anchor.source == import.newest().id);
        QVERIFY(import.desk.bench.selection.now().source == import.newest().id);
        QVERIFY2(import.message().contains(QStringLiteral("1 mention moved over")), qPrintable(import.message()));
    }
    void anOriginalCanBeDropped() {
        ImportDesk import;
        QVERIFY(import.paste(html(article)));
        SourceDetails* details = import.details();
        auto& keep = part<QCheckBox>(*details, "sourceOriginal");
        QVERIFY(keep.isEnabled() && keep.isChecked());
        keep.setChecked(false);
        part<QPushButton>(*details, "sourceAccept").click();
        QVERIFY(import.newest().original.empty() && !import.newest().sha256.empty());
    }
};

const Registered<TestSourceImport> registered("source_import");

} // namespace assay::test

#include "tst_source_import.moc"
