// Texts of a project are shown as they are: with markup in every field no label, tip, table or text view makes rich
// text of it, and a picture named in it is not loaded.
#include "core/document/merge.h"
#include "core/io/model_file.h"
#include "tests/ui/views/window_desk.h"
#include "ui/views/differences_dialog.h"

#include <QtGui/QHelpEvent>
#include <QtGui/QTextDocument>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QDialog>
#include <QtWidgets/QLabel>
#include <QtWidgets/QTextEdit>
#include <QtWidgets/QToolTip>

namespace assay::test {

namespace {

const std::string payload = "<b>&\"'</b><img src=x>";

void spoil(std::string& text) { text += payload; }

template <class T, class Change>
void changeAll(Rows<T>& rows, Change change) {
    for (Row<T>& row : rows) {
        T changed = *row;
        change(changed);
        row = Row<T>(std::move(changed));
    }
}

/// The sample with markup in every text that people write.
Document hostileDocument() {
    Document document = readProject(sampleProject(), "sample").value();
    spoil(document.project.title);
    spoil(document.project.note);
    changeAll(document.attributes, [](Attribute& row) { spoil(row.title); });
    changeAll(document.speakers, [](Speaker& row) { spoil(row.name); });
    changeAll(document.sources, [](Source& row) {
        for (std::string* text : {&row.title, &row.publisher, &row.url, &row.published, &row.language, &row.digestOf})
            spoil(*text);
        row.authors = {payload};
        spoil(row.text);
    });
    changeAll(document.claims, [](Claim& row) {
        for (std::string* text : {&row.subject, &row.statement, &row.scope, &row.asOf, &row.note})
            spoil(*text);
        if (row.quantity)
            spoil(row.quantity->text);
    });
    changeAll(document.models, [](Model& row) {
        for (std::string* text : {&row.title, &row.help, &row.source, &row.leavesOut})
            spoil(*text);
        for (ModelInput& input : row.inputs)
            for (std::string* text : {&input.title, &input.help, &input.source})
                spoil(*text);
    });
    changeAll(document.scenarios, [](Scenario& row) {
        for (std::string* text : {&row.title, &row.note})
            spoil(*text);
    });
    return document;
}

constexpr int mostRows = 5; // of each table: all are drawn by one delegate

bool isRich(const QString& text) { return Qt::mightBeRichText(text) && text.contains(QStringLiteral("<b>&")); }

/// What a pointer that rests there is told.
QString tipAt(QWidget& widget, const QPoint& place) {
    const QString none = QStringLiteral("none");
    QToolTip::showText(widget.mapToGlobal(place), none, &widget); // a tip goes only after a while
    QHelpEvent event(QEvent::ToolTip, place, widget.mapToGlobal(place));
    QCoreApplication::sendEvent(&widget, &event);
    return QToolTip::text() == none ? QString() : QToolTip::text();
}

QStringList faultsOf(QWidget& top) {
    QStringList faults;
    const auto check = [&](const QString& where, const QString& text) {
        if (isRich(text))
            faults += where + QStringLiteral(": ") + text.left(80);
    };
    for (QLabel* label : top.findChildren<QLabel*>())
        if (label->textFormat() != Qt::PlainText)
            check(QStringLiteral("label ") + label->objectName(), label->text());
    for (QTextEdit* edit : top.findChildren<QTextEdit*>())
        if (edit->toPlainText().contains(QStringLiteral("&\"'"))
            && !edit->toPlainText().contains(QStringLiteral("<b>&")))
            faults += QStringLiteral("text ") + edit->objectName();
    for (QWidget* widget : top.findChildren<QWidget*>()) {
        check(QStringLiteral("tool tip of ") + widget->objectName(), widget->toolTip());
        if (widget->isVisible() && QByteArray(widget->metaObject()->className()).startsWith("assay::"))
            check(QStringLiteral("tip on ") + widget->objectName(), tipAt(*widget, widget->rect().center()));
    }
    for (auto* view : top.findChildren<QAbstractItemView*>())
        for (int row = 0; view->isVisible() && row < std::min(view->model()->rowCount(), mostRows); ++row)
            for (int column = 0; column < view->model()->columnCount(); ++column)
                check(QStringLiteral("tip in ") + view->objectName(),
                      tipAt(*view->viewport(), view->visualRect(view->model()->index(row, column)).center()));
    return faults;
}

} // namespace

class TestHostileText : public Test {
    Q_OBJECT
private slots:
    void init() { allowRemarksOnPopups(); }
    void markupStaysText() {
        QTemporaryDir dir;
        WindowDesk desk(dir.path().toStdString());
        const Document document = hostileDocument();
        QVERIFY(desk.open(desk.put("<b>&amp;.assay", document)));
        desk.bench.selection.selectClaims({document.claims[0]->id});
        desk.bench.selection.selectScenario(document.scenarios.back()->id);
        desk.find<QAction>("editClaim")->trigger();
        desk.find<QAction>("find")->trigger();
        Document mine = document, theirs = document;
        mine.project.note += "mine";
        theirs.project.note += "theirs";
        QVERIFY(desk.bench.store.apply(QStringLiteral("<b>&merge"),
                                       Result<Document>(merge(document, mine, theirs).value().document)));
        showDifferences(desk.window, diff(mine, theirs));
        desk.window.messages().showDone(QString::fromStdString(payload), QString::fromStdString(payload), [] {});
        QCoreApplication::processEvents();
        QStringList faults;
        for (QWidget* top : QApplication::topLevelWidgets())
            if (top->isVisible())
                faults += faultsOf(*top);
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
    }
};

const Registered<TestHostileText> registered("hostile_text");

} // namespace assay::test

#include "tst_hostile_text.moc"
