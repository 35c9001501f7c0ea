// Words for what claims hold.
#include "ui/text/claim_text.h"

#include "core/claims/grade.h"
#include "core/units/read_quantity.h"
#include "ui/text/grade_words.h"

#include <QtCore/QCoreApplication>

#include <algorithm>

namespace assay {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("ClaimText", text); }

QString number(double value, const Quantity& quantity) {
    return QString::fromStdString(writeQuantity(value, quantity.unit, std::max(quantity.digits, 3)));
}

QString boundedText(const Quantity& quantity, const QString& value) {
    switch (quantity.bound) {
    case Bound::about: return tr("about %1").arg(value);
    case Bound::less: return tr("below %1").arg(value);
    case Bound::atMost: return tr("at most %1").arg(value);
    case Bound::greater: return tr("above %1").arg(value);
    case Bound::atLeast: return tr("at least %1").arg(value);
    default: return value;
    }
}

QString shippedChoice(std::string_view scale, char value) {
    const std::vector<GradeChoice> choices = gradeChoices({}, scale);
    for (const GradeChoice& choice : choices)
        if (choice.value == value)
            return choice.words;
    return choices.front().words;
}

} // namespace

QString assessmentText(Assessment assessment) {
    switch (assessment) {
    case Assessment::open: return tr("open");
    case Assessment::supported: return tr("supported");
    case Assessment::partlySupported: return tr("partly supported");
    case Assessment::plausible: return tr("plausible");
    case Assessment::unresolved: return tr("unresolved");
    case Assessment::disputed: return tr("disputed");
    case Assessment::contradicted: return tr("contradicted");
    case Assessment::notCheckable: return tr("not checkable");
    }
    return {};
}

QString verifiedText(Verified verified) {
    switch (verified) {
    case Verified::yes: return tr("verified");
    case Verified::secondary: return tr("secondary");
    case Verified::no: return tr("unverified");
    }
    return {};
}

QString verifiedHelp(Verified verified) {
    switch (verified) {
    case Verified::yes: return tr("Verified: the primary source was read.");
    case Verified::secondary: return tr("Secondary: confirmed by another publication, not by the primary source.");
    case Verified::no: return tr("Unverified: nobody has confirmed it against a primary source.");
    }
    return {};
}

QString roleText(SpeakerRole role) {
    switch (role) {
    case SpeakerRole::witness: return tr("witness");
    case SpeakerRole::party: return tr("party");
    case SpeakerRole::estimator: return tr("estimator");
    case SpeakerRole::endorser: return tr("endorser");
    case SpeakerRole::relay: return tr("relay");
    }
    return {};
}

QString polarityText(Polarity polarity) { return polarity == Polarity::asserts ? tr("asserts it") : tr("denies it"); }

QString modalityText(Modality modality) {
    switch (modality) {
    case Modality::disclosed: return tr("disclosed");
    case Modality::measured: return tr("measured");
    case Modality::estimated: return tr("estimated");
    case Modality::speculated: return tr("speculated");
    case Modality::endorsed: return tr("endorsed");
    }
    return {};
}

QString reliabilityText(char letter) { return shippedChoice(reliabilityScale, letter); }

QString credibilityText(char digit) { return shippedChoice(credibilityScale, digit); }

QString normalisedText(const Quantity& quantity) {
    if (quantity.value)
        return boundedText(quantity, number(*quantity.value, quantity));
    if (quantity.low && quantity.high)
        return tr("%1 to %2").arg(number(*quantity.low, quantity), number(*quantity.high, quantity));
    if (quantity.low)
        return tr("above %1").arg(number(*quantity.low, quantity));
    if (quantity.high)
        return tr("below %1").arg(number(*quantity.high, quantity));
    return {};
}

QString mentionsText(int count) {
    return count == 1 ? tr("1 mention") : QCoreApplication::translate("ClaimText", "%n mentions", nullptr, count);
}

QString digestText(const Source& source) {
    return source.digestOf.empty() ? QString()
                                   : tr("Digest by Assay of %1").arg(QString::fromStdString(source.digestOf));
}

} // namespace assay
