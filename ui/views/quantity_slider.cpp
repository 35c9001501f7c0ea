// QuantitySlider: hand and keyboard to wishes, reading to picture.
#include "ui/views/quantity_slider.h"

#include "ui/views/fonts.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QMouseEvent>
#include <QtGui/QPainter>

#include <cmath>

namespace assay {

namespace {

constexpr double radius = 7;        ///< px, of the handle
constexpr double margin = 10;       ///< px beside the groove: handle and its focus ring fit
constexpr double spreadPixels = 60; ///< px of Shift+drag that change the spread by a factor of e
constexpr double keyStep = 0.005;   ///< of the range
constexpr double keySpread = 1.1;
constexpr int keyRunEnds = 700; ///< ms without a key press
constexpr int positions = 1000; ///< what assistive technology sees

} // namespace

QuantitySlider::QuantitySlider(QWidget* parent) : QSlider(Qt::Horizontal, parent) {
    setRange(0, positions);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_keyRun.setSingleShot(true);
    m_keyRun.setInterval(keyRunEnds);
    connect(&m_keyRun, &QTimer::timeout, this, &QuantitySlider::end);
    connect(this, &QSlider::valueChanged, this, [this](int value) { // set by assistive technology
        begin(Gesture::keys);
        m_keyRun.start();
        moveTo(static_cast<double>(value) / positions);
    });
}

void QuantitySlider::setReading(const SliderScale& scale, const InputReading& reading) {
    m_scale = scale;
    m_reading = reading;
    const QSignalBlocker quiet(this);
    setValue(static_cast<int>(std::lround(positionOf(scale, reading.p50) * positions)));
    update();
}

QSize QuantitySlider::sizeHint() const { return {180, 24}; }

QSize QuantitySlider::minimumSizeHint() const { return {96, 24}; }

double QuantitySlider::xOf(double value) const { return margin + positionOf(m_scale, value) * (width() - 2 * margin); }

double QuantitySlider::positionAt(double x) const { return (x - margin) / (width() - 2 * margin); }

void QuantitySlider::begin(Gesture gesture) {
    if (m_gesture == gesture)
        return;
    end();
    m_gesture = gesture;
    m_spread = 1;
    emit gestureBegan();
}

void QuantitySlider::end() {
    m_keyRun.stop();
    if (m_gesture == Gesture::none)
        return;
    m_gesture = Gesture::none;
    emit gestureEnded();
}

void QuantitySlider::moveTo(double position) {
    const double median = valueAt(m_scale, position);
    if (median != m_reading.p50)
        emit medianMoved(median);
}

void QuantitySlider::scaleSpreadBy(double factor) {
    if (m_reading.fixed || factor == m_spread)
        return;
    m_spread = factor;
    emit spreadScaled(factor);
}

void QuantitySlider::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) {
        event->ignore();
        return;
    }
    m_pressX = event->position().x();
    const double fromHandle = m_pressX - xOf(m_reading.p50);
    m_grab = std::abs(fromHandle) <= radius + 2 ? fromHandle : 0;
    begin(event->modifiers().testFlag(Qt::ShiftModifier) ? Gesture::spread : Gesture::median);
    if (m_gesture == Gesture::median && m_grab == 0)
        moveTo(positionAt(m_pressX));
    update();
}

void QuantitySlider::mouseMoveEvent(QMouseEvent* event) {
    const double x = event->position().x();
    if (m_gesture == Gesture::median && (x != m_pressX || m_grab == 0))
        moveTo(positionAt(x - m_grab));
    else if (m_gesture == Gesture::spread)
        scaleSpreadBy(std::exp((x - m_pressX) / spreadPixels));
}

void QuantitySlider::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton)
        end();
    update();
}

bool QuantitySlider::stepBy(double steps) {
    begin(Gesture::keys);
    m_keyRun.start();
    moveTo(positionOf(m_scale, m_reading.p50) + steps * keyStep);
    return true;
}

void QuantitySlider::keyPressEvent(QKeyEvent* event) {
    const bool more = event->key() == Qt::Key_Right || event->key() == Qt::Key_Up;
    const bool less = event->key() == Qt::Key_Left || event->key() == Qt::Key_Down;
    if (event->key() == Qt::Key_Escape && m_gesture != Gesture::none) {
        m_keyRun.stop();
        m_gesture = Gesture::none;
        emit gesturePutBack();
        update();
        return;
    }
    if ((more || less) && event->modifiers().testFlag(Qt::ShiftModifier)) {
        begin(Gesture::keys);
        m_keyRun.start();
        scaleSpreadBy(more ? m_spread * keySpread : m_spread / keySpread);
    } else if (more || less) {
        stepBy(more ? 1 : -1);
    } else if (event->key() == Qt::Key_PageUp || event->key() == Qt::Key_PageDown) {
        if (event->modifiers().testFlag(Qt::ControlModifier))
            event->ignore(); // steps through the scenarios
        else
            stepBy(event->key() == Qt::Key_PageUp ? 20 : -20);
    } else if (event->key() == Qt::Key_Home || event->key() == Qt::Key_End) {
        stepBy((event->key() == Qt::Key_End ? 1 : -1) / keyStep);
    } else {
        event->ignore();
    }
}

void QuantitySlider::wheelEvent(QWheelEvent* event) { event->ignore(); } // the wheel scrolls the panel, it never edits

void QuantitySlider::focusOutEvent(QFocusEvent* event) {
    end();
    QSlider::focusOutEvent(event);
}

void QuantitySlider::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double y = height() / 2.0;
    const QColor accent = isEnabled() ? palette().color(QPalette::Highlight) : palette().color(QPalette::Mid);
    const QColor window = palette().color(QPalette::Window);
    painter.setPen(Qt::NoPen);
    painter.setBrush(mixed(palette().color(QPalette::WindowText), window, 0.25));
    painter.drawRoundedRect(QRectF(margin, y - 2, width() - 2 * margin, 4), 2, 2);
    if (!m_reading.fixed) {
        const double left = xOf(m_reading.p5);
        painter.setBrush(mixed(accent, window, 0.55));
        painter.drawRoundedRect(QRectF(left, y - 3, std::max(2.0, xOf(m_reading.p95) - left), 6), 3, 3);
    }
    const QPointF middle(xOf(m_reading.p50), y);
    if (hasFocus()) {
        painter.setPen(QPen(accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(middle, radius + 2.5, radius + 2.5);
    }
    const bool taken = m_gesture == Gesture::median || m_gesture == Gesture::spread;
    painter.setPen(QPen(accent, 2));
    painter.setBrush(taken          ? accent
                     : underMouse() ? mixed(accent, palette().color(QPalette::Base), 0.3)
                                    : palette().color(QPalette::Base));
    painter.drawEllipse(middle, radius - 1, radius - 1);
}

} // namespace assay
