// Grades, links, speakers, codebook, scales and exports by hand: every change is one step back, every refusal is said
// where it happened and changes nothing.
#include "core/document/edit.h"
#include "core/io/exporter.h"
#include "tests/test.h"
#include "tests/ui/views/panel_bench.h"
#include "tests/ui/views/window_desk.h"
#include "ui/text/derivation_text.h"
#include "ui/text/grade_words.h"
#include "ui/views/claim_editor.h"
#include "ui/views/claims_export_dialog.h"
#include "ui/views/codebook_dialog.h"
#include "ui/views/link_dialog.h"
#include "ui/views/scales_dialog.h"
#include "ui/views/speakers_dialog.h"

#include <QtCore/QPointer>
#include <QtCore/QSettings>
#include <QtCore/QTemporaryDir>
#include <QtGui/QAction>
#include <QtTest/QSignalSpy>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QToolButton>

namespace assay::test {

namespace {

QString q(const char* utf8) { return QString::fromUtf8(utf8); }

/// A dialog of the given kind over the sample; it deletes itself when it closes.
template <class Dialog>
struct On : PanelBench {
    template <class... Arguments>
    explicit On(Arguments&&... arguments) : dialog(new Dialog(store, std::forward<Arguments>(arguments)...)) {
        dialog->show();
        connectFailures();
    }
    ~On() { delete dialog; }
    void connectFailures() {
        QObject::connect(&store, &DocumentStore::failed, dialog, [this](const Error& error) { failed = error.code; });
    }
    template <class T>
    T& part(const char* name) {
        T* found = dialog->template findChild<T*>(QLatin1String(name));
        if (!found)
            qFatal("no %s", name);
        return *found;
    }
    QString message(const char* name) {
        const QLabel& label = part<QLabel>(name);
        return label.isVisible() ? label.text() : QString();
    }
    void choose(const char* name, const QVariant& data) {
        auto& box = part<QComboBox>(name);
        box.setCurrentIndex(box.findData(data));
        emit box.activated(box.currentIndex());
    }
    void type(const char* name, const QString& text) {
        auto& edit = part<QLineEdit>(name);
        edit.setText(text);
        emit edit.editingFinished();
    }
    const Document& document() const { return store.document(); }
    int steps() { return store.undoStack().count(); }

    std::optional<ErrorCode> failed;
    QPointer<Dialog> dialog;
};

struct Editor : On<ClaimEditor> {
    explicit Editor(const char* claim) : On(selection) {
        selection.selectClaims({ClaimId{claim}});
        id = ClaimId{claim};
    }
    const Claim& claim() const { return *find(document().claims, id); }
    ClaimId id;
};

Link draft(const char* from, const char* to) { return Link{.from = {from}, .to = {to}}; }

bool isNamed(const QWidget& widget) {
    const auto* button = qobject_cast<const QAbstractButton*>(&widget);
    return !widget.objectName().isEmpty()
           && (!widget.accessibleName().isEmpty() || (button && !button->text().isEmpty()));
}

QString namelessIn(const QWidget& dialog) {
    QStringList nameless;
    for (const QWidget* widget : dialog.findChildren<QWidget*>())
        if (widget->window() == dialog.window() && !widget->isHidden() && (widget->focusPolicy() & Qt::TabFocus)
            && !isNamed(*widget) && !widget->objectName().startsWith(QLatin1String("qt_")))
            nameless += q(widget->metaObject()->className()) + QLatin1Char(' ') + widget->objectName();
    return nameless.join(QStringLiteral(", "));
}

} // namespace

class TestEvidenceDialogs : public Test {
    Q_OBJECT
private slots:
    void confirmedIsRefusedForOneOriginatorAndTheBoxShowsWhatStands() {
        Editor editor("cl1-09");
        const char before = editor.claim().grade.credibility;
        editor.choose("editCredibility", int('1'));
        QCOMPARE(editor.failed, std::optional(ErrorCode::gradeUnfounded));
        QCOMPARE(editor.claim().grade.credibility, before);
        QCOMPARE(editor.part<QComboBox>("editCredibility").currentData().toInt(), int(before));
        QCOMPARE(editor.steps(), 0);
    }
    void everyScaleIsOneStep() {
        Editor editor("cl1-09");
        editor.choose("editReliability", int('F'));
        editor.choose("editLikelihood", static_cast<int>(LikelihoodBand::fifth));
        editor.choose("editConfidence", static_cast<int>(ConfidenceLevel::high));
        QCOMPARE(editor.steps(), 3);
        QCOMPARE(editor.claim().grade.reliability, 'F');
        QCOMPARE(editor.claim().grade.likelihood, LikelihoodBand::fifth);
        QCOMPARE(editor.part<QComboBox>("editLikelihood").currentText(), q("likely (55-80 %)"));
        editor.store.undoStack().undo();
        QCOMPARE(editor.claim().grade.confidence, ConfidenceLevel::none);
        QCOMPARE(editor.part<QComboBox>("editConfidence").currentText(), q("not judged"));
    }
    void aMentionSaysHowFarItGoes() {
        Editor editor("cl1-09");
        editor.choose("editLevel", static_cast<int>(MentionLevel::inferential));
        QCOMPARE(editor.claim().mentions[0].level, MentionLevel::inferential);
        QCOMPARE(editor.steps(), 1);
    }
    void theLinksOfAClaimAreListedFollowedAndRemoved() {
        Editor editor("cl0-05"); // l1: it repeats cl1-09
        auto* follow = editor.dialog->findChild<QAbstractButton*>(q("followLink1"));
        QVERIFY(follow);
        QVERIFY2(follow->text().startsWith(q("repeats cl1-09")), qPrintable(follow->text()));
        QSignalSpy changes(editor.dialog, &ClaimEditor::linkChangeWanted);
        editor.part<QToolButton>("changeLink1").click();
        QCOMPARE(changes.size(), 1);
        const std::size_t before = editor.document().links.size();
        editor.part<QToolButton>("removeLink1").click();
        QCOMPARE(editor.document().links.size(), before - 1);
        editor.store.undoStack().undo();
        QCOMPARE(editor.document().links.size(), before);
        editor.dialog->findChild<QAbstractButton*>(q("followLink1"))->click();
        QCOMPARE(editor.selection.claim(), std::optional(ClaimId{"cl1-09"}));
    }

