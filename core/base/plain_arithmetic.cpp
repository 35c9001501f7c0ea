// The default environment of C is just that; on x86-64 it also clears the bits that flush denormal numbers to zero.
#include "core/base/plain_arithmetic.h"

namespace assay {

PlainArithmetic::PlainArithmetic() {
    std::fegetenv(&m_before);
    std::fesetenv(FE_DFL_ENV);
}

PlainArithmetic::~PlainArithmetic() { std::fesetenv(&m_before); }

} // namespace assay
