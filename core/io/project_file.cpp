// Layout and versions of the project file; the fields themselves come from core/document/fields.h.
#include "core/io/project_file.h"

#include "core/base/atomic_file.h"
#include "core/base/hash.h"
#include "core/document/edit.h"
#include "core/io/json_fields.h"
#include "core/io/model_streams.h"

#include <algorithm>

namespace assay {
namespace {

constexpr std::string_view formatName = "assay-project";
constexpr int majorVersion = 1;
constexpr int minorVersion = 0;

/// A newer minor version is kept in Document::extra under this key, so that its unknown keys stay lawful when saved
/// again.
const std::string versionKey = "version";

struct Version {
    int major = 0;
    int minor = 0;
    bool isNewerMinor() const { return major == majorVersion && minor > minorVersion; }
};

std::string ownVersion() { return std::to_string(majorVersion) + "." + std::to_string(minorVersion); }

std::optional<Version> parseVersion(std::string_view text) {
    Version version;
    const char* last = text.data() + text.size();
    const auto major = std::from_chars(text.data(), last, version.major);
    if (major.ec != std::errc() || major.ptr == last || *major.ptr != '.' || version.major < 0)
        return std::nullopt;
    const auto minor = std::from_chars(major.ptr + 1, last, version.minor);
    if (minor.ec != std::errc() || minor.ptr != last || version.minor < 0)
        return std::nullopt;
    return version;
}

/// Whether the bytes start like a project, so that a fault in them is a damaged project and not another kind of file.
/// The writer puts the format first; a hand may have put a few keys before it.
bool saysItIsAProject(std::string_view bytes) { return bytes.substr(0, 4096).find(formatName) != bytes.npos; }

/// Takes "format" and "version" off the front. Errors: notAProject, newerMajor, fieldMissing, fieldType, fieldValue.
Result<Version> takeVersion(JsonValue& root, FieldReader& reader, std::span<const Migration> steps) {
    auto* object = std::get_if<JsonObject>(&root.data);
    JsonValue* format = object == nullptr ? nullptr : findMember(*object, "format");
    const auto* name = format == nullptr ? nullptr : std::get_if<std::string>(&format->data);
    if (name == nullptr || *name != formatName)
        return Error(ErrorCode::notAProject, reader.place(root.ordinal));
    JsonValue* value = findMember(*object, versionKey);
    if (value == nullptr)
        return Error(ErrorCode::fieldMissing, reader.place(root.ordinal), {versionKey});
    const std::uint32_t ordinal = value->ordinal;
    const std::string text = reader.read<std::string>(*value, versionKey);
    if (reader.error())
        return *reader.error();
    const std::optional<Version> version = parseVersion(text);
    if (version && version->major > majorVersion)
        return Error(ErrorCode::newerMajor, reader.place(ordinal), {text, ownVersion()});
    if (!version || !canMigrate(version->major, majorVersion, steps))
        return Error(ErrorCode::fieldValue, reader.place(ordinal), {versionKey, text, "1.0 and the like"});
    std::erase_if(*object, [](const JsonMember& member) { return member.key == "format" || member.key == versionKey; });
    return *version;
}

/// The error with the place in the file of the row it names; of two rows with one id the second is at fault.
Error withPlace(Error error, const FieldReader& reader, const std::string& fileName) {
    const auto& rows = reader.rows();
    const auto row = std::find_if(rows.rbegin(), rows.rend(),
                                  [&](const RowPlace& candidate) { return candidate.id == error.place; });
    error.place = row == rows.rend() ? fileName : reader.place(row->ordinal);
    return error;
}

std::string versionOf(const Document& document) {
    const auto found = document.extra.find(versionKey);
    return found == document.extra.end() ? "\"" + ownVersion() + "\"" : found->second;
}

void appendRows(std::string& text, const JsonArray& rows) {
    text += '[';
    for (std::size_t i = 0; i < rows.size(); ++i) {
        text += i == 0 ? "\n  " : ",\n  ";
        appendJson(text, rows[i], Layout::open, 2);
    }
    text += rows.empty() ? "]" : "\n]";
}

} // namespace

std::string writeProject(const Document& document) {
    std::string text = "{\"format\": \"" + std::string(formatName) + "\", \"version\": " + versionOf(document);
    JsonValue root = toJson(document);
    for (JsonMember& member : std::get<JsonObject>(root.data)) {
        if (member.key == versionKey)
            continue;
        text += ",\n" + writeJson(JsonValue(member.key)) + ": ";
        if (const auto* rows = std::get_if<JsonArray>(&member.value.data))
            appendRows(text, *rows);
        else
            appendJson(text, member.value, Layout::open, 0);
        member.value = JsonValue(); // a source's text is kept twice at most
    }
    return text + "\n}\n";
}

Result<Document> readProject(std::string_view bytes, const std::string& fileName, std::span<const Migration> steps) {
    Result<JsonValue> root = readJson(bytes, fileName);
    const auto fault = root ? ErrorCode::notAProject : root.error().code;
    if ((fault == ErrorCode::jsonSyntax || fault == ErrorCode::notUtf8) && !saysItIsAProject(bytes))
        return Error(ErrorCode::notAProject, fileName + ":1:1");
    if (!root)
        return root.error();
    FieldReader versionReader(bytes, fileName, UnknownKeys::refuse);
    const Result<Version> version = takeVersion(*root, versionReader, steps);
    if (!version)
        return version.error();
    if (version->major < majorVersion)
        *root = migrated(std::move(*root), version->major, majorVersion, steps);
    FieldReader reader(bytes, fileName, version->isNewerMinor() ? UnknownKeys::keep : UnknownKeys::refuse);
    Document document = reader.read<Document>(*root, "");
    if (reader.error())
        return *reader.error();
    for (Row<Model>& model : document.models)
        model = Row<Model>(withStreams(*model));
    if (version->isNewerMinor())
        document.extra[versionKey] =
            "\"" + std::to_string(version->major) + "." + std::to_string(version->minor) + "\"";
    if (const Result<> sound = checkReferences(document); !sound)
        return withPlace(sound.error(), reader, fileName);
    return document;
}

Result<OpenedProject> openProject(const std::filesystem::path& path) {
    const Result<std::string> bytes = readFile(path);
    if (!bytes)
        return bytes.error();
    Result<Document> document = readProject(*bytes, path.string());
    if (!document)
        return document.error();
    const bool newerMinor = document->extra.contains(versionKey);
    return OpenedProject{std::move(*document), sha256Hex(*bytes), newerMinor};
}

Result<std::string> saveProject(const Document& document, const std::filesystem::path& path,
                                const std::string& expectedSha256, Backup backup, const SystemCalls& calls) {
    const std::string bytes = writeProject(document);
    const Result<Document> decoded = readProject(bytes, path.string());
    if (!decoded)
        return decoded.error();
    if (!(*decoded == document))
        return Error(ErrorCode::cannotWrite, path.string(), {"the written text does not read back as this project"});
    const std::string hash = sha256Hex(bytes);
    if (!expectedSha256.empty()) {
        const Result<std::string> onDisk = readFile(path);
        const std::string found = onDisk ? sha256Hex(*onDisk) : std::string();
        if (found == hash)
            return hash; // nothing changed: nothing is written
        if (found != expectedSha256)
            return Error(ErrorCode::changedOnDisk, path.string());
    }
    if (const Result<> written = writeFile(path, bytes, backup, calls); !written)
        return written.error();
    return hash;
}

} // namespace assay
