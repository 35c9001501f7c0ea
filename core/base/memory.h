// What the process asks of its memory allocator. Knows nothing of what the memory is for.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

namespace assay {

/// Freed blocks stay with the process instead of going back to the system at once: the columns of one run are the size
/// of the next run's, and fetching them anew page by page costs three times as much as filling them (measured at
/// 100,000 samples). To be called once, first thing in main; does nothing where the C library is not glibc.
void keepFreedMemory();

/// Bytes that can be had without pushing others out: what the system calls available, no more than the process's
/// control group may have. None: not known.
std::optional<std::uint64_t> availableMemory();

/// Memory for so many bytes, not cleared; a large block in the system's large pages, which are fetched and given back
/// some hundred times quicker than small ones. Throws std::bad_alloc. To be freed by freeBlock with the same size.
void* newBlock(std::size_t bytes);
void freeBlock(void* block, std::size_t bytes) noexcept;

} // namespace assay
