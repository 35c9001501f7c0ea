// The choice of how numbers in charts are written: kept, followed at once by every chart, and by the language.
#include "ui/views/number_choice.h"

#include "tests/ui/views/panel_bench.h"
#include "tests/ui/views/window_desk.h"
#include "ui/charts/chart_view.h"
#include "ui/views/chart_area.h"

#include <QtCore/QMimeData>
#include <QtCore/QRegularExpression>
#include <QtGui/QAction>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>

#include <set>

namespace assay::test {

class TestNumberChoice : public Test {
    Q_OBJECT
private slots:
    void aSettingThatIsNoneIsAutomatic_data() {
        QTest::addColumn<QVariant>("stored");
        QTest::newRow("nothing") << QVariant();
        QTest::newRow("below") << QVariant(-1);
        QTest::newRow("beyond") << QVariant(99);
        QTest::newRow("words") << QVariant(QStringLiteral("ko"));
    }
    void aSettingThatIsNoneIsAutomatic() {
        QFETCH(QVariant, stored);
        QTemporaryDir folder;
        QSettings settings(folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
        if (stored.isValid())
            settings.setValue(QStringLiteral("chart/numbers"), stored);
        QCOMPARE(rememberedNumbers(settings), NumberChoice::automatic);
    }
    void aChoiceIsKept() {
        QTemporaryDir folder;
        QSettings settings(folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
        for (const NumberChoiceEntry& entry : numberChoices()) {
            rememberNumbers(settings, entry.choice);
            QCOMPARE(rememberedNumbers(settings), entry.choice);
        }
    }
    void automaticIsAsTheLanguageHasIt_data() {
        QTest::addColumn<QString>("locale");
        QTest::addColumn<int>("script");
        const auto row = [](const char* name, NumberScript script) {
            QTest::newRow(name) << QString::fromLatin1(name) << static_cast<int>(script);
        };
        row("C", NumberScript::letters);
        row("en_US", NumberScript::letters);
        row("de_DE", NumberScript::letters);
        row("ko_KR", NumberScript::korean);
        row("zh_CN", NumberScript::chinese);
        row("zh_TW", NumberScript::traditional);
        row("ja_JP", NumberScript::japanese);
    }
    void automaticIsAsTheLanguageHasIt() {
        QFETCH(QString, locale);
        QFETCH(int, script);
        QCOMPARE(scriptOf(NumberChoice::automatic, QLocale(locale)), static_cast<NumberScript>(script));
    }
    void aChoiceGoesBeforeTheLanguage() {
        std::set<NumberScript> scripts;
        for (const NumberChoiceEntry& entry : numberChoices())
            if (entry.choice != NumberChoice::automatic)
                scripts.insert(scriptOf(entry.choice, QLocale(QStringLiteral("ko_KR"))));
        QCOMPARE(scripts.size(), numberScriptNames.size()); // each has an entry of its own
    }

    void picturesFollowWhatIsShownAndTablesDoNot() {
        PanelBench bench;
        QTemporaryDir folder;
        QSettings settings(folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
        ChartArea area(bench.store, bench.selection, bench.runs, bench.questions, settings);
        area.setNumbers(NumberScript::korean);
        area.resize(640, 480);
        area.show();
        area.showChart(QStringLiteral("consistency")); // cells of words with numbers in them
        QTRY_VERIFY_WITH_TIMEOUT(!bench.runs.isBusy() && area.spec() && !area.spec()->data.empty(), 20000);
        QSignalSpy done(&area, &ChartArea::done);
        area.copyChart();
        QTRY_COMPARE(done.count(), 1);
        const QMimeData* copied = QGuiApplication::clipboard()->mimeData();
        const QString drawing = QString::fromUtf8(copied->data(QStringLiteral("image/svg+xml")));
        const QString table = QString::fromUtf8(copied->data(QStringLiteral("text/csv")));
        QVERIFY(drawing.contains(QChar(0xb9cc)));
        QVERIFY(table.size() > 100 && !table.contains(QChar(0xb9cc)));
    }
    void chartsFollowTheMenuAtOnceAndTheNextWindowRemembers() {
        QTemporaryDir folder;
        const std::filesystem::path place(folder.path().toStdString());
        {
            WindowDesk desk(place, quickSimulate);
            desk.bench.session.openSample();
            QVERIFY(desk.wait());
            auto* charts = desk.window.findChild<ChartArea*>();
            const auto title = [charts] {
                return charts->spec() ? QString::fromStdString(charts->spec()->title) : QString();
            };
            QTRY_VERIFY_WITH_TIMEOUT(title().contains(QRegularExpression(QStringLiteral("\\$[0-9.]+M"))), 20000);
            desk.find<QAction>("numbersKorean")->trigger();
            QTRY_VERIFY_WITH_TIMEOUT(title().contains(QChar(0xb9cc)), 20000);
            QVERIFY(!title().contains(QRegularExpression(QStringLiteral("\\$[0-9.]+M"))));
            desk.find<QAction>("numbersJapanese")->trigger();
            QTRY_VERIFY_WITH_TIMEOUT(title().contains(QChar(0x4e07)), 20000);
        }
        WindowDesk next(place, quickSimulate);
        QVERIFY(next.find<QAction>("numbersJapanese")->isChecked());
        QVERIFY(!next.find<QAction>("numbersAutomatic")->isChecked());
    }
};

const Registered<TestNumberChoice> registered("number_choice");

} // namespace assay::test

#include "tst_number_choice.moc"
