// Streams: no edit of a model changes the draws of the inputs it does not touch, and a longer run begins with the
// shorter one's samples.
#include "core/dist/philox.h"
#include "tests/golden/golden_models.h"
#include "tests/test.h"

#include <map>

namespace assay::test {

namespace {

const std::vector<std::string> texts{"1 to 2",       "normal(0, 1)",        "lognormal(2, 9)", "uniform(-1, 1)",
                                     "beta(4, 4)",   "triangular(1, 2, 4)", "pert(1, 2, 9)",   "beta(20, 80)",
                                     "10 / 20 / 40", "samples(1, 2, 2, 5)", "-5 to 8",         "7",
                                     "beta(2, 8)",   "5 to 10 @80%",        "mix(1: 1, 2: 4)"};

/// A model under random edits; every number comes from one counter, so that the test is the same each time.
class EditedModel {
public:
    EditedModel() {
        for (int i = 0; i < 6; ++i)
            addInput();
    }

    /// The stream whose draws the edit may change; 0: none.
    int edit() {
        switch (below(6)) {
        case 0: return m_model.inputs.size() < 12 ? addInput() : removeInput();
        case 1: return m_model.inputs.size() > 3 ? removeInput() : addInput();
        case 2: return rename();
        case 3: return swapTwo();
        case 4: m_model.title += "."; return 0;
        default: return retype();
        }
    }

    /// With a formula that reads every input.
    Model model() const {
        Model whole = m_model;
        std::string sum = "0";
        for (const ModelInput& input : m_model.inputs)
            sum += " + " + input.id.value;
        Formula formula;
        formula.id = VariableId{"y"};
        formula.unit = "1";
        formula.formula = sum;
        whole.formulas = {formula};
        whole.outputs = {formula.id};
        return whole;
    }

private:
    std::size_t below(std::size_t bound) { return randomBits(7, 0, 0, Purpose::jitter, m_draw++)[0] % bound; }
    ModelInput& any() { return m_model.inputs[below(m_model.inputs.size())]; }

    int addInput() {
        ModelInput input;
        input.stream = ++m_lastStream; // never given again
        input.id = VariableId{"x" + std::to_string(++m_lastName)};
        input.unit = "1";
        input.defaultText = texts[below(texts.size())];
        m_model.inputs.insert(m_model.inputs.begin() + static_cast<std::ptrdiff_t>(below(m_model.inputs.size() + 1)),
                              input);
        return input.stream;
    }
    int removeInput() {
        const auto at = m_model.inputs.begin() + static_cast<std::ptrdiff_t>(below(m_model.inputs.size()));
        const int stream = at->stream;
        m_model.inputs.erase(at);
        return stream;
    }
    int rename() {
        any().id = VariableId{"x" + std::to_string(++m_lastName)};
        return 0;
    }
    int swapTwo() {
        std::swap(any(), any());
        return 0;
    }
    int retype() {
        ModelInput& input = any();
        input.defaultText = texts[below(texts.size())];
        return input.stream;
    }

    Model m_model = makeModel({}, {});
    std::uint64_t m_draw = 0;
    int m_lastStream = 0, m_lastName = 0;
};

/// The columns of a model's inputs by stream; null for a fixed one.
std::map<int, Column> drawnBy(const Model& model, DrawOptions options) {
    const Prepared prepared = prepare(model, Scenario{}, {}).value();
    const SampleSet set = drawSamples(prepared, std::vector<Column>(model.inputs.size()), options, {});
    std::map<int, Column> columns;
    for (std::size_t i = 0; i < set.inputs.size(); ++i)
        columns[model.inputs[i].stream] = set.inputs[i];
    return columns;
}

} // namespace

class TestStreams : public Test {
    Q_OBJECT

private slots:
    void aThousandEditsChangeNoOtherDraws_data() {
        QTest::addColumn<int>("sampler");
        QTest::addColumn<int>("edits");
        QTest::newRow("Sobol") << 0 << 1000;
        QTest::newRow("Latin hypercube") << 1 << 200;
        QTest::newRow("Monte Carlo") << 2 << 200;
    }
    void aThousandEditsChangeNoOtherDraws() {
        QFETCH(int, sampler);
        QFETCH(int, edits);
        DrawOptions options = goldenOptions(static_cast<SamplerKind>(sampler));
        options.samples = 40;
        EditedModel edited;
        std::map<int, Column> before = drawnBy(edited.model(), options);
        int changed = 0, compared = 0;
        for (int i = 0; i < edits; ++i) {
            const int touched = edited.edit();
            const std::map<int, Column> after = drawnBy(edited.model(), options);
            for (const auto& [stream, column] : after) {
                const auto old = before.find(stream);
                if (stream == touched || old == before.end() || column == nullptr)
                    continue;
                ++compared;
                changed += *column == *old->second ? 0 : 1;
            }
            before = after;
        }
        QCOMPARE(changed, 0);
        QVERIFY(compared > 3 * edits);
    }

    /// Not the Latin hypercube: its strata depend on the count.
    void aLongerRunBeginsWithTheShorter_data() {
        QTest::addColumn<int>("sampler");
        QTest::addColumn<quint64>("count");
        for (const SamplerKind sampler : {SamplerKind::sobol, SamplerKind::monteCarlo})
            for (const quint64 count : {1ULL, 3ULL, 1023ULL, 1024ULL, 1025ULL, 2048ULL, 8191ULL, 8192ULL, 8193ULL})
                QTest::addRow("%d, %llu", static_cast<int>(sampler), count) << static_cast<int>(sampler) << count;
    }
    void aLongerRunBeginsWithTheShorter() {
        QFETCH(int, sampler);
        QFETCH(quint64, count);
        DrawOptions options = goldenOptions(static_cast<SamplerKind>(sampler));
        const std::map<int, Column> longer = drawnBy(goldenCorrelated(), options);
        options.samples = count;
        for (const auto& [stream, column] : drawnBy(goldenCorrelated(), options)) {
            QCOMPARE(column->size(), std::size_t{count});
            QVERIFY(std::equal(column->begin(), column->end(), longer.at(stream)->begin()));
        }
    }

    void theStrataOfAHypercubeDependOnTheCount() {
        DrawOptions options = goldenOptions(SamplerKind::latinHypercube);
        options.samples = 100;
        const std::map<int, Column> hundred = drawnBy(trainingCost(), options);
        options.samples = 101;
        QVERIFY(hundred.at(1)->front() != drawnBy(trainingCost(), options).at(1)->front());
    }
};

const Registered<TestStreams> registered("streams");

} // namespace assay::test

#include "tst_streams.moc"
