// The shipped words of the scales, translated, and the project's own in their place.
#include "ui/text/grade_words.h"

#include "core/claims/grade.h"
#include "core/document/words.h"
#include "ui/text/utf8_text.h"

#include <QtCore/QCoreApplication>

namespace assay {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("GradeWords", text); }

/// The words of a project's row; empty: it has none that fit.
QStringList ownWords(const Rows<GradeScale>& own, std::string_view scale) {
    const GradeScale* row = find(own, GradeScaleId{std::string(scale)});
    QStringList words;
    if (row && static_cast<qsizetype>(row->words.size()) == shippedWords(scale).size())
        for (const std::string& word : row->words)
            words += text(word);
    return words;
}

/// What a grade's field holds for a step.
int valueOf(std::string_view scale, std::size_t step) {
    const int number = static_cast<int>(step);
    if (scale == reliabilityScale)
        return 'A' + number;
    if (scale == credibilityScale)
        return '1' + number;
    return scale == likelihoodScale ? number + 1 : static_cast<int>(ConfidenceLevel::high) - number;
}

} // namespace

QStringList shippedWords(std::string_view scale) {
    if (scale == reliabilityScale)
        return {tr("completely reliable"),  tr("usually reliable"), tr("fairly reliable"),
                tr("not usually reliable"), tr("unreliable"),       tr("cannot be judged")};
    if (scale == credibilityScale)
        return {tr("confirmed by others"), tr("probably true"),   tr("possibly true"), tr("doubtful"),
                tr("improbable"),          tr("cannot be judged")};
    if (scale == likelihoodScale)
        return {tr("almost no chance"), tr("very unlikely"), tr("unlikely"),      tr("roughly even chance"),
                tr("likely"),           tr("very likely"),   tr("almost certain")};
    return {tr("high"), tr("moderate"), tr("low")};
}

QString stepMark(std::string_view scale, std::size_t step) {
    if (scale == reliabilityScale || scale == credibilityScale)
        return QString(QChar(valueOf(scale, step)));
    if (scale == likelihoodScale)
        return text(wordOf(static_cast<LikelihoodBand>(valueOf(scale, step)))) + QStringLiteral(" %");
    return QString::number(step + 1);
}

std::vector<GradeChoice> gradeChoices(const Rows<GradeScale>& own, std::string_view scale) {
    const bool isLetter = scale == reliabilityScale || scale == credibilityScale;
    QStringList words = ownWords(own, scale);
    if (words.isEmpty())
        words = shippedWords(scale);
    std::vector<GradeChoice> choices{{isLetter ? tr("not graded") : tr("not judged"), isLetter ? '-' : 0}};
    for (qsizetype i = 0; i < words.size(); ++i) {
        const auto step = static_cast<std::size_t>(i);
        const QString mark = stepMark(scale, step);
        choices.push_back({isLetter                   ? tr("%1: %2").arg(mark, words[i])
                           : scale == likelihoodScale ? tr("%1 (%2)").arg(words[i], mark)
                                                      : words[i],
                           valueOf(scale, step)});
    }
    return choices;
}

QString scaleTitle(std::string_view scale) {
    if (scale == reliabilityScale)
        return tr("Reliability of the source");
    if (scale == credibilityScale)
        return tr("Credibility of the information");
    return scale == likelihoodScale ? tr("Likelihood") : tr("Confidence");
}

QString scaleHelp(std::string_view scale) {
    if (scale == reliabilityScale)
        return tr("How far the source is to be trusted on this topic. Admiralty code, NATO STANAG 2511.");
    if (scale == credibilityScale)
        return tr("How well the information is borne out. Admiralty code, NATO STANAG 2511: confirmed means by other, "
                  "independent sources.");
    if (scale == likelihoodScale)
        return tr("How likely it is that the claim is true. ICD 203 of 2015 has two rows of words for its bands: use "
                  "one of them, never both.");
    return tr("How firm the judgement is, apart from how likely the claim is (ICD 203).");
}

QString levelText(MentionLevel level) {
    switch (level) {
    case MentionLevel::textual: return tr("the words say it");
    case MentionLevel::interpretive: return tr("read as saying it");
    case MentionLevel::inferential: return tr("follows from the words");
    }
    return {};
}

QString speakerKindText(SpeakerKind kind) {
    switch (kind) {
    case SpeakerKind::unknown: return tr("not known");
    case SpeakerKind::person: return tr("person");
    case SpeakerKind::organisation: return tr("organisation");
    }
    return {};
}

} // namespace assay