    void aLinkIsMadeChangedAndRefused() {
        {
            On<LinkDialog> on(draft("cl4-02", "cl3-02"));
            QCOMPARE(namelessIn(*on.dialog), QString());
            on.choose("link.type", static_cast<int>(LinkType::disputes));
            on.type("link.note", q("another owner"));
            on.part<QPushButton>("link.enter").click();
            const Link& link = *on.document().links.back();
            QCOMPARE(linkWords(on.document(), link), std::string("cl4-02 disputes cl3-02"));
            QCOMPARE(link.note, std::string("another owner"));
            QCOMPARE(on.steps(), 1);
        }
        On<LinkDialog> back(draft("cl1-09", "cl0-05")); // cl0-05 repeats cl1-09 already
        back.choose("link.type", static_cast<int>(LinkType::repeats));
        back.part<QPushButton>("link.enter").click();
        QVERIFY2(back.message("link.message").contains(q("circle")), qPrintable(back.message("link.message")));
        QCOMPARE(back.steps(), 0);
        back.part<QToolButton>("link.turn").click();
        back.part<QPushButton>("link.enter").click();
        QVERIFY(back.message("link.message").contains(q("already")));
        back.part<QComboBox>("link.to").setEditText(q("nobody"));
        back.part<QPushButton>("link.enter").click();
        QVERIFY(back.message("link.message").contains(q("Choose a claim")));
        QCOMPARE(back.steps(), 0);
    }
    void anOwnTypeIsMadeOnTheWay() {
        On<LinkDialog> on(draft("cl4-02", "cl3-02"));
        QVERIFY(!on.part<QLineEdit>("link.newType").isVisible());
        on.choose("link.type", q("+"));
        QVERIFY(on.part<QLineEdit>("link.newType").isVisible());
        on.part<QPushButton>("link.enter").click();
        QVERIFY(!on.message("link.message").isEmpty()); // a type needs a name
        on.type("link.newType", q("casts doubt on"));
        on.part<QCheckBox>("link.symmetric").setChecked(true);
        on.part<QPushButton>("link.enter").click();
        QCOMPARE(on.document().linkTypes.size(), std::size_t(1));
        QVERIFY(on.document().linkTypes[0]->symmetric);
        QCOMPARE(linkWords(on.document(), *on.document().links.back()), std::string("cl4-02 casts doubt on cl3-02"));
        QCOMPARE(on.steps(), 1);
        on.store.undoStack().undo();
        QVERIFY(on.document().linkTypes.empty());
    }
    void onlyADerivationAsksForAFormula() {
        On<LinkDialog> on(draft("cl4-02", "cl3-02"));
        QVERIFY(!on.part<QLineEdit>("link.formula").isVisible());
        on.choose("link.type", static_cast<int>(LinkType::derivedFrom));
        QVERIFY(on.part<QLineEdit>("link.formula").isVisible());
        on.type("link.formula", q("cl3-02 * 2"));
        on.part<QPushButton>("link.enter").click();
        QCOMPARE(on.document().links.back()->formula, std::string("cl3-02 * 2"));
    }

