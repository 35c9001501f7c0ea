// The reader of numbers, on sentences of our own: what is a quantity, what it stands for, and what is none.
#include "tests/core/units/found_quantities.h"

#include <cmath>

namespace assay::test {

class TestQuantity : public Test {
    Q_OBJECT
private slots:
    void namesDatesAndRanksAreNoQuantities_data() {
        textColumns();
        for (const char* text : {"The H100 beats the A100.",
                                 "They used H100s and H800s.",
                                 "GPT-4 and GPT-4o came first.",
                                 "The o1 model followed R1.",
                                 "DeepSeek-V3 has a report.",
                                 "Llama 3 is open, and so is Qwen2.5.",
                                 "They trained Llama 3.1 again.",
                                 "Version 0.10.2 is out.",
                                 "See v3 and v3.1.",
                                 "On January 27 the market fell.",
                                 "On 27 January 2025 it fell.",
                                 "Published Apr 26, 2025.",
                                 "It was Jan. 27.",
                                 "On the 27th it rose.",
                                 "It was founded in 2015.",
                                 "In 2022, they stopped.",
                                 "Since 2023 sales were banned.",
                                 "By autumn 2022 it was over.",
                                 "late in 2024 and early 2025",
                                 "The 1990s and the 2020s.",
                                 "2025-01-27",
                                 "27/01/2025",
                                 "at 10:30 and at 9 a.m.",
                                 "at 5pm",
                                 "the number 1 app",
                                 "a part of R50,006s length",
                                 "the x7.25 edition",
                                 "the A100,200 line",
                                 "No. 5 on the list",
                                 "Section 4 and Figure 12",
                                 "see page 17",
                                 "in chapter 3",
                                 "an ISO 9001 certificate",
                                 "call 555-123-4567 today",
                                 "https://example.org/2024/05/a100?x=500",
                                 "write to team500@example.org",
                                 "www.example500.com",
                                 "a 24/7 service",
                                 "the first and the second",
                                 "the 1st, 2nd and 3rd",
                                 "one of them",
                                 "at one point",
                                 "First, we ask",
                                 "a 5G network and a 3D view",
                                 "fiscal 2024-25",
                                 "FY 2024",
                                 "[12]",
                                 "text (3) more",
                                 "issue #57",
                                 "1. An item",
                                 "2) Another item",
                                 "a few people",
                                 "many GPUs",
                                 "several people",
                                 "for one day only",
                                 "a 70B model",
                                 "the Llama 70B weights",
                                 "Windows 11",
                                 "Flight 370 was lost",
                                 "the second half",
                                 "half of it",
                                 "a quarter later",
                                 "file_2024_05.csv",
                                 "sha256 9f86d081884c7d65",
                                 "TPU v5 pods",
                                 "the RTX 4090",
                                 "the Ascend 910B",
                                 "Two thirds? No: both.",
                                 "two of its models",
                                 "the three of us",
                                 "W3C rules",
                                 "M4 motorway",
                                 "between 2019 and 2023",
                                 "passed by 51-49",
                                 "4K video"})
            row(text, "");
    }
    void namesDatesAndRanksAreNoQuantities() { compareFound({}); }

