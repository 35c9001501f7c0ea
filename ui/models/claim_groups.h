// ClaimGroups: which rows stand together under a key, and the list of what is shown: groups' rows with claims' rows
// below them. Knows rows by number only.
#pragma once

#include "ui/models/claim_columns.h"

#include "core/document/text_arena.h"

#include <cstdint>
#include <set>
#include <string>
#include <vector>

namespace assay {

/// What stands in each row of the view: a claim by its row number, or a group by its number and this mark.
using Shown = std::vector<std::uint32_t>;
inline constexpr std::uint32_t groupMark = std::uint32_t(1) << 31;

struct ClaimGroup {
    std::string title; ///< empty: the claims that have no text under the key
    int count = 0;     ///< of the claims that the filter leaves
    bool open = true;
};

class ClaimGroups {
public:
    void clear();
    /// Groups of all rows by their texts; what was closed stays closed.
    void build(const ClaimContext& context, const Rows<Claim>& claims, FilterKey key);

    /// The rows of the mask, in the order given, group by group; counts are those of the mask.
    Shown arranged(const std::vector<std::uint32_t>& order, const RowMask& mask);

    const ClaimGroup& at(std::uint32_t shown) const { return m_groups[shown & ~groupMark]; }
    void setOpen(std::uint32_t shown, Qt::CheckState open);

private:
    std::vector<ClaimGroup> m_groups;     ///< by folded title, the one without last
    std::vector<std::uint32_t> m_starts;  ///< of each row in m_members, and the end
    std::vector<std::uint32_t> m_members; ///< groups of the rows, one row behind the other
    std::set<std::string> m_closed;       ///< titles
};

} // namespace assay
