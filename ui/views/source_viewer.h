// SourceViewer: one source with its facts, its text with marks, a find bar and the strip that makes claims of selected
// words.
#pragma once

#include "ui/store/selection.h"
#include "ui/views/pane.h"
#include "ui/views/source_text.h"

class QLabel;
class QStackedWidget;

namespace assay {

class ClaimStrip;
class FindBar;
class LinkedMentions;
class MentionEnds;
class ReadingHistory;
class Suggestions;
class VersionBar;

class SourceViewer : public Pane {
    Q_OBJECT
public:
    SourceViewer(DocumentStore& store, Selection& selection, QWidget* parent = nullptr);

    void openFind();
    void stepHit(int by);      ///< next (1) or previous (-1) place of what was searched for
    void stepMention(int by);  ///< next (1) or previous (-1) mention of this source becomes the selection
    void claimFromSelection(); ///< opens the strip under the selected words; emits wordsMissing when there are none
    void addToClaim(); ///< the selected words, or the current suggestion's, become a mention of the current claim
    SourceText& text() { return *m_text; }
    ReadingHistory& history() { return *m_history; }
    LinkedMentions& links() { return *m_links; }
    MentionEnds& ends() { return *m_ends; }
    Suggestions& suggestions() { return *m_suggestions; }

signals:
    void wordsMissing();
    void said(const QString& sentence); ///< what was done, or why nothing was

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* buildHead();
    void showSource();
    void showMarks();
    void showWords();
    void compare(const SourceId& older, const SourceId& newer);
    void placeStrip();
    void showHint();
    void openStrip(TextRange range);

    DocumentStore& m_store;
    Selection& m_selection;
    QLabel* m_title;
    QLabel* m_facts;
    QLabel* m_digest;
    QWidget* m_head;
    QLabel* m_empty;
    SourceText* m_text;
    QStackedWidget* m_stack;
    VersionBar* m_versions;
    FindBar* m_find;
    ClaimStrip* m_strip;
    Suggestions* m_suggestions;
    QLabel* m_hint;
    ReadingHistory* m_history;
    LinkedMentions* m_links;
    MentionEnds* m_ends;
    TextRange m_stripFor; ///< the words that the strip is about
    int m_mentions = 0;
};

} // namespace assay
