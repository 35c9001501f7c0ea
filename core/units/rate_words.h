// The words of a rate around its money: "per million tokens" behind it, 每小时 or 1時間あたり before it.
#pragma once

#include <cstddef>
#include <string_view>

namespace assay {

/// "per million tokens", "/1M tokens" at i: the rate's own magnitude; the value as read would be a million times too
/// large.
bool isPerMany(std::u32string_view text, std::size_t i);

/// The unit of a rate whose time or thing stands before the money at i: "/h" of 每小时2美元, 시간당 2달러 and
/// 1時間あたり2ドル; empty without one.
std::string_view rateBefore(std::u32string_view text, std::size_t i);

/// Behind あたり, 当たり or につき at i; i itself without one.
std::size_t perWordEnd(std::u32string_view text, std::size_t i);

} // namespace assay
