// Colours over the tokens of every theme: told apart by all eyes, readable on their paper, in order in grey.
#include "tests/test.h"
#include "tests/ui/charts/color_vision.h"
#include "ui/charts/render.h"
#include "ui/charts/theme.h"

#include <cmath>
#include <cstdlib>

namespace assay::test {
namespace {

constexpr double leastDifference = 10; // CIEDE2000, between any two series

void addThemes() {
    QTest::addColumn<int>("kind");
    QTest::newRow("light") << static_cast<int>(ThemeKind::light);
    QTest::newRow("dark") << static_cast<int>(ThemeKind::dark);
    QTest::newRow("print") << static_cast<int>(ThemeKind::print);
    QTest::newRow("high contrast") << static_cast<int>(ThemeKind::highContrast);
}

/// On a dark paper more is lighter.
bool luminanceRises(ThemeKind kind) { return kind == ThemeKind::dark || kind == ThemeKind::highContrast; }

} // namespace

class TestChartColors : public Test {
    Q_OBJECT
private slots:
    void theDistanceIsThatOfThePublishedPairs_data() { // Sharma and others 2005, table 1
        QTest::addColumn<QVector<double>>("pair");
        QTest::addColumn<double>("distance");
        QTest::newRow("1") << QVector<double>{50, 2.6772, -79.7751, 50, 0, -82.7485} << 2.0425;
        QTest::newRow("7: no chroma on one side") << QVector<double>{50, 0, 0, 50, -1, 2} << 2.3669;
        QTest::newRow("13: hues on either side of zero") << QVector<double>{50, 2.5, 0, 50, 0, -2.5} << 4.3065;
        QTest::newRow("17: far apart") << QVector<double>{50, 2.5, 0, 73, 25, -18} << 27.1492;
        QTest::newRow("25") << QVector<double>{60.2574, -34.0099, 36.2677, 60.4626, -34.1751, 39.4387} << 1.2644;
    }
    void theDistanceIsThatOfThePublishedPairs() {
        QFETCH(QVector<double>, pair);
        QFETCH(double, distance);
        const double found = ciede2000({pair[0], pair[1], pair[2]}, {pair[3], pair[4], pair[5]});
        QVERIFY2(std::abs(found - distance) < 1e-4, qPrintable(QString::number(found, 'f', 4)));
    }

    void anyTwoSeriesAreToldApart_data() { addThemes(); }
    void anyTwoSeriesAreToldApart() {
        QFETCH(int, kind);
        const Theme theme(static_cast<ThemeKind>(kind));
        for (const Vision vision : {Vision::normal, Vision::protan, Vision::deutan, Vision::tritan})
            for (int i = 0; i < seriesColors; ++i)
                for (int j = 0; j < i; ++j) {
                    const auto seen = [&](int index) {
                        return labOf(seenBy(vision, theme.mark({InkRole::series, index})));
                    };
                    const double distance = ciede2000(seen(i), seen(j));
                    QVERIFY2(distance >= leastDifference, qPrintable(QStringLiteral("series %1 and %2, vision %3: %4")
                                                                         .arg(i)
                                                                         .arg(j)
                                                                         .arg(static_cast<int>(vision))
                                                                         .arg(distance)));
                }
    }
    void lowAndHighAreToldApart_data() { addThemes(); }
    void lowAndHighAreToldApart() {
        QFETCH(int, kind);
        const Theme theme(static_cast<ThemeKind>(kind));
        for (const Vision vision : {Vision::protan, Vision::deutan, Vision::tritan})
            QVERIFY(ciede2000(labOf(seenBy(vision, theme.mark({InkRole::low}))),
                              labOf(seenBy(vision, theme.mark({InkRole::high}))))
                    >= leastDifference);
    }

    void wordsUponATintReachTheirContrast_data() {
        addThemes();
        QTest::newRow("high contrast") << static_cast<int>(ThemeKind::highContrast);
    }
    void wordsUponATintReachTheirContrast() {
        QFETCH(int, kind);
        const Theme theme(static_cast<ThemeKind>(kind));
        for (const Ink& ink : {Ink{InkRole::low}, Ink{InkRole::high}, Ink{InkRole::series, 5}, Ink{InkRole::ghost}}) {
            const QColor mark = theme.mark(ink), paper = theme.paper();
            const auto upon = [](int fill, int ground) {
                return static_cast<int>(std::lround(ground + (fill - ground) * tintOpacity));
            };
            const QColor tint(upon(mark.red(), paper.red()), upon(mark.green(), paper.green()),
                              upon(mark.blue(), paper.blue()));
            QVERIFY(contrast(theme.text({InkRole::text}), tint) >= 4.5); // WCAG 2.1, 1.4.3
            QVERIFY(contrast(mark, tint) >= 2);                          // the symbol, whose rim is 3:1 on the paper
        }
    }

