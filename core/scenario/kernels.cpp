// The rules of elementary::pow decide which power it is.
#include "core/scenario/kernels.h"

#include "core/dist/elementary.h"

namespace assay {

ColumnLoop loopOf(const ColumnLoops& loops, Operation operation) {
    switch (operation) {
    case Operation::negate: return loops.negate;
    case Operation::add: return loops.add;
    case Operation::subtract: return loops.subtract;
    case Operation::multiply: return loops.multiply;
    case Operation::divide: return loops.divide;
    case Operation::power: return loops.power;
    case Operation::less: return loops.less;
    case Operation::lessEqual: return loops.lessEqual;
    case Operation::greater: return loops.greater;
    case Operation::greaterEqual: return loops.greaterEqual;
    case Operation::equal: return loops.equal;
    case Operation::notEqual: return loops.notEqual;
    case Operation::minimum: return loops.minimum;
    case Operation::maximum: return loops.maximum;
    case Operation::absolute: return loops.absolute;
    case Operation::squareRoot: return loops.squareRoot;
    case Operation::exponential: return loops.exponential;
    case Operation::naturalLog: return loops.naturalLog;
    case Operation::decimalLog: return loops.decimalLog;
    case Operation::sine: return loops.sine;
    case Operation::cosine: return loops.cosine;
    case Operation::choose: return loops.choose;
    case Operation::clamp: return loops.clamp;
    case Operation::number:
    case Operation::name:
    case Operation::convert: break;
    }
    return nullptr;
}

void applyPower(const ColumnLoops& loops, const double* a, double exponent, double* out, std::size_t count) {
    if (exponent == 0.5)
        return loops.squareRoot(a, nullptr, nullptr, out, count);
    if (elementary::isSmallWhole(exponent))
        return loops.wholePower(a, static_cast<int>(exponent), out, count);
    loops.realPower(a, exponent, out, count);
}

} // namespace assay
