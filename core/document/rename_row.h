// A row under another id, with everything that names it. Only a merge does this, to rows that both sides added under
// one id; no edit ever changes an id.
#pragma once

#include "core/document/document.h"

#include <string>
#include <string_view>

namespace assay {

/// what: as in rowKinds. The new id must be free.
Document withRenamedRow(Document document, std::string_view what, const std::string& from, const std::string& to);

/// Nothing names mentions, so only the mention itself changes.
Document withRenamedMention(Document document, const std::string& from, const std::string& to);

} // namespace assay
