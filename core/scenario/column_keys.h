// Content keys of columns: equal keys mean equal samples, so that a column can be taken from an earlier run instead of
// being drawn again. Threads and instruction sets are no part of them: they change no bit.
#pragma once

#include "core/scenario/samples.h"

#include <map>
#include <span>
#include <vector>

namespace assay {

/// Per input of the model; no key for fixed ones.
std::vector<ContentKey> inputKeys(const Prepared& prepared, const DrawOptions& options);

/// Per output of the model.
std::vector<ContentKey> outputKeys(const Prepared& prepared, std::span<const ContentKey> inputs,
                                   const DrawOptions& options);

/// What earlier runs know of columns, by key. The runs must live as long.
class KnownColumns {
public:
    KnownColumns() = default;
    explicit KnownColumns(std::span<const RunPtr> runs);
    Column find(const ContentKey& key) const;                   ///< null: not known
    const InputSummary* findInput(const ContentKey& key) const; ///< of an input with these samples; null: not known

private:
    void add(const ContentKey& key, const Column& column);

    std::map<ContentKey, Column> m_columns;
    std::map<ContentKey, const InputSummary*> m_inputs;
};

} // namespace assay
