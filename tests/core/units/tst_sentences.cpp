// The reader against 310 sentences of our own in four languages; classes of errors were mended, never one sentence:
// precision, recall and, above all, no magnitude that is silently wrong.
#include "tests/core/units/found_quantities.h"
#include "tests/paths.h"

#include <QtCore/QFile>

#include <cmath>

namespace assay::test {
namespace {

/// tests/data/reading/sentences.tsv: language, sentence, expected quantities as described() writes them.
struct Sentence {
    QString language;
    QString text;
    QStringList expected;
};

std::vector<Sentence> sentences() {
    QFile file(sourcePath(QStringLiteral("tests/data/reading/sentences.tsv")));
    std::vector<Sentence> all;
    if (!file.open(QIODevice::ReadOnly))
        return all;
    for (const QString& line : QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        const QStringList parts = line.split(QLatin1Char('\t'));
        const QStringList wanted = parts.value(2).split(QStringLiteral("; "), Qt::SkipEmptyParts);
        all.push_back(Sentence{parts.value(0), parts.value(1), wanted});
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
        QTest::addColumn<QString>("language");
        for (const char* language : {"en", "ko", "zh", "ja"})
            QTest::newRow(language) << QString::fromLatin1(language);
    }
    void sentencesAreRead() {
        QFETCH(QString, language);
        Score score;
        for (const Sentence& sentence : sentences())
            if (sentence.language == language)
                add(score, sentence);
        for (const QString& fault : score.faults)
            qInfo("%s", qPrintable(fault));
        qInfo("%d wanted, %d found, %d right: precision %.3f, recall %.3f; silently wrong magnitudes %d", score.wanted,
              score.found, score.right, double(score.right) / score.found, double(score.right) / score.wanted,
              score.silentlyWrong);
        QVERIFY(score.wanted >= 30);
        QVERIFY(score.right >= score.wanted * 0.94);
        QVERIFY(score.right >= score.found * 0.94);
        QCOMPARE(score.silentlyWrong, 0);
    }
    void thereAreEnoughOfThem() { QVERIFY(sentences().size() >= 300); }
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
        row("a rate per a million", "en", "It costs $2.19 per million output tokens.", "unsure");
        row("a rate per a thousand, glued", "en", "It costs $0.002/1k tokens.", "unsure; = 1000 token");
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
