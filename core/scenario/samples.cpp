// Threads claim chunks of blocks; each block's columns depend on its number alone.
#include "core/scenario/samples.h"

#include "core/scenario/check_lists.h"
#include "core/scenario/parallel.h"

#include <algorithm>

namespace assay {
namespace {

constexpr std::size_t blocksInChunk = 8; ///< a claim costs an atomic add; 8 blocks are some 50 us of work

using MutableColumn = std::shared_ptr<std::vector<double>>;

/// What a thread works with.
struct Bench {
    Workspace workspace;
    std::vector<double> room; ///< uniforms of one input, or of all correlated ones

    std::span<double> uniforms(std::size_t column, std::size_t count) {
        return std::span(room).subspan(column * blockSize, count);
    }
};

class Drawing {
public:
    Drawing(const Prepared& prepared, std::span<const Column> linked, const DrawOptions& options)
        : m_prepared(prepared),
          m_linked(linked),
          m_options(options),
          m_loops(columnLoops(options.instructionSet)),
          m_inputs(linked.size()),
          m_isCorrelated(linked.size()) {
        for (const std::size_t i : prepared.correlated.inputs)
            m_isCorrelated[i] = true;
        for (std::size_t i = 0; i < linked.size(); ++i) {
            m_uniforms.emplace_back(prepared.tables[i] == nullptr
                                        ? StreamKey{SamplerKind::monteCarlo}
                                        : StreamKey{options.sampler, options.seed, prepared.streams[i],
                                                    options.replicate, options.samples});
            if (prepared.tables[i] != nullptr)
                m_inputs[i] = std::make_shared<std::vector<double>>(options.samples);
        }
        for (std::size_t i = 0; i < prepared.program.outputSlots.size(); ++i)
            m_outputs.push_back(std::make_shared<std::vector<double>>(options.samples));
    }

    void drawBlock(std::size_t block, Bench& bench) {
        const std::size_t first = block * blockSize;
        const std::size_t count = std::min<std::size_t>(blockSize, m_options.samples - first);
        for (std::size_t i = 0; i < m_inputs.size(); ++i)
            if (m_inputs[i] != nullptr && !m_isCorrelated[i])
                drawInput(i, first, bench.uniforms(0, count));
        if (!m_prepared.correlated.inputs.empty())
            drawCorrelated(first, count, bench);
        for (std::size_t i = 0; i < m_inputs.size(); ++i)
            if (const auto slot = m_prepared.program.inputSlots[i])
                bench.workspace.setInput(*slot,
                                         (m_inputs[i] != nullptr ? m_inputs[i]->data() : m_linked[i]->data()) + first);
        bench.workspace.run(count);
        for (std::size_t i = 0; i < m_outputs.size(); ++i)
            m_loops.settle(bench.workspace.values(m_prepared.program.outputSlots[i]), nullptr, nullptr,
                           m_outputs[i]->data() + first, count);
    }

    SampleSet finish() {
        SampleSet set;
        for (std::size_t i = 0; i < m_inputs.size(); ++i)
            set.inputs.push_back(m_inputs[i] != nullptr ? Column(m_inputs[i]) : m_linked[i]);
        set.outputs.assign(m_outputs.begin(), m_outputs.end());
        return set;
    }

private:
    /// uniforms: room for them, one a sample.
    void drawInput(std::size_t input, std::size_t first, std::span<double> uniforms) {
        m_uniforms[input].fill(m_loops, first, uniforms);
        fillInput(input, first, uniforms);
    }

    void fillInput(std::size_t input, std::size_t first, std::span<const double> uniforms) {
        m_prepared.tables[input]->fill(m_loops, uniforms, std::span(*m_inputs[input]).subspan(first, uniforms.size()));
    }

    void drawCorrelated(std::size_t first, std::size_t count, Bench& bench) {
        const std::vector<std::size_t>& inputs = m_prepared.correlated.inputs;
        std::vector<double*> columns;
        for (std::size_t k = 0; k < inputs.size(); ++k) {
            const std::span<double> uniforms = bench.uniforms(k, count);
            m_uniforms[inputs[k]].fill(m_loops, first, uniforms);
            columns.push_back(uniforms.data());
        }
        correlate(m_prepared.correlated.copula, columns, count);
        for (std::size_t k = 0; k < inputs.size(); ++k)
            fillInput(inputs[k], first, bench.uniforms(k, count));
    }

