// What a screen reader sees of a chart: its title and summary, and a child for each datum that says what the tip says.
#include "ui/charts/chart_view.h"

#include <QtGui/QAccessible>
#include <QtWidgets/QAccessibleWidget>

#include <vector>

namespace assay {
namespace {

/// One datum; dies with its parent's list.
class DatumAccessible : public QAccessibleInterface {
public:
    DatumAccessible(ChartView* view, int datum) : m_view(view), m_datum(datum) {}

    bool isValid() const override { return m_view && m_datum < m_view->datumCount(); }
    QObject* object() const override { return nullptr; }
    QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    QAccessibleInterface* parent() const override {
        return m_view ? QAccessible::queryAccessibleInterface(m_view) : nullptr;
    }
    QAccessibleInterface* child(int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    QString text(QAccessible::Text kind) const override {
        return kind == QAccessible::Name && m_view ? m_view->datumText(m_datum) : QString();
    }
    void setText(QAccessible::Text, const QString&) override {}
    QRect rect() const override {
        const QRect box = m_view ? m_view->datumRect(m_datum) : QRect();
        return box.isNull() ? QRect() : QRect(m_view->mapToGlobal(box.topLeft()), box.size());
    }
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    QAccessible::State state() const override {
        QAccessible::State state;
        state.focusable = true;
        state.focused = m_view && m_view->hasFocus() && m_view->currentDatum() == m_datum;
        return state;
    }

private:
    QPointer<ChartView> m_view;
    int m_datum;
};

class ChartAccessible : public QAccessibleWidget {
public:
    explicit ChartAccessible(ChartView* view) : QAccessibleWidget(view, QAccessible::Chart), m_view(view) {}
    ~ChartAccessible() override { forget(); }

    int childCount() const override { return m_view->datumCount(); }
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
        const QPoint at = m_view->mapFromGlobal(QPoint(x, y));
        for (int i = 0; i < childCount(); ++i)
            if (m_view->datumRect(i).contains(at))
                return child(i);
        return nullptr;
    }
    QAccessibleInterface* focusChild() const override { return child(m_view->currentDatum()); }

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
