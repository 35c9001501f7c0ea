// The dialog: one read-only text, one button. Colours are never the only mark.
#include "ui/views/source_viewer_difference.h"

#include "core/source/text_difference.h"
#include "ui/text/utf8_text.h"
#include "ui/views/difference_formats.h"
#include "ui/views/look.h"

#include <QtCore/QCoreApplication>
#include <QtGui/QTextCursor>
#include <QtWidgets/QDialog>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

namespace assay {

namespace {

constexpr std::size_t mostParagraphs = 2'000; // changed ones; nobody reads more

QString tr(const char* words) { return QCoreApplication::translate("TextDifference", words); }

QString unchangedText(std::size_t count) {
    return count == 1 ? tr("1 paragraph unchanged") : tr("%1 paragraphs unchanged").arg(count);
}

void write(QPlainTextEdit& view, const TextDifference& difference) {
    const DifferenceFormats formats(view.palette());
    QTextCursor cursor(view.document());
    cursor.beginEditBlock();
    const auto gap = [&](std::size_t count) {
        if (count > 0)
            cursor.insertText(unchangedText(count) + QStringLiteral("\n\n"), formats.quiet);
    };
    std::size_t shown = 0;
    for (const ChangedParagraph& paragraph : difference.paragraphs) {
        if (shown++ == mostParagraphs)
            break;
        gap(paragraph.unchangedBefore);
        insertParts(cursor, paragraph.parts, formats);
        cursor.insertText(QStringLiteral("\n\n"), formats.same);
    }
    if (difference.paragraphs.size() > mostParagraphs)
        cursor.insertText(tr("%1 more changed paragraphs").arg(difference.paragraphs.size() - mostParagraphs),
                          formats.quiet);
    else
        gap(difference.unchangedBehind);
    cursor.endEditBlock();
    view.moveCursor(QTextCursor::Start);
}

} // namespace

void showTextDifference(QWidget& window, const Source& older, const Source& newer) {
    auto* dialog = new QDialog(&window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("textDifference"));
    dialog->setWindowTitle(tr("What changed in \u201C%1\u201D").arg(text(newer.title).simplified()));
    auto* legend = new QLabel(tr("Struck out: only in the older text. Underlined: only in the newer one."));
    legend->setTextFormat(Qt::PlainText);
    legend->setWordWrap(true);
    auto* view = new QPlainTextEdit;
    view->setObjectName(QStringLiteral("textDifferenceText"));
    view->setAccessibleName(dialog->windowTitle());
    view->setReadOnly(true);
    view->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    view->setUndoRedoEnabled(false);
    view->document()->setDocumentMargin(largeGap);
    write(*view, textDifference(older.text, newer.text));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->button(QDialogButtonBox::Close)->setObjectName(QStringLiteral("textDifferenceClose"));
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    auto* rows = new QVBoxLayout(dialog);
    rows->setContentsMargins(largeGap, largeGap, largeGap, largeGap);
    rows->setSpacing(largeGap);
    rows->addWidget(legend);
    rows->addWidget(view, 1);
    rows->addWidget(buttons);
    dialog->resize(760, 560);
    dialog->show();
}

} // namespace assay
