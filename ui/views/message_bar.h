// MessageBar: one sentence to the user at the foot of the window, in place of a message box. What was done goes away by
// itself; what went wrong stays until it is closed or followed by something else.
#pragma once

#include <QtCore/QTimer>
#include <QtWidgets/QFrame>

#include <functional>

class QLabel;
class QPushButton;
class QToolButton;

namespace assay {

class MessageBar : public QFrame {
    Q_OBJECT
public:
    explicit MessageBar(QWidget* parent = nullptr);

    void showError(const QString& sentence);
    /// With a button when it is named: "Undo".
    void showDone(const QString& sentence, const QString& button = {}, std::function<void()> action = {});
    /// Stays until something else is shown or it is cleared.
    void showLasting(const QString& sentence, const QString& button, std::function<void()> action);
    void clear();
    QString text() const; ///< empty when nothing is shown

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    enum class Tone { done, error };
    void show(Tone tone, const QString& sentence);

    QLabel* m_text;
    QPushButton* m_button;
    QToolButton* m_close;
    QTimer m_timer;
    std::function<void()> m_action;
    Tone m_tone = Tone::done;
};

} // namespace assay
