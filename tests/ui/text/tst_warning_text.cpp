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