    void speakersAreNamedMergedAndNeverSwallowed() {
        On<SpeakersDialog> on;
        QCOMPARE(namelessIn(*on.dialog), QString());
        on.part<QLineEdit>("speaker.filter").setText(q("alexander"));
        QCOMPARE(on.part<QListWidget>("speaker.list").count(), 1);
        on.choose("speaker.kind", static_cast<int>(SpeakerKind::person));
        QCOMPARE(find(on.document().speakers, SpeakerId{"wang"})->kind, SpeakerKind::person);
        on.type("speaker.name", q("Elon Musk"));
        QVERIFY2(on.message("speaker.message").contains(q("Elon Musk")), qPrintable(on.message("speaker.message")));
        QCOMPARE(on.part<QLineEdit>("speaker.name").text(), q("Alexandr Wang"));
        QCOMPARE(on.steps(), 1);
        const std::size_t before = on.document().speakers.size();
        on.part<QComboBox>("speaker.other").setEditText(q("Gavin Baker"));
        on.part<QPushButton>("speaker.merge").click();
        QCOMPARE(on.document().speakers.size(), before - 1);
        QVERIFY(on.part<QPlainTextEdit>("speaker.aliases").toPlainText().contains(q("Gavin Baker")));
        on.store.undoStack().undo();
        QCOMPARE(on.document().speakers.size(), before);
        QVERIFY(!on.part<QPushButton>("speaker.remove").isEnabled()); // he is quoted
    }
    void spellingsAreOneALine() {
        On<SpeakersDialog> on;
        on.part<QLineEdit>("speaker.filter").setText(q("alexander"));
        auto& aliases = on.part<QPlainTextEdit>("speaker.aliases");
        aliases.setPlainText(q("Alexander Wang\n\n Mr Wang \nMr Wang"));
        QFocusEvent leave(QEvent::FocusOut);
        QCoreApplication::sendEvent(&aliases, &leave);
        QCOMPARE(find(on.document().speakers, SpeakerId{"wang"})->aliases,
                 (std::vector<std::string>{"Alexander Wang", "Mr Wang"}));
    }

