// The passes over the samples: outputs are binned and selected from, inputs ranked, and both brought together.
#include "core/base/plain_arithmetic.h"
#include "core/scenario/column_keys.h"
#include "core/scenario/parallel.h"
#include "core/scenario/summary.h"

#include <algorithm>
#include <tuple>

namespace assay {
namespace {

using Values = std::span<const double>;

class Summarising {
public:
    Summarising(const Model& model, const Prepared& prepared, const SampleSet& set, const DrawOptions& drawn,
                const KnownColumns& known, const StatisticsWork& work)
        : m_model(model),
          m_prepared(prepared),
          m_set(set),
          m_drawn(drawn),
          m_work(work) {
        for (std::size_t i = 0; i < set.inputs.size(); ++i) {
            if (set.inputs[i] == nullptr)
                continue;
            m_uncertain.push_back(i);
            m_inputValues.emplace_back(*set.inputs[i]);
            const InputSummary* same = known.findInput(set.inputKeys[i]);
            const bool isSame = same != nullptr && same->unit == prepared.binding.inputs[i].unit;
            m_known.push_back(isSame ? same : nullptr);
        }
        for (const Column& output : set.outputs)
            m_outputValues.emplace_back(*output);
    }

    Summaries run(RankMethod ranks) {
        m_binned = binColumns(m_outputValues, m_work);
        if (stopped())
            return {};
        addOutputs();
        for (std::size_t i = 0; i < m_model.inputs.size(); ++i)
            m_summaries.inputs.push_back(
                inputSummary(m_model.inputs[i], m_prepared.binding.inputs[i], m_set.inputs[i]));
        for (std::size_t k = 0; k < m_uncertain.size(); ++k)
            if (const InputSummary* known = m_known[k]) {
                InputSummary& input = inputOf(k);
                std::tie(input.p5, input.p50, input.p95) = std::tie(known->p5, known->p50, known->p95);
            }
        const std::vector<std::vector<Influence>> influences =
            ranks == RankMethod::exact ? rankExactly() : rankByBins();
        for (std::size_t o = 0; o < m_summaries.outputs.size() && !stopped(); ++o)
            for (std::size_t k = 0; k < m_uncertain.size(); ++k)
                m_summaries.outputs[o].sensitivity.push_back(
                    sensitivityOf(inputOf(k), m_summaries.outputs[o], influences[k][o]));
        return std::move(m_summaries);
    }

private:
    bool stopped() const { return m_work.stop.stop_requested(); }

    /// Uncertain input number k.
    InputSummary& inputOf(std::size_t k) { return m_summaries.inputs[m_uncertain[k]]; }

    void addOutputs() {
        std::vector<Wanted> wanted;
        for (const BinnedColumn& column : m_binned)
            wanted.push_back(stopped() ? Wanted{} : wantedOfOutput(column));
        const std::vector<OrderStatistics> selected =
            stopped() ? std::vector<OrderStatistics>() : select(m_binned, wanted, m_work);
        for (std::size_t o = 0; o < selected.size(); ++o)
            m_summaries.outputs.push_back(outputSummary(m_model.formulas[m_prepared.compiled.outputs[o]],
                                                        m_prepared.binding.chip, m_set.outputs[o], m_binned[o],
                                                        selected[o]));
    }

    /// Drawn from Sobol points without a copula: its uniforms are as good as ranks and cheaper to make again than bins.
    bool isOfUniforms(std::size_t input) const {
        const std::vector<std::size_t>& correlated = m_prepared.correlated.inputs;
        return m_drawn.sampler == SamplerKind::sobol && m_prepared.tables[input] != nullptr
               && (correlated.size() < 2 || std::find(correlated.begin(), correlated.end(), input) == correlated.end());
    }

    Uniforms uniformsOf(std::size_t input) const {
        return Uniforms(
            StreamKey{m_drawn.sampler, m_drawn.seed, m_prepared.streams[input], m_drawn.replicate, m_drawn.samples});
    }

    std::vector<std::vector<Influence>> rankByBins() {
        std::vector<RankedInput> inputs(m_uncertain.size());
        std::vector<std::size_t> others;
        for (std::size_t k = 0; k < m_uncertain.size(); ++k) {
            inputs[k].needsQuantiles = m_known[k] == nullptr;
            if (isOfUniforms(m_uncertain[k]))
                inputs[k].uniforms = uniformsOf(m_uncertain[k]);
            else
                others.push_back(k);
        }
        const std::vector<BinnedColumn> binned = binInputs(others);
        if (stopped())
            return {};
        for (std::size_t j = 0; j < others.size(); ++j)
            inputs[others[j]].binned = &binned[j];
        std::vector<RankedOutput> outputs;
        for (const BinnedColumn& column : m_binned)
            outputs.push_back(RankedOutput{&column, {}});
        InfluenceTable table = influencesOf(inputs, m_inputValues, outputs, m_work);
        std::vector<std::size_t>
            missing; // whose percentiles are not where their uniforms are: rounding, or few samples
        for (std::size_t k = 0; k < inputs.size() && !stopped(); ++k) {
            if (!inputs[k].uniforms || !inputs[k].needsQuantiles)
                continue;
            if (table.quantiles[k].values.empty())
                missing.push_back(k);
            else
                inputOf(k) = withQuantiles(std::move(inputOf(k)), table.quantiles[k], m_drawn.samples);
        }
        binInputs(missing);
        return std::move(table.influences);
    }

