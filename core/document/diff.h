// diff: what changed between two documents, in the analyst's words. (command-line contract, "diff --json")
#pragma once

#include "core/document/document.h"

#include <string>
#include <vector>

namespace assay {

struct Change {
    std::string kind; ///< "added", "removed", "changed"
    std::string what; ///< "claim", "source", "link", "scenario", "model", "note", "project"
    std::string id;
    std::string field; ///< empty for added and removed
    std::string before;
    std::string after;
    bool operator==(const Change&) const = default;
};

std::vector<Change> diff(const Document& before, const Document& after);

} // namespace assay