    void theCodebookSaysWhatIsWrongWhileItIsTyped() {
        On<CodebookDialog> on(std::optional(AttributeId{"training-cost"}));
        QCOMPARE(namelessIn(*on.dialog), QString());
        QCOMPARE(on.part<QLineEdit>("codebook.title").text(), q("Training cost"));
        auto& formula = on.part<QLineEdit>("codebook.formula");
        on.part<QComboBox>("codebook.formulas").setCurrentIndex(on.part<QComboBox>("codebook.formulas").count() - 1);
        formula.setText(q("gpu_hours * hope"));
        QVERIFY(on.message("codebook.reading").contains(q("hope")));
        QVERIFY(!on.part<QPushButton>("codebook.enterFormula").isEnabled());
        formula.setText(q("gpu_hours * gpu_hours"));
        QVERIFY(on.message("codebook.reading").contains(q("do not fit")));
        formula.setText(q("gpu_hours * unit_price"));
        on.part<QPlainTextEdit>("codebook.assumed").setPlainText(q("unit_price = 2 in USD/(GPU*h)"));
        QVERIFY2(on.message("codebook.reading").contains(q("Comes out in USD")),
                 qPrintable(on.message("codebook.reading")));
        const std::size_t before = find(on.document().attributes, AttributeId{"training-cost"})->derivations.size();
        on.part<QPushButton>("codebook.enterFormula").click();
        const Attribute& attribute = *find(on.document().attributes, AttributeId{"training-cost"});
        QCOMPARE(attribute.derivations.size(), before + 1);
        QCOMPARE(attribute.derivations.back().assumed[0].unit, std::string("USD/(GPU*h)"));
        on.store.undoStack().undo();
        QCOMPARE(find(on.document().attributes, AttributeId{"training-cost"})->derivations.size(), before);
    }
    void anAttributeIsAddedRangedAndRemoved() {
        On<CodebookDialog> on(std::nullopt);
        const std::size_t before = on.document().attributes.size();
        on.part<QPushButton>("codebook.add").click();
        QCOMPARE(on.document().attributes.size(), before + 1);
        on.type("codebook.title", q("Yield"));
        on.type("codebook.unit", q("%"));
        on.type("codebook.max", q("much"));
        QVERIFY(!on.message("codebook.message").isEmpty());
        QCOMPARE(on.part<QLineEdit>("codebook.max").text(), q("much")); // it stays to be mended
        on.type("codebook.max", q("100%"));
        const Attribute& made = *on.document().attributes.back();
        QCOMPARE(made.title, std::string("Yield"));
        QCOMPARE(made.max, std::string("100%"));
        on.part<QPushButton>("codebook.remove").click();
        QCOMPARE(on.document().attributes.size(), before);
        while (on.store.undoStack().canUndo())
            on.store.undoStack().undo();
        QCOMPARE(on.document().attributes.size(), before);
    }
    void assumedValuesReadBack() {
        const std::vector<Assumed> assumed{{"unit_price", "USD/GPU", "25000 to 40000"}, {"margin", "1", "2"}};
        QCOMPARE(readAssumed(assumedText(assumed)), assumed);
        QCOMPARE(readAssumed(q("margin = 2")), (std::vector<Assumed>{{"margin", "1", "2"}}));
    }

    void rowsOfIcd203AreNeverMixed() {
        On<ScalesDialog> on;
        on.choose("scale.choice", q("likelihood"));
        QCOMPARE(namelessIn(*on.dialog), QString());
        on.part<QLineEdit>("scale.word5").setText(q("probable"));
        on.part<QPushButton>("scale.enter").click();
        QVERIFY2(on.message("scale.message").contains(q("different rows")), qPrintable(on.message("scale.message")));
        QCOMPARE(on.steps(), 0);
        on.part<QPushButton>("scale.other").click();
        QCOMPARE(on.document().gradeScales.size(), std::size_t(1));
        QCOMPARE(gradeChoices(on.document().gradeScales, "likelihood").at(5).words, q("probable (55-80 %)"));
        on.part<QPushButton>("scale.reset").click();
        QVERIFY(on.document().gradeScales.empty());
    }
    void theRuleOfConfirmedIsTheProjects() {
        On<ScalesDialog> on;
        on.choose("scale.choice", q("credibility"));
        QCOMPARE(on.part<QSpinBox>("scale.originators").value(), 2);
        on.part<QSpinBox>("scale.originators").setValue(1);
        on.part<QPushButton>("scale.enter").click();
        QCOMPARE(on.document().gradeScales.at(0)->originators, 1);
        QVERIFY(on.document().gradeScales.at(0)->words.empty()); // still the shipped ones
    }

