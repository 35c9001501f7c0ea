// WordingsView: a paragraph a wording.
#include "ui/views/wordings_view.h"

#include "core/source/text_difference.h"
#include "ui/text/utf8_text.h"
#include "ui/views/difference_formats.h"
#include "ui/views/fonts.h"
#include "ui/views/look.h"

#include <QtCore/QEvent>
#include <QtGui/QTextCursor>

namespace assay {

WordingsView::WordingsView(QWidget* parent) : QPlainTextEdit(parent) {
    setObjectName(QStringLiteral("wordings"));
    setAccessibleName(tr("Wordings of the claim"));
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setUndoRedoEnabled(false);
    setFrameShape(QFrame::NoFrame);
    document()->setDocumentMargin(largeGap);
}

void WordingsView::show(const Document& project, const std::vector<Wording>& wordings) {
    m_lines.clear();
    for (const Wording& wording : wordings) {
        const Source* source = assay::find(project.sources, wording.source);
        QString place = source ? text(source->publisher.empty() ? source->title : source->publisher).simplified()
                               : text(wording.source.value);
        if (source && !source->published.empty())
            place += QStringLiteral(", ") + text(source->published);
        m_lines.push_back(Line{place, wording.isQuotation, text(wording.words).simplified().toStdString()});
    }
    write();
}

void WordingsView::write() {
    clear();
    const DifferenceFormats formats(palette());
    QTextCharFormat place = formats.quiet;
    place.setFontWeight(QFont::DemiBold);
    QTextCursor cursor(document());
    cursor.beginEditBlock();
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        const Line& line = m_lines[i];
        if (i > 0)
            cursor.insertBlock();
        cursor.insertText(line.place + QStringLiteral("  "), place);
        const QString open = line.isQuotation ? QStringLiteral("\u201C") : QString();
        const QString close = line.isQuotation ? QStringLiteral("\u201D") : QString();
        cursor.insertText(open, formats.same);
        if (i == 0)
            cursor.insertText(text(line.words), formats.same);
        else
            insertParts(cursor, wordDifference(m_lines.front().words, line.words), formats);
        cursor.insertText(close, formats.same);
    }
    cursor.endEditBlock();
    moveCursor(QTextCursor::Start);
}

void WordingsView::changeEvent(QEvent* event) {
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        write();
}

} // namespace assay
