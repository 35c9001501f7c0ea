// PlainArithmetic: the arithmetic that results rest on, whatever another library has set for the thread: rounding to
// nearest, small numbers kept as they are (no flush to zero, which -ffast-math switches on in a linked library).
#pragma once

#include <cfenv>

namespace assay {

/// Holds for the thread it is made in while it lives, and for threads begun meanwhile; then what was before comes back.
class PlainArithmetic {
public:
    PlainArithmetic();
    ~PlainArithmetic();
    PlainArithmetic(const PlainArithmetic&) = delete;
    PlainArithmetic& operator=(const PlainArithmetic&) = delete;

private:
    std::fenv_t m_before{};
};

} // namespace assay
