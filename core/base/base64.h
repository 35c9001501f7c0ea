// Base64 (RFC 4648, section 4, with padding): bytes as text that a project file can hold.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace assay {

std::string toBase64(std::string_view bytes);

/// None: a character that is none of the 64, white space included, or an end that no bytes have.
std::optional<std::string> fromBase64(std::string_view text);

} // namespace assay
