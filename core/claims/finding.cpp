// The words of kinds and verdicts in files and on the command line.
#include "core/claims/finding.h"

#include <array>

namespace assay {

std::string_view findingKindText(FindingKind kind) {
    static constexpr std::array<std::string_view, 14> texts{
        "currency-slip", "conflict", "rounding", "bound",      "scope", "circular", "attribution",
        "spec",          "unit",     "total",    "impossible", "date",  "anchor",   "assertion"};
    return texts[static_cast<std::size_t>(kind)];
}

std::string_view verdictText(Verdict verdict) {
    static constexpr std::array<std::string_view, 4> texts{"error", "conflict", "note", "compatible"};
    return texts[static_cast<std::size_t>(verdict)];
}

} // namespace assay
