// Pane: header row above content.
#include "ui/views/pane.h"

#include "ui/views/fonts.h"
#include "ui/views/look.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>

namespace assay {

Pane::Pane(const QString& objectName, const QString& title, QWidget* parent)
    : QFrame(parent),
      m_head(new QWidget),
      m_title(new QLabel(title)),
      m_count(new QLabel),
      m_header(new QHBoxLayout(m_head)),
      m_layout(new QVBoxLayout(this)) {
    setObjectName(objectName);
    setAccessibleName(title);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setFont(boldFont(font()));
    m_count->setTextFormat(Qt::PlainText);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    m_header->setContentsMargins(largeGap, smallGap, smallGap, smallGap);
    m_header->setSpacing(smallGap);
    m_header->addWidget(m_title);
    m_header->addWidget(m_count);
    m_header->addStretch(1);
    m_layout->setContentsMargins(1, 1, 1, 3);
    m_layout->setSpacing(0);
    m_layout->addWidget(m_head);
    m_head->setHidden(title.isEmpty());
}

void Pane::setTitle(const QString& title) {
    m_title->setText(title);
    setAccessibleName(title);
    emit headingChanged(heading());
}

void Pane::setCount(const QString& text) {
    m_count->setText(text);
    emit headingChanged(heading());
}

QString Pane::heading() const {
    return m_count->text().isEmpty() ? m_title->text() : m_title->text() + QStringLiteral("  ") + m_count->text();
}

QWidget* Pane::lendHeader() {
    m_layout->removeWidget(m_head);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_title->hide();
    m_count->hide();
    setProperty("inTab", true);
    return m_head;
}

void Pane::addTool(QWidget* tool) { m_header->addWidget(tool); }

void Pane::addContent(QWidget* content, int stretch) { m_layout->addWidget(content, stretch); }

QLabel* emptyLabel() {
    auto* label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setAlignment(Qt::AlignCenter);
    label->setWordWrap(true);
    label->setMargin(2 * largeGap);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

} // namespace assay
