// SourcesPanel: list and import button.
#include "ui/views/sources_panel.h"

#include "ui/views/two_line_delegate.h"

#include <QtWidgets/QListView>
#include <QtWidgets/QToolButton>

namespace assay {

SourcesPanel::SourcesPanel(DocumentStore& store, Selection& selection, QWidget* parent)
    : Pane(QStringLiteral("sourcesPane"), tr("Sources"), parent),
      m_store(store),
      m_selection(selection),
      m_list(new QListView) {
    m_list->setObjectName(QStringLiteral("sourcesList"));
    m_list->setAccessibleName(tr("Sources"));
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new TwoLineDelegate(SourcesModel::factsRole, SourcesModel::mentionsRole, m_list));
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* import = new QToolButton;
    import->setObjectName(QStringLiteral("importSource"));
    import->setText(tr("Import\u2026"));
    import->setAccessibleName(tr("Import sources"));
    import->setToolTip(tr("Import text, Markdown, HTML or PDF files (Ctrl+I); drop or paste them here too"));
    import->setAutoRaise(true);
    addTool(import);
    addContent(m_list, 1);
    setFocusProxy(m_list);
    connect(import, &QToolButton::clicked, this, &SourcesPanel::importWanted);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& current) {
        if (const auto source = m_model.sourceAt(current))
            m_selection.selectSource(source);
    });
    connect(m_list, &QListView::activated, this, &SourcesPanel::detailsWanted); // Enter or a double click
    connect(&selection, &Selection::changed, this, &SourcesPanel::follow);
    connect(&store, &DocumentStore::changed, this, [this](const Document& before, const Document& after) {
        if (before.claims == after.claims && before.sources == after.sources)
            return;
        m_model.setDocument(m_store.document());
        follow();
    });
    m_model.setDocument(store.document());
    follow();
}

void SourcesPanel::setContextActions(const QList<QAction*>& actions) {
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_list->addActions(actions);
}

void SourcesPanel::follow() {
    setCount(m_model.total() == 0 ? QString() : QString::number(m_model.total()));
    const auto& source = m_selection.now().source;
    const auto row = source ? m_model.rowOf(source->value) : std::nullopt;
    const QModelIndex index = row ? m_model.index(*row, 0) : QModelIndex();
    if (m_list->currentIndex() != index)
        m_list->setCurrentIndex(index);
}

} // namespace assay
