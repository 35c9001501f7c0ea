// Importers: bytes -> Source with warnings. One file and one registry line each. Nothing is ever fetched.
#pragma once

#include "core/base/result.h"
#include "core/source/source.h"

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace assay {

struct Imported {
    Source source;                     ///< without id
    std::vector<std::string> warnings; ///< codes such as "decoded-as:euc-kr"
};

struct Importer {
    std::string_view id;               ///< "text", "markdown", "html", "pdf"
    std::string_view mediaType;
    std::vector<std::string_view> extensions;
    Result<Imported> (*read)(std::string_view bytes, const std::string& fileName);
};

std::span<const Importer> importers();

/// Picks the importer by extension and content. Errors: mediaUnknown, importFailed, cannotRead, notUtf8.
Result<Imported> importFile(const std::filesystem::path& path);

} // namespace assay
