// Piles of dots: all of them drawn, none above the room or below its foot, as large as fits.
#include "tests/test.h"
#include "ui/charts/dot_stacks.h"

#include <algorithm>

namespace assay::test {
namespace {

std::vector<QRectF> piled(const std::vector<double>& places, double height) {
    return stackDots(places, 100, height, largestDot(places, height));
}

} // namespace

class TestDotStacks : public Test {
    Q_OBJECT
private slots:
    void dotsStayInTheirRoom_data() {
        QTest::addColumn<QVector<double>>("places");
        QTest::addColumn<double>("height");
        QTest::newRow("none") << QVector<double>{} << 30.0;
        QTest::newRow("one") << QVector<double>{50} << 30.0;
        QTest::newRow("all at one place") << QVector<double>(50, 70.0) << 30.0;
        QTest::newRow("far apart") << QVector<double>{10, 110, 210, 310} << 30.0;
        QTest::newRow("no room at all") << QVector<double>(20, 70.0) << 0.0;
        QVector<double> spread;
        for (int i = 0; i < 20; ++i)
            spread << 100 + i * i * 0.5;
        QTest::newRow("close at one end") << spread << 24.0;
    }
    void dotsStayInTheirRoom() {
        QFETCH(QVector<double>, places);
        QFETCH(double, height);
        const std::vector<QRectF> boxes = piled({places.begin(), places.end()}, height);
        QCOMPARE(boxes.size(), static_cast<std::size_t>(places.size()));
        for (const QRectF& box : boxes) {
            QVERIFY(box.bottom() <= 100 + 1e-9);
            QVERIFY(box.top() >= 100 - std::max(height, 1.6) - 1e-9);
            QCOMPARE(box.width(), box.height());
        }
    }
    void dotsOfDifferentPilesDoNotOverlap() {
        std::vector<double> places;
        for (int i = 0; i < 50; ++i)
            places.push_back(100 + 3.0 * i);
        const std::vector<QRectF> boxes = piled(places, 40);
        for (std::size_t i = 1; i < boxes.size(); ++i) {
            const bool samePile = boxes[i].center().x() == boxes[i - 1].center().x();
            QVERIFY(samePile || boxes[i].left() >= boxes[i - 1].right() - boxes[i].width() * 0.5);
        }
    }
    void aPileTooHighForItsRoomHasItsDotsOverlap() {
        const std::vector<QRectF> boxes = stackDots(std::vector<double>(10, 50.0), 100, 30, 10);
        QCOMPARE(boxes.front().width(), 10.0);
        QCOMPARE(boxes.back().bottom(), 80.0);
    }
    void moreRoomGivesLargerDots() {
        std::vector<double> places;
        for (int i = 0; i < 20; ++i)
            places.push_back(100 + 6.0 * i);
        QVERIFY(piled(places, 60).front().width() > piled(places, 20).front().width());
    }
};

const Registered<TestDotStacks> registered("dot_stacks");

} // namespace assay::test

#include "tst_dot_stacks.moc"
