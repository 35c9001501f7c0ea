// What is offered as a claim: numbers that no mention touches and that nobody waved away.
#include "core/document/open_quantities.h"
#include "tests/test.h"

namespace assay::test {

namespace {

Document withMentions(const std::vector<std::pair<std::size_t, std::size_t>>& places, const SourceId& source = {"s"}) {
    Claim claim;
    claim.id = {"c"};
    for (const auto& [start, end] : places)
        claim.mentions.push_back(Mention{.id = {"m"}, .anchor = {.source = source, .start = start, .end = end}});
    Document document;
    document.claims = {Row(claim)};
    return document;
}

QString starts(const std::vector<FoundQuantity>& quantities) {
    QStringList all;
    for (const FoundQuantity& found : quantities)
        all << QString::number(found.start);
    return all.join(QLatin1Char(' '));
}

} // namespace

class TestOpenQuantities : public Test {
    Q_OBJECT
private slots:
    void mentionedAndDismissedOnesAreLeftOut() {
        // "It had 5 GPUs, 6 GPUs and 7 GPUs": at 7, 15 and 26
        const std::vector<FoundQuantity> found = findQuantities("It had 5 GPUs, 6 GPUs and 7 GPUs.");
        QCOMPARE(starts(found), QStringLiteral("7 15 26"));
        const auto open = [&](const Document& document, const std::vector<std::size_t>& dismissed) {
            return starts(openQuantities(document, {"s"}, found, dismissed));
        };
        QCOMPARE(open({}, {}), QStringLiteral("7 15 26"));
        QCOMPARE(open(withMentions({{0, 8}}), {}), QStringLiteral("15 26"));
        QCOMPARE(open(withMentions({{20, 22}, {0, 30}}), {}), QStringLiteral(""));
        QCOMPARE(open(withMentions({{13, 15}}), {}), QStringLiteral("7 15 26"));
        QCOMPARE(open(withMentions({{0, 40}}, {"other"}), {}), QStringLiteral("7 15 26"));
        QCOMPARE(open(withMentions({{26, 27}}), {15}), QStringLiteral("7"));
    }
};

const Registered<TestOpenQuantities> registered("open_quantities");

} // namespace assay::test

#include "tst_open_quantities.moc"
