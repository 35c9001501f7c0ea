// Strong ids: a claim's id is not a source's. Ids are short lower-case words ("wapo-2025-01", "c17"), unique within
// their kind in a document, and never change or get reused.
#pragma once

#include <compare>
#include <functional>
#include <string>

namespace assay {

template <class Tag>
struct Id {
    std::string value;
    auto operator<=>(const Id&) const = default;
    bool empty() const { return value.empty(); }
};

using SourceId = Id<struct SourceTag>;
using SpeakerId = Id<struct SpeakerTag>;
using AttributeId = Id<struct AttributeTag>;
using MentionId = Id<struct MentionTag>;
using ClaimId = Id<struct ClaimTag>;
using LinkId = Id<struct LinkTag>;
using LinkTypeId = Id<struct LinkTypeTag>;
using GradeScaleId = Id<struct GradeScaleTag>;
using CatalogueRowId = Id<struct CatalogueRowTag>;
using ModelId = Id<struct ModelTag>;
using ScenarioId = Id<struct ScenarioTag>;
using AssertionId = Id<struct AssertionTag>;
using OverrideId = Id<struct OverrideTag>;
using FindingId = Id<struct FindingTag>;
using ViewId = Id<struct ViewTag>;
using ConflictId = Id<struct ConflictTag>;
using VariableId = Id<struct VariableTag>; ///< an input, a formula or an output of a model

} // namespace assay

template <class Tag>
struct std::hash<assay::Id<Tag>> {
    std::size_t operator()(const assay::Id<Tag>& id) const noexcept { return std::hash<std::string>()(id.value); }
};
