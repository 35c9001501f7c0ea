// The rules over claims, in the order in which findings of one verdict are shown.
#include "core/claims/rules.h"

#include <array>

namespace assay {

std::span<const ClaimRule> claimRules() {
    static constexpr std::array<ClaimRule, 13> rules{{
        {"currency", findCurrencySlips},
        {"impossible", findImpossibleValues},
        {"total", findTotals},
        {"conflict", findConflicts},
        {"owner", findOwnerConflicts},
        {"quotation", findQuotationDrift},
        {"spec", findSpecConflicts},
        {"circular", findCircularReports},
        {"unattributed", findUnattributedRepeats},
        {"name", findNameVariants},
        {"scope", findScopeNotes},
        {"unit", findUnitNotes},
        {"date", findDateNotes},
    }};
    return rules;
}

} // namespace assay
