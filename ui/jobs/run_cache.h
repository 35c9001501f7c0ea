// RunCache: finished runs by the hash of everything they are a function of. Results are never part of the document;
// undo and a duplicated scenario find theirs here. Knows no document.
#pragma once

#include "core/scenario/model.h"
#include "core/scenario/run.h"
#include "core/scenario/scenario.h"
#include "core/scenario/simulate.h"

#include <cstddef>
#include <list>
#include <string>
#include <utility>
#include <vector>

namespace assay {

/// Hash of what a run depends on: model, input texts, outputs it takes from others, seed, count, sampler, errors. Not
/// of ids, titles or notes. `modelHash` comes from modelHash(), `upstreamKeys` are those of upstreamsOf(scenario), in
/// order.
std::string runKey(const std::string& modelHash, const Scenario& scenario, const RunOptions& options,
                   const std::vector<std::string>& upstreamKeys = {});
std::string modelHash(const Model& model);

/// Bytes of a run's sample columns: what its memory is made of.
std::size_t sampleBytes(const Run& run);

class RunCache {
public:
    explicit RunCache(std::size_t limitBytes) : m_limit(limitBytes) {}

    RunPtr find(const std::string& key); ///< null when not there; a run found becomes the youngest
    void insert(const std::string& key, RunPtr run);
    std::size_t bytes() const { return m_bytes; }

private:
    std::list<std::pair<std::string, RunPtr>> m_runs; ///< youngest first
    std::size_t m_limit;
    std::size_t m_bytes = 0;
};

} // namespace assay
