// Usage lines and option tables.
#include "app/help.h"

#include "app/commands.h"
#include "app/table.h"

namespace assay {
namespace {

std::string optionText(const Option& option) {
    return std::string(option.name) + (option.value.empty() ? "" : " " + std::string(option.value));
}

constexpr std::string_view closing =
    "Exit status: 0 done; 1 findings, differences or conflicts; 2 wrong usage or content; "
    "3 a file could not be read or written.\n";

} // namespace

std::string usageLine(const Command& command) {
    std::string line = "assay " + std::string(command.name);
    for (const std::string_view operand : command.operands)
        line += " " + std::string(operand);
    for (const Option& option : command.options)
        line += " [" + optionText(option) + "]" + (option.times == Times::many ? "..." : "");
    return line;
}

std::string commandHelp(const Command& command) {
    Table table;
    for (const Option& option : command.options)
        table.rows.push_back({"  " + optionText(option), std::string(option.help)});
    table.rows.push_back({"  --help", "this text"});
    table.rows.push_back({"  --version", "the program's version"});
    return usageLine(command) + "\n" + std::string(command.summary) + "\n\n" + tableText(table) + "\n"
           + std::string(closing);
}

std::string programHelp() {
    Table table;
    table.rows.push_back({"  assay [PROJECT]", "open the window"});
    for (const Command& command : commands()) {
        std::string call = "  assay " + std::string(command.name);
        for (const std::string_view operand : command.operands)
            call += " " + std::string(operand);
        table.rows.push_back({call, std::string(command.summary)});
    }
    return "Assay checks claims about AI compute: source text, claim, scenario, samples, chart.\n\n" + tableText(table)
           + "\nassay SUB-COMMAND --help lists its options; assay --version prints the version.\n"
           + std::string(closing);
}

} // namespace assay
