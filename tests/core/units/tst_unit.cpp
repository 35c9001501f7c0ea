// Units: what is read, what is refused and where, and that kinds never mix.
#include "core/units/unit.h"
#include "core/units/unit_table.h"
#include "tests/test.h"

#include <cmath>
#include <set>

namespace assay::test {

namespace {

Unit unitOf(const char* text) {
    const Result<Unit> unit = parseUnit(text);
    return unit ? *unit : Unit{-1, {UnitFactor{"unreadable", 1}}};
}

} // namespace

class TestUnit : public Test {
    Q_OBJECT
private slots:
    void wrongTextIsRefusedWithTheReason_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("detail");
        const auto unknown = [](const char* reason, const char* text, const char* name) {
            QTest::newRow(reason) << QByteArray(text) << int(ErrorCode::unitUnknown) << QByteArray(name);
        };
        const auto syntax = [](const char* reason, const QByteArray& text, int column) {
            QTest::newRow(reason) << text << int(ErrorCode::unitSyntax) << QByteArray::number(column);
        };
        unknown("no such name", "furlong", "furlong");
        unknown("currency signs are no names", "USDollar", "USDollar");
        unknown("lower-case currency", "usd", "usd");
        unknown("prefix on a currency", "kUSD", "kUSD");
        unknown("prefix on a chip", "kH100", "kH100");
        unknown("prefix on an hour", "kh", "kh");
        unknown("small prefix on a count", "mtoken", "mtoken");
        unknown("large prefix on a second", "Ms", "Ms");
        unknown("chip not in the table", "H999", "H999");
        unknown("plural chip", "H100s", "H100s");
        unknown("prefix alone", "G", "G");
        unknown("second factor unknown", "USD/hour", "hour");
        unknown("unknown in brackets", "USD/(GPU*hr)", "hr");
        syntax("empty", "", 1);
        syntax("exponents beyond 99 by products", "g^99*g", 7);
        syntax("exponents beyond 99 by brackets", "(s^99)^2", 9);
        syntax("blank", "   ", 4);
        syntax("operator first", "*h", 1);
        syntax("operator last", "GPU*", 5);
        syntax("two operators", "GPU**h", 5);
        syntax("two names", "GPU h", 5);
        syntax("open bracket", "USD/(GPU*h", 11);
        syntax("closing bracket alone", "USD)", 4);
        syntax("empty brackets", "USD/()", 6);
        syntax("exponent missing", "s^", 3);
        syntax("exponent not whole", "s^1.5", 4);
        syntax("exponent absurd", "s^100000", 3);
        syntax("exponent beyond int", "s^99999999999999", 3);
        syntax("number in front", "2 GPU", 1);
        syntax("plus", "GPU+h", 4);
        syntax("currency sign", "$", 1);
        syntax("letters beyond ASCII", "\xEC\x9B\x90", 1);
        syntax("nested too deep", QByteArray(40, '(') + "s" + QByteArray(40, ')'), 34);
    }
    void wrongTextIsRefusedWithTheReason() {
        QFETCH(QByteArray, text);
        QFETCH(int, code);
        QFETCH(QByteArray, detail);
        const Result<Unit> unit = parseUnit(text.toStdString());
        QVERIFY(!unit);
        QCOMPARE(int(unit.error().code), code);
        QCOMPARE(QByteArray::fromStdString(unit.error().details.at(0)), detail);
        QCOMPARE(QByteArray::fromStdString(unit.error().place), text);
    }

    void twoChipsInOneUnitAreNamed() {
        const Result<Unit> unit = parseUnit("H800*h/A100");
        QVERIFY(!unit);
        QVERIFY(unit.error().code == ErrorCode::chipsMixed);
        QCOMPARE(unit.error().details.at(0), std::string("H800"));
        QCOMPARE(unit.error().details.at(1), std::string("A100"));
    }

