// Each reason has one sentence that names the place in what was typed.
#include "ui/views/find_bar_text.h"

#include "core/base/utf8.h"
#include "ui/text/claim_text.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QLocale>

namespace assay {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("FindBar", text); }

struct KindTexts {
    const char* name;
    const char* label;
    const char* hint;
};

/// In the order of SearchKind.
constexpr std::array<KindTexts, 4> kindTexts{{
    {QT_TRANSLATE_NOOP("FindBar", "Text, as typed"), QT_TRANSLATE_NOOP("FindBar", "Text"),
     QT_TRANSLATE_NOOP("FindBar", "Text to find")},
    {QT_TRANSLATE_NOOP("FindBar", "Whole words"), QT_TRANSLATE_NOOP("FindBar", "Words"),
     QT_TRANSLATE_NOOP("FindBar", "Whole words to find")},
    {QT_TRANSLATE_NOOP("FindBar", "Regular expression"), QT_TRANSLATE_NOOP("FindBar", "Regex"),
     QT_TRANSLATE_NOOP("FindBar", "Regular expression, such as H\\d00")},
    {QT_TRANSLATE_NOOP("FindBar", "Quantity, however it is written"), QT_TRANSLATE_NOOP("FindBar", "Quantity"),
     QT_TRANSLATE_NOOP("FindBar", "USD 5M..7M, 50,000 GPUs, 20%")},
}};

const KindTexts& textsOf(SearchKind kind) { return kindTexts[static_cast<std::size_t>(kind)]; }

QString faultText(ExpressionFault fault) {
    switch (fault) {
    case ExpressionFault::parenthesis: return tr("a parenthesis has no partner");
    case ExpressionFault::bracket: return tr("a bracket is not closed");
    case ExpressionFault::escape: return tr("what follows the backslash means nothing");
    case ExpressionFault::property: return tr("there is no such class of characters");
    case ExpressionFault::repetition: return tr("the numbers in braces make no sense");
    case ExpressionFault::lookBehind: return tr("a look-behind must have a greatest length");
    case ExpressionFault::reference: return tr("there is no such group");
    case ExpressionFault::tooLong: return tr("it is too long");
    case ExpressionFault::syntax: break;
    }
    return tr("this can\u2019t stand here");
}

WantedNote quantityNote(const QString& wanted) {
    const Result<Quantity> quantity = readQuantity(wanted.toStdString());
    if (quantity)
        return {tr("Finds %1, however it is written.").arg(normalisedText(*quantity)), false};
    if (quantity.error().code == ErrorCode::quantityUnsure && quantity.error().details.size() == 3)
        return {tr("This can be read as %1 or as %2: type the one you mean.")
                    .arg(QString::fromStdString(quantity.error().details[1]),
                         QString::fromStdString(quantity.error().details[2])),
                true};
    return {tr("Not a quantity: type it like USD 5M..7M, 50,000 GPUs or 20%."), true};
}

} // namespace

QString searchKindName(SearchKind kind) { return tr(textsOf(kind).name); }
QString searchKindLabel(SearchKind kind) { return tr(textsOf(kind).label); }
QString searchKindHint(SearchKind kind) { return tr(textsOf(kind).hint); }

QString badExpressionText(const BadExpression& bad) {
    return tr("Not an expression, see character %1: %2.").arg(bad.column).arg(faultText(bad.fault));
}

WantedNote wantedNote(SearchKind kind, const QString& wanted) {
    if (wanted.isEmpty() || kind == SearchKind::words || kind == SearchKind::wholeWords)
        return {};
    if (kind == SearchKind::quantity)
        return quantityNote(wanted.trimmed());
    const std::optional<BadExpression> bad = faultOf(wanted.toStdString());
    return bad ? WantedNote{badExpressionText(*bad), true} : WantedNote{};
}

QString countText(const TextHits& hits, int hit) {
    const QLocale locale;
    const auto count = static_cast<int>(hits.ranges.size());
    if (count == 0)
        return tr("no hit");
    const QString all =
        hits.end == SearchEnd::tooMany ? tr("over %1").arg(locale.toString(count)) : locale.toString(count);
    if (hit >= 0)
        return tr("%1 of %2").arg(locale.toString(hit + 1), all);
    return count == 1 ? tr("1 hit") : tr("%1 hits").arg(all);
}

QString countText(const FoundInSources& found) {
    if (found.count == 0)
        return tr("no hit");
    const QLocale locale;
    const QString hits =
        found.count == 1 ? tr("1 hit") : tr("%1 hits").arg(locale.toString(static_cast<qulonglong>(found.count)));
    const auto sources = static_cast<int>(found.sources.size());
    return sources == 1 ? tr("%1 in 1 source").arg(hits) : tr("%1 in %2 sources").arg(hits, locale.toString(sources));
}

QString earlyEndText(const FoundInSources& found) {
    const auto left = static_cast<int>(found.sourcesLeft);
    if (found.end == SearchEnd::tooMany)
        return tr("Only the first %1 hits are listed: search for something longer.")
            .arg(QLocale().toString(static_cast<qulonglong>(SourceSearch::mostListed)));
    if (found.end != SearchEnd::tooCostly)
        return {};
    return left == 1 ? tr("This expression takes too long: the last source was not searched to its end.")
                     : tr("This expression takes too long: %1 sources were not searched to their end.").arg(left);
}

QString earlyEndText(const TextHits& hits, std::size_t codePoints) {
    if (hits.end != SearchEnd::tooCostly || codePoints == 0)
        return {};
    const auto share = static_cast<int>(hits.searchedTo * 100 / codePoints);
    return tr("This expression takes too long: only the first %1% of the text was searched.").arg(share);
}

} // namespace assay
