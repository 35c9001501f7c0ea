// Byte order marks and zero bytes by hand, legacy encodings by ICU's detector; the conversion stands in convert_text.
#include "core/io/decode_text.h"

#include "core/base/utf8.h"
#include "core/io/convert_text.h"

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <unicode/ucsdet.h>

namespace assay {
namespace {

constexpr std::int32_t leastConfidence = 30; // of 100; below it ICU's guesses at short texts are mostly wrong
constexpr std::size_t mostExamined = std::size_t{64} << 10; // bytes: enough for letter statistics
constexpr std::size_t soundPerBroken = 4; // sequences: the other encodings hit UTF-8 by chance far more rarely

struct Mark {
    std::string_view bytes;
    std::string_view encoding;
};
constexpr std::array marks = {Mark{"\xEF\xBB\xBF", "utf-8"}, Mark{{"\xFF\xFE\0\0", 4}, "utf-32le"},
                              Mark{{"\0\0\xFE\xFF", 4}, "utf-32be"}, Mark{"\xFF\xFE", "utf-16le"},
                              Mark{"\xFE\xFF", "utf-16be"}};

constexpr std::array<std::string_view, 26> offered = {
    "utf-8",        "windows-1252", "utf-16le",     "utf-16be",    "euc-kr",       "gb18030",      "big5",
    "shift_jis",    "euc-jp",       "iso-2022-jp",  "koi8-r",      "windows-1251", "iso-8859-5",   "koi8-u",
    "windows-1250", "iso-8859-2",   "windows-1253", "iso-8859-7",  "windows-1254", "windows-1255", "windows-1256",
    "windows-1257", "windows-1258", "windows-874",  "iso-8859-15", "macintosh"};

std::string lowerCase(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return text;
}

DecodedText decodedFrom(std::string text, std::string encoding, const char* warning = "decoded-as:") {
    std::string told = encoding == "utf-8" ? std::string() : warning + encoding;
    return DecodedText{std::move(text), std::move(encoding), std::move(told)};
}

std::string detectedEncoding(std::string_view bytes) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&status), ucsdet_close);
    if (U_FAILURE(status))
        return {};
    const std::string_view part = bytes.substr(0, mostExamined);
    ucsdet_setText(detector.get(), part.data(), static_cast<std::int32_t>(part.size()), &status);
    const UCharsetMatch* match = U_FAILURE(status) ? nullptr : ucsdet_detect(detector.get(), &status);
    if (match == nullptr || ucsdet_getConfidence(match, &status) < leastConfidence)
        return {};
    const char* name = ucsdet_getName(match, &status);
    return U_FAILURE(status) ? std::string() : standardName(lowerCase(name));
}

/// Characters of UTF-16 that every text has and the same bytes turned round have not: of ASCII, and the marks of CJK.
std::size_t usualOf(std::string_view bytes, std::size_t highByte) {
    std::size_t count = 0;
    for (std::size_t i = 0; i + 1 < std::min(bytes.size(), mostExamined); i += 2) {
        const char high = bytes[i + highByte], low = bytes[i + 1 - highByte];
        count += (high == 0 && (low >= ' ' || low == '\n')) || (high == 0x30 && low >= 0 && low <= 2) ? 1U : 0U;
    }
    return count;
}

/// UTF-16 without a byte order mark: pairs of bytes, all of them characters of a text.
std::optional<DecodedText> markless(std::string_view bytes) {
    const std::size_t little = usualOf(bytes, 1), big = usualOf(bytes, 0);
    if (bytes.size() % 2 != 0 || little == big)
        return std::nullopt;
    const std::string encoding = little > big ? "utf-16le" : "utf-16be";
    Converted converted = convertText(bytes, encoding);
    if (converted.wrongByte || hasControls(converted.text))
        return std::nullopt;
    return decodedFrom(std::move(converted.text), encoding);
}