    void everyFormatIsExportedAndTheFolderIsRemembered() {
        QTemporaryDir folder;
        QSettings settings(folder.filePath(q("s.ini")), QSettings::IniFormat);
        PanelBench bench;
        const std::filesystem::path project = folder.filePath(q("p.assay")).toStdString();
        for (const Exporter& exporter : exporters()) {
            QPointer<ClaimsExportDialog> dialog =
                new ClaimsExportDialog(bench.store.document(), project, bench.questions, settings);
            dialog->show();
            QCOMPARE(namelessIn(*dialog), QString());
            auto& format = *dialog->findChild<QComboBox*>(q("exportClaims.format"));
            format.setCurrentIndex(
                format.findData(QString::fromUtf8(exporter.id.data(), qsizetype(exporter.id.size()))));
            QVERIFY(dialog->target().extension() == "." + std::string(exporter.extension));
            const std::filesystem::path file = project.parent_path() / std::string(exporter.id);
            dialog->findChild<QLineEdit*>(q("exportClaims.file"))->setText(QString::fromStdString(file.string()));
            QSignalSpy exported(dialog, &ClaimsExportDialog::exported);
            dialog->exportNow();
            QVERIFY(exported.wait());
            QFile written(QString::fromStdString(file.string()));
            QVERIFY(written.open(QIODevice::ReadOnly));
            QCOMPARE(written.readAll().toStdString(), exporter.write(bench.store.document()));
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
            QVERIFY(!dialog);
        }
        ClaimsExportDialog again(bench.store.document(), project, bench.questions, settings);
        again.setAttribute(Qt::WA_DeleteOnClose, false);
        QCOMPARE(QString::fromStdString(again.target().parent_path().string()), folder.path());
        QCOMPARE(again.findChild<QComboBox*>(q("exportClaims.format"))->currentData().toString(), q("annotations"));
    }
    void anExportNeverTakesTheProjectsPlaceNorAnythingUnasked() {
        QTemporaryDir folder;
        QSettings settings(folder.filePath(q("s.ini")), QSettings::IniFormat);
        const QString project = folder.filePath(q("p.assay")), other = folder.filePath(q("other.csv"));
        for (const QString& path : {project, other}) {
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write("mine");
        }
        const auto bytes = [](const QString& path) {
            QFile file(path);
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        PanelBench bench;
        QPointer<ClaimsExportDialog> dialog =
            new ClaimsExportDialog(bench.store.document(), project.toStdString(), bench.questions, settings);
        dialog->show();
        auto& file = *dialog->findChild<QLineEdit*>(q("exportClaims.file"));
        const auto& message = *dialog->findChild<QLabel*>(q("exportClaims.message"));
        file.setText(project);
        dialog->exportNow();
        QVERIFY(message.text().contains(q("the project itself")));
        QCOMPARE(bytes(project), QByteArray("mine"));
        file.setText(other);
        dialog->exportNow();
        QVERIFY(message.text().contains(q("exists already")));
        QCOMPARE(bytes(other), QByteArray("mine"));
        QSignalSpy exported(dialog, &ClaimsExportDialog::exported);
        dialog->exportNow();
        QVERIFY(exported.wait());
        QVERIFY(bytes(other).size() > 1000);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    void theMenusOpenThem() {
        allowRemarksOnPopups();
        QTemporaryDir folder;
        WindowDesk desk(folder.path().toStdString());
        desk.bench.session.openSample();
        QVERIFY(desk.wait());
        desk.bench.selection.selectClaims({ClaimId{"cl4-02"}, ClaimId{"cl3-02"}});
        for (const auto& [action, dialog] : {std::pair{"linkClaims", "linkDialog"},
                                             {"speakers", "speakersDialog"},
                                             {"codebook", "codebookDialog"},
                                             {"scales", "scalesDialog"},
                                             {"exportClaims", "claimsExportDialog"}}) {
            desk.find<QAction>(action)->trigger();
            QPointer<QDialog> opened = desk.find<QDialog>(dialog);
            QVERIFY2(opened && opened->isVisible(), dialog);
            QTest::keyClick(opened.data(), Qt::Key_Escape);
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
            QVERIFY2(!opened, dialog);
        }
        desk.find<QAction>("linkClaims")->trigger(); // from the first selected claim to the second
        desk.find<QPushButton>("link.enter")->click();
        QCOMPARE(desk.bench.store.document().links.back()->from, ClaimId{"cl4-02"});
        QCOMPARE(desk.bench.store.document().links.back()->to, ClaimId{"cl3-02"});
    }
    void aFolderThatIsNotThereIsSaid() {
        QTemporaryDir folder;
        QSettings settings(folder.filePath(q("s.ini")), QSettings::IniFormat);
        PanelBench bench;
        ClaimsExportDialog dialog(bench.store.document(), {}, bench.questions, settings);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        dialog.findChild<QLineEdit*>(q("exportClaims.file"))->setText(folder.filePath(q("none/x.csv")));
        dialog.exportNow();
        const auto& message = *dialog.findChild<QLabel*>(q("exportClaims.message"));
        QVERIFY(QTest::qWaitFor([&] { return message.isVisible(); }));
        QVERIFY2(message.text().contains(q("could not be written")), qPrintable(message.text()));
        QVERIFY(dialog.isVisible());
    }
};

const Registered<TestEvidenceDialogs> registered("evidence_dialogs");

} // namespace assay::test

#include "tst_evidence_dialogs.moc"
