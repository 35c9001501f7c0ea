// The shape's number, then its parameters; lists with their length.
#include "core/dist/distribution_key.h"

namespace assay {
namespace {

void addList(KeyWriter& key, const std::vector<double>& values) {
    key.add(std::uint64_t{values.size()});
    for (const double value : values)
        key.add(value);
}

struct Parameters {
    KeyWriter& key;

    void all(std::initializer_list<double> values) const {
        for (const double value : values)
            key.add(value);
    }
    void operator()(const Fixed& d) const { all({d.value}); }
    void operator()(const Normal& d) const { all({d.mean, d.sd}); }
    void operator()(const Lognormal& d) const { all({d.mu, d.sigma}); }
    void operator()(const Uniform& d) const { all({d.low, d.high}); }
    void operator()(const Triangular& d) const { all({d.low, d.mode, d.high}); }
    void operator()(const Beta& d) const { all({d.alpha, d.beta, d.low, d.high}); }
    void operator()(const Empirical& d) const { addList(key, d.values); }
    void operator()(const Metalog& d) const { all({d.p10, d.p50, d.p90}); }
    void operator()(const Interval& d) const { all({d.low, d.high}); }
    void operator()(const Mixture& d) const {
        addList(key, d.weights);
        for (const Distribution& part : d.parts)
            addToKey(key, part);
    }
    void operator()(const Truncated& d) const {
        all({d.low, d.high});
        addToKey(key, *d.inner);
    }
};

} // namespace

void addToKey(KeyWriter& key, const Distribution& distribution) {
    key.add(std::uint64_t{distribution.shape.index()});
    std::visit(Parameters{key}, distribution.shape);
}

} // namespace assay
