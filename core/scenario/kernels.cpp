// The loops. Each is short enough for the compiler to see through and turn into vector code.
#include "core/scenario/kernels.h"

#include "core/dist/elementary.h"

#include <cmath>

namespace assay {
namespace {

using elementary::notANumber;

template <class F>
void loop(double* out, std::size_t count, F value) {
    for (std::size_t i = 0; i < count; ++i)
        out[i] = value(i);
}

double truth(double a, double b, bool holds) { return a == a && b == b ? (holds ? 1.0 : 0.0) : notANumber; }

double lesser(double a, double b) { return a < b || a != a ? a : b; }
double larger(double a, double b) { return a > b || a != a ? a : b; }

void compare(Operation operation, Operands in, double* out, std::size_t count) {
    const double *a = in.a, *b = in.b;
    switch (operation) {
    case Operation::less: return loop(out, count, [=](std::size_t i) { return truth(a[i], b[i], a[i] < b[i]); });
    case Operation::lessEqual: return loop(out, count, [=](std::size_t i) { return truth(a[i], b[i], a[i] <= b[i]); });
    case Operation::greater: return loop(out, count, [=](std::size_t i) { return truth(a[i], b[i], a[i] > b[i]); });
    case Operation::greaterEqual:
        return loop(out, count, [=](std::size_t i) { return truth(a[i], b[i], a[i] >= b[i]); });
    case Operation::equal: return loop(out, count, [=](std::size_t i) { return truth(a[i], b[i], a[i] == b[i]); });
    default: return loop(out, count, [=](std::size_t i) { return truth(a[i], b[i], a[i] != b[i]); });
    }
}

void applyFunction(Operation operation, Operands in, double* out, std::size_t count) {
    const double *a = in.a, *b = in.b, *c = in.c;
    switch (operation) {
    case Operation::absolute: return loop(out, count, [=](std::size_t i) { return std::abs(a[i]); });
    case Operation::squareRoot: // correctly rounded by IEEE 754, unlike the rest of libm
        return loop(out, count, [=](std::size_t i) { return std::sqrt(a[i]); });
    case Operation::exponential: return loop(out, count, [=](std::size_t i) { return elementary::exp(a[i]); });
    case Operation::naturalLog: return loop(out, count, [=](std::size_t i) { return elementary::log(a[i]); });
    case Operation::decimalLog: return loop(out, count, [=](std::size_t i) { return elementary::log10(a[i]); });
    case Operation::sine: return loop(out, count, [=](std::size_t i) { return elementary::sin(a[i]); });
    case Operation::cosine: return loop(out, count, [=](std::size_t i) { return elementary::cos(a[i]); });
    case Operation::choose:
        return loop(out, count, [=](std::size_t i) { return a[i] != a[i] ? a[i] : (a[i] != 0.0 ? b[i] : c[i]); });
    case Operation::clamp: return loop(out, count, [=](std::size_t i) { return lesser(larger(a[i], b[i]), c[i]); });
    default: return compare(operation, in, out, count);
    }
}

} // namespace

void applyKernel(Operation operation, Operands in, double* out, std::size_t count) {
    const double *a = in.a, *b = in.b;
    switch (operation) {
    case Operation::negate: return loop(out, count, [=](std::size_t i) { return -a[i]; });
    case Operation::add: return loop(out, count, [=](std::size_t i) { return a[i] + b[i]; });
    case Operation::subtract: return loop(out, count, [=](std::size_t i) { return a[i] - b[i]; });
    case Operation::multiply: return loop(out, count, [=](std::size_t i) { return a[i] * b[i]; });
    case Operation::divide: return loop(out, count, [=](std::size_t i) { return a[i] / b[i]; });
    case Operation::power: return loop(out, count, [=](std::size_t i) { return elementary::pow(a[i], b[i]); });
    case Operation::minimum: return loop(out, count, [=](std::size_t i) { return lesser(a[i], b[i]); });
    case Operation::maximum: return loop(out, count, [=](std::size_t i) { return larger(a[i], b[i]); });
    default: return applyFunction(operation, in, out, count);
    }
}

void applyPower(const double* a, double exponent, double* out, std::size_t count) {
    if (exponent == 2.0)
        return loop(out, count, [=](std::size_t i) { return a[i] * a[i]; });
    loop(out, count, [=](std::size_t i) { return elementary::pow(a[i], exponent); });
}

} // namespace assay
