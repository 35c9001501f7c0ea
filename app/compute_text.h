// What `assay compute` prints, as JSON by the contract and as tables for people.
#pragma once

#include "app/compute.h"

#include <string>

namespace assay {

/// options: those the runs were made with.
std::string computeJson(const ComputeResult& result, const RunOptions& options);
std::string computeTable(const ComputeResult& result, const std::vector<Task>& tasks);

} // namespace assay
