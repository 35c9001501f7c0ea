// QuantitySlider: a slider whose handle is the median and whose band is the 90 % interval. A drag moves the median,
// Shift+drag the spread. It tells what the hand wants and leaves the value to its owner.
#pragma once

#include "ui/views/input_scale.h"

#include <QtCore/QTimer>
#include <QtWidgets/QSlider>

namespace assay {

class QuantitySlider : public QSlider {
    Q_OBJECT
public:
    explicit QuantitySlider(QWidget* parent = nullptr);

    /// Shows a value; tells nobody.
    void setReading(const SliderScale& scale, const InputReading& reading);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void gestureBegan();              ///< a drag, or a run of key presses
    void medianMoved(double median);  ///< declared unit
    void spreadScaled(double factor); ///< of the spread when the gesture began
    void gestureEnded();
    void gesturePutBack(); ///< Esc: ends it too

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    enum class Gesture { none, median, spread, keys };

    void moveTo(double position);
    bool stepBy(double steps);
    void scaleSpreadBy(double factor);
    void begin(Gesture gesture);
    void end();
    double xOf(double value) const;
    double positionAt(double x) const;

    SliderScale m_scale;
    InputReading m_reading;
    Gesture m_gesture = Gesture::none;
    double m_grab = 0; ///< px from the handle's middle to where it was taken
    double m_pressX = 0;
    double m_spread = 1; ///< factor since the gesture began
    QTimer m_keyRun;     ///< a run of key presses ends when it does
};

} // namespace assay
