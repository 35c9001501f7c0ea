// A row's text in the arena is its fields in the order of FilterKey, then what else a plain word may find.
#include "ui/models/claim_index.h"

#include "core/units/read_quantity.h"
#include "ui/models/row_table.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace assay {

namespace {

constexpr char fieldEnd = '\x1f';
constexpr char textEnd = '\x1e';                                              // between the texts of one field
constexpr std::size_t fieldCount = static_cast<std::size_t>(FilterKey::note); // ids first, `any` has none

std::size_t fieldOf(FilterKey key) { return static_cast<std::size_t>(key) - 1; }

/// Words from a short list, dates and ids are typed from their beginning; of other texts any part is found.
bool isTypedFromItsBeginning(FilterKey key) {
    switch (key) {
    case FilterKey::id:
    case FilterKey::bound:
    case FilterKey::asOf:
    case FilterKey::grade:
    case FilterKey::link:
    case FilterKey::verified:
    case FilterKey::assessment: return true;
    default: return false;
    }
}

/// The folded texts of one field.
std::string joined(const std::vector<std::string>& texts) {
    std::string all;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (i > 0)
            all += textEnd;
        all += foldedUtf8(texts[i]);
    }
    return all;
}

/// The number as it is held, without words: "$5.6M", "30% 40%".
std::string heldText(const Quantity& quantity) {
    const int digits = std::max(quantity.digits, 3);
    const auto number = [&](double value) { return writeQuantity(value, quantity.unit, digits); };
    if (quantity.value)
        return number(*quantity.value);
    return (quantity.low ? number(*quantity.low) + " " : "") + (quantity.high ? number(*quantity.high) : "");
}

/// True when one of the field's texts is the words, or begins with them.
bool hasText(std::string_view field, std::string_view words, FilterRelation relation) {
    for (std::size_t start = 0; start <= field.size();) {
        const std::size_t end = std::min(field.find(textEnd, start), field.size());
        const std::string_view text = field.substr(start, end - start);
        if (relation == FilterRelation::equals ? text == words : text.starts_with(words))
            return true;
        start = end + 1;
    }
    return false;
}

/// Dates as text: "2025" is before none of its own days.
bool datesCompare(std::string_view date, std::string_view wanted, FilterRelation relation) {
    const std::size_t common = std::min(date.size(), wanted.size());
    const int order = date.substr(0, common).compare(wanted.substr(0, common));
    switch (relation) {
    case FilterRelation::less: return order < 0;
    case FilterRelation::atMost: return order <= 0;
    case FilterRelation::greater: return order > 0;
    case FilterRelation::atLeast: return order >= 0;
    default: return false;
    }
}

bool isOrder(FilterRelation relation) {
    return relation != FilterRelation::holds && relation != FilterRelation::equals;
}

RowMask inverted(RowMask mask) {
    for (std::uint8_t& one : mask)
        one = one ? 0 : 1;
    return mask;
}

} // namespace

std::string foldedUtf8(std::string_view text) {
    std::string folded;
    folded.reserve(text.size());
    for (const char c : text) {
        if (static_cast<unsigned char>(c) >= 0x80) {
            folded = foldText(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()))).toStdString();
            break;
        }
        folded += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    for (char& c : folded)
        if (c == TextArena::rowEnd || c == '\r' || c == fieldEnd || c == textEnd)
            c = ' ';
    return folded;
}

void ClaimIndex::clear() {
    m_texts = {};
    m_numbers.clear();
    m_groups.clear();
    m_knownTexts.clear();
}

void ClaimIndex::append(const ClaimContext& context, const Claim& claim) {
    m_texts.append(textsOf(context, claim));
    m_numbers.push_back(numbersOf(context, claim));
}

void ClaimIndex::replace(const ClaimContext& context, std::size_t row, const Claim& claim) {
    m_texts.replace(row, textsOf(context, claim));
    m_numbers[row] = numbersOf(context, claim);
}

const std::string& ClaimIndex::knownTexts(const ClaimContext& context, const Claim& claim, FilterKey key) const {
    const bool isVerified = key == FilterKey::verified;
    const int place = isVerified ? static_cast<int>(claim.verified) : 100 + static_cast<int>(claim.assessment);
    std::string& known = m_knownTexts[place];
    if (known.empty())
        known = joined(claimTexts(context, claim, key));
    return known;
}

