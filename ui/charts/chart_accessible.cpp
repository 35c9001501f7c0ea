// What a screen reader sees of a chart: its title and summary, a child for each datum that says what the tip
// says, and one for each handle.
#include "ui/charts/chart_view.h"

#include <QtGui/QAccessible>
#include <QtWidgets/QAccessibleWidget>

#include <vector>

namespace assay {
namespace {

/// One datum or, behind the data, one handle; dies with its parent's list.
class DatumAccessible : public QAccessibleInterface {
public:
    DatumAccessible(ChartView* view, int child) : m_view(view), m_child(child) {}

    bool isValid() const override { return m_view && m_child < m_view->datumCount() + m_view->handleCount(); }
    QObject* object() const override { return nullptr; }
    QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    QAccessibleInterface* parent() const override {
        return m_view ? QAccessible::queryAccessibleInterface(m_view) : nullptr;
    }
    QAccessibleInterface* child(int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    QString text(QAccessible::Text kind) const override {
        if (kind != QAccessible::Name || !m_view)
            return {};
        return isHandle() ? m_view->handleText(handle()) : m_view->datumText(m_child);
    }
    void setText(QAccessible::Text, const QString&) override {}
    QRect rect() const override {
        const QRect box = !m_view ? QRect() : isHandle() ? m_view->handleRect(handle()) : m_view->datumRect(m_child);
        return box.isNull() ? QRect() : QRect(m_view->mapToGlobal(box.topLeft()), box.size());
    }
    QAccessible::Role role() const override { return isHandle() ? QAccessible::Slider : QAccessible::ListItem; }
    QAccessible::State state() const override {
        QAccessible::State state;
        state.focusable = true;
        state.focused = m_view && m_view->hasFocus()
                        && (isHandle() ? m_view->currentHandle() == handle()
                                       : m_view->currentHandle() < 0 && m_view->currentDatum() == m_child);
        return state;
    }

private:
    bool isHandle() const { return m_view && m_child >= m_view->datumCount(); }
    int handle() const { return m_child - m_view->datumCount(); }

    QPointer<ChartView> m_view;
    int m_child;
};

class ChartAccessible : public QAccessibleWidget {
public:
    explicit ChartAccessible(ChartView* view) : QAccessibleWidget(view, QAccessible::Chart), m_view(view) {}
    ~ChartAccessible() override { forget(); }

    int childCount() const override { return m_view->datumCount() + m_view->handleCount(); }
    QAccessibleInterface* child(int index) const override {
        if (index < 0 || index >= childCount())
            return nullptr;
        if (m_ids.size() != static_cast<std::size_t>(childCount())) {
            forget();
            m_ids.assign(static_cast<std::size_t>(childCount()), 0);
        }
        QAccessible::Id& id = m_ids[static_cast<std::size_t>(index)];
        if (id == 0)
            id = QAccessible::registerAccessibleInterface(new DatumAccessible(m_view, index));
        return QAccessible::accessibleInterface(id);
    }
    int indexOfChild(const QAccessibleInterface* wanted) const override {
        for (std::size_t i = 0; i < m_ids.size(); ++i)
            if (m_ids[i] != 0 && QAccessible::accessibleInterface(m_ids[i]) == wanted)
                return static_cast<int>(i);
        return -1;
    }
    QAccessibleInterface* childAt(int x, int y) const override {
        for (int i = childCount() - 1; i >= 0; --i) // a handle lies upon the data
            if (child(i)->rect().contains(QPoint(x, y)))
                return child(i);
        return nullptr;
    }
    QAccessibleInterface* focusChild() const override {
        const int handle = m_view->currentHandle();
        return child(handle >= 0 ? m_view->datumCount() + handle : m_view->currentDatum());
    }

private:
    void forget() const {
        for (const QAccessible::Id id : m_ids)
            if (id != 0)
                QAccessible::deleteAccessibleInterface(id);
        m_ids.clear();
    }

    ChartView* m_view;
    mutable std::vector<QAccessible::Id> m_ids; ///< 0: not made yet
};

QAccessibleInterface* chartFactory(const QString&, QObject* object) {
    auto* view = qobject_cast<ChartView*>(object);
    return view ? new ChartAccessible(view) : nullptr;
}

} // namespace

void installChartAccessibility() { QAccessible::installFactory(chartFactory); }

} // namespace assay
