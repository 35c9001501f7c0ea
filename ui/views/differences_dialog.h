// What changed between two versions of a project, as a table to read. Changes nothing.
#pragma once

#include "core/document/diff.h"

#include <vector>

class QWidget;

namespace assay {

/// Not modal, so that the project can be looked at beside it.
void showDifferences(QWidget& window, const std::vector<Change>& changes);

} // namespace assay
