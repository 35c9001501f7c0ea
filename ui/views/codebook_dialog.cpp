// CodebookDialog: a list to search, one attribute beside it, one of its formulas below.
#include "ui/views/codebook_dialog.h"

#include "core/document/edit.h"
#include "ui/models/row_table.h"
#include "ui/text/derivation_text.h"
#include "ui/text/error_text.h"
#include "ui/text/utf8_text.h"
#include "ui/views/claim_form.h"
#include "ui/views/look.h"

#include <QtCore/QScopedValueRollback>
#include <QtCore/QSignalBlocker>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>

namespace assay {

namespace {

void put(QLineEdit& edit, const std::string& value) {
    if (edit.text() != text(value)) {
        edit.setText(text(value));
        edit.setCursorPosition(0);
    }
}

void put(QPlainTextEdit& edit, const QString& value) {
    if (edit.toPlainText() != value)
        edit.setPlainText(value);
}

int usesOf(const Document& document, const AttributeId& id) {
    int uses = 0;
    for (const Row<Claim>& claim : document.claims)
        uses += claim->attribute == id ? 1 : 0;
    return uses;
}

} // namespace

const Attribute* CodebookDialog::current() const {
    return assay::find(m_store.document().attributes, AttributeId{m_chosen});
}

void CodebookDialog::showAll() {
    const QString wanted = foldText(m_filter->text().trimmed());
    const int place = m_list->currentRow();
    {
        const QSignalBlocker silent(m_list);
        m_list->clear();
        for (const Row<Attribute>& attribute : m_store.document().attributes) {
            const QString title = text(attribute->title.empty() ? attribute->id.value : attribute->title);
            if (!foldText(title + QLatin1Char(' ') + text(attribute->definition)).contains(wanted))
                continue;
            auto* item = new QListWidgetItem(title, m_list);
            item->setData(Qt::UserRole, text(attribute->id.value));
            item->setToolTip(tipHtml(text(attribute->definition)));
            if (attribute->id.value == m_chosen)
                m_list->setCurrentItem(item);
        }
        if (!m_list->currentItem() && m_list->count() > 0)
            m_list->setCurrentRow(std::clamp(place, 0, m_list->count() - 1));
    }
    showAttribute();
}

void CodebookDialog::showAttribute() {
    const QScopedValueRollback showing(m_showing, true);
    const QListWidgetItem* item = m_list->currentItem();
    m_chosen = item ? item->data(Qt::UserRole).toString().toStdString() : std::string();
    const Attribute* found = current();
    m_form->setEnabled(found != nullptr);
    const Attribute attribute = found ? *found : Attribute();
    put(*m_title, attribute.title);
    put(*m_unit, attribute.unit);
    put(*m_definition, text(attribute.definition));
    put(*m_min, attribute.min);
    put(*m_max, attribute.max);
    const int uses = usesOf(m_store.document(), attribute.id);
    m_uses->setText(uses == 0   ? tr("No claim is about it")
                    : uses == 1 ? tr("1 claim is about it")
                                : tr("%1 claims are about it").arg(uses));
    m_remove->setEnabled(found && uses == 0);
    const int old = m_formulas->currentIndex();
    const QSignalBlocker silent(m_formulas);
    m_formulas->clear();
    for (const Derivation& derivation : attribute.derivations)
        m_formulas->addItem(text(derivation.formula));
    m_formulas->addItem(tr("A new formula\u2026"));
    m_formulas->setCurrentIndex(std::clamp(old, 0, m_formulas->count() - 1));
    m_message->hide();
    showFormula();
}

int CodebookDialog::formulaIndex() const { return m_formulas->currentIndex(); }

void CodebookDialog::showFormula() {
    const QScopedValueRollback showing(m_showing, true);
    const Attribute* attribute = current();
    const auto index = static_cast<std::size_t>(std::max(0, formulaIndex()));
    const auto isThere = attribute && index < attribute->derivations.size();
    const Derivation derivation = isThere ? attribute->derivations[index] : Derivation();
    put(*m_formula, derivation.formula);
    put(*m_note, derivation.note);
    put(*m_assumed, assumedText(derivation.assumed));
    m_removeFormula->setEnabled(isThere);
    m_enterFormula->setText(isThere ? tr("&Change the formula") : tr("&Add the formula"));
    m_formula->setToolTip(tipHtml(namesHelp(m_store.document().attributes)));
    showReading();
}

/// What the formula as typed comes out in, or what is wrong with it.
void CodebookDialog::showReading() {
    const Attribute* attribute = current();
    const Derivation derivation = typedFormula();
    m_enterFormula->setEnabled(false);
    if (!attribute || derivation.formula.empty()) {
        assay::showReading(
            *m_reading, *m_formula,
            {tr("+ - * / over names of attributes and assumed values, such as gpu_hours * price."), false});
        return;
    }
    const Result<> sound = checkDerivation(m_store.document(), *attribute, derivation);
    const auto index = static_cast<std::size_t>(formulaIndex());
    const auto isNew = index >= attribute->derivations.size() || !(attribute->derivations[index] == derivation);
    m_enterFormula->setEnabled(sound && isNew);
    assay::showReading(
        *m_reading, *m_formula,
        sound ? FieldReading{tr("Comes out in %1: claims of these attributes will be compared with %2.")
                                 .arg(attribute->unit.empty() ? QStringLiteral("1") : text(attribute->unit),
                                      text(attribute->title)),
                             false}
              : FieldReading{errorText(sound.error()), true});
}

Attribute CodebookDialog::typed(const Attribute& attribute) const {
    Attribute next = attribute;
    next.title = m_title->text().trimmed().toStdString();
    next.unit = m_unit->text().trimmed().toStdString();
    next.definition = m_definition->toPlainText().trimmed().toStdString();
    next.min = m_min->text().trimmed().toStdString();
    next.max = m_max->text().trimmed().toStdString();
    return next;
}

Derivation CodebookDialog::typedFormula() const {
    return Derivation{m_formula->text().trimmed().toStdString(), readAssumed(m_assumed->toPlainText()),
                      m_note->text().trimmed().toStdString()};
}

/// What is refused stays in its field; the attribute stays as it was.
void CodebookDialog::enter(const QString& name) {
    const Attribute* attribute = current();
    if (m_showing || !attribute)
        return;
    const Result<Document> next = assay::setAttribute(m_store.document(), typed(*attribute));
    if (!next)
        showRefusal(*m_message, errorText(next.error()));
    else if (!m_store.apply(name, next) || typed(*attribute) == *attribute)
        m_message->hide(); // nothing changed
}

void CodebookDialog::enterFormula() {
    const Attribute* attribute = current();
    if (!attribute || !m_enterFormula->isEnabled())
        return;
    Attribute next = *attribute;
    const auto index = static_cast<std::size_t>(formulaIndex());
    if (index < next.derivations.size())
        next.derivations[index] = typedFormula();
    else
        next.derivations.push_back(typedFormula());
    const Result<Document> edited = assay::setAttribute(m_store.document(), std::move(next));
    if (edited)
        static_cast<void>(m_store.apply(tr("Change a formula of the codebook"), edited));
    else
        showRefusal(*m_message, errorText(edited.error()));
}

void CodebookDialog::removeFormula() {
    const Attribute* attribute = current();
    const auto index = static_cast<std::size_t>(formulaIndex());
    if (!attribute || index >= attribute->derivations.size())
        return;
    Attribute next = *attribute;
    next.derivations.erase(next.derivations.begin() + static_cast<std::ptrdiff_t>(index));
    static_cast<void>(m_store.apply(tr("Remove a formula of the codebook"),
                                    assay::setAttribute(m_store.document(), std::move(next)))); // the store tells
}

/// A title that nobody has yet, to be typed over.
void CodebookDialog::add() {
    const Document& document = m_store.document();
    QString title = tr("New attribute");
    for (int n = 2; std::any_of(document.attributes.begin(), document.attributes.end(),
                                [&](const Row<Attribute>& row) { return text(row->title) == title; });
         ++n)
        title = tr("New attribute %1").arg(n);
    const AttributeId id{freeAttributeId(document, title.toStdString())};
    m_filter->clear();
    m_chosen = id.value;
    static_cast<void>(
        m_store.apply(tr("Add an attribute"),
                      addAttribute(document, Attribute{.id = id, .title = title.toStdString()}))); // the store tells
    m_title->setFocus();
    m_title->selectAll();
}

void CodebookDialog::remove() {
    if (const Attribute* attribute = current())
        static_cast<void>(m_store.apply(tr("Remove an attribute"),
                                        removeAttribute(m_store.document(), attribute->id))); // the store tells
}

bool CodebookDialog::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_definition && event->type() == QEvent::FocusOut)
        enter(tr("Change a definition"));
    return QDialog::eventFilter(watched, event);
}

} // namespace assay
