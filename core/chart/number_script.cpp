// The magnitudes, and the script of the thread.
#include "core/chart/number_script.h"

namespace assay {
namespace {

using Sizes = std::array<NumberSize, 3>;

constexpr std::array<NumberSize, 4> letterSizes{{{1e12, "T"}, {1e9, "B"}, {1e6, "M"}, {1e3, "K"}}};
// Hangul Orthography, article 44: numbers go by 만, 10^4; 억 10^8, 조 10^12.
constexpr Sizes koreanSizes{{{1e12, "조"}, {1e8, "억"}, {1e4, "만"}}};
// GB/T 15835-2011: great numbers in 万 and 亿. 10^12 is 万亿, for 兆 is mega on the mainland (GB 3100).
constexpr Sizes chineseSizes{{{1e12, "万亿"}, {1e8, "亿"}, {1e4, "万"}}};
// Taiwan and Japan count on with 兆 for 10^12.
constexpr Sizes traditionalSizes{{{1e12, "兆"}, {1e8, "億"}, {1e4, "萬"}}};
constexpr Sizes japaneseSizes{{{1e12, "兆"}, {1e8, "億"}, {1e4, "万"}}};

thread_local NumberScript scriptNow = NumberScript::letters;

} // namespace

std::span<const NumberSize> numberSizes(NumberScript script) {
    switch (script) {
    case NumberScript::letters: break;
    case NumberScript::korean: return koreanSizes;
    case NumberScript::chinese: return chineseSizes;
    case NumberScript::traditional: return traditionalSizes;
    case NumberScript::japanese: return japaneseSizes;
    }
    return letterSizes;
}

WritingIn::WritingIn(NumberScript script) : m_before(scriptNow) { scriptNow = script; }
WritingIn::~WritingIn() { scriptNow = m_before; }

NumberScript numberScriptNow() { return scriptNow; }

} // namespace assay
