// What became of an input's basis, in words, and what to do about it. Knows no widget.
#pragma once

#include "core/document/stale.h"

#include <QtCore/QString>

#include <vector>

namespace assay {

enum class Mending {
    takeAgain,    ///< the claims as they are now
    chooseClaims, ///< another basis
    takeRow,      ///< as it is now
    chooseRow,    ///< of a catalogue
    readWords,    ///< and move the mention or correct the claim
};

struct StaleWords {
    QString sentence; ///< "Stale: c7 says 3,000,000 H800*h now; the value is from 2,788,000 H800*h."
    QString action;   ///< "Take over what it says now"
    Mending mending = Mending::takeAgain;
};

/// Of one input's reasons the gravest speaks; the others are counted.
StaleWords staleWords(const std::vector<StaleInput>& reasons);

/// "Stale: an input's basis has changed" for a list of an output's tip.
QString staleOutputText();

} // namespace assay
