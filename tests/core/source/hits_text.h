// What a search found as text, for comparing in tests.
#pragma once

#include "core/source/text_hits.h"

#include <QtCore/QString>
#include <QtCore/QStringList>

namespace assay::test {

/// "3-7 12-16": the hits' code points.
inline QString placesText(const TextHits& hits) {
    QStringList places;
    for (const TextRange& range : hits.ranges)
        places += QStringLiteral("%1-%2").arg(range.start).arg(range.end);
    return places.join(QLatin1Char(' '));
}

} // namespace assay::test