    void moneyIsRead_data() {
        textColumns();
        row("It cost $5.6 million.", "= 5600000 USD");
        row("It cost $5.6M.", "= 5600000 USD");
        row("It cost $5.6m.", "= 5600000 USD");
        row("It cost $5.6bn.", "= 5600000000 USD");
        row("It cost $5.6 bn.", "= 5600000000 USD");
        row("It cost $ 5.6 B.", "= 5600000000 USD");
        row("It cost $1.2tn.", "= 1200000000000 USD");
        row("It cost $2 trillion.", "= 2000000000000 USD");
        row("It cost $500k.", "= 500000 USD");
        row("It cost $294,000.", "= 294000 USD");
        row("It cost $1,234,567.89.", "= 1234567.89 USD");
        row("It cost US$5.6 million.", "= 5600000 USD");
        row("It cost USD 5.6 million.", "= 5600000 USD");
        row("It cost USD5.6 million.", "= 5600000 USD");
        row("It cost 5.6 million USD.", "= 5600000 USD");
        row("It cost 5.6 million dollars.", "= 5600000 USD");
        row("It cost 5.6 million U.S. dollars.", "= 5600000 USD");
        row("It cost $5.6 million dollars.", "= 5600000 USD");
        row("It cost S$3 million.", "= 3000000 SGD");
        row("It cost HK$3 million and NT$4 million.", "= 3000000 HKD; = 4000000 TWD");
        row("It cost \xE2\x82\xAC"
            "3 million.",
            "= 3000000 EUR");
        row("It cost \xC2\xA3"
            "3m.",
            "= 3000000 GBP");
        row("It cost \xE2\x82\xA9"
            "8.6bn.",
            "= 8600000000 KRW");
        row("It cost 860 million KRW.", "= 860000000 KRW");
        row("It cost 860 million won.", "= 860000000 KRW");
        row("The Korean site paid W8.6 billion.", "= 8600000000 KRW");
        row("It cost $7 million (W10 billion).", "= 7000000 USD; = 10000000000 KRW");
        row("It cost $7 million (about 900 million KRW).", "= 7000000 USD; ~ 900000000 KRW");
        row("It cost 40 million yuan.", "= 40000000 CNY");
        row("It cost RMB 40 million.", "= 40000000 CNY");
        row("It cost 3 crore rupees.", "= 30000000 INR");
        row("It cost \xE2\x82\xB9"
            "12,34,567.",
            "= 1234567 INR");
        row("It cost half a billion dollars.", "= 500000000 USD");
        row("They raised 5.6 million pounds.", "= 5600000 GBP");
        row("It shipped 2 million pounds of copper.", "= 2000000 1"); // a weight: not our unit, and not money
        row("It lost 3 billion Swiss francs.", "= 3000000000 CHF");
        row("It rents at $2-3/hour.", "range 2..3 USD/h");
        row("It rents at $2 to 3 per hour.", "range 2..3 USD/h");
        row("It cost a quarter of a million dollars.", "= 250000 USD");
        row("It cost two and a half million dollars.", "= 2500000 USD");
        row("It cost 6 hundred thousand dollars.", "= 600000 USD");
        row("It cost a million dollars.", "= 1000000 USD");
        row("It costs $2 per GPU-hour.", "= 2 USD/(GPU*h)");
        row("It costs $3 a GPU hour.", "= 3 USD/(GPU*h)");
        row("It costs $2.50/hr.", "= 2.5 USD/h");
        row("They spend $5 million a year.", "= 5000000 USD/y");
        row("They pay $30,000 each.", "= 30000 USD");
        row("A loss of -$5 million.", "= -5000000 USD");
        row("$6.5 million was \"little\", $65 million is not.", "= 6500000 USD; = 65000000 USD");
    }
    void moneyIsRead() { compareFound({}); }

