// Digits and words of outputs.
#include "ui/views/output_text.h"

#include "core/units/read_quantity.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QStringList>

#include <algorithm>
#include <cmath>

namespace assay {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Output)
};

constexpr double student = 2.365; ///< t(0.975) with 7 degrees of freedom
constexpr int defaultDigits = 3;

/// Without a unit that stands behind the number: "$5M" and "30%" stay whole.
QString withoutUnit(const OutputSummary& output, QString text) {
    const QString unit = QLatin1Char(' ') + QString::fromStdString(output.unit);
    if (text.endsWith(unit))
        text.chop(unit.size());
    return text;
}

QString quantity(const OutputSummary& output, double value, double error) {
    return QString::fromStdString(writeQuantity(value, output.unit, honestDigits(value, error)));
}

/// "$5M to $6M"; one number where both ends are written the same.
QString rangeText(const OutputSummary& output, const ValueRange& range) {
    const QString low = quantity(output, range.low, 0), high = quantity(output, range.high, 0);
    return low == high ? low : Words::tr("%1 to %2").arg(withoutUnit(output, low), high);
}

/// Of an output under inputs without a shape: every statistic is a range.
QString bandDetail(const OutputSummary& output) {
    const Band& band = *output.band;
    const auto of = [&output](const ValueRange& range) { return rangeText(output, range); };
    QStringList lines{
        Words::tr("A band: an input is a range without a shape."),
        Words::tr("Median %1, mean %2, standard deviation %3").arg(of(band.p50), of(band.mean), of(band.sd)),
        Words::tr("5 % point %1, 95 % point %2").arg(of(band.p5), of(band.p95))};
    if (!band.isExact)
        lines << Words::tr("The true ranges may be a little wider: they were met at points of the intervals.");
    return lines.join(QLatin1Char('\n'));
}

} // namespace

int honestDigits(double value, double standardError) {
    if (value == 0 || standardError <= 0 || !std::isfinite(value) || !std::isfinite(standardError))
        return defaultDigits;
    const double leading = std::floor(std::log10(std::abs(value)));
    const double shaky = std::ceil(std::log10(2 * student * standardError)); // the first place that may move by half
    return std::clamp(static_cast<int>(leading - shaky) + 1, 2, 4);
}

QString medianText(const OutputSummary& output) {
    return output.band ? rangeText(output, output.band->p50) : quantity(output, output.p50, output.standardErrors.p50);
}

QString intervalText(const OutputSummary& output) {
    if (output.band)
        return rangeText(output, {output.band->p5.low, output.band->p95.high});
    if (output.p5 == output.p95)
        return {};
    return Words::tr("%1 to %2")
        .arg(withoutUnit(output, quantity(output, output.p5, output.standardErrors.p5)),
             quantity(output, output.p95, output.standardErrors.p95));
}

QString bareIntervalText(const OutputSummary& output) { return withoutUnit(output, intervalText(output)); }

QString outputDetail(const OutputSummary& output) {
    if (output.band)
        return bandDetail(output);
    const StandardErrors& errors = output.standardErrors;
    QStringList lines;
    lines << Words::tr("Median %1, mean %2, standard deviation %3")
                 .arg(medianText(output), quantity(output, output.mean, errors.mean), quantity(output, output.sd, 0));
    if (output.p5 != output.p95)
        lines << Words::tr("50 % interval %1 to %2, 90 % interval %3")
                     .arg(quantity(output, output.p25, 0), quantity(output, output.p75, 0), intervalText(output));
    if (errors.p50 > 0)
        lines << Words::tr("Standard errors over 8 scrambles: median %1, ends of the interval %2 and %3")
                     .arg(quantity(output, errors.p50, 0), quantity(output, errors.p5, 0),
                          quantity(output, errors.p95, 0));
    if (output.flagged > 0)
        lines << (output.flagged == 1
                      ? Words::tr("1 sample without a value")
                      : Words::tr("%n samples without a value", nullptr, static_cast<int>(output.flagged)));
    return lines.join(QLatin1Char('\n'));
}

} // namespace assay
