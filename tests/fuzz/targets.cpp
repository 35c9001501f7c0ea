// What is fed to which reader, and what must hold for every input.
#include "tests/fuzz/targets.h"

#include "core/base/utf8.h"
#include "core/dist/distribution.h"
#include "core/io/importer.h"
#include "core/io/json_reader.h"
#include "core/io/json_writer.h"
#include "core/io/model_file.h"
#include "core/io/project_file.h"
#include "core/scenario/formula.h"
#include "core/source/find_anchor.h"
#include "core/source/number_change.h"
#include "core/source/search_text.h"
#include "core/units/read_quantity.h"
#include "core/units/unit.h"

#include <array>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace assay::fuzz {
namespace {

void mustHold(bool condition, const char* what) {
    if (condition)
        return;
    std::fprintf(stderr, "does not hold: %s\n", what);
    std::abort();
}

void json(std::string_view bytes) {
    const Result<JsonValue> read = readJson(bytes, "fuzz");
    if (!read)
        return mustHold(!read.error().place.empty(), "an error says where");
    const Result<JsonValue> again = readJson(writeJson(*read), "fuzz");
    mustHold(again && *again == *read, "what was written reads back equal");
}

void project(std::string_view bytes) {
    const Result<Document> read = readProject(bytes, "fuzz.assay");
    if (!read)
        return mustHold(!read.error().place.empty(), "an error says where");
    const std::string written = writeProject(*read);
    const Result<Document> again = readProject(written, "fuzz.assay");
    mustHold(again && *again == *read, "decode(encode(d)) == d");
    mustHold(writeProject(*again) == written, "a canonical file stays as it is");
}

void model(std::string_view bytes) {
    const Result<Model> read = readModel(bytes, "fuzz.json");
    if (!read)
        return;
    const Result<Model> again = readModel(writeModel(*read), "fuzz.json");
    mustHold(again && *again == *read, "a model reads back equal");
}

void quantity(std::string_view bytes) {
    if (!isUtf8(bytes))
        return;
    constexpr std::array<const char*, 4> languages = {"en", "ko", "zh", "ja"};
    const ReadOptions options{languages[bytes.size() % languages.size()]};
    const std::size_t length = codePointCount(bytes);
    std::size_t last = 0;
    for (const FoundQuantity& found : findQuantities(bytes, options)) {
        mustHold(found.start >= last && found.start < found.end && found.end <= length,
                 "spans are in order and inside");
        const Quantity& q = found.quantity;
        mustHold(!q.value || !std::isnan(*q.value), "a value is a number");
        mustHold(!q.low || !q.high || *q.low <= *q.high, "low is not above high");
        last = found.end;
    }
    if (const Result<Quantity> one = readQuantity(bytes, options); one)
        mustHold(one->bound != Bound::unsure || !one->value, "an unsure magnitude has no value");
}

void input(std::string_view bytes) {
    const Result<InputValue> read = readInput(bytes, "USD");
    if (!read)
        return;
    const double low = quantile(read->distribution, 0.05);
    const double high = quantile(read->distribution, 0.95);
    mustHold(!(low > high), "quantiles ascend");
    if (const Result<Echo> echo = echoInput(bytes, "USD"); echo)
        mustHold(!echo->shape.empty(), "an echo names the shape");
}

void unit(std::string_view bytes) {
    const Result<Unit> read = parseUnit(bytes);
    if (!read)
        return;
    const Result<Unit> again = parseUnit(unitText(*read));
    mustHold(again && sameDimension(*again, *read), "a unit's canonical text reads back");
}

void formula(std::string_view bytes) {
    const Result<Expression> read = parseFormula(bytes);
    if (!read)
        return;
    for (std::size_t i = 0; i < read->nodes.size(); ++i)
        for (const int operand : read->nodes[i].operands)
            mustHold(operand < static_cast<int>(i), "operands come before their operation");
}

/// The first byte picks the importer by its file name; the rest is the file.
void importText(std::string_view bytes) {
    if (bytes.empty())
        return;
    const std::span<const Importer> all = importers();
    const Importer& importer = all[static_cast<unsigned char>(bytes.front()) % all.size()];
    const Result<Imported> read = importBytes(bytes.substr(1), "fuzz." + std::string(importer.extensions.front()));
    if (!read)
        return;
    mustHold(isUtf8(read->source.text), "an imported text is UTF-8");
    std::size_t last = 0;
    for (const TextRange& range : read->source.quiet) {
        mustHold(range.start >= last && range.start < range.end, "quiet ranges are ascending and apart");
        last = range.end;
    }
    mustHold(last <= codePointCount(read->source.text), "they lie in the text");
    mustHold(keptOriginal(read->source) == bytes.substr(1), "the original comes back as it was");
}

/// Two bytes are the ends of a selection; the rest is the text.
void anchor(std::string_view bytes) {
    if (bytes.size() < 2 || !isUtf8(bytes.substr(2)))
        return;
    Source source;
    source.id = SourceId{"s"};
    source.text = std::string(bytes.substr(2));
    const Result<Anchor> made =
        makeAnchor(source, static_cast<unsigned char>(bytes[0]), static_cast<unsigned char>(bytes[1]));
    if (!made)
        return;
    mustHold(isAnchored(source, *made), "a new anchor holds");
    const Result<Anchor> first = anchorOfQuote(source, made->quote);
    mustHold(first && first->start <= made->start && isAnchored(source, *first), "its quote is found, there or before");
}

/// Two bytes are the ends of a selection, then the text it is in, a zero byte, and the text it is looked for in.
void findAgain(std::string_view bytes) {
    if (bytes.size() < 2)
        return;
    const std::size_t cut = std::min(bytes.find('\0', 2), bytes.size());
    const std::string_view changed = bytes.substr(std::min(cut + 1, bytes.size()));
    Source source;
    source.id = SourceId{"s"};
    source.text = std::string(bytes.substr(2, cut - 2));
    if (!isUtf8(source.text) || !isUtf8(changed))
        return;
    const Result<Anchor> made =
        makeAnchor(source, static_cast<unsigned char>(bytes[0]), static_cast<unsigned char>(bytes[1]));
    if (!made)
        return;
    const FoundAnchor found = findAnchor(changed, *made);
    mustHold(found.score >= 0 && found.score <= 1, "a score is from 0 to 1");
    if (found.state == AnchorState::orphan)
        return mustHold(found.start == 0 && found.end == 0, "an orphan is nowhere");
    mustHold(found.start < found.end && found.end <= codePointCount(changed), "a place is inside the text");
    const std::string_view there = codePoints(changed, found.start, found.end);
    mustHold(found.state == AnchorState::numberChanged || !numberChange(made->quote, there),
             "a changed number is never taken for found");
}

/// The first byte picks the kind of search; then what is wanted, a zero byte, and the text.
void search(std::string_view bytes) {
    constexpr std::array kinds = {SearchKind::words, SearchKind::wholeWords, SearchKind::expression,
                                  SearchKind::quantity};
    constexpr std::chrono::milliseconds patience{200};
    const std::size_t cut = bytes.find('\0', 1);
    if (bytes.empty() || cut == std::string_view::npos)
        return;
    const std::string_view wanted = bytes.substr(1, cut - 1);
    const std::string_view words = bytes.substr(cut + 1);
    if (!isUtf8(wanted) || !isUtf8(words))
        return;
    const SearchKind kind = kinds[static_cast<unsigned char>(bytes.front()) % kinds.size()];
    SearchText text{std::string(words)};
    const auto start = std::chrono::steady_clock::now();
    const TextHits hits = text.find(kind, wanted, {}, patience);
    if (kind == SearchKind::expression) // ten times as long as asked for: other programs run too
        mustHold(std::chrono::steady_clock::now() - start < 10 * patience, "an expression stops in time");
    const std::size_t length = codePointCount(words);
    std::size_t last = 0;
    for (const TextRange& hit : hits.ranges) {
        mustHold(hit.start >= last && hit.start < hit.end && hit.end <= length, "hits are in order, apart and inside");
        last = hit.end;
    }
    mustHold(hits.end != SearchEnd::cancelled && hits.searchedTo <= length, "an early end says how far it came");
    if (kind == SearchKind::words && hits.end == SearchEnd::complete)
        mustHold(text.find(SearchKind::wholeWords, wanted).ranges.size() <= hits.ranges.size(),
                 "whole words are a part of all words");
}

constexpr std::array all = {
    Target{"anchor", anchor},     Target{"find_anchor", findAgain},
    Target{"formula", formula},   Target{"import_text", importText},
    Target{"input", input},       Target{"json", json},
    Target{"model", model},       Target{"project", project},
    Target{"quantity", quantity}, Target{"search", search},
    Target{"unit", unit},
};

} // namespace

std::span<const Target> targets() { return all; }

const Target* findTarget(std::string_view name) {
    for (const Target& target : all)
        if (target.name == name)
            return &target;
    return nullptr;
}

} // namespace assay::fuzz
