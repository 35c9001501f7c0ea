// Filter expressions: what is typed is words or terms, and nothing that is typed is an error of the whole.
#include "core/document/claim_filter.h"

#include "tests/test.h"

namespace assay::test {

namespace {

using Key = FilterKey;
using Relation = FilterRelation;

/// "subject:DeepSeek -note=x": terms in one form, to compare.
QString shown(const std::vector<FilterTerm>& terms) {
    static const std::array<const char*, 6> signs{":", "=", "<", "<=", ">", ">="};
    QStringList list;
    for (const FilterTerm& term : terms) {
        QString text = term.excluded ? QStringLiteral("-") : QString();
        if (term.key != Key::any)
            text += QString::fromStdString(std::string(filterWords[static_cast<std::size_t>(term.key)]))
                    + QLatin1String(signs[static_cast<std::size_t>(term.relation)]);
        list += text + QString::fromStdString(term.text) + (term.fault ? QStringLiteral("!") : QString());
    }
    return list.join(QLatin1Char('|'));
}

} // namespace

class TestClaimFilter : public Test {
    Q_OBJECT
private slots:
    void anythingTypedIsRead_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("terms");
        const auto row = [](const char* name, const char* typed, const char* terms) {
            QTest::newRow(name) << QString::fromUtf8(typed) << QString::fromUtf8(terms);
        };
        row("nothing", "", "");
        row("blanks", "  \t ", "");
        row("a value still to be typed", "subject: value> grade=\"\"", "");
        row("no number", "value>cheap", "value>cheap!");
        row("no whole number", "sources>many links:1.5", "sources>many!|links:1.5!");
        row("unknown key", "colour:red http://x", "colour:red|http://x");
        row("only a quotation mark", "\"", "");
        row("words", "gpu  stock", "gpu|stock");
        row("quoted words", "\"gpu stock\" x", "gpu stock|x");
        row("an open quotation", "\"gpu stock", "gpu stock");
        row("keys in any case", "Subject:DeepSeek UNIT:USD", "subject:DeepSeek|unit:USD");
        row("quoted value", "attribute=\"training cost\"", "attribute=training cost");
        row("left out", "-grade:F -word", "-grade:F|-word");
        row("a minus number is a word", "-5%", "-5%");
        row("relations", "value>5M value>=5M value<$5 value<=5 value=5",
            "value>5M|value>=5M|value<$5|value<=5|value=5");
        row("the issue's own", "subject:DeepSeek unit:USD grade:A conflict:yes value>5M",
            "subject:DeepSeek|unit:USD|grade:A|conflict:yes|value>5M");
        row("a key of nobody's in quotation marks", "\"subject:x\"", "subject:x");
    }
    void anythingTypedIsRead() {
        QFETCH(QString, typed);
        QTEST(shown(readFilter(typed.toStdString())), "terms");
    }
    void numbersAreReadByTheGrammar() {
        const auto terms = readFilter("value>$5.6M value:2k..3k sources>=2");
        QCOMPARE(*terms[0].quantity->value, 5.6e6);
        QCOMPARE(terms[0].quantity->unit, std::string("USD"));
        QCOMPARE(*terms[1].quantity->high, 3000.0);
        QCOMPARE(*terms[2].count, 2);
        QCOMPARE(terms[2].relation, Relation::atLeast);
    }
    void aTermIsTakenOutAndPutIn_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("which");
        QTest::addColumn<QString>("rest");
        QTest::newRow("the only one") << QStringLiteral("unit:USD") << 0 << QString();
        QTest::newRow("the first") << QStringLiteral("unit:USD  gpu") << 0 << QStringLiteral("gpu");
        QTest::newRow("the last") << QStringLiteral("gpu unit:USD ") << 1 << QStringLiteral("gpu");
        QTest::newRow("between") << QStringLiteral("a \"b c\" d") << 1 << QStringLiteral("a d");
    }
    void aTermIsTakenOutAndPutIn() {
        QFETCH(QString, typed);
        QFETCH(int, which);
        const std::string expression = typed.toStdString();
        const FilterTerm term = readFilter(expression).at(static_cast<std::size_t>(which));
        QTEST(QString::fromStdString(withoutTerm(expression, term)), "rest");
    }
    void aTermReadsBackAsWhatItWasMadeOf_data() {
        QTest::addColumn<QString>("text");
        for (const char* text : {"USD", "training cost", "a=b:c>d", " "})
            QTest::newRow(text) << QString::fromUtf8(text);
    }
    void aTermReadsBackAsWhatItWasMadeOf() {
        QFETCH(QString, text);
        const std::string term = filterTermText(Key::attribute, text.toStdString());
        const auto terms = readFilter(withTerm("an \"open quotation", term));
        QCOMPARE(terms.back().key, Key::attribute);
        QCOMPARE(terms.back().relation, Relation::equals);
        QCOMPARE(QString::fromStdString(terms.back().text), text);
        QCOMPARE(terms.size(), std::size_t(3));
    }
};

const Registered<TestClaimFilter> registered("claim_filter");

} // namespace assay::test

#include "tst_claim_filter.moc"
