// CatalogueDialog: a filter over a table, the chosen row in full below.
#include "ui/views/catalogue_dialog.h"

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

CatalogueDialog::CatalogueDialog(const std::optional<CatalogueTarget>& target, QWidget* parent)
    : QDialog(parent),
      m_filter(new QLineEdit(this)),
      m_table(new QTableView(this)),
      m_count(new QLabel(this)),
      m_detail(new QLabel(this)) {
    setObjectName(QStringLiteral("catalogueDialog"));
    setWindowTitle(target ? tr("Catalogue row for %1").arg(target->title) : tr("Catalogues"));
    if (target)
        m_model.setUnit(target->unit);
    m_filter->setObjectName(QStringLiteral("catalogue.filter"));
    m_filter->setAccessibleName(tr("Search the catalogues"));
    m_filter->setPlaceholderText(tr("Search: H800 tdp, Singapore 2025, 3yr Azure\u2026"));
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
    buildTable();
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    if (target) {
        m_use = buttons->addButton(tr("&Use for %1").arg(QString(target->title).replace(u'&', QStringLiteral("&&"))),
                                   QDialogButtonBox::ActionRole);
        m_use->setObjectName(QStringLiteral("catalogue.use"));
        m_use->setDefault(true);
        connect(m_use, &QPushButton::clicked, this, &CatalogueDialog::pick);
        connect(m_table, &QTableView::activated, this, &CatalogueDialog::pick);
    }
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* top = new QHBoxLayout;
    top->addWidget(m_filter, 1);
    top->addWidget(m_count);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(largeGap, largeGap, largeGap, largeGap);
    column->setSpacing(largeGap);
    column->addLayout(top);
    column->addWidget(m_table, 1);
    column->addWidget(m_detail);
    column->addWidget(buttons);
    connect(m_filter, &QLineEdit::textChanged, this, &CatalogueDialog::filterBy);
    resize(920, 600);
    filterBy({});
    m_filter->setFocus();
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
    for (const int characters : {34, 26, 24, 17, 24})
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

void CatalogueDialog::showCurrent() {
    const QModelIndex current = m_table->currentIndex();
    m_detail->setText(current.isValid()      ? catalogDetail(m_model.at(current.row()))
                      : m_model.total() == 0 ? tr("No catalogue has a value in this unit.")
                                             : tr("No row holds all these words."));
    if (m_use)
        m_use->setEnabled(current.isValid());
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
