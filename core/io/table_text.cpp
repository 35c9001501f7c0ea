// The formats, one function each.
#include "core/io/table_text.h"

#include "core/io/csv.h"
#include "core/io/export_words.h"
#include "core/io/json_fields.h"

#include <algorithm>
#include <functional>

namespace assay {
namespace {

using Cell = std::function<std::string(const std::string&)>;

std::string joined(const std::vector<std::string>& cells, const std::string& between, const Cell& cell) {
    std::string row;
    for (std::size_t i = 0; i < cells.size(); ++i)
        row += (i == 0 ? "" : between) + cell(cells[i]);
    return row;
}

std::string onOneLine(std::string text) {
    std::replace_if(
        text.begin(), text.end(), [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
    return text;
}

/// A spreadsheet takes pasted cells as typed ones: the same rule as for CSV.
std::string unquotedCell(const std::string& text) { return safeCell(onOneLine(text)); }

/// "2025-01-27, characters 120 to 132"
std::string placeOf(const Source& source, const Anchor& anchor) {
    std::string text = "\"" + citedTitle(source) + "\"";
    for (const std::string& fact : {source.publisher, source.published})
        if (!fact.empty())
            text += ", " + fact;
    return text + ", characters " + std::to_string(anchor.start + 1) + " to " + std::to_string(anchor.end);
}

} // namespace

std::string tableTsv(const TextTable& table) {
    std::string text = joined(table.header, "\t", unquotedCell) + "\n";
    for (const std::vector<std::string>& row : table.rows)
        text += joined(row, "\t", unquotedCell) + "\n";
    return text;
}

std::string tableHtml(const TextTable& table) {
    const auto row = [](const std::vector<std::string>& cells, const std::string& element) {
        return "<tr>"
               + joined(cells, "",
                        [&](const std::string& cell) {
                            return "<" + element + ">" + htmlText(unquotedCell(cell)) + "</" + element + ">";
                        })
               + "</tr>\n";
    };
    std::string text = "<meta charset=\"utf-8\">\n<table>\n" + row(table.header, "th");
    for (const std::vector<std::string>& cells : table.rows)
        text += row(cells, "td");
    return text + "</table>\n";
}

std::string tableCsv(const TextTable& table) {
    const auto row = [](std::vector<std::string> cells) {
        std::transform(cells.begin(), cells.end(), cells.begin(),
                       [](const std::string& cell) { return csvText(cell); });
        return csvRow(cells);
    };
    std::string text = row(table.header);
    for (const std::vector<std::string>& cells : table.rows)
        text += row(cells);
    return text;
}

std::string tableMarkdown(const TextTable& table) {
    const auto row = [](const std::vector<std::string>& cells) {
        return "| " + joined(cells, " | ", [](const std::string& cell) { return markdownText(cell); }) + " |\n";
    };
    std::string text = row(table.header);
    text += "|" + joined(table.header, "|", [](const std::string&) { return std::string(" --- "); }) + "|\n";
    for (const std::vector<std::string>& cells : table.rows)
        text += row(cells);
    return text;
}

std::string claimsJson(const std::vector<const Claim*>& claims) {
    JsonArray list;
    for (const Claim* claim : claims)
        list.push_back(toJson(*claim));
    std::string text;
    appendJson(text, JsonValue(std::move(list)), Layout::open, 0);
    return text + "\n";
}

std::string citation(const Document& document, const Claim& claim) {
    std::string text = claim.statement.empty() ? claim.subject + ": " + attributeTitle(document, claim.attribute)
                                                     + (claim.quantity ? ", " + claim.quantity->text : "")
                                               : claim.statement;
    text = onOneLine(text);
    if (!claim.asOf.empty())
        text += " (as of " + claim.asOf + ")";
    for (const Mention& mention : claim.mentions) {
        const Source* source = find(document.sources, mention.anchor.source);
        text += "\n  \u201C" + onOneLine(mention.anchor.quote) + "\u201D";
        if (const std::string chain = chainText(document, mention); !chain.empty())
            text += " " + chain + ".";
        text += " In " + placeOf(source ? *source : Source{.title = mention.anchor.source.value}, mention.anchor) + ".";
        if (source && !source->url.empty())
            text += " " + source->url;
    }
    return text + "\n";
}

} // namespace assay
