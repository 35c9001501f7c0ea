// SearchPanel: a search through all sources; hits by source, each with the words around it. A hit shows its place in
// the viewer; all of them become mentions of the current claim as one undo step.
#pragma once

#include "core/document/search_sources.h"
#include "ui/jobs/latest_job.h"
#include "ui/store/selection.h"
#include "ui/views/pane.h"

#include <QtCore/QTimer>

#include <memory>

class QLabel;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace assay {

class NoteLabel;
class SearchField;

class SearchPanel : public Pane {
    Q_OBJECT
public:
    SearchPanel(DocumentStore& store, Selection& selection, QWidget* parent = nullptr);

    void open(const QString& words); ///< focus to the field; words: what to search for, empty: what was searched last
    const FoundInSources& found() const { return m_found; }

signals:
    void hitChosen(const assay::SourceId& source, assay::TextRange range);
    void textWanted();                  ///< the analyst wants to go on in the text
    void done(const QString& sentence); ///< an undo step was made
    void said(const QString& sentence); ///< why nothing was done

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void build();
    void search();
    void take(FoundInSources found);
    void fill();
    void showState();
    void showButton();
    void choose(const QTreeWidgetItem* item);
    void makeMentions();
    void takeMentions(const Document& before, const ClaimId& claim, const Result<Document>& after);
    void cancel();

    DocumentStore& m_store;
    Selection& m_selection;
    SearchField* m_field;
    NoteLabel* m_note;
    QLabel* m_count;
    QTreeWidget* m_hits;
    QPushButton* m_make;
    QPushButton* m_cancel;
    LatestJob m_job;
    LatestJob m_mentions;
    QTimer m_again;                                                            ///< the sources changed
    std::shared_ptr<SourceSearch> m_search = std::make_shared<SourceSearch>(); ///< the worker's
    FoundInSources m_found;
    bool m_isSearching = false;
};

} // namespace assay
