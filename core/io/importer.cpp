// The registry of importers and the choice among them.
#include "core/io/importer.h"

#include "core/base/atomic_file.h"
#include "core/base/hash.h"
#include "core/io/import_kinds.h"

#include <algorithm>

namespace assay {
namespace {

std::string lowerCase(std::string_view text) {
    std::string lower(text);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return lower;
}

const Importer* byId(std::string_view id) {
    const auto all = importers();
    return &*std::find_if(all.begin(), all.end(), [&](const Importer& importer) { return importer.id == id; });
}

bool looksLikeHtml(std::string_view bytes) {
    const std::string start = lowerCase(bytes.substr(0, 1024));
    return start.find("<!doctype html") != std::string::npos || start.find("<html") != std::string::npos;
}

/// nullptr when neither extension nor content is known.
const Importer* choose(std::string_view bytes, const std::string& extension) {
    if (bytes.starts_with("%PDF-"))
        return byId("pdf");
    for (const Importer& importer : importers())
        if (std::find(importer.extensions.begin(), importer.extensions.end(), extension) != importer.extensions.end())
            return &importer;
    if (looksLikeHtml(bytes))
        return byId("html");
    return extension.empty() ? byId("text") : nullptr;
}

} // namespace

std::span<const Importer> importers() {
    static const std::vector<Importer> all{
        {"text", "text/plain", {"txt", "text"}, importText},
        {"markdown", "text/markdown", {"md", "markdown"}, importMarkdown},
        {"html", "text/html", {"html", "htm", "xhtml"}, importHtml},
        {"pdf", "application/pdf", {"pdf"}, importPdf},
    };
    return all;
}

Result<Imported> importBytes(std::string_view bytes, const std::string& fileName, const ImportOptions& options) {
    const std::filesystem::path path(fileName);
    const std::string ending = lowerCase(path.extension().string());
    const Importer* importer = choose(bytes, ending.empty() ? ending : ending.substr(1));
    if (importer == nullptr)
        return Error(ErrorCode::mediaUnknown, fileName, {ending});
    Result<Imported> imported = importer->read(bytes, fileName, options);
    if (!imported)
        return imported;
    Source& source = imported->source;
    if (source.text.find_first_not_of(" \t\r\n\f\v") == std::string::npos)
        return Error(ErrorCode::importFailed, fileName, {"there is no text in it"});
    if (source.title.empty())
        source.title = path.stem().string();
    source.mediaType = importer->mediaType;
    source.sha256 = sha256Hex(bytes);
    return imported;
}

Result<Imported> importFile(const std::filesystem::path& path, const ImportOptions& options) {
    const Result<std::string> bytes = readFile(path, largestOriginal);
    if (!bytes)
        return bytes.error();
    return importBytes(*bytes, path.string(), options);
}

} // namespace assay
