// SearchField and NoteLabel.
#include "ui/views/search_field.h"

#include "ui/views/fonts.h"
#include "ui/views/look.h"
#include "ui/views/tool_button.h"

#include <QtCore/QEvent>
#include <QtGui/QAction>
#include <QtGui/QActionGroup>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenu>
#include <QtWidgets/QToolButton>

namespace assay {

SearchField::SearchField(const QString& name, const QString& accessibleName, QWidget* parent)
    : QWidget(parent),
      m_button(toolButton(this, name + QStringLiteral("Kind"), {}, tr("What to search for (Alt+Down)"))),
      m_words(new QLineEdit),
      m_kinds(new QActionGroup(this)) {
    m_words->setObjectName(name + QStringLiteral("Words"));
    m_words->setAccessibleName(accessibleName);
    m_words->setClearButtonEnabled(true);
    setFocusProxy(m_words);
    buildKinds(name);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(smallGap);
    row->addWidget(m_button);
    row->addWidget(m_words, 1);
    connect(m_words, &QLineEdit::textChanged, this, &SearchField::edited);
    setKind(SearchKind::words);
}

/// Alt and a digit choose a kind.
void SearchField::buildKinds(const QString& name) {
    auto* menu = new QMenu(m_button);
    for (const SearchKind kind : searchKinds) {
        QAction* action = menu->addAction(searchKindName(kind));
        action->setObjectName(name + QStringLiteral("Kind%1").arg(static_cast<int>(kind)));
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
    m_button->setMenu(menu);
    m_button->setPopupMode(QToolButton::InstantPopup);
}

void SearchField::setKind(SearchKind kind) {
    m_kind = kind;
    m_kinds->actions().at(static_cast<int>(kind))->setChecked(true);
    m_button->setText(searchKindLabel(kind));
    m_button->setAccessibleName(tr("Search mode: %1").arg(searchKindName(kind)));
    m_words->setPlaceholderText(searchKindHint(kind));
    emit edited();
}

QString SearchField::typed() const { return m_words->text(); }

std::string SearchField::wanted() const {
    return (m_kind == SearchKind::quantity ? typed().trimmed() : typed()).toStdString();
}

void SearchField::showKinds() { m_button->showMenu(); }

NoteLabel::NoteLabel(const QString& objectName, QWidget* parent) : QLabel(parent) {
    setObjectName(objectName);
    setTextFormat(Qt::PlainText);
    setFont(smallFont(font()));
    setWordWrap(true);
    hide();
}

void NoteLabel::setNote(WantedNote note) {
    m_note = std::move(note);
    setText(m_note.text);
    setVisible(!m_note.text.isEmpty());
    paintNote();
}

void NoteLabel::paintNote() {
    QPalette colors = parentWidget() ? parentWidget()->palette() : palette();
    colors.setColor(QPalette::WindowText,
                    m_note.refused ? refusedColor(colors) : colors.color(QPalette::PlaceholderText));
    if (colors != palette())
        setPalette(colors);
}

void NoteLabel::changeEvent(QEvent* event) {
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        paintNote();
}

} // namespace assay
