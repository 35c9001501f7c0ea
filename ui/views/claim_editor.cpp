// ClaimEditor: fields of the current claim.
#include "ui/views/claim_editor.h"

#include "core/document/edit.h"
#include "core/document/new_claim.h"
#include "ui/text/claim_text.h"
#include "ui/text/utf8_text.h"
#include "ui/views/claim_form.h"
#include "ui/views/fonts.h"
#include "ui/views/grade_form.h"
#include "ui/views/links_form.h"
#include "ui/views/look.h"
#include "ui/views/mention_form.h"

#include <QtCore/QScopedValueRollback>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QToolButton>

namespace assay {

namespace {

QLineEdit* line(const char* objectName, const QString& name) {
    auto* edit = new QLineEdit;
    edit->setObjectName(QLatin1String(objectName));
    edit->setAccessibleName(name);
    return edit;
}

void showLine(QLineEdit& edit, const QString& value) {
    if (edit.text() == value)
        return;
    edit.setText(value);
    edit.setCursorPosition(0);
}

} // namespace

ClaimEditor::ClaimEditor(DocumentStore& store, Selection& selection, QWidget* parent)
    : Pane(QStringLiteral("editorPane"), tr("Claim"), parent),
      m_store(store),
      m_selection(selection),
      m_statement(line("editStatement", tr("Statement"))),
      m_subject(freeCombo(QStringLiteral("editSubject"), tr("Subject"))),
      m_attribute(freeCombo(QStringLiteral("editAttribute"), tr("Attribute"))),
      m_quantity(line("editQuantity", tr("Quantity"))),
      m_reading(new QLabel),
      m_asOf(line("editAsOf", tr("As of"))),
      m_scope(line("editScope", tr("Scope"))),
      m_mention(new MentionForm(store, selection)),
      m_grade(new GradeForm),
      m_assessment(choiceCombo("editAssessment", tr("Assessment"), assessments, assessmentText)),
      m_verified(choiceCombo("editVerified", tr("Verified"), verifications, verifiedText)),
      m_note(new QPlainTextEdit),
      m_links(new LinksForm(store, selection)),
      m_form(buildForm()) {
    auto* close = new QToolButton;
    close->setObjectName(QStringLiteral("closeEditor"));
    close->setText(QStringLiteral("\u00D7"));
    close->setAutoRaise(true);
    close->setAccessibleName(tr("Close the claim editor"));
    close->setToolTip(tr("Close (Esc)"));
    addTool(close);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setWidget(m_form);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->viewport()->setAutoFillBackground(false);
    m_form->setAutoFillBackground(false);
    addContent(scroll, 1);
    setFocusProxy(m_statement);
    connectTexts();
    connectChoices();
    connect(close, &QToolButton::clicked, this, &ClaimEditor::closeWanted);
    connect(&selection, &Selection::changed, this, &ClaimEditor::showDocument);
    connect(&store, &DocumentStore::changed, this, &ClaimEditor::showDocument);
    connect(m_links, &LinksForm::addWanted, this, &ClaimEditor::linkWanted);
    connect(m_links, &LinksForm::changeWanted, this, &ClaimEditor::linkChangeWanted);
    showDocument();
}

QWidget* ClaimEditor::buildForm() {
    auto* form = new QWidget;
    auto* grid = new QGridLayout(form);
    grid->setContentsMargins(largeGap, 0, largeGap, largeGap);
    grid->setHorizontalSpacing(largeGap);
    grid->setVerticalSpacing(2);
    m_reading->setTextFormat(Qt::PlainText);
    m_reading->setWordWrap(true);
    m_reading->setFont(smallFont(font()));
    m_note->setObjectName(QStringLiteral("editNote"));
    m_note->setAccessibleName(tr("Note"));
    m_note->setTabChangesFocus(true);
    m_note->setFixedHeight(4 * fontMetrics().lineSpacing());
    m_note->setFrameShape(QFrame::StyledPanel);
    int row = 0;
    const auto field = [&](int column, int span, const QString& title, QWidget* widget) {
        grid->addWidget(fieldLabel(title, widget), row, column, 1, span);
        grid->addWidget(widget, row + 1, column, 1, span);
    };
    const auto next = [&] {
        grid->setRowMinimumHeight(row + 2, smallGap);
        row += 3;
    };
    field(0, 2, tr("Statement"), m_statement);
    next();
    field(0, 1, tr("Subject"), m_subject);
    field(1, 1, tr("Attribute"), m_attribute);
    next();
    field(0, 1, tr("Quantity"), m_quantity);
    grid->addWidget(m_reading, row + 1, 1);
    next();
    field(0, 1, tr("As of"), m_asOf);
    field(1, 1, tr("Scope"), m_scope);
    next();
    grid->addWidget(m_mention, row, 0, 1, 2);
    next();
    grid->addWidget(m_grade, row, 0, 1, 2);
    next();
    field(0, 1, tr("Assessment"), m_assessment);
    field(1, 1, tr("Verified"), m_verified);
    next();
    field(0, 2, tr("Note"), m_note);
    next();
    grid->addWidget(m_links, row, 0, 1, 2);
    m_asOf->setPlaceholderText(tr("2025-01-27"));
    m_scope->setPlaceholderText(tr("what the number covers"));
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    return form;
}

void ClaimEditor::connectTexts() {
    const auto onLine = [this](QLineEdit* edit, const QString& name, std::string Claim::*member) {
        connect(edit, &QLineEdit::editingFinished, this, [this, edit, name, member] {
            setField(name, [&](Claim& claim) { claim.*member = edit->text().trimmed().toStdString(); });
        });
    };
    onLine(m_statement, tr("Change statement"), &Claim::statement);
    onLine(m_asOf, tr("Change date"), &Claim::asOf);
    onLine(m_scope, tr("Change scope"), &Claim::scope);
    onLine(m_subject->lineEdit(), tr("Change subject"), &Claim::subject);
    connect(m_subject, &QComboBox::activated, m_subject->lineEdit(), &QLineEdit::editingFinished);
    const auto onCombo = [this](QComboBox* box, const QString& name, auto change) {
        const auto commit = [this, box, name, change] {
            apply(name, [&](const Document& document, const ClaimId& id) {
                return change(document, id, box->currentText().trimmed().toStdString());
            });
        };
        connect(box->lineEdit(), &QLineEdit::editingFinished, this, commit);
        connect(box, &QComboBox::activated, this, commit);
    };
    onCombo(m_attribute, tr("Change attribute"), setClaimAttribute);
    connect(m_quantity, &QLineEdit::textChanged, this, &ClaimEditor::showQuantityReading);
    connect(m_quantity, &QLineEdit::editingFinished, this, [this] {
        const QString typed = m_quantity->text().trimmed();
        if (!readingOf(typed, language()).refused)
            apply(tr("Change quantity"), [&](const Document& document, const ClaimId& id) {
                const Claim* claim = assay::find(document.claims, id);
                const std::string before = claim && claim->quantity ? claim->quantity->text : std::string();
                return typed.toStdString() == before ? Result<Document>(document)
                                                     : setClaimQuantity(document, id, typed.toStdString());
            });
    });
    m_note->installEventFilter(this);
}

void ClaimEditor::connectChoices() {
    const auto onChoice = [this](QComboBox* box, const QString& name, auto set) {
        connect(box, &QComboBox::activated, this, [this, box, name, set] {
            setField(name, [&](Claim& claim) { set(claim, box->currentData().toInt()); });
        });
    };
    connect(m_grade, &GradeForm::chosen, this, [this](const QString& name, const Grade& grade) {
        setField(name, [&](Claim& claim) { claim.grade = grade; });
    });
    onChoice(m_assessment, tr("Assess"),
             [](Claim& claim, int value) { claim.assessment = static_cast<Assessment>(value); });
    onChoice(m_verified, tr("Change verification"),
             [](Claim& claim, int value) { claim.verified = static_cast<Verified>(value); });
}

void ClaimEditor::edit() {
    m_statement->setFocus(Qt::ShortcutFocusReason);
    m_statement->setSelection(static_cast<int>(m_statement->text().size()),
                              -static_cast<int>(m_statement->text().size())); // backwards: its beginning is seen
}

void ClaimEditor::showDocument() {
    const auto id = m_selection.claim();
    const Claim* claim = id ? assay::find(m_store.document().claims, *id) : nullptr;
    m_form->setEnabled(claim != nullptr);
    showClaim(claim ? *claim : Claim{});
}

void ClaimEditor::showClaim(const Claim& claim) {
    const QScopedValueRollback showing(m_showing, true);
    const Document& document = m_store.document();
    setCount(claim.id.empty() ? tr("choose a claim in the table") : text(claim.id.value));
    showLine(*m_statement, text(claim.statement));
    fillCombo(*m_subject, subjectsOf(document), text(claim.subject));
    const Attribute* attribute = assay::find(document.attributes, claim.attribute);
    fillCombo(*m_attribute, attributeTitles(document), attribute ? text(attribute->title) : QString());
    showLine(*m_quantity, claim.quantity ? text(claim.quantity->text) : QString());
    showLine(*m_asOf, text(claim.asOf));
    showLine(*m_scope, text(claim.scope));
    m_mention->showClaim(claim);
    const auto choose = [](QComboBox* box, int value) { box->setCurrentIndex(box->findData(value)); };
    m_grade->showGrade(document, claim.grade);
    m_links->showClaim(claim.id);
    choose(m_assessment, static_cast<int>(claim.assessment));
    choose(m_verified, static_cast<int>(claim.verified));
    if (m_note->toPlainText() != text(claim.note))
        m_note->setPlainText(text(claim.note));
    showQuantityReading();
}

std::string ClaimEditor::language() const {
    const auto id = m_selection.claim();
    const Claim* claim = id ? assay::find(m_store.document().claims, *id) : nullptr;
    const Source* source = claim && !claim->mentions.empty()
                               ? assay::find(m_store.document().sources, claim->mentions.front().anchor.source)
                               : nullptr;
    return source ? source->language : std::string();
}

/// A number that stands as it was read from the source shows the claim's own reading, not a new one.
void ClaimEditor::showQuantityReading() {
    const auto id = m_selection.claim();
    const Claim* claim = id ? assay::find(m_store.document().claims, *id) : nullptr;
    const bool untouched = claim && claim->quantity && text(claim->quantity->text) == m_quantity->text();
    const QString held = untouched ? normalisedText(*claim->quantity) : QString();
    const FieldReading reading =
        held.isEmpty() ? readingOf(m_quantity->text(), language()) : FieldReading{tr("Held as %1").arg(held), false};
    assay::showReading(*m_reading, *m_quantity, reading);
}

void ClaimEditor::apply(const QString& name, const Change& change) {
    const auto id = m_selection.claim();
    if (m_showing || !id || !assay::find(m_store.document().claims, *id))
        return;
    if (!m_store.apply(name, change(m_store.document(), *id)))
        showDocument();
}

void ClaimEditor::setField(const QString& name, const std::function<void(Claim&)>& change) {
    apply(name, [&](const Document& document, const ClaimId& id) {
        Claim claim = *assay::find(document.claims, id);
        change(claim);
        return setClaim(document, std::move(claim));
    });
}

void ClaimEditor::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        emit closeWanted();
    else
        Pane::keyPressEvent(event);
}

/// The note is one undo step when it is left.
bool ClaimEditor::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_note && event->type() == QEvent::FocusOut)
        setField(tr("Change note"), [this](Claim& claim) { claim.note = m_note->toPlainText().toStdString(); });
    return Pane::eventFilter(watched, event);
}

} // namespace assay
