// DifferenceFormats: colours of the theme.
#include "ui/views/difference_formats.h"

#include "ui/text/utf8_text.h"
#include "ui/views/fonts.h"

#include <QtGui/QPalette>
#include <QtGui/QTextCursor>

namespace assay {

DifferenceFormats::DifferenceFormats(const QPalette& palette) {
    const QColor base = palette.color(QPalette::Base);
    const QColor away = refusedColor(palette), here = palette.color(QPalette::Link);
    removed.setFontStrikeOut(true);
    removed.setForeground(away);
    removed.setBackground(mixed(away, base, 0.08));
    added.setFontUnderline(true);
    added.setForeground(here);
    added.setBackground(mixed(here, base, 0.12));
    quiet.setForeground(palette.color(QPalette::PlaceholderText));
}

const QTextCharFormat& DifferenceFormats::of(PartKind kind) const {
    return kind == PartKind::removed ? removed : kind == PartKind::added ? added : same;
}

void insertParts(QTextCursor& cursor, const std::vector<DifferencePart>& parts, const DifferenceFormats& formats) {
    for (const DifferencePart& part : parts)
        cursor.insertText(text(part.text), formats.of(part.kind));
}

} // namespace assay
