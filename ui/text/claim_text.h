// Words for what claims hold: enumerations, quantities, chains of speakers. Knows no widget.
#pragma once

#include "core/claims/claim.h"
#include "core/source/source.h"

#include <QtCore/QString>

#include <array>

namespace assay {

inline constexpr std::array assessments{Assessment::open,         Assessment::supported,   Assessment::partlySupported,
                                        Assessment::plausible,    Assessment::unresolved,  Assessment::disputed,
                                        Assessment::contradicted, Assessment::notCheckable};
inline constexpr std::array verifications{Verified::yes, Verified::secondary, Verified::no};
inline constexpr std::array speakerRoles{SpeakerRole::witness, SpeakerRole::party, SpeakerRole::estimator,
                                         SpeakerRole::endorser, SpeakerRole::relay};
inline constexpr std::array polarities{Polarity::asserts, Polarity::denies};
inline constexpr std::array modalities{Modality::disclosed, Modality::measured, Modality::estimated,
                                       Modality::speculated, Modality::endorsed};

QString assessmentText(Assessment assessment);
QString verifiedText(Verified verified); ///< "verified", "secondary source", "unverified"
QString verifiedHelp(Verified verified); ///< one sentence for a tooltip
QString roleText(SpeakerRole role);
QString polarityText(Polarity polarity);
QString modalityText(Modality modality);
QString reliabilityText(char letter); ///< "B - usually reliable"; Admiralty code, STANAG 2511
QString credibilityText(char digit);

/// The quantity as Assay holds it: "$5.6M", "30% to 40%", "above $100M"; empty when there is no number.
QString normalisedText(const Quantity& quantity);

QString mentionsText(int count); ///< "1 mention", "12 mentions"

/// Empty, or "Digest by Assay of WORK".
QString digestText(const Source& source);

} // namespace assay
