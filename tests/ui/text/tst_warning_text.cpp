// The sentences of runs' and importers' warnings.
#include "tests/paths.h"
#include "tests/test.h"
#include "ui/text/warning_text.h"

namespace assay::test {

class TestWarningText : public Test {
    Q_OBJECT
private slots:
    void unknownCodeShowsItsDetails() {
        QCOMPARE(warningText({"new-code", {"a", "b"}}), QStringLiteral("new-code: a, b"));
        QCOMPARE(warningText({"new-code", {}}), QStringLiteral("new-code"));
    }
    void knownCodesAreSentences() {
        QCOMPARE(warningText({"flagged", {"cost", "3", "1024"}}),
                 QStringLiteral("cost: 3 of 1024 samples gave no finite value and are left out of its statistics."));
        QCOMPARE(warningText({"band-sampled", {"cost", "64"}}),
                 QStringLiteral("The ranges of cost were met at 64 points of the intervals; the true ones may be a "
                                "little wider."));
    }
    void importersWarningsAreSentences() {
        QCOMPARE(importWarningText("decoded-as:euc-kr"), QStringLiteral("It is not in UTF-8 and was read as euc-kr."));
        QCOMPARE(importWarningText("cut-at-depth:256"),
                 QStringLiteral("What is nested deeper than 256 levels was left out."));
        QCOMPARE(importWarningText("new-code"), QStringLiteral("new-code"));
    }
    void trapsAreSentences() {
        QCOMPARE(
            warningText(
                {"total-parameters", {"Active parameters", "671,000,000,000", "DeepSeek-V3", "37,000,000,000"}}),
            QStringLiteral("Active parameters: 671,000,000,000 is the total of DeepSeek-V3; 37,000,000,000 are active "
                           "per token, and those count here."));
        QCOMPARE(warningText({"fraction-in-per-cent", {"Utilisation", "0.35", "35"}}),
                 QStringLiteral("Utilisation: 0.35 was read as per cent; if the fraction is meant, type 35%."));
    }
    void everyTrapHasASentence() {
        const std::pair<QString, QString> places[]{
            {QStringLiteral("core/scenario/number_traps.cpp"), QStringLiteral("trap\\(typed,\\s*\"([a-z-]+)\"")},
            {QStringLiteral("core/scenario/traps.cpp"), QStringLiteral("\"((?:basis|later)-[a-z]+)\"")}};
        int count = 0;
        for (const auto& [path, pattern] : places) {
            QFile file(sourcePath(path));
            QVERIFY(file.open(QIODevice::ReadOnly));
            QRegularExpressionMatchIterator all =
                QRegularExpression(pattern).globalMatch(QString::fromUtf8(file.readAll()));
            for (; all.hasNext(); ++count) {
                const QString code = all.next().captured(1);
                const QString text = warningText({code.toStdString(), {"a", "b", "c", "d"}});
                QVERIFY2(!text.startsWith(code) && text.startsWith(QStringLiteral("a: ")), qPrintable(code));
                QVERIFY2(!text.contains(QRegularExpression(QStringLiteral("%[0-9]"))), qPrintable(code));
            }
        }
        QCOMPARE(count, 15);
    }
    void everyCodeThatARunGivesHasASentence() {
        QFile file(sourcePath(QStringLiteral("core/scenario/simulate.cpp")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        static const QRegularExpression pattern(QStringLiteral("warnings\\.push_back\\(\\{\"([a-z-]+)\""));
        QRegularExpressionMatchIterator all = pattern.globalMatch(QString::fromUtf8(file.readAll()));
        QVERIFY(all.hasNext());
        while (all.hasNext()) {
            const QString code = all.next().captured(1);
            QVERIFY2(!warningText({code.toStdString(), {"x"}}).startsWith(code), qPrintable(code));
        }
    }
};

const Registered<TestWarningText> registered("warning_text");

} // namespace assay::test

#include "tst_warning_text.moc"
