// CatalogueDialog: a filter over a table, the chosen row in full below.
#include "ui/views/catalogue_dialog.h"

#include "core/document/edit.h"
#include "ui/text/utf8_text.h"
#include "ui/views/look.h"
#include "ui/views/table_look.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTableView>
#include <QtWidgets/QVBoxLayout>

namespace assay {

namespace {

constexpr int detailLines = 5; ///< label and value, source, note (two lines), vintage

} // namespace

CatalogueDialog::CatalogueDialog(DocumentStore& store, const std::optional<CatalogueTarget>& target, QWidget* parent)
    : QDialog(parent),
      m_store(store),
      m_filter(new QLineEdit(this)),
      m_table(new QTableView(this)),
      m_count(new QLabel(this)),
      m_detail(new QLabel(this)),
      m_buttons(new QDialogButtonBox(QDialogButtonBox::Close, this)) {
    setObjectName(QStringLiteral("catalogueDialog"));
    setWindowTitle(target ? tr("Catalogue row for %1").arg(target->title) : tr("Catalogues"));
    if (target)
        m_model.setUnit(target->unit);
    m_model.setCatalogs(Catalogs(store.document().catalogueRows));
    buildTable();
    build();
    if (target)
        buildUse(*target);
    connect(m_filter, &QLineEdit::textChanged, this, &CatalogueDialog::filterBy);
    connect(&store, &DocumentStore::changed, this, &CatalogueDialog::followDocument);
    resize(1200, 640);
    filterBy({});
    m_filter->setFocus();
}

void CatalogueDialog::build() {
    m_filter->setObjectName(QStringLiteral("catalogue.filter"));
    m_filter->setAccessibleName(tr("Search the catalogues"));
    m_filter->setPlaceholderText(tr("Search: H800 tdp, Singapore 2025, 3yr Azure, this project\u2026"));
    m_filter->setClearButtonEnabled(true);
    m_filter->installEventFilter(this);
    m_count->setObjectName(QStringLiteral("catalogue.count"));
    m_count->setForegroundRole(QPalette::PlaceholderText);
    m_detail->setObjectName(QStringLiteral("catalogue.detail"));
    m_detail->setTextFormat(Qt::PlainText);
    m_detail->setWordWrap(true);
    m_detail->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_detail->setMinimumHeight(detailLines * fontMetrics().lineSpacing());
    m_detail->setTextInteractionFlags(Qt::TextSelectableByMouse);
    act("catalogue.add", tr("&Add row\u2026"), &CatalogueDialog::addRow);
    m_copy = act("catalogue.copy", tr("&Copy into project\u2026"), &CatalogueDialog::copyRow);
    m_edit = act("catalogue.edit", tr("&Edit row\u2026"), &CatalogueDialog::editRow);
    m_delete = act("catalogue.delete", tr("&Delete row"), &CatalogueDialog::deleteRow);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* top = new QHBoxLayout;
    top->addWidget(m_filter, 1);
    top->addWidget(m_count);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(largeGap, largeGap, largeGap, largeGap);
    column->setSpacing(largeGap);
    column->addLayout(top);
    column->addWidget(m_table, 1);
    column->addWidget(m_detail);
    column->addWidget(m_buttons);
}

QPushButton* CatalogueDialog::act(const char* objectName, const QString& words, void (CatalogueDialog::*slot)()) {
    QPushButton* button = m_buttons->addButton(words, QDialogButtonBox::ResetRole); // these stand at the left
    button->setObjectName(QLatin1String(objectName));
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, slot);
    return button;
}

void CatalogueDialog::buildUse(const CatalogueTarget& target) {
    m_use = m_buttons->addButton(tr("&Use for %1").arg(QString(target.title).replace(u'&', QStringLiteral("&&"))),
                                 QDialogButtonBox::ActionRole);
    m_use->setObjectName(QStringLiteral("catalogue.use"));
    m_use->setDefault(true);
    connect(m_use, &QPushButton::clicked, this, &CatalogueDialog::pick);
    connect(m_table, &QTableView::activated, this, &CatalogueDialog::pick);
}

void CatalogueDialog::buildTable() {
    m_table->setObjectName(QStringLiteral("catalogue.table"));
    m_table->setAccessibleName(tr("Catalogue values"));
    m_table->setModel(&m_model);
    makeQuiet(*m_table);
    m_table->setDragEnabled(true);
    m_table->setDragDropMode(QAbstractItemView::DragOnly);
    m_table->horizontalHeader()->setSortIndicatorClearable(true);
    m_table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    m_table->setSortingEnabled(true);
    const int em = m_table->fontMetrics().averageCharWidth();
    int column = 0;
    for (const int characters : {26, 25, 40, 12, 28, 18})
        m_table->setColumnWidth(column++, characters * em + 2 * smallGap);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &CatalogueDialog::showCurrent);
}

