// One kind of row merged: fields that one side changed are taken, those both changed differently are listed. Knows no
// references between rows.
#pragma once

#include "core/document/diff_text.h"
#include "core/document/merge_order.h"
#include "core/document/row_kinds.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace assay {

/// Three versions of one thing.
template <class T>
struct Three {
    const T& base;
    const T& ours;
    const T& theirs;
};

/// Marks on a text are a set: what either side added is in, what either side took away is out.
inline std::vector<TextRange> mergedRanges(const Three<std::vector<TextRange>>& lists) {
    const auto has = [](const std::vector<TextRange>& list, const TextRange& range) {
        return std::find(list.begin(), list.end(), range) != list.end();
    };
    std::vector<TextRange> merged;
    for (const TextRange& range : lists.ours)
        if (has(lists.theirs, range) || !has(lists.base, range))
            merged.push_back(range);
    for (const TextRange& range : lists.theirs)
        if (!has(lists.ours, range) && !has(lists.base, range))
            merged.push_back(range);
    std::sort(merged.begin(), merged.end());
    return merged;
}

/// A conflict without its versions. Its id says the same in every merge, so that one open on both sides is one.
inline Conflict conflictOver(std::string_view what, const std::string& row, const std::string& field) {
    Conflict conflict;
    conflict.id.value = std::string(what) + "/" + row + (field.empty() ? "" : "/" + field);
    conflict.what = what;
    conflict.row = row;
    conflict.field = field;
    return conflict;
}

/// Merges two versions of one row field by field.
template <class T>
class RowMerge {
public:
    RowMerge(std::vector<Conflict>& conflicts, std::string_view what, std::optional<T> RowVersion::*version)
        : m_conflicts(conflicts),
          m_what(what),
          m_version(version) {}

    T merged(const Three<T>& rows) {
        T result = rows.base;
        m_id = idOf(rows.base);
        forEachField<T>([&](const auto& field) {
            result.*field.member =
                mergedField(field, rows.base.*field.member, rows.ours.*field.member, rows.theirs.*field.member);
        });
        result.extra = mergedExtra(rows.base.extra, rows.ours.extra, rows.theirs.extra);
        return result;
    }

    /// Keys of a newer version, key by key.
    Extra mergedExtra(const Extra& base, const Extra& ours, const Extra& theirs) {
        std::map<std::string, int> keys;
        for (const Extra* extra : {&base, &ours, &theirs})
            for (const auto& member : *extra)
                keys.emplace(member.first, 0);
        const auto at = [](const Extra& extra, const std::string& key) {
            const auto found = extra.find(key);
            return found == extra.end() ? std::optional<std::string>() : std::optional(found->second);
        };
        Extra result;
        for (const auto& member : keys) {
            const std::string& key = member.first;
            const auto was = at(base, key), mine = at(ours, key), yours = at(theirs, key);
            const bool isContested = mine != yours && mine != was && yours != was;
            if (isContested)
                add(key, [&](T& row, int side) {
                    if (const auto& json = side == 0 ? was : side == 1 ? mine : yours)
                        row.extra[key] = *json;
                });
            const auto& value = isContested ? was : mine == was ? yours : mine;
            if (value)
                result[key] = *value;
        }
        return result;
    }

private:
    static std::string idOf(const T& row) {
        if constexpr (requires { row.id.value; })
            return row.id.value;
        else
            return row.id;
    }

    /// put(row, side) writes the value in dispute into an empty row; side: 0 base, 1 ours, 2 theirs.
    template <class Put>
    void add(const std::string& field, Put put) {
        Conflict conflict = conflictOver(m_what, m_id, field);
        int side = 0;
        for (RowVersion* version : {&conflict.base, &conflict.ours, &conflict.theirs}) {
            T row{};
            if constexpr (requires { row.id.value; })
                row.id.value = m_id;
            else
                row.id = m_id;
            put(row, side++);
            version->*m_version = std::move(row);
        }
        m_conflicts.push_back(std::move(conflict));
    }

    template <class M>
    M mergedField(const Field<T, M>& field, const M& base, const M& ours, const M& theirs) {
        if (ours == theirs || theirs == base)
            return ours;
        if (ours == base)
            return theirs;
        if constexpr (requires { elementName(base[0]); }) {
            return mergedElements(field, base, ours, theirs);
        } else if constexpr (std::is_same_v<M, std::vector<TextRange>>) {
            return mergedRanges({base, ours, theirs});
        } else {
            add(std::string(field.key), [&](T& row, int side) {
                row.*field.member = side == 0 ? base : side == 1 ? ours : theirs;
            });
            return base;
        }
    }

