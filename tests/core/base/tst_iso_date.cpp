// ISO dates, shortened and with a time, as claims carry them.
#include "core/base/iso_date.h"
#include "tests/test.h"

namespace assay::test {

class TestIsoDate : public Test {
    Q_OBJECT
private slots:
    void shortenedAndImpossibleDatesAreNoDay_data() {
        QTest::addColumn<QString>("date");
        for (const char* date : {"", "2025", "2025-01", "2025-02-29", "2025-13-01", "2025-1-27", "2025/01/27",
                                 "2025-01-27 16:00", "20x5-01-27"})
            QTest::newRow(date) << QString::fromLatin1(date);
    }
    void shortenedAndImpossibleDatesAreNoDay() {
        QFETCH(QString, date);
        QVERIFY(!calendarDay(date.toStdString()));
    }
    void dayWithOrWithoutTimeIsTheDay() {
        QCOMPARE(isoDay(calendarDay("2025-01-27T16:00").value()), std::string("2025-01-27"));
        QCOMPARE(isoDay(calendarDay("2024-02-29").value()), std::string("2024-02-29"));
    }
    void datesMeetWhenOneBeginsWithTheOther_data() {
        QTest::addColumn<QString>("a");
        QTest::addColumn<QString>("b");
        QTest::addColumn<bool>("expected");
        QTest::newRow("neighbouring days") << "2025-01-26"
                                           << "2025-01-27" << false;
        QTest::newRow("two times of a day") << "2025-01-27T11:00"
                                            << "2025-01-27T16:00" << false;
        QTest::newRow("month and day in it") << "2025-01"
                                             << "2025-01-27" << true;
        QTest::newRow("day and time in it") << "2025-01-27T16:00"
                                            << "2025-01-27" << true;
        QTest::newRow("not said") << ""
                                  << "2025-01-27" << true;
    }
    void datesMeetWhenOneBeginsWithTheOther() {
        QFETCH(QString, a);
        QFETCH(QString, b);
        QFETCH(bool, expected);
        QCOMPARE(datesMeet(a.toStdString(), b.toStdString()), expected);
    }
    void monthIsNotLaterThanADayInIt() {
        QVERIFY(!isLater("2025-01", "2025-01-27"));
        QVERIFY(!isLater("2025-01-27", "2025-01-27"));
        QVERIFY(isLater("2025-01-28", "2025-01-27"));
        QVERIFY(isLater("2025-02", "2025-01-27"));
    }
    void theTwentySixthOfJanuary2025WasASunday() {
        QVERIFY(isWeekend(calendarDay("2025-01-26").value()));
        QCOMPARE(weekdayName(calendarDay("2025-01-26").value()), std::string_view("Sunday"));
        QVERIFY(!isWeekend(calendarDay("2025-01-27").value()));
    }
};

const Registered<TestIsoDate> registered("iso_date");

} // namespace assay::test

#include "tst_iso_date.moc"
