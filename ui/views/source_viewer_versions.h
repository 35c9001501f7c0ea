// VersionBar: between a source's facts and its text, when it has an older or a newer version. Of the newest it steps
// through the mentions that stayed on the older text, each at the words now found for it, and settles them.
#pragma once

#include "core/document/new_version.h"
#include "ui/jobs/latest_job.h"
#include "ui/store/selection.h"

#include <QtWidgets/QFrame>

#include <vector>

class QBoxLayout;
class QLabel;
class QToolButton;

namespace assay {

class SourceText;

class VersionBar : public QFrame {
    Q_OBJECT
public:
    VersionBar(DocumentStore& store, Selection& selection, SourceText& text, QWidget* parent = nullptr);

    void refresh(); ///< the source shown or the document may be another

signals:
    void compareWanted(const assay::SourceId& older, const assay::SourceId& newer);

private:
    void build();
    void take(std::vector<LeftMention> left);
    void showState();
    void showLeft();
    void step(int by);
    void showWords();
    void use();
    void keep();
    void showOther();
    const Source* source() const;
    const LeftMention* current() const;
    std::optional<SourceId> olderSource() const;

    DocumentStore& m_store;
    Selection& m_selection;
    SourceText& m_text;
    QBoxLayout* m_rows;
    QLabel* m_sentence;
    QLabel* m_place;
    QToolButton* m_previous;
    QToolButton* m_next;
    QToolButton* m_use;
    QToolButton* m_keep;
    QToolButton* m_other;
    QToolButton* m_compare;
    LatestJob m_job;
    std::vector<LeftMention> m_left; ///< those not decided on
    std::size_t m_current = 0;
};

} // namespace assay
