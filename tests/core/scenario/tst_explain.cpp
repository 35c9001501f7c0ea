// Medians on the way to an output, and what a tenth of each input does to it.
#include "core/scenario/behind.h"
#include "core/scenario/explain.h"
#include "tests/core/scenario/model_builder.h"
#include "tests/test.h"

#include <cmath>

namespace assay::test {
namespace {

Model chain() {
    Model model =
        makeModel({{"hours", "1", "100"}, {"price", "1", "lognormal(1, 4)"}, {"idle", "1", "5"}},
                  {{"rent", "1", "hours * price"}, {"other", "1", "idle * 2"}, {"total", "1", "rent ^ 2 + 0"}},
                  {"total", "other"});
    model.inputs[0].max = "104";
    model.inputs[0].min = "1";
    return model;
}

Explained explained(const Model& model) {
    return explain(model, makeScenario("s"), VariableId{"total"}, runOptions(16384), {}).value();
}

bool isNear(double a, double b) { return std::abs(a - b) <= 0.005 * std::abs(b); }

} // namespace

class TestExplain : public Test {
    Q_OBJECT
private slots:
    void whatIsNoOutputIsRefused() {
        QCOMPARE(explain(chain(), makeScenario("s"), VariableId{"rent"}, runOptions(64), {}).error().code,
                 ErrorCode::outputUnknown);
    }
    void onlyWhatIsBehindTheOutputIsExplained() {
        const Explained all = explained(chain());
        QCOMPARE(all.formulas.size(), std::size_t(2));
        QCOMPARE(all.formulas[0].id.value, std::string("total"));
        QVERIFY(isNear(all.formulas[1].median, 200)); // the median of the price is 2
        QVERIFY(isNear(all.formulas[0].median, 40000));
        QCOMPARE(all.inputs.size(), std::size_t(2));
        QVERIFY(behind(chain(), VariableId{"nothing"}).formulas.empty());
    }
    void aTenthOfAnInputMovesTheMedian() {
        for (const TenthEffect& effect : explained(chain()).effects) {
            QVERIFY(isNear(effect.down, 40000 * 0.81));
            if (effect.input.value == "price")
                QVERIFY(isNear(effect.up, 40000 * 1.21));
            else
                QVERIFY(isNear(effect.up, 40000 * 1.04 * 1.04)); // the model's end
        }
    }
    void namesAreFoundOnceInTheirOrder() {
        QCOMPARE(namesIn("a * (b_2 + a) / 3e6 - if(c, 1, 2)"),
                 (std::vector<VariableId>{{"a"}, {"b_2"}, {"if"}, {"c"}}));
    }
};

const Registered<TestExplain> registered("explain");

} // namespace assay::test

#include "tst_explain.moc"
