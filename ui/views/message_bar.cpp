// MessageBar: a row that comes and goes.
#include "ui/views/message_bar.h"

#include "ui/views/fonts.h"
#include "ui/views/look.h"
#include "ui/views/notice.h"

#include <QtGui/QAccessible>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStyle>
#include <QtWidgets/QToolButton>

#include <chrono>

namespace assay {

using namespace std::chrono_literals;

MessageBar::MessageBar(QWidget* parent)
    : QFrame(parent),
      m_text(new QLabel),
      m_button(new QPushButton),
      m_close(new QToolButton) {
    setObjectName(QStringLiteral("messageBar"));
    setAccessibleName(tr("Message"));
    m_text->setObjectName(QStringLiteral("messageText"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_button->setObjectName(QStringLiteral("messageAction"));
    m_button->setAccessibleName(tr("Undo"));
    m_close->setObjectName(QStringLiteral("messageClose"));
    m_close->setText(QStringLiteral("\u00D7"));
    m_close->setAutoRaise(true);
    m_close->setAccessibleName(tr("Close message"));
    m_close->setToolTip(tr("Close message"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(largeGap + smallGap, smallGap, smallGap, smallGap);
    layout->setSpacing(largeGap);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_button);
    layout->addWidget(m_close);
    m_timer.setSingleShot(true);
    m_timer.setInterval(8s);
    connect(&m_timer, &QTimer::timeout, this, &MessageBar::clear);
    connect(m_close, &QToolButton::clicked, this, &MessageBar::clear);
    connect(m_button, &QPushButton::clicked, this, [this] {
        const auto action = m_action;
        clear();
        if (action)
            action();
    });
    hide();
}

void MessageBar::showError(const QString& sentence) {
    m_button->hide();
    m_action = {};
    m_timer.stop();
    show(Tone::error, sentence);
}

void MessageBar::showDone(const QString& sentence, const QString& button, std::function<void()> action) {
    showLasting(sentence, button, std::move(action));
    m_timer.start();
}

void MessageBar::showLasting(const QString& sentence, const QString& button, std::function<void()> action) {
    m_timer.stop();
    m_button->setText(button);
    if (!button.isEmpty())
        m_button->setAccessibleName(button);
    m_button->setVisible(!button.isEmpty());
    m_action = std::move(action);
    show(Tone::done, sentence);
}

void MessageBar::clear() {
    m_timer.stop();
    m_action = {};
    m_text->clear();
    hide();
}

QString MessageBar::text() const { return m_text->text(); }

void MessageBar::show(Tone tone, const QString& sentence) {
    m_tone = tone;
    m_text->setText(sentence);
    setVisible(true);
    update();
    QAccessibleEvent event(m_text, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void MessageBar::paintEvent(QPaintEvent*) {
    paintNotice(*this, m_tone == Tone::error ? refusedColor(palette()) : palette().color(QPalette::Highlight));
}

} // namespace assay
