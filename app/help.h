// The help texts, made from the registry of sub-commands.
#pragma once

#include "app/command.h"

#include <string>

namespace assay {

std::string programHelp();                       ///< what `assay --help` prints
std::string commandHelp(const Command& command); ///< what `assay NAME --help` prints
std::string usageLine(const Command& command);   ///< "assay diff A B [--json]"

} // namespace assay
