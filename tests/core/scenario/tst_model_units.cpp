// Units of formulas: what does not fit is refused with both terms and the column; what fits keeps its dimension.
#include "tests/core/scenario/model_builder.h"
#include "tests/test.h"

namespace assay::test {

class TestModelUnits : public Test {
    Q_OBJECT

    static Model modelOf(const std::string& unit, const std::string& formula) {
        return makeModel({{"price", "USD/(GPU*h)", "2"},
                          {"hours", "GPU*h", "1000"},
                          {"h800_hours", "H800*h", "1000"},
                          {"won", "KRW", "1000"},
                          {"rate", "KRW/USD", "1433"},
                          {"cost", "USD", "10"},
                          {"power", "kW", "5"},
                          {"time", "h", "3"},
                          {"count", "GPU", "8"},
                          {"flop", "FLOP", "1e24"},
                          {"peak", "TFLOP/s", "900"},
                          {"tokens", "token", "1e12"},
                          {"params", "parameter", "37e9"},
                          {"share", "%", "20"},
                          {"x", "1", "3"},
                          {"data", "GB", "80"}},
                         {{"y", unit, formula}});
    }

private slots:
    void misfitsNameBothTermsAndTheColumn_data() {
        QTest::addColumn<QString>("unit");
        QTest::addColumn<QString>("formula");
        QTest::addColumn<QString>("error");
        const auto row = [](const char* unit, const char* formula, const char* error) {
            QTest::newRow(formula) << QString(unit) << QString(formula) << QString(error);
        };
        row("USD", "cost + won", "cost [USD]|won [KRW]|6");
        row("USD", "cost - won", "cost [USD]|won [KRW]|6");
        row("USD", "cost + 1", "cost [USD]|1 [1]|6");
        row("USD", "1 + cost", "1 [1]|cost [USD]|3");
        row("USD", "cost + share", "cost [USD]|share [1]|6");
        row("GPU*h", "hours + time", "hours [GPU*s]|time [s]|7");
        row("GPU*h", "hours + h800_hours", "hours [GPU*s]|h800_hours [H800*s]|7");
        row("GPU", "count + x", "count [GPU]|x [1]|7");
        row("h", "time + power", "time [s]|power [W]|6");
        row("FLOP", "flop + tokens", "flop [FLOP]|tokens [token]|6");
        row("FLOP", "flop + params", "flop [FLOP]|params [parameter]|6");
        row("token", "tokens + params", "tokens [token]|params [parameter]|8");
        row("FLOP", "flop + peak", "flop [FLOP]|peak [FLOP/s]|6");
        row("B", "data + power", "data [B]|power [W]|6");
        row("USD", "cost * x + won", "cost * x [USD]|won [KRW]|10");
        row("USD", "(cost + cost) - won", "(cost + cost) [USD]|won [KRW]|15");
        row("1", "cost < won", "cost [USD]|won [KRW]|6");
        row("1", "cost > 5", "cost [USD]|5 [1]|6");
        row("1", "time >= hours", "time [s]|hours [GPU*s]|6");
        row("1", "time <= power", "time [s]|power [W]|6");
        row("1", "cost == won", "cost [USD]|won [KRW]|6");
        row("1", "cost != won", "cost [USD]|won [KRW]|6");
        row("1", "count = x", "count [GPU]|x [1]|7");
        row("USD", "min(cost, won)", "cost [USD]|won [KRW]|11");
        row("USD", "max(cost, 3)", "cost [USD]|3 [1]|11");
        row("USD", "sum(cost, cost, won)", "cost, cost [USD]|won [KRW]|17");
        row("h", "min(time, time, power)", "time, time [s]|power [W]|17");
        row("USD", "if(cost, cost, cost)", "cost [USD]|a plain number [1]|1");
        row("USD", "if(x > 1, cost, won)", "cost [USD]|won [KRW]|1");
        row("USD", "if(x > 1, cost, 5)", "cost [USD]|5 [1]|1");
        row("USD", "clamp(cost, won, cost)", "cost [USD]|won [KRW]|1");
        row("USD", "clamp(cost, cost, won)", "cost [USD]|won [KRW]|1");
        row("USD", "clamp(cost, 1, 2)", "cost [USD]|1 [1]|1");
        row("1", "exp(cost)", "cost [USD]|a plain number [1]|1");
        row("1", "ln(cost)", "cost [USD]|a plain number [1]|1");
        row("1", "log10(time)", "time [s]|a plain number [1]|1");
        row("1", "sin(time)", "time [s]|a plain number [1]|1");
        row("1", "cos(count)", "count [GPU]|a plain number [1]|1");
        row("1", "1 + exp(hours / time)", "hours / time [GPU]|a plain number [1]|5");
        row("1", "sqrt(cost)", "cost [USD]|the square of a unit|1");
        row("1", "sqrt(hours * time)", "hours * time [GPU*s^2]|the square of a unit|1");
        row("USD", "cost ^ 0.5", "cost [USD]|a whole number as exponent, not 0.5 [1]|6");
        row("USD", "cost ^ x", "cost [USD]|a whole number as exponent, not x [1]|6");
        row("USD", "cost ^ 1000", "cost [USD]|a whole number as exponent, not 1000 [1]|6");
        row("USD", "2 ^ cost", "cost [USD]|a plain number as exponent [1]|3");
        row("USD", "cost ^ time", "time [s]|a plain number as exponent [1]|6");
        row("kWh", "power in kWh", "power [W]|kWh [W*s]|7");
        row("USD", "won in USD", "won [KRW]|USD [USD]|5");
        row("H800*h", "hours in H800*h", "hours [GPU*s]|H800*h [H800*s]|7");
        row("h", "3600 in h", "3600 [1]|h [s]|6");
        row("USD", "price * time", "y [USD]|its formula [USD/GPU]|1");
        row("USD", "price * h800_hours", "y [USD]|its formula [H800*USD/GPU]|1");
        row("USD", "won / cost", "y [USD]|its formula [KRW/USD]|1");
        row("USD", "won * rate", "y [USD]|its formula [KRW^2/USD]|1");
        row("USD", "5", "y [USD]|its formula [1]|1");
        row("1", "cost", "y [1]|its formula [USD]|1");
        row("GPU*h", "flop / peak", "y [GPU*h]|its formula [s]|1");
        row("h", "time ^ 2", "y [h]|its formula [s^2]|1");
        row("kW", "power * time", "y [kW]|its formula [W*s]|1");
        row("USD", "cost > cost", "y [USD]|its formula [1]|1");
        row("h", "-power", "y [h]|its formula [W]|1");
        row("h", "abs(power)", "y [h]|its formula [W]|1");
        row("token", "params", "y [token]|its formula [parameter]|1");
        row("B", "data / time", "y [B]|its formula [B/s]|1");
    }
    void misfitsNameBothTermsAndTheColumn() {
        QFETCH(QString, unit);
        QFETCH(QString, formula);
        QFETCH(QString, error);
        const Result<> checked = checkModel(modelOf(unit.toStdString(), formula.toStdString()));
        QVERIFY(!checked);
        const QString code = QString::number(static_cast<int>(ErrorCode::formulaUnits));
        QCOMPARE(QString::fromStdString(errorLine(checked.error())), code + "|y|" + error);
    }

