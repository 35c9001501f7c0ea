// A run's warning as one sentence for people. Knows no widget.
#pragma once

#include "core/scenario/run.h"

#include <QtCore/QString>

namespace assay {

/// One sentence; a code without words of its own is shown with its details.
QString warningText(const Warning& warning);

} // namespace assay
