// The reader against sentences of our own in four languages: 310 short ones it was built with, and 295 long ones in the
// manner of newspapers, filings, messages, transcripts and tables, written and labelled before the reader saw them.
// Classes of errors were mended, never one sentence: precision, recall and, above all, no magnitude silently wrong.
#include "tests/core/units/found_quantities.h"
#include "tests/paths.h"

#include <QtCore/QFile>

#include <cmath>

namespace assay::test {
namespace {

/// A line of tests/data/reading: language, sentence ("\n" for a line end), expected quantities as described() writes
/// them.
struct Sentence {
    QString language;
    QString text;
    QStringList expected;
};

std::vector<Sentence> sentences(const QString& name) {
    QFile file(sourcePath(QStringLiteral("tests/data/reading/") + name));
    std::vector<Sentence> all;
    if (!file.open(QIODevice::ReadOnly))
        return all;
    for (const QString& line : QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        const QStringList parts = line.split(QLatin1Char('\t'));
        const QStringList wanted = parts.value(2).split(QStringLiteral("; "), Qt::SkipEmptyParts);
        const QString text = parts.value(1).replace(QStringLiteral("\\n"), QStringLiteral("\n"));
        all.push_back(Sentence{parts.value(0), text, wanted});
    }
    return all;
}

/// "= 5200000 USD" with the number as the program prints it.
QString canonical(const QString& expected) {
    QStringList parts = expected.split(QLatin1Char(' '));
    if (parts.size() < 3)
        return expected;
    QStringList ends = parts[1].split(QStringLiteral(".."));
    for (QString& end : ends)
        end = QString::number(end.toDouble(), 'g', 15);
    parts[1] = ends.join(QStringLiteral(".."));
    return parts.join(QLatin1Char(' '));
}

double valueIn(const QString& described) {
    return described.section(QLatin1Char(' '), 1, 1).section(QStringLiteral(".."), 0, 0).toDouble();
}

struct Score {
    int wanted = 0, found = 0, right = 0, silentlyWrong = 0;
    QStringList faults;
};

void add(Score& score, const Sentence& sentence) {
    const auto quantities = findQuantities(sentence.text.toStdString(), {sentence.language.toStdString()});
    QStringList found = described(quantities).split(QStringLiteral("; "), Qt::SkipEmptyParts);
    QStringList missing;
    score.found += int(found.size());
    score.wanted += int(sentence.expected.size());
    for (const QString& expected : sentence.expected) {
        if (found.removeOne(canonical(expected)))
            ++score.right;
        else
            missing << canonical(expected);
    }
    for (qsizetype i = 0; i < std::min(missing.size(), found.size()); ++i)
        if (const double ratio = valueIn(found[i]) / valueIn(missing[i]);
            std::isfinite(ratio) && found[i] != QStringLiteral("unsure") && (ratio >= 10 || ratio <= 0.1))
            ++score.silentlyWrong;
    if (!missing.isEmpty() || !found.isEmpty())
        score.faults << sentence.text + QStringLiteral(" wanted: ") + missing.join(QStringLiteral("; "))
                            + QStringLiteral(" read: ") + found.join(QStringLiteral("; "));
}

} // namespace

class TestSentences : public Test {
    Q_OBJECT
private slots:
    void sentencesAreRead_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("language");
        for (const char* file : {"sentences.tsv", "fresh.tsv"})
            for (const char* language : {"en", "ko", "zh", "ja"})
                QTest::addRow("%s of %s", language, file) << QString::fromLatin1(file) << QString::fromLatin1(language);
    }
    void sentencesAreRead() {
        QFETCH(QString, file);
        QFETCH(QString, language);
        Score score;
        for (const Sentence& sentence : sentences(file))
            if (sentence.language == language)
                add(score, sentence);
        for (const QString& fault : score.faults)
            qInfo("%s", qPrintable(fault));
        qInfo("%d wanted, %d found, %d right: precision %.3f, recall %.3f; silently wrong magnitudes %d", score.wanted,
              score.found, score.right, double(score.right) / score.found, double(score.right) / score.wanted,
              score.silentlyWrong);
        QVERIFY(score.wanted >= 30);
        const double least = file == QStringLiteral("sentences.tsv") ? 1 : 0.94;
        QVERIFY(score.right >= score.wanted * least);
        QVERIFY(score.right >= score.found * least);
        QCOMPARE(score.silentlyWrong, 0);
    }
    void thereAreEnoughOfThem() {
        QVERIFY(sentences(QStringLiteral("sentences.tsv")).size() >= 300);
        QVERIFY(sentences(QStringLiteral("fresh.tsv")).size() >= 290);
    }
    void classesThatWereMisread_data() {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* why, const char* language, const char* text, const char* expected) {
            QTest::newRow(why) << QString::fromLatin1(language) << QString::fromUtf8(text)
                               << QString::fromUtf8(expected);
        };
        row("a formal digit inside a word", "zh", "671亿参加者", "= 67100000000 1");
        row("per cent in words, tens", "zh", "百分之三十五的人", "= 35 %");
        row("per cent in words, one digit", "zh", "百分之五的人", "= 5 %");
        row("a rate per a million tokens", "en", "It costs $2.19 per million output tokens.", "= 2.19 USD/Mtoken");
        row("a rate per a thousand, glued", "en", "It costs $0.002/1k tokens.", "= 0.002 USD/ktoken");
        row("a rate per many of another thing", "en", "It costs $2.19 per million requests.", "unsure");
        row("a rate in front, with its own number", "ja", "100万トークンあたり0.55ドル", "= 0.55 USD/Mtoken");
        row("a rate in front, Korean", "ko", "전기요금은 kWh당 180.5원이다.", "= 180.5 KRW/kWh");
        row("a rate in front, every", "zh", "每千瓦时5.5美分", "= 0.055 USD/kWh");
        row("one of a currency", "ja", "1ドル=155円80銭だった。", "= 155.8 JPY/USD");
        row("hundredths of a currency", "en", "It sells at 5.5 cents per kWh.", "= 0.055 USD/kWh");
        row("tops is a bound", "en", "It cost $5M tops.", "<= 5000000 USD");
        row("tops is a verb", "en", "Its $5 billion tops all forecasts.", "= 5000000000 USD");
        row("TOPS is a speed", "en", "It has 8 GB, and 400 TOPS.", "= 8 GB; = 400 1");
        row("a year earlier is no rate", "en", "It paid $14.9 billion a year earlier.", "= 14900000000 USD");
        row("a change in words", "en", "It rose from 5 to 7 million units.", "unsure; = 7000000 unit");
        row("a change in Japanese", "ja", "500億円から2,250億円へ膨らんだ。", "= 50000000000 JPY; = 225000000000 JPY");
        row("a cluster named by its cards", "zh", "万卡集群", "= 10000 GPU");
        row("per one of a thing without a unit", "ja", "1ラックあたり120kW", "= 120 kW");
        row("multiples with a bound", "ko", "3배가 넘는다.", "> 3 1");
        row("pence", "en", "The fee is 35p a minute.", "= 0.35 GBP/min");
        row("a picture's height is no pence", "en", "It plays 720p video.", "");
        row("basis points", "en", "Rates rose by 50 basis points.", "= 0.5 pp");
        row("kilowatts are no thousands", "zh", "用电10万亿千瓦时", "= 10000000000000 kWh");
        row("tenths", "zh", "价格便宜两成", "= 20 %");
        row("members are no tenths", "zh", "三成员", "");
        row("a unit named before", "ko", "GPU 5만 장", "= 50000 GPU");
        row("a chip named before", "ja", "H100を5万基持つ", "= 50000 H100");
        row("a bound behind the classifier", "ko", "GPU 5만 장 이상", ">= 50000 GPU");
        row("a part of a whole", "en", "Of 31,000 GPUs, perhaps 22,000 were rerouted.", "= 31000 GPU; = 22000 GPU");
        row("a price is no part", "en", "It sold 500 H100s at 30,000 each.", "= 500 H100; = 30000 1");
        row("another noun is no part", "en", "Of 31,000 GPUs some went to 1,200 schools.", "= 31000 GPU; = 1200 1");
        row("not across a sentence", "en", "It has 31,000 GPUs. By May it had 22,000.", "= 31000 GPU; = 22000 1");
        row("a name with memory", "en", "An H100-80GB node is here.", "");
        row("two kinds of chips", "en", "They hold 12,500 A100 and H100 chips.", "= 12500 GPU");
        row("a card of no catalogue", "en", "The rig has 6x RTX 3080 cards.", "= 6 GPU");
        row("a record's window", "en", "It was the largest one-day loss, at a 52-week low.", "");
        row("a period that is none", "en", "The 90-day pause took over 3 months.", "= 90 d; > 3 month");
        row("spread over years", "en", "It is amortised over 4 years.", "= 4 y");
        row("a bare power of ten", "en", "The threshold is 10^26 operations.", "= 1e+26 1");
        row("FLOPs by size", "en", "It took 3.8 x 10^25 FLOPs.", "= 3.8e+25 FLOP");
        row("FLOPs by words", "en", "A peak throughput of 500 FLOPs.", "= 500 FLOP/s");
        row("FLOPs by nothing", "en", "It says 500 FLOPs.", "= 500 ");
        row("a range in words", "en", "Between eighty and ninety thousand cards.", "range 80000..90000 GPU");
        row("either of two digits", "zh", "大概两三千人", "range 2000..3000 person");
        row("a table in millions", "en", "(in millions)\nRevenue $ 4,212", "unsure");
        row("behind the table", "en", "(in millions)\nRevenue $ 4,212\n\nIt paid $4,212.", "unsure; = 4212 USD");
        row("an account's brackets", "en", "Net income: (1,204) in 2022.", "unsure");
        row("a quarter", "ko", "2분기 매출", "");
        row("a fraction in words", "ko", "20분의 1 수준", "");
        row("a clause in numerals", "zh", "第二十三条规定", "");
        row("money before its magnitude stays", "en", "It costs $2 million per year.", "= 2000000 USD/y");
        row("years are no durations", "zh", "二〇二三年的报告", "");
        row("a ratio", "en", "The odds are 3:1.", "");
        row("classifier and chip", "zh", "采购了3000张H800显卡", "= 3000 H800");
    }
    void classesThatWereMisread() {
        QFETCH(QString, language);
        compareFound({language.toStdString()});
    }
};

const Registered<TestSentences> registered("sentences");

} // namespace assay::test

#include "tst_sentences.moc"