    /// The elements of a list by their ids: one that a side deleted and the other changed stays.
    template <class E>
    std::vector<E> mergedElements(const Field<T, std::vector<E>>& field, const std::vector<E>& base,
                                  const std::vector<E>& ours, const std::vector<E>& theirs) {
        std::map<std::string_view, E> alive;
        for (const std::vector<E>* list : {&ours, &theirs})
            for (const E& item : *list)
                if (const std::string_view id = Element<E>::id(item); !alive.contains(id))
                    if (auto kept =
                            mergedElement(field, findElement(base, id), findElement(ours, id), findElement(theirs, id)))
                        alive.emplace(id, std::move(*kept));
        const auto ids = [](const std::vector<E>& list) {
            IdList names;
            for (const E& item : list)
                names.push_back(Element<E>::id(item));
            return names;
        };
        std::vector<E> result;
        for (const std::string_view id : mergeOrder(ids(base), ids(ours), ids(theirs), [&](std::string_view name) {
                                             return alive.contains(name);
                                         }).ids)
            result.push_back(alive.at(id));
        return result;
    }

    template <class E>
    std::optional<E> mergedElement(const Field<T, std::vector<E>>& field, const E* base, const E* ours,
                                   const E* theirs) {
        const auto equal = [](const E* a, const E* b) { return a == b || (a && b && *a == *b); };
        const auto copy = [](const E* item) { return item ? std::optional<E>(*item) : std::nullopt; };
        if (!ours && !theirs)
            return std::nullopt; // gone on both sides
        if (equal(ours, theirs) || equal(theirs, base))
            return copy(ours);
        if (equal(ours, base))
            return copy(theirs);
        add(elementName(ours ? *ours : *theirs), [&](T& row, int side) {
            if (const E* item = side == 0 ? base : side == 1 ? ours : theirs)
                (row.*field.member).push_back(*item);
        });
        if (ours && theirs)
            return base ? *base : fullText(*ours) <= fullText(*theirs) ? *ours : *theirs;
        return copy(ours ? ours : theirs);
    }

    std::vector<Conflict>& m_conflicts;
    std::string m_what;
    std::optional<T> RowVersion::*m_version;
    std::string m_id;
};

template <class T>
using RowIndex = std::unordered_map<std::string_view, const Row<T>*>;

template <class T>
RowIndex<T> rowIndex(const Rows<T>& rows) {
    RowIndex<T> index;
    index.reserve(rows.size());
    for (const Row<T>& row : rows)
        index.emplace(row->id.value, &row);
    return index;
}

template <class T>
IdList rowIds(const Rows<T>& rows) {
    IdList ids;
    ids.reserve(rows.size());
    for (const Row<T>& row : rows)
        ids.push_back(row->id.value);
    return ids;
}

/// A conflict over a whole row: who has it and as what.
template <class T>
Conflict wholeRowConflict(const RowKind<T>& kind, const std::string& id, const Row<T>* base, const Row<T>* ours,
                          const Row<T>* theirs) {
    Conflict conflict = conflictOver(kind.what, id, {});
    const auto put = [&](RowVersion& version, const Row<T>* row) {
        if (row)
            version.*kind.version = **row;
    };
    put(conflict.base, base);
    put(conflict.ours, ours);
    put(conflict.theirs, theirs);
    return conflict;
}

/// All rows of a kind.
template <class T>
Rows<T> mergedRows(const RowKind<T>& kind, const Three<Document>& documents, std::vector<Conflict>& conflicts) {
    const Rows<T>& base = documents.base.*kind.rows;
    const Rows<T>& ours = documents.ours.*kind.rows;
    const Rows<T>& theirs = documents.theirs.*kind.rows;
    const RowIndex<T> was = rowIndex(base), mine = rowIndex(ours), yours = rowIndex(theirs);
    const auto at = [](const RowIndex<T>& index, std::string_view id) -> const Row<T>* {
        const auto found = index.find(id);
        return found == index.end() ? nullptr : found->second;
    };
    std::unordered_map<std::string_view, Row<T>> alive;
    const auto visit = [&](std::string_view id) {
        const Row<T>*b = at(was, id), *o = at(mine, id), *t = at(yours, id);
        if (alive.contains(id))
            return;
        if (o && t) {
            if (*o == *t || (b && *t == *b))
                alive.emplace(id, *o);
            else if (!b) { // added on both sides: of a catalogue row alone, others are kept apart before
                T none{};
                none.id.value = id;
                alive.emplace(id, Row<T>(RowMerge<T>(conflicts, kind.what, kind.version).merged({none, **o, **t})));
            } else if (*o == *b)
                alive.emplace(id, *t);
            else
                alive.emplace(id,
                              Row<T>(RowMerge<T>(conflicts, kind.what, kind.version).merged(Three<T>{**b, **o, **t})));
        } else if (const Row<T>* only = o ? o : t; !b || *only != *b) {
            if (b) // the other side deleted what this one changed: it stays until somebody decides
                conflicts.push_back(wholeRowConflict(kind, std::string(id), b, o, t));
            alive.emplace(id, *only);
        }
    };
    for (const Rows<T>* rows : {&ours, &theirs})
        for (const Row<T>& row : *rows)
            visit(row->id.value);
    Rows<T> result;
    result.reserve(alive.size());
    for (const std::string_view id : mergeOrder(rowIds(base), rowIds(ours), rowIds(theirs), [&](std::string_view name) {
                                         return alive.contains(name);
                                     }).ids)
        result.push_back(alive.at(id));
    return result;
}

} // namespace assay
