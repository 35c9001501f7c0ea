// The words of an echo.
#include "ui/views/echo_text.h"

#include "core/units/read_quantity.h"

#include <QtCore/QCoreApplication>

#include <algorithm>
#include <cmath>

namespace assay {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Echo)
};

struct Shape {
    const char* id;
    const char* word;
};

constexpr Shape shapes[] = {
    {"fixed", QT_TRANSLATE_NOOP("Echo", "fixed")},
    {"normal", QT_TRANSLATE_NOOP("Echo", "normal")},
    {"lognormal", QT_TRANSLATE_NOOP("Echo", "lognormal")},
    {"uniform", QT_TRANSLATE_NOOP("Echo", "uniform")},
    {"triangular", QT_TRANSLATE_NOOP("Echo", "triangular")},
    {"pert", QT_TRANSLATE_NOOP("Echo", "pert")},
    {"beta", QT_TRANSLATE_NOOP("Echo", "beta")},
    {"samples", QT_TRANSLATE_NOOP("Echo", "samples")},
    {"metalog", QT_TRANSLATE_NOOP("Echo", "three points")},
    {"mix", QT_TRANSLATE_NOOP("Echo", "mixture")},
    {"truncate", QT_TRANSLATE_NOOP("Echo", "truncated")},
    {"interval", QT_TRANSLATE_NOOP("Echo", "interval, no shape")},
};

QString number(double value) { return QString::fromStdString(writeQuantity(value, "1")); }

QString levelText(double level) { return QString::number(std::round(level * 1000) / 10); }

} // namespace

QString shapeText(const std::string& shape) {
    const auto* found =
        std::find_if(std::begin(shapes), std::end(shapes), [&](const Shape& s) { return shape == s.id; });
    return found == std::end(shapes) ? QString::fromStdString(shape) : Words::tr(found->word);
}

QString echoText(const Echo& echo) {
    const QString unit =
        echo.unit.empty() || echo.unit == "1" ? QString() : QStringLiteral(" ") + QString::fromStdString(echo.unit);
    const QString shape = shapeText(echo.shape);
    if (echo.low == echo.high)
        return shape + QStringLiteral(", ") + number(echo.low) + unit;
    const QString ends = Words::tr("%1 to %2").arg(number(echo.low), number(echo.high)) + unit;
    if (echo.level == 0)
        return shape + QStringLiteral(", ") + ends;
    return Words::tr("%1, %2 % interval %3").arg(shape, levelText(echo.level), ends);
}

} // namespace assay
