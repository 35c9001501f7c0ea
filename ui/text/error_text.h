// An Error as one sentence for people, in the language of the user: what happened, to which thing, what is safe, what
// to do. The only place where a code becomes words; it knows no widget.
#pragma once

#include "core/base/result.h"

#include <QtCore/QString>

namespace assay {

/// One sentence, plain text on one line: details are cut to a readable length and hold no control characters.
QString errorText(const Error& error);

/// The sentence's template before translation: %p is the place, %1.. the details, a part in { } is left out when there
/// is no place. Null for a code without a sentence, which is a mistake.
const char* errorTemplate(ErrorCode code);

} // namespace assay
