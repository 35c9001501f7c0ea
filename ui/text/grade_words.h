// Words for grades, mention levels and kinds of speaker: the project's own where it has some, else the shipped ones
// translated. Knows no widget.
#pragma once

#include "core/document/document.h"

#include <QtCore/QString>
#include <QtCore/QStringList>

#include <array>
#include <string_view>
#include <vector>

namespace assay {

inline constexpr std::array mentionLevels{MentionLevel::textual, MentionLevel::interpretive, MentionLevel::inferential};
inline constexpr std::array speakerKinds{SpeakerKind::unknown, SpeakerKind::person, SpeakerKind::organisation};

/// One thing a grade can say on a scale; `value` is what the grade's field holds, a character for letter and digit.
struct GradeChoice {
    QString words; ///< "B: usually reliable", "likely (55-80 %)", "not graded"
    int value = 0;
};
/// "Not graded" first, then the steps in the scale's order.
std::vector<GradeChoice> gradeChoices(const Rows<GradeScale>& own, std::string_view scale);

QString scaleTitle(std::string_view scale); ///< "Reliability of the source"
QString scaleHelp(std::string_view scale);  ///< what it is about and where its words come from
QStringList shippedWords(std::string_view scale);
/// "A", "1", "1-5 %", "1": what stands before a step's word.
QString stepMark(std::string_view scale, std::size_t step);

QString levelText(MentionLevel level);
QString speakerKindText(SpeakerKind kind);

} // namespace assay
