// Tour: five steps through the sample project, one sentence or two each, in a bar above the panes. It shows what there
// is and changes nothing; it can be left at any time and does not come back by itself.
#pragma once

#include "core/claims/finding.h"
#include "ui/store/document_store.h"
#include "ui/store/selection.h"

#include <QtWidgets/QFrame>

class QLabel;
class QPushButton;

namespace assay {

class Tour : public QFrame {
    Q_OBJECT
public:
    Tour(DocumentStore& store, Selection& selection, QWidget* parent = nullptr);

    /// True for the sample project and what was made of it.
    static bool fits(const Document& document);

    void start();
    void leave();
    int step() const { return m_step; } ///< from 0; -1: not on tour

signals:
    void findingWanted(assay::FindingKind kind, const assay::ClaimId& claim);
    void chartWanted(const QString& id);
    void exportWanted();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void go(int step);
    void next();

    DocumentStore& m_store;
    Selection& m_selection;
    QLabel *m_count, *m_title, *m_text;
    QPushButton *m_back, *m_next, *m_leave;
    int m_step = -1;
};

} // namespace assay
