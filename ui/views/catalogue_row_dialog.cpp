// CatalogueRowDialog: columns that a row needs are marked, numbers have their unit beside them.
#include "ui/views/catalogue_row_dialog.h"

#include "core/catalog/catalog.h"
#include "core/catalog/cell.h"
#include "core/document/edit.h"
#include "ui/text/error_text.h"
#include "ui/text/utf8_text.h"
#include "ui/views/claim_form.h"
#include "ui/views/look.h"

#include <QtWidgets/QComboBox>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>

namespace assay {

namespace {

QString columnName(const std::string& column) { return text(column).replace(QLatin1Char('_'), QLatin1Char(' ')); }

QString textIn(const QWidget* edit) {
    if (const auto* box = qobject_cast<const QComboBox*>(edit))
        return box->currentData().toString();
    return qobject_cast<const QLineEdit*>(edit)->text();
}

QString choiceText(const std::string& column, const std::string& choice) {
    if (column != "verified")
        return text(choice).replace(QLatin1Char('_'), QLatin1Char(' '));
    return choice == "yes"         ? CatalogueRowDialog::tr("yes: read in the source named")
           : choice == "secondary" ? CatalogueRowDialog::tr("secondary: read in a retelling only")
                                   : CatalogueRowDialog::tr("no: not verified");
}

} // namespace

CatalogueRowDialog::CatalogueRowDialog(DocumentStore& store, Act act, const CatalogueRow& row, QWidget* parent)
    : QDialog(parent),
      m_store(store),
      m_act(act),
      m_start(row),
      m_catalog(choiceCombo("row.catalogue", tr("Catalogue"))),
      m_scroll(new QScrollArea),
      m_reading(new QLabel),
      m_enter(new QPushButton) {
    setObjectName(QStringLiteral("catalogueRowDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(act == Act::add    ? tr("Add a catalogue row")
                   : act == Act::copy ? tr("Copy a catalogue row into the project")
                                      : tr("Edit a catalogue row of the project"));
    for (const Catalog& catalog : catalogs())
        m_catalog->addItem(text(catalog.title), text(catalog.id));
    m_catalog->setCurrentIndex(std::max(0, m_catalog->findData(text(catalogOf(row.id)))));
    m_catalog->setEnabled(act == Act::add);
    build();
    connect(m_catalog, &QComboBox::currentIndexChanged, this, &CatalogueRowDialog::showCatalogue);
    connect(&store, &DocumentStore::changed, this, &CatalogueRowDialog::showReading);
    showCatalogue();
    resize(640, 620);
}

void CatalogueRowDialog::build() {
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_reading->setObjectName(QStringLiteral("row.reading"));
    m_reading->setTextFormat(Qt::PlainText);
    m_reading->setWordWrap(true);
    m_reading->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_reading->setMinimumHeight(3 * fontMetrics().lineSpacing());
    m_enter->setObjectName(QStringLiteral("row.enter"));
    m_enter->setText(m_act == Act::edit ? tr("&Change the row") : tr("&Add to the project"));
    m_enter->setDefault(true);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    buttons->addButton(m_enter, QDialogButtonBox::ActionRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_enter, &QPushButton::clicked, this, &CatalogueRowDialog::enter);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(largeGap, largeGap, largeGap, largeGap);
    column->setSpacing(largeGap);
    column->addWidget(m_catalog);
    column->addWidget(m_scroll, 1);
    column->addWidget(m_reading);
    column->addWidget(buttons);
}

void CatalogueRowDialog::showCatalogue() {
    const CatalogTable* table = catalogTable(m_catalog->currentData().toString().toStdString());
    m_fields.clear();
    auto* page = new QWidget;
    auto* grid = new QGridLayout(page);
    grid->setColumnStretch(1, 1);
    grid->setHorizontalSpacing(largeGap);
    grid->setVerticalSpacing(smallGap);
    for (const CatalogColumn& column : columnsOf(*table)) // a choice of those there are
        addField(*grid, column);
    grid->setRowStretch(grid->rowCount(), 1);
    m_scroll->setWidget(page); // deletes the page before
    for (const Field& field : m_fields)
        if (field.edit->isEnabled()) {
            field.edit->setFocus();
            break;
        }
    showReading();
}

void CatalogueRowDialog::addField(QGridLayout& grid, const CatalogColumn& column) {
    QWidget* edit = fieldFor(column, cellText(m_start, column.name));
    edit->setObjectName(QStringLiteral("row.%1").arg(text(column.name)));
    edit->setAccessibleName(columnName(column.name));
    edit->setEnabled(m_act != Act::edit || column.need != CellNeed::key);
    const bool isNeeded = column.need != CellNeed::optional;
    const int row = static_cast<int>(m_fields.size());
    grid.addWidget(fieldLabel(isNeeded ? tr("%1 *").arg(columnName(column.name)) : columnName(column.name), edit), row,
                   0);
    grid.addWidget(edit, row, 1);
    grid.addWidget(new QLabel(unitText(column)), row, 2);
    m_fields.push_back({column, edit});
}

QWidget* CatalogueRowDialog::fieldFor(const CatalogColumn& column, const std::string& value) {
    if (column.kind != CellKind::choice) {
        auto* line = new QLineEdit(text(value));
        line->setCursorPosition(0);
        line->setPlaceholderText(column.kind == CellKind::date        ? tr("2025-01-27")
                                 : column.name == "unverified_fields" ? tr("names of columns joined by ;")
                                 : column.need == CellNeed::key       ? tr("a word without spaces")
                                                                      : QString());
        connect(line, &QLineEdit::textChanged, this, &CatalogueRowDialog::showReading);
        return line;
    }
    auto* box = new QComboBox;
    if (column.need == CellNeed::optional && column.name != "verified")
        box->addItem(QString(), QString());
    for (const std::string& choice : column.choices)
        box->addItem(choiceText(column.name, choice), text(choice));
    const std::string wanted = value.empty() && column.name == "verified" ? "no" : value;
    box->setCurrentIndex(std::max(0, box->findData(text(wanted))));
    connect(box, &QComboBox::currentIndexChanged, this, &CatalogueRowDialog::showReading);
    return box;
}

QString CatalogueRowDialog::unitText(const CatalogColumn& column) const {
    if (column.kind != CellKind::number || column.unit == "1")
        return {};
    if (column.unit == "$unit")
        return tr("in the row's unit");
    if (column.unit.starts_with("e6 "))
        return tr("million %1").arg(text(column.unit.substr(3)));
    return text(column.unit.starts_with('$') ? column.unit.substr(1) : column.unit);
}

CatalogueRow CatalogueRowDialog::typed() const {
    std::vector<CatalogueCell> cells;
    for (const Field& field : m_fields)
        cells.push_back({field.column.name, textIn(field.edit).toStdString()});
    CatalogueRow row = orderedRow(m_catalog->currentData().toString().toStdString(), std::move(cells));
    row.extra = m_start.extra;
    return row;
}

/// What is wrong with the row as typed, without an edit of the whole document at every key.
Result<> CatalogueRowDialog::check(const CatalogueRow& row) const {
    if (const Result<> sound = checkCatalogueRow(row); !sound)
        return sound;
    const bool isThere = assay::find(m_store.document().catalogueRows, row.id) != nullptr;
    if (m_act != Act::edit && isThere)
        return Error(ErrorCode::idTaken, row.id.value, {"catalogue row", row.id.value});
    if (m_act == Act::edit && !isThere)
        return Error(ErrorCode::idUnknown, row.id.value, {"catalogue row", row.id.value});
    return {};
}

/// "model id, source": what is needed and not there yet.
QString CatalogueRowDialog::missing() const {
    QStringList names;
    for (const Field& field : m_fields)
        if (field.column.need != CellNeed::optional && textIn(field.edit).trimmed().isEmpty())
            names += columnName(field.column.name);
    return names.join(QStringLiteral(", "));
}

void CatalogueRowDialog::showReading() {
    const CatalogueRow row = typed();
    const Result<> sound = check(row);
    m_enter->setEnabled(sound.has_value());
    const bool isCorrection = rowAt(row.id.value, Catalogs()).has_value();
    const QString reading = isCorrection ? tr("Stands in place of the shipped row %1 in this project.")
                                         : tr("A row of this project's own: %1.");
    assay::showReading(*m_reading, *m_enter,
                       sound ? FieldReading{reading.arg(text(row.id.value)), false}
                       : sound.error().code == ErrorCode::cellMissing
                           ? FieldReading{tr("Still needed: %1.").arg(missing()), false}
                           : FieldReading{errorText(sound.error()), true});
}

void CatalogueRowDialog::enter() {
    const CatalogueRow row = typed();
    const Document& document = m_store.document();
    const Result<> done =
        m_act == Act::edit
            ? m_store.apply(tr("Change the catalogue row %1").arg(text(row.id.value)), setCatalogueRow(document, row))
            : m_store.apply(tr("Add the catalogue row %1").arg(text(row.id.value)), addCatalogueRow(document, row));
    if (!done)
        return; // the reading says why
    emit entered(row.id.value);
    accept();
}

} // namespace assay
