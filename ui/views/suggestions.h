// Suggestions: the quantities of the shown source that are no claim yet. One key makes a claim of the current one, one
// dismisses it; both are undo steps, and what was dismissed can be shown and offered again. Shows nothing but the marks
// in the text; what it says goes out as signals.
#pragma once

#include "core/document/open_quantities.h"
#include "ui/jobs/latest_job.h"
#include "ui/store/selection.h"
#include "ui/views/source_text.h"

#include <QtCore/QObject>
#include <QtCore/QString>

#include <optional>
#include <string>
#include <vector>

namespace assay {

class Suggestions : public QObject {
    Q_OBJECT
public:
    Suggestions(DocumentStore& store, Selection& selection, SourceText& text, QObject* parent = nullptr);

    void refresh();    ///< the source, its text or its claims may be others
    void step(int by); ///< to the next (1) or previous (-1) one, round the ends; the first in view when there is no
                       ///< current one
    void accept();     ///< makes the claim, or wants its form when something can't be guessed
    void dismiss();    ///< not offered again; of a dismissed one: offered again
    void leave();      ///< none is current
    void setDismissedShown(Qt::CheckState shown); ///< dismissed ones are stepped through too
    std::optional<TextRange> current() const;
    const Quantity* currentQuantity() const; ///< nullptr: none is current
    bool isCurrentDismissed() const;
    std::size_t count() const { return m_sorted.open.size(); } ///< without the dismissed ones
    std::size_t dismissedCount() const { return m_sorted.dismissed.size(); }

signals:
    void changed();                          ///< count or current one
    void formWanted(assay::TextRange range); ///< the analyst has to say something about these words
    void done(const QString& sentence);      ///< an undo step was made
    void nothingLeft();                      ///< there is none to step to

private:
    void take(std::vector<FoundQuantity> found);
    void showOpen();
    void makeCurrent(std::optional<std::size_t> index);
    bool isDismissed(const FoundQuantity& quantity) const;
    const Source* source() const;

    DocumentStore& m_store;
    Selection& m_selection;
    SourceText& m_text;
    LatestJob m_job;
    std::string m_read; ///< the text that m_found is about
    std::string m_language;
    std::vector<FoundQuantity> m_found;
    SortedQuantities m_sorted;
    std::vector<FoundQuantity> m_shown; ///< what is stepped through, in order
    Qt::CheckState m_dismissedShown = Qt::Unchecked;
    std::optional<std::size_t> m_current;
    std::size_t m_place = 0; ///< where the current one stands or stood, code points
};
} // namespace assay
