// Content hashes: SHA-256 for originals and files, XXH3-128 for digests of samples.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace assay {

std::string sha256Hex(std::string_view bytes);         ///< 64 lower-case hex digits
std::string xxh3Hex(std::span<const std::byte> bytes); ///< XXH3-128, 32 lower-case hex digits

/// The same of the parts one after the other.
std::string xxh3HexOfParts(std::span<const std::span<const std::byte>> parts);

} // namespace assay
