// The reader of numbers in Korean, Chinese and Japanese, and the marks of other languages.
#include "tests/core/units/found_quantities.h"

namespace assay::test {

class TestQuantityLanguages : public Test {
    Q_OBJECT
private slots:
    void koreanIsRead_data() {
        textColumns();
        row("약 86억 원", "~ 8600000000 KRW");
        row("60억원", "= 6000000000 KRW");
        row("600만 달러", "= 6000000 USD");
        row("560만달러 이상", ">= 5600000 USD");
        row("1억 2천만 원", "= 120000000 KRW");
        row("2.5억 달러", "= 250000000 USD");
        row("5만 개", "= 50000 1");
        row("3조 원 미만", "< 3000000000000 KRW");
        row("수십억 달러", "vague 1000000000..10000000000 USD");
        row("100여 명", "~ 100 person");
        row("20% 정도", "~ 20 %");
        row("최소 1만 명", ">= 10000 person");
        row("W8.6 billion", "= 8600000000 KRW");
        row("2025년 1월 27일", "");
    }
    void koreanIsRead() { compareFound({"ko"}); }

    void chineseIsRead_data() {
        textColumns();
        row("约600万美元", "~ 6000000 USD");
        row("557.6万美元", "= 5576000 USD");
        row("超过5亿元", "> 500000000 CNY");
        row("1.5万亿元", "= 1500000000000 CNY");
        row("六百万美元", "= 6000000 USD");
        row("数十亿美元", "vague 1000000000..10000000000 USD");
        row("三十五万元", "= 350000 CNY");
        row("20%左右", "~ 20 %");
        row("至少1万小时", ">= 10000 h");
        row("港元80億元的投資", "= 8000000000 HKD");
        row("人民币50亿元", "= 5000000000 CNY");
        row("500万美元80%", "= 5000000 USD; = 80 %");
        row("人民币兑美元7.2", "= 7.2 1"); // a rate, not money
        row("100兆瓦", "= 100 MW");
        row("\xC2\xA5"
            "600万",
            "= 6000000 CNY");
        row("2025年1月27日", "");
        row("一个模型", "");
    }
    void chineseIsRead() { compareFound({"zh"}); }

    void japaneseIsRead_data() {
        textColumns();
        row("約8億円", "~ 800000000 JPY");
        row("600万ドル以上", ">= 6000000 USD");
        row("3万5千円", "= 35000 JPY");
        row("20%程度", "~ 20 %");
        row("100万円未満", "< 1000000 JPY");
        row("86億ウォン", "= 8600000000 KRW");
        row("1時間2ドルで借りる", "= 2 USD/h");
        row("1時間あたり2ドル", "= 2 USD/h");
        row("21時間2ドル", "= 21 h; = 2 USD");
        row("1時間30分", "= 1 h; = 30 1");
    }
    void japaneseIsRead() { compareFound({"ja"}); }

    void marksFollowTheLanguage_data() {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        QTest::newRow("German marks") << "de"
                                      << "1.234,5 GPUs"
                                      << "= 1234.5 GPU";
        QTest::newRow("German long scale") << "de"
                                           << "3 Milliarden Euro"
                                           << "= 3000000000 EUR";
        QTest::newRow("German Billion is 10^12") << "de"
                                                 << "3 Billionen Euro"
                                                 << "= 3000000000000 EUR";
        QTest::newRow("English marks") << "en"
                                       << "1,234.5 GPUs"
                                       << "= 1234.5 GPU";
        QTest::newRow("language unknown, three digits behind one mark") << ""
                                                                        << "1,234 GPUs"
                                                                        << "unsure";
        QTest::newRow("language unknown, both marks") << ""
                                                      << "1.234,5 GPUs"
                                                      << "= 1234.5 GPU";
        QTest::newRow("language unknown, plainly decimal") << ""
                                                           << "12,5 GPUs"
                                                           << "= 12.5 GPU";
    }
    void marksFollowTheLanguage() {
        QFETCH(QString, language);
        compareFound({language.toStdString()});
    }
};

const Registered<TestQuantityLanguages> registered("quantity_languages");

} // namespace assay::test

#include "tst_quantity_languages.moc"
