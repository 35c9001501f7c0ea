// Help, version, dispatch, and the way from an Error to a sentence and an exit status.
#include "app/run_command.h"

#include "app/commands.h"
#include "app/help.h"
#include "app/version.h"
#include "ui/text/error_text.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <new>

namespace assay {
namespace {

std::string sentence(const Error& error) { return "assay: " + errorText(error).toStdString() + "\n"; }

/// Exit status 3 when the file system said no, 2 when usage or content is wrong. (command-line contract)
Printed failure(const Error& error) { return {{}, sentence(error), isAccessError(error.code) ? 3 : 2}; }

bool asks(std::span<const std::string> words, std::string_view option) {
    const auto end = std::find(words.begin(), words.end(), "--");
    return std::find(words.begin(), end, option) != end;
}

Printed runOne(const Command& command, std::span<const std::string> words) {
    if (asks(words, "--help"))
        return {commandHelp(command), {}, 0};
    if (asks(words, "--version"))
        return {std::string("assay ") + version() + "\n", {}, 0};
    const Result<Arguments> arguments = readArguments(command, words);
    if (!arguments)
        return failure(arguments.error());
    const Result<Outcome> outcome = command.run(*arguments);
    if (!outcome)
        return failure(outcome.error());
    std::string notes;
    for (const std::string& note : outcome->notes)
        notes += "assay: " + note + "\n";
    return {outcome->out, notes, outcome->status};
}

bool writeAll(const std::string& text, std::FILE* stream) {
    return std::fwrite(text.data(), 1, text.size(), stream) == text.size() && std::fflush(stream) == 0;
}

} // namespace

bool isCommandLine(std::span<const std::string> words) {
    if (words.empty())
        return false;
    std::error_code ignored;
    return words.size() > 1 || findCommand(words[0]) || words[0].starts_with('-')
           || (!words[0].ends_with(".assay") && !std::filesystem::exists(words[0], ignored));
}

Printed runCommandLine(std::span<const std::string> words) {
    try {
        const std::string first = words.empty() ? "--help" : words[0];
        if (const Command* command = findCommand(first))
            return runOne(*command, words.subspan(1));
        if (first == "--help" || first == "-h")
            return {programHelp(), {}, 0};
        if (first == "--version")
            return {std::string("assay ") + version() + "\n", {}, 0};
        if (first.starts_with('-'))
            return failure(Error(ErrorCode::usageOption, "assay", {first}));
        std::error_code ignored;
        if (words.size() > 1 && std::filesystem::exists(first, ignored))
            return failure(Error(ErrorCode::usageSurplus, "assay", {words[1]}));
        return failure(Error(ErrorCode::usageCommand, "assay", {first}));
    } catch (const std::bad_alloc&) {
        return failure(Error(ErrorCode::outOfMemory));
    }
}

bool hasDisplay() {
    for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
        if (const char* value = std::getenv(name); value && *value)
            return true;
    return false;
}

Printed withoutDisplay() {
    return failure(Error(ErrorCode::usageMissing, "assay", {"a display to open its window on"}));
}

int print(const Printed& printed) {
    if (writeAll(printed.out, stdout)) {
        writeAll(printed.err, stderr);
        return printed.status;
    }
    const Printed failed = failure(Error(ErrorCode::cannotWrite, "standard output", {std::strerror(errno)}));
    writeAll(failed.err, stderr);
    return failed.status;
}

} // namespace assay
