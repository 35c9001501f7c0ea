// The registry of sub-commands: each one file command_NAME.cpp and one line in commands.cpp.
#pragma once

#include "app/command.h"

#include <span>
#include <string_view>

namespace assay {

/// All sub-commands in the order of the help.
std::span<const Command> commands();
const Command* findCommand(std::string_view name);

Command newCommand();
Command sampleCommand();
Command computeCommand();
Command renderCommand();
Command checkCommand();
Command importCommand();
Command exportCommand();
Command diffCommand();
Command mergeCommand();
Command listCommand();
Command extractCommand();
Command anchorCommand();

} // namespace assay
