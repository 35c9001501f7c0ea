// RoughArithmetic: what a library compiled with -ffast-math, or one that rounds its own way, leaves behind for a
// thread.
#pragma once

#include <cfenv>

#if defined(__x86_64__)
#include <xmmintrin.h>
#endif

namespace assay::test {

/// While it lives this thread rounds upwards and flushes small numbers to zero.
class RoughArithmetic {
public:
    RoughArithmetic() {
        std::fegetenv(&m_before);
        std::fesetround(FE_UPWARD);
#if defined(__x86_64__)
        _mm_setcsr(_mm_getcsr() | 0x8040U); // flush to zero, denormals are zero (Intel SDM 10.2.3)
#endif
    }
    ~RoughArithmetic() { std::fesetenv(&m_before); }
    RoughArithmetic(const RoughArithmetic&) = delete;
    RoughArithmetic& operator=(const RoughArithmetic&) = delete;

#if defined(__x86_64__)
    static constexpr bool canFlush = true;
#else
    static constexpr bool canFlush = false;
#endif

private:
    std::fenv_t m_before{};
};

} // namespace assay::test
