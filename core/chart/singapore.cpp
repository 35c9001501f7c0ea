// Reads the Singapore model's inputs from a run; forward and inverse formulas.
#include "core/chart/singapore.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace assay {
namespace {

const InputSummary* inputOf(const Run& run, std::string_view id) {
    const auto found = std::find_if(run.inputs.begin(), run.inputs.end(),
                                    [&](const InputSummary& input) { return input.id.value == id; });
    return found == run.inputs.end() ? nullptr : &*found;
}

double asFraction(double value, const InputSummary& input) { return input.unit == "%" ? value / 100 : value; }

} // namespace

std::optional<SingaporeEvidence> singaporeEvidence(const Run& run) {
    SingaporeEvidence evidence;
    SingaporePoint& point = evidence.middle;
    const std::pair<std::string_view, double*> wanted[] = {
        {"revenue", &point.revenue},       {"billed_share", &point.billed},
        {"compute_share", &point.compute}, {"delivered_share", &point.delivered},
        {"cleared_share", &point.cleared}, {"diverted_share", &point.diverted},
        {"gpu_price", &point.price}};
    for (const auto& [id, value] : wanted) {
        const InputSummary* input = inputOf(run, id);
        if (!input || !std::isfinite(input->p50))
            return std::nullopt;
        *value = asFraction(input->p50, *input);
    }
    const InputSummary& billed = *inputOf(run, "billed_share");
    const InputSummary& diverted = *inputOf(run, "diverted_share");
    evidence.billedLow = asFraction(billed.p5, billed);
    evidence.billedHigh = asFraction(billed.p95, billed);
    evidence.divertedLow = asFraction(diverted.p5, diverted);
    evidence.divertedHigh = asFraction(diverted.p95, diverted);
    const InputSummary& delivered = *inputOf(run, "delivered_share");
    evidence.deliveredLow = asFraction(delivered.p5, delivered);
    evidence.deliveredHigh = asFraction(delivered.p95, delivered);
    if (const InputSummary* claimed = inputOf(run, "claimed_gpus"); claimed && std::isfinite(claimed->p50))
        point.claimedGpus = claimed->p50;
    if (!(point.revenue > 0) || !(point.price > 0))
        return std::nullopt;
    return evidence;
}

double divertedGpus(const SingaporePoint& point, double billed, double diverted) {
    return point.revenue * point.compute * std::max(0.0, billed - point.delivered) * (1 - point.cleared) * diverted
           / point.price;
}

double divertedShareFor(const SingaporePoint& point, double billed, double gpus) {
    const double whole = divertedGpus(point, billed, 1);
    return whole > 0 ? gpus / whole : std::numeric_limits<double>::infinity();
}

} // namespace assay
