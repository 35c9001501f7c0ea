// Words for links between claims. Knows no widget.
#pragma once

#include "core/document/document.h"

#include <QtCore/QString>

namespace assay {

/// "repeats", or the title of the analyst's own type.
QString linkWord(const Document& document, const Link& link);

/// The link as a claim's form lists it: "repeats cl1-09: 50,000 H100 GPUs", "is repeated…" reads "← c3 repeats this".
QString linkLine(const Document& document, const Link& link, const ClaimId& of);

/// "c7 – The final run cost about $5.6 million."
QString claimLine(const Claim& claim);

/// “$5.6 million” – title of its source
QString mentionLine(const Document& document, const Mention& mention);

} // namespace assay
