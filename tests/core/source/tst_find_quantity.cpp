// Quantities are found by what they mean, not by how they are written: currency spellings, words, magnitudes, units of
// one kind; and what only looks alike is not.
#include "core/base/utf8.h"
#include "core/source/find_quantity.h"
#include "tests/rows.h"
#include "tests/test.h"

namespace assay::test {
namespace {

QString wordsFound(const std::string& text, const Quantity& wanted) {
    QStringList words;
    for (const TextRange& range : findQuantity(findQuantities(text), wanted).ranges)
        words += QString::fromStdString(std::string(codePoints(text, range.start, range.end)));
    return words.join(QStringLiteral(" | "));
}

} // namespace

class TestFindQuantity : public Test {
    Q_OBJECT
private slots:
    void valuesAreFoundHoweverTheyAreWritten_data() {
        QTest::addColumn<QString>("wanted");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("found");
        addRow("another currency is never the same", "USD 5M..7M", "It cost 6 million won and 6 million euros.", "");
        addRow("a bare number is no money", "USD 5M..7M", "It took 6 million of them.", "");
        addRow("another magnitude", "USD 5M..7M", "It cost $6 billion or $6,000.", "");
        addRow("currency as sign, code and word", "USD 5M..7M",
               "It cost $5.6 million, that is USD 5,576,000, or six million dollars, not $8 million.",
               "$5.6 million | USD 5,576,000 | six million dollars");
        addRow("the ends belong to it", "$5M to $7M", "From $5 million in May to 7,000,000 dollars; not $4.9 million.",
               "$5 million | 7,000,000 dollars");
        addRow("a bound in the text is left aside", "USD 100M", "GPT-4 cost more than $100 million.", "$100 million");
        addRow("a bound does not reach out", "USD 5B", "GPT-4 cost more than $100 million.", "");
        addRow("a range meets it", "35%", "H800s are 30-40% slower, 20% cheaper.", "30-40%");
        addRow("a vague one meets it", "50,000 GPUs", "They own tens of thousands of GPUs.",
               "tens of thousands of GPUs");
        addRow("GPUs are chips of any model", "50,000 GPUs",
               "It has 50,000 H100s, fifty thousand chips or 50k Nvidia A100 GPUs, not 60,000 H100s.",
               "50,000 H100s | fifty thousand chips | 50k Nvidia A100 GPUs");
        addRow("a model is that model", "50,000 H100", "It has 50,000 H100s, not 50,000 A100s, nor 50,000 GPUs.",
               "50,000 H100s");
        addRow("GPU-hours are no GPUs", "2,048 GPUs", "2,048 GPU hours on 2,048 GPUs", "2,048 GPUs");
        addRow("a typed number is as exact as it is typed", "20%", "18%, 19.6%, 20%, 20 percent, 21%, a 20th",
               "19.6% | 20% | 20 percent");
        addRow("trailing zeros count when typed", "50,000 GPUs", "48,000 GPUs, 50,123 GPUs, 50,000 GPUs",
               "50,000 GPUs");
        addRow("with a magnitude it is rounder", "$5.6M", "$5,576,000, $5.64 million, $5.66 million, $5.5 million",
               "$5,576,000 | $5.64 million");
        addRow("about", "~50,000 GPUs", "48,000 GPUs, 50,123 GPUs, 70,000 GPUs", "48,000 GPUs | 50,123 GPUs");
        addRow("above", ">100M USD", "$99 million, $101 million, half a billion dollars",
               "$101 million | half a billion dollars");
        addRow("at most", "at most 20%", "17%, 20%, 21%", "17% | 20%");
        addRow("per cent are no bare numbers", "20%", "0.2 and 20", "");
        addRow("percentage points are no per cent", "20%", "It rose by 20 percentage points.", "");
        addRow("units of one kind", "90 days", "It took 90 days, 2,160 hours, 3 months.", "90 days | 2,160 hours");
        addRow("in words", "half a million GPUs", "500,000 GPUs and 480,000 GPUs", "500,000 GPUs");
        addRow("small numbers", "0.05 USD", "$0.05, $0.052, $0.06", "$0.05 | $0.052");
        addRow("without a unit any unit", "20", "20%, 20 GPUs, $20, 21%", "20% | 20 GPUs | $20");
        addRow("without a unit a magnitude still counts", "5.6M", "$5.6 million, 5,600,000 won, $5.6 billion",
               "$5.6 million | 5,600,000 won");
        addRow("Korean won", "KRW 8..9 billion", "\uC57D 86\uC5B5\uC6D0, $8.6 billion", "86\uC5B5\uC6D0");
        addRow("names and years are no quantities", "100..3000", "In 2024 the H100 and the A100 came.", "");
    }
    void valuesAreFoundHoweverTheyAreWritten() {
        QFETCH(QString, wanted);
        QFETCH(QString, text);
        QFETCH(QString, found);
        const Result<Quantity> quantity = readQuantity(wanted.toStdString());
        QVERIFY(quantity);
        QCOMPARE(wordsFound(text.toStdString(), *quantity), found);
    }
    void anUnsureNumberIsNeverFoundNorLookedFor() {
        const std::string text = "It cost $5bn million or 5m.";
        QVERIFY(wordsFound(text, readQuantity("0..9e20").value()).isEmpty());
        QVERIFY(wordsFound("5 5 5", Quantity{.text = "5", .bound = Bound::unsure, .unit = "1"}).isEmpty());
    }
    void placesAreCodePoints() {
        const auto found = findQuantities("\U0001F600 \u201C$5.6 million\u201D");
        const TextHits hits = findQuantity(found, readQuantity("$5.6M").value());
        QCOMPARE(hits.ranges.size(), std::size_t(1));
        QCOMPARE(hits.ranges.front(), (TextRange{3, 15}));
    }
};

const Registered<TestFindQuantity> registered("find_quantity");

} // namespace assay::test

#include "tst_find_quantity.moc"