/// UTF-8 in which few places are broken: cut off, or glued together of two texts.
std::optional<DecodedText> mended(std::string_view bytes) {
    std::size_t sound = 0, broken = 0;
    std::string text;
    for (std::string_view rest = bytes; !rest.empty();) {
        const std::size_t valid = validUtf8Prefix(rest);
        for (const char c : rest.substr(0, valid))
            sound += (static_cast<unsigned char>(c) & 0xC0U) == 0xC0U ? 1U : 0U;
        text += rest.substr(0, valid);
        rest.remove_prefix(valid);
        if (rest.empty())
            break;
        ++broken;
        text += "\xEF\xBF\xBD"; // U+FFFD
        do
            rest.remove_prefix(1);
        while (!rest.empty() && (static_cast<unsigned char>(rest.front()) & 0xC0U) == 0x80U);
    }
    if (sound < broken * soundPerBroken)
        return std::nullopt;
    return DecodedText{std::move(text), "utf-8", "broken-utf-8:" + std::to_string(broken)};
}

/// What nothing points at: Western European when it reads like that, for the analyst to look at.
std::optional<DecodedText> western(std::string_view bytes) {
    const auto plain = std::count_if(bytes.begin(), bytes.end(), [](char c) { return c >= 0; });
    Converted converted = convertText(bytes, "windows-1252");
    if (converted.wrongByte || hasControls(converted.text) || static_cast<std::size_t>(plain) * 10 < bytes.size() * 7)
        return std::nullopt;
    return decodedFrom(std::move(converted.text), "windows-1252", "encoding-guessed:");
}

} // namespace

Result<DecodedText> decodeText(std::string_view bytes, const std::string& fileName, const std::string& declared) {
    for (const Mark& mark : marks)
        if (bytes.starts_with(mark.bytes)) {
            Converted converted = convertText(bytes.substr(mark.bytes.size()), std::string(mark.encoding));
            if (!converted.wrongByte)
                return decodedFrom(std::move(converted.text), std::string(mark.encoding));
            if (mark.encoding != "utf-8")
                return Error(ErrorCode::notUtf8, fileName, {std::to_string(mark.bytes.size() + *converted.wrongByte)});
            bytes.remove_prefix(mark.bytes.size());
        }
    if (bytes.find('\0') != std::string_view::npos) {
        if (std::optional<DecodedText> text = markless(bytes))
            return std::move(*text);
        return Error(ErrorCode::importFailed, fileName, {"it holds zero bytes, so it is no text"});
    }
    const std::size_t valid = validUtf8Prefix(bytes);
    const bool isEscaped = bytes.find("\x1B$") != std::string_view::npos; // ISO 2022: other alphabets in ASCII bytes
    if (valid == bytes.size() && !isEscaped)
        return DecodedText{std::string(bytes), "utf-8", {}};
    for (const std::string& encoding : {standardName(lowerCase(declared)), std::string(isEscaped ? "iso-2022-jp" : "")})
        if (Converted converted = convertText(bytes, encoding); !encoding.empty() && !converted.wrongByte)
            return decodedFrom(std::move(converted.text), encoding);
    if (std::optional<DecodedText> text = mended(bytes))
        return std::move(*text);
    if (const std::string encoding = detectedEncoding(bytes); !encoding.empty())
        if (Converted converted = convertText(bytes, encoding); !converted.wrongByte)
            return decodedFrom(std::move(converted.text), encoding);
    if (std::optional<DecodedText> text = western(bytes))
        return std::move(*text);
    return Error(ErrorCode::notUtf8, fileName, {std::to_string(valid)});
}

Result<DecodedText> decodeTextAs(std::string_view bytes, const std::string& fileName, const std::string& encoding) {
    const std::string name = standardName(lowerCase(encoding));
    std::size_t skipped = 0;
    for (const Mark& mark : marks)
        if (mark.encoding == name && bytes.starts_with(mark.bytes))
            skipped = mark.bytes.size();
    Converted converted = convertText(bytes.substr(skipped), name);
    if (converted.wrongByte)
        return Error(ErrorCode::encodingUnfit, fileName, {encoding, std::to_string(skipped + *converted.wrongByte)});
    return DecodedText{std::move(converted.text), name, {}};
}

std::span<const std::string_view> encodings() { return offered; }

} // namespace assay