    void readsScaleAndBases_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<double>("scale");
        QTest::addColumn<QByteArray>("canonical");
        const auto row = [](const char* text, double scale, const char* canonical) {
            QTest::newRow(text) << QByteArray(text) << scale << QByteArray(canonical);
        };
        row("1", 1, "1");
        row("%", 0.01, "1");
        row("%/y", 0.01 / 31557600, "1/s");
        row("USD", 1, "USD");
        row("KRW/USD", 1, "KRW/USD");
        row("GPU", 1, "GPU");
        row("GPU*h", 3600, "GPU*s");
        row("H800*h", 3600, "H800*s");
        row("h*H800", 3600, "H800*s");
        row("USD/(H800*h)", 1.0 / 3600, "USD/(H800*s)");
        row("USD/H800/h", 1.0 / 3600, "USD/(H800*s)");
        row(" USD / ( GPU * h ) ", 1.0 / 3600, "USD/(GPU*s)");
        row("GPU\xC2\xB7h", 3600, "GPU*s");
        row("FLOP", 1, "FLOP");
        row("PFLOP/s", 1e15, "FLOP/s");
        row("TFLOP/s", 1e12, "FLOP/s");
        row("kW", 1e3, "W");
        row("MW", 1e6, "W");
        row("mW", 1e-3, "W");
        row("kW*h", 3.6e6, "W*s");
        row("kWh", 3.6e6, "W*s");
        row("MJ", 1e6, "W*s");
        row("USD/kWh", 1 / 3.6e6, "USD/(W*s)");
        row("GB/s", 1e9, "B/s");
        row("Gb/s", 1.25e8, "B/s");
        row("TB", 1e12, "B");
        row("Ttoken", 1e12, "token");
        row("token", 1, "token");
        row("parameter", 1, "parameter");
        row("ms", 1e-3, "s");
        row("min", 60, "s");
        row("d", 86400, "s");
        row("y", 31557600, "s");
        row("kg", 1, "kg");
        row("g", 1e-3, "kg");
        row("1/s", 1, "1/s");
        row("s^-1", 1, "1/s");
        row("s^2", 1, "s^2");
        row("h^2", 12960000, "s^2");
        row("(GPU*h)^2/s", 12960000, "GPU^2*s");
        row("s^0", 1, "1");
        row("USD*h/USD", 3600, "s");
        row("token/(H100*s)", 1, "token/(H100*s)");
        row("GB200", 1, "GB200");
    }
    void readsScaleAndBases() {
        QFETCH(QByteArray, text);
        QFETCH(double, scale);
        QFETCH(QByteArray, canonical);
        const Result<Unit> unit = parseUnit(text.toStdString());
        QVERIFY(unit);
        QVERIFY2(std::abs(unit->scale - scale) <= 1e-15 * scale, qPrintable(QString::number(unit->scale, 'g', 17)));
        QCOMPARE(QByteArray::fromStdString(unitText(*unit)), canonical);
        const Result<Unit> again = parseUnit(unitText(*unit));
        QVERIFY(again);
        QVERIFY(sameDimension(*again, *unit));
    }

    void kindsAreNotTheSameDimension_data() {
        QTest::addColumn<QByteArray>("a");
        QTest::addColumn<QByteArray>("b");
        QTest::addColumn<bool>("same");
        const auto row = [](const char* reason, const char* a, const char* b, bool same) {
            QTest::newRow(reason) << QByteArray(a) << QByteArray(b) << same;
        };
        row("won are not dollars", "KRW", "USD", false);
        row("H100-hours are not H800-hours", "H100*h", "H800*h", false);
        row("a chip is not the placeholder", "H800", "GPU", false);
        row("tokens are not parameters", "token", "parameter", false);
        row("FLOP are not FLOP/s", "FLOP", "FLOP/s", false);
        row("power is not energy", "kW", "kWh", false);
        row("a share is not money", "%", "USD", false);
        row("hours are seconds", "GPU*h", "GPU*s", true);
        row("per cent is a number", "%", "1", true);
        row("bits are bytes by eight", "Gb/s", "GB/s", true);
        row("order does not matter", "h*GPU", "GPU*h", true);
        row("watt-hours are joules", "kWh", "J", true);
    }
    void kindsAreNotTheSameDimension() {
        QFETCH(QByteArray, a);
        QFETCH(QByteArray, b);
        QFETCH(bool, same);
        QCOMPARE(sameDimension(unitOf(a), unitOf(b)), same);
        QCOMPARE(sameDimension(unitOf(b), unitOf(a)), same);
    }

    void algebraCancelsAndRaises() {
        const Unit price = unitOf("USD/(GPU*h)");
        const Unit hours = unitOf("GPU*h");
        QCOMPARE(unitText(multiply(price, hours)), std::string("USD"));
        QCOMPARE(multiply(price, hours).scale, 1.0);
        QVERIFY(divide(hours, hours).factors.empty());
        QCOMPARE(unitText(power(hours, -2)), std::string("1/(GPU^2*s^2)"));
        QVERIFY(power(hours, 0) == Unit{});
        QVERIFY(power(hours, 1) == hours);
    }

    void perCentsRoundOnce_data() {
        QTest::addColumn<double>("printed");
        QTest::addColumn<double>("base");
        QTest::newRow("35 %, a product of two roundings otherwise") << 35.0 << 0.35;
        QTest::newRow("20 %") << 20.0 << 0.2;
        QTest::newRow("7 %") << 7.0 << 0.07;
        QTest::newRow("0.1 %") << 0.1 << 0.001;
    }
    void perCentsRoundOnce() {
        QFETCH(double, printed);
        QFETCH(double, base);
        const Unit percent = unitOf("%");
        QVERIFY(toBase(printed, percent) == base);
        QVERIFY(std::abs(fromBase(base, percent) - printed) <= 1e-15 * printed);
    }

    void gpuHoursComeBackExactly() {
        const Unit hours = unitOf("H800*h");
        QVERIFY(toBase(2788000, hours) == 2788000.0 * 3600);
        QVERIFY(fromBase(toBase(2788000, hours), hours) == 2788000.0);
        QVERIFY(toBase(2, unitOf("USD/(H800*h)")) == 2.0 / 3600);
    }

    void theChipIsFoundAndBound() {
        QVERIFY(isChip("H800"));
        QVERIFY(!isChip("GPU"));
        QVERIFY(!isChip("H8"));
        QCOMPARE(chipOf(unitOf("USD/(H800*h)")), std::string("H800"));
        QCOMPARE(chipOf(unitOf("GPU*h")), std::string());
        QCOMPARE(unitText(bindChip(unitOf("USD/(GPU*h)"), "H800")), std::string("USD/(H800*s)"));
        QVERIFY(bindChip(unitOf("GPU*h"), "") == unitOf("GPU*h"));
        QVERIFY(bindChip(unitOf("A100*h"), "H800") == unitOf("A100*h"));
        QVERIFY(bindChip(unitOf("GPU*h"), "A100").factors.front().base == "A100"); // sorted again
        QCOMPARE(bindChip(std::string_view("USD/(GPU*h)"), "H800"), std::string("USD/(H800*h)"));
        QCOMPARE(bindChip(std::string_view("GPUX*h"), "H800"), std::string("GPUX*h"));
        QCOMPARE(bindChip(std::string_view("GPU"), ""), std::string("GPU"));
    }

    void everyRowOfTheTablesReadsBack() {
        std::set<std::string_view> names;
        for (const NamedUnit& row : namedUnits()) {
            QVERIFY2(parseUnit(row.name), row.name.data());
            QVERIFY2(names.insert(row.name).second, row.name.data());
        }
        for (const Chip& chip : chips()) {
            const Result<Unit> unit = parseUnit(chip.id);
            QVERIFY2(unit, chip.id.data());
            QCOMPARE(chipOf(*unit), std::string(chip.id));
            QVERIFY2(names.insert(chip.id).second, chip.id.data());
            QVERIFY2(!chip.names.empty(), chip.id.data());
        }
    }

    void aLongProductIsReadInReasonableTime() {
        std::string text = "s";
        for (int i = 0; i < 20000; ++i)
            text += "*s/s";
        const Result<Unit> unit = parseUnit(text);
        QVERIFY(unit);
        QCOMPARE(unit->factors.front().exponent, 1);
    }
};

const Registered<TestUnit> registered("unit");

} // namespace assay::test

#include "tst_unit.moc"
