// ClaimStrip: four fields, one button.
#include "ui/views/claim_strip.h"

#include "core/document/claim_ideas.h"
#include "core/document/edit.h"
#include "core/document/suggest_claim.h"
#include "ui/text/error_text.h"
#include "ui/views/claim_form.h"
#include "ui/views/fonts.h"
#include "ui/views/look.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QCompleter>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>

namespace assay {

namespace {

/// The rest of the likeliest entry appears behind what is typed; Tab or Enter takes it.
QComboBox* completed(QComboBox* box) {
    box->completer()->setCompletionMode(QCompleter::InlineCompletion);
    box->completer()->setFilterMode(Qt::MatchStartsWith);
    box->completer()->setCaseSensitivity(Qt::CaseSensitive); // else a new word would take the case of an old one
    return box;
}

QStringList listed(const std::vector<std::string>& words) {
    QStringList list;
    for (const std::string& each : words)
        list += QString::fromStdString(each);
    return list;
}

} // namespace

ClaimStrip::ClaimStrip(DocumentStore& store, Selection& selection, QWidget* parent)
    : QFrame(parent),
      m_store(store),
      m_selection(selection),
      m_subject(completed(freeCombo(QStringLiteral("stripSubject"), tr("Subject")))),
      m_attribute(completed(freeCombo(QStringLiteral("stripAttribute"), tr("Attribute")))),
      m_speaker(completed(freeCombo(QStringLiteral("stripSpeaker"), tr("Who says so")))),
      m_quantity(new QLineEdit),
      m_reading(new QLabel),
      m_add(new QPushButton(tr("Add claim"))),
      m_cancel(new QPushButton(tr("Cancel"))) {
    setObjectName(QStringLiteral("claimStrip"));
    setAccessibleName(tr("New claim from the selected words"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Window);
    m_quantity->setObjectName(QStringLiteral("stripQuantity"));
    m_quantity->setAccessibleName(tr("Quantity"));
    m_reading->setTextFormat(Qt::PlainText);
    m_reading->setWordWrap(true);
    m_reading->setFont(smallFont(font()));
    m_add->setObjectName(QStringLiteral("stripAdd"));
    m_add->setAccessibleName(tr("Add claim"));
    m_add->setToolTip(tr("Enter"));
    m_cancel->setObjectName(QStringLiteral("stripCancel"));
    m_cancel->setAccessibleName(tr("Cancel"));
    m_cancel->setToolTip(tr("Esc"));
    layOut();
    for (QComboBox* box : {m_subject, m_attribute, m_speaker})
        box->installEventFilter(this); // the box has the focus and hands keys on to its line
    connect(m_quantity, &QLineEdit::textChanged, this, &ClaimStrip::showReading);
    connect(m_add, &QPushButton::clicked, this, &ClaimStrip::add);
    connect(m_cancel, &QPushButton::clicked, this, &ClaimStrip::close);
    hide();
}

void ClaimStrip::layOut() {
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(largeGap, largeGap, largeGap, largeGap);
    grid->setHorizontalSpacing(largeGap);
    grid->setVerticalSpacing(2);
    const auto field = [&](int row, int column, const QString& title, QWidget* widget) {
        auto* label = new QLabel(title);
        label->setTextFormat(Qt::PlainText);
        label->setFont(smallFont(font()));
        label->setBuddy(widget);
        grid->addWidget(label, row, column);
        grid->addWidget(widget, row + 1, column);
    };
    field(0, 0, tr("&Quantity"), m_quantity);
    field(0, 1, tr("A&ttribute"), m_attribute);
    grid->setRowMinimumHeight(2, smallGap);
    field(3, 0, tr("Su&bject"), m_subject);
    field(3, 1, tr("&Who says so"), m_speaker);
    grid->setRowMinimumHeight(5, smallGap);
    auto* foot = new QHBoxLayout;
    foot->setSpacing(smallGap);
    foot->addWidget(m_reading, 1);
    foot->addWidget(m_cancel);
    foot->addWidget(m_add);
    grid->addLayout(foot, 6, 0, 1, 2);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    setTabOrder(m_quantity, m_attribute);
    setTabOrder(m_attribute, m_subject);
    setTabOrder(m_subject, m_speaker);
    setTabOrder(m_speaker, m_add);
    setTabOrder(m_add, m_cancel);
}

void ClaimStrip::open(const SourceId& source, std::size_t start, std::size_t end) {
    const Document& document = m_store.document();
    m_draft = suggestClaim(document, source, start, end);
    const ClaimDraft& draft = m_draft;
    const Source* found = assay::find(document.sources, source);
    m_speaker->lineEdit()->setPlaceholderText(found ? QString::fromStdString(found->publisher) : QString());
    const ClaimIdeas ideas = ideasFor(document, draft);
    const auto either = [](const std::string& sure, const std::string& idea) {
        return QString::fromStdString(sure.empty() ? idea : sure);
    };
    fillCombo(*m_subject, listed(ideas.subjects), either(draft.subject, ideas.subject));
    fillCombo(*m_attribute, listed(ideas.attributes), either(draft.attribute, ideas.attribute));
    fillCombo(*m_speaker, listed(ideas.speakers), QString::fromStdString(draft.speaker));
    m_quantity->setText(QString::fromStdString(draft.quantity));
    showReading();
    show();
    raise();
    QComboBox* unsure = draft.attribute.empty() ? m_attribute : draft.subject.empty() ? m_subject : nullptr;
    if (unsure) {
        unsure->setFocus(Qt::ShortcutFocusReason);
        unsure->lineEdit()->selectAll();
    } else {
        m_quantity->setFocus(Qt::ShortcutFocusReason);
    }
}

void ClaimStrip::showReading() {
    const Source* source = assay::find(m_store.document().sources, m_draft.source);
    assay::showReading(*m_reading, *m_quantity,
                       readingOf(m_quantity->text(), source ? source->language : std::string()));
}

void ClaimStrip::add() {
    const auto text = [](const QString& words) { return words.simplified().toStdString(); };
    ClaimDraft draft = m_draft;
    draft.subject = text(m_subject->currentText());
    draft.attribute = text(m_attribute->currentText());
    draft.quantity = text(m_quantity->text());
    draft.speaker = text(m_speaker->currentText());
    const ClaimId id{freeClaimId(m_store.document())};
    const Result<Document> next = addClaimFromWords(m_store.document(), draft);
    if (!next) {
        assay::showReading(*m_reading, *m_quantity, FieldReading{errorText(next.error()), true});
        const bool noSubject = draft.subject.empty();
        const bool noAttribute = draft.attribute.empty();
        (noSubject     ? m_subject
         : noAttribute ? m_attribute
                       : static_cast<QWidget*>(m_quantity))
            ->setFocus(Qt::OtherFocusReason);
        return;
    }
    if (!m_store.apply(tr("Add claim"), next))
        return;
    close();
    m_selection.selectClaims({id});
}

void ClaimStrip::close() {
    hide();
    emit closed();
}

/// A line edit keeps the Enter for itself that takes a completion: here it adds the claim as well.
bool ClaimStrip::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            add();
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

void ClaimStrip::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        close();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        add();
    else
        QFrame::keyPressEvent(event);
}

void ClaimStrip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(palette().color(QPalette::Highlight), 1));
    painter.setBrush(palette().color(QPalette::Window));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
}

} // namespace assay
