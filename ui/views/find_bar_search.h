// FindBarSearch: searches of one text, short ones at once, long ones off the GUI thread; the newest wins. Shows
// nothing.
#pragma once

#include "core/source/search_text.h"
#include "ui/jobs/latest_job.h"

#include <QtCore/QObject>

#include <memory>
#include <string>

namespace assay {

class FindBarSearch : public QObject {
    Q_OBJECT
public:
    explicit FindBarSearch(QObject* parent = nullptr);

    /// True when it is another text or language than before; what was asked for is then dropped.
    bool setText(const std::string& utf8, const std::string& language);
    void request(SearchKind kind, const std::string& wanted); ///< found() follows, maybe before this returns
    void cancel();                                            ///< found() does not come any more

signals:
    void found(const assay::TextHits& hits);

private:
    std::shared_ptr<SearchText> m_text; ///< the worker's while m_job is busy
    LatestJob m_job;
};

} // namespace assay
