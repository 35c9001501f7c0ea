// FindBar: all hits at once, then stepping through them.
#include "ui/views/find_bar.h"

#include "ui/views/find_bar_search.h"
#include "ui/views/look.h"
#include "ui/views/search_field.h"
#include "ui/views/source_text.h"
#include "ui/views/tool_button.h"

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
      m_search(new FindBarSearch(this)),
      m_field(new SearchField(QStringLiteral("find"), tr("Find in this source"))),
      m_count(new QLabel),
      m_note(new NoteLabel(QStringLiteral("findNote"))) {
    setObjectName(QStringLiteral("findBar"));
    m_field->words().installEventFilter(this);
    m_count->setObjectName(QStringLiteral("findCount"));
    m_count->setForegroundRole(QPalette::PlaceholderText);
    m_count->setTextFormat(Qt::PlainText);
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(largeGap, smallGap, smallGap, smallGap);
    rows->setSpacing(3);
    rows->addLayout(buildRow());
    rows->addWidget(m_note);
    connect(m_field, &SearchField::edited, this, [this] { search(Then::showHit); });
    connect(m_search, &FindBarSearch::found, this, &FindBar::take);
    hide();
}

QHBoxLayout* FindBar::buildRow() {
    QToolButton* previous =
        button(QStringLiteral("findPrevious"), QStringLiteral("\u2191"), tr("Previous hit (Shift+Enter)"));
    QToolButton* next = button(QStringLiteral("findNext"), QStringLiteral("\u2193"), tr("Next hit (Enter)"));
    QToolButton* end = button(QStringLiteral("findClose"), QStringLiteral("\u00D7"), tr("Close search (Esc)"));
    auto* row = new QHBoxLayout;
    row->setSpacing(smallGap);
    row->addWidget(m_field, 1);
    row->addWidget(m_count);
    for (QToolButton* tool : {previous, next, end})
        row->addWidget(tool);
    connect(previous, &QToolButton::clicked, this, [this] { step(-1); });
    connect(next, &QToolButton::clicked, this, [this] { step(1); });
    connect(end, &QToolButton::clicked, this, &FindBar::close);
    return row;
}

QToolButton* FindBar::button(const QString& objectName, const QString& sign, const QString& name) {
    QToolButton* made = toolButton(this, objectName, sign, name);
    made->setAutoRaise(true);
    return made;
}

void FindBar::setKind(SearchKind kind) { m_field->setKind(kind); }

void FindBar::open() {
    show();
    const QString words = m_text.textCursor().selectedText();
    if (!words.isEmpty() && !words.contains(QChar::ParagraphSeparator) && m_field->kind() != SearchKind::expression)
        m_field->words().setText(words);
    m_field->words().setFocus(Qt::ShortcutFocusReason);
    m_field->words().selectAll();
    search(Then::showHit);
}

void FindBar::setSource(const std::string& utf8, const std::string& language) {
    if (m_search->setText(utf8, language) && isVisible())
        search(Then::stay);
}

void FindBar::search(Then then) {
    m_then = then;
    m_hits = {};
    m_hit = -1;
    m_count->clear();
    m_search->cancel();
    showNote(wantedNote(m_field->kind(), m_field->typed()));
    if (m_note->note().refused || m_field->typed().isEmpty() || !isVisible()) {
        m_text.setHits({});
        return;
    }
    m_count->setText(tr("searching\u2026"));
    m_search->request(m_field->kind(), m_field->wanted());
}

void FindBar::take(const TextHits& hits) {
    m_hits = hits;
    m_text.setHits(hits.ranges);
    if (const QString end = earlyEndText(hits, m_text.map().codePoints()); !end.isEmpty())
        showNote({end, true});
    if (m_then == Then::showHit && !m_hits.ranges.empty())
        step(1);
    else
        showHit();
}

std::size_t FindBar::here() const { return m_text.map().codePoint(m_text.textCursor().selectionStart()); }

void FindBar::step(int by) {
    if (!isVisible()) {
        open();
        return;
    }
    if (m_hits.ranges.empty())
        return;
    const auto size = static_cast<int>(m_hits.ranges.size());
    if (m_hit < 0) {
        const auto next =
            std::lower_bound(m_hits.ranges.begin(), m_hits.ranges.end(), here(),
                             [](const TextRange& range, std::size_t place) { return range.start < place; });
        m_hit = static_cast<int>(next - m_hits.ranges.begin()) + (by < 0 ? -1 : 0);
    } else {
        m_hit += by;
    }
    m_hit = (m_hit + size) % size;
    showHit();
}

void FindBar::showHit() {
    m_count->setText(countText(m_hits, m_hit));
    m_field->words().setAccessibleDescription(m_count->text());
    if (m_hit >= 0)
        m_text.select(m_hits.ranges[static_cast<std::size_t>(m_hit)]);
}

void FindBar::showNote(WantedNote note) {
    m_field->words().setAccessibleDescription(note.text);
    m_note->setNote(std::move(note));
}

void FindBar::close() {
    m_search->cancel();
    m_text.setHits({});
    hide();
    m_text.setFocus(Qt::OtherFocusReason);
}

void FindBar::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QFrame::keyPressEvent(event);
}

bool FindBar::eventFilter(QObject* watched, QEvent* event) {
    if (watched != &m_field->words() || event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    if (key->key() == Qt::Key_Escape) {
        close();
        return true;
    }
    if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
        step(key->modifiers() & Qt::ShiftModifier ? -1 : 1);
        return true;
    }
    if (key->key() == Qt::Key_Down && (key->modifiers() & Qt::AltModifier)) {
        m_field->showKinds();
        return true;
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace assay
