// One sentence for each state of an anchor.
#include "ui/views/source_viewer_text.h"

#include "ui/text/utf8_text.h"

#include <QtCore/QCoreApplication>

namespace assay {

namespace {

constexpr int longestQuote = 90; // characters: about two lines of the viewer at 1280 x 800

QString tr(const char* text) { return QCoreApplication::translate("SourceViewer", text); }

QString quoted(const std::string& words) {
    QString plain = text(words).simplified();
    if (plain.size() > longestQuote)
        plain = plain.left(longestQuote / 2).trimmed() + QStringLiteral(" \u2026 ")
                + plain.right(longestQuote / 2).trimmed();
    return QStringLiteral("\u201C%1\u201D").arg(plain);
}

QString counted(int count, const char* one, const char* many) {
    return count == 1 ? tr(one) : QCoreApplication::translate("SourceViewer", many, nullptr, count);
}

QString versionText(const ImportReport::Version& version, const Document& document) {
    const Source* source = find(document.sources, version.source);
    const QString title = source ? text(source->title) : QString();
    if (version.carried + version.left == 0)
        return tr("Newer version of \u201C%1\u201D added; the older one is kept.").arg(title);
    const QString carried = counted(version.carried, QT_TRANSLATE_NOOP("SourceViewer", "1 mention moved over"),
                                    QT_TRANSLATE_NOOP("SourceViewer", "%n mentions moved over"));
    const QString left = counted(version.left, QT_TRANSLATE_NOOP("SourceViewer", "1 to look at above the text"),
                                 QT_TRANSLATE_NOOP("SourceViewer", "%n to look at above the text"));
    return version.left == 0 ? tr("Newer version of \u201C%1\u201D added: %2.").arg(title, carried)
                             : tr("Newer version of \u201C%1\u201D added: %2, %3.").arg(title, carried, left);
}

} // namespace

QString importText(const ImportReport& report, const Document& document) {
    QStringList sentences;
    const auto plain = static_cast<int>(report.added.size() - report.versions.size());
    if (plain > 0)
        sentences += counted(plain, QT_TRANSLATE_NOOP("SourceViewer", "1 source added."),
                             QT_TRANSLATE_NOOP("SourceViewer", "%n sources added."));
    for (const ImportReport::Version& version : report.versions)
        sentences += versionText(version, document);
    for (const SourceId& id : report.unchanged)
        if (const Source* source = find(document.sources, id))
            sentences +=
                tr("The text of \u201C%1\u201D is the same as before; nothing was added.").arg(text(source->title));
    return sentences.join(QLatin1Char(' '));
}

QString leftMentionText(const LeftMention& left) {
    const QString was = quoted(left.quote), now = quoted(left.now);
    switch (left.found.state) {
    case AnchorState::numberChanged: return tr("%1 reads %2 now: the number changed.").arg(was, now);
    case AnchorState::edited: return tr("%1 reads %2 now; the numbers are the same.").arg(was, now);
    case AnchorState::orphan: return tr("%1 is not in this text any more.").arg(was);
    default: break;
    }
    return tr("%1 stands here in %2 places.").arg(was).arg(left.found.rivals + 1);
}

} // namespace assay