    void boundsAndHedgesAreRead_data() {
        textColumns();
        row("over $300 billion", "> 300000000000 USD");
        row("more than $100 million", "> 100000000 USD");
        row("above 20%", "> 20 %");
        row("in excess of $2 million", "> 2000000 USD");
        row("upwards of 10,000 GPUs", "> 10000 GPU");
        row("at least 10,000 GPUs", ">= 10000 GPU");
        row("no less than 10,000 GPUs", ">= 10000 GPU");
        row("no fewer than 300 people", ">= 300 person");
        row("10,000 or more GPUs", ">= 10000 GPU");
        row("10,000 GPUs or more", ">= 10000 GPU");
        row("10,000+ GPUs", ">= 10000 GPU");
        row("under $6 million", "< 6000000 USD");
        row("less than two months", "< 2 month");
        row("fewer than 2,000 chips", "< 2000 GPU");
        row("up to 50,000 GPUs", "<= 50000 GPU");
        row("as many as 50,000 GPUs", "<= 50000 GPU");
        row("no more than $100 million", "<= 100000000 USD");
        row("not more than $100 million", "<= 100000000 USD");
        row("a maximum of 700 W", "<= 700 W");
        row("> 100 GPUs", "> 100 GPU");
        row("\xE2\x89\xA5 100 GPUs", ">= 100 GPU");
        row("<= 5%", "<= 5 %");
        row("about 20% of it", "~ 20 %");
        row("worth (about) $5M", "~ 5000000 USD");
        row("worth (and about) $5M", "= 5000000 USD");
        row("around 50,000 units", "~ 50000 unit");
        row("roughly $6 million", "~ 6000000 USD");
        row("some 50,000 GPUs", "~ 50000 GPU");
        row("nearly 17%", "~ 17 %");
        row("almost $600 billion", "~ 600000000000 USD");
        row("close to 3,000 GPUs", "~ 3000 GPU");
        row("2,000 or so", "~ 2000 1");
        row("~20%", "~ 20 %");
        row("circa 400 people", "~ 400 person");
        row("only 2,048 GPUs", "= 2048 GPU");
        row("a mere $6 million", "= 6000000 USD");
        row("at least about 50 MW", ">= 50 MW");
        row("likely 50,000 GPUs", "= 50000 GPU");
        row("reportedly $6 million", "= 6000000 USD");
    }
    void boundsAndHedgesAreRead() { compareFound({}); }

    void rangesAndVagueWordsAreRead_data() {
        textColumns();
        row("30-40% slower", "range 30..40 %");
        row("30%-40% slower", "range 30..40 %");
        row("30\xE2\x80\x93"
            "40 percent",
            "range 30..40 %");
        row("30 to 40 percent", "range 30..40 %");
        row("30~40%", "range 30..40 %");
        row("between 30 and 40 percent", "range 30..40 %");
        row("between $5 million and $10 million", "range 5000000..10000000 USD");
        row("$5 to 10 million", "range 5000000..10000000 USD");
        row("$5-10 million", "range 5000000..10000000 USD");
        row("$5-$10 million", "range 5000000..10000000 USD");
        row("$5 million to $10 million", "range 5000000..10000000 USD");
        row("from 10 to 20 GPUs", "range 10..20 GPU");
        row("10,000 to 20,000 H100s", "range 10000..20000 H100");
        row("two to three years", "range 2..3 y");
        row("5 \xC2\xB1 0.5 million dollars", "range 4500000..5500000 USD");
        row("about 5 to 10 days", "range 5..10 d");
        row("The price rose from $5 to $10.", "= 5 USD; = 10 USD");
        row("Shares fell from 20% to 10%.", "= 20 %; = 10 %");
        row("tens of thousands of GPUs", "vague 10000..100000 GPU");
        row("hundreds of millions of dollars", "vague 100000000..1000000000 USD");
        row("tens of millions of dollars of GPU time", "vague 10000000..100000000 USD");
        row("thousands of H100s", "vague 1000..10000 H100");
        row("millions of dollars", "vague 1000000..10000000 USD");
        row("several hundred million dollars", "vague 100000000..1000000000 USD");
        row("a few thousand chips", "vague 1000..10000 GPU");
        row("dozens of GPUs", "vague 12..120 GPU");
        row("tens of thousands of the newest Nvidia chips", "vague 10000..100000 GPU");
    }
    void rangesAndVagueWordsAreRead() { compareFound({}); }

