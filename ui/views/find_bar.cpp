// FindBar: all hits at once, then stepping through them.
#include "ui/views/find_bar.h"

#include "ui/views/look.h"
#include "ui/views/source_text.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QToolButton>

#include <algorithm>

namespace assay {

FindBar::FindBar(SourceText& text, QWidget* parent)
    : QFrame(parent),
      m_text(text),
      m_words(new QLineEdit),
      m_count(new QLabel) {
    setObjectName(QStringLiteral("findBar"));
    m_words->setObjectName(QStringLiteral("findWords"));
    m_words->setAccessibleName(tr("Find in this source"));
    m_words->setPlaceholderText(tr("Find in this source"));
    m_words->setClearButtonEnabled(true);
    m_words->installEventFilter(this);
    m_count->setTextFormat(Qt::PlainText);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    QToolButton* previous =
        button(QStringLiteral("findPrevious"), QStringLiteral("\u2191"), tr("Previous hit (Shift+Enter)"));
    QToolButton* next = button(QStringLiteral("findNext"), QStringLiteral("\u2193"), tr("Next hit (Enter)"));
    QToolButton* close = button(QStringLiteral("findClose"), QStringLiteral("\u00D7"), tr("Close search (Esc)"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(largeGap, smallGap, smallGap, smallGap);
    layout->setSpacing(smallGap);
    layout->addWidget(m_words, 1);
    layout->addWidget(m_count);
    for (QToolButton* tool : {previous, next, close})
        layout->addWidget(tool);
    connect(m_words, &QLineEdit::textChanged, this, &FindBar::search);
    connect(previous, &QToolButton::clicked, this, [this] { step(-1); });
    connect(next, &QToolButton::clicked, this, [this] { step(1); });
    connect(close, &QToolButton::clicked, this, [this] {
        hide();
        m_text.setFocus(Qt::OtherFocusReason);
    });
    hide();
}

QToolButton* FindBar::button(const QString& objectName, const QString& sign, const QString& name) {
    auto* made = new QToolButton;
    made->setObjectName(objectName);
    made->setText(sign);
    made->setAccessibleName(name);
    made->setToolTip(name);
    made->setAutoRaise(true);
    return made;
}

void FindBar::open() {
    show();
    const QString words = m_text.textCursor().selectedText();
    if (!words.isEmpty() && !words.contains(QChar::ParagraphSeparator))
        m_words->setText(words);
    m_words->setFocus(Qt::ShortcutFocusReason);
    m_words->selectAll();
    search();
}

void FindBar::refresh() {
    if (isVisible())
        search();
}

void FindBar::search() {
    m_hits.clear();
    const QString words = m_words->text();
    const QString& shown = m_text.map().display();
    for (qsizetype at = 0; !words.isEmpty() && (at = shown.indexOf(words, at, Qt::CaseInsensitive)) >= 0;
         at += words.size())
        m_hits.push_back(static_cast<int>(at));
    const int here = m_text.textCursor().selectionStart();
    const auto next = std::lower_bound(m_hits.begin(), m_hits.end(), here);
    m_hit = m_hits.empty() ? -1 : next == m_hits.end() ? 0 : static_cast<int>(next - m_hits.begin());
    showHit();
}

void FindBar::step(int by) {
    if (m_hits.empty())
        return;
    const int size = static_cast<int>(m_hits.size());
    m_hit = (m_hit + by + size) % size;
    showHit();
}

void FindBar::showHit() {
    if (m_hit < 0) {
        m_count->setText(m_words->text().isEmpty() ? QString() : tr("no hit"));
        return;
    }
    m_count->setText(tr("%1 of %2").arg(m_hit + 1).arg(m_hits.size()));
    const int start = m_hits[static_cast<std::size_t>(m_hit)];
    const int end = start + static_cast<int>(m_words->text().size());
    m_text.select(TextRange{m_text.map().codePoint(start), m_text.map().codePoint(end)});
}

bool FindBar::eventFilter(QObject* watched, QEvent* event) {
    if (watched != m_words || event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    if (key->key() == Qt::Key_Escape) {
        hide();
        m_text.setFocus(Qt::OtherFocusReason);
        return true;
    }
    if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
        step(key->modifiers() & Qt::ShiftModifier ? -1 : 1);
        return true;
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace assay
