// Ids that no row has yet: "c17" for claims, a slug of the title for sources and scenarios.
#include "core/document/edit.h"

#include <algorithm>
#include <charconv>

namespace assay {
namespace {

constexpr std::size_t longestSlug = 40; // an id stands in tables and messages

/// n of "PREFIXn", 0 when the id has another form.
std::uint64_t numberOf(std::string_view id, char prefix) {
    std::uint64_t number = 0;
    if (id.empty() || id[0] != prefix)
        return 0;
    const auto [end, error] = std::from_chars(id.data() + 1, id.data() + id.size(), number);
    return error == std::errc() && end == id.data() + id.size() ? number : 0;
}

template <class T>
std::uint64_t highestNumber(const Rows<T>& rows, char prefix) {
    std::uint64_t highest = 0;
    for (const Row<T>& row : rows)
        highest = std::max(highest, numberOf(row->id.value, prefix));
    return highest;
}

std::string numbered(char prefix, std::uint64_t number) { return prefix + std::to_string(number); }

/// "The Washington Post, 2025" -> "the-washington-post-2025"; other alphabets give nothing.
std::string slug(std::string_view wish) {
    std::string text;
    for (const char c : wish) {
        const bool isUpper = c >= 'A' && c <= 'Z';
        const bool isPlain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (isUpper || isPlain)
            text += isUpper ? static_cast<char>(c - 'A' + 'a') : c;
        else if (!text.empty() && text.back() != '-')
            text += '-';
        if (text.size() == longestSlug)
            break;
    }
    while (!text.empty() && text.back() == '-')
        text.pop_back();
    return text;
}

template <class T>
std::string freeSlug(const Rows<T>& rows, std::string_view wish, std::string_view otherwise) {
    const std::string first = slug(wish).empty() ? std::string(otherwise) : slug(wish);
    using IdType = decltype(T::id);
    std::string id = first;
    for (int n = 2; find(rows, IdType{id}) != nullptr; ++n)
        id = first + "-" + std::to_string(n);
    return id;
}

} // namespace

std::string freeSourceId(const Document& document, std::string_view wish) {
    return freeSlug(document.sources, wish, "source");
}

std::string freeSpeakerId(const Document& document, std::string_view wish) {
    return freeSlug(document.speakers, wish, "speaker");
}

std::string freeAttributeId(const Document& document, std::string_view wish) {
    return freeSlug(document.attributes, wish, "attribute");
}

std::string freeLinkTypeId(const Document& document, std::string_view wish) {
    return freeSlug(document.linkTypes, wish, "link-type");
}

std::string freeScenarioId(const Document& document, std::string_view wish) {
    return freeSlug(document.scenarios, wish, "scenario");
}

std::string freeViewId(const Document& document, std::string_view wish) {
    return freeSlug(document.views, wish, "view");
}

std::string freeClaimId(const Document& document) { return numbered('c', highestNumber(document.claims, 'c') + 1); }

std::string freeLinkId(const Document& document) { return numbered('l', highestNumber(document.links, 'l') + 1); }

std::string freeAssertionId(const Document& document) {
    return numbered('a', highestNumber(document.assertions, 'a') + 1);
}

std::string freeMentionId(const Document& document) { return freeMentionIds(document, 1).front(); }

std::vector<std::string> freeMentionIds(const Document& document, std::size_t count) {
    std::uint64_t highest = 0;
    for (const Row<Claim>& claim : document.claims)
        for (const Mention& mention : claim->mentions)
            highest = std::max(highest, numberOf(mention.id.value, 'm'));
    std::vector<std::string> ids;
    for (std::size_t i = 1; i <= count; ++i)
        ids.push_back(numbered('m', highest + i));
    return ids;
}

} // namespace assay
