// Answers as the fields of `compute --json` (command-line contract) and as text for a terminal.
#pragma once

#include "app/answers.h"
#include "core/io/json_value.h"

#include <string>

namespace assay {

/// "consistency", "solution" and "given", those that were asked for.
JsonObject answersJson(const Answers& answers);

/// Empty when nothing was asked.
std::string answersText(const Answers& answers);

} // namespace assay
