// Importers: bytes -> Source with warnings. One file and one registry line each. Nothing is ever fetched.
#pragma once

#include "core/base/result.h"
#include "core/source/source.h"

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace assay {

struct Imported {
    Source source;                     ///< without id
    std::vector<std::string> warnings; ///< codes such as "decoded-as:euc-kr", "cut-at-depth:256"
};

/// Reads the text layer of a PDF; core has no PDF reader, the program brings one that runs in a process of its own.
using PdfTextReader = Result<std::string> (*)(std::string_view bytes, const std::string& fileName);

struct ImportOptions {
    PdfTextReader pdfText = nullptr; ///< none: a PDF is importFailed
};

struct Importer {
    std::string_view id; ///< "text", "markdown", "html", "pdf"
    std::string_view mediaType;
    std::vector<std::string_view> extensions;
    /// The source without id; sha256 and mediaType are set by importBytes. Errors: importFailed, notUtf8 (place =
    /// fileName).
    Result<Imported> (*read)(std::string_view bytes, const std::string& fileName, const ImportOptions& options);
};

std::span<const Importer> importers();

/// What reading a PDF may take: of the process that does it, and of its answer.
struct PdfLimits {
    std::uint64_t pages = 5000;
    std::uint64_t text = std::uint64_t{50} << 20;  ///< bytes
    std::uint64_t memory = std::uint64_t{2} << 30; ///< bytes of address space
    std::uint64_t seconds = 30;                    ///< of processor time
};

inline constexpr std::size_t largestOriginal = std::size_t{200} << 20; ///< bytes

/// Picks the importer by extension and content; a file without extension is text or HTML. The title is the file's name
/// where the content has none. Errors: mediaUnknown, importFailed, notUtf8.
Result<Imported> importBytes(std::string_view bytes, const std::string& fileName, const ImportOptions& options = {});

/// The same for a file of at most 200 MB. Errors: also cannotRead.
Result<Imported> importFile(const std::filesystem::path& path, const ImportOptions& options = {});

} // namespace assay
