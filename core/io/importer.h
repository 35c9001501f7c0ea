// Importers: bytes -> Source with warnings. One file and one registry line each. Nothing is ever fetched.
#pragma once

#include "core/base/result.h"
#include "core/source/source.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace assay {

struct Imported {
    Source source; ///< without id
    /// Codes: "decoded-as:euc-kr", "encoding-guessed:windows-1252", "broken-utf-8:3" (places), "cut-at-depth:256",
    /// "original-not-kept:20" (megabytes), "pages-without-text:2".
    std::vector<std::string> warnings;
};

/// Reads the text layer of a PDF; core has no PDF reader, the program brings one that runs in a process of its own.
using PdfTextReader = Result<std::string> (*)(std::string_view bytes, const std::string& fileName);

/// Whether a source keeps the bytes it was made from; an original that is its text byte for byte needs no copy.
enum class Originals { keep, leave };

struct ImportOptions {
    PdfTextReader pdfText = nullptr; ///< none: a PDF is importFailed
    Originals originals = Originals::keep;
    std::string encoding = {}; ///< of text and HTML, one of encodings(); empty: found out
};

struct Importer {
    std::string_view id; ///< "text", "markdown", "html", "pdf"
    std::string_view mediaType;
    std::vector<std::string_view> extensions;
    /// The source without id; hash, media type, original and what the text itself tells are importBytes' work.
    /// Errors: importFailed, notUtf8, encodingUnfit (place = fileName).
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

inline constexpr std::size_t largestOriginal = std::size_t{200} << 20;    ///< bytes
inline constexpr std::size_t largestText = std::size_t{50} << 20;         ///< bytes of UTF-8 that a source can have
inline constexpr std::size_t largestKeptOriginal = std::size_t{20} << 20; ///< bytes; larger ones are left outside

/// Picks the importer by extension and content; a file without extension is text or HTML. The title is the file's name
/// where the content has none. Errors: mediaUnknown, importFailed, notUtf8, encodingUnfit, tooLarge.
Result<Imported> importBytes(std::string_view bytes, const std::string& fileName, const ImportOptions& options = {});

/// The same for a file of at most 200 MB; a larger one is not read. Errors: also cannotRead.
Result<Imported> importFile(const std::filesystem::path& path, const ImportOptions& options = {});

/// The bytes a source was made from, as far as the project has them: kept, or the text itself.
std::optional<std::string> keptOriginal(const Source& source);

/// The source made anew from its original in another encoding: text, quiet stretches, and those facts that are as the
/// first reading guessed them. Errors: originalMissing, and those of importBytes.
Result<Source> readAnew(const Source& source, const ImportOptions& options);

} // namespace assay
