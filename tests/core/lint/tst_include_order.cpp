// Includes go one way. Every #include of the program is read; an offender is named with file and line. (README: "How it
// is built")
#include "tests/core/lint/source_tree.h"
#include "tests/test.h"

namespace assay::test {

namespace {

/// Lowest first: a folder may include itself and those before it.
const QStringList order = {
    QStringLiteral("core/base"),     QStringLiteral("core/units"),  QStringLiteral("core/catalog"),
    QStringLiteral("core/source"),   QStringLiteral("core/claims"), QStringLiteral("core/dist"),
    QStringLiteral("core/scenario"), QStringLiteral("core/chart"),  QStringLiteral("core/document"),
    QStringLiteral("core/io"),       QStringLiteral("ui/text"),     QStringLiteral("ui/store"),
    QStringLiteral("ui/jobs"),       QStringLiteral("ui/models"),   QStringLiteral("ui/charts"),
    QStringLiteral("ui/views"),      QStringLiteral("app"),
};

qsizetype layerOf(const QString& path) {
    for (qsizetype i = 0; i < order.size(); ++i)
        if (path.startsWith(order[i] + u'/'))
            return i;
    return -1;
}

/// What is wrong with one include of one file; empty when nothing is.
QString fault(const QString& path, const QString& include) {
    const bool inCore = path.startsWith(QStringLiteral("core/"));
    if (include.startsWith(u'<')) {
        if (inCore && include.startsWith(QStringLiteral("<Q")))
            return QStringLiteral("core includes Qt");
        const bool isBareQt = include.startsWith(QStringLiteral("<Q")) && !include.contains(u'/');
        return isBareQt ? QStringLiteral("write <QtModule/Class>") : QString();
    }
    const QString target = include.mid(1, include.size() - 2);
    const qsizetype from = layerOf(path);
    const qsizetype to = layerOf(target);
    if (to < 0)
        return target.endsWith(QStringLiteral(".moc")) || target.startsWith(QStringLiteral("moc_"))
                   ? QString()
                   : QStringLiteral("not written from the root, or in no known folder");
    return to > from ? QStringLiteral("%1 must not know %2").arg(order[from], order[to]) : QString();
}

} // namespace

class TestIncludeOrder : public Test {
    Q_OBJECT
private slots:
    void rulesCatchWhatTheyAreFor_data() {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("include");
        QTest::addColumn<bool>("isFault");
        const auto row = [](const char* reason, const char* path, const char* include, bool isFault) {
            QTest::newRow(reason) << QString::fromLatin1(path) << QString::fromLatin1(include) << isFault;
        };
        row("Qt in core", "core/units/unit.cpp", "<QtCore/QString>", true);
        row("upwards in core", "core/units/unit.cpp", "\"core/io/importer.h\"", true);
        row("core knows ui", "core/io/importer.cpp", "\"ui/text/paths.h\"", true);
        row("ui knows app", "ui/views/main_window.cpp", "\"app/version.h\"", true);
        row("upwards in ui", "ui/models/claims.cpp", "\"ui/views/main_window.h\"", true);
        row("not from the root", "core/units/unit.cpp", "\"unit.h\"", true);
        row("Qt class without its module", "ui/views/main_window.cpp", "<QWidget>", true);
        row("downwards", "core/io/importer.cpp", "\"core/units/unit.h\"", false);
        row("own folder", "core/units/unit.cpp", "\"core/units/unit.h\"", false);
        row("standard library", "core/units/unit.cpp", "<string>", false);
        row("ui knows core", "ui/text/error_text.h", "\"core/base/result.h\"", false);
    }
    void rulesCatchWhatTheyAreFor() {
        QFETCH(QString, path);
        QFETCH(QString, include);
        QFETCH(bool, isFault);
        QCOMPARE(!fault(path, include).isEmpty(), isFault);
    }

    void includesGoOneWay() {
        static const QRegularExpression pattern(QStringLiteral("^\\s*#\\s*include\\s+([<\"][^>\"]+[>\"])"));
        QStringList faults;
        qsizetype count = 0;
        for (const SourceFile& file : programFiles())
            for (qsizetype i = 0; i < file.lines.size(); ++i) {
                const QRegularExpressionMatch match = pattern.match(file.lines[i]);
                if (!match.hasMatch())
                    continue;
                ++count;
                const QString reason = fault(file.path, match.captured(1));
                if (!reason.isEmpty())
                    faults.append(
                        QStringLiteral("%1:%2: %3: %4").arg(file.path).arg(i + 1).arg(match.captured(1), reason));
            }
        QVERIFY2(count > 100, "the sources were not found");
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    }

    void everyFolderOfTheProgramHasItsPlace() {
        QStringList strangers;
        for (const SourceFile& file : programFiles())
            if (layerOf(file.path) < 0)
                strangers.append(file.path);
        QVERIFY2(strangers.isEmpty(), qPrintable(strangers.join(u'\n')));
    }
};

const Registered<TestIncludeOrder> registered("include_order");

} // namespace assay::test

#include "tst_include_order.moc"
