// Where a claim stands against a scenario's result, with its words in files and on the command line. Knows neither.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace assay {

enum class Place { inside, tail, excluded, notComparable };

/// By Place: of files, exports and the command line. (command-line contract, "compute --json")
inline constexpr std::array<std::string_view, 4> placeWords{"inside", "tail", "excluded", "not-comparable"};

inline std::string_view placeText(Place place) { return placeWords[static_cast<std::size_t>(place)]; }

/// In sentences and on charts.
inline std::string_view placeTitle(Place place) {
    return place == Place::notComparable ? std::string_view("not comparable") : placeText(place);
}

} // namespace assay
