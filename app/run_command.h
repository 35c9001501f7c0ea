// Runs one sub-command in a terminal: arguments in, standard output, standard error and exit status out.
#pragma once

#include <span>
#include <string>

namespace assay {

/// True when the words ask for the command line and not for the window: a sub-command, an option, or a lone word that
/// is no file.
bool isCommandLine(std::span<const std::string> words);

/// What the process prints and how it ends: separated from the terminal so that tests can look at it.
struct Printed {
    std::string out;
    std::string err;
    int status = 0;
};
Printed runCommandLine(std::span<const std::string> words);

/// Is there anything to open a window on? Qt would end the process without a sentence for the user.
bool hasDisplay();
Printed withoutDisplay();

/// Writes to the terminal; a failed write (a full disk behind a redirection) is status 3.
int print(const Printed& printed);

} // namespace assay
