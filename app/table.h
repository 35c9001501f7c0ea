// A table as plain text for a terminal: columns as wide as their widest cell, numbers to the right.
#pragma once

#include <string>
#include <vector>

namespace assay {

enum class Align { left, right };

struct Table {
    std::vector<std::string> header{}; ///< empty: none
    std::vector<std::vector<std::string>> rows{};
    std::vector<Align> align{}; ///< a column; left where it says nothing
};

/// One line a row, two spaces between columns, none at the end of a line. Widths count code points; line ends inside a
/// cell and other control characters become spaces.
std::string tableText(const Table& table);

/// A value cut to what a cell can show; --json has all of it.
std::string shortCell(const std::string& text);

} // namespace assay
