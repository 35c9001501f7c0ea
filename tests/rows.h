// Rows of data-driven tests, a line each: texts become QString, enumerations the whole numbers that columns hold.
#pragma once

#include <QtTest/QtTest>

#include <type_traits>

namespace assay::test {

inline QString cellOf(const char* text) { return QString::fromUtf8(text); }
template <class T>
auto cellOf(const T& value) {
    if constexpr (std::is_enum_v<T>)
        return static_cast<int>(value);
    else
        return value;
}

template <class... Cells>
void addRow(const char* why, const Cells&... cells) {
    (QTest::newRow(why) << ... << cellOf(cells));
}

} // namespace assay::test
