// Whatever a sample depends on goes in, in a fixed order.
#include "core/scenario/column_keys.h"

#include "core/dist/distribution_key.h"
#include "core/scenario/simulate.h"

namespace assay {
namespace {

enum class Origin : std::uint64_t { drawn, correlated, linked, computed };

KeyWriter writerFor(Origin origin, const DrawOptions& options) {
    KeyWriter writer;
    writer.add(std::uint64_t{engineVersion});
    writer.add(static_cast<std::uint64_t>(origin));
    writer.add(options.samples);
    return writer;
}

void addDraw(KeyWriter& writer, const Prepared& prepared, std::size_t input, const DrawOptions& options) {
    writer.add(static_cast<std::uint64_t>(options.sampler));
    writer.add(options.seed);
    writer.add(std::uint64_t{options.replicate});
    writer.add(static_cast<std::uint64_t>(prepared.streams[input]));
}

ContentKey drawnKey(const Prepared& prepared, std::size_t input, const DrawOptions& options) {
    KeyWriter writer = writerFor(Origin::drawn, options);
    addDraw(writer, prepared, input, options);
    addToKey(writer, prepared.binding.inputs[input].distribution);
    return writer.key();
}

/// A correlated input also depends on the streams before it and on its row of the factor.
ContentKey correlatedKey(const Prepared& prepared, std::size_t place, const DrawOptions& options) {
    const Correlated& correlated = prepared.correlated;
    KeyWriter writer = writerFor(Origin::correlated, options);
    for (std::size_t k = 0; k <= place; ++k) {
        addDraw(writer, prepared, correlated.inputs[k], options);
        writer.add(correlated.copula.factor[place * correlated.copula.size + k]);
    }
    addToKey(writer, prepared.binding.inputs[correlated.inputs[place]].distribution);
    return writer.key();
}

} // namespace

std::vector<ContentKey> inputKeys(const Prepared& prepared, const DrawOptions& options) {
    std::vector<ContentKey> keys(prepared.binding.inputs.size());
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const BoundInput& input = prepared.binding.inputs[i];
        if (input.samples != nullptr) {
            KeyWriter writer = writerFor(Origin::linked, options);
            writer.add(input.samplesKey);
            keys[i] = writer.key();
        } else if (!input.fixed) {
            keys[i] = drawnKey(prepared, i, options);
        }
    }
    for (std::size_t place = 1; place < prepared.correlated.inputs.size(); ++place) // the first one stays as drawn
        keys[prepared.correlated.inputs[place]] = correlatedKey(prepared, place, options);
    return keys;
}

std::vector<ContentKey> outputKeys(const Prepared& prepared, std::span<const ContentKey> inputs,
                                   const DrawOptions& options) {
    std::vector<ContentKey> keys;
    for (const Recipe& recipe : prepared.program.recipes) {
        KeyWriter writer = writerFor(Origin::computed, options);
        writer.add(recipe.formula);
        for (const std::size_t input : recipe.inputs)
            writer.add(inputs[input]);
        keys.push_back(writer.key());
    }
    return keys;
}

KnownColumns::KnownColumns(std::span<const RunPtr> runs) {
    for (const RunPtr& run : runs) {
        for (const InputSummary& input : run->inputs) {
            add(input.samplesKey, input.samples);
            if (const InputSummary*& known = m_inputs[input.samplesKey]; known == nullptr || known->ranks == nullptr)
                known = &input;
        }
        for (const OutputSummary& output : run->outputs)
            add(output.samplesKey, output.samples);
    }
}

void KnownColumns::add(const ContentKey& key, const Column& column) {
    if (key != ContentKey{} && column != nullptr)
        m_columns.emplace(key, column);
}

const InputSummary* KnownColumns::findInput(const ContentKey& key) const {
    const auto known = key == ContentKey{} ? m_inputs.end() : m_inputs.find(key);
    return known == m_inputs.end() ? nullptr : known->second;
}

Column KnownColumns::find(const ContentKey& key) const {
    const auto known = m_columns.find(key);
    return known == m_columns.end() ? nullptr : known->second;
}

} // namespace assay
