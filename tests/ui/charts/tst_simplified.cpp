// Thinning of lines: within the tolerance of every point, fewer corners, both ends kept.
#include "tests/test.h"
#include "ui/charts/clip.h"

#include <QtCore/QLineF>

#include <algorithm>
#include <cmath>

namespace assay::test {
namespace {

/// px from the nearest piece of the line.
double awayFrom(const QPolygonF& line, const QPointF& point) {
    double nearest = 1e300;
    for (qsizetype i = 0; i + 1 < line.size(); ++i) {
        const QPointF way = line[i + 1] - line[i];
        const double square = QPointF::dotProduct(way, way);
        const double share = square > 0 ? QPointF::dotProduct(point - line[i], way) / square : 0;
        nearest = std::min(nearest, QLineF(line[i] + std::clamp(share, 0.0, 1.0) * way, point).length());
    }
    return nearest;
}

QPolygonF hyperbola(int points) {
    QPolygonF line;
    for (int i = 1; i <= points; ++i)
        line << QPointF(800.0 * i / points, 500 - 20000.0 / (i + 40));
    return line;
}

} // namespace

class TestSimplified : public Test {
    Q_OBJECT
private slots:
    void whatHasNoCornerToSpareStays_data() {
        QTest::addColumn<QPolygonF>("line");
        QTest::newRow("nothing") << QPolygonF();
        QTest::newRow("one point") << QPolygonF({{3, 4}});
        QTest::newRow("two points") << QPolygonF({{3, 4}, {3, 4}});
        QTest::newRow("a corner") << QPolygonF({{0, 0}, {10, 0}, {10, 10}});
        QTest::newRow("there and back") << QPolygonF({{0, 0}, {10, 0}, {2, 0}});
        QTest::newRow("closed, so that its ends are one") << QPolygonF({{0, 0}, {9, 0}, {9, 9}, {0, 0}});
        QTest::newRow("a spike of a pixel") << QPolygonF({{0, 0}, {5, 0}, {5.2, 1}, {5.4, 0}, {10, 0}});
    }
    void whatHasNoCornerToSpareStays() {
        QFETCH(QPolygonF, line);
        QCOMPARE(simplified(line, 0.1), line);
    }
    void pointsOnAStraightPieceGo() {
        QCOMPARE(simplified({{0, 0}, {1, 0.05}, {2, 0}, {7, 0}, {9, 9}}, 0.1), QPolygonF({{0, 0}, {7, 0}, {9, 9}}));
        QCOMPARE(simplified(QPolygonF(QList<QPointF>(100, QPointF(4, 4))), 0.1), QPolygonF({{4, 4}, {4, 4}}));
    }
    void aCurveStaysWithinTheTolerance_data() {
        QTest::addColumn<double>("tolerance");
        for (const double tolerance : {0.01, 0.1, 1.0})
            QTest::addRow("%g px", tolerance) << tolerance;
    }
    void aCurveStaysWithinTheTolerance() {
        QFETCH(double, tolerance);
        const QPolygonF line = hyperbola(1000);
        const QPolygonF thin = simplified(line, tolerance);
        QCOMPARE(thin.front(), line.front());
        QCOMPARE(thin.back(), line.back());
        QVERIFY2(thin.size() < line.size() / 5, qPrintable(QString::number(thin.size())));
        for (const QPointF& point : line)
            QVERIFY(awayFrom(thin, point) <= tolerance + 1e-9);
    }
};

const Registered<TestSimplified> registered("simplified");

} // namespace assay::test

#include "tst_simplified.moc"
