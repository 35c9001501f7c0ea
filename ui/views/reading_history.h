// ReadingHistory: the places of sources that were read, back and forward as in a browser. A place is kept when another
// source or mention is chosen.
#pragma once

#include "ui/store/selection.h"

#include <QtCore/QObject>

#include <functional>
#include <optional>
#include <vector>

namespace assay {

struct ReadingPlace {
    SourceId source;
    std::optional<ClaimId> claim;
    std::optional<MentionId> mention;
    std::size_t top = 0; ///< the code point at the top of the screen
    bool operator==(const ReadingPlace&) const = default;
};

class ReadingHistory : public QObject {
    Q_OBJECT
public:
    using Top = std::function<std::size_t()>;
    using ShowTop = std::function<void(std::size_t)>;

    /// `top` tells what is on screen, `showTop` scrolls there when a place has no mention.
    ReadingHistory(DocumentStore& store, Selection& selection, Top top, ShowTop showTop, QObject* parent = nullptr);

    void go(int by); ///< -1 back, 1 forward; places that are gone are passed over
    bool canGo(int by) const;

signals:
    void changed(); ///< canGo may answer otherwise

private:
    void moved(const Selected& before, const Selected& after);
    std::optional<ReadingPlace> placeOf(const Selected& selected) const;
    bool isThere(const ReadingPlace& place) const;
    void show(const ReadingPlace& place);

    DocumentStore& m_store;
    Selection& m_selection;
    Top m_top;
    ShowTop m_showTop;
    std::vector<ReadingPlace> m_back;
    std::vector<ReadingPlace> m_forward;
    bool m_going = false;
};

} // namespace assay
