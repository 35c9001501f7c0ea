// Anchors by position and by exact words; finding changed words again is core/source/reanchor. Offsets are code points.
#include "core/source/anchor.h"

#include "core/base/utf8.h"

namespace assay {
namespace {

constexpr std::size_t contextLength = 32; // code points, as the W3C Web Annotation model's examples and Hypothesis use

/// start <= end, both byte offsets of characters in the text.
Anchor anchorOfBytes(const Source& source, std::size_t startByte, std::size_t endByte) {
    const std::string_view text = source.text;
    const std::size_t start = codePointCount(text.substr(0, startByte));
    const std::string_view quote = text.substr(startByte, endByte - startByte);
    const std::size_t before = start > contextLength ? start - contextLength : 0;
    return Anchor{.source = source.id,
                  .start = start,
                  .end = start + codePointCount(quote),
                  .quote = std::string(quote),
                  .prefix = std::string(codePoints(text.substr(0, startByte), before, start)),
                  .suffix = std::string(codePoints(text.substr(endByte), 0, contextLength))};
}

Error outside(const Source& source, std::string_view key, std::string value, std::string allowed) {
    return Error(ErrorCode::fieldValue, source.id.value, {std::string(key), std::move(value), std::move(allowed)});
}

} // namespace

Result<Anchor> makeAnchor(const Source& source, std::size_t start, std::size_t end) {
    const std::size_t count = codePointCount(source.text);
    if (start >= end || end > count)
        return outside(source, "end", std::to_string(start) + ".." + std::to_string(end),
                       "0.." + std::to_string(count));
    const std::size_t startByte = byteOffset(source.text, start);
    const std::string_view rest = std::string_view(source.text).substr(startByte);
    return anchorOfBytes(source, startByte, startByte + byteOffset(rest, end - start));
}

Result<Anchor> anchorOfQuote(const Source& source, std::string_view quote, std::size_t occurrence) {
    std::size_t at = quote.empty() ? std::string::npos : source.text.find(quote);
    for (std::size_t i = 0; i < occurrence && at != std::string::npos; ++i)
        at = source.text.find(quote, at + 1);
    if (at == std::string::npos)
        return outside(source, "quote", std::string(quote), "words of the source");
    return anchorOfBytes(source, at, at + quote.size());
}

bool isAnchored(const Source& source, const Anchor& anchor) {
    return source.id == anchor.source && anchor.start < anchor.end
           && codePoints(source.text, anchor.start, anchor.end) == anchor.quote;
}

} // namespace assay