    void fittingUnitsPass_data() {
        QTest::addColumn<QString>("unit");
        QTest::addColumn<QString>("formula");
        QTest::addColumn<double>("expected"); // in the declared unit
        const auto row = [](const char* unit, const char* formula, double expected) {
            QTest::newRow(formula) << QString(unit) << QString(formula) << expected;
        };
        row("USD", "price * hours", 2000);
        row("KRW", "cost * rate", 14330);
        row("USD", "won / rate + cost", 1000.0 / 1433 + 10);
        row("kWh", "power * time", 15);
        row("MWh", "power * time", 0.015);
        row("kWh", "power * time in MWh", 15);
        row("d", "time", 0.125);
        row("s", "time + time", 21600);
        row("h", "flop / peak", 1e24 / 900e12 / 3600);
        row("USD", "max(cost, 0)", 10);
        row("USD", "if(x > 1, cost, 0)", 10);
        row("1", "cost > 0", 1);
        row("h", "sqrt(time * time)", 3);
        row("h", "sqrt(time ^ 4) / time", 3);
        row("s^-2", "time ^ -2", 1.0 / (10800.0 * 10800.0));
        row("%", "share", 20);
        row("1", "share", 0.2);
        row("%", "1 / 4", 25);
        row("1", "exp(ln(x))", 3);
        row("USD/h", "price * count", 16);
        row("y", "time / 8766 * 8766", 3.0 / 8766);
        row("1", "time / time ^ (2 - 1)", 1);
        row("USD", "clamp(cost, 0, cost)", 10);
    }
    void fittingUnitsPass() {
        QFETCH(QString, unit);
        QFETCH(QString, formula);
        QFETCH(double, expected);
        Model model = modelOf(unit.toStdString(), formula.toStdString());
        std::erase_if(model.inputs, [](const ModelInput& input) { return input.id.value == "h800_hours"; });
        const Result<Run> run = simulate(model, Scenario{}, runOptions(1));
        QVERIFY2(run.has_value(), run ? "" : errorLine(run.error()).c_str());
        QVERIFY(qAbs(run->outputs[0].p50 - expected) <= 1e-14 * qAbs(expected));
        QCOMPARE(run->outputs[0].unit, unit.toStdString());
    }
};

const Registered<TestModelUnits> registered("model_units");

} // namespace assay::test

#include "tst_model_units.moc"
