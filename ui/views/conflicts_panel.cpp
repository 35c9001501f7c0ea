// ConflictsPanel: a table and its buttons.
#include "ui/views/conflicts_panel.h"

#include "ui/views/finding_delegate.h"
#include "ui/views/look.h"
#include "ui/views/row_delegate.h"
#include "ui/views/versions_table.h"

#include <QtWidgets/QHeaderView>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTableView>

#include <algorithm>

namespace assay {

namespace {

constexpr int mostRows = 3; ///< the rest is scrolled to

/// The reason in its kind's colour, beside the kind's symbol.
class ReasonDelegate : public RowDelegate {
public:
    ReasonDelegate(const ConflictsModel& model, QObject* parent) : RowDelegate(parent), m_model(model) {}

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override {
        RowDelegate::initStyleOption(option, index);
        const bool disagree = m_model.at(index.row()).kind == ConflictKind::disagree;
        option->palette.setColor(QPalette::Text, disagree ? verdictColor(option->palette, Verdict::conflict)
                                                          : option->palette.color(QPalette::Link));
    }

private:
    const ConflictsModel& m_model;
};

} // namespace

ConflictsPanel::ConflictsPanel(DocumentStore& store, QWidget* parent)
    : Pane(QStringLiteral("conflictsPane"), tr("Conflicts of a merge"), parent),
      m_store(store),
      m_model(new ConflictsModel(this)),
      m_table(versionsTable(*m_model, QStringLiteral("conflictsTable"), tr("Conflicts of a merge"), 2)) {
    m_ours = addButton(QStringLiteral("takeOurs"), tr("Take &ours"));
    m_theirs = addButton(QStringLiteral("takeTheirs"), tr("Take &theirs"));
    m_base = addButton(QStringLiteral("takeBase"), tr("Take what was &before"));
    m_keep = addButton(QStringLiteral("keepAsIs"), tr("&Keep as it is now"));
    m_table->setItemDelegateForColumn(ConflictsModel::reasonColumn, new ReasonDelegate(*m_model, this));
    addContent(m_table, 1);
    connect(m_ours, &QPushButton::clicked, this, [this] { take(MergeSide::ours); });
    connect(m_theirs, &QPushButton::clicked, this, [this] { take(MergeSide::theirs); });
    connect(m_base, &QPushButton::clicked, this, [this] { take(MergeSide::base); });
    connect(m_keep, &QPushButton::clicked, this, &ConflictsPanel::dismiss);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &ConflictsPanel::showChoices);
    connect(&store, &DocumentStore::changed, this, &ConflictsPanel::showDocument);
    showDocument();
}

QPushButton* ConflictsPanel::addButton(const QString& objectName, const QString& text) {
    auto* button = new QPushButton(text);
    button->setObjectName(objectName);
    button->setAccessibleName(QString(text).remove(QLatin1Char('&')));
    addTool(button);
    return button;
}

void ConflictsPanel::showDocument() {
    const Rows<Conflict>& conflicts = m_store.document().conflicts;
    if (conflicts.empty() && m_model->total() == 0) {
        hide();
        return;
    }
    m_model->setDocument(m_store.document());
    setCount(QString::number(conflicts.size()));
    setVisible(!conflicts.empty());
    if (!m_table->currentIndex().isValid() && !conflicts.empty())
        m_table->selectRow(0);
    const int rows = std::min(m_model->total(), mostRows);
    m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height()
                            + rows * m_table->verticalHeader()->defaultSectionSize() + smallGap);
    showChoices();
}

void ConflictsPanel::showChoices() {
    const auto id = m_model->conflictAt(m_table->currentIndex());
    const Conflict* conflict = id ? assay::find(m_store.document().conflicts, *id) : nullptr;
    const auto hasSides = conflict && conflict->field != "id";
    for (QPushButton* button : {m_ours, m_theirs, m_base})
        button->setEnabled(hasSides);
    m_keep->setEnabled(conflict != nullptr);
}

void ConflictsPanel::take(MergeSide side) {
    if (const auto id = m_model->conflictAt(m_table->currentIndex()))
        static_cast<void>(m_store.apply(tr("Settle conflict"), takeSide(m_store.document(), *id, side)));
}

void ConflictsPanel::dismiss() {
    if (const auto id = m_model->conflictAt(m_table->currentIndex()))
        static_cast<void>(m_store.apply(tr("Settle conflict"), dismissConflict(m_store.document(), *id)));
}

} // namespace assay