    void chipsAndPhysicalUnitsAreRead_data() {
        textColumns();
        row("The campus draws a gigawatt of power.", "= 1 GW");
        row("It needs half a gigawatt.", "= 0.5 GW");
        row("a gigawatt-scale campus", "");
        row("50,000 H100s", "= 50000 H100");
        row("50,000 H100 GPUs", "= 50000 H100");
        row("2,048 Nvidia H800 GPUs", "= 2048 H800");
        row("10,000 A100 graphics processing units", "= 10000 A100");
        row("2,000 or so of Nvidia\xE2\x80\x99s less-advanced H800 chips", "~ 2000 H800");
        row("50,000 of the H100", "= 50000 H100");
        row("4,000 RTX 4090 cards", "= 4000 RTX4090");
        row("8,960 TPU v5p chips", "= 8960 TPUv5p");
        row("30,000 H20 units", "= 30000 H20");
        row("50k GPUs", "= 50000 GPU");
        row("50K H100", "= 50000 H100");
        row("a 10,000-GPU cluster", "= 10000 GPU");
        row("10,000 accelerators", "= 10000 GPU");
        row("2.788 million H800 GPU hours", "= 2788000 H800*h");
        row("2.788M GPU-hours", "= 2788000 GPU*h");
        row("180K H800 hours", "= 180000 H800*h");
        row("3 A100-days", "= 3 A100*d");
        row("14.8T tokens", "= 14800000000000 token");
        row("14.8 trillion tokens", "= 14800000000000 token");
        row("671B parameters", "= 671000000000 parameter");
        row("37 billion parameters", "= 37000000000 parameter");
        row("989 TFLOPS", "= 989 TFLOP/s");
        row("989 TFLOP/s", "= 989 TFLOP/s");
        row("1.9 petaflops", "= 1.9 PFLOP/s");
        row("3.4 x 10^24 FLOP", "= 3.4e+24 FLOP");
        row("2e25 FLOP", "= 2e+25 FLOP");
        row("a 100-megawatt site", "= 100 MW");
        row("700 W of power", "= 700 W");
        row("1.2 GW", "= 1.2 GW");
        row("30 kWh", "= 30 kWh");
        row("900 GB/s", "= 900 GB/s");
        row("400 Gb/s", "= 400 Gb/s");
        row("80 GB of memory", "= 80 GB");
        row("400 Gbps links", "= 400 Gb/s");
        row("two years old", "= 2 y");
        row("54.2 days", "= 54.2 d");
        row("a three-month run", "= 3 month");
        row("13 percent, 13 per cent, 13%, 13 pct", "= 13 %; = 13 %; = 13 %; = 13 %");
        row("2 percentage points", "= 2 pp");
        row("a team of 200 people", "= 200 person");
        row("In 2022 2,022 GPUs stood idle.", "= 2022 GPU");
        row("It holds 5,000 books.", "= 5000 1");
        row("It holds 34 books.", "= 34 1");
        row("a drop of \xE2\x88\x92"
            "3.5%",
            "= -3.5 %");
        row("two hundred and five thousand GPUs", "= 205000 GPU");
        row("twenty-five percent", "= 25 %");
    }
    void chipsAndPhysicalUnitsAreRead() { compareFound({}); }

    void doubtIsSaidNotGuessed_data() {
        textColumns();
        row("It has 5m left.", "unsure");
        row("It cost $5bn million.", "unsure");
        row("It cost $5 million to 10.", "unsure");
        row("It cost $1,23.", "unsure");
        row("It used 1,2345 GPUs.", "unsure");
        row("It used 3.4 x 1024 FLOP.", "unsure");
        row("There were 5,000xyz left.", "unsure");
        row("They bought 10-20,000 chips.", "unsure");
        row("It paid INR50,006s.", "unsure"); // once, and no 6 s behind it
        row("It paid AUD$50 000H0100A1.", "unsure");
    }
    void doubtIsSaidNotGuessed() { compareFound({}); }

