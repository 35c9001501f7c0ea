// A warning of a run or of an import as one sentence for people. Knows no widget.
#pragma once

#include "core/scenario/run.h"

#include <QtCore/QString>

#include <string>

namespace assay {

/// One sentence; a code without words of its own is shown with its details.
QString warningText(const Warning& warning);

/// The same for an importer's "CODE:DETAIL".
QString importWarningText(const std::string& warning);

} // namespace assay