    /// The bins of some uncertain inputs, which give those their percentiles.
    std::vector<BinnedColumn> binInputs(const std::vector<std::size_t>& which) {
        std::vector<Values> values;
        for (const std::size_t k : which)
            values.push_back(m_inputValues[k]);
        std::vector<BinnedColumn> binned = binColumns(values, m_work);
        if (stopped())
            return binned;
        std::vector<Wanted> wanted;
        for (const BinnedColumn& column : binned)
            wanted.push_back(wantedOfInput(column));
        const std::vector<OrderStatistics> selected = select(binned, wanted, m_work);
        for (std::size_t j = 0; j < selected.size(); ++j)
            inputOf(which[j]) = withQuantiles(std::move(inputOf(which[j])), selected[j], binned[j].moments.count);
        return binned;
    }

    std::vector<std::vector<Influence>> rankExactly() {
        const std::size_t inputs = m_uncertain.size(), n = std::min<std::size_t>(m_drawn.samples, exactlyRanked);
        const bool all = n == m_drawn.samples;
        std::vector<Values> columns = m_inputValues;
        columns.insert(columns.end(), m_outputValues.begin(), m_outputValues.end());
        for (Values& values : columns)
            values = values.first(n);
        const std::span<const Values> inputColumns = std::span(columns).first(inputs);
        std::vector<std::shared_ptr<const Ranks>> ranks(columns.size());
        const auto rank = [&](std::size_t task, std::size_t) {
            if (task < inputs && m_known[task] != nullptr && m_known[task]->ranks != nullptr) {
                ranks[task] = m_known[task]->ranks;
                return;
            }
            Ranking ranking = rankColumn(columns[task], m_work.stop);
            ranks[task] = std::make_shared<const Ranks>(std::move(ranking.ranks));
            if (task < inputs && all && !stopped())
                inputOf(task) = withQuantiles(std::move(inputOf(task)), selectFromOrder(columns[task], ranking.order),
                                              ranking.order.size());
        };
        runTasks(columns.size(), threadCount(m_work.threads, columns.size()), m_work.stop, rank, m_work.progress);
        if (stopped())
            return {};
        std::vector<std::size_t> missing;
        for (std::size_t k = 0; k < inputs && !all; ++k)
            if (m_known[k] == nullptr)
                missing.push_back(k);
        binInputs(missing);
        const std::vector<BinnedColumn> first =
            all ? std::vector<BinnedColumn>() : binColumns(std::span(columns).subspan(inputs), m_work);
        if (stopped())
            return {};
        std::vector<RankedInput> rankedInputs(inputs);
        for (std::size_t k = 0; k < inputs; ++k) {
            inputOf(k).ranks = ranks[k];
            rankedInputs[k].ranks = *ranks[k];
            rankedInputs[k].needsQuantiles = false;
            if (isOfUniforms(m_uncertain[k]))
                rankedInputs[k].uniforms = uniformsOf(m_uncertain[k]);
        }
        std::vector<RankedOutput> rankedOutputs;
        for (std::size_t o = 0; o < m_binned.size(); ++o)
            rankedOutputs.push_back(RankedOutput{all ? &m_binned[o] : &first[o], *ranks[inputs + o]});
        return influencesOf(rankedInputs, inputColumns, rankedOutputs, m_work).influences;
    }

    const Model& m_model;
    const Prepared& m_prepared;
    const SampleSet& m_set;
    const DrawOptions& m_drawn;
    const StatisticsWork& m_work;
    std::vector<std::size_t> m_uncertain;     ///< inputs with samples
    std::vector<Values> m_inputValues;        ///< theirs
    std::vector<const InputSummary*> m_known; ///< what an earlier run says of them, or null
    std::vector<Values> m_outputValues;
    std::vector<BinnedColumn> m_binned; ///< the outputs
    Summaries m_summaries;
};

} // namespace

Summaries summarise(const Model& model, const Prepared& prepared, const SampleSet& set, const DrawOptions& drawn,
                    RankMethod ranks, const KnownColumns& known, const std::stop_token& stop) {
    const PlainArithmetic plain;
    const StatisticsWork work{drawn.threads, drawn.instructionSet, stop, drawn.progress};
    return Summarising(model, prepared, set, drawn, known, work).run(ranks);
}

} // namespace assay