    void lowAndHighFollowTheDigits_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("set");
        QTest::addColumn<int>("digits");
        const auto set = [](const char* text, const char* ends, int digits) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(ends) << digits;
        };
        set("$5.6 million", "5550000..5650000", 2);
        set("$5.60 million", "5595000..5605000", 3);
        set("$5.576M", "5575500..5576500", 4);
        set("2,048 GPUs", "2047.5..2048.5", 4);
        set("50,000 GPUs", "45000..55000", 1);
        set("10,000 GPUs", "9000..11000", 1);
        set("$1 trillion", "900000000000..1100000000000", 1);
        set("11%", "10.5..11.5", 2);
        set("0.05", "0.045..0.055", 1);
        set("about 20%", "18..22", 1);
        set("about 2,048 GPUs", "1945.6..2150.4", 4);
        set("over $300 billion", "300000000000..-", 1);
        set("at most 5 GPUs", "-..5", 1);
        set("30-40%", "30..40", 1);
        set("-5%", "-5.5..-4.5", 1);
        set("0%", "0..0", 1);
    }
    void lowAndHighFollowTheDigits() {
        QFETCH(QString, text);
        QFETCH(QString, set);
        QFETCH(int, digits);
        const Result<Quantity> q = readQuantity(text.toStdString());
        QVERIFY(q);
        QCOMPARE(number(q->low) + QStringLiteral("..") + number(q->high), set);
        QCOMPARE(q->digits, digits);
        QCOMPARE(QString::fromStdString(q->text), text);
    }

    void oneTextIsOneQuantityOrAnError_data() {
        textColumns();
        row("two", "= 2 1");
        row("2022", "= 2022 1");
        row("about 20%", "~ 20 %");
        row("  $5.6 million ", "= 5600000 USD");
        row("2,000 or so", "~ 2000 1");
        row("W8.6 billion", "= 8600000000 KRW");
        row("between 5 and 10 GPUs", "range 5..10 GPU");
        row("tens of thousands", "vague 10000..100000 1");
        row("", "error 7");
        row("many", "error 7");
        row("$5 and $6", "error 7");
        row("5 furlongs", "error 7");
        row("1,23", "error 8");
        row("5m", "error 8");
    }
    void oneTextIsOneQuantityOrAnError() {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        const Result<Quantity> q = readQuantity(text.toStdString());
        const int first = int(ErrorCode::numberUnreadable) - 7; // rows name the codes relative to one another
        QCOMPARE(q ? described(*q) : QStringLiteral("error %1").arg(int(q.error().code) - first), expected);
    }

    void offsetsCountCodePoints() {
        const auto found = findQuantities("\xF0\x9F\x98\x80\xC3\xA9 cost $5.6 million");
        QCOMPARE(found.size(), std::size_t{1});
        QCOMPARE(found[0].start, std::size_t{8});
        QCOMPARE(found[0].end, std::size_t{20});
    }

    void hostileTextTakesBoundedTime_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("digits") << QByteArray(50000, '1');
        QTest::newRow("groups") << QByteArray("1,").repeated(25000);
        QTest::newRow("space groups") << QByteArray("123 ").repeated(12500);
        QTest::newRow("spaces") << QByteArray("1" + QByteArray(50000, ' ') + "2");
        QTest::newRow("dashes") << QByteArray("1-").repeated(25000);
        QTest::newRow("brackets") << QByteArray("5 (").repeated(12500);
        QTest::newRow("dollars") << QByteArray("$").repeated(50000);
        QTest::newRow("number words") << QByteArray("one hundred and ").repeated(2500);
        QTest::newRow("of of of") << "5 " + QByteArray("of ").repeated(12500);
        QTest::newRow("Hangul units") << QByteArray("1\xEB\xA7\x8C").repeated(7500);
        QTest::newRow("colons") << QByteArray("a:").repeated(25000);
        QTest::newRow("no UTF-8") << QByteArray("\xFF\xFE 500");
        QTest::newRow("letters and digits") << QByteArray("a1-").repeated(15000);
    }
    void hostileTextTakesBoundedTime() {
        QFETCH(QByteArray, text);
        QElapsedTimer timer;
        timer.start();
        const auto found = findQuantities(text.toStdString());
        QVERIFY2(timer.elapsed() < 3000, qPrintable(QString::number(timer.elapsed())));
        for (const FoundQuantity& one : found)
            QVERIFY(one.end > one.start);
    }
};

const Registered<TestQuantity> registered("quantity");

} // namespace assay::test

#include "tst_quantity.moc"
