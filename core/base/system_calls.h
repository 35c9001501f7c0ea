// The system calls of the one writer as one table, so that a test can make the N-th of them fail. Knows no policy.
#pragma once

#include <functional>
#include <sys/stat.h>
#include <sys/types.h>

namespace assay {

/// Each entry behaves as the POSIX function of its name: -1 and errno on failure.
struct SystemCalls {
    std::function<int(const char* path, struct stat* facts)> lstat;
    std::function<ssize_t(const char* path, char* buffer, std::size_t size)> readlink;
    std::function<int(const char* path, int flags, mode_t mode)> open;
    std::function<int(int file, uid_t owner, gid_t group)> fchown;
    std::function<int(int file, mode_t mode)> fchmod;
    std::function<ssize_t(int file, const void* bytes, std::size_t size)> write;
    std::function<ssize_t(int file, void* bytes, std::size_t size)> read;
    std::function<int(int file)> fsync;
    std::function<int(int file)> close;
    std::function<int(const char* from, const char* to)> link;
    std::function<int(const char* from, const char* to)> rename;
    std::function<int(const char* path)> unlink;
};

/// The real ones.
const SystemCalls& systemCalls();

} // namespace assay
