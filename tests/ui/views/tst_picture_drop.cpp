// A picture dropped on the window opens what it was drawn from; a stranger's picture changes nothing.
#include "core/base/atomic_file.h"
#include "core/document/edit.h"
#include "core/io/chart_record.h"
#include "core/io/model_file.h"
#include "tests/ui/views/panel_bench.h"
#include "tests/ui/views/window_desk.h"
#include "ui/charts/picture_record.h"
#include "ui/views/chart_area.h"
#include "ui/views/export_all.h"

#include <QtCore/QMimeData>
#include <QtGui/QAction>
#include <QtGui/QDropEvent>
#include <QtWidgets/QPushButton>

namespace assay::test {
namespace {

/// A window with the sample project and its runs.
struct Desk {
    QTemporaryDir folder;
    WindowDesk desk{folder.path().toStdString(), quickSimulate};
    Desk() {
        desk.open(desk.put("p.assay", *readProject(sampleProject(), "sample")));
        QVERIFY(QTest::qWaitFor([this] { return !desk.bench.runs.isBusy() && charts().spec(); }, 20000));
    }
    ChartArea& charts() { return *desk.find<ChartArea>("chartArea"); }
    const Document& document() { return desk.bench.store.document(); }
    QString said() { return desk.window.messages().text(); }

    ExportSource source() {
        ExportSource made{document(), {}};
        made.context.runs = desk.bench.runs.runs();
        return made;
    }
    QString put(const char* name, const std::string& record, ImageFormat format = ImageFormat::png) {
        RenderOptions options;
        options.size = QSize(320, 200);
        options.format = format;
        options.record = record;
        const QString path = folder.filePath(QString::fromLatin1(name));
        const QByteArray bytes = *renderChart(*charts().spec(), options);
        const auto written = writeFile(path.toStdString(), bytes.toStdString(), Backup::none);
        return written ? path : QString();
    }
    void drop(const QString& path) {
        QMimeData mime;
        mime.setUrls({QUrl::fromLocalFile(path)});
        QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&desk.window, &enter); // makes the window the target of the drop
        QDropEvent event(QPointF(50, 50), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&desk.window, &event);
    }
};

} // namespace

class TestPictureDrop : public Test {
    Q_OBJECT
private slots:
    void init() { allowRemarksOnPopups(); }

    void aPictureOfAnotherProjectSaysWhich() {
        Desk d;
        ChartRecord record = chartRecord(d.document(), *d.charts().spec(), d.desk.bench.runs.runs());
        record.project = "other-id";
        record.projectTitle = "The other <b>one</b>";
        const Document before = d.document();
        d.drop(d.put("c.png", writeChartRecord(record)));
        QVERIFY2(d.said().contains(QStringLiteral("The other <b>one</b>")), qPrintable(d.said()));
        QVERIFY(d.said().contains(QStringLiteral("other-id")));
        QVERIFY(d.document() == before);
    }
    void aHostileRecordIsRefusedWithASentence() {
        Desk d;
        const Document before = d.document();
        d.drop(d.put("c.png", std::string(60, '[')));
        QVERIFY2(d.said().contains(QStringLiteral("c.png")), qPrintable(d.said()));
        QVERIFY(d.document() == before);
    }
    void aPictureWithoutARunIsSaidToHaveNone() {
        Desk d;
        d.desk.questions.paths = {d.put("c.png", {}).toStdString()};
        d.desk.find<QAction>("openPicture")->trigger();
        QVERIFY2(d.said().contains(QStringLiteral("c.png")), qPrintable(d.said()));
    }
    void aPictureOpensItsChartAndScenario_data() {
        QTest::addColumn<int>("format");
        QTest::newRow("PNG") << static_cast<int>(ImageFormat::png);
        QTest::newRow("SVG") << static_cast<int>(ImageFormat::svg);
    }
    void aPictureOpensItsChartAndScenario() {
        QFETCH(int, format);
        Desk d;
        d.desk.bench.selection.selectScenario(ScenarioId{"from-compute"});
        d.charts().showChart(QStringLiteral("tornado"));
        QVERIFY(QTest::qWaitFor([&] { return d.charts().spec() && d.charts().spec()->chart == "tornado"; }, 20000));
        const QString path = d.put(format == 0 ? "c.png" : "c.svg", recordOf(d.source(), *d.charts().spec()),
                                   static_cast<ImageFormat>(format));
        d.charts().showChart(QStringLiteral("gpu-hours"));
        d.desk.bench.selection.selectScenario(ScenarioId{"owned-cluster"});
        d.drop(path);
        QCOMPARE(d.charts().chart(), std::string("tornado"));
        QCOMPARE(d.desk.bench.selection.now().scenario, std::optional(ScenarioId{"from-compute"}));
        QVERIFY2(d.said().startsWith(QStringLiteral("Opened")), qPrintable(d.said()));
    }
    void inputsThatChangedSinceAreOfferedAsANewScenario() {
        Desk d;
        const std::string record = recordOf(d.source(), *d.charts().spec());
        const QString path = d.put("c.png", record);
        const Scenario old = *find(d.document().scenarios, ScenarioId{"as-disclosed"});
        const VariableId input = find(d.document().models, old.model)->inputs.front().id;
        QVERIFY(d.desk.bench.store.apply(QStringLiteral("x"),
                                         setInput(d.document(), old.id, ScenarioInput{input, "1234567", {}})));
        const std::size_t before = d.document().scenarios.size();
        d.drop(path);
        QPushButton* add = nullptr;
        for (QPushButton* button : d.desk.window.findChildren<QPushButton*>())
            if (button->text() == QStringLiteral("Add as in the picture"))
                add = button;
        QVERIFY(add);
        add->click();
        QCOMPARE(d.document().scenarios.size(), before + 1);
        Scenario recorded = old;
        recorded.id = d.document().scenarios.back()->id;
        QVERIFY(recordedState(d.document(), recorded) == RecordedState::same);
        QCOMPARE(d.desk.bench.selection.now().scenario, std::optional(recorded.id));
        d.desk.bench.store.undoStack().undo();
        QCOMPARE(d.document().scenarios.size(), before);
    }
};

const Registered<TestPictureDrop> registered("picture_drop");

} // namespace assay::test

#include "tst_picture_drop.moc"
