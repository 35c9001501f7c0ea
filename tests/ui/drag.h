// A drag as a hand does it, for tests. QtTest has none.
#pragma once

#include <QtCore/QCoreApplication>
#include <QtGui/QMouseEvent>
#include <QtWidgets/QWidget>

#include <functional>

namespace assay::test {

/// Sends one mouse event to the widget; moves have the button held when `held` says so.
inline void sendMouse(QWidget& widget, QEvent::Type type, QPointF at, Qt::MouseButtons held,
                      Qt::KeyboardModifiers keys = Qt::NoModifier) {
    QMouseEvent event(type, at, widget.mapToGlobal(at), type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton, held,
                      keys);
    QCoreApplication::sendEvent(&widget, &event);
    QCoreApplication::processEvents();
}

/// Press, `steps` moves and release, each event handled before the next. `before` is called while the button is still
/// held.
inline void drag(QWidget& widget, QPointF from, QPointF to, int steps, Qt::KeyboardModifiers keys = Qt::NoModifier,
                 const std::function<void()>& before = {}) {
    sendMouse(widget, QEvent::MouseButtonPress, from, Qt::LeftButton, keys);
    for (int i = 1; i <= steps; ++i)
        sendMouse(widget, QEvent::MouseMove, from + (to - from) * i / steps, Qt::LeftButton, keys);
    if (before)
        before();
    sendMouse(widget, QEvent::MouseButtonRelease, to, Qt::NoButton, keys);
}

} // namespace assay::test
