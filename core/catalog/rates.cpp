// Looks up dated rates in the fx catalogue, through the dollar.
#include "core/catalog/rates.h"

#include "core/base/iso_date.h"
#include "core/catalog/own_catalogs.h"

#include <algorithm>
#include <vector>

namespace assay {

namespace {

constexpr int daysBack = 7; // a rate older than a week is no rate of the day

std::vector<RateRow> readRates(const Catalogs& catalogs) {
    std::vector<RateRow> all;
    for (const TableRow& found : catalogs.rows("fx")) {
        const CatalogRow row(*found.table, *found.cells);
        all.push_back(RateRow{row.text("date"), row.text("quote_currency"), row.text("frequency") == "daily",
                              row.number("rate_quote_per_base").value_or(0), row.text("source")});
    }
    return all;
}

/// The last row of the currency and frequency that is not after `date`.
const RateRow* lastRow(const std::vector<RateRow>& rows, std::string_view quote, bool daily, std::string_view date) {
    const RateRow* best = nullptr;
    for (const RateRow& row : rows)
        if (row.rate > 0 && row.quote == quote && row.daily == daily && row.date <= date
            && (!best || row.date > best->date))
            best = &row;
    return best;
}

std::optional<DatedRate> perDollar(const std::vector<RateRow>& rows, std::string_view quote, std::string_view date) {
    if (quote == "USD")
        return DatedRate{1, std::string(date), RateKind::daily, "definition"};
    const auto day = calendarDay(date);
    if (day) {
        const RateRow* row = lastRow(rows, quote, true, isoDay(*day));
        if (row && row->date == isoDay(*day))
            return DatedRate{row->rate, row->date, RateKind::daily, row->source};
        if (row && *day - calendarDay(row->date).value_or(*day) <= std::chrono::days(daysBack))
            return DatedRate{row->rate, row->date, RateKind::earlierDay, row->source};
    }
    if (date.size() < 7)
        return std::nullopt; // a year has no rate
    const std::string month = std::string(date.substr(0, 7)) + "-01";
    const RateRow* row = lastRow(rows, quote, false, month);
    if (!row)
        return std::nullopt;
    const RateKind kind = row->date != month ? RateKind::earlierMonth
                          : day              ? RateKind::monthOfDay
                                             : RateKind::monthlyAverage;
    return DatedRate{row->rate, row->date.substr(0, 7), kind, row->source};
}

} // namespace

std::optional<DatedRate> rateOn(std::string_view base, std::string_view quote, std::string_view date,
                                const Catalogs& catalogs) {
    const std::vector<RateRow>& rows = typedRows(catalogs, "fx", &OwnCatalogs::rates, readRates);
    const auto from = perDollar(rows, base, date), to = perDollar(rows, quote, date);
    if (!from || !to)
        return std::nullopt;
    const DatedRate& stated = quote == "USD" ? *from : *to;
    return DatedRate{to->rate / from->rate, stated.date, std::max(from->kind, to->kind), stated.source};
}

std::string whyNoRate(std::string_view base, std::string_view quote, std::string_view date, const Catalogs& catalogs) {
    const std::vector<RateRow>& rows = typedRows(catalogs, "fx", &OwnCatalogs::rates, readRates);
    std::string begins;
    for (const std::string_view currency : {base, quote}) {
        std::string first;
        for (const RateRow& row : rows)
            if (row.quote == currency)
                first = first.empty() ? row.date : std::min(first, row.date);
        if (first.empty() && currency != "USD")
            return "the table of rates has no " + std::string(currency);
        begins = std::max(begins, first);
    }
    if (date.empty())
        return "no date is given";
    return date.size() < 7 ? std::string("a year has no rate")
                           : "the table of rates begins with " + begins.substr(0, 7);
}

std::string describeRate(const DatedRate& rate) {
    switch (rate.kind) {
    case RateKind::daily: return "noon rate of " + rate.date;
    case RateKind::earlierDay: return "noon rate of " + rate.date + ", the last earlier day in the table";
    case RateKind::monthlyAverage: return "average of " + rate.date;
    case RateKind::monthOfDay:
        return "average of " + rate.date + ", the table having no noon rate of the day or of the week before";
    case RateKind::earlierMonth: return "average of " + rate.date + ", the last earlier month in the table";
    }
    return {};
}

} // namespace assay
