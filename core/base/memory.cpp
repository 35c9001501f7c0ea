// glibc's own knobs.
#include "core/base/memory.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <string>

#if defined(__GLIBC__)
#include <malloc.h>
#endif

namespace assay {

void keepFreedMemory() {
#if defined(__GLIBC__)
    constexpr int largestBlock = 32 << 20; // bytes; glibc takes no more (DEFAULT_MMAP_THRESHOLD_MAX)
    constexpr int keptAtMost = 256 << 20;  // bytes at the top of the heap
    mallopt(M_MMAP_THRESHOLD, largestBlock);
    mallopt(M_TRIM_THRESHOLD, keptAtMost);
#endif
}

std::optional<std::uint64_t> availableMemory() {
    std::optional<std::uint64_t> found;
    std::ifstream system("/proc/meminfo"); // "MemAvailable:   12345 kB", proc(5)
    std::string word;
    while (system >> word)
        if (std::uint64_t kilobytes = 0; word == "MemAvailable:" && system >> kilobytes)
            found = kilobytes * 1024;
    std::ifstream group("/sys/fs/cgroup/memory.max"); // bytes, or "max" (Linux, cgroup-v2)
    if (std::uint64_t most = 0; group >> most)
        found = std::min(found.value_or(most), most);
    return found;
}

} // namespace assay
