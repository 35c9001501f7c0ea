// The exporters behind the registry, one file each.
#pragma once

#include "core/document/document.h"

#include <string>

namespace assay {

std::string exportCsv(const Document& document);      ///< RFC 4180, one row a mention, safe against formula injection
std::string exportMarkdown(const Document& document); ///< claims with their quotes, grades and links; all text escaped
std::string exportHtml(const Document& document);     ///< the same as one page without scripts or outside references
std::string exportClaimReview(const Document& document); ///< schema.org ClaimReview, JSON-LD, one a claim
std::string exportAnnotations(const Document& document); ///< W3C Web Annotation, JSON-LD, one a mention
std::string exportBibtex(const Document& document);      ///< the sources

} // namespace assay
