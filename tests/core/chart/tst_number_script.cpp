// Numbers counted in thousands or in ten thousands: the same values with the same digits in every script.
#include "core/chart/chart.h"
#include "core/chart/format.h"
#include "core/chart/number_script.h"
#include "core/chart/ticks.h"
#include "core/units/read_quantity.h"
#include "tests/core/chart/chart_fixture.h"
#include "tests/test.h"

#include <QtCore/QRegularExpression>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <thread>

namespace assay::test {
namespace {

constexpr std::array scripts{NumberScript::letters, NumberScript::korean, NumberScript::chinese,
                             NumberScript::traditional, NumberScript::japanese};

void addScripts() {
    QTest::addColumn<int>("script");
    for (const NumberScript script : scripts)
        QTest::newRow(std::string(numberScriptNames[static_cast<std::size_t>(script)]).c_str())
            << static_cast<int>(script);
}

/// The program's own reader of sources, which knows all scripts; "−" is its minus too.
std::optional<double> readBack(const std::string& label) {
    const Result<Quantity> read = readQuantity(label);
    return read && read->value ? read->value : std::nullopt;
}

/// All words that a reader of the chart can meet.
QStringList wordsOf(const ChartSpec& spec) {
    QStringList words;
    const auto add = [&](const std::string& text) { words << QString::fromStdString(text); };
    for (const std::string* text : {&spec.title, &spec.subtitle, &spec.summary, &spec.altText, &spec.statement})
        add(*text);
    for (const auto* list : {&spec.notes, &spec.columns})
        for (const std::string& text : *list)
            add(text);
    for (const KeyEntry& entry : spec.key)
        add(entry.text);
    for (const Axis* axis : {&spec.x, &spec.y})
        for (const Category& category : axis->categories)
            add(category.label + "|" + category.note);
    for (const Mark& mark : spec.marks) {
        if (const auto* label = std::get_if<Label>(&mark))
            add(label->text);
        if (const auto* rule = std::get_if<Rule>(&mark))
            add(rule->label);
    }
    for (const Handle& handle : spec.handles)
        add(handle.reading);
    for (const Datum& datum : spec.data) {
        add(datum.tip);
        for (const Cell& cell : datum.cells)
            add(cell.text);
    }
    return words;
}

/// Every number of a text in the order they stand, with the magnitudes of the script.
std::vector<double> numbersIn(const QString& text, NumberScript script) {
    QStringList signs;
    for (const NumberSize& each : numberSizes(script))
        signs << QString::fromUtf8(each.sign.data(), static_cast<qsizetype>(each.sign.size()));
    const QString letters = script == NumberScript::letters ? QStringLiteral("(?![A-Za-z0-9])") : QString();
    const QRegularExpression number(QStringLiteral("([0-9][0-9,]*(?:\\.[0-9]+)?(?:e-?[0-9]+)?)(?:(%1)%2)?")
                                        .arg(signs.join(QLatin1Char('|')), letters));
    std::vector<double> found;
    for (auto match = number.globalMatch(text); match.hasNext();) {
        const QRegularExpressionMatch one = match.next();
        double value = one.captured(1).remove(QLatin1Char(',')).toDouble();
        for (const NumberSize& each : numberSizes(script))
            if (one.captured(2).toStdString() == each.sign)
                value *= each.size;
        found.push_back(value);
    }
    return found;
}

} // namespace

class TestNumberScript : public Test {
    Q_OBJECT
private slots:
    void withoutAScopeNumbersHaveLetters() {
        QCOMPARE(numberScriptNow(), NumberScript::letters);
        QCOMPARE(shortNumber(2.788e6, 4), std::string("2.788M"));
    }
    void aScopeEndsWhereItEnds() {
        const WritingIn outer(NumberScript::korean);
        {
            const WritingIn inner(NumberScript::letters);
            QCOMPARE(shortNumber(2.788e6, 4), std::string("2.788M"));
        }
        QCOMPARE(shortNumber(2.788e6, 4), std::string("278.8만"));
    }
    void anotherThreadHasItsOwn() {
        const WritingIn here(NumberScript::korean);
        std::string there;
        std::thread([&] { there = shortNumber(2.788e6, 4); }).join();
        QCOMPARE(there, std::string("2.788M"));
    }

