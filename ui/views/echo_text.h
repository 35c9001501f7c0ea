// The reading in force of an input's text, in words: "lognormal, 90 % interval 5 to 10 USD/h". Knows no widget.
#pragma once

#include "core/dist/distribution.h"

#include <QtCore/QString>

namespace assay {

QString echoText(const Echo& echo);

/// Word for a shape: "fixed", "lognormal", ...; an unknown one stays as it is.
QString shapeText(const std::string& shape);

} // namespace assay
