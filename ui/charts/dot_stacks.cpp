// The largest diameter of a ladder whose highest pile fits: wider dots make fewer and higher piles.
#include "ui/charts/dot_stacks.h"

#include <algorithm>

namespace assay {
namespace {

constexpr double smallest = 1.5; ///< px: below, a dot is a speck
constexpr double step = 0.94;    ///< from one diameter of the ladder to the next

struct Pile {
    double middle = 0;
    int dots = 0;
};

std::vector<Pile> pilesOf(const std::vector<double>& places, double diameter) {
    std::vector<Pile> piles;
    for (std::size_t first = 0; first < places.size();) {
        std::size_t last = first;
        while (last + 1 < places.size() && places[last + 1] - places[first] < diameter)
            ++last;
        piles.push_back({(places[first] + places[last]) / 2, static_cast<int>(last - first) + 1});
        first = last + 1;
    }
    return piles;
}

int highest(const std::vector<Pile>& piles) {
    int most = 0;
    for (const Pile& pile : piles)
        most = std::max(most, pile.dots);
    return most;
}

} // namespace

double largestDot(const std::vector<double>& places, double height) {
    double diameter = std::max(smallest, height);
    while (diameter * step > smallest && highest(pilesOf(places, diameter)) * diameter > height)
        diameter *= step;
    return diameter;
}

std::vector<QRectF> stackDots(const std::vector<double>& places, double foot, double height, double diameter) {
    const std::vector<Pile> piles = pilesOf(places, diameter);
    const double room = std::max(0.0, height - diameter) / std::max(1, highest(piles) - 1);
    const double rise = std::min(diameter, room); // specks overlap before they leave
    std::vector<QRectF> boxes;
    for (const Pile& pile : piles)
        for (int i = 0; i < pile.dots; ++i)
            boxes.emplace_back(pile.middle - diameter / 2, foot - i * rise - diameter, diameter, diameter);
    return boxes;
}

} // namespace assay
