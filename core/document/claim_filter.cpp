// Splits at blanks outside quotation marks, then looks for a key and its relation.
#include "core/document/claim_filter.h"

#include "core/units/read_quantity.h"

#include <algorithm>
#include <charconv>

namespace assay {
namespace {

struct Piece {
    std::size_t start = 0;
    std::size_t end = 0;
};

bool isBlank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

std::vector<Piece> pieces(std::string_view text) {
    std::vector<Piece> found;
    for (std::size_t at = 0; at < text.size();) {
        if (isBlank(text[at])) {
            ++at;
            continue;
        }
        Piece piece{at, at};
        bool quoted = false;
        for (; at < text.size() && (quoted || !isBlank(text[at])); ++at)
            quoted = quoted != (text[at] == '"');
        piece.end = at;
        found.push_back(piece);
    }
    return found;
}

/// Quotation marks hold words together and are no part of them.
std::string unquoted(std::string_view text) {
    std::string words;
    std::copy_if(text.begin(), text.end(), std::back_inserter(words), [](char c) { return c != '"'; });
    return words;
}

std::optional<FilterKey> keyNamed(std::string_view word) {
    std::string lower;
    for (const char c : word)
        lower += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    for (std::size_t i = 1; i < filterWords.size(); ++i)
        if (filterWords[i] == lower)
            return static_cast<FilterKey>(i);
    return std::nullopt;
}

struct Relation {
    FilterRelation relation = FilterRelation::holds;
    std::size_t size = 0; ///< bytes; 0: none
};

Relation relationAt(std::string_view text) {
    static constexpr std::array<std::pair<std::string_view, FilterRelation>, 6> all{{{">=", FilterRelation::atLeast},
                                                                                     {"<=", FilterRelation::atMost},
                                                                                     {">", FilterRelation::greater},
                                                                                     {"<", FilterRelation::less},
                                                                                     {"=", FilterRelation::equals},
                                                                                     {":", FilterRelation::holds}}};
    for (const auto& [sign, relation] : all)
        if (text.starts_with(sign))
            return {relation, sign.size()};
    return {};
}

/// The numbers of a term, or why there are none.
void readNumbers(FilterTerm& term) {
    if (term.key == FilterKey::value) {
        Result<Quantity> quantity = readQuantity(term.text);
        if (quantity)
            term.quantity = std::move(*quantity);
        else
            term.fault = quantity.error();
    } else if (term.key >= FilterKey::sources) {
        int count = 0;
        const char* last = term.text.data() + term.text.size();
        const auto [end, error] = std::from_chars(term.text.data(), last, count);
        if (error == std::errc() && end == last)
            term.count = count;
        else
            term.fault =
                Error(ErrorCode::fieldValue, {},
                      {std::string(filterWords[static_cast<std::size_t>(term.key)]), term.text, "a whole number"});
    }
}

/// Nothing: its value is still to be typed.
std::optional<FilterTerm> termOf(std::string_view text) {
    FilterTerm term;
    std::string_view rest = text;
    if (rest.size() > 1 && rest[0] == '-' && !(rest[1] >= '0' && rest[1] <= '9')) {
        term.excluded = true;
        rest.remove_prefix(1);
    }
    const std::size_t sign = rest.find_first_of(":=<>\"");
    const auto key = sign == rest.npos ? std::nullopt : keyNamed(rest.substr(0, sign));
    if (key && rest[sign] != '"') {
        const Relation relation = relationAt(rest.substr(sign));
        term.key = *key;
        term.relation = relation.relation;
        rest.remove_prefix(sign + relation.size);
    }
    term.text = unquoted(rest);
    if (term.text.empty())
        return std::nullopt;
    readNumbers(term);
    return term;
}

} // namespace

std::vector<FilterTerm> readFilter(std::string_view expression) {
    std::vector<FilterTerm> terms;
    for (const Piece& piece : pieces(expression)) {
        std::optional<FilterTerm> term = termOf(expression.substr(piece.start, piece.end - piece.start));
        if (!term)
            continue;
        term->start = piece.start;
        term->end = piece.end;
        terms.push_back(std::move(*term));
    }
    return terms;
}

std::string filterTermText(FilterKey key, std::string_view text) {
    const std::string words = unquoted(text); // a quotation mark in a text can't be typed: it matches without
    const bool plain = std::none_of(words.begin(), words.end(), isBlank);
    return std::string(filterWords[static_cast<std::size_t>(key)]) + "=" + (plain ? words : "\"" + words + "\"");
}

std::string withoutTerm(std::string_view expression, const FilterTerm& term) {
    std::size_t end = term.end;
    while (end < expression.size() && isBlank(expression[end]))
        ++end;
    std::string rest = std::string(expression.substr(0, term.start)) + std::string(expression.substr(end));
    while (!rest.empty() && isBlank(rest.back()))
        rest.pop_back();
    return rest;
}

std::string withTerm(std::string_view expression, std::string_view term) {
    std::string text(expression);
    while (!text.empty() && isBlank(text.back()))
        text.pop_back();
    if (std::count(text.begin(), text.end(), '"') % 2 != 0)
        text += '"';
    return text.empty() ? std::string(term) : text + " " + std::string(term);
}

} // namespace assay
