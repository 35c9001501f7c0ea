// Three-way merge of projects by record id: both sides' work survives, and what both changed differently is listed,
// never overwritten. A pure function of three documents. (durability: "Three-way merge")
#pragma once

#include "core/base/result.h"
#include "core/document/document.h"

#include <string>
#include <vector>

namespace assay {

struct Merged {
    Document document;                ///< sound; its conflicts are those still open in a side, and the new ones
    std::vector<Conflict> conflicts;  ///< the new ones; the field in dispute holds base's value until it is settled
    std::vector<std::string> settled; ///< "model m: input x has stream 7 now (was 5)": settled by a rule on ids
};

/// Ours and theirs swapped give the same document but for the sides of its conflicts. Errors: what checkReferences
/// gives when even base's rows do not fit together.
Result<Merged> merge(const Document& base, const Document& ours, const Document& theirs);

} // namespace assay
