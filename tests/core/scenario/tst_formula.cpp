// Formula texts: what is refused, at which column, and what the accepted ones compute.
#include "core/scenario/formula.h"
#include "tests/core/scenario/model_builder.h"
#include "tests/test.h"

namespace assay::test {

class TestFormula : public Test {
    Q_OBJECT

    static double valueOf(const std::string& formula) {
        const Model model = makeModel({{"a", "1", "2"}, {"b", "1", "3"}, {"c", "1", "0"}}, {{"y", "1", formula}});
        const Result<Run> run = simulate(model, Scenario{}, runOptions(1));
        return run ? run->outputs[0].p50 : (qWarning("%s", errorLine(run.error()).c_str()), 0.0);
    }

private slots:
    void badSyntaxIsRefusedAtItsColumn_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("column");
        const auto row = [](const char* name, const QString& text, int column) {
            QTest::newRow(name) << text << QString::number(column);
        };
        row("nothing", "", 1);
        row("spaces only", "   ", 4);
        row("operator first", "* a", 1);
        row("operator last", "a +", 4);
        row("two operators", "a * / b", 5);
        row("no operator between", "a b", 3);
        row("number runs into a name", "2a", 2);
        row("two points", "1.2.3", 4);
        row("bracket not closed", "(a + b", 7);
        row("bracket not opened", "a + b)", 6);
        row("empty brackets", "()", 2);
        row("call without arguments", "min()", 5);
        row("argument missing", "clamp(a, b)", 11);
        row("argument too many", "sqrt(a, b)", 9);
        row("if with two", "if(a, b)", 8);
        row("comma at the end", "sum(a, b,)", 10);
        row("comparisons chained", "a < b < c", 7);
        row("unknown character", "a # b", 3);
        row("semicolon", "a; b", 2);
        row("power without exponent", "a ^", 4);
        row("in without unit", "a in", 5);
        row("in without value", "in h", 1);
        row("unit without name", "a in h*", 8);
        row("unit exponent not whole", "a in h^x", 8);
        row("unit bracket not closed", "a in (h*h", 10);
        row("column counts code points", "\u00e9 + a", 1);
        row("column after a letter with accent", "a + \u00e9", 5);
        row("number too large", "1e999", 1);
        row("quoted text", "\"a\"", 1);
        row("thousands separator", "1,000", 2);
        row("per cent sign", "a * 5%", 6);
        row("assignment", "y := a", 3);
    }
    void badSyntaxIsRefusedAtItsColumn() {
        QFETCH(QString, text);
        QFETCH(QString, column);
        const Result<Expression> expression = parseFormula(text.toStdString());
        QVERIFY(!expression);
        QCOMPARE(expression.error().code, ErrorCode::formulaSyntax);
        QCOMPARE(expression.error().details.size(), std::size_t{2});
        QCOMPARE(QString::fromStdString(expression.error().details[1]), column);
    }

    void unknownFunctionIsNamed() {
        const Result<Expression> expression = parseFormula("1 + median(a)");
        QVERIFY(!expression);
        QCOMPARE(errorLine(expression.error()),
                 std::to_string(static_cast<int>(ErrorCode::formulaUnknown)) + "||median|5");
    }

    void hostileDepthIsRefused_data() {
        QTest::addColumn<QString>("text");
        const int depth = 4900; // the text stays within the allowed length
        QTest::newRow("brackets") << QString("(").repeated(depth) + "a" + QString(")").repeated(depth);
        QTest::newRow("brackets never closed") << QString("(").repeated(10000);
        QTest::newRow("signs") << QString("-").repeated(10000) + "a";
        QTest::newRow("powers") << QString("a^").repeated(depth) + "a";
        QTest::newRow("calls") << QString("abs(").repeated(3000) + "a" + QString(")").repeated(3000);
        QTest::newRow("unit brackets") << "a in " + QString("(").repeated(10000);
        QTest::newRow("too long") << QString("a+").repeated(15000) + "a";
    }
    void hostileDepthIsRefused() {
        QFETCH(QString, text);
        const Result<Expression> expression = parseFormula(text.toStdString());
        QVERIFY(!expression);
        QCOMPARE(expression.error().code, ErrorCode::formulaSyntax);
        QVERIFY(QString::fromStdString(expression.error().details[0]).contains("at most"));
    }

    void brokenUtf8IsRefused() {
        const Result<Expression> expression = parseFormula("a + \xff");
        QVERIFY(!expression);
        QCOMPARE(expression.error().details[1], std::string("5"));
    }

    void longChainsNeedNoDepth() {
        std::string sum = "a";
        for (int i = 0; i < 9000; ++i)
            sum += "+a";
        QCOMPARE(valueOf(sum), 2.0 * 9001);
    }

    void formulasComputeWhatTheySay_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<double>("expected");
        const auto row = [](const char* text, double expected) { QTest::newRow(text) << QString(text) << expected; };
        row("1 + 2 * 3", 7); // a = 2, b = 3, c = 0
        row("(1 + 2) * 3", 9);
        row("10 - 3 - 2", 5);
        row("12 / 2 / 3", 2);
        row("2 ^ 3 ^ 2", 512);
        row("-2 ^ 2", -4);
        row("2 ^ -1", 0.5);
        row("(-2) ^ 3", -8);
        row("4 ^ 0.5", 2);
        row("- - a", 2);
        row("+a", 2);
        row("1.5e3 + .5", 1500.5);
        row("a < b", 1);
        row("a >= b", 0);
        row("a = 2", 1);
        row("a == 2", 1);
        row("a != 2", 0);
        row("1 + (a < b)", 2);
        row("min(a, b, 1)", 1);
        row("max(a, b)", 3);
        row("min(a)", 2);
        row("sum(a, b, 4)", 9);
        row("abs(-a)", 2);
        row("sqrt(9)", 3);
        row("exp(0)", 1);
        row("ln(1)", 0);
        row("log10(1000)", 3);
        row("log10(1e22)", 22);
        row("sin(0)", 0);
        row("cos(0)", 1);
        row("if(a < b, 10, 20)", 10);
        row("if(a > b, 10, 20)", 20);
        row("if(c, 1 / c, 7)", 7);
        row("clamp(5, 0, 3)", 3);
        row("clamp(-5, 0, 3)", 0);
        row("clamp(2, 0, 3)", 2);
        row("a in 1", 2);
        row("50 in %", 50);
        row("a + b in 1 > 4", 1);
        row(" a\n*\tb ", 6);
    }
    void formulasComputeWhatTheySay() {
        QFETCH(QString, text);
        QFETCH(double, expected);
        QCOMPARE(valueOf(text.toStdString()), expected);
    }

    void variableNames_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("good");
        QTest::newRow("empty") << "" << false;
        QTest::newRow("digit first") << "2a" << false;
        QTest::newRow("dash") << "a-b" << false;
        QTest::newRow("function") << "min" << false;
        QTest::newRow("conversion") << "in" << false;
        QTest::newRow("accent") << "\u00e9" << false;
        QTest::newRow("plain") << "gpu_hours2" << true;
        QTest::newRow("underscore first") << "_x" << true;
    }
    void variableNames() {
        QFETCH(QString, name);
        QTEST(isVariableName(name.toStdString()), "good");
    }
};

const Registered<TestFormula> registered("formula");

} // namespace assay::test

#include "tst_formula.moc"
