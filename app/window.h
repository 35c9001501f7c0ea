// The window: `assay` without a sub-command.
#pragma once

#include <filesystem>
#include <optional>

class QApplication;

namespace assay {

/// Opens the window, with the project when one is named, and runs until it is closed. Returns the exit status.
int runWindow(QApplication& application, const std::optional<std::filesystem::path>& project);

} // namespace assay
