// Values of a document as short texts for people who compare versions. Knows no file format.
#pragma once

#include "core/document/fields.h"
#include "core/document/words.h"

#include <concepts>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace assay {

std::string shortText(const std::string& text); ///< cut to 200 code points
std::string numberText(double value);

std::string diffText(const Quantity& quantity);   ///< as written
std::string diffText(const Mention& mention);     ///< the quote and who said it
std::string diffText(const ScenarioInput& input); ///< TEXT and basis
std::string diffText(const Claim& claim);
std::string diffText(const Link& link);
std::string diffText(const Conflict& conflict); ///< what both sides made of it
std::string diffText(const Speaker& speaker);
std::string diffText(const ModelInput& input);
std::string diffText(const Formula& formula);
std::string diffText(const OutputLink& link);
std::string diffText(const CatalogueCell& cell); ///< the text
std::string diffText(const CatalogueRow& row);   ///< the cells
std::string diffText(const Assertion& assertion);
std::string diffText(const Override& own);      ///< "c1 against s: tail instead of inside: why"
std::string diffText(const Decision& decision); ///< "dismissed: why"

inline std::string diffText(const std::string& text) { return shortText(text); }
inline std::string diffText(bool value) { return value ? "yes" : "no"; }
inline std::string diffText(char value) { return std::string(1, value); }
inline std::string diffText(double value) { return numberText(value); }
inline std::string diffText(int value) { return std::to_string(value); }
inline std::string diffText(std::uint64_t value) { return std::to_string(value); }
inline std::string diffText(const TextRange& range) {
    return std::to_string(range.start) + "-" + std::to_string(range.end);
}
inline std::string diffText(Bound bound) { return std::string(boundText(bound)); }

template <class Tag>
std::string diffText(const Id<Tag>& id) {
    return id.value;
}
template <HasWords E>
std::string diffText(E value) {
    return std::string(wordOf(value));
}
/// Any other struct with a title: that.
template <class T>
requires requires(T row) { row.title; }
std::string diffText(const T& row) { return row.title; }
template <class T>
std::string diffText(const std::optional<T>& value) {
    return value ? diffText(*value) : std::string();
}
template <class T>
std::string diffText(const std::vector<T>& list) {
    std::string text;
    for (const T& item : list)
        text += (text.empty() ? "" : ", ") + diffText(item);
    return text;
}
/// Any other struct: its fields that differ from the default.
template <HasFields T>
requires(!requires(T row) { row.title; }) std::string diffText(const T& value) {
    std::string text;
    const T defaults{};
    forEachField<T>([&](const auto& field) {
        if (!(value.*field.member == defaults.*field.member))
            text += (text.empty() ? "" : ", ") + std::string(field.key) + " " + diffText(value.*field.member);
    });
    return text;
}

/// All fields that differ from the default, nested ones and those of a newer version too: for two values whose short
/// texts are the same, and to order two rows.
template <class T>
std::string fullText(const T& value) {
    if constexpr (HasFields<T>) {
        std::string text;
        const T defaults{};
        forEachField<T>([&](const auto& field) {
            if (!(value.*field.member == defaults.*field.member))
                text += (text.empty() ? "" : ", ") + std::string(field.key) + " " + fullText(value.*field.member);
        });
        if constexpr (HasExtra<T>)
            for (const auto& [key, json] : value.extra)
                text += ", " + key + " " + json;
        return text;
    } else if constexpr (requires { value.has_value(); }) {
        return value ? fullText(*value) : std::string();
    } else if constexpr (std::same_as<T, std::string>) {
        return value;
    } else if constexpr (requires { value.begin(); }) {
        std::string text;
        for (const auto& item : value)
            text += (text.empty() ? "" : "; ") + fullText(item);
        return text;
    } else {
        return diffText(value);
    }
}

} // namespace assay
