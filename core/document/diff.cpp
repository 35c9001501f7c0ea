// diff: rows by id, then field by field; shared rows are equal without looking inside.
#include "core/document/diff.h"

#include "core/document/diff_text.h"
#include "core/document/row_kinds.h"

#include <unordered_map>

namespace assay {
namespace {

/// Compares two versions of one row.
class RowDiff {
public:
    RowDiff(std::vector<Change>& changes, std::string what, std::string id)
        : m_changes(changes),
          m_what(std::move(what)),
          m_id(std::move(id)) {}

    template <class T>
    void compare(const T& before, const T& after) {
        forEachField<T>([&](const auto& field) {
            compareField(std::string(field.key), before.*field.member, after.*field.member);
        });
        compareExtra(before.extra, after.extra);
    }
    void compareExtra(const Extra& before, const Extra& after) {
        for (const auto& [key, json] : before)
            if (const auto found = after.find(key); found == after.end() || found->second != json)
                add(key, json, found == after.end() ? "" : found->second);
        for (const auto& [key, json] : after)
            if (!before.contains(key))
                add(key, "", json);
    }

private:
    void add(std::string field, std::string before, std::string after) {
        m_changes.push_back(Change{"changed", m_what, m_id, std::move(field), std::move(before), std::move(after)});
    }
    template <class T>
    void compareField(const std::string& name, const T& before, const T& after) {
        if (before == after)
            return;
        std::string was = diffText(before);
        std::string is = diffText(after);
        if (was == is) {
            was = fullText(before);
            is = fullText(after);
        }
        add(name, std::move(was), std::move(is));
    }
    template <IsElement T>
    void compareField(const std::string& name, const std::vector<T>& before, const std::vector<T>& after) {
        const auto findIn = [](const std::vector<T>& list, const T& item) {
            return findElement(list, Element<T>::id(item));
        };
        const std::size_t count = m_changes.size();
        for (const T& item : before)
            if (findIn(after, item) == nullptr)
                add(elementName(item), diffText(item), "");
        for (const T& item : after) {
            if (const T* old = findIn(before, item))
                compareField(elementName(item), *old, item);
            else
                add(elementName(item), "", diffText(item));
        }
        if (m_changes.size() == count && before != after)
            add(name, idsOf(before), idsOf(after)); // the same elements in another order
    }
    template <class T>
    static std::string idsOf(const std::vector<T>& list) {
        std::string text;
        for (const T& item : list)
            text += (text.empty() ? "" : ", ") + Element<T>::id(item);
        return text;
    }

    std::vector<Change>& m_changes;
    std::string m_what;
    std::string m_id;
};

template <class T>
using Index = std::unordered_map<std::string_view, const Row<T>*>;

template <class T>
Index<T> indexOf(const Rows<T>& rows) {
    Index<T> index;
    index.reserve(rows.size());
    for (const Row<T>& row : rows)
        index.emplace(row->id.value, &row);
    return index;
}

/// The ids of those rows that `other` has too, in order.
template <class T>
std::vector<std::string_view> sharedIds(const Rows<T>& rows, const Index<T>& other) {
    std::vector<std::string_view> ids;
    for (const Row<T>& row : rows)
        if (other.contains(row->id.value))
            ids.push_back(row->id.value);
    return ids;
}

std::string joined(const std::vector<std::string_view>& ids) {
    std::string text;
    for (const std::string_view id : ids)
        text += (text.empty() ? "" : ", ") + std::string(id);
    return shortText(text);
}

template <class T>
void diffRows(std::vector<Change>& changes, const std::string& what, const Rows<T>& before, const Rows<T>& after) {
    const Index<T> old = indexOf(before);
    const Index<T> now = indexOf(after);
    for (const Row<T>& row : before)
        if (!now.contains(row->id.value))
            changes.push_back(Change{"removed", what, row->id.value, "", diffText(*row), ""});
    for (const Row<T>& row : after) {
        const auto found = old.find(row->id.value);
        if (found == old.end())
            changes.push_back(Change{"added", what, row->id.value, "", "", diffText(*row)});
        else if (!found->second->sameObject(row))
            RowDiff(changes, what, row->id.value).compare(**found->second, *row);
    }
    const std::vector<std::string_view> orderBefore = sharedIds(before, now);
    const std::vector<std::string_view> orderAfter = sharedIds(after, old);
    if (orderBefore != orderAfter)
        changes.push_back(Change{"changed", what, "", "order", joined(orderBefore), joined(orderAfter)});
}

} // namespace

std::vector<Change> diff(const Document& before, const Document& after) {
    std::vector<Change> changes;
    RowDiff project(changes, "project", after.project.id);
    project.compare(before.project, after.project);
    project.compareExtra(before.extra, after.extra);
    diffRows(changes, "conflict", before.conflicts, after.conflicts);
    forEachRowKind(
        [&](const auto& kind) { diffRows(changes, std::string(kind.what), before.*kind.rows, after.*kind.rows); });
    return changes;
}

} // namespace assay
