// The registry of importers and the choice among them.
#include "core/io/importer.h"

#include "core/base/atomic_file.h"
#include "core/base/base64.h"
#include "core/base/hash.h"
#include "core/base/utf8.h"
#include "core/io/guess_facts.h"
#include "core/io/import_kinds.h"
#include "core/source/quiet_lines.h"

#include <algorithm>
#include <system_error>

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

/// A page that would be grey for the most part is not: the judgement went wrong.
constexpr std::size_t leastOwnWords = 5; // a fifth of the characters

void takeQuiet(Source& source) {
    const std::size_t length = codePointCount(source.text);
    std::size_t quiet = 0;
    for (const TextRange& range : source.quiet)
        quiet += range.end - range.start;
    if ((length - std::min(quiet, length)) * leastOwnWords < length)
        source.quiet.clear();
    source.quiet = united(source.quiet, quietLines(source.text), length);
}

std::string megabytes(std::size_t bytes) { return std::to_string((bytes + (std::size_t{1} << 20) - 1) >> 20); }

Error tooLarge(const std::string& fileName, std::size_t bytes, std::size_t most) {
    return Error(ErrorCode::tooLarge, fileName, {megabytes(bytes), megabytes(most)});
}

Result<Imported> importAs(const Importer& importer, std::string_view bytes, const std::string& fileName,
                          const ImportOptions& options) {
    Result<Imported> imported = importer.read(bytes, fileName, options);
    if (!imported)
        return imported;
    Source& source = imported->source;
    if (source.text.find_first_not_of(" \t\r\n\f\v") == std::string::npos)
        return Error(ErrorCode::importFailed, fileName, {"there is no text in it"});
    if (source.text.size() > largestText)
        return tooLarge(fileName, source.text.size(), largestText);
    takeQuiet(source);
    guessFacts(source);
    if (source.title.empty())
        source.title = std::filesystem::path(fileName).stem().string();
    source.mediaType = importer.mediaType;
    source.sha256 = sha256Hex(bytes);
    const bool isWanted = options.originals == Originals::keep && bytes != source.text;
    if (isWanted && bytes.size() <= largestKeptOriginal)
        source.original = toBase64(bytes);
    else if (isWanted)
        imported->warnings.push_back("original-not-kept:" + megabytes(largestKeptOriginal));
    return imported;
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
    const std::string ending = lowerCase(std::filesystem::path(fileName).extension().string());
    const Importer* importer = choose(bytes, ending.empty() ? ending : ending.substr(1));
    if (importer == nullptr)
        return Error(ErrorCode::mediaUnknown, fileName, {ending});
    return importAs(*importer, bytes, fileName, options);
}

Result<Imported> importFile(const std::filesystem::path& path, const ImportOptions& options) {
    std::error_code unknown; // a size that can't be told is no reason not to try
    const std::uintmax_t size = std::filesystem::file_size(path, unknown);
    if (!unknown && size > largestOriginal)
        return tooLarge(path.string(), size, largestOriginal);
    const Result<std::string> bytes = readFile(path, largestOriginal);
    if (!bytes)
        return bytes.error();
    return importBytes(*bytes, path.string(), options);
}

std::optional<std::string> keptOriginal(const Source& source) {
    std::optional<std::string> bytes =
        source.original.empty() ? std::optional(source.text) : fromBase64(source.original);
    return bytes && sha256Hex(*bytes) == source.sha256 ? bytes : std::nullopt;
}

Result<Source> readAnew(const Source& source, const ImportOptions& options) {
    const std::optional<std::string> bytes = keptOriginal(source);
    const auto all = importers();
    const auto importer =
        std::find_if(all.begin(), all.end(), [&](const Importer& each) { return each.mediaType == source.mediaType; });
    if (!bytes || importer == all.end())
        return Error(ErrorCode::originalMissing, source.id.value, {source.title});
    ImportOptions first = options;
    first.encoding = source.encoding;
    const Result<Imported> before = importAs(*importer, *bytes, source.title, first);
    Result<Imported> now = importAs(*importer, *bytes, source.title, options);
    if (!now)
        return now.error();
    Source anew = source;
    const auto take = [&](auto Source::*fact) {
        if (before && before->source.*fact == source.*fact)
            anew.*fact = now->source.*fact;
    };
    for (const auto fact : {&Source::title, &Source::publisher, &Source::published, &Source::url, &Source::language})
        take(fact);
    take(&Source::authors);
    anew.text = std::move(now->source.text);
    anew.quiet = std::move(now->source.quiet);
    anew.dismissed.clear(); // places of the old text
    anew.encoding = std::move(now->source.encoding);
    anew.original = std::move(now->source.original);
    return anew;
}

} // namespace assay
