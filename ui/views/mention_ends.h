// MentionEnds: moves the ends of the current mention's words by one character; a run of presses is one undo step.
#pragma once

#include "ui/store/selection.h"

#include <QtCore/QObject>
#include <QtCore/QTimer>

namespace assay {

enum class MentionEnd { start, end };

class MentionEnds : public QObject {
    Q_OBJECT
public:
    MentionEnds(DocumentStore& store, Selection& selection, QObject* parent = nullptr);

    /// by: 1 later, -1 earlier, in characters as they are read (an emoji or a letter with its accent is one). The words
    /// never become empty.
    void move(MentionEnd end, int by);

signals:
    void noMention(); ///< none is current

private:
    DocumentStore& m_store;
    Selection& m_selection;
    QTimer m_pause; ///< what follows it is another run
};

} // namespace assay
