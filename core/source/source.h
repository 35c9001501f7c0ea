// Source: a frozen text with its bibliographic facts. The text never changes; a changed page is a new source.
#pragma once

#include "core/base/extra.h"
#include "core/base/ids.h"
#include "core/source/text_range.h"

#include <optional>
#include <string>
#include <vector>

namespace assay {

struct Source {
    SourceId id;
    std::string title;
    std::string publisher;
    std::vector<std::string> authors;
    std::string published; ///< ISO date, may be shortened ("2025-01"); empty = not known
    std::string accessed;  ///< ISO date
    std::string url;       ///< shown, never fetched
    std::string language;  ///< "en", "ko", ...
    std::string mediaType; ///< of the original, e.g. "text/plain"
    std::string encoding;  ///< the original was decoded from, "utf-8", "windows-1252"; empty: not known, or a PDF
    std::string sha256;    ///< of the original bytes
    std::string original;  ///< those bytes in base64; empty: not kept, or the text itself (see keptOriginal)
    std::string digestOf;  ///< not empty: the text is Assay's digest of this work, in our own words
    std::string note;
    std::optional<SourceId> replaces; ///< the older version of the same page
    std::vector<TextRange> quiet;     ///< what is not the page's own words: menus, buttons, footers; ascending, apart
    std::string text;                 ///< frozen, UTF-8; every anchor counts its code points
    std::vector<TextRange> dismissed; ///< numbers that the analyst says are no claims; by start
    Extra extra;
    bool operator==(const Source&) const = default;
};

} // namespace assay