    void numbersAreWrittenAsTheLanguageHasThem_data() {
        QTest::addColumn<double>("value");
        QTest::addColumn<int>("digits");
        QTest::addColumn<QString>("korean");
        QTest::addColumn<QString>("chinese");
        QTest::addColumn<QString>("japanese");
        const auto row = [](const char* why, double value, int digits, const char* korean, const char* chinese,
                            const char* japanese) {
            QTest::newRow(why) << value << digits << QString::fromUtf8(korean) << QString::fromUtf8(chinese)
                               << QString::fromUtf8(japanese);
        };
        row("infinite", std::numeric_limits<double>::infinity(), 2, "∞", "∞", "∞");
        row("zero has no magnitude", 0, 2, "0", "0", "0");
        row("below ten thousand it is written out", 5000, 1, "5,000", "5,000", "5,000");
        row("a fraction is nobody's magnitude", 0.35, 2, "0.35", "0.35", "0.35");
        row("ten thousand", 1e4, 1, "1만", "1万", "1万");
        row("a carry into the magnitude", 9999.6, 4, "1.000만", "1.000万", "1.000万");
        row("digits are kept", 2.788e6, 4, "278.8만", "278.8万", "278.8万");
        row("digits are not invented", 8.96e6, 2, "900만", "900万", "900万");
        row("thousands of a magnitude are grouped", 5.576e7, 4, "5,576만", "5,576万", "5,576万");
        row("a carry over the magnitude", 9.9996e7, 4, "1.000억", "1.000亿", "1.000億");
        row("a billion is ten of them", 1e9, 1, "10억", "10亿", "10億");
        row("10^12 has a name of its own in each", 1.5e12, 2, "1.5조", "1.5万亿", "1.5兆");
        row("negative", -5.3e6, 2, "−530만", "−530万", "−530万");
        row("nobody counts these zeros", 5e26, 1, "5e26", "5e26", "5e26");
    }
    void numbersAreWrittenAsTheLanguageHasThem() {
        QFETCH(double, value);
        QFETCH(int, digits);
        QFETCH(QString, korean);
        QFETCH(QString, chinese);
        QFETCH(QString, japanese);
        const auto written = [&](NumberScript script) {
            const WritingIn here(script);
            return QString::fromStdString(shortNumber(value, digits));
        };
        QCOMPARE(written(NumberScript::korean), korean);
        QCOMPARE(written(NumberScript::chinese), chinese);
        QCOMPARE(written(NumberScript::japanese), japanese);
    }
    void traditionalChineseHasItsOwnCharacters() {
        const WritingIn here(NumberScript::traditional);
        QCOMPARE(tickQuantity(5.576e6, "USD", 4), std::string("$557.6萬"));
        QCOMPARE(tickQuantity(3e8, {}, 1), std::string("3億"));
        QCOMPARE(tickQuantity(2e12, {}, 1), std::string("2兆"));
    }
    void unitsAndIntervalsKeepTheirForm() {
        const WritingIn here(NumberScript::korean);
        QCOMPARE(intervalText(9e6, 5.3e6, 15e6, "USD"), std::string("$900만 ($530만–$1,500만)"));
        QCOMPARE(shortQuantity(2.788e6, "H800*h", 4), std::string("278.8만 H800-hours"));
        QCOMPARE(tickQuantity(22, "%", 2), std::string("22%"));
    }

