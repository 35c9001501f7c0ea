// Assumed values of a derivation as lines that one can type: "unit_price = 30000 in USD/GPU". Knows no widget.
#pragma once

#include "core/document/document.h"

#include <QtCore/QString>

#include <vector>

namespace assay {

QString assumedText(const std::vector<Assumed>& assumed);

/// Line by line; one without = or " in " keeps what there is, so that its check can say what is wrong.
std::vector<Assumed> readAssumed(const QString& lines);

/// Names that a formula may use, with the attributes' units: "gpu_hours (GPU*h)".
QString namesHelp(const Rows<Attribute>& attributes);

} // namespace assay
