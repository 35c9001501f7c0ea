// One pass through the claims.
#include "ui/views/source_marks.h"

#include "ui/text/claim_text.h"

namespace assay {

namespace {

QString tipOf(const Claim& claim) {
    QString tip = QString::fromStdString(claim.statement.empty() ? claim.subject : claim.statement);
    if (claim.verified != Verified::yes)
        tip += QLatin1Char('\n') + verifiedHelp(claim.verified);
    return tip;
}

} // namespace

std::vector<TextMark> marksOf(const Document& document, const SourceId& source) {
    std::vector<TextMark> marks;
    for (const Row<Claim>& claim : document.claims)
        for (const Mention& mention : claim->mentions)
            if (mention.anchor.source == source)
                marks.push_back(
                    TextMark{mention.anchor.start, mention.anchor.end, claim->id, mention.id, tipOf(*claim)});
    return marks;
}

} // namespace assay
