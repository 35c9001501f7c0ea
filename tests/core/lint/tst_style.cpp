// House style that a program can check: sizes, words that must not stay, library parts with one door.
#include "tests/core/lint/source_tree.h"
#include "tests/test.h"

namespace assay::test {

namespace {

constexpr qsizetype longestFile = 500; ///< lines
constexpr qsizetype longFile = 250;    ///< lines: above it a file is named, not refused
constexpr qsizetype longestWindow = 400;

struct Rule {
    const char* reason;
    const char* pattern;
    const char* allowedIn; ///< paths that may: a pattern; empty = none
};

// The last characters of the words are in brackets so that this file does not find itself.
const QList<Rule> rules = {
    {"work left open", "\\b(TOD[O]|FIXM[E]|XX[X]|HAC[K])\\b", ""},
    {"a skipped or excused test", "\\bQEXPECT_FAI[L]\\b", ""},
    {"preferences opened outside their one door", "\\bQSetting[s]( \\w+)?[({]|new QSetting[s]|<QSetting[s]>\\(",
     "^(app/window\\.cpp|tests/)"},
    {"a file saved past the one writer", "\\b(QSaveFil[e]|QTextStrea[m]|std::o?fstrea[m]|fope[n]|O_WRONL[Y])\\b",
     "^(tests/|core/base/)"},
    {"Qt Charts outside the chart frame", "#include <QtChart[s]/", "^(ui/charts/|tests/ui/charts/)"},
    {"randomness that differs between libraries", "\\bstd::\\w+_distributio[n]\\b", ""},
    {"message box in logic", "\\bQMessageBo[x]\\b", "^(ui/text/|ui/views/|tests/ui/)"},
    {"old-style connect", "\\b(SIGNA[L]|SLO[T])\\(", ""},
    {"a network class: nothing is ever fetched", "\\bQNetwor[k]\\w+|\\bQtNetwor[k]\\b|sys/socke[t]\\.h",
     "^tests/no_network\\.h"},
};

QStringList faultsOf(const Rule& rule, const QList<SourceFile>& files) {
    const QRegularExpression pattern(QString::fromLatin1(rule.pattern));
    const QRegularExpression allowed(QString::fromLatin1(rule.allowedIn));
    QStringList faults;
    for (const SourceFile& file : files) {
        if (*rule.allowedIn && allowed.match(file.path).hasMatch())
            continue;
        for (qsizetype i = 0; i < file.lines.size(); ++i)
            if (pattern.match(file.lines[i]).hasMatch())
                faults.append(
                    QStringLiteral("%1:%2: %3").arg(file.path).arg(i + 1).arg(QString::fromLatin1(rule.reason)));
    }
    return faults;
}

} // namespace

class TestStyle : public Test {
    Q_OBJECT
private slots:
    void noFileIsTooLong() {
        QStringList faults;
        for (const SourceFile& file : programAndTestFiles()) {
            const qsizetype limit =
                file.path == QStringLiteral("ui/views/main_window.cpp") ? longestWindow : longestFile;
            if (file.lines.size() > limit)
                faults.append(
                    QStringLiteral("%1: %2 lines, at most %3").arg(file.path).arg(file.lines.size()).arg(limit));
            else if (file.lines.size() > longFile)
                qInfo("%s: %d lines (notice above %d)", qPrintable(file.path), int(file.lines.size()), int(longFile));
        }
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    }

    void everyFileOpensWithWhatItHolds() {
        QStringList faults;
        for (const SourceFile& file : programAndTestFiles())
            if (!file.lines.first().startsWith(QStringLiteral("// ")))
                faults.append(file.path + QStringLiteral(": no opening comment"));
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    }

    void everyHeaderIsIncludedOnce() {
        QStringList faults;
        for (const SourceFile& file : programAndTestFiles())
            if (file.path.endsWith(QStringLiteral(".h")) && !file.lines.contains(QStringLiteral("#pragma once")))
                faults.append(file.path + QStringLiteral(": no #pragma once"));
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    }

    void fileNamesAreSnakeCase() {
        static const QRegularExpression pattern(QStringLiteral("^[a-z0-9_/]+\\.(cpp|h)$"));
        QStringList faults;
        for (const SourceFile& file : programAndTestFiles())
            if (!pattern.match(file.path).hasMatch())
                faults.append(file.path);
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    }

    void noSourceHoldsWhatHasOneDoor_data() {
        QTest::addColumn<int>("rule");
        for (qsizetype i = 0; i < rules.size(); ++i)
            QTest::newRow(rules[i].reason) << int(i);
    }
    void noSourceHoldsWhatHasOneDoor() {
        QFETCH(int, rule);
        const QStringList faults = faultsOf(rules[rule], programAndTestFiles());
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    }
    void rulesCatchWhatTheyAreFor() {
        const SourceFile bad{QStringLiteral("core/x.cpp"),
                             {QStringLiteral("// TO") + QStringLiteral("DO: later"),
                              QStringLiteral("std::normal_") + QStringLiteral("distribution<> d;"),
                              QStringLiteral("QSet") + QStringLiteral("tings settings(file);"),
                              QStringLiteral("#include <QtCha") + QStringLiteral("rts/QChart>")}};
        qsizetype count = 0;
        for (const Rule& rule : rules)
            count += faultsOf(rule, {bad}).size();
        QCOMPARE(count, bad.lines.size());
        const SourceFile window{QStringLiteral("app/window.cpp"), {bad.lines[2]}};
        for (const Rule& rule : rules)
            QVERIFY(faultsOf(rule, {window}).isEmpty());
    }

    void testsRunWithoutADisplay() { QCOMPARE(qEnvironmentVariable("QT_QPA_PLATFORM"), QStringLiteral("offscreen")); }
};

const Registered<TestStyle> registered("style");

} // namespace assay::test

#include "tst_style.moc"
