// Suggestions: the quantities of the shown source that are no claim yet. One key makes a claim of the current one, one
// waves it away. A claim made is one undo step; what was waved away can be brought back. Shows nothing but the marks in
// the text; what it says goes out as signals.
#pragma once

#include "core/units/read_quantity.h"
#include "ui/jobs/latest_job.h"
#include "ui/store/selection.h"
#include "ui/views/source_text.h"

#include <QtCore/QObject>
#include <QtCore/QString>

#include <map>
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
    void dismiss();    ///< not offered again while the program runs
    void bringBack();  ///< the one dismissed last in this source
    void leave();      ///< none is current
    std::optional<TextRange> current() const;
    const Quantity* currentQuantity() const; ///< nullptr: none is current
    std::size_t count() const { return m_open.size(); }

signals:
    void changed();                          ///< count or current one
    void formWanted(assay::TextRange range); ///< the analyst has to say something about these words
    void done(const QString& sentence);      ///< an undo step was made
    void dismissed(const QString& words);
    void nothingLeft(); ///< there is none to step to

private:
    void take(std::vector<FoundQuantity> found);
    void showOpen();
    void makeCurrent(std::optional<std::size_t> index);
    const Source* source() const;

    DocumentStore& m_store;
    Selection& m_selection;
    SourceText& m_text;
    LatestJob m_job;
    std::string m_read; ///< the text that m_found is about
    std::string m_language;
    std::vector<FoundQuantity> m_found;
    std::vector<FoundQuantity> m_open;
    std::map<std::string, std::vector<std::size_t>> m_dismissed; ///< starts, by source
    std::optional<std::size_t> m_current;
    std::size_t m_place = 0; ///< where the current one stands or stood, code points
};
} // namespace assay
