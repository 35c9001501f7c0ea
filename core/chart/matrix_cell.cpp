// A verdict is a colour, a shape and a word; one that the analyst set has a star and says so.
#include "core/chart/matrix_cell.h"

#include "core/chart/build.h"
#include "core/chart/format.h"

#include <cmath>

namespace assay {
namespace {

/// Words upon a tint stand on it, those upon hatching on a patch.
Label cellLabel(const Point& at, std::string text, Fill fill, int datum) {
    const LabelStyle style = fill == Fill::hatched ? LabelStyle::plain : LabelStyle::bare;
    return {at, {}, std::move(text), {InkRole::text}, Side::centre, style, Keep::label, 0, datum};
}

std::string wordOf(const MatrixCell& cell) {
    const std::string verdict(placeTitle(cell.verdict()));
    return cell.set ? verdict + ", set" : cell.computed.isWeak ? verdict + ", weak" : verdict;
}

std::string detailOf(const MatrixCell& cell) {
    if (cell.set)
        return (isOutdated(cell) ? "computed now: " : "computed: ") + std::string(placeTitle(cell.computed.place));
    return "at " + tickQuantity(100 * cell.computed.percentile, "%", 3);
}

bool isComputed(const MatrixCell& cell) { return cell.computed.place != Place::notComparable; }

const OutputSummary* outputOfPlace(const ChartContext& context, const ClaimPlace& place) {
    const Run* run = runOf(context, place.scenario);
    return run ? findOutput(*run, place.output) : nullptr;
}

std::string driverTitle(const ChartContext& context, const ClaimPlace& place) {
    if (const Run* run = runOf(context, place.scenario))
        for (const InputSummary& input : run->inputs)
            if (input.id == place.driver)
                return shortName(input.title, input.id.value);
    return {};
}

Cell shareCell(const MatrixCell& cell, double share) {
    return isComputed(cell) ? Cell{tickQuantity(100 * share, "%", 4), 100 * share} : Cell{};
}

std::string joinedIds(const std::vector<ClaimId>& claims) {
    std::string text;
    for (const ClaimId& id : claims)
        text += (text.empty() ? "" : ", ") + id.value;
    return text;
}

/// What the cell says, in words, with what the run says of it in numbers.
std::string cellTip(const MatrixCell& cell, const std::string& result, const std::string& driver) {
    const ClaimPlace& place = cell.computed;
    std::string tip = cell.set ? overrideText(*cell.set, place.place) + "\n" : std::string();
    if (!isComputed(cell))
        return tip + (cell.set ? "" : "Not comparable: ") + place.reason;
    if (!cell.set)
        tip += std::string(placeTitle(place.place)) + (place.isWeak ? ", but a bound that says little" : "") + ": ";
    return tip + tickQuantity(100 * place.percentile, "%", 3) + " of the samples lie at or below it, "
           + tickQuantity(100 * place.coverage, "%", 3) + " within it\n" + result
           + (driver.empty() ? "" : "\nMoved most by: " + driver);
}

std::string verdictText(const MatrixCell& cell) {
    return std::string(placeText(cell.verdict())) + (!cell.set && cell.computed.isWeak ? ", weak" : "");
}

} // namespace

/// Blue, ochre and vermilion stay apart for all three colour deficiencies; shape and word say it again.
PlaceLook lookOf(Place place) {
    switch (place) {
    case Place::inside: return {{InkRole::low}, Shape::circle};
    case Place::tail: return {{InkRole::series, 5}, Shape::triangle};
    case Place::excluded: return {{InkRole::high}, Shape::diamond};
    case Place::notComparable: break;
    }
    return {{InkRole::ghost}, Shape::square};
}

std::vector<Mark> cellMarks(const MatrixCell& cell, const Point& at, int datum) {
    const PlaceLook look = lookOf(cell.verdict());
    std::vector<Mark> marks;
    if (!isCompared(cell) && !cell.set) { // says why when pointed at
        marks.push_back(Dot{at, {InkRole::muted}, 4, Shape::circle, Fill::solid, datum});
        return marks;
    }
    const Fill fill = !cell.set && cell.computed.isWeak ? Fill::hatched : Fill::tinted;
    marks.push_back(Bar{{at.x - 0.47, at.y - 0.44}, {at.x + 0.47, at.y + 0.44}, look.ink, fill, datum});
    if (cell.set)
        marks.push_back(Dot{{at.x + 0.35, at.y - 0.28}, look.ink, 12, setShape, Fill::solid, datum});
    Label word = cellLabel({at.x, at.y - 0.14}, wordOf(cell), fill, datum);
    word.places = {at}; // a low row has room in its middle only
    word.sign = Sign{look.shape, look.ink};
    marks.push_back(std::move(word));
    Label detail = cellLabel({at.x, at.y + 0.22}, detailOf(cell), fill, datum);
    detail.keep = Keep::detail;
    marks.push_back(detail);
    if (cell.set) { // where the longer words have no room
        detail.text = "set";
        marks.push_back(std::move(detail));
    }
    return marks;
}

Datum cellDatum(const ChartContext& context, const MatrixRow& row, const MatrixCell& cell, const Point& at) {
    const ClaimPlace& place = cell.computed;
    const Scenario& scenario = *scenarioOf(context, place.scenario);
    const OutputSummary* output = outputOfPlace(context, place);
    const std::string title = shortName(scenario.title, scenario.id.value);
    const std::string result =
        output ? output->title + " " + intervalText(output->p50, output->p5, output->p95, output->unit) : std::string();
    const std::string driver = driverTitle(context, place);
    const std::string origin = claimOrigin(context, *row.claim);
    Datum datum;
    datum.at = at;
    datum.ids = {place.scenario, place.driver, place.output, row.claims};
    datum.tip = claimText(*row.claim) + " (" + origin + ") against " + title + "\n" + cellTip(cell, result, driver);
    datum.cells = {{claimText(*row.claim), claimNumber(*row.claim)},
                   {origin, {}},
                   {joinedIds(row.claims), {}},
                   {title, {}},
                   {result, {}},
                   {verdictText(cell), {}},
                   shareCell(cell, place.percentile),
                   shareCell(cell, place.coverage),
                   {isComputed(cell) ? driver : place.reason, {}},
                   {std::string(placeText(place.place)), {}},
                   {cell.set ? overrideText(*cell.set, place.place) : std::string(), {}}};
    return datum;
}

} // namespace assay
