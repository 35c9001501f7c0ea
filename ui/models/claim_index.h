// ClaimIndex: the folded texts and the numbers of all claims, by row: what filters and sorts 100,000 of them within a
// keystroke. It shows nothing and keeps no order.
#pragma once

#include "core/document/row_ranks.h"
#include "core/document/text_arena.h"
#include "ui/models/claim_columns.h"

#include <cstdint>
#include <limits>
#include <string>
#include <unordered_map>
#include <vector>

namespace assay {

/// Folded for searching, as foldText does it, and free of the marks that part texts.
std::string foldedUtf8(std::string_view text);

/// The numbers of a claim in base units, NaN where there is none.
struct ClaimNumbers {
    static constexpr double none = std::numeric_limits<double>::quiet_NaN();
    std::uint32_t group = 0;
    double value = none;
    double low = none;
    double high = none;
};

class ClaimIndex {
public:
    void clear();
    void append(const ClaimContext& context, const Claim& claim);
    void replace(const ClaimContext& context, std::size_t row, const Claim& claim);

    /// The rows that all terms hold for; `alarmed`: the rows with an open error or conflict. A term that can't be read
    /// holds for none.
    RowMask matching(const std::vector<FilterTerm>& terms, const ClaimContext& context, const Rows<Claim>& claims,
                     const RowMask& alarmed) const;

    /// By the column's texts or numbers. The conflict's is not here.
    Ranks ranks(ClaimColumn column, const ClaimContext& context, const Rows<Claim>& claims) const;

private:
    std::string textsOf(const ClaimContext& context, const Claim& claim) const;
    ClaimNumbers numbersOf(const ClaimContext& context, const Claim& claim);
    std::string_view field(std::size_t row, FilterKey key) const;
    RowMask withText(const FilterTerm& term) const;
    RowMask withNumber(const FilterTerm& term, const ClaimContext& context, const Rows<Claim>& claims) const;
    RowMask withCount(const FilterTerm& term, const ClaimContext& context, const Rows<Claim>& claims) const;

    /// Folded texts of keys that have few: made once, as each of them is asked for from the translations.
    const std::string& knownTexts(const ClaimContext& context, const Claim& claim, FilterKey key) const;

    TextArena m_texts;
    std::vector<ClaimNumbers> m_numbers;
    std::unordered_map<std::string, std::uint32_t> m_groups;
    mutable std::unordered_map<int, std::string> m_knownTexts;
};

} // namespace assay
