// ClaimStrip: the small form under selected words that makes a claim of them. Enter adds it as one undo step, Escape
// leaves.
#pragma once

#include "core/document/new_claim.h"
#include "ui/store/selection.h"

#include <QtWidgets/QFrame>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace assay {

class ClaimStrip : public QFrame {
    Q_OBJECT
public:
    ClaimStrip(DocumentStore& store, Selection& selection, QWidget* parent = nullptr);

    /// Fills the form with a first guess for the words [start, end) (code points) of the source.
    void open(const SourceId& source, std::size_t start, std::size_t end);

signals:
    void closed(); ///< added or left

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void layOut();
    void showReading();
    void add();
    void close();

    DocumentStore& m_store;
    Selection& m_selection;
    ClaimDraft m_draft; ///< as suggested: what the form does not show comes from it
    QComboBox* m_subject;
    QComboBox* m_attribute;
    QComboBox* m_speaker;
    QLineEdit* m_quantity;
    QLabel* m_reading;
    QPushButton* m_add;
    QPushButton* m_cancel;
};

} // namespace assay
