// LinkedMentions: what the arrows say and where they lead.
#include "ui/views/linked_mentions.h"

#include "ui/text/finding_text.h"
#include "ui/text/utf8_text.h"
#include "ui/views/source_margin.h"
#include "ui/views/source_text.h"

#include <QtWidgets/QMenu>

#include <algorithm>

namespace assay {

namespace {

constexpr std::size_t mostTold = 4; // lines of a tip
constexpr int longestQuote = 60;    // characters in a menu

const Mention* mentionOf(const Document& document, const RelatedMention& related) {
    const Claim* claim = find(document.claims, related.claim);
    if (!claim)
        return nullptr;
    const auto found = std::find_if(claim->mentions.begin(), claim->mentions.end(),
                                    [&](const Mention& mention) { return mention.id == related.mention; });
    return found == claim->mentions.end() ? nullptr : &*found;
}

} // namespace

LinkedMentions::LinkedMentions(DocumentStore& store, Selection& selection, SourceText& text, QObject* parent)
    : QObject(parent),
      m_store(store),
      m_selection(selection),
      m_text(text) {
    connect(&text.margin(), &SourceMargin::clicked, this, &LinkedMentions::goFrom);
}

void LinkedMentions::refresh() {
    const auto& source = m_selection.now().source;
    m_related = source ? relatedMentions(m_store.document(), *source) : decltype(m_related)();
    std::vector<MarginArrow> arrows;
    for (const TextMark& mark : m_text.marks()) {
        const auto related = m_related.find(mark.mention);
        if (related == m_related.end())
            continue;
        QStringList lines;
        for (std::size_t i = 0; i < std::min(related->second.size(), mostTold); ++i)
            lines += lineOf(related->second[i]);
        if (related->second.size() > mostTold)
            lines += tr("and %1 more").arg(related->second.size() - mostTold);
        arrows.push_back(MarginArrow{mark.mention, mark.start, lines.join(QLatin1Char('\n'))});
    }
    m_text.margin().setArrows(std::move(arrows));
}

QString LinkedMentions::lineOf(const RelatedMention& related) const {
    const Mention* mention = mentionOf(m_store.document(), related);
    const Source* source = assay::find(m_store.document().sources, related.source);
    QString quote = mention ? text(mention->anchor.quote).simplified() : QString();
    if (quote.size() > longestQuote)
        quote = quote.left(longestQuote).trimmed() + QChar(0x2026);
    const QString relation = related.link ? linkTypeName(*related.link) : tr("same claim");
    return tr("%1: \u201C%2\u201D \u2013 %3").arg(relation, quote, source ? text(source->title) : QString());
}

void LinkedMentions::go() {
    const auto& mention = m_selection.now().mention;
    if (!mention || !m_related.contains(*mention)) {
        emit nothingLinked();
        return;
    }
    const auto& arrows = m_text.margin().arrows();
    const auto arrow =
        std::find_if(arrows.begin(), arrows.end(), [&](const MarginArrow& each) { return each.mention == *mention; });
    const QRect words = arrow == arrows.end() ? QRect() : m_text.rectOf(TextRange{arrow->at, arrow->at});
    goFrom(*mention, m_text.viewport()->mapToGlobal(words.bottomLeft()));
}

void LinkedMentions::goFrom(const MentionId& mention, const QPoint& global) {
    const auto found = m_related.find(mention);
    if (found == m_related.end())
        return;
    const std::vector<RelatedMention> related = found->second; // going there changes the map
    if (related.size() == 1)
        m_selection.selectMention(related.front().claim, related.front().mention);
    else
        offer(related, global);
}

void LinkedMentions::offer(const std::vector<RelatedMention>& related, const QPoint& global) {
    auto* menu = new QMenu(&m_text);
    menu->setObjectName(QStringLiteral("linkedMentions"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const RelatedMention& each : related)
        menu->addAction(lineOf(each).replace(QLatin1Char('&'), QStringLiteral("&&")), this,
                        [this, each] { m_selection.selectMention(each.claim, each.mention); });
    menu->popup(global);
    menu->setActiveAction(menu->actions().constFirst());
}

} // namespace assay
