// Dated exchange rates from a local table; nothing is fetched. A missing day is said, never filled in silently.
#pragma once

#include "core/catalog/catalogs.h"

#include <optional>
#include <string>
#include <string_view>

namespace assay {

/// In order of how far the row is from what was asked for; monthOfDay: a day was asked for and no daily row is near.
enum class RateKind { daily, earlierDay, monthlyAverage, monthOfDay, earlierMonth };

struct DatedRate {
    double rate = 0;  ///< units of quote per unit of base
    std::string date; ///< of the row used
    RateKind kind = RateKind::daily;
    std::string source;
};

/// The rate on an ISO date: of that day, else of the last earlier day within a week, else the month's average, else
/// that of the last earlier month. A shortened date ("2025-01") asks for the month. None: no row, or a currency the
/// table has not.
std::optional<DatedRate> rateOn(std::string_view base, std::string_view quote, std::string_view date,
                                const Catalogs& catalogs = {});

/// "noon rate of 2025-01-27", "noon rate of 2025-01-24, the last earlier day in the table", "average of 2025-01".
std::string describeRate(const DatedRate& rate);

/// Why rateOn has none: "the table of rates begins with 2022-01", "the table of rates has no EUR", "no date is given",
/// "a year has no rate".
std::string whyNoRate(std::string_view base, std::string_view quote, std::string_view date,
                      const Catalogs& catalogs = {});

} // namespace assay