    const Prepared& m_prepared;
    std::span<const Column> m_linked;
    const DrawOptions& m_options;
    const ColumnLoops& m_loops;
    std::vector<Uniforms> m_uniforms;
    std::vector<MutableColumn> m_inputs;
    std::vector<bool> m_isCorrelated;
    std::vector<MutableColumn> m_outputs;
};

double rankBetween(const Model& model, const VariableId& a, const VariableId& b) {
    for (const Correlation& c : model.correlations)
        if ((c.inputs[0] == a && c.inputs[1] == b) || (c.inputs[0] == b && c.inputs[1] == a))
            return c.rank;
    return 0;
}

} // namespace

std::vector<bool> drawnInputs(const Binding& binding) {
    std::vector<bool> drawn;
    for (const BoundInput& input : binding.inputs)
        drawn.push_back(!input.fixed && input.samples == nullptr);
    return drawn;
}

Result<Correlated> correlatedInputs(const Model& model, const std::vector<bool>& drawn) {
    Correlated correlated;
    std::vector<std::size_t>& inputs = correlated.inputs;
    for (std::size_t i = 0; i < model.inputs.size(); ++i) {
        const auto names = [&model, i](const Correlation& c) {
            return std::find(c.inputs.begin(), c.inputs.end(), model.inputs[i].id) != c.inputs.end();
        };
        if (drawn[i] && std::any_of(model.correlations.begin(), model.correlations.end(), names))
            inputs.push_back(i);
    }
    std::sort(inputs.begin(), inputs.end(),
              [&model](std::size_t a, std::size_t b) { return model.inputs[a].stream < model.inputs[b].stream; });
    const std::size_t n = inputs.size();
    std::vector<double> ranks(n * n);
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t j = 0; j < n; ++j)
            ranks[i * n + j] = rankBetween(model, model.inputs[inputs[i]].id, model.inputs[inputs[j]].id);
    std::optional<Copula> copula = makeCopula(ranks, n);
    if (!copula)
        return Error(ErrorCode::modelInvalid, {}, {"no inputs can have these correlations together"});
    correlated.copula = std::move(*copula);
    return correlated;
}

Result<Prepared> prepare(const Model& model, const Scenario& scenario, std::span<const RunPtr> upstream) {
    Result<CompiledModel> compiled = compileModel(model);
    if (!compiled)
        return compiled.error();
    if (const Result<> lists = checkLists(model); !lists)
        return lists.error();
    Result<Binding> binding = bindInputs(model, *compiled, scenario, upstream);
    if (!binding)
        return binding.error();
    const std::vector<bool> drawn = drawnInputs(*binding);
    Result<Correlated> correlated = correlatedInputs(model, drawn);
    if (!correlated)
        return correlated.error();
    std::vector<std::optional<double>> fixed;
    Prepared prepared;
    for (std::size_t i = 0; i < model.inputs.size(); ++i) {
        const BoundInput& input = binding->inputs[i];
        fixed.push_back(input.fixed);
        prepared.streams.push_back(model.inputs[i].stream);
        prepared.tables.push_back(drawn[i] ? quantileTable(input.distribution) : nullptr);
    }
    prepared.program = makeProgram(*compiled, fixed);
    prepared.compiled = std::move(*compiled);
    prepared.binding = std::move(*binding);
    prepared.correlated = std::move(*correlated);
    return prepared;
}

SampleSet drawSamples(const Prepared& prepared, std::span<const Column> linked, const DrawOptions& options,
                      const std::stop_token& stop) {
    Drawing drawing(prepared, linked, options);
    const std::size_t blocks = (options.samples + blockSize - 1) / blockSize;
    const std::size_t chunks = (blocks + blocksInChunk - 1) / blocksInChunk;
    const int threads = threadCount(options.threads, chunks);
    const std::size_t columns = std::max<std::size_t>(prepared.correlated.inputs.size(), 1);
    std::vector<Bench> benches;
    for (int i = 0; i < threads; ++i)
        benches.push_back(Bench{Workspace(prepared.program, columnLoops(options.instructionSet)),
                                std::vector<double>(columns * blockSize)});
    runTasks(chunks, threads, stop, [&](std::size_t chunk, std::size_t thread) {
        for (std::size_t block = chunk * blocksInChunk; block < std::min(blocks, (chunk + 1) * blocksInChunk); ++block)
            drawing.drawBlock(block, benches[thread]);
    });
    return drawing.finish();
}

} // namespace assay
