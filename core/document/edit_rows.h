// The three moves behind most edits: add a row, replace one, remove one. Knows no kind of row.
#pragma once

#include "core/document/edit.h"

#include <algorithm>
#include <concepts>
#include <string>

namespace assay {

/// The document when its references hold, else what is wrong.
inline Result<Document> checked(Document document) {
    if (const Result<> sound = checkReferences(document); !sound)
        return sound.error();
    return document;
}

/// The document when the references of one of its rows hold.
template <class T>
Result<Document> checkedRow(Document document, const T& row) {
    Result<> sound;
    if constexpr (std::same_as<T, Claim> || std::same_as<T, Scenario>)
        sound = checkReferences(document, row);
    else
        sound = checkReferences(document);
    if (!sound)
        return sound.error();
    return document;
}

template <class T>
Result<Document> addRow(Document document, Rows<T> Document::*rows, const std::string& kind, T row) {
    if (find(document.*rows, row.id) != nullptr)
        return Error(ErrorCode::idTaken, row.id.value, {kind, row.id.value});
    if (row.id.empty())
        return Error(ErrorCode::nameEmpty, {}, {kind});
    const Row<T> added(std::move(row));
    (document.*rows).push_back(added);
    return checkedRow(std::move(document), *added);
}

template <class T>
Result<Document> setRow(Document document, Rows<T> Document::*rows, const std::string& kind, T row) {
    for (Row<T>& old : document.*rows) {
        if (old->id != row.id)
            continue;
        if (*old == row)
            return document; // nothing changed: the row stays the same object
        const Row<T> changed(std::move(row));
        old = changed;
        return checkedRow(std::move(document), *changed);
    }
    return Error(ErrorCode::idUnknown, row.id.value, {kind, row.id.value});
}

template <class T, class IdType>
Result<Document> removeRow(Document document, Rows<T> Document::*rows, const std::string& kind, const IdType& id) {
    if (std::erase_if(document.*rows, [&](const Row<T>& row) { return row->id == id; }) == 0)
        return Error(ErrorCode::idUnknown, id.value, {kind, id.value});
    return checked(std::move(document));
}

/// A removal that left a dangling name behind, said from the side of the row that was to go.
inline Result<Document> unlessUsed(Result<Document> removed, const std::string& kind, const std::string& id) {
    if (removed || removed.error().code != ErrorCode::idDangling)
        return removed;
    return Error(ErrorCode::stillUsed, id, {kind, id, removed.error().details.at(2)});
}

} // namespace assay
