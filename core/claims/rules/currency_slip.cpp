// An amount printed in a second currency implies a rate; a rate far from the market's of that day is a slip, and a slip
// of a whole power of ten usually comes from Korean, Chinese, Japanese or Indian number words.
#include "core/catalog/rates.h"
#include "core/claims/rules.h"
#include "core/units/read_quantity.h"

#include <cmath>

namespace assay {

namespace {

constexpr double agrees = 0.05;     // |log10(implied / market)| up to this is rounding and the day's movement
constexpr double powerOfTen = 0.03; // closer than this to a whole number: a power of ten

struct Rated {
    Conversion conversion;
    double implied = 0;
    DatedRate market;
    double slip = 0; ///< log10(implied / market)
};

std::vector<Rated> rated(const Evidence& evidence) {
    std::vector<Rated> all;
    for (const Conversion& one : evidence.conversions) {
        const Quantity& local = *one.converted->quantity;
        const Quantity& base = *one.base->quantity;
        const auto market = rateOn(base.unit, local.unit, one.converted->asOf, evidence.catalogs);
        if (!market || !local.value || !base.value || *local.value <= 0 || *base.value <= 0)
            continue;
        const double implied = *local.value / *base.value;
        all.push_back(Rated{one, implied, *market, std::log10(implied / market->rate)});
    }
    return all;
}

/// "too low by a factor of exactly 10 (a power-of-ten slip, one digit)" or "too high by a factor of 1.4".
std::string describeSlip(double slip) {
    const std::string side = slip < 0 ? "too low" : "too high";
    const double whole = std::round(slip);
    if (whole != 0 && std::abs(slip - whole) <= powerOfTen)
        return side + " by a factor of " + writeNumber(std::pow(10.0, std::abs(whole)), Grouping::thousands)
               + ": a power-of-ten slip";
    return side + " by a factor of " + writeNumber(std::round(std::pow(10.0, std::abs(slip)) * 100) / 100);
}

std::string rateText(double rate) { return writeNumber(std::round(rate * 10) / 10, Grouping::thousands); }

/// A conversion that no rate of the table can be held against: said, so that silence is no agreement.
std::vector<Finding> uncheckedConversions(const Evidence& evidence) {
    std::vector<Finding> findings;
    for (const Conversion& one : evidence.conversions) {
        const Quantity& local = *one.converted->quantity;
        const Quantity& base = *one.base->quantity;
        if (rateOn(base.unit, local.unit, one.converted->asOf, evidence.catalogs) || !local.value || !base.value
            || *base.value <= 0)
            continue;
        findings.push_back(makeFinding("currency", FindingKind::currencySlip, Verdict::note, {one.converted, one.base},
                                       base.text + " = " + wordsAndPlace(evidence, *one.converted) + " implies "
                                           + rateText(*local.value / *base.value) + " " + local.unit + " per "
                                           + base.unit + " and was not checked: "
                                           + whyNoRate(base.unit, local.unit, one.converted->asOf, evidence.catalogs)
                                           + "."));
    }
    return findings;
}

bool isSamePair(const Conversion& a, const Conversion& b) {
    return a.base->quantity->unit == b.base->quantity->unit
           && a.converted->quantity->unit == b.converted->quantity->unit
           && a.base->quantity->value == b.base->quantity->value;
}

} // namespace

std::vector<Finding> findCurrencySlips(const Evidence& evidence) {
    std::vector<Finding> findings = uncheckedConversions(evidence);
    const std::vector<Rated> all = rated(evidence);
    for (const Rated& one : all) {
        if (std::abs(one.slip) <= agrees)
            continue;
        const Quantity& local = *one.conversion.converted->quantity;
        const Quantity& base = *one.conversion.base->quantity;
        std::vector<const Claim*> claims{one.conversion.converted, one.conversion.base};
        std::string reason = base.text + " = " + wordsAndPlace(evidence, *one.conversion.converted) + " implies "
                             + rateText(one.implied) + " " + local.unit + " per " + base.unit + "; the "
                             + describeRate(one.market) + " is " + writeNumber(one.market.rate, Grouping::thousands)
                             + " (" + one.market.source + "). The amount in " + local.unit + " is "
                             + describeSlip(one.slip) + ".";
        for (const Rated& other : all)
            if (isSamePair(one.conversion, other.conversion) && std::abs(other.slip) <= agrees) {
                claims.push_back(other.conversion.base);
                claims.push_back(other.conversion.converted);
                reason += " " + wordsAndPlace(evidence, *other.conversion.converted) + " for the same sum implies "
                          + rateText(other.implied) + " and agrees.";
            }
        findings.push_back(
            makeFinding("currency", FindingKind::currencySlip, Verdict::error, claims, std::move(reason)));
    }
    return findings;
}

} // namespace assay
