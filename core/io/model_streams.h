// Stream numbers for a model that came without: every input's draws hang on its number. Knows no file.
#pragma once

#include "core/scenario/model.h"

#include <algorithm>

namespace assay {

/// Inputs with stream 0 (the file gave none) get the smallest free numbers in file order.
inline Model withStreams(Model model) {
    const auto taken = [&](int stream) {
        return std::any_of(model.inputs.begin(), model.inputs.end(),
                           [&](const ModelInput& input) { return input.stream == stream; });
    };
    int next = 1;
    for (ModelInput& input : model.inputs) {
        while (input.stream == 0 && taken(next))
            ++next;
        input.stream = input.stream == 0 ? next : input.stream;
    }
    return model;
}

} // namespace assay
