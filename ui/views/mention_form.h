// MentionForm: where and by whom a claim is said, one mention at a time: the words, the chain of speakers, for or
// against, how sure. Every change is one undo step. The choice of a mention is the linked selection's.
#pragma once

#include "core/document/new_claim.h"
#include "ui/store/selection.h"

#include <QtWidgets/QWidget>

#include <functional>
#include <vector>

class QComboBox;
class QLineEdit;
class QVBoxLayout;

namespace assay {

class MentionForm : public QWidget {
    Q_OBJECT
public:
    MentionForm(DocumentStore& store, Selection& selection, QWidget* parent = nullptr);

    void showClaim(const Claim& claim); ///< its mention of the linked selection, else its first

private:
    struct Link {
        QWidget* row;
        QComboBox* speaker;
        QComboBox* role;
    };

    void build();
    void showMentions(const Claim& claim);
    void showChain(const std::vector<Utterance>& chain);
    Link makeLink();
    void insertLink(std::size_t place, SpeakerRole role); ///< empty, to be typed into
    void removeLink(const QWidget* row);
    void nameLinks();
    void enterChain();
    void change(const QString& name, const std::function<void(Mention&)>& edit);
    const Mention* mention() const; ///< the shown one in the document

    DocumentStore& m_store;
    Selection& m_selection;
    ClaimId m_claim;
    MentionId m_mention;
    QComboBox* m_which = nullptr;
    QVBoxLayout* m_chain = nullptr;
    std::vector<Link> m_links;
    QComboBox* m_polarity = nullptr;
    QComboBox* m_modality = nullptr;
    QComboBox* m_level = nullptr;
    QLineEdit* m_hedge = nullptr;
    bool m_showing = false;
};

} // namespace assay
