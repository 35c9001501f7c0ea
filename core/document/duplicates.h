// Imported sources that the project has already, or nearly: pointed out so that the analyst can choose, never merged by
// themselves.
#pragma once

#include "core/document/document.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace assay {

struct Duplicate {
    std::size_t imported = 0;       ///< index of the one that came
    std::optional<SourceId> source; ///< the one of the project that it is alike; none:
    std::size_t earlier = 0;        ///< it is alike this one of those that came with it
    double alike = 1.0;             ///< likeness of the texts
    bool isSame = false;            ///< the same original, or the same text
    bool operator==(const Duplicate&) const = default;
};

/// Of each imported source the one it is most alike, if one is at least nearly the same: of the project before those
/// that came with it. A newer text from the address of a source is no duplicate but its next version. `skipped`: the
/// indices of those that are said to be newer versions of a source; they are compared with nothing.
std::vector<Duplicate> findDuplicates(const Document& document, const Rows<Source>& imported,
                                      const std::vector<std::size_t>& skipped = {});

inline constexpr std::size_t mostOriginals = std::size_t{256} << 20; ///< bytes of base64: half of a project file

/// True when the project can keep this original too and still be saved and opened.
bool hasRoomForOriginal(const Document& document, const Source& imported);

} // namespace assay
