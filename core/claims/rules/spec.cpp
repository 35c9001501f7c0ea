// A claim on a chip's computing performance against the chip catalogue.
#include "core/catalog/catalog.h"
#include "core/claims/rules.h"
#include "core/units/read_quantity.h"

#include <algorithm>
#include <cctype>
#include <cmath>

namespace assay {

namespace {

constexpr std::string_view deficitAttribute = "compute-deficit"; // how much lower than another chip, in per cent

struct Comparison {
    std::string_view name;
    std::optional<double> GpuRow::*field;
    bool isCompute = false; ///< speaks for computing performance in training
};

constexpr Comparison comparisons[] = {
    {"BF16", &GpuRow::bf16Tflops, true},
    {"FP8", &GpuRow::fp8Tflops, true},
    {"INT8", &GpuRow::int8Tops, true},
    {"FP64", &GpuRow::fp64Tflops, false},
    {"memory bandwidth", &GpuRow::memoryGbytePerSecond, false},
    {"interconnect", &GpuRow::interconnectGbytePerSecond, false},
};

/// Families of the catalogue named in a text as whole words, in order of the catalogue.
std::vector<std::string> chipsIn(std::string_view text, const Catalogs& catalogs) {
    std::vector<std::string> found;
    for (const GpuRow& row : gpuRows(catalogs)) {
        const std::size_t at = text.find(row.family);
        const std::size_t end = at + row.family.size();
        const bool whole =
            at != std::string_view::npos && (at == 0 || !std::isalnum(static_cast<unsigned char>(text[at - 1])))
            && (end >= text.size() || text[end] == 's' || !std::isalnum(static_cast<unsigned char>(text[end])));
        if (whole && std::find(found.begin(), found.end(), row.family) == found.end())
            found.push_back(row.family);
    }
    return found;
}

/// "H900" or "MI400X": capital letters, then two digits or more.
bool looksLikeChip(std::string_view word) {
    std::size_t letters = 0, digits = 0;
    while (letters < word.size() && word[letters] >= 'A' && word[letters] <= 'Z')
        ++letters;
    while (letters + digits < word.size() && word[letters + digits] >= '0' && word[letters + digits] <= '9')
        ++digits;
    return letters > 0 && digits >= 2;
}

/// The first word that looks like a chip's name, when the catalogue has no such chip; else empty.
std::string unknownChip(std::string_view text, const Catalogs& catalogs) {
    for (std::size_t i = 0; i < text.size();) {
        std::size_t end = i;
        while (end < text.size() && std::isalnum(static_cast<unsigned char>(text[end])) != 0)
            ++end;
        const std::string_view word = text.substr(i, end - i);
        if (looksLikeChip(word))
            return chipsIn(word, catalogs).empty() ? std::string(word) : std::string();
        i = end + 1;
    }
    return {};
}

/// The chip that the subject is measured against: another one named in scope or statement.
const GpuRow* referenceChip(const Claim& claim, const GpuRow& subject, const Catalogs& catalogs) {
    for (const std::string& text : {claim.scope, claim.statement})
        for (const std::string& family : chipsIn(text, catalogs))
            if (family != subject.family)
                return findChip(family, catalogs);
    return nullptr;
}

std::string percent(double fraction) { return writeNumber(std::round(fraction * 1000) / 10) + "%"; }

std::optional<Finding> checkDeficit(const Evidence& evidence, const Claim& claim) {
    const auto set = valueSetOf(claim);
    for (const std::string& unknown :
         {unknownChip(claim.subject, evidence.catalogs), unknownChip(claim.scope, evidence.catalogs)})
        if (set && !unknown.empty())
            return makeFinding("spec", FindingKind::spec, Verdict::note, {&claim},
                               claim.subject + ": " + wordsAndPlace(evidence, claim)
                                   + " lower computing performance was not checked: the chip catalogue has no "
                                   + unknown + ".");
    const std::vector<std::string> subjects = chipsIn(claim.subject, evidence.catalogs);
    const GpuRow* chip = subjects.empty() ? nullptr : findChip(subjects.front(), evidence.catalogs);
    const GpuRow* reference = chip ? referenceChip(claim, *chip, evidence.catalogs) : nullptr;
    if (!set || !reference)
        return std::nullopt;
    bool anyFits = false;
    std::vector<std::string> peaks, others;
    for (const Comparison& one : comparisons) {
        const auto mine = chip->*one.field, theirs = reference->*one.field;
        if (!mine || !theirs || *theirs == 0)
            continue;
        const double deficit = 1 - *mine / *theirs;
        const std::string numbers =
            std::string(one.name) + " " + writeNumber(*mine) + " against " + writeNumber(*theirs);
        if (one.isCompute) {
            anyFits = anyFits || (set->low <= deficit && deficit <= set->high);
            peaks.push_back(numbers);
        } else if (deficit > 0.01) {
            others.push_back(numbers + " (" + percent(deficit) + " lower)");
        }
    }
    if (peaks.empty() || anyFits)
        return std::nullopt;
    std::string reason = claim.subject + " " + claim.scope + ": " + wordsAndPlace(evidence, claim)
                         + " lower computing performance is not in the chip catalogue, whose dense peaks are "
                         + listText(peaks) + ".";
    if (!others.empty())
        reason += " What is lower: " + listText(others) + ".";
    reason += " Rows " + chip->id + " and " + reference->id + ": " + chip->origin.source + ".";
    return makeFinding("spec", FindingKind::spec, Verdict::conflict, {&claim}, std::move(reason));
}

} // namespace

std::vector<Finding> findSpecConflicts(const Evidence& evidence) {
    std::vector<Finding> findings;
    for (const Row<Claim>& claim : evidence.claims)
        if (claim->attribute.value == deficitAttribute)
            if (auto finding = checkDeficit(evidence, *claim))
                findings.push_back(std::move(*finding));
    return findings;
}

} // namespace assay
