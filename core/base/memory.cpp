// glibc's own knobs.
#include "core/base/memory.h"

#include <cstdlib>

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

} // namespace assay
