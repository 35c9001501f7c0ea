// The words behind a sub-command, sorted into operands and options. Knows no sub-command by name.
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace assay {

struct Command;

struct Arguments {
    std::string command; ///< "assay compute", for messages
    std::vector<std::string> operands;
    std::map<std::string, std::vector<std::string>, std::less<>> options{}; ///< by name; a flag has one empty value

    bool has(std::string_view option) const { return options.find(option) != options.end(); }
    std::optional<std::string> value(std::string_view option) const; ///< the last one given
    std::vector<std::string> values(std::string_view option) const;  ///< in the order given
};

/// "--name value" and "--name=value"; "--" ends the options; "-" is an operand. Errors: usageOption, usageMissing,
/// usageSurplus, usageValue (an option given twice).
Result<Arguments> readArguments(const Command& command, std::span<const std::string> words);

/// The option's value as a whole number in [low, high], or `otherwise` when it is not given. Error: usageValue.
Result<std::uint64_t> wholeNumber(const Arguments& arguments, std::string_view option, std::uint64_t otherwise,
                                  std::uint64_t low, std::uint64_t high);

/// The index of the option's value in `words`, 0 when it is not given. Error: usageValue, which lists the words.
Result<std::size_t> oneOf(const Arguments& arguments, std::string_view option, std::span<const std::string_view> words);

} // namespace assay
