// Links, claims and mentions in one line each.
#include "ui/text/link_text.h"

#include "ui/text/finding_text.h"
#include "ui/text/utf8_text.h"

#include <QtCore/QCoreApplication>

namespace assay {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("LinkText", text); }

QString what(const Document& document, const ClaimId& id) {
    const Claim* claim = find(document.claims, id);
    return claim ? claimLine(*claim) : text(id.value);
}

} // namespace

QString linkWord(const Document& document, const Link& link) {
    const OwnLinkType* own = link.own ? find(document.linkTypes, *link.own) : nullptr;
    return own ? text(own->title) : linkTypeName(link.type);
}

QString linkLine(const Document& document, const Link& link, const ClaimId& of) {
    const QString word = linkWord(document, link);
    QString line = link.from == of ? tr("%1 %2").arg(word, what(document, link.to))
                                   : tr("\u2190 %1 this: %2").arg(word, what(document, link.from));
    if (!link.formula.empty())
        line += QStringLiteral(" (%1)").arg(text(link.formula));
    return link.note.empty() ? line : line + QStringLiteral(" \u2013 ") + text(link.note).simplified();
}

QString claimLine(const Claim& claim) {
    const QString words = text(claim.statement.empty() ? claim.subject : claim.statement).simplified();
    return words.isEmpty() ? text(claim.id.value) : text(claim.id.value) + QStringLiteral(" \u2013 ") + words;
}

QString mentionLine(const Document& document, const Mention& mention) {
    const Source* source = find(document.sources, mention.anchor.source);
    const QString words = QStringLiteral("\u201C%1\u201D").arg(text(mention.anchor.quote).simplified());
    return source ? words + QStringLiteral(" \u2013 ") + text(source->title) : words;
}

} // namespace assay
