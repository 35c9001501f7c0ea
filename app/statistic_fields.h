// The seven statistics of an output under the words of the command line, in its order: of a summary as numbers, of a
// band as ranges.
#pragma once

#include <array>
#include <utility>

namespace assay {

/// Statistics: OutputSummary or Band.
template <class Statistics>
auto statisticFields(const Statistics& s) {
    using Field = std::pair<const char*, decltype(s.mean)>;
    return std::array<Field, 7>{Field{"mean", s.mean}, Field{"sd", s.sd},   Field{"p5", s.p5},  Field{"p25", s.p25},
                                Field{"p50", s.p50},   Field{"p75", s.p75}, Field{"p95", s.p95}};
}

} // namespace assay
