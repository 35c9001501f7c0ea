// FindBar: all hits at once, then stepping through them.
#include "ui/views/find_bar.h"

#include "ui/views/find_bar_search.h"
#include "ui/views/fonts.h"
#include "ui/views/look.h"
#include "ui/views/source_text.h"
#include "ui/views/tool_button.h"

#include <QtGui/QActionGroup>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenu>
#include <QtWidgets/QToolButton>

#include <algorithm>

namespace assay {

FindBar::FindBar(SourceText& text, QWidget* parent)
    : QFrame(parent),
      m_text(text),
      m_search(new FindBarSearch(this)),
      m_kindButton(toolButton(this, QStringLiteral("findKind"), {}, tr("What to search for (Alt+Down)"))),
      m_words(new QLineEdit),
      m_count(new QLabel),
      m_note(new QLabel),
      m_kinds(new QActionGroup(this)) {
    setObjectName(QStringLiteral("findBar"));
    m_words->setObjectName(QStringLiteral("findWords"));
    m_words->setAccessibleName(tr("Find in this source"));
    m_words->setClearButtonEnabled(true);
    m_words->installEventFilter(this);
    m_count->setObjectName(QStringLiteral("findCount"));
    m_note->setObjectName(QStringLiteral("findNote"));
    m_note->setFont(smallFont(font()));
    m_note->setWordWrap(true);
    m_note->hide();
    m_count->setForegroundRole(QPalette::PlaceholderText);
    for (QLabel* label : {m_count, m_note})
        label->setTextFormat(Qt::PlainText);
    buildKinds();
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(largeGap, smallGap, smallGap, smallGap);
    rows->setSpacing(3);
    rows->addLayout(buildRow());
    rows->addWidget(m_note);
    connect(m_words, &QLineEdit::textChanged, this, [this] { search(Then::showHit); });
    connect(m_search, &FindBarSearch::found, this, &FindBar::take);
    setKind(SearchKind::words);
    hide();
}

QHBoxLayout* FindBar::buildRow() {
    QToolButton* previous =
        button(QStringLiteral("findPrevious"), QStringLiteral("\u2191"), tr("Previous hit (Shift+Enter)"));
    QToolButton* next = button(QStringLiteral("findNext"), QStringLiteral("\u2193"), tr("Next hit (Enter)"));
    QToolButton* end = button(QStringLiteral("findClose"), QStringLiteral("\u00D7"), tr("Close search (Esc)"));
    auto* row = new QHBoxLayout;
    row->setSpacing(smallGap);
    row->addWidget(m_kindButton);
    row->addWidget(m_words, 1);
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

/// Alt and a digit choose a mode from anywhere in the bar.
void FindBar::buildKinds() {
    auto* menu = new QMenu(m_kindButton);
    for (const SearchKind kind : searchKinds) {
        QAction* action = menu->addAction(searchKindName(kind));
        action->setObjectName(QStringLiteral("findKind%1").arg(static_cast<int>(kind)));
        action->setCheckable(true);
        action->setData(static_cast<int>(kind));
        action->setShortcut(QKeySequence(Qt::ALT | static_cast<Qt::Key>(Qt::Key_1 + static_cast<int>(kind))));
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        m_kinds->addAction(action);
        addAction(action);
        connect(action, &QAction::triggered, this, [this, kind] {
            setKind(kind);
            m_words->setFocus(Qt::OtherFocusReason);
        });
    }
    m_kindButton->setMenu(menu);
    m_kindButton->setPopupMode(QToolButton::InstantPopup);
}

void FindBar::setKind(SearchKind kind) {
    m_kind = kind;
    m_kinds->actions().at(static_cast<int>(kind))->setChecked(true);
    m_kindButton->setText(searchKindLabel(kind));
    m_kindButton->setAccessibleName(tr("Search mode: %1").arg(searchKindName(kind)));
    m_words->setPlaceholderText(searchKindHint(kind));
    search(Then::showHit);
}

void FindBar::open() {
    show();
    const QString words = m_text.textCursor().selectedText();
    if (!words.isEmpty() && !words.contains(QChar::ParagraphSeparator) && m_kind != SearchKind::expression)
        m_words->setText(words);
    m_words->setFocus(Qt::ShortcutFocusReason);
    m_words->selectAll();
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
    showNote(wantedNote(m_kind, m_words->text()));
    if (m_noted.refused || m_words->text().isEmpty() || !isVisible()) {
        m_text.setHits({});
        return;
    }
    m_count->setText(tr("searching\u2026"));
    const QString wanted = m_kind == SearchKind::quantity ? m_words->text().trimmed() : m_words->text();
    m_search->request(m_kind, wanted.toStdString());
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
    m_words->setAccessibleDescription(m_count->text());
    if (m_hit >= 0)
        m_text.select(m_hits.ranges[static_cast<std::size_t>(m_hit)]);
}

void FindBar::showNote(WantedNote note) {
    m_noted = std::move(note);
    m_note->setText(m_noted.text);
    m_note->setVisible(!m_noted.text.isEmpty());
    m_words->setAccessibleDescription(m_noted.text);
    paintNote();
}

void FindBar::paintNote() {
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText,
                    m_noted.refused ? refusedColor(colors) : colors.color(QPalette::PlaceholderText));
    m_note->setPalette(colors);
}

void FindBar::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        paintNote();
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
    if (watched != m_words || event->type() != QEvent::KeyPress)
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
        m_kindButton->showMenu();
        return true;
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace assay
