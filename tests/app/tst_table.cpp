// Plain-text tables for the terminal.
#include "app/table.h"
#include "tests/test.h"

namespace assay::test {

class TestTable : public Test {
    Q_OBJECT
private slots:
    void controlCharactersCannotReachTheTerminal() {
        QCOMPARE(tableText({{}, {{"a\nb\x1b[31m", "c"}}}), std::string("a b [31m  c\n"));
    }
    void columnsAlignByCodePointsAndLinesHaveNoTrail() {
        const Table table{{"name", "n"}, {{"é汉", "1"}, {"longer", "22"}}, {Align::left, Align::right}};
        QCOMPARE(tableText(table), std::string("name     n\n"
                                               "é汉       1\n"
                                               "longer  22\n"));
    }
    void shortRowsAreLeftShort() { QCOMPARE(tableText({{"a", "b"}, {{"x"}}}), std::string("a  b\nx\n")); }
    void nothingIsNothing() { QCOMPARE(tableText({}), std::string()); }
};

const Registered<TestTable> registered("table");

} // namespace assay::test

#include "tst_table.moc"
