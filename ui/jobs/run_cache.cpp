// RunCache: least recently used runs go first when the limit is reached.
#include "ui/jobs/run_cache.h"

#include "core/base/hash.h"
#include "core/io/model_file.h"

#include <algorithm>
#include <iterator>
#include <map>

namespace assay {

namespace {

std::string hashOf(const std::string& text) { return xxh3Hex(std::as_bytes(std::span(text.data(), text.size()))); }

std::size_t columnBytes(const Column& column) { return column ? column->size() * sizeof(double) : 0; }

} // namespace

std::string modelHash(const Model& model) { return hashOf(writeModel(model)); }

std::string runKey(const std::string& modelHash, const Scenario& scenario, const RunOptions& options,
                   const std::vector<std::string>& upstreamKeys) {
    std::map<std::string, std::string> texts; // by id: the order in which inputs were set does not matter
    for (const ScenarioInput& input : scenario.inputs)
        texts[input.input.value] = input.basis.kind == BasisKind::scenario ? '\n' + input.basis.reference
                                                                           : input.text; // no text has a line end
    std::string all = modelHash;
    for (const std::string& key : upstreamKeys)
        all += '\n' + key;
    for (const auto& [id, text] : texts) // lengths keep neighbours apart
        all += '\n' + std::to_string(id.size()) + ' ' + id + ' ' + std::to_string(text.size()) + ' ' + text;
    for (const ScenarioInput& input : scenario.inputs) // the run warns of rows that came out after its day
        if (input.basis.kind == BasisKind::catalogue)
            all += '\n' + input.input.value + ' ' + input.basis.reference + ' ' + scenario.asOf;
    all += '\n' + std::to_string(options.seed) + ' ' + std::to_string(options.samples) + ' '
           + std::to_string(static_cast<int>(options.sampler)) + ' ' + std::to_string(static_cast<int>(options.ranks))
           + ' ' + std::to_string(static_cast<int>(options.errors));
    return hashOf(all);
}

std::size_t sampleBytes(const Run& run) {
    std::size_t bytes = 0;
    for (const InputSummary& input : run.inputs)
        bytes += columnBytes(input.samples);
    for (const OutputSummary& output : run.outputs)
        bytes += columnBytes(output.samples);
    return bytes;
}

RunPtr RunCache::find(const std::string& key) {
    const auto found =
        std::find_if(m_runs.begin(), m_runs.end(), [&](const auto& entry) { return entry.first == key; });
    if (found == m_runs.end())
        return nullptr;
    m_runs.splice(m_runs.begin(), m_runs, found);
    return found->second;
}

void RunCache::insert(const std::string& key, RunPtr run) {
    if (find(key))
        return;
    m_bytes += sampleBytes(*run);
    m_runs.emplace_front(key, std::move(run));
    while (m_bytes > m_limit && m_runs.size() > 1) {
        m_bytes -= sampleBytes(*m_runs.back().second);
        m_runs.pop_back();
    }
}

} // namespace assay
