// SHA-256 by nettle, XXH3-128 by xxHash.
#include "core/base/hash.h"

#include <array>
#include <bit>
#include <cstdint>
#include <memory>
#include <nettle/sha2.h>
#include <xxhash.h>

namespace assay {
namespace {

std::string hex(std::span<const std::uint8_t> bytes) {
    static constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    text.reserve(bytes.size() * 2);
    for (const std::uint8_t byte : bytes) {
        text += digits[byte >> 4];
        text += digits[byte & 15];
    }
    return text;
}

} // namespace

std::string sha256Hex(std::string_view bytes) {
    sha256_ctx context;
    sha256_init(&context);
    sha256_update(&context, bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
    std::array<std::uint8_t, SHA256_DIGEST_SIZE> digest{};
    sha256_digest(&context, digest.size(), digest.data());
    return hex(digest);
}

std::string xxh3Hex(std::span<const std::byte> bytes) {
    XXH128_canonical_t canonical;
    XXH128_canonicalFromHash(&canonical, XXH3_128bits(bytes.data(), bytes.size()));
    return hex(canonical.digest);
}

std::string xxh3HexOfParts(std::span<const std::span<const std::byte>> parts) {
    const std::unique_ptr<XXH3_state_t, XXH_errorcode (*)(XXH3_state_t*)> state(XXH3_createState(), XXH3_freeState);
    XXH3_128bits_reset(state.get());
    for (const std::span<const std::byte> part : parts)
        XXH3_128bits_update(state.get(), part.data(), part.size());
    XXH128_canonical_t canonical;
    XXH128_canonicalFromHash(&canonical, XXH3_128bits_digest(state.get()));
    return hex(canonical.digest);
}

void KeyWriter::add(double value) { m_words.push_back(std::bit_cast<std::uint64_t>(value)); }

void KeyWriter::add(const ContentKey& key) {
    m_words.push_back(key.high);
    m_words.push_back(key.low);
}

ContentKey KeyWriter::key() const {
    const XXH128_hash_t hash = XXH3_128bits(m_words.data(), m_words.size() * sizeof(std::uint64_t));
    return {hash.high64, hash.low64};
}

} // namespace assay
