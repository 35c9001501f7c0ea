// ClaimDelegate: painting and editors.
#include "ui/views/claim_delegate.h"

#include "ui/text/utf8_text.h"
#include "ui/views/cell_editor.h"
#include "ui/views/fonts.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QComboBox>

namespace assay {

namespace {

std::optional<ClaimField> fieldAt(const QModelIndex& index) {
    return claimColumn(static_cast<ClaimColumn>(index.column())).field;
}

} // namespace

ClaimDelegate::ClaimDelegate(const ClaimsModel& model, QAbstractItemView& view)
    : RowDelegate(&view),
      m_model(model),
      m_view(view) {}

QWidget* ClaimDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem&, const QModelIndex& index) const {
    const Claim* claim = m_model.claimOf(index);
    const std::optional<ClaimField> field = fieldAt(index);
    if (!claim || !field)
        return nullptr;
    if (const auto choices = choicesFor(*field); !choices.isEmpty()) {
        auto* box = new QComboBox(parent);
        box->setObjectName(QStringLiteral("cellChoice"));
        box->setAccessibleName(fieldTitle(*field));
        for (const auto& [words, word] : choices)
            box->addItem(words, word);
        return box;
    }
    const ClaimsModel& model = m_model;
    const ClaimId id = claim->id; // the claim may go while it is typed
    auto* editor = new CellEditor(
        [&model, id, which = *field](const QString& typed) {
            const Claim* now = find(model.context().document().claims, id);
            return now ? refusalOf(model.context().document(), *now, which, typed) : QString();
        },
        completionsFor(m_model.context().document(), *field), parent);
    editor->setAccessibleName(fieldTitle(*field));
    return editor;
}

void ClaimDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const {
    const QString text = index.data(Qt::EditRole).toString();
    if (auto* box = qobject_cast<QComboBox*>(editor))
        box->setCurrentIndex(box->findData(text));
    else if (auto* line = qobject_cast<CellEditor*>(editor); line && line->text() != text && !line->isModified())
        line->setText(text);
}

void ClaimDelegate::setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const {
    QString typed;
    if (const auto* box = qobject_cast<QComboBox*>(editor))
        typed = box->currentData().toString();
    else if (const auto* line = qobject_cast<CellEditor*>(editor); line && !line->isRefused())
        typed = line->text().trimmed();
    else
        return; // what can't be read leaves the claim as it was
    if (typed != index.data(Qt::EditRole).toString())
        model->setData(index, typed);
}

/// Never narrower than what one types: a value of a narrow column has room to its right.
void ClaimDelegate::updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                                         const QModelIndex&) const {
    QRect area = option.rect;
    const int least = option.fontMetrics.averageCharWidth() * 18;
    area.setWidth(std::max(area.width(), least));
    if (area.right() > m_view.viewport()->width())
        area.moveRight(m_view.viewport()->width() - 1);
    editor->setGeometry(area);
}

bool ClaimDelegate::eventFilter(QObject* watched, QEvent* event) {
    auto* line = qobject_cast<CellEditor*>(watched);
    if (line && line->isRefused() && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Tab || key == Qt::Key_Backtab) {
            line->showReason();
            return true;
        }
    }
    return RowDelegate::eventFilter(watched, event);
}

void ClaimDelegate::paintGroup(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const QPalette& palette = option.palette;
    const bool isCurrent = m_view.currentIndex().row() == index.row() && m_view.hasFocus();
    painter.save();
    painter.setClipRect(option.rect); // each cell paints its part of the row's words
    painter.fillRect(option.rect, isCurrent
                                      ? palette.color(QPalette::Active, QPalette::Highlight)
                                      : mixed(palette.color(QPalette::Text), palette.color(QPalette::Base), 0.07));
    painter.setPen(palette.color(isCurrent ? QPalette::HighlightedText : QPalette::Text));
    QFont font = option.font;
    font.setBold(true);
    painter.setFont(font);
    const QRect row(smallGap, option.rect.top(), m_view.viewport()->width() - 2 * smallGap, option.rect.height());
    const QString arrow =
        index.data(ClaimsModel::openRole).toBool() ? QStringLiteral("\u25BE ") : QStringLiteral("\u25B8 ");
    const QString words = arrow + index.siblingAtColumn(0).data().toString();
    painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetrics(font).elidedText(words, Qt::ElideRight, row.width()));
    painter.restore();
}

void ClaimDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    if (index.data(ClaimsModel::openRole).isValid())
        return paintGroup(*painter, option, index);
    RowDelegate::paint(painter, option, index);
    if (index != m_view.currentIndex() || !m_view.hasFocus())
        return;
    painter->save();
    painter->setPen(QPen(itemTextColor(option), 1, Qt::DotLine));
    painter->drawRect(option.rect.adjusted(1, 1, -2, -2));
    painter->restore();
}

} // namespace assay
