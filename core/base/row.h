// Row<T>: an immutable shared value. Copying a document copies pointers; comparing compares pointers first.
#pragma once

#include <memory>
#include <utility>
#include <vector>

namespace assay {

template <class T>
class Row {
public:
    explicit Row(T value) : m_value(std::make_shared<const T>(std::move(value))) {}
    const T& operator*() const { return *m_value; }
    const T* operator->() const { return m_value.get(); }
    bool sameObject(const Row& other) const { return m_value == other.m_value; }
    bool operator==(const Row& other) const { return sameObject(other) || *m_value == *other.m_value; }

private:
    std::shared_ptr<const T> m_value;
};

template <class T>
using Rows = std::vector<Row<T>>;

/// The row with this id, or nullptr. O(n): build an index where it is asked often.
template <class T, class Id>
const T* find(const Rows<T>& rows, const Id& id) {
    for (const Row<T>& row : rows)
        if (row->id == id)
            return &*row;
    return nullptr;
}

} // namespace assay
