// The table's real entries. Knows no policy.
#include "core/base/system_calls.h"

#include <cstdio>
#include <fcntl.h>
#include <unistd.h>

namespace assay {

const SystemCalls& systemCalls() {
    static const SystemCalls calls{
        .lstat = [](const char* path, struct stat* facts) { return ::lstat(path, facts); },
        .readlink = ::readlink,
        .open = [](const char* path, int flags, mode_t mode) { return ::open(path, flags, mode); },
        .fchown = ::fchown,
        .fchmod = ::fchmod,
        .write = ::write,
        .read = ::read,
        .fsync = ::fsync,
        .close = ::close,
        .link = ::link,
        .rename = ::rename,
        .unlink = ::unlink,
    };
    return calls;
}

} // namespace assay
