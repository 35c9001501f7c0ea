// The frame of the sub-commands that write one new project file.
#pragma once

#include "app/command.h"

#include <string>

namespace assay {

/// Writes FILE unless it is there and --force was not given.
Result<Outcome> makeFile(const Arguments& arguments, Result<> (*write)(const std::string& path));

/// The options of such a sub-command.
std::vector<Option> makingOptions();

} // namespace assay
