// One pass through the claims.
#include "ui/views/source_marks.h"

#include "core/source/pages.h"
#include "ui/text/claim_text.h"

#include <QtCore/QCoreApplication>

namespace assay {

namespace {

QString tipOf(const Claim& claim) {
    QString tip = QString::fromStdString(claim.statement.empty() ? claim.subject : claim.statement);
    if (claim.verified != Verified::yes)
        tip += QLatin1Char('\n') + verifiedHelp(claim.verified);
    return tip;
}

QString pageText(const std::vector<std::size_t>& pages, std::size_t codePoint) {
    return pages.empty() ? QString()
                         : QLatin1Char('\n')
                               + QCoreApplication::translate("SourceViewer", "Page %1 of %2")
                                     .arg(pageAt(pages, codePoint))
                                     .arg(pages.size());
}

} // namespace

std::vector<TextMark> marksOf(const Document& document, const SourceId& source) {
    std::vector<TextMark> marks;
    const Source* row = find(document.sources, source);
    const auto pages = row && row->mediaType == "application/pdf" ? pageStarts(row->text) : std::vector<std::size_t>();
    for (const Row<Claim>& claim : document.claims)
        for (const Mention& mention : claim->mentions)
            if (mention.anchor.source == source)
                marks.push_back(TextMark{mention.anchor.start, mention.anchor.end, claim->id, mention.id,
                                         tipOf(*claim) + pageText(pages, mention.anchor.start)});
    return marks;
}

} // namespace assay
