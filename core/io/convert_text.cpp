// ICU's converters. Names of the web mean the larger set that browsers read under them.
#include "core/io/convert_text.h"

#include "core/base/utf8.h"

#include <algorithm>
#include <array>
#include <memory>
#include <unicode/ucnv.h>
#include <unicode/utf16.h>

namespace assay {
namespace {

struct Alias {
    std::string_view from;
    std::string_view to;
};
/// Encoding Standard (WHATWG), table of labels.
constexpr std::array labels = {Alias{"utf8", "utf-8"},
                               Alias{"unicode-1-1-utf-8", "utf-8"},
                               Alias{"utf-16", "utf-16le"},
                               Alias{"iso-8859-1", "windows-1252"},
                               Alias{"latin1", "windows-1252"},
                               Alias{"us-ascii", "windows-1252"},
                               Alias{"ascii", "windows-1252"},
                               Alias{"iso-8859-9", "windows-1254"},
                               Alias{"ks_c_5601-1987", "euc-kr"},
                               Alias{"ksc5601", "euc-kr"},
                               Alias{"cp949", "euc-kr"},
                               Alias{"windows-949", "euc-kr"},
                               Alias{"uhc", "euc-kr"},
                               Alias{"gb2312", "gb18030"},
                               Alias{"gbk", "gb18030"},
                               Alias{"x-gbk", "gb18030"},
                               Alias{"big5-hkscs", "big5"},
                               Alias{"x-sjis", "shift_jis"},
                               Alias{"sjis", "shift_jis"},
                               Alias{"windows-31j", "shift_jis"},
                               Alias{"tis-620", "windows-874"},
                               Alias{"iso-8859-11", "windows-874"}};
/// The sets that browsers read under those names, as ICU calls them.
constexpr std::array converters = {Alias{"euc-kr", "windows-949"}, Alias{"shift_jis", "ibm-943_P15A-2003"},
                                   Alias{"big5", "big5-hkscs"}};

template <std::size_t N>
std::string replaced(const std::array<Alias, N>& table, const std::string& name) {
    const auto found = std::find_if(table.begin(), table.end(), [&](const Alias& alias) { return alias.from == name; });
    return found == table.end() ? name : std::string(found->to);
}

std::size_t lengthOf(const UConverter& converter) {
    std::array<char, 32> bytes{};
    auto length = static_cast<std::int8_t>(bytes.size());
    UErrorCode status = U_ZERO_ERROR;
    ucnv_getInvalidChars(&converter, bytes.data(), &length, &status);
    return U_FAILURE(status) ? 0 : static_cast<std::size_t>(length);
}

/// UTF-16 that may end with the first half of a pair, which stays for the next piece.
void append(std::string& text, std::u16string& units, std::size_t count) {
    std::size_t i = 0;
    while (i < count) {
        const char16_t unit = units[i];
        if (U16_IS_LEAD(unit) && i + 1 == count)
            break;
        const bool isPair = U16_IS_LEAD(unit) && U16_IS_TRAIL(units[i + 1]);
        const char32_t c = isPair ? static_cast<char32_t>(U16_GET_SUPPLEMENTARY(unit, units[i + 1])) : char32_t{unit};
        if (c < 0x80)
            text += static_cast<char>(c);
        else
            text += toUtf8(std::u32string_view(&c, 1));
        i += isPair ? 2 : 1;
    }
    units.erase(0, i);
}

} // namespace

Converted convertText(std::string_view bytes, const std::string& encoding) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, decltype(&ucnv_close)> from(
        ucnv_open(replaced(converters, encoding).c_str(), &status), ucnv_close);
    if (encoding.empty() || U_FAILURE(status))
        return Converted{{}, 0};
    ucnv_setToUCallBack(from.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    Converted converted;
    converted.text.reserve(bytes.size());
    constexpr std::size_t piece = std::size_t{64} << 10; // bytes
    std::u16string units;
    for (std::size_t done = 0; done < bytes.size() || status == U_BUFFER_OVERFLOW_ERROR;) {
        const std::size_t kept = units.size();
        units.resize(kept + piece * 2);
        UChar* target = units.data() + kept;
        const char* source = bytes.data() + done;
        const char* last = bytes.data() + std::min(done + piece, bytes.size());
        status = U_ZERO_ERROR;
        ucnv_toUnicode(from.get(), &target, units.data() + units.size(), &source, last, nullptr,
                       last == bytes.data() + bytes.size(), &status);
        done = static_cast<std::size_t>(source - bytes.data());
        if (U_FAILURE(status) && status != U_BUFFER_OVERFLOW_ERROR)
            return Converted{{}, done - std::min(done, lengthOf(*from))};
        const auto count = static_cast<std::size_t>(target - units.data());
        units.resize(count);
        append(converted.text, units, count);
    }
    if (!units.empty())
        return Converted{{}, bytes.size()};
    return converted;
}

std::string standardName(const std::string& name) { return replaced(labels, name); }

bool hasControls(std::string_view utf8) {
    for (std::size_t i = 0; i < utf8.size(); ++i) {
        const auto c = static_cast<unsigned char>(utf8[i]);
        const bool isC1 = c == 0xC2 && i + 1 < utf8.size() && static_cast<unsigned char>(utf8[i + 1]) < 0xA0;
        if ((c < 0x20 && (c < '\t' || c > '\r' || c == '\v')) || c == 0x7F || isC1)
            return true;
    }
    return false;
}

} // namespace assay
