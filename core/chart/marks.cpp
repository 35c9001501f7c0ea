// What tells series apart when their colours have run out.
#include "core/chart/marks.h"

#include <algorithm>
#include <array>

namespace assay {

SeriesLook seriesLook(int index) {
    static constexpr std::array dashes{Dash::solid, Dash::dashed, Dash::dotted};
    static constexpr std::array shapes{Shape::circle, Shape::square, Shape::triangle};
    const auto round = static_cast<std::size_t>(std::max(0, index) / seriesColors) % dashes.size();
    return {{InkRole::series, index}, dashes[round], shapes[round]};
}

} // namespace assay
