// The shipped words, what is allowed in their place, and the count of originators.
#include "core/claims/grade.h"

#include "core/base/error_code.h"
#include "core/claims/compare.h"
#include "core/claims/provenance.h"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace assay {
namespace {

constexpr std::array<std::string_view, 7> secondRow{
    "remote", "highly improbable", "improbable", "roughly even odds", "probable", "highly probable", "nearly certain"};

constexpr std::array<Probability, 7> bands{
    {{0.01, 0.05}, {0.05, 0.20}, {0.20, 0.45}, {0.45, 0.55}, {0.55, 0.80}, {0.80, 0.95}, {0.95, 0.99}}};

const GradeScale& shippedScale(std::string_view id) {
    for (const GradeScale& scale : shippedScales())
        if (scale.id.value == id)
            return scale;
    return shippedScales().front();
}

/// Where the grade stands among the words; none: it is not graded there.
std::optional<std::size_t> stepOf(std::string_view scale, const Grade& grade) {
    const auto from = [](char value, char first, std::size_t steps) -> std::optional<std::size_t> {
        const auto step = static_cast<std::size_t>(value - first);
        return value < first || step >= steps ? std::nullopt : std::optional(step);
    };
    if (scale == reliabilityScale)
        return from(grade.reliability, 'A', 6);
    if (scale == credibilityScale)
        return from(grade.credibility, '1', 6);
    if (scale == likelihoodScale && grade.likelihood != LikelihoodBand::none)
        return static_cast<std::size_t>(grade.likelihood) - 1;
    if (scale == confidenceScale && grade.confidence != ConfidenceLevel::none)
        return static_cast<std::size_t>(ConfidenceLevel::high) - static_cast<std::size_t>(grade.confidence);
    return std::nullopt;
}

template <class List>
bool holds(const List& list, const std::string& word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

Error wrongWords(const GradeScale& scale, std::string why) {
    return Error(ErrorCode::gradeWords, {}, {scale.id.value, std::move(why)});
}

} // namespace

std::span<const GradeScale> shippedScales() {
    static const std::array<GradeScale, 4> scales{
        {{GradeScaleId{std::string(reliabilityScale)},
          {"completely reliable", "usually reliable", "fairly reliable", "not usually reliable", "unreliable",
           "cannot be judged"},
          0,
          "Admiralty code, NATO STANAG 2511",
          {}},
         {GradeScaleId{std::string(credibilityScale)},
          {"confirmed by others", "probably true", "possibly true", "doubtful", "improbable", "cannot be judged"},
          2,
          "Admiralty code, NATO STANAG 2511: confirmed means by other, independent sources",
          {}},
         {GradeScaleId{std::string(likelihoodScale)},
          {"almost no chance", "very unlikely", "unlikely", "roughly even chance", "likely", "very likely",
           "almost certain"},
          0,
          "ICD 203 (2015), first row of its two wordings",
          {}},
         {GradeScaleId{std::string(confidenceScale)},
          {"high", "moderate", "low"},
          0,
          "ICD 203 (2015): confidence stands apart from likelihood",
          {}}}};
    return scales;
}

std::span<const std::string_view> otherLikelihoodWords() { return secondRow; }

GradeScale scaleOf(const Rows<GradeScale>& own, std::string_view id) {
    GradeScale scale = shippedScale(id);
    if (const GradeScale* row = find(own, GradeScaleId{std::string(id)})) {
        if (row->words.size() == scale.words.size())
            scale.words = row->words;
        scale.originators = row->originators;
        scale.note = row->note.empty() ? scale.note : row->note;
        scale.extra = row->extra;
    }
    return scale;
}

std::string gradeWords(const GradeScale& scale, const Grade& grade) {
    const auto step = stepOf(scale.id.value, grade);
    if (!step || *step >= scale.words.size())
        return {};
    const std::string& word = scale.words[*step];
    if (scale.id.value == reliabilityScale)
        return std::string(1, grade.reliability) + " " + word;
    if (scale.id.value == credibilityScale)
        return std::string(1, grade.credibility) + " " + word;
    if (scale.id.value == likelihoodScale) {
        static constexpr std::array<std::string_view, 7> ends{"1-5",   "5-20",  "20-45", "45-55",
                                                              "55-80", "80-95", "95-99"};
        return word + " (" + std::string(ends.at(*step)) + " %)";
    }
    return word;
}

std::string gradeText(const Rows<GradeScale>& own, const Grade& grade) {
    std::string text;
    if (grade.reliability != '-' || grade.credibility != '-')
        text = std::string{grade.reliability, grade.credibility};
    const auto add = [&](std::string_view id, const std::string& behind) {
        if (const std::string words = gradeWords(scaleOf(own, id), grade); !words.empty())
            text += (text.empty() ? "" : ", ") + words + behind;
    };
    add(likelihoodScale, "");
    add(confidenceScale, " confidence");
    return text;
}

bool isFirstStep(std::string_view scale, const Grade& grade) { return stepOf(scale, grade) == std::size_t{0}; }

std::optional<Probability> probabilityOf(LikelihoodBand band) {
    if (band == LikelihoodBand::none)
        return std::nullopt;
    return bands.at(static_cast<std::size_t>(band) - 1);
}

Result<> checkScale(const GradeScale& scale) {
    const GradeScale& shipped = shippedScale(scale.id.value);
    if (shipped.id != scale.id)
        return Error(ErrorCode::fieldValue, scale.id.value,
                     {"id", scale.id.value, "reliability, credibility, likelihood or confidence"});
    if (scale.originators < 0 || scale.originators > 99)
        return Error(ErrorCode::fieldValue, scale.id.value,
                     {"originators", std::to_string(scale.originators), "0 to 99"});
    if (scale.words.empty())
        return {};
    if (scale.words.size() != shipped.words.size())
        return wrongWords(scale, "it has " + std::to_string(shipped.words.size()) + " steps, and "
                                     + std::to_string(scale.words.size()) + " words were given");
    for (std::size_t i = 0; i < scale.words.size(); ++i) {
        const std::string& word = scale.words[i];
        if (word.empty())
            return wrongWords(scale, "step " + std::to_string(i + 1) + " has no word");
        if (std::count(scale.words.begin(), scale.words.end(), word) > 1)
            return wrongWords(scale, "\"" + word + "\" stands for two steps");
    }
    for (const std::string& one : scale.words)
        for (const std::string& other : scale.words)
            if (scale.id.value == likelihoodScale && holds(shipped.words, one) && holds(secondRow, other))
                return wrongWords(scale, "\"" + one + "\" and \"" + other + "\" are of different rows of ICD 203");
    return {};
}

std::vector<GradeSupport> supportOf(const Evidence& evidence, const std::vector<const Claim*>& claims) {
    std::unordered_map<const Claim*, std::size_t> placeOf;
    std::vector<GradeSupport> supports;
    for (const Claim* claim : claims)
        if (placeOf.emplace(claim, supports.size()).second)
            supports.push_back(GradeSupport{claim, provenanceOf(evidence, {claim}).originators});
    for (const auto& cluster : agreeingClusters(evidence)) {
        std::vector<const Claim*> all, firm;
        bool isWanted = false;
        for (const Comparable& member : cluster) {
            isWanted = isWanted || placeOf.contains(member.claim);
            all.push_back(member.claim);
            if (!isOneSided(*member.claim))
                firm.push_back(member.claim);
        }
        if (!isWanted)
            continue;
        const std::vector<SpeakerId> ofAll = provenanceOf(evidence, all).originators;
        const std::vector<SpeakerId> ofFirm = provenanceOf(evidence, firm).originators;
        for (const Claim* member : all)
            if (const auto place = placeOf.find(member); place != placeOf.end())
                supports[place->second].originators = isOneSided(*member) ? ofAll : ofFirm;
    }
    return supports;
}

} // namespace assay