    void labelsReadBackToTheirValues_data() { addScripts(); }
    void labelsReadBackToTheirValues() {
        QFETCH(int, script);
        const WritingIn here(static_cast<NumberScript>(script));
        for (int exponent = -3; exponent < 16; ++exponent)
            for (const double mantissa : {1.0, 1.005, 2.5, 4.9996, 5.576, 7.0, 9.04, 9.9999})
                for (int digits = 1; digits <= 5; ++digits) {
                    const double value = mantissa * std::pow(10.0, exponent);
                    const std::string label = tickQuantity(value, "USD", digits);
                    const std::optional<double> read = readBack(label);
                    const double wanted = roundTo(value, digits);
                    QVERIFY2(read && std::abs(*read - wanted) <= 1e-12 * wanted, label.c_str());
                }
    }
    void ticksReadBackToTheirPlaces_data() { addScripts(); }
    void ticksReadBackToTheirPlaces() { // charts: facts 15 to 17
        QFETCH(int, script);
        const WritingIn here(static_cast<NumberScript>(script));
        std::size_t count = 0;
        for (const AxisKind kind : {AxisKind::linear, AxisKind::log})
            for (const double low : {1e-3, 0.7, 3.0, 41000.0, 2.5e6, 9.7e7, 3e11})
                for (const double width : {1.0003, 1.7, 8.0, 900.0, 1e7})
                    for (const Tick& tick : makeTicks({kind, {}, "USD", low, low * width, {}}, 9)) {
                        const std::optional<double> read = readBack(tick.label);
                        ++count;
                        if (tick.value >= 1e16)
                            continue; // power text
                        QVERIFY2(read && std::abs(*read - tick.value) <= 1e-12 * tick.value, tick.label.c_str());
                    }
        QVERIFY(count > 200);
    }
    void neighbouringTicksNeverReadAlike_data() { addScripts(); }
    void neighbouringTicksNeverReadAlike() {
        QFETCH(int, script);
        const WritingIn here(static_cast<NumberScript>(script));
        for (double low = 1; low < 1e14; low *= 3.7)
            for (const double width : {1.02, 3.0, 70.0}) {
                std::vector<std::string> labels;
                for (const Tick& tick : makeTicks({AxisKind::linear, {}, {}, low, low * width, {}}, 12))
                    labels.push_back(tick.label);
                std::sort(labels.begin(), labels.end());
                QVERIFY(std::adjacent_find(labels.begin(), labels.end()) == labels.end());
            }
    }

    void everyChartIsWrittenInTheScriptAndSaysTheSame_data() {
        QTest::addColumn<QString>("chart");
        QTest::addColumn<QString>("form");
        for (const ChartKind& kind : chartKinds()) {
            std::vector<ChartForm> forms(kind.forms.begin(), kind.forms.end());
            if (forms.empty())
                forms.push_back({});
            for (const ChartForm& form : forms)
                QTest::addRow("%s %s", std::string(kind.id).c_str(), std::string(form.id).c_str())
                    << QString::fromStdString(std::string(kind.id)) << QString::fromStdString(std::string(form.id));
        }
    }
    void everyChartIsWrittenInTheScriptAndSaysTheSame() {
        QFETCH(QString, chart);
        QFETCH(QString, form);
        ChartContext context = sampleContext();
        context.form = form.toStdString();
        context.threshold = 1.25e7; // its names hold numbers too
        const Result<ChartSpec> plain = buildChart(*findChart(chart.toStdString()), context);
        if (!plain) { // the fixture has nothing for it
            QCOMPARE(plain.error().code, ErrorCode::chartEmpty);
            return;
        }
        const QStringList plainWords = wordsOf(*plain);
        for (const NumberScript script : scripts) {
            context.numbers = script;
            const ChartSpec spec = buildChart(*findChart(chart.toStdString()), context).value();
            QCOMPARE(spec.numbers, script);
            const QStringList words = wordsOf(spec);
            QCOMPARE(words.size(), plainWords.size());
            for (qsizetype i = 0; i < words.size(); ++i) {
                const std::vector<double> before = numbersIn(plainWords[i], NumberScript::letters);
                const std::vector<double> now = numbersIn(words[i], script);
                const QString both = plainWords[i] + QStringLiteral(" / ") + words[i];
                QVERIFY2(before.size() == now.size(), qPrintable(both));
                for (std::size_t k = 0; k < now.size(); ++k)
                    QVERIFY2(std::abs(before[k] - now[k]) <= 1e-9 * std::abs(before[k]), qPrintable(both));
            }
        }
        QCOMPARE(numberScriptNow(), NumberScript::letters);
    }
};

const Registered<TestNumberScript> registered("number_script");

} // namespace assay::test

#include "tst_number_script.moc"
