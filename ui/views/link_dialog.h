// LinkDialog: one link between two claims or two of their mentions, new or changed; a type of the analyst's own is made
// on the way. It blocks nothing, and what the document refuses is said in it.
#pragma once

#include "core/claims/claim.h"
#include "ui/store/document_store.h"

#include <QtWidgets/QDialog>

#include <optional>

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace assay {

class LinkDialog : public QDialog {
    Q_OBJECT
public:
    /// A new link: `to` may be empty and is chosen then. With `link` set: that one is changed.
    LinkDialog(DocumentStore& store, const Link& draft, QWidget* parent = nullptr);

private:
    void build();
    QComboBox* claimBox(const QString& objectName, const QString& name);
    void fillTypes();
    void fillMentions(QComboBox& box, const ClaimId& claim, const MentionId& chosen);
    void showParts();
    void turnRound();
    void enter();
    Result<Document> changed() const;
    std::optional<ClaimId> claimIn(const QComboBox& box) const;

    DocumentStore& m_store;
    Link m_draft; ///< without an id: a new one
    QComboBox* m_from;
    QComboBox* m_to;
    QComboBox* m_fromMention;
    QComboBox* m_toMention;
    QComboBox* m_type;
    QLineEdit* m_title; ///< of a new type
    QCheckBox* m_symmetric;
    QLineEdit* m_formula;
    QLabel* m_formulaLabel;
    QLineEdit* m_note;
    QLabel* m_message;
    QPushButton* m_enter;
};

} // namespace assay
