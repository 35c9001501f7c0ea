// Conflicts left by a merge: what they say, and how the analyst settles one. Knows no file and no window.
#pragma once

#include "core/base/result.h"
#include "core/document/document.h"

#include <string>

namespace assay {

/// The value in dispute, as short text; empty: not there.
struct ConflictTexts {
    std::string base;
    std::string ours;
    std::string theirs;
};
ConflictTexts conflictTexts(const Conflict& conflict);

enum class MergeSide { base, ours, theirs };

/// The document with that side's version in place and the conflict gone. Errors: idUnknown, and what a broken
/// reference gives (stillUsed, idDangling): then nothing is done.
Result<Document> takeSide(const Document& document, const ConflictId& conflict, MergeSide side);

/// The document as it stands, with the conflict gone. Error: idUnknown.
Result<Document> dismissConflict(const Document& document, const ConflictId& conflict);

} // namespace assay
