// The steps around the merging of rows: before it, ids that both sides gave to different rows; after it, references
// that do not hold any more.
#pragma once

#include "core/base/result.h"
#include "core/document/document.h"

#include <string>
#include <vector>

namespace assay {

/// Three documents with what has been found out about them so far.
struct Merging {
    Document base;
    Document ours;
    Document theirs;
    std::vector<Conflict> conflicts;
    std::vector<std::string> settled;
};

/// Two rows added under one id are two rows: the one with the greater text gets a free id, on its side, with
/// everything that names it. A conflict over "id" tells; mention ids are settled without.
void separateAddedRows(Merging& merging);

/// A stream number that both sides gave to a new input: the smaller id keeps it, the other gets the next free one.
Model withStreamsApart(const Merging& merging, Model model, std::vector<std::string>& settled);

/// Rows that one side deleted and the other now names come back; scenarios and models that do not fit together any
/// more go back to base. Each time a conflict tells.
Result<Document> repaired(Merging& merging, Document document);

} // namespace assay