    void marksAndWordsReachTheirContrast_data() { addThemes(); }
    void marksAndWordsReachTheirContrast() {
        QFETCH(int, kind);
        const Theme theme(static_cast<ThemeKind>(kind));
        const bool isHigh = static_cast<ThemeKind>(kind) == ThemeKind::highContrast;
        for (const InkRole role : {InkRole::text, InkRole::muted, InkRole::claim, InkRole::ghost, InkRole::low,
                                   InkRole::high, InkRole::evidence, InkRole::series})
            for (int index = 0; index <= seriesColors; ++index) {
                QVERIFY(contrast(theme.mark({role, index}), theme.paper()) >= (isHigh ? 4.5 : 3));
                QVERIFY(contrast(theme.text({role, index}), theme.paper()) >= (isHigh ? 7 : 4.5));
            }
    }
    void highContrastHasThickerLinesAndEdges() {
        const Theme high(ThemeKind::highContrast), light(ThemeKind::light);
        QVERIFY(high.penScale() >= 1.5 && light.penScale() == 1);
        ChartSpec spec;
        spec.x = {AxisKind::linear, {}, {}, 0, 10, {}};
        spec.y = spec.x;
        spec.marks = {Area{{{1, 1}, {9, 1}, {9, 9}, {1, 9}}, {InkRole::series, 0}, 0.1, Keep::always, -1}};
        const auto isNear = [](const QColor& a, const QColor& b) {
            return std::abs(a.red() - b.red()) + std::abs(a.green() - b.green()) + std::abs(a.blue() - b.blue()) < 90;
        };
        const auto strongest = [&](ThemeKind kind) { // of the area's blend: its edge, where it has one
            RenderOptions options;
            options.size = QSize(320, 240);
            options.theme = kind;
            const QImage image = *paintChart(spec, options);
            const QColor wanted = Theme(kind).mark({InkRole::series, 0});
            int found = 0;
            for (int y = 0; y < image.height(); ++y)
                for (int x = 0; x < image.width(); ++x)
                    found += isNear(image.pixelColor(x, y), wanted) ? 1 : 0;
            return found;
        };
        QCOMPARE(strongest(ThemeKind::dark), 0);
        QVERIFY(strongest(ThemeKind::highContrast) > 100);
    }
    void aThemeFollowsThePalette() {
        QPalette palette;
        const auto set = [&](const QColor& ground, const QColor& words) {
            for (const QPalette::ColorRole role : {QPalette::Window, QPalette::Base})
                palette.setColor(role, ground);
            for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text})
                palette.setColor(role, words);
            return themeOf(palette);
        };
        QCOMPARE(set(Qt::white, Qt::black), ThemeKind::light);
        QCOMPARE(set(QColor(0x1d, 0x20, 0x25), QColor(0xe7, 0xea, 0xed)), ThemeKind::dark);
        QCOMPARE(set(Qt::black, QColor(0xc0, 0xc0, 0xc0)), ThemeKind::dark); // black alone is no wish for contrast
        QCOMPARE(set(Qt::black, Qt::white), ThemeKind::highContrast);
    }

    void theRampKeepsItsOrderInGreyAndForAllEyes_data() { addThemes(); }
    void theRampKeepsItsOrderInGreyAndForAllEyes() {
        QFETCH(int, kind);
        const Theme theme(static_cast<ThemeKind>(kind));
        const double direction = luminanceRises(static_cast<ThemeKind>(kind)) ? 1 : -1;
        for (const Vision vision : {Vision::grey, Vision::protan, Vision::deutan, Vision::tritan}) {
            const auto lightness = [&](int step) { return labOf(seenBy(vision, theme.ramp(step / 20.0))).l; };
            for (int step = 1; step <= 20; ++step)
                QVERIFY2(direction * (lightness(step) - lightness(step - 1)) > -0.05,
                         qPrintable(QStringLiteral("vision %1, step %2").arg(static_cast<int>(vision)).arg(step)));
            QVERIFY(std::abs(lightness(20) - lightness(0)) > 40);
        }
    }
};

const Registered<TestChartColors> registered("chart_colors");

} // namespace assay::test

#include "tst_chart_colors.moc"
