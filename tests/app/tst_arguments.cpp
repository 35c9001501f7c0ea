// Operands and options against a description made up here.
#include "app/arguments.h"
#include "app/command.h"
#include "tests/test.h"

#include <array>

namespace assay::test {

namespace {

Result<Outcome> nothing(const Arguments&) { return Outcome{}; }

const Command tool{"tool",
                   {"A", "[B]"},
                   "for tests",
                   {{"--flag", "", "a flag"}, {"--one", "N", "once"}, {"--many", "X", "often", Times::many}},
                   nothing};
const Command endless{"endless", {"A", "FILE..."}, "for tests", {}, nothing};

std::vector<std::string> words(const char* text) {
    std::vector<std::string> list;
    for (const QByteArray& word : QByteArray(text).split(' '))
        if (!word.isEmpty())
            list.push_back(word.toStdString());
    return list;
}

} // namespace

class TestArguments : public Test {
    Q_OBJECT
private slots:
    void wrongUseIsRefused_data() {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("detail");
        QTest::newRow("missing operand") << QByteArray("") << int(ErrorCode::usageMissing) << QByteArray("A");
        QTest::newRow("too many operands") << QByteArray("a b c") << int(ErrorCode::usageSurplus) << QByteArray("c");
        QTest::newRow("unknown option") << QByteArray("a --nope") << int(ErrorCode::usageOption)
                                        << QByteArray("--nope");
        QTest::newRow("unknown option with a value")
            << QByteArray("a --nope=1") << int(ErrorCode::usageOption) << QByteArray("--nope");
        QTest::newRow("short option") << QByteArray("a -x") << int(ErrorCode::usageOption) << QByteArray("-x");
        QTest::newRow("value missing at the end")
            << QByteArray("a --one") << int(ErrorCode::usageMissing) << QByteArray("N after --one");
        QTest::newRow("an option where the value should be")
            << QByteArray("a --one --flag") << int(ErrorCode::usageMissing) << QByteArray("N after --one");
        QTest::newRow("a flag with a value")
            << QByteArray("a --flag=1") << int(ErrorCode::usageSurplus) << QByteArray("=1");
        QTest::newRow("one value given twice")
            << QByteArray("a --one 1 --one 2") << int(ErrorCode::usageValue) << QByteArray("--one");
    }
    void wrongUseIsRefused() {
        QFETCH(QByteArray, line);
        QFETCH(int, code);
        QFETCH(QByteArray, detail);
        const Result<Arguments> read = readArguments(tool, words(line));
        QVERIFY(!read);
        QCOMPARE(int(read.error().code), code);
        QCOMPARE(read.error().place, std::string("assay tool"));
        QCOMPARE(QByteArray::fromStdString(read.error().details.at(0)), detail);
    }
    void endlessOperandsNeedAtLeastOne() {
        QVERIFY(!readArguments(endless, words("a")));
        QCOMPARE(readArguments(endless, words("a b c d")).value().operands.size(), std::size_t{4});
    }
    void optionsMayStandAnywhereAndTakeBothForms() {
        const Arguments read = readArguments(tool, words("--many x=1 a --one=-3 --flag --many=y=2 b")).value();
        QCOMPARE(read.operands, words("a b"));
        QVERIFY(read.has("--flag"));
        QCOMPARE(read.value("--one").value(), std::string("-3"));
        QCOMPARE(read.values("--many"), words("x=1 y=2"));
        QVERIFY(!read.value("--absent") && read.values("--absent").empty());
    }
    void twoDashesEndTheOptionsAndOneDashIsAnOperand() {
        const Arguments read = readArguments(tool, words("- -- --flag")).value();
        QCOMPARE(read.operands, words("- --flag"));
        QVERIFY(!read.has("--flag"));
    }

    void wholeNumbersAreReadExactlyOrRefused_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("fits");
        for (const char* text : {"0", "11", "-1", "1.5", "1e1", "", "x", "3x", " 3", "99999999999999999999"})
            QTest::newRow(qPrintable(QStringLiteral("refused: \"%1\"").arg(QLatin1String(text))))
                << QByteArray(text) << false;
        for (const char* text : {"1", "7", "10"})
            QTest::newRow(text) << QByteArray(text) << true;
    }
    void wholeNumbersAreReadExactlyOrRefused() {
        QFETCH(QByteArray, text);
        QFETCH(bool, fits);
        const Arguments arguments{"assay tool", {}, {{"--one", {text.toStdString()}}}};
        const Result<std::uint64_t> number = wholeNumber(arguments, "--one", 5, 1, 10);
        QCOMPARE(number.has_value(), fits);
        if (fits)
            QCOMPARE(*number, text.toULongLong());
        else
            QCOMPARE(number.error().details.at(2), std::string("a whole number from 1 to 10"));
        QCOMPARE(wholeNumber(arguments, "--two", 5, 1, 10).value(), std::uint64_t{5});
    }
    void aWordOutsideTheListIsRefusedWithTheList() {
        const std::array<std::string_view, 2> list = {"png", "svg"};
        const Arguments good{"assay tool", {}, {{"--one", {"svg"}}}};
        const Arguments bad{"assay tool", {}, {{"--one", {"gif"}}}};
        QCOMPARE(oneOf(good, "--one", list).value(), std::size_t{1});
        QCOMPARE(oneOf(good, "--two", list).value(), std::size_t{0});
        QCOMPARE(oneOf(bad, "--one", list).error().details.at(2), std::string("one of png, svg"));
    }
};

const Registered<TestArguments> registered("arguments");

} // namespace assay::test

#include "tst_arguments.moc"
