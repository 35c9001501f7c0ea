// glibc's own knobs, Linux's large pages.
#include "core/base/memory.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <limits>
#include <new>
#include <string>

#if defined(__GLIBC__)
#include <malloc.h>
#endif
#if defined(__linux__)
#include <sys/mman.h>
#endif

namespace assay {
namespace {

constexpr std::size_t largePage = std::size_t{2} << 20; // bytes, x86-64 and most arm64
constexpr std::size_t largeBlock = 2 * largePage;       ///< below it a page's unused end costs more than it saves

bool isLarge(std::size_t bytes) { return bytes >= largeBlock; }

} // namespace

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

void* newBlock(std::size_t bytes) {
    if (!isLarge(bytes))
        return ::operator new(bytes);
    if (bytes > static_cast<std::size_t>(std::numeric_limits<std::ptrdiff_t>::max()) - largePage)
        throw std::bad_alloc(); // no object is larger: not even asked for
    const std::size_t whole = (bytes + largePage - 1) / largePage * largePage;
    void* block = std::aligned_alloc(largePage, whole);
    if (block == nullptr)
        throw std::bad_alloc();
#if defined(MADV_HUGEPAGE)
    static_cast<void>(madvise(block, whole, MADV_HUGEPAGE)); // refused: small pages, slower and right
#endif
    return block;
}

void freeBlock(void* block, std::size_t bytes) noexcept {
    if (isLarge(bytes))
        std::free(block);
    else
        ::operator delete(block);
}

} // namespace assay
