// Labelled pairs of statements: which contradict each other, by hand, against what the check says. Precision and recall
// of its conflicts are printed and have to stay.
#include "core/document/check.h"
#include "core/units/read_quantity.h"
#include "tests/paths.h"
#include "tests/test.h"

#include <QtCore/QFile>

namespace assay::test {

namespace {

Claim claimOf(const char* id, const QString& words, const QString& asOf, const QString& scope) {
    Claim claim;
    claim.id = {id};
    claim.subject = "X";
    claim.attribute = {"quantity"};
    claim.quantity = readQuantity(words.toStdString()).value();
    claim.asOf = asOf.toStdString();
    claim.scope = scope.toStdString();
    const SourceId source{std::string("s-") + id};
    claim.mentions = {Mention{.id = {std::string("m-") + id}, .anchor = {source, 0, 1, "x", "", ""}}};
    return claim;
}

bool contradict(const Claim& a, const Claim& b) {
    Document document;
    for (const Claim& claim : {a, b}) {
        document.sources.push_back(Row(Source{.id = claim.mentions[0].anchor.source, .text = "x"}));
        document.claims.push_back(Row(claim));
    }
    for (const Finding& finding : check(document))
        if (isAlarm(finding) && finding.claims.size() == 2)
            return true;
    return false;
}

} // namespace

class TestLabelledPairs : public Test {
    Q_OBJECT
private slots:
    void conflictsArePreciseAndFew() {
        QFile file(sourcePath(QStringLiteral("tests/data/claims/pairs.tsv")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        int right = 0, missed = 0, falseAlarms = 0, pairs = 0;
        for (const QString& line : QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts)) {
            if (line.startsWith(u'#'))
                continue;
            const QStringList cells = line.split(u'\t');
            QVERIFY2(cells.size() == 8, qPrintable(line));
            const bool isExpected = cells[0] == QStringLiteral("yes");
            const bool isFound =
                contradict(claimOf("a", cells[1], cells[3], cells[5]), claimOf("b", cells[2], cells[4], cells[6]));
            ++pairs;
            right += isExpected && isFound ? 1 : 0;
            missed += isExpected && !isFound ? 1 : 0;
            falseAlarms += isFound && !isExpected ? 1 : 0;
            if (isExpected != isFound)
                qInfo("%s: %s | %s (%s)", isFound ? "false alarm" : "missed", qPrintable(cells[1]),
                      qPrintable(cells[2]), qPrintable(cells[7]));
        }
        const double precision = 1.0 * right / (right + falseAlarms), recall = 1.0 * right / (right + missed);
        qInfo("%d pairs: precision %.3f, recall %.3f", pairs, precision, recall);
        QVERIFY(pairs >= 200);
        QVERIFY(precision >= 0.95);
        QVERIFY(recall >= 0.9);
    }
};

const Registered<TestLabelledPairs> registered("labelled_pairs");

} // namespace assay::test

#include "tst_labelled_pairs.moc"
