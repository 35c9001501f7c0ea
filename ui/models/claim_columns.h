// The columns of the claims table: their names in saved views, what they show of a claim, and which field is typed into
// them. Knows no rows and no view.
#pragma once

#include "core/document/claim_filter.h"
#include "core/document/edit_claims.h"
#include "ui/models/claim_context.h"

#include <QtCore/QString>

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace assay {

/// In the order in which they stand at first.
enum class ClaimColumn {
    conflict,
    subject,
    attribute,
    written,
    value,
    bound,
    asOf,
    originator,
    chain,
    sources,
    grade,
    links,
    use,
    assessment,
    verified,
    statement,
    scope,
    note
};
inline constexpr int claimColumnCount = 18;

struct ClaimColumnKind {
    std::string_view name; ///< in saved views
    QString title;
    QString help;
    int characters = 0;              ///< width at first
    std::optional<FilterKey> key;    ///< whose texts it sorts by; none: by a number
    std::optional<ClaimField> field; ///< typed into it; none: it can't be
    Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter;
    bool hidden = false; ///< at first
};
const ClaimColumnKind& claimColumn(ClaimColumn column); ///< in the language of now
std::optional<ClaimColumn> claimColumnNamed(std::string_view name);

/// What a cell shows. The conflict's is of the findings and not here.
QString claimCell(const ClaimContext& context, const Claim& claim, ClaimColumn column);
QString claimCellHelp(const ClaimContext& context, const Claim& claim, ClaimColumn column);

/// The texts of a claim under a key, unfolded: what facets count, groups are made of and terms search.
std::vector<std::string> claimTexts(const ClaimContext& context, const Claim& claim, FilterKey key);

/// The number a column sorts by that has no key; none: it comes last.
std::optional<double> claimNumber(const ClaimContext& context, const Claim& claim, ClaimColumn column);

} // namespace assay
