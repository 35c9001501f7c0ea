// A fall of a share dated to a day without trading: the text's "the day before" has two readings.
#include "core/base/iso_date.h"
#include "core/claims/rules.h"

namespace assay {

std::vector<Finding> findDateNotes(const Evidence& evidence) {
    std::vector<Finding> findings;
    for (const Row<Claim>& claim : evidence.claims) {
        const auto day = calendarDay(claim->asOf);
        if (!day || !isWeekend(*day) || !isTradingDayAttribute(claim->attribute))
            continue;
        std::chrono::sys_days monday = *day;
        while (isWeekend(monday))
            monday += std::chrono::days(1);
        findings.push_back(makeFinding("date", FindingKind::date, Verdict::note, {&*claim},
                                       wordsAndPlace(evidence, *claim) + " is dated to " + isoDay(*day) + ", a "
                                           + std::string(weekdayName(*day))
                                           + " without trading. Readings: a wrong date, or " + isoDay(monday)
                                           + " at an earlier time than the close."));
    }
    return findings;
}

} // namespace assay
