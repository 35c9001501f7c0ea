// Number script: which magnitudes the numbers of a picture are written with: K M B, or those of Korean, Chinese and
// Japanese, which count in ten thousands. Knows no locale.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string_view>

namespace assay {

/// The first is the one of files and of pictures that nobody chose one for.
enum class NumberScript { letters, korean, chinese, traditional, japanese };

struct NumberSize {
    double size = 1; ///< a power of ten
    std::string_view sign;
};

/// From the greatest down; numbers below the last are written out.
std::span<const NumberSize> numberSizes(NumberScript script);

/// "kmb", "ko", "zh", "zh-tw", "ja": the words of the command line, in the enum's order.
inline constexpr std::array<std::string_view, 5> numberScriptNames{"kmb", "ko", "zh", "zh-tw", "ja"};

/// The script that format.h writes in, on this thread, while one lives; they nest. A picture is written by a hundred
/// small functions, and one that was not handed the choice would mix two scripts in it: so it is nobody's parameter.
class WritingIn {
public:
    explicit WritingIn(NumberScript script);
    ~WritingIn();
    WritingIn(const WritingIn&) = delete;
    WritingIn& operator=(const WritingIn&) = delete;

private:
    NumberScript m_before;
};

/// That of the innermost WritingIn; letters without one.
NumberScript numberScriptNow();

} // namespace assay
