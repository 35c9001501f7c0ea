// Content hashes: SHA-256 for originals and files, XXH3-128 for digests of samples.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace assay {

std::string sha256Hex(std::string_view bytes);         ///< 64 lower-case hex digits
std::string xxh3Hex(std::span<const std::byte> bytes); ///< XXH3-128, 32 lower-case hex digits

/// The same of the parts one after the other.
std::string xxh3HexOfParts(std::span<const std::span<const std::byte>> parts);

/// A content hash to compare by: equal keys, equal contents. All zero: no key.
struct ContentKey {
    std::uint64_t high = 0, low = 0;
    auto operator<=>(const ContentKey&) const = default;
};

/// Gathers what a key is made of; the order counts.
class KeyWriter {
public:
    void add(std::uint64_t word) { m_words.push_back(word); }
    void add(double value); ///< by its bits
    void add(const ContentKey& key);
    ContentKey key() const; ///< XXH3-128

private:
    std::vector<std::uint64_t> m_words;
};

} // namespace assay
