// Fields by name: read once where the reading is the same for all, then one walk over the claims.
#include "core/document/edit_claims.h"

#include "core/base/iso_date.h"
#include "core/document/edit.h"
#include "core/document/new_claim.h"
#include "core/document/words.h"
#include "core/units/read_quantity.h"

#include <functional>
#include <map>
#include <memory>
#include <unordered_map>

namespace assay {
namespace {

using Setter = std::function<Result<>(Claim&)>;

std::unordered_map<std::string_view, const Claim*> claimsById(const Document& document) {
    std::unordered_map<std::string_view, const Claim*> index;
    for (const Row<Claim>& claim : document.claims)
        index.emplace(claim->id.value, &*claim);
    return index;
}

/// Every claim as the setter makes it, or the first error.
Result<Document> changed(const Document& document, const std::vector<ClaimId>& ids, const Setter& set) {
    const auto index = claimsById(document);
    std::vector<Claim> claims;
    claims.reserve(ids.size());
    for (const ClaimId& id : ids) {
        const auto found = index.find(id.value);
        if (found == index.end())
            return Error(ErrorCode::idUnknown, id.value, {"claim", id.value});
        claims.push_back(*found->second);
        if (const Result<> done = set(claims.back()); !done)
            return done.error();
    }
    return setClaims(document, std::move(claims));
}

/// A year, a month or a day, with a time or without.
bool isDate(std::string_view text) {
    const auto day = [](std::string whole) { return calendarDay(whole).has_value(); };
    if (text.size() == 4)
        return day(std::string(text) + "-01-01");
    if (text.size() == 7)
        return day(std::string(text) + "-01");
    return day(std::string(text));
}

Error refused(const char* field, const std::string& text, const char* wanted) {
    return Error(ErrorCode::fieldValue, {}, {field, text, wanted});
}

Result<Grade> gradeOf(const std::string& text) {
    if (text.empty() || text == "-" || text == "--")
        return Grade{};
    Grade grade;
    const char letter = text[0] >= 'a' && text[0] <= 'z' ? static_cast<char>(text[0] - 'a' + 'A') : text[0];
    const bool hasLetter = (letter >= 'A' && letter <= 'F') || letter == '-';
    const bool hasDigit = text.size() == 2 && ((text[1] >= '1' && text[1] <= '6') || text[1] == '-');
    if (!hasLetter || (text.size() != 1 && !hasDigit))
        return refused("grade", text, "a letter A to F and a digit 1 to 6");
    grade.reliability = letter;
    grade.credibility = hasDigit ? text[1] : '-';
    return grade;
}

template <class E>
Result<E> wordIn(const char* field, const std::string& text) {
    if (const std::optional<E> value = fromWord<E>(text))
        return *value;
    std::string wanted;
    for (const std::string_view word : Words<E>::list)
        wanted += (wanted.empty() ? "" : ", ") + std::string(word);
    return refused(field, text, wanted.c_str());
}

/// Sets a member to what was read, or gives the reading's error to every claim.
template <class T>
Setter setterOf(T Claim::*member, Result<T> value) {
    return [member, value = std::move(value)](Claim& claim) -> Result<> {
        if (!value)
            return value.error();
        claim.*member = *value;
        return {};
    };
}

/// The number is read once a language.
Setter quantitySetter(const Document& document, const std::string& text) {
    std::unordered_map<std::string_view, std::string_view> languages;
    for (const Row<Source>& source : document.sources)
        languages.emplace(source->id.value, source->language);
    auto readings = std::make_shared<std::map<std::string, Result<Quantity>, std::less<>>>();
    return [=](Claim& claim) -> Result<> {
        if (text.empty()) {
            claim.quantity.reset();
            return {};
        }
        const auto found =
            claim.mentions.empty() ? languages.end() : languages.find(claim.mentions.front().anchor.source.value);
        const std::string language(found == languages.end() ? std::string_view() : found->second);
        auto reading = readings->find(language);
        if (reading == readings->end())
            reading =
                readings
                    ->emplace(language, readQuantity(text, language.empty() ? ReadOptions{} : ReadOptions{language}))
                    .first;
        if (!reading->second)
            return reading->second.error();
        if (!claim.quantity || claim.quantity->text != text) // what stands as it was read keeps its own reading
            claim.quantity = *reading->second;
        return {};
    };
}

Setter setterFor(const Document& document, ClaimField field, const std::string& text) {
    switch (field) {
    case ClaimField::subject:
        return setterOf<std::string>(&Claim::subject,
                                     text.empty() ? Result<std::string>(Error(ErrorCode::nameEmpty, {}, {"subject"}))
                                                  : Result<std::string>(text));
    case ClaimField::statement: return setterOf<std::string>(&Claim::statement, text);
    case ClaimField::quantity: return quantitySetter(document, text);
    case ClaimField::asOf:
        return setterOf<std::string>(&Claim::asOf,
                                     text.empty() || isDate(text)
                                         ? Result<std::string>(text)
                                         : Result<std::string>(refused("asOf", text, "2025, 2025-01 or 2025-01-27")));
    case ClaimField::scope: return setterOf<std::string>(&Claim::scope, text);
    case ClaimField::grade:
        return [grade = gradeOf(text)](Claim& claim) -> Result<> {
            if (!grade)
                return grade.error();
            claim.grade.reliability = grade->reliability; // how likely and how sure is said apart
            claim.grade.credibility = grade->credibility;
            return {};
        };
    case ClaimField::verified: return setterOf<Verified>(&Claim::verified, wordIn<Verified>("verified", text));
    case ClaimField::assessment:
        return setterOf<Assessment>(&Claim::assessment, wordIn<Assessment>("assessment", text));
    case ClaimField::note: return setterOf<std::string>(&Claim::note, text);
    case ClaimField::attribute: break; // may make an attribute first
    }
    return [](Claim&) -> Result<> { return {}; };
}

/// The first claim makes the attribute when there is none of that title, the others take it.
Result<Document> withAttributes(const Document& document, const std::vector<ClaimId>& claims,
                                const std::string& title) {
    if (claims.empty())
        return document;
    const Result<Document> first = setClaimAttribute(document, claims.front(), title);
    if (!first)
        return first.error();
    return fillClaimField(*first, claims.front(), claims, ClaimField::attribute);
}

template <class T>
Setter copying(T Claim::*member, const Claim& from) {
    return setterOf<T>(member, from.*member);
}

} // namespace

std::string claimFieldText(const Document& document, const Claim& claim, ClaimField field) {
    switch (field) {
    case ClaimField::subject: return claim.subject;
    case ClaimField::attribute:
        if (const Attribute* attribute = find(document.attributes, claim.attribute))
            return attribute->title;
        return {};
    case ClaimField::statement: return claim.statement;
    case ClaimField::quantity: return claim.quantity ? claim.quantity->text : std::string();
    case ClaimField::asOf: return claim.asOf;
    case ClaimField::scope: return claim.scope;
    case ClaimField::grade:
        return claim.grade.reliability == '-' && claim.grade.credibility == '-'
                   ? std::string()
                   : std::string{claim.grade.reliability, claim.grade.credibility};
    case ClaimField::verified: return std::string(wordOf(claim.verified));
    case ClaimField::assessment: return std::string(wordOf(claim.assessment));
    case ClaimField::note: return claim.note;
    }
    return {};
}

Result<> checkClaimField(const Document& document, const Claim& claim, ClaimField field, const std::string& text) {
    if (field == ClaimField::attribute && text.empty())
        return Error(ErrorCode::nameEmpty, {}, {"attribute"});
    Claim copy = claim;
    return setterFor(document, field, text)(copy);
}

Result<Document> setClaimField(const Document& document, const std::vector<ClaimId>& claims, ClaimField field,
                               const std::string& text) {
    if (field == ClaimField::attribute)
        return withAttributes(document, claims, text);
    return changed(document, claims, setterFor(document, field, text));
}

Result<Document> fillClaimField(const Document& document, const ClaimId& from, const std::vector<ClaimId>& claims,
                                ClaimField field) {
    const Claim* first = find(document.claims, from);
    if (first == nullptr)
        return Error(ErrorCode::idUnknown, from.value, {"claim", from.value});
    Setter set;
    switch (field) {
    case ClaimField::subject: set = copying(&Claim::subject, *first); break;
    case ClaimField::attribute: set = copying(&Claim::attribute, *first); break;
    case ClaimField::statement: set = copying(&Claim::statement, *first); break;
    case ClaimField::quantity: set = copying(&Claim::quantity, *first); break;
    case ClaimField::asOf: set = copying(&Claim::asOf, *first); break;
    case ClaimField::scope: set = copying(&Claim::scope, *first); break;
    case ClaimField::grade: set = copying(&Claim::grade, *first); break;
    case ClaimField::verified: set = copying(&Claim::verified, *first); break;
    case ClaimField::assessment: set = copying(&Claim::assessment, *first); break;
    case ClaimField::note: set = copying(&Claim::note, *first); break;
    }
    return changed(document, claims, set);
}

} // namespace assay
