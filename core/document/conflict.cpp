// Both directions between a conflict's versions and a document: read a field's text, put a version in its place.
#include "core/document/conflict.h"

#include "core/document/diff_text.h"
#include "core/document/edit.h"
#include "core/document/row_kinds.h"

#include <algorithm>
#include <utility>

namespace assay {
namespace {

enum class Length { brief, full };

template <class T>
std::string textOf(const T& value, Length length) {
    return length == Length::brief ? diffText(value) : fullText(value);
}

/// The text of one field, or of one element of a list, of a row.
template <class T>
std::string fieldText(const T& row, const std::string& field, Length length) {
    std::string text;
    forEachField<T>([&](const auto& candidate) {
        const auto& value = row.*candidate.member;
        if (candidate.key == field)
            text = textOf(value, length);
        if constexpr (requires { elementName(value[0]); })
            for (const auto& item : value)
                if (elementName(item) == field)
                    text = textOf(item, length);
    });
    const auto extra = row.extra.find(field);
    return extra == row.extra.end() ? text : extra->second;
}

template <class T>
std::string rowText(const T& row, const std::string& field, Length length) {
    if (!field.empty() && field != "id")
        return fieldText(row, field, length);
    std::string text = textOf(row, length);
    if constexpr (requires { row.id.value; })
        text = row.id.value + (text.empty() ? "" : ": " + text);
    return text;
}

std::string versionText(const RowVersion& version, const std::string& field, Length length) {
    std::string text;
    forEachField<RowVersion>([&](const auto& kind) {
        if (const auto& row = version.*kind.member)
            text = rowText(*row, field, length);
    });
    return text;
}

/// One field, element or unknown key of `from` put into `into`; what `from` has not is taken out.
template <class T>
void takeField(T& into, const T& from, const std::string& field) {
    bool known = false;
    forEachField<T>([&](const auto& candidate) {
        auto& value = into.*candidate.member;
        const auto& wanted = from.*candidate.member;
        if (candidate.key == field) {
            value = wanted;
            known = true;
        }
        if constexpr (requires { elementName(value[0]); }) {
            using E = typename std::remove_cvref_t<decltype(value)>::value_type;
            const std::string prefix = std::string(Element<E>::name) + " ";
            if (!field.starts_with(prefix))
                return;
            const std::string id = field.substr(prefix.size());
            const auto at =
                std::find_if(value.begin(), value.end(), [&](const E& item) { return Element<E>::id(item) == id; });
            const E* item = findElement(wanted, id);
            if (item == nullptr && at != value.end())
                value.erase(at);
            else if (item != nullptr && at != value.end())
                *at = *item;
            else if (item != nullptr)
                value.push_back(*item);
            known = known || item != nullptr || !value.empty();
        }
    });
    if (known)
        return;
    const auto extra = from.extra.find(field);
    if (extra == from.extra.end())
        into.extra.erase(field);
    else
        into.extra[field] = extra->second;
}

/// The whole row put in place, added or removed.
template <class T>
void takeRow(Rows<T>& rows, const std::string& id, const std::optional<T>& version) {
    const auto at = std::find_if(rows.begin(), rows.end(), [&](const Row<T>& row) { return row->id.value == id; });
    if (!version && at != rows.end())
        rows.erase(at);
    else if (version && at != rows.end())
        *at = Row<T>(*version);
    else if (version)
        rows.push_back(Row<T>(*version));
}

void take(Document& document, const Conflict& conflict, const RowVersion& version) {
    if (conflict.what == "project" && version.project)
        takeField(document.project, *version.project, conflict.field);
    forEachRowKind([&](const auto& kind) {
        if (kind.what != conflict.what)
            return;
        auto& rows = document.*kind.rows;
        if (conflict.field.empty())
            return takeRow(rows, conflict.row, version.*kind.version);
        for (auto& row : rows) {
            if (row->id.value != conflict.row)
                continue;
            auto changed = *row;
            const std::remove_cvref_t<decltype(changed)> none{};
            takeField(changed, (version.*kind.version).value_or(none), conflict.field);
            row = std::remove_cvref_t<decltype(row)>(std::move(changed));
            return;
        }
    });
}

} // namespace

std::string diffText(const Conflict& conflict) {
    const ConflictTexts texts = conflictTexts(conflict);
    return conflict.what + " " + conflict.row + (conflict.field.empty() ? "" : " " + conflict.field) + ": " + texts.ours
           + " / " + texts.theirs;
}

ConflictTexts conflictTexts(const Conflict& conflict) {
    const auto all = [&](Length length) {
        return ConflictTexts{versionText(conflict.base, conflict.field, length),
                             versionText(conflict.ours, conflict.field, length),
                             versionText(conflict.theirs, conflict.field, length)};
    };
    const ConflictTexts texts = all(Length::brief);
    const bool isTold = texts.ours != texts.theirs && texts.ours != texts.base && texts.theirs != texts.base;
    return isTold || conflict.field.empty() ? texts : all(Length::full);
}

Result<Document> dismissConflict(const Document& document, const ConflictId& conflict) {
    Document next = document;
    if (std::erase_if(next.conflicts, [&](const Row<Conflict>& row) { return row->id == conflict; }) == 0)
        return Error(ErrorCode::idUnknown, conflict.value, {"conflict", conflict.value});
    return next;
}

Result<Document> takeSide(const Document& document, const ConflictId& conflict, MergeSide side) {
    const Conflict* found = find(document.conflicts, conflict);
    if (found == nullptr)
        return Error(ErrorCode::idUnknown, conflict.value, {"conflict", conflict.value});
    Result<Document> next = dismissConflict(document, conflict);
    take(*next, *found, side == MergeSide::base ? found->base : side == MergeSide::ours ? found->ours : found->theirs);
    if (const Result<> sound = checkReferences(*next); !sound) {
        if (sound.error().code == ErrorCode::idDangling)
            return Error(ErrorCode::stillUsed, conflict.value, {found->what, found->row, sound.error().details.at(2)});
        return sound.error();
    }
    return next;
}

} // namespace assay
