// Temporary file, fsync, read back, backup by hard link, rename, fsync of the folder: every error counts.
#include "core/base/atomic_file.h"

#include "core/base/hash.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <optional>
#include <random>
#include <span>
#include <utility>

namespace assay {
namespace {

namespace fs = std::filesystem;

constexpr int maxLinks = 40;             // as the Linux kernel follows
constexpr std::size_t longestName = 255; // bytes, NAME_MAX of the usual file systems
constexpr std::size_t chunk = std::size_t{256} << 10;

Error writeError(const fs::path& path, int reason) {
    return Error(ErrorCode::cannotWrite, path.string(), {std::strerror(reason)});
}

/// Repeats a call that a signal interrupted.
template <class Call>
auto retried(Call call) {
    auto result = call();
    while (result < 0 && errno == EINTR)
        result = call();
    return result;
}

/// A file that is closed when it goes out of scope.
class OpenFile {
public:
    OpenFile(const SystemCalls& calls, const fs::path& path, int flags)
        : m_calls(calls),
          m_file(retried([&] { return calls.open(path.c_str(), flags | O_CLOEXEC, 0600); })) {}
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;
    ~OpenFile() {
        if (m_file >= 0)
            m_calls.close(m_file);
    }
    bool isOpen() const { return m_file >= 0; }
    int get() const { return m_file; }

    /// 0 or errno. EINTR of close: Linux has closed the file all the same.
    int close() {
        const int result = m_calls.close(std::exchange(m_file, -1));
        return result < 0 && errno != EINTR ? errno : 0;
    }

private:
    const SystemCalls& m_calls;
    int m_file;
};

/// A name that is removed unless something was renamed from it.
class TemporaryName {
public:
    TemporaryName(const SystemCalls& calls, const fs::path& folder) : m_calls(calls), m_path(folder / randomName()) {}
    TemporaryName(const TemporaryName&) = delete;
    TemporaryName& operator=(const TemporaryName&) = delete;
    ~TemporaryName() { remove(); }
    const fs::path& path() const { return m_path; }
    void release() { m_released = true; }

