// The registry of rules over claims: each one file in core/claims/rules and one line in rules.cpp.
#pragma once

#include "core/claims/evidence.h"

#include <span>
#include <string_view>
#include <vector>

namespace assay {

struct ClaimRule {
    std::string_view id;
    std::vector<Finding> (*find)(const Evidence& evidence);
};

std::span<const ClaimRule> claimRules();

// Rules, in the order of rules.cpp; what each says stands in its file.
std::vector<Finding> findCurrencySlips(const Evidence& evidence);
std::vector<Finding> findImpossibleValues(const Evidence& evidence);
std::vector<Finding> findTotals(const Evidence& evidence);
std::vector<Finding> findConflicts(const Evidence& evidence);
std::vector<Finding> findOwnerConflicts(const Evidence& evidence);
std::vector<Finding> findQuotationDrift(const Evidence& evidence);
std::vector<Finding> findSpecConflicts(const Evidence& evidence);
std::vector<Finding> findCircularReports(const Evidence& evidence);
std::vector<Finding> findUnattributedRepeats(const Evidence& evidence);
std::vector<Finding> findNameVariants(const Evidence& evidence);
std::vector<Finding> findScopeNotes(const Evidence& evidence);
std::vector<Finding> findUnitNotes(const Evidence& evidence);
std::vector<Finding> findDateNotes(const Evidence& evidence);

} // namespace assay
