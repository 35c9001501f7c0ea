// One sentence a reason: what was, what is, what is used.
#include "ui/views/stale_text.h"

#include "ui/text/utf8_text.h"

#include <QtCore/QCoreApplication>

#include <algorithm>

namespace assay {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Stale)
};

QString claimOf(const StaleInput& reason) { return text(reason.claim ? reason.claim->value : std::string()); }

QString sentenceOf(const StaleInput& reason) {
    const QString was = text(reason.was), now = text(reason.now);
    switch (reason.reason) {
    case StaleReason::claimChanged:
        return Words::tr("Stale: %1 says %2 now; the value is still that of %3.").arg(claimOf(reason), now, was);
    case StaleReason::claimDeleted: return Words::tr("Stale: claim %1 was deleted; its value is still used.").arg(was);
    case StaleReason::numberChanged:
        return Words::tr("Stale: a newer version of the source of %1 has %2 where it had %3; the older is still used.")
            .arg(claimOf(reason), now, was);
    case StaleReason::wordsGone:
        return Words::tr(
                   "Stale: a newer version of the source of %1 does not have \u201c%2\u201d; the older is still used.")
            .arg(claimOf(reason), was);
    case StaleReason::rowChanged:
        return Words::tr("Stale: the project's catalogue row says %1 now; the value is still %2.").arg(now, was);
    case StaleReason::rowGone:
        return Words::tr("Stale: the catalogues have no row %1; the value that it gave is still used.").arg(was);
    }
    return {};
}

Mending mendingOf(StaleReason reason) {
    switch (reason) {
    case StaleReason::claimChanged: return Mending::takeAgain;
    case StaleReason::claimDeleted: return Mending::chooseClaims;
    case StaleReason::rowChanged: return Mending::takeRow;
    case StaleReason::rowGone: return Mending::chooseRow;
    default: return Mending::readWords;
    }
}

QString actionOf(Mending mending) {
    switch (mending) {
    case Mending::takeAgain: return Words::tr("Take over what it says now");
    case Mending::chooseClaims: return Words::tr("Choose another basis\u2026");
    case Mending::takeRow: return Words::tr("Take over what it says now");
    case Mending::chooseRow: return Words::tr("Choose another row\u2026");
    case Mending::readWords: return Words::tr("Compare the words");
    }
    return {};
}

} // namespace

StaleWords staleWords(const std::vector<StaleInput>& reasons) {
    if (reasons.empty())
        return {};
    const auto gravest = std::min_element(reasons.begin(), reasons.end(),
                                          [](const StaleInput& a, const StaleInput& b) { return a.reason < b.reason; });
    StaleWords words{sentenceOf(*gravest), {}, mendingOf(gravest->reason)};
    words.action = actionOf(words.mending);
    if (reasons.size() > 1)
        words.sentence += QLatin1Char(' ') + Words::tr("And %n more.", nullptr, static_cast<int>(reasons.size()) - 1);
    return words;
}

QString staleOutputText() { return Words::tr("Stale: it stands on an input whose basis is not what it was."); }

} // namespace assay
