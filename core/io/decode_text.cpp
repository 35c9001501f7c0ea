// Byte order marks by hand, legacy encodings by ICU's detector and converters.
#include "core/io/decode_text.h"

#include "core/base/utf8.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/ustring.h>

namespace assay {
namespace {

constexpr std::int32_t leastConfidence = 30; // of 100; below it ICU's guesses at short texts are mostly wrong
constexpr std::size_t mostExamined = std::size_t{64} << 10; // bytes: enough for letter statistics

struct Mark {
    std::string_view bytes;
    const char* encoding;
};
constexpr Mark marks[] = {{"\xEF\xBB\xBF", "utf-8"}, {"\xFF\xFE", "utf-16le"}, {"\xFE\xFF", "utf-16be"}};

/// Strict: a byte sequence that the encoding does not have is a failure, not a replacement character.
std::optional<std::string> convert(std::string_view bytes, const std::string& encoding) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, decltype(&ucnv_close)> from(ucnv_open(encoding.c_str(), &status), ucnv_close);
    if (U_FAILURE(status))
        return std::nullopt;
    ucnv_setToUCallBack(from.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    if (bytes.size() > (std::size_t{1} << 30)) // ICU counts in 32 bits
        return std::nullopt;
    std::u16string text(bytes.size() + 1, u'\0'); // no encoding has more UTF-16 units than bytes
    const std::int32_t length = ucnv_toUChars(from.get(), text.data(), static_cast<std::int32_t>(text.size()),
                                              bytes.data(), static_cast<std::int32_t>(bytes.size()), &status);
    if (U_FAILURE(status))
        return std::nullopt;
    std::string result(static_cast<std::size_t>(length) * 3, '\0');
    std::int32_t size = 0;
    u_strToUTF8(result.data(), static_cast<std::int32_t>(result.size()), &size, text.data(), length, &status);
    result.resize(U_FAILURE(status) ? 0 : static_cast<std::size_t>(size));
    return U_FAILURE(status) ? std::nullopt : std::optional(std::move(result));
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
    return U_FAILURE(status) ? std::string() : std::string(name);
}

std::string lowerCase(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return text;
}

} // namespace

Result<DecodedText> decodeText(std::string_view bytes, const std::string& fileName, const std::string& declared) {
    for (const Mark& mark : marks) {
        if (!bytes.starts_with(mark.bytes))
            continue;
        if (std::optional<std::string> text = convert(bytes.substr(mark.bytes.size()), mark.encoding))
            return DecodedText{std::move(*text), mark.encoding};
        return Error(ErrorCode::notUtf8, fileName, {std::to_string(mark.bytes.size())});
    }
    if (bytes.find('\0') != std::string_view::npos)
        return Error(ErrorCode::importFailed, fileName, {"it holds zero bytes, so it is no text"});
    const std::size_t valid = validUtf8Prefix(bytes);
    if (valid == bytes.size())
        return DecodedText{std::string(bytes), "utf-8"};
    for (const std::string& encoding : {declared, detectedEncoding(bytes)})
        if (!encoding.empty())
            if (std::optional<std::string> text = convert(bytes, encoding))
                return DecodedText{std::move(*text), lowerCase(encoding)};
    return Error(ErrorCode::notUtf8, fileName, {std::to_string(valid)});
}

} // namespace assay
