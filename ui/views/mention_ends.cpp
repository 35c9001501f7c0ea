// MentionEnds: characters are grapheme clusters, as Qt's cursor counts them.
#include "ui/views/mention_ends.h"

#include "core/base/utf8.h"
#include "core/document/new_version.h"
#include "ui/text/utf8_text.h"

#include <QtCore/QTextBoundaryFinder>

#include <algorithm>

namespace assay {

namespace {

constexpr int runPause = 1'500;            // ms without a press that end a run
constexpr std::size_t longestCluster = 64; // code points looked at on each side: no cluster in use is longer

/// The character boundary after (by 1) or before (by -1) a code point of the text; itself at the text's ends.
std::size_t boundaryFrom(std::string_view utf8, std::size_t at, int by) {
    const std::size_t from = at - std::min(at, longestCluster);
    const QString before = text(codePoints(utf8, from, at));
    const QString near = before + text(codePoints(utf8, at, at + longestCluster));
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, near);
    finder.setPosition(before.size());
    const auto position = by > 0 ? finder.toNextBoundary() : finder.toPreviousBoundary();
    if (position < 0)
        return at;
    return from + static_cast<std::size_t>(near.left(position).toUcs4().size());
}

} // namespace

MentionEnds::MentionEnds(DocumentStore& store, Selection& selection, QObject* parent)
    : QObject(parent),
      m_store(store),
      m_selection(selection) {
    m_pause.setSingleShot(true);
    m_pause.setInterval(runPause);
    connect(&m_pause, &QTimer::timeout, this, [this] { m_store.endGesture(); });
    connect(&selection, &Selection::changed, this, [this](const Selected& before, const Selected& after) {
        if (before.mention != after.mention && m_pause.isActive()) {
            m_pause.stop();
            m_store.endGesture();
        }
    });
}

void MentionEnds::move(MentionEnd end, int by) {
    const auto claim = m_selection.claim();
    const auto& current = m_selection.now().mention;
    const Claim* row = claim ? assay::find(m_store.document().claims, *claim) : nullptr;
    const auto mention = row ? std::find_if(row->mentions.begin(), row->mentions.end(),
                                            [&](const Mention& each) { return each.id == current; })
                             : decltype(row->mentions.begin())();
    if (!row || mention == row->mentions.end()) {
        emit noMention();
        return;
    }
    const Anchor anchor = mention->anchor;
    const Source* source = assay::find(m_store.document().sources, anchor.source);
    if (!source)
        return;
    std::size_t start = anchor.start, stop = anchor.end;
    std::size_t& moved = end == MentionEnd::start ? start : stop;
    moved = boundaryFrom(source->text, moved, by);
    if (start >= stop)
        return;
    const QString key = QStringLiteral("ends/") + text(current->value);
    static_cast<void>(m_store.apply(tr("Move the ends of a mention"),
                                    moveMention(m_store.document(), *claim, *current, anchor.source, start, stop),
                                    key)); // the store tells
    m_pause.start();
}

} // namespace assay
