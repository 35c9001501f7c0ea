// What changed between two texts, for reading: the paragraphs that differ, word by word.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace assay {

enum class PartKind { same, removed, added };

struct DifferencePart {
    PartKind kind{};
    std::string text; ///< with the white space behind its words
    bool operator==(const DifferencePart&) const = default;
};

struct ChangedParagraph {
    std::size_t unchangedBefore = 0; ///< paragraphs since the one before that are in both texts
    std::vector<DifferencePart> parts;
    bool operator==(const ChangedParagraph&) const = default;
};

struct TextDifference {
    std::vector<ChangedParagraph> paragraphs; ///< in the order of the texts
    std::size_t unchangedBehind = 0;          ///< paragraphs behind the last one that are in both
    bool operator==(const TextDifference&) const = default;
};

/// Two wordings of one thing, word by word, however little they have in common.
std::vector<DifferencePart> wordDifference(std::string_view before, std::string_view after);

/// A paragraph is a line with words in it; empty lines and how lines end do not count. Texts that differ in more places
/// than anybody would read are given as wholly removed and added from there on.
TextDifference textDifference(std::string_view before, std::string_view after);

} // namespace assay
