// Cells and rows of a CSV table (RFC 4180). A text cell can never become a formula in a spreadsheet.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace assay {

/// The text with a leading apostrophe where a spreadsheet would see a formula.
std::string safeCell(std::string_view text);

/// A text cell: a leading apostrophe where a spreadsheet would see a formula, quotes where the text needs them.
std::string csvText(std::string_view text);

/// A number cell: shortest text that reads back to the same double; empty when there is none.
std::string csvNumber(const std::optional<double>& value);

/// Cells that are ready, joined and ended by CR LF.
std::string csvRow(const std::vector<std::string>& cells);

} // namespace assay
