// A table of plain cells as text for the clipboard: tab separated, HTML, CSV, Markdown; and citations of claims. No
// cell can become a formula in a spreadsheet or markup in a page.
#pragma once

#include "core/document/document.h"

#include <string>
#include <vector>

namespace assay {

struct TextTable {
    std::vector<std::string> header;
    std::vector<std::vector<std::string>> rows; ///< as long as the header each
};

std::string tableTsv(const TextTable& table); ///< tabs and line ends inside cells become blanks
std::string tableHtml(const TextTable& table);
std::string tableCsv(const TextTable& table);      ///< core/io/csv
std::string tableMarkdown(const TextTable& table); ///< GitHub Flavored Markdown, 4.10

/// The claims' rows as the project file writes them, as a list.
std::string claimsJson(const std::vector<const Claim*>& claims);

/// What the claim says, then for each mention who said it, in which source, and where: characters from 1, end included.
std::string citation(const Document& document, const Claim& claim);

} // namespace assay
