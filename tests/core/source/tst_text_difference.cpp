// Two texts side by side: what was removed, what came in, word by word where a paragraph lived on; and putting the
// pieces together again gives both texts.
#include "core/source/text_difference.h"
#include "tests/rows.h"
#include "tests/test.h"

#include <QtCore/QElapsedTimer>

#include <random>

namespace assay::test {
namespace {

/// "same [-removed-] {+added+}"
QString shown(const std::vector<DifferencePart>& parts) {
    QString line;
    for (const DifferencePart& part : parts) {
        const QString text = QString::fromStdString(part.text);
        line += part.kind == PartKind::same      ? text
                : part.kind == PartKind::removed ? QStringLiteral("[-%1-]").arg(text)
                                                 : QStringLiteral("{+%1+}").arg(text);
    }
    return line;
}

/// "2|" and the words of a paragraph, then how many are unchanged behind.
QString shown(const TextDifference& difference) {
    QStringList lines;
    for (const ChangedParagraph& paragraph : difference.paragraphs)
        lines += QString::number(paragraph.unchangedBefore) + QLatin1Char('|') + shown(paragraph.parts);
    lines += QString::number(difference.unchangedBehind);
    return lines.join(QLatin1Char('\n'));
}

/// One side of a text of words without white space at line ends, put together again.
std::string side(const TextDifference& difference, const std::vector<std::string>& original, PartKind own) {
    std::string text;
    std::size_t next = 0;
    for (const ChangedParagraph& paragraph : difference.paragraphs) {
        for (std::size_t i = 0; i < paragraph.unchangedBefore; ++i)
            text += original[next++] + '\n';
        std::string line;
        for (const DifferencePart& part : paragraph.parts)
            if (part.kind == own || part.kind == PartKind::same)
                line += part.text;
        if (line.empty())
            continue;
        text += line.substr(0, line.find_last_not_of(' ') + 1) + '\n';
        ++next;
    }
    for (std::size_t i = 0; i < difference.unchangedBehind; ++i)
        text += original[next++] + '\n';
    return text;
}

std::string joined(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines)
        text += line + '\n';
    return text;
}

} // namespace

class TestTextDifference : public Test {
    Q_OBJECT
private slots:
    void changesAreShownWordByWord_data() {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("difference");
        addRow("both empty", "", "", "0");
        addRow("the same", "a\nb\n", "a\nb\n", "2");
        addRow("line ends and empty lines do not count", "a\r\n\r\nb", "a\nb\n\n", "2");
        addRow("all is new", "", "a b\nc", "0|{+a b+}\n0|{+c+}\n0");
        addRow("all is gone", "a b\nc", "", "0|[-a b-]\n0|[-c-]\n0");
        addRow("a number", "It has 50,000 chips.\n", "It has 10,000 chips.\n",
               "0|It has [-50,000 -]{+10,000 +}chips.\n0");
        addRow("a word came in", "a\nIt has many chips.\nz", "a\nIt has very many chips.\nz",
               "1|It has {+very +}many chips.\n1");
        addRow("a paragraph came in", "a\nb\nc", "a\nx y z\nb\nc", "1|{+x y z+}\n2");
        addRow("a paragraph went", "a\nb\nc", "a\nc", "1|[-b-]\n1");
        addRow("nothing in common", "one two three", "four five six", "0|[-one two three-]\n0|{+four five six+}\n0");
        addRow("white space alone", "one  two", "one two", "1");
        addRow("Chinese, character by character", "\u5B83\u6709\u4E94\u4E07\u5F20\u5361",
               "\u5B83\u6709\u4E00\u4E07\u5F20\u5361", "0|\u5B83\u6709[-\u4E94-]{+\u4E00+}\u4E07\u5F20\u5361\n0");
    }
    void changesAreShownWordByWord() {
        QFETCH(QString, before);
        QFETCH(QString, after);
        QFETCH(QString, difference);
        QCOMPARE(shown(textDifference(before.toStdString(), after.toStdString())), difference);
    }
    void wordingsAreComparedHoweverLittleTheyShare_data() {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("difference");
        addRow("both empty", "", "", "");
        addRow("the same", "we own 50,000 chips", "we own 50,000 chips", "we own 50,000 chips");
        addRow("nothing in common", "one two", "three", "[-one two-]{+three+}");
        addRow("a hedge that went", "My understanding is that DeepSeek has 50,000 H100s",
               "DeepSeek has about 50,000 H100s", "[-My understanding is that -]DeepSeek has {+about +}50,000 H100s");
        addRow("a number", "has 50,000 H100s", "has 10,000 H100s", "has [-50,000 -]{+10,000 +}H100s");
        addRow("line ends are white space", "a\nb", "a b", "a b");
    }
    void wordingsAreComparedHoweverLittleTheyShare() {
        QFETCH(QString, before);
        QFETCH(QString, after);
        QFETCH(QString, difference);
        QCOMPARE(shown(wordDifference(before.toStdString(), after.toStdString())), difference);
    }
    void bothTextsCanBePutTogetherAgain() {
        std::mt19937 random(7);
        const auto line = [&random] {
            std::string words;
            for (std::uint32_t i = 0; i < 1 + random() % 6; ++i)
                words += std::string(i == 0 ? "" : " ") + char('a' + random() % 3);
            return words;
        };
        for (int round = 0; round < 300; ++round) {
            std::vector<std::string> a, b;
            for (std::uint32_t i = 0; i < random() % 12; ++i)
                a.push_back(line());
            for (const std::string& each : a) {
                if (random() % 4 == 0)
                    b.push_back(line());
                if (random() % 4 != 0)
                    b.push_back(each);
            }
            const TextDifference difference = textDifference(joined(a), joined(b));
            QCOMPARE(side(difference, a, PartKind::removed), joined(a));
            QCOMPARE(side(difference, b, PartKind::added), joined(b));
        }
    }
    void veryDifferentLongTextsEndInTime() {
        std::string a, b;
        for (int i = 0; i < 20'000; ++i) {
            a += "old " + std::to_string(i) + "\n";
            b += "new " + std::to_string(i) + "\n";
        }
        QElapsedTimer timer;
        timer.start();
        QVERIFY(!textDifference(a, b).paragraphs.empty());
        QVERIFY2(timer.elapsed() < 4'000, qPrintable(QString::number(timer.elapsed())));
    }
};

const Registered<TestTextDifference> registered("text_difference");

} // namespace assay::test

#include "tst_text_difference.moc"
