// A distribution back to TEXT.
#include "core/dist/elementary.h"
#include "core/dist/exact.h"
#include "core/dist/special.h"
#include "core/units/read_quantity.h"
#include "core/units/unit.h"

#include <string>

namespace assay {

namespace {

struct Writer {
    Unit unit;

    std::string number(double base) const { return writeNumber(fromBase(base, unit)); }
    std::string list(std::string_view name, std::initializer_list<double> values) const {
        std::string text;
        for (const double value : values)
            text += (text.empty() ? "" : ", ") + number(value);
        return std::string(name) + "(" + text + ")";
    }

    std::string operator()(const Fixed& d) const { return number(d.value); }
    std::string operator()(const Normal& d) const { return list("normal", {d.mean, d.sd}); }
    std::string operator()(const Uniform& d) const { return list("uniform", {d.low, d.high}); }
    std::string operator()(const Triangular& d) const { return list("triangular", {d.low, d.mode, d.high}); }
    std::string operator()(const Interval& d) const { return list("interval", {d.low, d.high}); }
    std::string operator()(const Metalog& d) const {
        return number(d.p10) + " / " + number(d.p50) + " / " + number(d.p90);
    }
    std::string operator()(const Lognormal& d) const {
        const double step = d.sigma * -normalQuantileLower(0.05);
        return list("lognormal", {elementary::exp(d.mu - step), elementary::exp(d.mu + step)});
    }
    std::string operator()(const Beta& d) const {
        std::string text = "beta(" + writeNumber(d.alpha) + ", " + writeNumber(d.beta);
        if (d.low != 0 || d.high != 1)
            text += ", " + number(d.low) + ", " + number(d.high);
        return text + ")";
    }
    std::string operator()(const Empirical& d) const {
        std::string text;
        for (const double value : d.values)
            text += (text.empty() ? "" : ", ") + number(value);
        return "samples(" + text + ")";
    }
    std::string operator()(const Mixture& d) const {
        std::string text;
        for (std::size_t k = 0; k < d.parts.size(); ++k)
            text += (k == 0 ? "" : ", ") + writeNumber(d.weights[k]) + ": " + std::visit(*this, d.parts[k].shape);
        return "mix(" + text + ")";
    }
    std::string operator()(const Truncated& d) const {
        return "truncate(" + std::visit(*this, d.inner->shape) + ", " + number(d.low) + ", " + number(d.high) + ")";
    }
};

} // namespace

std::string inputText(const Distribution& distribution, std::string_view unitText) {
    const Result<Unit> unit = parseUnit(unitText.empty() ? "1" : unitText);
    return std::visit(Writer{unit ? *unit : Unit{}}, distribution.shape);
}

} // namespace assay
