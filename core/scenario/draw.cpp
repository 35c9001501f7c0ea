// Threads claim chunks of blocks; each block's columns depend on its number alone.
#include "core/base/plain_arithmetic.h"
#include "core/scenario/column_keys.h"
#include "core/scenario/parallel.h"

#include <algorithm>

namespace assay {
namespace {

constexpr std::size_t blocksInChunk = 8; ///< a claim costs an atomic add; 8 blocks are some 50 us of work

using MutableColumn = std::shared_ptr<Samples>;

/// What a thread works with.
struct Bench {
    Workspace workspace;
    std::vector<double> room; ///< uniforms of one input, or of all correlated ones

    std::span<double> uniforms(std::size_t column, std::size_t count) {
        return std::span(room).subspan(column * blockSize, count);
    }
};

/// Room for a column; none when stop is requested.
MutableColumn makeColumn(std::size_t samples, const std::stop_token& stop) {
    return std::make_shared<Samples>(stop.stop_requested() ? 0 : samples);
}

class Drawing {
public:
    Drawing(const Prepared& prepared, std::span<const Column> linked, const DrawOptions& options,
            const KnownColumns& known, const std::stop_token& stop)
        : m_prepared(prepared),
          m_options(options),
          m_stop(stop),
          m_loops(columnLoops(options.instructionSet)),
          m_drawn(linked.size()),
          m_isCorrelated(linked.size()) {
        m_set.inputKeys = inputKeys(prepared, options);
        m_set.outputKeys = outputKeys(prepared, m_set.inputKeys, options);
        for (const std::size_t i : prepared.correlated.inputs)
            m_isCorrelated[i] = true;
        for (std::size_t i = 0; i < linked.size(); ++i)
            addInput(i, linked[i], known);
        for (std::size_t i = 0; i < m_set.outputKeys.size(); ++i)
            addOutput(i, known);
        const bool isWhole = m_wanted.size() == m_set.outputs.size();
        m_program =
            isWhole ? prepared.program : makeProgram(prepared.compiled, fixedValues(prepared.binding), m_wanted);
    }

    bool isDone() const {
        return m_wanted.empty()
               && std::all_of(m_drawn.begin(), m_drawn.end(), [](const MutableColumn& c) { return c == nullptr; });
    }

    Bench makeBench() const {
        const std::size_t columns = std::max<std::size_t>(m_prepared.correlated.inputs.size(), 1);
        return Bench{Workspace(m_program, m_loops), std::vector<double>(columns * blockSize)};
    }

    void drawBlock(std::size_t block, Bench& bench) {
        const std::size_t first = block * blockSize;
        const std::size_t count = std::min<std::size_t>(blockSize, m_options.samples - first);
        for (std::size_t i = 0; i < m_drawn.size(); ++i)
            if (m_drawn[i] != nullptr && !m_isCorrelated[i])
                drawInput(i, first, bench.uniforms(0, count));
        drawCorrelated(first, count, bench);
        for (std::size_t i = 0; i < m_drawn.size(); ++i)
            if (const auto slot = m_program.inputSlots[i])
                bench.workspace.setInput(*slot, m_set.inputs[i]->data() + first);
        bench.workspace.run(count);
        for (std::size_t i = 0; i < m_wanted.size(); ++i)
            m_loops.settle(bench.workspace.values(m_program.outputSlots[i]), nullptr, nullptr,
                           m_outputs[i]->data() + first, count);
    }

    const SampleSet& set() const { return m_set; }

private:
    void addInput(std::size_t input, const Column& linked, const KnownColumns& known) {
        const bool isDrawn = m_prepared.tables[input] != nullptr;
        Column column = isDrawn ? known.find(m_set.inputKeys[input]) : linked;
        if (isDrawn && column == nullptr)
            column = m_drawn[input] = makeColumn(m_options.samples, m_stop);
        m_set.inputs.push_back(std::move(column));
        m_uniforms.emplace_back();
        if (m_drawn[input] != nullptr || (isDrawn && m_isCorrelated[input])) // a later one may need its uniforms
            m_uniforms[input].emplace(StreamKey{m_options.sampler, m_options.seed, m_prepared.streams[input],
                                                m_options.replicate, m_options.samples});
    }

