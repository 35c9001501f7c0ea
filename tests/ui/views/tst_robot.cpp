// A robot at the window: random enabled actions, keys and clicks, saving and reopening on the way. Nothing crashes,
// what is saved reads back, and no socket that leaves the machine is opened (the kernel would end the test).
// ASSAY_ROBOT_SECONDS=60 lets it walk for longer, ASSAY_ROBOT_SEED elsewhere.
#include "tests/no_network.h"
#include "tests/ui/views/window_desk.h"

#include <QtCore/QElapsedTimer>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QDialog>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenu>
#include <QtWidgets/QToolButton>

#include <random>

namespace assay::test {

namespace {

class Robot {
public:
    Robot(WindowDesk& desk, unsigned seed) : m_desk(desk), m_random(seed) {}

    void step() {
        answerEverything();
        switch (pick(5)) {
        case 0:
        case 1: trigger(); break;
        case 2: press(); break;
        case 3: selectARow(); break;
        default: click();
        }
        QCoreApplication::processEvents();
        closeDialogs();
    }
    /// Saved, read back, opened again: always the document that was there.
    void saveAndReopen() {
        answerEverything();
        QVERIFY(m_desk.wait());
        if (!m_desk.bench.session.isOpen())
            return;
        const auto path = m_desk.folder / "robot.assay";
        m_desk.questions.paths = {path};
        m_desk.bench.session.saveAs();
        QVERIFY(m_desk.wait());
        const Document saved = m_desk.bench.store.document();
        const auto read = openProject(path);
        QVERIFY2(read, "what the robot saved can't be read");
        QVERIFY(read->document == saved);
        QVERIFY(m_desk.open(path));
        QVERIFY(m_desk.bench.store.document() == saved);
    }

private:
    std::size_t pick(std::size_t count) { return m_random() % count; }
    template <class T>
    std::vector<T*> shown() const {
        std::vector<T*> all;
        for (T* widget : m_desk.window.findChildren<T*>())
            if (widget->isVisible() && widget->isEnabled())
                all.push_back(widget);
        return all;
    }
    void answerEverything() {
        auto& questions = m_desk.questions;
        questions.asked.clear();
        questions.paths = {m_desk.folder / (pick(2) == 0 ? "robot.assay" : "other.assay")};
        questions.saveAnswers = {pick(2) == 0 ? SaveAnswer::discard : SaveAnswer::cancel};
        questions.changedAnswers = {static_cast<ChangedAnswer>(pick(6))};
        questions.lines = {QStringLiteral("Robot %1 <b>&\"'").arg(m_random())};
    }
    void trigger() {
        std::vector<QAction*> actions;
        for (QAction* action : m_desk.window.findChildren<QAction*>())
            if (action->isEnabled() && !action->menu() && action->objectName() != QLatin1String("quit")
                && action->objectName() != QLatin1String("fullScreen"))
                actions.push_back(action);
        actions[pick(actions.size())]->trigger();
    }
    void press() {
        constexpr Qt::Key keys[] = {Qt::Key_Up,     Qt::Key_Down,  Qt::Key_Left,   Qt::Key_Right, Qt::Key_Tab,
                                    Qt::Key_Return, Qt::Key_Space, Qt::Key_Escape, Qt::Key_1,     Qt::Key_5,
                                    Qt::Key_M,      Qt::Key_Minus, Qt::Key_Period, Qt::Key_Home,  Qt::Key_Backspace};
        QWidget* focus = QApplication::focusWidget();
        for (std::size_t i = 0; focus && i < 1 + pick(4); ++i)
            QTest::keyClick(focus, keys[pick(std::size(keys))]);
    }
    void selectARow() {
        const auto views = shown<QAbstractItemView>();
        if (views.empty())
            return;
        QAbstractItemView& view = *views[pick(views.size())];
        if (const int rows = view.model() ? view.model()->rowCount(view.rootIndex()) : 0; rows > 0)
            view.setCurrentIndex(view.model()->index(static_cast<int>(pick(static_cast<std::size_t>(rows))), 0));
    }
    void click() {
        std::vector<QAbstractButton*> buttons;
        for (QAbstractButton* button : shown<QAbstractButton>())
            if (const auto* tool = qobject_cast<QToolButton*>(button); !tool || !tool->menu())
                buttons.push_back(button);
        if (!buttons.empty())
            buttons[pick(buttons.size())]->click();
    }
    static void closeDialogs() {
        while (QWidget* popup = QApplication::activePopupWidget())
            popup->close();
        for (QWidget* top : QApplication::topLevelWidgets())
            if (qobject_cast<QDialog*>(top) && top->isVisible())
                top->close();
    }

    WindowDesk& m_desk;
    std::mt19937 m_random;
};

} // namespace

class TestRobot : public Test {
    Q_OBJECT
private slots:
    void init() { allowRemarksOnPopups(); }
    void theScenarioOnShowCanBeDeleted_data() {
        QTest::addColumn<int>("index");
        for (const int index : {0, 1, 5})
            QTest::addRow("number %d", index) << index;
    }
    void theScenarioOnShowCanBeDeleted() { // found by the walk: the selection moves on before the order of runs does
        QFETCH(int, index);
        QTemporaryDir dir;
        WindowDesk desk(dir.path().toStdString());
        desk.bench.session.openSample();
        QTRY_VERIFY(!desk.bench.runs.isBusy());
        const auto count = desk.bench.store.document().scenarios.size();
        desk.bench.selection.selectScenario(desk.bench.store.document().scenarios[std::size_t(index)]->id);
        QTRY_VERIFY(!desk.bench.runs.isBusy());
        desk.find<QAction>("deleteScenario")->trigger();
        QVERIFY(desk.bench.store.document().scenarios.size() <= count);
        QTRY_VERIFY(!desk.bench.runs.isBusy());
    }
    void itWalksWhereItLikes() {
        if (!forbidNetwork())
            qInfo("this kernel has no seccomp filters: sockets are not traced here");
        const int seconds = qEnvironmentVariableIntValue("ASSAY_ROBOT_SECONDS");
        const int seed = qEnvironmentVariableIntValue("ASSAY_ROBOT_SEED");
        QTemporaryDir dir;
        WindowDesk desk(dir.path().toStdString());
        desk.bench.session.openSample();
        Robot robot(desk, static_cast<unsigned>(seed));
        QElapsedTimer clock;
        clock.start();
        int steps = 0;
        do {
            for (int i = 0; i < 100 && !QTest::currentTestFailed(); ++i)
                robot.step();
            steps += 100;
            robot.saveAndReopen();
        } while (clock.elapsed() < 1000 * seconds && !QTest::currentTestFailed());
        qInfo("%d steps in %lld ms, %d undo steps at the end", steps, clock.elapsed(),
              desk.bench.store.undoStack().count());
    }
};

const Registered<TestRobot> registered("robot");

} // namespace assay::test

#include "tst_robot.moc"
