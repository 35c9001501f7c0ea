// One table of columns, and one function a kind of text.
#include "ui/models/claim_columns.h"

#include "core/document/words.h"
#include "ui/text/claim_text.h"
#include "ui/text/utf8_text.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QLocale>
#include <QtCore/QStringList>

#include <algorithm>

namespace assay {

namespace {

QString tr(const char* words) { return QCoreApplication::translate("ClaimColumns", words); }

std::vector<ClaimColumnKind> columnsNow() {
    const Qt::Alignment right = Qt::AlignRight | Qt::AlignVCenter, middle = Qt::AlignHCenter | Qt::AlignVCenter,
                        left = Qt::AlignLeft | Qt::AlignVCenter;
    using Key = FilterKey;
    using Field = ClaimField;
    return {
        {"conflict", QStringLiteral("\u2260"), tr("Open errors and conflicts; see Findings"), 2, {}, {}, middle},
        {"subject", tr("Subject"), tr("What the claim is about"), 11, Key::subject, Field::subject, left},
        {"attribute", tr("Attribute"), tr("Which property of it"), 16, Key::attribute, Field::attribute, left},
        {"written",
         tr("As written"),
         tr("The number as the source wrote it; ? marks what is not verified"),
         16,
         {},
         Field::quantity,
         right},
        {"value",
         tr("Value"),
         tr("The number as Assay reads it, money in dollars of its date; sorts across units and currencies"),
         15,
         {},
         {},
         right},
        {"bound", tr("Bound"), tr("= exact, ~ about, < > one end only, range, vague"), 8, Key::bound, {}, middle},
        {"asOf", tr("As of"), tr("The date the claim is about"), 13, Key::asOf, Field::asOf, left},
        {"originator", tr("Originator"), tr("Who said it first"), 16, Key::originator, {}, left},
        {"chain", tr("Chain"), tr("From who said it first to who published it"), 22, Key::chain, {}, left},
        {"sources",
         tr("Sources"),
         tr("How many sources mention it, and how many independent originators they go back to"),
         9,
         {},
         {},
         right},
        {"grade", tr("Grade"), tr("Reliability of the source, credibility of the information"), 6, Key::grade,
         Field::grade, middle},
        {"links", tr("Links"), tr("Links to other claims"), 12, {}, {}, left},
        {"use", tr("Used in"), tr("Scenarios that an input takes it from"), 14, {}, {}, left},
        {"assessment", tr("Assessment"), tr("What the analyst concludes"), 15, {}, Field::assessment, left},
        {"verified", tr("Verified"), tr("Whether a primary source confirms it"), 13, {}, Field::verified, left},
        {"statement", tr("Statement"), tr("The claim in one sentence"), 30, Key::statement, Field::statement, left,
         true},
        {"scope", tr("Scope"), tr("What the number covers"), 16, Key::scope, Field::scope, left, true},
        {"note", tr("Note"), tr("The analyst's note"), 24, Key::note, Field::note, left, true},
    };
}

QString joined(const std::vector<std::string>& texts) {
    QStringList list;
    for (const std::string& each : texts)
        list += text(each);
    return list.join(QStringLiteral(", "));
}

QString writtenText(const Claim& claim) {
    if (!claim.quantity)
        return QStringLiteral("\u2013");
    const QString written = text(claim.quantity->text);
    return claim.verified == Verified::yes ? written : written + QStringLiteral(" ?");
}

QString valueText(const ClaimContext& context, const Claim& claim) {
    if (!claim.quantity)
        return {};
    const ComparableNumber number = context.comparable(*claim.quantity, context.dateOf(claim));
    const QString shown = normalisedText(number.shown);
    if (number.rate)
        return QStringLiteral("\u2248 ") + shown;
    return number.currency.empty() ? shown : tr("%1, no rate").arg(shown);
}

QString valueHelp(const ClaimContext& context, const Claim& claim) {
    if (!claim.quantity)
        return tr("A claim in words only: it comes last whichever way the table is sorted.");
    const std::string date = context.dateOf(claim);
    const ComparableNumber number = context.comparable(*claim.quantity, date);
    const QString own = normalisedText(*claim.quantity);
    if (number.rate)
        return tr("%1 at %2 %3 to the dollar, %4")
            .arg(own, QLocale().toString(number.rate->rate, 'g', 6), text(number.currency),
                 text(describeRate(*number.rate)));
    if (number.currency.empty())
        return text(claim.statement);
    return date.empty()
               ? tr("The claim has no date, so there is no rate for %1: it sorts by itself.").arg(text(number.currency))
               : tr("There is no rate for %1 of %2: it sorts by itself.").arg(text(number.currency), text(date));
}

QString chainText(const ClaimContext& context, const Claim& claim) {
    QStringList chains;
    for (const Mention& mention : claim.mentions)
        if (const QString chain = text(context.chain(mention)); !chain.isEmpty() && !chains.contains(chain))
            chains += chain;
    if (chains.size() < 2)
        return chains.join(QString());
    return tr("%1 (and %2 more)").arg(chains.first()).arg(chains.size() - 1);
}

QString sourcesText(const ClaimContext& context, const Claim& claim) {
    const auto count = static_cast<qlonglong>(context.sources(claim).size());
    const QString origins = QString::number(context.independentOriginators(claim));
    const QString sources = context.onlyDigests(claim) ? tr("%1 digest").arg(count) : QString::number(count);
    return sources + QStringLiteral(" / ") + origins;
}

QString sourcesHelp(const ClaimContext& context, const Claim& claim) {
    QStringList lines;
    if (context.onlyDigests(claim))
        lines += tr("Read in digests by Assay only:");
    for (const std::string_view title : context.sources(claim))
        lines += text(title);
    lines += tr("Independent originators: %1").arg(context.independentOriginators(claim));
    return lines.join(QLatin1Char('\n'));
}

QString statementHelp(const Claim& claim) {
    QStringList lines{text(claim.statement)};
    if (!claim.scope.empty())
        lines += tr("Scope: %1").arg(text(claim.scope));
    if (claim.verified != Verified::yes)
        lines += verifiedHelp(claim.verified);
    return lines.join(QLatin1Char('\n'));
}

QString linksText(const ClaimContext& context, const Claim& claim) {
    QStringList words;
    for (const std::string& type : claimTexts(context, claim, FilterKey::link))
        if (const QString word = text(type); !words.contains(word))
            words += word;
    return words.join(QStringLiteral(", "));
}

QString linksHelp(const ClaimContext& context, const Claim& claim) {
    QStringList lines;
    for (const Link* link : context.links(claim))
        lines += QStringLiteral("%1 %2 %3").arg(text(link->from.value), text(wordOf(link->type)), text(link->to.value));
    return lines.join(QLatin1Char('\n'));
}

} // namespace

const ClaimColumnKind& claimColumn(ClaimColumn column) {
    static std::vector<ClaimColumnKind> columns;
    static QString language; // the words follow the application's translation
    if (const QString now = tr("Subject"); columns.empty() || language != now) {
        columns = columnsNow();
        language = now;
    }
    return columns[static_cast<std::size_t>(column)];
}

std::optional<ClaimColumn> claimColumnNamed(std::string_view name) {
    for (int i = 0; i < claimColumnCount; ++i)
        if (const auto column = static_cast<ClaimColumn>(i); claimColumn(column).name == name)
            return column;
    return std::nullopt;
}

QString claimCell(const ClaimContext& context, const Claim& claim, ClaimColumn column) {
    switch (column) {
    case ClaimColumn::conflict: return {};
    case ClaimColumn::subject: return text(claim.subject);
    case ClaimColumn::attribute: return text(context.attribute(claim));
    case ClaimColumn::written: return writtenText(claim);
    case ClaimColumn::value: return valueText(context, claim);
    case ClaimColumn::bound: return claim.quantity ? text(boundText(claim.quantity->bound)) : QString();
    case ClaimColumn::asOf: return text(claim.asOf);
    case ClaimColumn::originator: return joined(claimTexts(context, claim, FilterKey::originator));
    case ClaimColumn::chain: return chainText(context, claim);
    case ClaimColumn::sources: return sourcesText(context, claim);
    case ClaimColumn::grade: return text(claimFieldText({}, claim, ClaimField::grade));
    case ClaimColumn::links: return linksText(context, claim);
    case ClaimColumn::use: return joined(context.scenarios(claim));
    case ClaimColumn::assessment: return assessmentText(claim.assessment);
    case ClaimColumn::verified: {
        const QString word = verifiedText(claim.verified);
        return claim.verified == Verified::yes ? word : QStringLiteral("? ") + word;
    }
    case ClaimColumn::statement: return text(claim.statement);
    case ClaimColumn::scope: return text(claim.scope);
    case ClaimColumn::note: return text(claim.note).simplified();
    }
    return {};
}

QString claimCellHelp(const ClaimContext& context, const Claim& claim, ClaimColumn column) {
    switch (column) {
    case ClaimColumn::value: return valueHelp(context, claim);
    case ClaimColumn::originator:
    case ClaimColumn::chain: {
        QStringList chains;
        for (const Mention& mention : claim.mentions)
            chains += text(context.chain(mention));
        chains.removeDuplicates();
        return chains.join(QLatin1Char('\n'));
    }
    case ClaimColumn::sources: return sourcesHelp(context, claim);
    case ClaimColumn::grade:
        return reliabilityText(claim.grade.reliability) + QLatin1Char('\n') + credibilityText(claim.grade.credibility);
    case ClaimColumn::links: return linksHelp(context, claim);
    case ClaimColumn::verified: return verifiedHelp(claim.verified);
    case ClaimColumn::subject:
    case ClaimColumn::attribute:
    case ClaimColumn::written: return statementHelp(claim);
    case ClaimColumn::note: return text(claim.note);
    default: return {};
    }
}

std::optional<double> claimNumber(const ClaimContext& context, const Claim& claim, ClaimColumn column) {
    switch (column) {
    case ClaimColumn::sources: {
        constexpr double above = 1e4; // sources count first, originators among as many
        return double(context.sources(claim).size()) * above + double(context.independentOriginators(claim));
    }
    case ClaimColumn::links: {
        const std::size_t count = context.links(claim).size();
        return count == 0 ? std::nullopt : std::optional(double(count));
    }
    case ClaimColumn::use: {
        const std::size_t count = context.scenarios(claim).size();
        return count == 0 ? std::nullopt : std::optional(double(count));
    }
    case ClaimColumn::assessment: return double(claim.assessment);
    case ClaimColumn::verified: return double(claim.verified);
    default: return std::nullopt;
    }
}

} // namespace assay
