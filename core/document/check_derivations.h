// Derivations: what claims of some attributes imply for another, by the formulas of the codebook, compared with what is
// claimed of it. (evidence: "Derived checks")
#pragma once

#include "core/claims/evidence.h"
#include "core/document/document.h"

#include <vector>

namespace assay {

/// One finding of kind total for every set of claims of one subject and time that a derivation can be worked out from:
/// compatible when it meets what is claimed, or when nothing is; conflict when it does not; a note when it does not and
/// a value in it is assumed. A derivation that cannot be read or whose units do not fit is a note of kind unit.
std::vector<Finding> findDerived(const Evidence& evidence, const Document& document);

} // namespace assay
