// OWASP, "CSV Injection": a cell that begins with = + - @, tab or CR may be run as a formula.
#include "core/io/csv.h"

#include "core/io/json_writer.h"

namespace assay {

std::string safeCell(std::string_view text) {
    const bool isFormula = !text.empty() && std::string_view("=+-@\t\r").find(text[0]) != std::string_view::npos;
    return (isFormula ? "'" : "") + std::string(text);
}

std::string csvText(std::string_view text) {
    const std::string cell = safeCell(text);
    if (cell.find_first_of(",;\"\r\n\t") == std::string::npos)
        return cell;
    std::string quoted = "\"";
    for (const char c : cell) {
        quoted += c;
        if (c == '"')
            quoted += '"';
    }
    return quoted + "\"";
}

std::string csvNumber(const std::optional<double>& value) { return value ? jsonNumber(*value).text : std::string(); }

std::string csvRow(const std::vector<std::string>& cells) {
    std::string row;
    for (std::size_t i = 0; i < cells.size(); ++i)
        row += (i == 0 ? "" : ",") + cells[i];
    return row + "\r\n";
}

} // namespace assay
