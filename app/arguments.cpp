// Reading of operands and options against a sub-command's description.
#include "app/arguments.h"

#include "app/command.h"

#include <algorithm>
#include <charconv>

namespace assay {
namespace {

bool isOptional(std::string_view operand) { return operand.starts_with('['); }
bool isRepeated(std::string_view operand) { return operand.find("...") != std::string_view::npos; }

const Option* findOption(const Command& command, std::string_view name) {
    const auto found = std::find_if(command.options.begin(), command.options.end(),
                                    [name](const Option& option) { return option.name == name; });
    return found == command.options.end() ? nullptr : &*found;
}

Result<> checkOperands(const Command& command, const Arguments& arguments) {
    std::size_t least = 0;
    bool endless = false;
    for (const std::string_view operand : command.operands) {
        least += isOptional(operand) ? 0 : 1;
        endless = endless || isRepeated(operand);
    }
    if (arguments.operands.size() < least)
        return Error(ErrorCode::usageMissing, arguments.command,
                     {std::string(command.operands[arguments.operands.size()])});
    if (!endless && arguments.operands.size() > command.operands.size())
        return Error(ErrorCode::usageSurplus, arguments.command, {arguments.operands[command.operands.size()]});
    return {};
}

Result<> addOption(const Option& option, std::string value, Arguments& arguments) {
    std::vector<std::string>& values = arguments.options[std::string(option.name)];
    if (option.times == Times::once && !values.empty() && !option.value.empty())
        return Error(ErrorCode::usageValue, arguments.command, {std::string(option.name), value, "one value"});
    values.push_back(std::move(value));
    return {};
}

} // namespace

std::optional<std::string> Arguments::value(std::string_view option) const {
    const auto found = options.find(option);
    return found == options.end() || found->second.empty() ? std::nullopt : std::optional(found->second.back());
}

std::vector<std::string> Arguments::values(std::string_view option) const {
    const auto found = options.find(option);
    return found == options.end() ? std::vector<std::string>() : found->second;
}

Result<Arguments> readArguments(const Command& command, std::span<const std::string> words) {
    Arguments arguments{"assay " + std::string(command.name), {}};
    bool optionsEnded = false;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string& word = words[i];
        if (optionsEnded || word == "-" || !word.starts_with('-')) {
            arguments.operands.push_back(word);
            continue;
        }
        if (word == "--") {
            optionsEnded = true;
            continue;
        }
        const std::size_t equals = word.find('=');
        const Option* option = findOption(command, word.substr(0, equals));
        if (!option)
            return Error(ErrorCode::usageOption, arguments.command, {word.substr(0, equals)});
        const bool isFlag = option->value.empty();
        if (isFlag && equals != std::string::npos)
            return Error(ErrorCode::usageSurplus, arguments.command, {word.substr(equals)});
        if (!isFlag && equals == std::string::npos && (i + 1 == words.size() || words[i + 1].starts_with("--")))
            return Error(ErrorCode::usageMissing, arguments.command,
                         {std::string(option->value) + " after " + std::string(option->name)});
        const std::string value = isFlag ? "" : equals != std::string::npos ? word.substr(equals + 1) : words[++i];
        if (const Result<> added = addOption(*option, value, arguments); !added)
            return added.error();
    }
    if (const Result<> fits = checkOperands(command, arguments); !fits)
        return fits.error();
    return arguments;
}

Result<std::uint64_t> wholeNumber(const Arguments& arguments, std::string_view option, std::uint64_t otherwise,
                                  std::uint64_t low, std::uint64_t high) {
    const std::optional<std::string> text = arguments.value(option);
    if (!text)
        return otherwise;
    std::uint64_t number = 0;
    const char* end = text->data() + text->size();
    const auto [stop, fault] = std::from_chars(text->data(), end, number);
    if (fault != std::errc() || stop != end || number < low || number > high)
        return Error(
            ErrorCode::usageValue, arguments.command,
            {std::string(option), *text, "a whole number from " + std::to_string(low) + " to " + std::to_string(high)});
    return number;
}

Result<std::size_t> oneOf(const Arguments& arguments, std::string_view option,
                          std::span<const std::string_view> words) {
    const std::optional<std::string> text = arguments.value(option);
    if (!text)
        return std::size_t{0};
    const auto found = std::find(words.begin(), words.end(), *text);
    if (found != words.end())
        return static_cast<std::size_t>(found - words.begin());
    std::string allowed;
    for (const std::string_view word : words)
        allowed += (allowed.empty() ? "" : ", ") + std::string(word);
    return Error(ErrorCode::usageValue, arguments.command, {std::string(option), *text, "one of " + allowed});
}

} // namespace assay
