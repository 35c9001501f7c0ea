// The table of sub-commands.
#include "app/commands.h"

namespace assay {

std::span<const Command> commands() {
    static const std::vector<Command> all = {
        computeCommand(), renderCommand(), checkCommand(), importCommand(), extractCommand(), anchorCommand(),
        exportCommand(),  diffCommand(),   mergeCommand(), listCommand(),   newCommand(),     sampleCommand(),
    };
    return all;
}

const Command* findCommand(std::string_view name) {
    for (const Command& command : commands())
        if (command.name == name)
            return &command;
    return nullptr;
}

} // namespace assay
