// What `assay compute` prints, as JSON by the contract and as tables for people.
#pragma once

#include "app/compute.h"

#include <string>

namespace assay {

std::string computeJson(const ComputeResult& result, int threads);
std::string computeTable(const ComputeResult& result, const std::vector<Task>& tasks);

} // namespace assay
