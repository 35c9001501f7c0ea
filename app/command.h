// A sub-command as a value: what it is called, what it takes, and the function that runs it. Help, checks of the
// arguments and the registry all come from here.
#pragma once

#include "app/arguments.h"
#include "core/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace assay {

enum class Times { once, many };

struct Option {
    std::string_view name;  ///< "--samples"
    std::string_view value; ///< placeholder in the help; empty: a flag
    std::string_view help;  ///< one line
    Times times = Times::once;
};

/// What a sub-command hands back when nothing failed.
struct Outcome {
    std::string out;                  ///< for standard output
    int status = 0;                   ///< 0, or 1 where the contract says so
    std::vector<std::string> notes{}; ///< sentences for standard error
};

struct Command {
    std::string_view name; ///< "compute"
    std::vector<std::string_view>
        operands;             ///< "PROJECT", "[PROJECT]" when it may be left out, "FILE..." for one or more
    std::string_view summary; ///< one line for the help
    std::vector<Option> options;
    Result<Outcome> (*run)(const Arguments& arguments);
};

} // namespace assay
