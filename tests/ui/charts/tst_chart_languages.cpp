// Words of four languages in every chart and form, at three sizes and two text sizes: nothing is cut off, overlaps or
// leaves the picture. The charts' own words are English: the others stand for a translation, the pseudo-language for
// one that is 40 % longer.
#include "tests/core/chart/chart_fixture.h"
#include "tests/test.h"
#include "tests/ui/charts/placed_faults.h"
#include "tests/ui/charts/shipped_sample.h"
#include "ui/charts/layout.h"
#include "ui/charts/plot_layer.h"

#include <QtCore/QRegularExpression>

#include <array>
#include <functional>

namespace assay::test {
namespace {

using Translate = std::function<QString(const QString&)>;

/// As long as many words: each stands for so many letters of the English.
QString inWordsOf(const QString& english, const QString& word, int letters) {
    QString text;
    for (const QString& part : english.split(QLatin1Char(' '))) {
        const bool isNumber = part.contains(QRegularExpression(QStringLiteral("[0-9$%]")));
        text += (text.isEmpty() ? QString() : QStringLiteral(" "))
                + (isNumber ? part : word.left(std::max<qsizetype>(1, part.size() / letters)));
    }
    return text;
}

QString english(const QString& text) { return text; }
QString korean(const QString& text) {
    return inWordsOf(text, QStringLiteral("\uc2dc\ub098\ub9ac\uc624\ubcc4\ube44\uc6a9\ucd94\uc815"), 2);
}
/// Without spaces, as Chinese is written.
QString chinese(const QString& text) {
    return inWordsOf(text, QStringLiteral("\u8bad\u7ec3\u6210\u672c\u4f30\u8ba1\u5206\u5e03\u60c5\u666f"), 2)
        .remove(QRegularExpression(QStringLiteral("(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])")));
}
QString pseudo(const QString& text) {
    const qsizetype more = (text.size() * 2 + 4) / 5;
    return text + QStringLiteral(" ")
           + QStringLiteral("\u00e1\u00e9\u00ee\u00f5\u00fc ")
                 .repeated(static_cast<int>(more / 6 + 1))
                 .left(more)
                 .trimmed();
}

void translate(std::string& text, const Translate& by) {
    if (!text.empty())
        text = by(QString::fromStdString(text)).toStdString();
}

/// Sentences and names; labels at marks are numbers.
ChartSpec translated(ChartSpec spec, const Translate& by) {
    for (std::string* text : {&spec.title, &spec.subtitle, &spec.summary, &spec.x.title, &spec.y.title})
        translate(*text, by);
    for (auto* list : {&spec.notes, &spec.footer})
        for (std::string& text : *list)
            translate(text, by);
    for (KeyEntry& entry : spec.key)
        translate(entry.text, by);
    if (spec.ramp)
        translate(spec.ramp->title, by);
    for (Axis* axis : {&spec.x, &spec.y})
        for (Category& category : axis->categories) {
            translate(category.label, by);
            translate(category.note, by);
        }
    for (Mark& mark : spec.marks) {
        if (auto* label = std::get_if<Label>(&mark))
            translate(label->text, by);
        if (auto* rule = std::get_if<Rule>(&mark))
            translate(rule->label, by);
    }
    return spec;
}

/// Latin letters 0.6 em, others a whole one.
double widthByScript(const QString& text, const TextFont& font) {
    double em = 0;
    for (const QChar letter : text)
        em += letter.unicode() >= 0x1100 ? 1.0 : 0.6;
    return em * font.pixels;
}

} // namespace

class TestChartLanguages : public Test {
    Q_OBJECT
private slots:
    void wordsStayInsideAndApart_data() {
        QTest::addColumn<QString>("form");
        QTest::addColumn<int>("language");
        const QStringList names{QStringLiteral("en"), QStringLiteral("ko"), QStringLiteral("zh"),
                                QStringLiteral("pseudo")};
        for (const std::string& form : everyForm())
            for (int language = 0; language < names.size(); ++language)
                QTest::addRow("%s %s", form.c_str(), qPrintable(names[language]))
                    << QString::fromStdString(form) << language;
    }
    void wordsStayInsideAndApart() { // two pictures of the shipped sample each, and one of the fixture's odder content
        QFETCH(QString, form);
        QFETCH(int, language);
        std::vector<Picture> all = pictures(shippedSample(), {form.toStdString()}).value();
        all.resize(std::min<std::size_t>(2, all.size()));
        if (Result<std::vector<Picture>> more = pictures(sampleContext(), {form.toStdString()}))
            all.push_back(more->front());
        QVERIFY(!all.empty());
        for (const Picture& picture : all)
            for (const QSizeF& size : {QSizeF(640, 400), QSizeF(1280, 800), QSizeF(2560, 1440)})
                for (const double scale : {1.0, 1.5})
                    check(picture.spec, languages[static_cast<std::size_t>(language)], size, scale);
    }
    void everyStateOfAHandKeepsItsWordsApart_data() {
        QTest::addColumn<QString>("form");
        for (const std::string& form : everyForm())
            QTest::newRow(form.c_str()) << QString::fromStdString(form);
    }
    void everyStateOfAHandKeepsItsWordsApart() { // with a threshold and a brushed range
        QFETCH(QString, form);
        ChartContext context = shippedSample();
        const Picture plain = pictures(context, {form.toStdString()}).value().front();
        const Axis& x = plain.spec.x;
        if (!plain.spec.threshold && !plain.spec.brush && !findChart(plain.spec.chart)->takesThreshold)
            return; // nothing to take hold of
        const Axis& brushed = plain.spec.brush && plain.spec.brush->along == Along::y ? plain.spec.y : x;
        context.threshold = x.low + (x.high - x.low) / 9;
        context.range =
            ValueRange{brushed.low + (brushed.high - brushed.low) / 20, brushed.low + (brushed.high - brushed.low) / 4};
        const Picture held = pictures(context, {form.toStdString()}).value().front();
        QVERIFY(!(held.spec == plain.spec));
        for (const QSizeF& size : {QSizeF(640, 400), QSizeF(1280, 800)})
            for (const double scale : {1.0, 1.5})
                for (const Translate& language : languages)
                    check(held.spec, language, size, scale);
    }
    void rowsWithoutRoomForANameHaveAKey() {
        ChartContext context = contextOfScenarios(9, std::string(150, 'x'));
        for (auto& row : context.scenarios) { // an id as long as its name
            Scenario scenario = *row;
            const std::string id = scenario.id.value;
            scenario.id.value = id + std::string(150, 'y');
            for (RunPtr& run : context.runs)
                if (run->scenario.value == id) {
                    Run changed = *run;
                    changed.scenario = scenario.id;
                    run = std::make_shared<const Run>(changed);
                }
            row = Row<Scenario>(std::move(scenario));
        }
        const ChartSpec spec = buildChart(*findChart("cost-by-scenario"), context).value();
        const Placed placed = layOut(spec, {{1280, 900}, 1}, widthByScript);
        QVERIFY2(faultOf(placed).isEmpty(), qPrintable(faultOf(placed)));
        QString names, notes;
        for (const PlacedText& text : placed.texts) {
            names += text.part == TextPart::category ? text.text + QLatin1Char('|') : QString();
            notes += text.part == TextPart::note ? text.text : QString();
        }
        if (names.contains(QStringLiteral("|2|")))
            QVERIFY2(notes.contains(QRegularExpression(QStringLiteral("2: ?xxx"))), qPrintable(notes.left(200)));
    }
    void aComparisonKeepsItsLettersAndNames() {
        ChartContext context = sampleContext();
        for (auto& row : context.scenarios) {
            Scenario scenario = *row;
            scenario.title = scenario.title + " " + std::string(120, 'z');
            row = Row<Scenario>(std::move(scenario));
        }
        const ChartSpec spec = buildChart(*findChart("scenario-difference"), context).value();
        const Placed placed = layOut(spec, {{640, 400}, 1}, fontMeasure());
        QString words;
        for (const PlacedText& text : placed.texts)
            words += text.text + QLatin1Char(' ');
        for (std::size_t i = 0; i < 2; ++i) {
            const std::string& shorter = spec.y.categories[i].shortLabel;
            QVERIFY2(words.simplified().contains(QString::fromStdString(shorter)), qPrintable(words));
        }
    }

private:
    static void check(const ChartSpec& spec, const Translate& language, const QSizeF& size, double scale) {
        const Placed placed = layOut(translated(spec, language), {size, scale}, widthByScript);
        const QString fault = faultOf(placed);
        QVERIFY2(fault.isEmpty(), qPrintable(QStringLiteral("%1 x%2: %3").arg(size.width()).arg(scale).arg(fault)));
        QVERIFY(!placed.texts.empty());
        for (const PlacedText& text : placed.texts)
            QVERIFY2(!text.text.contains(QStringLiteral("??")), qPrintable(text.text));
    }

    const std::array<Translate, 4> languages{english, korean, chinese, pseudo};
};

const Registered<TestChartLanguages> registered("chart_languages");

} // namespace assay::test

#include "tst_chart_languages.moc"