std::string ClaimIndex::textsOf(const ClaimContext& context, const Claim& claim) const {
    std::string all;
    all.reserve(512);
    for (std::size_t i = 1; i <= fieldCount; ++i) {
        const auto key = static_cast<FilterKey>(i);
        if (key == FilterKey::verified || key == FilterKey::assessment)
            all += knownTexts(context, claim, key);
        else
            all += joined(claimTexts(context, claim, key));
        all += fieldEnd;
    }
    if (claim.quantity)
        all += foldedUtf8(heldText(*claim.quantity));
    return all;
}

ClaimNumbers ClaimIndex::numbersOf(const ClaimContext& context, const Claim& claim) {
    if (!claim.quantity)
        return {};
    const ComparableNumber number = context.comparable(*claim.quantity, context.dateOf(claim));
    const auto group = m_groups.emplace(number.group, static_cast<std::uint32_t>(m_groups.size())).first->second;
    const double none = ClaimNumbers::none;
    return {group, number.value.value_or(none), number.low.value_or(none), number.high.value_or(none)};
}

std::string_view ClaimIndex::field(std::size_t row, FilterKey key) const {
    std::string_view texts = m_texts.at(row);
    for (std::size_t skipped = fieldOf(key); skipped > 0; --skipped)
        texts.remove_prefix(texts.find(fieldEnd) + 1);
    return texts.substr(0, texts.find(fieldEnd));
}

RowMask ClaimIndex::withText(const FilterTerm& term) const {
    const std::string words = foldedUtf8(term.text);
    if (term.key == FilterKey::any)
        return m_texts.rowsWith(words);
    if (isOrder(term.relation)) {
        RowMask mask(m_texts.size(), 0);
        for (std::size_t row = 0; row < mask.size(); ++row)
            if (const std::string_view date = field(row, term.key); !date.empty())
                mask[row] = datesCompare(date, words, term.relation) ? 1 : 0;
        return mask;
    }
    RowMask mask = m_texts.rowsWith(words, fieldOf(term.key), fieldEnd);
    if (term.relation == FilterRelation::equals || isTypedFromItsBeginning(term.key))
        for (std::size_t row = 0; row < mask.size(); ++row)
            if (mask[row])
                mask[row] = hasText(field(row, term.key), words, term.relation) ? 1 : 0;
    return mask;
}

RowMask ClaimIndex::matching(const std::vector<FilterTerm>& terms, const ClaimContext& context,
                             const Rows<Claim>& claims, const RowMask& alarmed) const {
    RowMask all(claims.size(), 1);
    for (const FilterTerm& term : terms) {
        RowMask mask;
        if (term.fault)
            return RowMask(claims.size(), 0);
        if (term.key == FilterKey::conflict)
            mask = term.text.starts_with('n') || term.text.starts_with('N') ? inverted(alarmed) : alarmed;
        else if (term.key == FilterKey::value)
            mask = withNumber(term, context, claims);
        else if (term.count)
            mask = withCount(term, context, claims);
        else
            mask = withText(term);
        if (term.excluded)
            mask = inverted(std::move(mask));
        for (std::size_t row = 0; row < all.size(); ++row)
            all[row] &= mask[row];
    }
    return all;
}

Ranks ClaimIndex::ranks(ClaimColumn column, const ClaimContext& context, const Rows<Claim>& claims) const {
    if (const std::optional<FilterKey> key = claimColumn(column).key) {
        std::vector<std::string_view> texts;
        texts.reserve(claims.size());
        for (std::size_t row = 0; row < claims.size(); ++row)
            texts.push_back(field(row, *key));
        for (std::string_view& text : texts)
            if (*key == FilterKey::grade && text == "none")
                text = {};
        return ranksOf(texts);
    }
    std::vector<NumberKey> keys;
    keys.reserve(claims.size());
    if (column != ClaimColumn::written && column != ClaimColumn::value) {
        for (const Row<Claim>& claim : claims)
            keys.push_back(NumberKey{0, claimNumber(context, *claim, column)});
        return ranksOf(keys);
    }
    const std::map<std::string_view, std::uint32_t> sorted(m_groups.begin(), m_groups.end());
    std::vector<std::uint32_t> placeOf(m_groups.size());
    std::uint32_t place = 0;
    for (const auto& [name, group] : sorted)
        placeOf[group] = place++;
    for (const ClaimNumbers& numbers : m_numbers)
        keys.push_back(NumberKey{placeOf.empty() ? 0 : placeOf[numbers.group], numbers.value});
    return ranksOf(keys);
}

} // namespace assay
