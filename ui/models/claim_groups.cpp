// A claim of two originators is a member of two groups.
#include "ui/models/claim_groups.h"

#include "ui/models/claim_index.h"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace assay {

void ClaimGroups::clear() { *this = {}; }

void ClaimGroups::build(const ClaimContext& context, const Rows<Claim>& claims, FilterKey key) {
    std::unordered_map<std::string, std::uint32_t> known;
    std::vector<std::string> titles;
    m_starts.assign(1, 0);
    m_members.clear();
    for (const Row<Claim>& claim : claims) {
        std::vector<std::string> texts = claimTexts(context, *claim, key);
        if (texts.empty())
            texts.emplace_back();
        for (std::string& text : texts) {
            const auto [found, isNew] = known.emplace(text, static_cast<std::uint32_t>(titles.size()));
            if (isNew)
                titles.push_back(std::move(text));
            m_members.push_back(found->second);
        }
        m_starts.push_back(static_cast<std::uint32_t>(m_members.size()));
    }
    std::multimap<std::pair<bool, std::string>, std::uint32_t> sorted;
    for (std::uint32_t group = 0; group < titles.size(); ++group)
        sorted.emplace(std::pair(titles[group].empty(), foldedUtf8(titles[group])), group);
    std::vector<std::uint32_t> placeOf(titles.size());
    m_groups.clear();
    for (const auto& [folded, group] : sorted) {
        placeOf[group] = static_cast<std::uint32_t>(m_groups.size());
        const bool open = !m_closed.contains(titles[group]);
        m_groups.push_back(ClaimGroup{titles[group], 0, open});
    }
    for (std::uint32_t& group : m_members)
        group = placeOf[group];
}

Shown ClaimGroups::arranged(const std::vector<std::uint32_t>& order, const RowMask& mask) {
    std::vector<std::vector<std::uint32_t>> rows(m_groups.size());
    for (const std::uint32_t row : order)
        if (mask[row])
            for (std::uint32_t at = m_starts[row]; at < m_starts[row + 1]; ++at)
                rows[m_members[at]].push_back(row);
    Shown shown;
    for (std::uint32_t group = 0; group < m_groups.size(); ++group) {
        m_groups[group].count = static_cast<int>(rows[group].size());
        if (rows[group].empty())
            continue;
        shown.push_back(group | groupMark);
        if (m_groups[group].open)
            shown.insert(shown.end(), rows[group].begin(), rows[group].end());
    }
    return shown;
}

void ClaimGroups::setOpen(std::uint32_t shown, Qt::CheckState open) {
    ClaimGroup& group = m_groups[shown & ~groupMark];
    group.open = open == Qt::Checked;
    if (group.open)
        m_closed.erase(group.title);
    else
        m_closed.insert(group.title);
}

} // namespace assay