    void addOutput(std::size_t output, const KnownColumns& known) {
        Column column = known.find(m_set.outputKeys[output]);
        if (column == nullptr) {
            m_wanted.push_back(output);
            m_outputs.push_back(makeColumn(m_options.samples, m_stop));
            column = m_outputs.back();
        }
        m_set.outputs.push_back(std::move(column));
    }

    /// uniforms: room for them, one a sample.
    void drawInput(std::size_t input, std::size_t first, std::span<double> uniforms) {
        m_uniforms[input]->fill(m_loops, first, uniforms);
        fillInput(input, first, uniforms);
    }

    void fillInput(std::size_t input, std::size_t first, std::span<const double> uniforms) {
        m_prepared.tables[input]->fill(m_loops, uniforms, std::span(*m_drawn[input]).subspan(first, uniforms.size()));
    }

    void drawCorrelated(std::size_t first, std::size_t count, Bench& bench) {
        const std::vector<std::size_t>& inputs = m_prepared.correlated.inputs;
        if (std::none_of(inputs.begin(), inputs.end(), [this](std::size_t i) { return m_drawn[i] != nullptr; }))
            return;
        std::vector<double*> columns;
        for (std::size_t k = 0; k < inputs.size(); ++k) {
            const std::span<double> uniforms = bench.uniforms(k, count);
            m_uniforms[inputs[k]]->fill(m_loops, first, uniforms);
            columns.push_back(uniforms.data());
        }
        correlate(m_prepared.correlated.copula, columns, count);
        for (std::size_t k = 0; k < inputs.size(); ++k)
            if (m_drawn[inputs[k]] != nullptr)
                fillInput(inputs[k], first, bench.uniforms(k, count));
    }

    const Prepared& m_prepared;
    const DrawOptions& m_options;
    const std::stop_token& m_stop;
    const ColumnLoops& m_loops;
    SampleSet m_set;
    std::vector<std::optional<Uniforms>> m_uniforms; ///< per input that is drawn
    std::vector<MutableColumn> m_drawn;              ///< per input; null: fixed, linked or known
    std::vector<bool> m_isCorrelated;
    std::vector<std::size_t> m_wanted;    ///< outputs that are not known
    std::vector<MutableColumn> m_outputs; ///< of those
    Program m_program;                    ///< for those
};

} // namespace

SampleSet drawSamples(const Prepared& prepared, std::span<const Column> linked, const DrawOptions& options,
                      const KnownColumns& known, const std::stop_token& stop) {
    const PlainArithmetic plain;
    Drawing drawing(prepared, linked, options, known, stop);
    if (drawing.isDone() || stop.stop_requested())
        return drawing.set();
    const std::size_t blocks = (options.samples + blockSize - 1) / blockSize;
    const std::size_t chunks = (blocks + blocksInChunk - 1) / blocksInChunk;
    const int threads = threadCount(options.threads, chunks);
    std::vector<Bench> benches;
    for (int i = 0; i < threads; ++i)
        benches.push_back(drawing.makeBench());
    const auto draw = [&](std::size_t chunk, std::size_t thread) {
        const std::size_t last = std::min(blocks, (chunk + 1) * blocksInChunk);
        for (std::size_t block = chunk * blocksInChunk; block < last && !stop.stop_requested(); ++block)
            drawing.drawBlock(block, benches[thread]);
    };
    runTasks(chunks, threads, stop, draw, options.progress);
    return drawing.set();
}

SampleSet drawSamples(const Prepared& prepared, std::span<const Column> linked, const DrawOptions& options,
                      const std::stop_token& stop) {
    return drawSamples(prepared, linked, options, KnownColumns(), stop);
}

} // namespace assay
