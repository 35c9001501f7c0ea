// Words for findings and links. Knows no widget.
#pragma once

#include "core/claims/claim.h"
#include "core/claims/finding.h"

#include <QtCore/QString>

#include <array>

namespace assay {

inline constexpr std::array linkTypes{LinkType::repeats,     LinkType::endorses,    LinkType::disputes,
                                      LinkType::contradicts, LinkType::derivedFrom, LinkType::converts,
                                      LinkType::corrects,    LinkType::quotes};

QString verdictName(Verdict verdict);      ///< "Conflict"
QString verdictMark(Verdict verdict);      ///< one character, so that colour is not needed to tell them apart
QString findingKindName(FindingKind kind); ///< "circular reporting"
QString linkTypeName(LinkType type);       ///< "derived from"

/// "Dismissed: NOTE"; what changed since it was decided on; empty when nothing was decided.
QString decisionText(const Finding& finding);

} // namespace assay