    /// 0 or errno; a name that is not there is no error.
    int remove() {
        if (m_released || retried([&] { return m_calls.unlink(m_path.c_str()); }) == 0 || errno == ENOENT) {
            m_released = true;
            return 0;
        }
        return errno;
    }

private:
    static std::string randomName() {
        std::random_device random;
        const std::array<std::random_device::result_type, 4> bits{random(), random(), random(), random()};
        return ".assay-" + xxh3Hex(std::as_bytes(std::span(bits))).substr(0, 16) + ".tmp";
    }
    const SystemCalls& m_calls;
    fs::path m_path;
    bool m_released = false;
};

struct Target {
    fs::path path;                    ///< links resolved
    std::optional<struct stat> facts; ///< none: there is no file yet
};

/// Follows links at path; refuses dangling ones, folders, devices and files nobody may write.
Result<Target> resolveTarget(const SystemCalls& calls, const fs::path& path) {
    Target target{path, {}};
    for (int links = 0; links < maxLinks; ++links) {
        struct stat facts {};
        if (retried([&] { return calls.lstat(target.path.c_str(), &facts); }) < 0) {
            if (errno == ENOENT && links == 0)
                return target;
            if (errno == ENOENT)
                return Error(ErrorCode::danglingLink, path.string(), {target.path.string()});
            return writeError(path, errno);
        }
        if (S_ISDIR(facts.st_mode))
            return Error(ErrorCode::targetIsFolder, path.string());
        if (S_ISREG(facts.st_mode)) {
            if ((facts.st_mode & 0222U) == 0)
                return writeError(path, EACCES);
            target.facts = facts;
            return target;
        }
        if (!S_ISLNK(facts.st_mode))
            return writeError(path, EINVAL);
        std::array<char, 4096> buffer{};
        const ssize_t size = retried([&] { return calls.readlink(target.path.c_str(), buffer.data(), buffer.size()); });
        if (size < 0)
            return writeError(path, errno);
        target.path = target.path.parent_path() / std::string(buffer.data(), static_cast<std::size_t>(size));
    }
    return writeError(path, ELOOP);
}

/// 0 or errno. Short writes are continued.
int writeAll(const SystemCalls& calls, int file, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = retried([&] { return calls.write(file, bytes.data(), bytes.size()); });
        if (written < 0)
            return errno;
        if (written == 0)
            return ENOSPC;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return 0;
}

/// Owner and permissions of the old file. Only root may give a file away: a refusal leaves it ours.
int keepPermissions(const SystemCalls& calls, int file, const struct stat& old) {
    if (retried([&] { return calls.fchown(file, old.st_uid, old.st_gid); }) < 0 && errno != EPERM)
        return errno;
    return retried([&] { return calls.fchmod(file, old.st_mode & 0777U); }) < 0 ? errno : 0;
}

/// A new file at path with these bytes, on the disk when this returns 0; else errno.
int writeNew(const SystemCalls& calls, const fs::path& path, std::string_view bytes,
             const std::optional<struct stat>& old) {
    OpenFile file(calls, path, O_WRONLY | O_CREAT | O_EXCL);
    if (!file.isOpen())
        return errno;
    if (const int error = old ? keepPermissions(calls, file.get(), *old) : 0)
        return error;
    if (const int error = writeAll(calls, file.get(), bytes))
        return error;
    if (retried([&] { return calls.fsync(file.get()); }) < 0)
        return errno;
    return file.close();
}

/// 0 when the file holds exactly these bytes, EIO when it holds others, else errno.
int readBack(const SystemCalls& calls, const fs::path& path, std::string_view bytes) {
    const OpenFile file(calls, path, O_RDONLY);
    if (!file.isOpen())
        return errno;
    std::string buffer(chunk, '\0');
    for (;;) {
        const ssize_t got = retried([&] { return calls.read(file.get(), buffer.data(), buffer.size()); });
        if (got < 0)
            return errno;
        const std::string_view part(buffer.data(), static_cast<std::size_t>(got));
        if (part.empty())
            return bytes.empty() ? 0 : EIO;
        if (bytes.substr(0, part.size()) != part)
            return EIO;
        bytes.remove_prefix(part.size());
    }
}

/// Keeps the file at target as its .bak; target's own name exists at every moment.
Result<> keepBackup(const SystemCalls& calls, const Target& target) {
    TemporaryName name(calls, target.path.parent_path());
    const fs::path backup = backupPath(target.path);
    if (retried([&] { return calls.link(target.path.c_str(), name.path().c_str()); }) < 0) {
        const bool hasNoLinks = errno == EPERM || errno == EOPNOTSUPP || errno == ENOSYS || errno == EMLINK;
        if (!hasNoLinks)
            return writeError(backup, errno);
        const Result<std::string> bytes = readFile(target.path, std::size_t{1} << 40, calls);
        if (!bytes)
            return Error(ErrorCode::cannotWrite, backup.string(), bytes.error().details);
        if (const int error = writeNew(calls, name.path(), *bytes, target.facts))
            return writeError(backup, error);
    }
    if (retried([&] { return calls.rename(name.path().c_str(), backup.c_str()); }) < 0)
        return writeError(backup, errno);
    // rename() between two links of one file does nothing and succeeds (POSIX): then the temporary name is still there.
    if (const int error = name.remove())
        return writeError(backup, error);
    return {};
}

} // namespace

fs::path backupPath(const fs::path& path) {
    std::string name = path.filename().string();
    constexpr std::string_view ending = ".bak";
    if (name.size() + ending.size() > longestName) {
        const std::string mark = "-" + sha256Hex(name).substr(0, 8);
        std::size_t length = longestName - ending.size() - mark.size();
        while (length > 0 && (static_cast<unsigned char>(name[length]) & 0xC0U) == 0x80U)
            --length; // not inside a character
        name = name.substr(0, length) + mark;
    }
    return path.parent_path() / (name + std::string(ending));
}

Result<> writeFile(const fs::path& path, std::string_view bytes, Backup backup, const SystemCalls& calls) {
    std::error_code failed;
    const fs::path absolute = fs::absolute(path, failed);
    if (failed)
        return writeError(path, failed.value());
    const Result<Target> target = resolveTarget(calls, absolute);
    if (!target)
        return target.error();
    const OpenFile folder(calls, target->path.parent_path(), O_RDONLY | O_DIRECTORY);
    if (!folder.isOpen())
        return writeError(path, errno);
    TemporaryName temporary(calls, target->path.parent_path());
    if (const int error = writeNew(calls, temporary.path(), bytes, target->facts))
        return writeError(path, error);
    if (const int error = readBack(calls, temporary.path(), bytes))
        return writeError(path, error);
    if (backup == Backup::keepPrevious && target->facts)
        if (Result<> kept = keepBackup(calls, *target); !kept)
            return kept;
    if (retried([&] { return calls.rename(temporary.path().c_str(), target->path.c_str()); }) < 0)
        return writeError(path, errno);
    temporary.release();
    // Some file systems can't fsync a folder and say EINVAL: nothing more can be done there.
    if (retried([&] { return calls.fsync(folder.get()); }) < 0 && errno != EINVAL)
        return writeError(path, errno);
    return {};
}

Result<std::string> readFile(const fs::path& path, std::size_t limit, const SystemCalls& calls) {
    const auto failed = [&](int reason) {
        return Error(ErrorCode::cannotRead, path.string(), {std::strerror(reason)});
    };
    const OpenFile file(calls, path, O_RDONLY);
    if (!file.isOpen())
        return failed(errno);
    std::string bytes;
    for (std::size_t size = 0;;) {
        bytes.resize(size + std::max(chunk, size / 2));
        const ssize_t got = retried([&] { return calls.read(file.get(), bytes.data() + size, bytes.size() - size); });
        if (got < 0)
            return failed(errno);
        size += static_cast<std::size_t>(got);
        if (size > limit)
            return failed(EFBIG);
        if (got == 0) {
            bytes.resize(size);
            bytes.shrink_to_fit();
            return bytes;
        }
    }
}

} // namespace assay