void CatalogueDialog::filterBy(const QString& words) {
    m_model.setFilter(words);
    m_count->setText(tr("%1 of %2").arg(m_model.rowCount()).arg(m_model.total()));
    if (m_model.rowCount() > 0)
        m_table->selectRow(0);
    showCurrent();
}

const CatalogLine* CatalogueDialog::current() const {
    const QModelIndex index = m_table->currentIndex();
    return index.isValid() ? &m_model.at(index.row()) : nullptr;
}

void CatalogueDialog::showCurrent() {
    const CatalogLine* line = current();
    m_detail->setText(line                   ? catalogDetail(*line)
                      : m_model.total() == 0 ? tr("No catalogue has a value in this unit.")
                                             : tr("No row holds all these words."));
    const bool isShipped = line && line->cell.row.origin == RowOrigin::shipped;
    m_copy->setEnabled(isShipped);
    m_edit->setEnabled(line && !isShipped);
    m_delete->setEnabled(line && !isShipped);
    m_delete->setText(line && line->cell.row.origin == RowOrigin::corrected ? tr("Back to &shipped")
                                                                            : tr("&Delete row"));
    if (m_use)
        m_use->setEnabled(line);
}

/// The chosen row stays chosen, under its reference, when the list is filled anew.
void CatalogueDialog::followDocument(const Document& before, const Document& after) {
    if (before.catalogueRows == after.catalogueRows)
        return;
    const CatalogLine* line = current();
    const std::string chosen = line ? line->key : std::string();
    m_model.setCatalogs(Catalogs(after.catalogueRows));
    m_count->setText(tr("%1 of %2").arg(m_model.rowCount()).arg(m_model.total()));
    if (const std::optional<int> row = m_model.rowOf(chosen))
        m_table->selectRow(*row);
    else if (m_model.rowCount() > 0 && !m_table->currentIndex().isValid())
        m_table->selectRow(0);
    showCurrent();
}

void CatalogueDialog::openRow(CatalogueRowDialog::Act act, const CatalogueRow& row) {
    auto* dialog = new CatalogueRowDialog(m_store, act, row, this);
    connect(dialog, &CatalogueRowDialog::entered, this, &CatalogueDialog::showRow);
    dialog->show();
}

/// In the catalogue that one was looking at.
void CatalogueDialog::addRow() {
    const CatalogLine* line = current();
    openRow(CatalogueRowDialog::Act::add,
            CatalogueRow{CatalogueRowId{line ? line->cell.row.reference : std::string()}, {}, {}});
}

void CatalogueDialog::copyRow() {
    const CatalogLine* line = current();
    const std::optional<TableRow> row = line ? rowAt(line->key, Catalogs()) : std::nullopt;
    if (row)
        openRow(CatalogueRowDialog::Act::copy, copiedRow(catalogOf(CatalogueRowId{line->cell.row.reference}), *row));
}

void CatalogueDialog::editRow() {
    const CatalogLine* line = current();
    const CatalogueRow* row =
        line ? assay::find(m_store.document().catalogueRows, CatalogueRowId{line->cell.row.reference}) : nullptr;
    if (row)
        openRow(CatalogueRowDialog::Act::edit, *row);
}

void CatalogueDialog::deleteRow() {
    const CatalogLine* line = current();
    if (!line)
        return;
    const CatalogueRowId id{line->cell.row.reference};
    static_cast<void>(m_store.apply(tr("Delete the catalogue row %1").arg(text(id.value)),
                                    removeCatalogueRow(m_store.document(), id))); // the store tells of an error
}

/// A row that was added is looked at, filter or not.
void CatalogueDialog::showRow(const std::string& reference) {
    const auto placeOf = [&] {
        for (int row = 0; row < m_model.rowCount(); ++row)
            if (m_model.at(row).cell.row.reference == reference)
                return row;
        return -1;
    };
    if (placeOf() < 0)
        m_filter->clear();
    if (const int row = placeOf(); row >= 0) {
        m_table->selectRow(row);
        m_table->scrollTo(m_model.index(row, 0));
    }
}

void CatalogueDialog::pick() {
    if (const std::optional<std::string> reference = m_model.referenceAt(m_table->currentIndex())) {
        emit picked(*reference);
        accept();
    }
}

/// Down goes from the filter into the table.
bool CatalogueDialog::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_filter && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Down) {
        m_table->setFocus(Qt::OtherFocusReason);
        return true;
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace assay
