// Column widths and padding.
#include "app/table.h"

#include "core/base/utf8.h"

#include <algorithm>

namespace assay {
namespace {

std::string cellText(std::string text) {
    std::replace_if(
        text.begin(), text.end(), [](char c) { return (c >= 0 && c < ' ') || c == 0x7f; }, ' ');
    return text;
}

std::string lineText(const std::vector<std::string>& cells, const std::vector<std::size_t>& widths,
                     const std::vector<Align>& align) {
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const std::string cell = cellText(cells[i]);
        const std::string padding(widths[i] - codePointCount(cell), ' ');
        const bool right = i < align.size() && align[i] == Align::right;
        line += (i > 0 ? "  " : "") + (right ? padding + cell : cell + padding);
    }
    line.erase(line.find_last_not_of(' ') + 1);
    return line + "\n";
}

} // namespace

std::string tableText(const Table& table) {
    std::vector<std::vector<std::string>> lines = table.rows;
    if (!table.header.empty())
        lines.insert(lines.begin(), table.header);
    std::vector<std::size_t> widths;
    for (const std::vector<std::string>& cells : lines) {
        widths.resize(std::max(widths.size(), cells.size()));
        for (std::size_t i = 0; i < cells.size(); ++i)
            widths[i] = std::max(widths[i], codePointCount(cellText(cells[i])));
    }
    std::string text;
    for (const std::vector<std::string>& cells : lines)
        text += lineText(cells, widths, table.align);
    return text;
}

std::string shortCell(const std::string& text) {
    constexpr std::size_t longestCell = 60; // bytes
    if (text.size() <= longestCell)
        return text;
    std::size_t end = longestCell;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) // not inside a code point
        --end;
    return text.substr(0, end) + "...";
}

} // namespace assay
