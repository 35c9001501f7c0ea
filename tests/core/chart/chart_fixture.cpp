// Synthetic projects for the tests of charts.
#include "tests/core/chart/chart_fixture.h"

#include <boost/math/special_functions/erf.hpp>

#include <algorithm>
#include <cmath>

namespace assay::test {
namespace {

double at(const std::vector<double>& sorted, double p) {
    const double place = p * static_cast<double>(sorted.size() - 1);
    const auto i = static_cast<std::size_t>(place);
    const std::size_t j = std::min(i + 1, sorted.size() - 1);
    return sorted[i] + (place - static_cast<double>(i)) * (sorted[j] - sorted[i]);
}

Scenario scenario(std::string id, std::string title, std::string model, std::vector<std::string> claims) {
    Scenario s;
    s.id.value = std::move(id);
    s.title = std::move(title);
    s.model.value = std::move(model);
    s.asOf = "2025-01-27";
    ScenarioInput input;
    input.input.value = "hours";
    input.basis.kind = BasisKind::claims;
    for (std::string& claim : claims)
        input.basis.claims.push_back(ClaimId{std::move(claim)});
    s.inputs.push_back(input);
    return s;
}

RunPtr run(const Scenario& scenario, std::vector<OutputSummary> outputs, std::vector<InputSummary> inputs = {}) {
    Run r;
    r.scenario = scenario.id;
    r.model = scenario.model;
    r.samples = 131072;
    r.chip = "H800";
    r.outputs = std::move(outputs);
    r.inputs = std::move(inputs);
    return std::make_shared<const Run>(std::move(r));
}

Sensitivity sensitivity(std::string input, double rank, double low, double high, double inputLow, double inputHigh) {
    Sensitivity s;
    s.input.value = std::move(input);
    s.rankCorrelation = rank;
    s.firstOrder = rank * rank;
    s.low = low;
    s.high = high;
    s.inputLow = inputLow;
    s.inputHigh = inputHigh;
    return s;
}

InputSummary input(std::string id, std::string title, std::string unit, double p5, double p50, double p95) {
    InputSummary i;
    i.id.value = std::move(id);
    i.title = std::move(title);
    i.unit = std::move(unit);
    i.unitScale = i.unit == "%" ? 0.01 : 1;
    i.p5 = p5;
    i.p50 = p50;
    i.p95 = p95;
    i.fixed = p5 == p95;
    return i;
}

/// Evenly between its P5 and P95; `step` is prime and orders the samples, so that inputs differ in theirs.
InputSummary sampled(InputSummary i, std::size_t step) {
    constexpr std::size_t n = 8192;
    Samples samples(n);
    for (std::size_t k = 0; k < n; ++k)
        samples[k] = i.unitScale * (i.p5 + (i.p95 - i.p5) * (static_cast<double>((k * step) % n) + 0.5) / n);
    i.samples = std::make_shared<const Samples>(std::move(samples));
    return i;
}

struct ClaimFacts {
    const char* id;
    const char* attribute;
    const char* unit;
    const char* source;
    const char* speaker;
    std::optional<double> value, low, high;
    Bound bound;
    Modality modality;
    Verified verified;
};

Claim claim(const ClaimFacts& f) {
    Claim c;
    c.id.value = f.id;
    c.attribute.value = f.attribute;
    c.subject = "DeepSeek-V3";
    c.statement = std::string("What ") + f.speaker + " said in " + f.source;
    Quantity q;
    q.value = f.value;
    q.low = f.low;
    q.high = f.high;
    q.bound = f.bound;
    q.unit = f.unit;
    q.digits = 4;
    c.quantity = q;
    c.verified = f.verified;
    Mention m;
    m.id.value = std::string("m-") + f.id;
    m.anchor.source.value = f.source;
    m.modality = f.modality;
    Utterance u;
    u.speaker.value = f.speaker;
    m.chain.push_back(u);
    c.mentions.push_back(m);
    return c;
}

Source source(const char* id, const char* publisher, const char* published, const char* digestOf) {
    Source s;
    s.id.value = id;
    s.publisher = publisher;
    s.title = publisher;
    s.published = published;
    s.digestOf = digestOf;
    return s;
}

Speaker speaker(const char* id, const char* name) {
    Speaker s;
    s.id.value = id;
    s.name = name;
    return s;
}

void addWords(ChartContext& context) {
    for (const Source& s :
         {source("v3", "DeepSeek-V3 Technical Report", "2024-12-27", ""),
          source("abd", "The Asia Business Daily", "2025-01-27", "article"),
          source("semi", "SemiAnalysis", "2025-01-31", ""), source("epoch", "Epoch AI", "2025-01-31", ""),
          source("reg", "The Register", "2025-09-19", "")})
        context.sources.push_back(Row<Source>(s));
    for (const Speaker& s :
         {speaker("deepseek", "DeepSeek"), speaker("baker", "Gavin Baker"), speaker("patel", "Dylan Patel"),
          speaker("wang", "Alexandr Wang"), speaker("epochai", "Epoch AI")})
        context.speakers.push_back(Row<Speaker>(s));
    const auto attribute = [&](const char* id, const char* title, const char* unit, std::vector<OutputLink> outputs) {
        Attribute a;
        a.id.value = id;
        a.title = title;
        a.unit = unit;
        a.outputs = std::move(outputs);
        context.attributes.push_back(Row<Attribute>(a));
    };
    attribute("training-cost", "training cost", "USD", {{VariableId{"rental_cost"}, {}, {}}});
    attribute("gpu-count", "number of GPUs", "GPU", {});
    attribute("gpu-hours", "GPU-hours", "GPU*h", {{VariableId{"gpu_hours"}, {}, {}}});
    using B = Bound;
    using M = Modality;
    using V = Verified;
    for (const ClaimFacts& f : {
             ClaimFacts{"c1", "training-cost", "USD", "v3", "deepseek", 5.576e6, 5.5755e6, 5.5765e6, B::equal,
                        M::disclosed, V::yes},
             ClaimFacts{"c2", "training-cost", "USD", "abd", "deepseek", 6e6, 5.5e6, 6.5e6, B::about, M::disclosed,
                        V::yes},
             ClaimFacts{"c3", "training-cost", "USD", "abd", "baker", {}, 2e8, 9e8, B::vague, M::speculated, V::no},
             ClaimFacts{
                 "c4", "training-cost", "USD", "semi", "patel", {}, 5e8, {}, B::greater, M::estimated, V::secondary},
             ClaimFacts{"c5", "training-cost", "USD", "semi", "patel", 1.6e9, 1.55e9, 1.65e9, B::about, M::estimated,
                        V::secondary},
             ClaimFacts{"c6", "training-cost", "USD", "epoch", "epochai", 6e6, 5e6, 7e6, B::about, M::estimated,
                        V::yes},
             ClaimFacts{"c7", "training-cost", "USD", "reg", "deepseek", 294e3, 293.5e3, 294.5e3, B::equal,
                        M::disclosed, V::secondary},
             ClaimFacts{"c8", "gpu-count", "GPU", "abd", "wang", 5e4, 4.5e4, 5.5e4, B::about, M::speculated, V::no},
             ClaimFacts{"c9", "gpu-hours", "H800*h", "v3", "deepseek", 2.788e6, 2.7875e6, 2.7885e6, B::equal,
                        M::disclosed, V::yes},
         })
        context.claims.push_back(Row<Claim>(claim(f)));
}

Model model(const char* id, const char* title) {
    Model m;
    m.id.value = id;
    m.title = title;
    return m;
}

} // namespace

std::vector<double> lognormalSamples(double median, double sigma, std::size_t n) {
    std::vector<double> samples(n);
    for (std::size_t i = 0; i < n; ++i) {
        const std::size_t place = (i * 40503) % n; // 40503 is odd and prime to every n used here
        const double u = (static_cast<double>(place) + 0.5) / static_cast<double>(n);
        samples[i] = median * std::exp(sigma * std::sqrt(2.0) * boost::math::erf_inv(2 * u - 1));
    }
    return samples;
}

OutputSummary outputOfSamples(std::string id, std::string title, std::string unit, std::vector<double> samples) {
    OutputSummary o;
    o.id.value = std::move(id);
    o.title = std::move(title);
    o.unit = std::move(unit);
    std::vector<double> sorted;
    for (const double value : samples)
        if (std::isfinite(value))
            sorted.push_back(value);
        else
            ++o.flagged;
    std::sort(sorted.begin(), sorted.end());
    if (!sorted.empty()) {
        o.p5 = at(sorted, 0.05);
        o.p25 = at(sorted, 0.25);
        o.p50 = at(sorted, 0.5);
        o.p75 = at(sorted, 0.75);
        o.p95 = at(sorted, 0.95);
        for (const double value : sorted)
            o.mean += value / static_cast<double>(sorted.size());
    }
    o.samples = std::make_shared<const Samples>(samples.begin(), samples.end());
    return o;
}

namespace {

/// Without its first claim an output is thrice as high, without the others a little lower.
LeaveOneOut leftOut(const Scenario& scenario, const OutputSummary& output) {
    const ThreePoints whole = threePoints(output);
    LeaveOneOut all{scenario.id, output.id, output.title, output.unit, whole, {}, 65536};
    for (const ScenarioInput& input : scenario.inputs)
        for (const ClaimId& claim : input.basis.claims) {
            const double factor = all.claims.empty() ? 3 : 0.9;
            const ThreePoints points{whole.p5 * factor, whole.p50 * factor, whole.p95 * factor};
            all.claims.push_back(LeftOut{
                claim, {input.input}, Instead::modelDefault, "2.5 to 4", points, std::abs(points.p95 - whole.p95)});
        }
    return all;
}

ChartContext makeContext() {
    ChartContext context;
    addWords(context);
    context.models.push_back(Row<Model>(model("cost-range", "Cost range: rent, own, programme")));
    context.models.push_back(Row<Model>(model("training-compute", "Training cost from compute")));
    context.models.push_back(Row<Model>(model("singapore-share", "Singapore revenue share to diverted GPUs")));
    const Scenario disclosed = scenario("as-disclosed", "As disclosed", "cost-range", {"c1", "c9"});
    const Scenario compute = scenario("from-compute", "From compute", "training-compute", {});
    const Scenario owned = scenario("owned-cluster", "Owned cluster", "cost-range", {"c9", "c5"});
    const Scenario hidden = scenario("fifty-thousand-h100", "50,000 H100", "cost-range", {"c8"});
    const Scenario singapore =
        scenario("singapore-january-2025", "Singapore as of January 2025", "singapore-share", {});
    for (const Scenario& s : {disclosed, compute, owned, hidden, singapore})
        context.scenarios.push_back(Row<Scenario>(s));
    constexpr std::size_t n = 8192;
    const auto hours = [&](double median, double sigma) {
        return outputOfSamples("gpu_hours", "GPU-hours", "H800*h", lognormalSamples(median, sigma, n));
    };
    const auto cost = [&](const char* id, const char* title, double median, double sigma) {
        return outputOfSamples(id, title, "USD", lognormalSamples(median, sigma, n));
    };
    OutputSummary rental = cost("rental_cost", "Rental cost", 5.6e6, 0.27);
    const std::vector<double> rates = lognormalSamples(200e3, 0.557, n);
    const std::vector<double> other = lognormalSamples(14e6, 0.4, n);
    std::vector<double> totals(n);
    for (std::size_t i = 0; i < n; ++i)
        totals[i] = 130 * rates[i] + other[(i * 7919) % n];
    OutputSummary programme = outputOfSamples("programme_cost", "Programme cost", "USD", totals);
    InputSummary rate = input("staff_cost_rate", "Cost per full-time year", "USD/y", 80e3, 200e3, 500e3);
    rate.samples = std::make_shared<const Samples>(rates.begin(), rates.end());
    programme.sensitivity = {
        sensitivity("staff_cost_rate", 0.8, 24e6, 74e6, 80e3, 500e3),
        sensitivity("experiments", 0.3, 38e6, 51e6, 1.2, 4), sensitivity("chip_price", 0.1, 43e6, 47e6, 25e3, 45e3),
        sensitivity("load", 0.02, 44.6e6, 45.0e6, 58, 98), sensitivity("age", -0.1, 46.5e6, 43.7e6, 0.55, 1.45)};
    context.runs = {
        run(disclosed, {hours(2.788e6, 0.001), rental}),
        run(compute, {hours(3.0e6, 0.35), cost("rental_cost", "Rental cost", 6.4e6, 0.45)}),
        run(owned, {hours(2.788e6, 0.001), cost("amortised_cost", "Amortised cost of owning", 4.1e6, 0.3), programme},
            {rate, input("experiments", "Experiments factor", "1", 1.2, 2.2, 4),
             input("chip_price", "Purchase price per GPU, server included", "USD/GPU", 25e3, 33e3, 45e3),
             input("load", "Load of the server", "%", 58, 78, 98),
             input("age", "Age of the chips at the start", "y", 0.55, 1, 1.45)}),
        run(hidden, {hours(57e6, 0.2), cost("rental_cost", "Rental cost", 115e6, 0.35)}),
        run(singapore,
            {outputOfSamples("diverted_gpus", "Diverted GPUs", "GPU", lognormalSamples(20e3, 0.9, n)),
             cost("billed_revenue", "Billed to Singapore", 23.7e9, 0.02),
             cost("onward_revenue", "Billed there, delivered elsewhere", 22.4e9, 0.04),
             cost("compute_revenue", "Of it data-centre compute", 17.5e9, 0.05),
             cost("uncleared_revenue", "Of it not ordered by cleared customers", 4.4e9, 0.6),
             cost("diverted_revenue", "Diverted revenue", 0.6e9, 0.9)},
            {sampled(input("cleared_share", "Share ordered by cleared customers (u)", "%", 52.5, 74.5, 96.6), 40503),
             sampled(input("diverted_share", "Diverted share of the rest (x)", "%", 2, 15, 40), 7919),
             sampled(input("gpu_price", "Revenue per GPU (P)", "USD/GPU", 20e3, 26.5e3, 35e3), 5237),
             input("billed_share", "Share of revenue billed to Singapore (s)", "%", 18.15, 18.15, 18.15),
             input("revenue", "Total revenue of the period (R)", "USD", 130497e6, 130497e6, 130497e6),
             input("compute_share", "Data-centre compute share of it (c)", "%", 78.31, 78.31, 78.31),
             input("delivered_share", "Delivered in Singapore, share of R (d)", "%", 0.1, 1, 1.9)})};
    context.leaveOut = [scenarios = context.scenarios,
                        runs = context.runs](const ScenarioId& id, const VariableId& output) -> Result<LeaveOneOut> {
        for (const RunPtr& run : runs)
            if (run->scenario == id)
                return leftOut(*find(scenarios, id), *findOutput(*run, output));
        return Error(ErrorCode::idUnknown, id.value, {"scenario", id.value});
    };
    return context;
}

} // namespace

const ChartContext& sampleContext() {
    static const ChartContext context = makeContext();
    return context;
}

ChartContext contextOfScenarios(std::size_t count, const std::string& name) {
    ChartContext context;
    context.models.push_back(Row<Model>(model("cost-range", "Cost range")));
    for (std::size_t i = 0; i < count; ++i) {
        const Scenario s = scenario("s" + std::to_string(i), name + " " + std::to_string(i), "cost-range", {});
        context.scenarios.push_back(Row<Scenario>(s));
        context.runs.push_back(run(s, {outputOfSamples("rental_cost", "Rental cost", "USD",
                                                       lognormalSamples(1e6 * static_cast<double>(i + 1), 0.4, 64))}));
    }
    return context;
}

} // namespace assay::test
