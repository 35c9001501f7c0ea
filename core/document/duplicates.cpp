// Hashes and texts are compared first; sketches are made only for what came and, once each, for what is there.
#include "core/document/duplicates.h"

#include "core/document/new_version.h"
#include "core/source/likeness.h"

#include <algorithm>

namespace assay {
namespace {

/// A digest is our own words: only the same words are the same, whatever work it tells of.
bool isSame(const Source& came, const Source& there) {
    return came.text == there.text || (there.digestOf.empty() && !came.sha256.empty() && came.sha256 == there.sha256);
}

/// The better of two: the same before the alike, then the more alike; the first of equals.
void takeBetter(std::optional<Duplicate>& best, const Duplicate& other) {
    if (other.isSame || other.alike >= nearDuplicate)
        if (!best || (other.isSame && !best->isSame) || (other.isSame == best->isSame && other.alike > best->alike))
            best = other;
}

} // namespace

std::vector<Duplicate> findDuplicates(const Document& document, const Rows<Source>& imported,
                                      const std::vector<std::size_t>& skipped) {
    std::vector<std::optional<Duplicate>> best(imported.size());
    std::vector<TextSketch> sketches;
    for (const Row<Source>& source : imported)
        sketches.push_back(sketchOf(source->text, source->quiet));
    const auto compare = [&](std::size_t i, const Source& other, const TextSketch& sketch, Duplicate found) {
        found.imported = i;
        found.isSame = isSame(*imported[i], other);
        found.alike = found.isSame ? 1.0 : likeness(sketches[i], sketch);
        takeBetter(best[i], found);
    };
    const auto isSkipped = [&](std::size_t i) { return std::find(skipped.begin(), skipped.end(), i) != skipped.end(); };
    for (const Row<Source>& source : document.sources) {
        const TextSketch sketch = source->digestOf.empty() ? sketchOf(source->text, source->quiet) : TextSketch{};
        for (std::size_t i = 0; i < imported.size(); ++i)
            if (!isSkipped(i))
                compare(i, *source, sketch, Duplicate{.source = source->id});
    }
    for (std::size_t i = 0; i < imported.size(); ++i)
        for (std::size_t k = 0; k < i; ++k)
            if (!isSkipped(i))
                compare(i, *imported[k], sketches[k], Duplicate{.source = std::nullopt, .earlier = k});
    std::vector<Duplicate> found;
    for (std::size_t i = 0; i < imported.size(); ++i) // a newer text of the same address is a version, and told as such
        if (best[i] && (best[i]->isSame || !olderVersionOf(document, *imported[i])))
            found.push_back(*best[i]);
    return found;
}

bool hasRoomForOriginal(const Document& document, const Source& imported) {
    std::size_t size = imported.original.size();
    for (const Row<Source>& source : document.sources)
        size += source->original.size();
    return size <= mostOriginals;
}

} // namespace assay
