// What the tests of the reader share: what was found, in short words, and the comparison of it.
#pragma once

#include "core/base/utf8.h"
#include "core/units/read_quantity.h"
#include "tests/test.h"

namespace assay::test {

inline QString number(const std::optional<double>& value) {
    return value ? QString::number(*value, 'g', 15) : QStringLiteral("-");
}

/// "bound value unit", or "bound low..high unit" for sets with no value, joined by "; ".
inline QString described(const Quantity& q) {
    const QString bound = QString::fromStdString(std::string(boundText(q.bound)));
    if (q.bound == Bound::unsure)
        return bound;
    const QString value = q.value ? number(q.value) : number(q.low) + QStringLiteral("..") + number(q.high);
    return bound + u' ' + value + u' ' + QString::fromStdString(q.unit);
}

inline QString described(const std::vector<FoundQuantity>& found) {
    QStringList all;
    for (const FoundQuantity& one : found)
        all << described(one.quantity);
    return all.join(QStringLiteral("; "));
}

inline void row(const char* text, const char* expected) {
    QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(expected);
}

inline void textColumns() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
}

/// Of the current row: its text has the quantities expected, in order, with spans that hold their own words.
inline void compareFound(const ReadOptions& options) {
    QFETCH(QString, text);
    QFETCH(QString, expected);
    const std::string utf8 = text.toStdString();
    const auto found = findQuantities(utf8, options);
    QCOMPARE(described(found), expected);
    std::size_t last = 0;
    for (const FoundQuantity& one : found) {
        QVERIFY(one.start >= last && one.end > one.start);
        QCOMPARE(std::string(codePoints(utf8, one.start, one.end)), one.quantity.text);
        last = one.end;
    }
}

} // namespace assay::test
