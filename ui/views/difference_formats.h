// How differences between two wordings look: colours are never the only mark. Knows no document.
#pragma once

#include "core/source/text_difference.h"

#include <QtGui/QTextCharFormat>

class QPalette;
class QTextCursor;

namespace assay {

struct DifferenceFormats {
    explicit DifferenceFormats(const QPalette& palette);
    const QTextCharFormat& of(PartKind kind) const;

    QTextCharFormat same;
    QTextCharFormat removed; ///< struck out
    QTextCharFormat added;   ///< underlined
    QTextCharFormat quiet;   ///< what is said about the texts
};

void insertParts(QTextCursor& cursor, const std::vector<DifferencePart>& parts, const DifferenceFormats& formats);

} // namespace assay
