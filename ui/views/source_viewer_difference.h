// A dialog with what changed between two versions of a source, to be read from top to bottom.
#pragma once

#include "core/source/source.h"

class QWidget;

namespace assay {

/// Words removed are struck out, words that came in underlined. The dialog deletes itself.
void showTextDifference(QWidget& window, const Source& older, const Source& newer);

} // namespace assay
