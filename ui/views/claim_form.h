// What the strip and the editor share: choices taken from the document, and the reading of a quantity in words.
#pragma once

#include "core/document/document.h"

#include <QtCore/QString>
#include <QtCore/QStringList>
#include <QtWidgets/QComboBox>

class QLabel;
class QWidget;

namespace assay {

QStringList subjectsOf(const Document& document); ///< most used first
QStringList attributeTitles(const Document& document);
QStringList speakerNames(const Document& document);

/// An editable combo box that completes but accepts anything.
QComboBox* freeCombo(const QString& objectName, const QString& accessibleName);
/// A combo box that one chooses from and that stays narrow.
QComboBox* choiceCombo(const char* objectName, const QString& accessibleName);
/// The same over an enumeration; the item's data is the value.
template <class Values, class Words>
QComboBox* choiceCombo(const char* objectName, const QString& accessibleName, const Values& values,
                       const Words& words) {
    QComboBox* box = choiceCombo(objectName, accessibleName);
    for (const auto value : values)
        box->addItem(words(value), static_cast<int>(value));
    return box;
}
/// The quiet words above a field.
QLabel* fieldLabel(const QString& title, QWidget* field);
/// Replaces the items and shows `current`; tells nobody.
void fillCombo(QComboBox& box, const QStringList& items, const QString& current);

/// What readQuantity makes of the text: "reads as $5.6M (5.55M to 5.65M)", or why not.
struct FieldReading {
    QString text;
    bool refused = false;
};
FieldReading readingOf(const QString& text, const std::string& language);

/// Says in a form what was refused and why.
void showRefusal(QLabel& label, const QString& sentence);

/// Shows a reading below a field: refused ones in the refusal colour, and as the field's accessible description.
void showReading(QLabel& label, QWidget& field, const FieldReading& reading);

} // namespace assay
