// Exporters: Document -> bytes. One file and one registry line each.
#pragma once

#include "core/document/document.h"

#include <span>
#include <string>
#include <string_view>

namespace assay {

struct Exporter {
    std::string_view id;    ///< "csv", "json", "md", ...
    std::string_view title; ///< "CSV table"
    std::string_view extension;
    std::string (*write)(const Document& document);
};

std::span<const Exporter> exporters();

} // namespace assay
