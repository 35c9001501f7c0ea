// Choices and readings for forms about claims.
#include "ui/views/claim_form.h"

#include "core/units/read_quantity.h"
#include "ui/text/claim_text.h"
#include "ui/text/error_text.h"
#include "ui/views/fonts.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QSignalBlocker>
#include <QtWidgets/QCompleter>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>

#include <algorithm>
#include <map>

namespace assay {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("ClaimForm", text); }

/// The form's width decides, not the longest choice: nothing may run out of the pane.
void keepNarrow(QComboBox& box) {
    box.setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box.setMinimumContentsLength(4);
    box.setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    box.setMinimumWidth(72);
}

QString interval(const Quantity& quantity) {
    if (!quantity.value || !quantity.low || !quantity.high || *quantity.low == *quantity.high)
        return {};
    const auto number = [&](double value) {
        return QString::fromStdString(writeQuantity(value, quantity.unit, quantity.digits + 1));
    };
    return tr(" (%1 to %2)").arg(number(*quantity.low), number(*quantity.high));
}

} // namespace

QStringList subjectsOf(const Document& document) {
    std::map<std::string, int> uses;
    for (const Row<Claim>& claim : document.claims)
        ++uses[claim->subject];
    std::vector<std::pair<std::string, int>> sorted(uses.begin(), uses.end());
    std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    QStringList subjects;
    for (const auto& [subject, count] : sorted)
        subjects += QString::fromStdString(subject);
    return subjects;
}

QStringList attributeTitles(const Document& document) {
    QStringList titles;
    for (const Row<Attribute>& attribute : document.attributes)
        titles += QString::fromStdString(attribute->title);
    return titles;
}

QStringList speakerNames(const Document& document) {
    QStringList names;
    for (const Row<Speaker>& speaker : document.speakers)
        names += QString::fromStdString(speaker->name);
    names.sort(Qt::CaseInsensitive);
    return names;
}

QComboBox* freeCombo(const QString& objectName, const QString& accessibleName) {
    auto* box = new QComboBox;
    box->setObjectName(objectName);
    box->setAccessibleName(accessibleName);
    box->setEditable(true);
    box->setInsertPolicy(QComboBox::NoInsert);
    keepNarrow(*box);
    box->completer()->setCompletionMode(QCompleter::PopupCompletion);
    box->completer()->setFilterMode(Qt::MatchContains);
    box->lineEdit()->setObjectName(objectName + QStringLiteral("Text"));
    box->lineEdit()->setAccessibleName(accessibleName);
    return box;
}

QComboBox* choiceCombo(const char* objectName, const QString& accessibleName) {
    auto* box = new QComboBox;
    box->setObjectName(QLatin1String(objectName));
    box->setAccessibleName(accessibleName);
    keepNarrow(*box);
    return box;
}

QLabel* fieldLabel(const QString& title, QWidget* field) {
    auto* label = new QLabel(title);
    label->setTextFormat(Qt::PlainText);
    label->setFont(smallFont(label->font()));
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setBuddy(field);
    return label;
}

void fillCombo(QComboBox& box, const QStringList& items, const QString& current) {
    const QSignalBlocker silent(box);
    box.clear();
    box.addItems(items);
    box.setCurrentIndex(static_cast<int>(items.indexOf(current)));
    box.setEditText(current);
    if (box.lineEdit())
        box.lineEdit()->setCursorPosition(0);
}

FieldReading readingOf(const QString& text, const std::string& language) {
    if (text.trimmed().isEmpty())
        return {tr("No number: a claim in words only."), false};
    const Result<Quantity> quantity = readQuantity(text.trimmed().toStdString(), readingIn(language));
    if (!quantity)
        return {errorText(quantity.error()), true};
    const QString value = normalisedText(*quantity);
    if (value.isEmpty())
        return {tr("A vague amount: kept as words, without a number."), false};
    return {tr("Reads as %1%2").arg(value, interval(*quantity)), false};
}

void showReading(QLabel& label, QWidget& field, const FieldReading& reading) {
    label.setText(reading.text);
    QPalette palette = label.parentWidget() ? label.parentWidget()->palette() : QPalette();
    palette.setColor(QPalette::WindowText,
                     reading.refused ? refusedColor(palette) : palette.color(QPalette::PlaceholderText));
    label.setPalette(palette);
    field.setAccessibleDescription(reading.text);
}

void showRefusal(QLabel& label, const QString& sentence) {
    label.setText(sentence);
    label.setAccessibleName(sentence);
    QPalette colors = label.parentWidget() ? label.parentWidget()->palette() : QPalette();
    colors.setColor(QPalette::WindowText, refusedColor(colors));
    label.setPalette(colors);
    label.show();
}

} // namespace assay
