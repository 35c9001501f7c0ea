// A recovery file is one line of facts as JSON and then the project as its own file would hold it.
#include "ui/store/recovery.h"

#include "core/base/atomic_file.h"
#include "core/base/hash.h"
#include "core/document/merge.h"
#include "core/io/json_reader.h"
#include "core/io/json_writer.h"
#include "core/io/project_file.h"
#include "ui/text/paths.h"

#include <QtCore/QCoreApplication>

#include <algorithm>
#include <span>

namespace assay {

namespace {

constexpr std::string_view ending = ".recovery";
constexpr std::string_view lockEnding = ".lock";
constexpr std::string_view discardedEnding = ".discarded";
const std::string formatName = "assay-recovery";

std::string textOf(JsonObject& facts, std::string_view key) {
    JsonValue* value = findMember(facts, key);
    const auto* text = value ? std::get_if<std::string>(&value->data) : nullptr;
    return text ? *text : std::string();
}

std::filesystem::path lockPath(const std::filesystem::path& file) {
    return std::filesystem::path(file.string() + std::string(lockEnding));
}

std::filesystem::path discardedPath(const std::filesystem::path& file) {
    return std::filesystem::path(file.string() + std::string(discardedEnding));
}

std::vector<std::filesystem::path> filesIn(const std::filesystem::path& folder, std::string_view fileEnding) {
    std::vector<std::filesystem::path> files;
    std::error_code error;
    for (std::filesystem::directory_iterator at(folder, error), end; !error && at != end; at.increment(error))
        if (at->path().extension() == fileEnding)
            files.push_back(at->path());
    std::sort(files.begin(), files.end());
    return files;
}

/// Another look at the same file may have its lock for a moment.
bool isAbandoned(const std::filesystem::path& file) {
    QLockFile lock(fromPath(lockPath(file)));
    lock.setStaleLockTime(0);
    return lock.tryLock(200);
}

/// The three-way merge with what somebody else saved meanwhile, when the file before that is still there.
void mergeMeanwhile(Recovered& found, const OpenedProject& now) {
    const Result<OpenedProject> before = openProject(backupPath(*found.point->project));
    if (!before || before->sha256 != found.point->sha256)
        return;
    Result<Merged> both = merge(before->document, found.point->document, now.document);
    if (!both)
        return;
    found.conflicts = static_cast<int>(both->conflicts.size());
    found.merged = *found.point;
    found.merged->document = std::move(both->document);
    found.merged->sha256 = now.sha256;
}

Recovered recovered(const std::filesystem::path& file) {
    Recovered found{file, readRecovery(file)};
    if (!found.point)
        return found;
    Document base;
    base.project.id = found.point->document.project.id;
    if (const auto& path = found.point->project) {
        const Result<OpenedProject> now = openProject(*path);
        found.base = !now                                 ? BaseState::missing
                     : now->sha256 == found.point->sha256 ? BaseState::same
                                                          : BaseState::changed;
        if (now)
            base = now->document;
        if (found.base == BaseState::changed)
            mergeMeanwhile(found, *now);
    }
    found.changes = diff(base, found.point->document);
    return found;
}

} // namespace

Result<> writeRecovery(const std::filesystem::path& file, const RecoveryPoint& point, const SystemCalls& calls) {
    const std::string project = point.project ? point.project->string() : std::string();
    std::string bytes =
        writeJson(JsonValue(JsonObject{jsonText("format", formatName), jsonText("path", project),
                                       jsonText("sha256", point.sha256), jsonText("saved", point.saved)}));
    bytes += "\n" + writeProject(point.document);
    return writeFile(file, bytes, Backup::none, calls);
}

Result<RecoveryPoint> readRecovery(const std::filesystem::path& file) {
    const Result<std::string> bytes = readFile(file);
    if (!bytes)
        return bytes.error();
    const std::size_t line = std::min(bytes->find('\n'), bytes->size());
    Result<JsonValue> header = readJson(std::string_view(*bytes).substr(0, line), file.string());
    if (!header)
        return header.error();
    auto* facts = std::get_if<JsonObject>(&header->data);
    if (!facts || textOf(*facts, "format") != formatName)
        return Error(ErrorCode::notAProject, file.string());
    Result<Document> document = readProject(std::string_view(*bytes).substr(line), file.string());
    if (!document)
        return document.error();
    RecoveryPoint point{std::move(*document), {}, textOf(*facts, "sha256"), textOf(*facts, "saved")};
    if (const std::string path = textOf(*facts, "path"); !path.empty())
        point.project = path;
    return point;
}

std::filesystem::path recoveryFile(const std::filesystem::path& folder, const std::string& projectId) {
    const std::string name = xxh3Hex(std::as_bytes(std::span(projectId))).substr(0, 16); // an id may hold anything
    const std::string stem = name + "-" + std::to_string(QCoreApplication::applicationPid());
    std::filesystem::path file = folder / (stem + std::string(ending));
    std::error_code ignored;
    for (int n = 2; std::filesystem::exists(file, ignored); ++n) // of a process that had the same number
        file = folder / (stem + "-" + std::to_string(n) + std::string(ending));
    return file;
}

std::unique_ptr<QLockFile> recoveryLock(const std::filesystem::path& file) {
    auto lock = std::make_unique<QLockFile>(fromPath(lockPath(file)));
    lock->setStaleLockTime(0); // stale only when its process is gone, however long it runs
    lock->tryLock(0);
    return lock;
}

void removeRecovery(const std::filesystem::path& file) {
    std::error_code ignored;
    std::filesystem::remove(file, ignored);
    std::filesystem::remove(lockPath(file), ignored);
}

void discardRecovery(const std::filesystem::path& file) {
    std::error_code ignored; // a file that stays is offered again
    std::filesystem::rename(file, discardedPath(file), ignored);
}

void undiscardRecovery(const std::filesystem::path& file) {
    std::error_code ignored;
    std::filesystem::rename(discardedPath(file), file, ignored);
}

void removeDiscarded(const std::filesystem::path& folder) {
    for (const std::filesystem::path& file : filesIn(folder, discardedEnding)) {
        std::error_code ignored;
        std::filesystem::remove(file, ignored);
    }
}

std::vector<std::filesystem::path> abandonedFiles(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> files = filesIn(folder, ending);
    std::erase_if(files, [](const std::filesystem::path& file) { return !isAbandoned(file); });
    return files;
}

void removeAbandoned(const std::filesystem::path& folder) {
    for (const std::filesystem::path& file : abandonedFiles(folder))
        removeRecovery(file);
    removeDiscarded(folder);
}

std::vector<Recovered> findRecovered(const std::filesystem::path& folder) {
    std::vector<Recovered> found;
    for (const std::filesystem::path& file : abandonedFiles(folder))
        found.push_back(recovered(file));
    const auto time = [](const Recovered& one) { return one.point ? one.point->saved : std::string(); };
    std::stable_sort(found.begin(), found.end(),
                     [&](const Recovered& a, const Recovered& b) { return time(a) > time(b); });
    return found;
}

} // namespace assay
