// CatalogModel: one row a value, in the order of the files.
#include "ui/models/catalog_model.h"

#include "core/catalog/catalog.h"
#include "core/units/read_quantity.h"
#include "ui/text/claim_text.h"
#include "ui/text/utf8_text.h"

#include <QtGui/QFont>
#include <QtGui/QGuiApplication>
#include <QtGui/QPalette>

#include <tuple>

namespace assay {

namespace {

constexpr int trustColumn = 3;
constexpr int originColumn = 4;

Verified verifiedOf(Trust trust) {
    switch (trust) {
    case Trust::verified: return Verified::yes;
    case Trust::retold: return Verified::secondary;
    case Trust::unverified: break;
    }
    return Verified::no;
}

QString columnTitle(const CatalogLine& line) {
    return text(line.cell.column).replace(QLatin1Char('_'), QLatin1Char(' '));
}

/// "800 W/GPU (shipped: 700)" when the project corrects it.
QString valueText(const CatalogCell& cell) {
    const QString unit = cell.unit == "1" ? QString() : QLatin1Char(' ') + text(cell.unit);
    const QString value = text(writeNumber(cell.value, Grouping::thousands)) + unit;
    if (cell.shipped.empty() || text(cell.shipped) == value)
        return value;
    QString shipped = text(cell.shipped);
    if (!unit.isEmpty() && shipped.endsWith(unit))
        shipped.chop(unit.size());
    return CatalogModel::tr("%1 (shipped: %2)").arg(value, shipped);
}

CatalogLine lineOf(const Catalog& catalog, CatalogCell cell) {
    CatalogLine line;
    line.key = cell.reference;
    line.cell = std::move(cell);
    line.table = text(catalog.title);
    if (!line.cell.column.empty())
        line.value = valueText(line.cell);
    line.folded = foldText(QStringList{text(line.key), text(line.cell.row.label), columnTitle(line), line.table,
                                       line.value, trustWord(line.cell.row.trust), text(line.cell.row.source),
                                       originWord(line.cell.row.origin)}
                               .join(QLatin1Char('\n')));
    return line;
}

/// The values of a catalogue, and a line for each row that has none.
std::vector<CatalogCell> cellsOf(const Catalog& catalog, const Catalogs& catalogs) {
    std::vector<CatalogCell> all;
    for (const std::string& reference : catalogRows(catalog.id, catalogs)) {
        const Result<std::vector<CatalogCell>> cells = valueCells(reference, catalogs);
        if (cells && !cells->empty())
            all.insert(all.end(), cells->begin(), cells->end());
        else if (const Result<CatalogEntry> row = findEntry(reference, catalogs))
            all.push_back(CatalogCell{*row, reference, {}, {}, 0, {}, {}});
    }
    return all;
}

std::vector<TableColumn<CatalogLine>> columns() {
    const auto tip = [](const CatalogLine& line) { return tipHtml(catalogDetail(line)); };
    return {{CatalogModel::tr("Row"), {}, [](const CatalogLine& l) { return text(l.cell.row.label); }, tip, {}},
            {CatalogModel::tr("What"), {}, columnTitle, tip, {}},
            {CatalogModel::tr("Value"),
             {},
             [](const CatalogLine& l) { return l.value; },
             tip,
             [](const CatalogLine& a, const CatalogLine& b) { return a.cell.value < b.cell.value; },
             Qt::AlignRight | Qt::AlignVCenter},
            {CatalogModel::tr("Confirmed"),
             CatalogModel::tr("Read in the source named, read in a retelling only, or recalled"),
             [](const CatalogLine& l) { return trustWord(l.cell.row.trust); },
             [](const CatalogLine& l) { return trustHelp(l.cell.row.trust); },
             [](const CatalogLine& a, const CatalogLine& b) { return a.cell.row.trust < b.cell.row.trust; }},
            {CatalogModel::tr("From"), CatalogModel::tr("Shipped with Assay, or a row of this project"),
             [](const CatalogLine& l) { return originWord(l.cell.row.origin); }, tip,
             [](const CatalogLine& a, const CatalogLine& b) { return a.cell.row.origin < b.cell.row.origin; }},
            {CatalogModel::tr("Catalogue"), {}, [](const CatalogLine& l) { return l.table; }, tip, {}},
            {CatalogModel::tr("Source"), {}, [](const CatalogLine& l) { return text(l.cell.row.source); }, tip, {}}};
}

} // namespace

QString trustWord(Trust trust) { return verifiedText(verifiedOf(trust)); }
QString trustHelp(Trust trust) { return verifiedHelp(verifiedOf(trust)); }

QString originWord(RowOrigin origin) {
    switch (origin) {
    case RowOrigin::shipped: return CatalogModel::tr("shipped");
    case RowOrigin::own: return CatalogModel::tr("this project");
    case RowOrigin::corrected: break;
    }
    return CatalogModel::tr("this project, corrected");
}

QString catalogDetail(const CatalogLine& line) {
    const CatalogEntry& row = line.cell.row;
    const QString what =
        line.value.isEmpty() ? QString() : QStringLiteral(", ") + columnTitle(line) + QStringLiteral(": ") + line.value;
    QStringList lines{text(row.label) + what + QStringLiteral(" (") + trustWord(row.trust) + QLatin1Char(')'),
                      CatalogModel::tr("Source: %1").arg(text(row.source))};
    if (!row.note.empty())
        lines << text(row.note);
    if (!row.published.empty())
        lines << CatalogModel::tr("Published on %1").arg(text(row.published));
    if (row.origin == RowOrigin::own)
        lines << CatalogModel::tr("%1: a row of this project").arg(line.table);
    else if (row.origin == RowOrigin::corrected)
        lines << (line.cell.shipped.empty()
                      ? CatalogModel::tr("%1: a row of this project in place of the shipped one").arg(line.table)
                      : CatalogModel::tr("%1: a row of this project in place of the shipped one, which has %2 here")
                            .arg(line.table, text(line.cell.shipped)));
    else
        lines << CatalogModel::tr("%1, kept up to %2").arg(line.table, text(row.vintage));
    return lines.join(QLatin1Char('\n'));
}

bool CatalogLine::operator==(const CatalogLine& other) const {
    const auto shown = [](const CatalogLine& line) {
        const CatalogEntry& row = line.cell.row;
        return std::tie(line.key, line.value, line.folded, row.note, row.published, row.trust, row.origin);
    };
    return shown(*this) == shown(other);
}

CatalogModel::CatalogModel(QObject* parent) : RowTable<CatalogLine>(columns(), parent) { refill(); }

void CatalogModel::setUnit(const std::string& unit) {
    m_unit = unit;
    refill();
}

void CatalogModel::setCatalogs(Catalogs catalogs) {
    m_catalogs = std::move(catalogs);
    refill();
}

void CatalogModel::refill() {
    std::vector<CatalogLine> lines;
    for (const Catalog& catalog : catalogs(m_catalogs))
        for (CatalogCell& cell : cellsOf(catalog, m_catalogs))
            if (m_unit.empty() || (!cell.column.empty() && inputText(cell, m_unit)))
                lines.push_back(lineOf(catalog, std::move(cell)));
    setRows(std::move(lines));
}

std::optional<std::string> CatalogModel::referenceAt(const QModelIndex& index) const {
    return index.isValid() ? std::optional(at(index.row()).key) : std::nullopt;
}

/// A row of words is no value to drag.
Qt::ItemFlags CatalogModel::flags(const QModelIndex& index) const {
    const bool isValue = index.isValid() && !at(index.row()).cell.column.empty();
    return RowTable<CatalogLine>::flags(index) | (isValue ? Qt::ItemIsDragEnabled : Qt::NoItemFlags);
}

QStringList CatalogModel::mimeTypes() const { return {QLatin1String(catalogueMimeType)}; }

QMimeData* CatalogModel::mimeData(const QModelIndexList& indexes) const {
    auto* data = new QMimeData;
    if (!indexes.isEmpty())
        data->setData(QLatin1String(catalogueMimeType), QByteArray::fromStdString(at(indexes.first().row()).key));
    return data;
}

/// Unverified: slanted and quiet in the whole row, and said in words; retold: slanted where it says so.
QVariant CatalogModel::extraData(const CatalogLine& line, int column, int role) const {
    const Trust trust = line.cell.row.trust;
    if (role == Qt::FontRole && column != originColumn
        && (trust == Trust::unverified || (trust == Trust::retold && column == trustColumn))) {
        QFont font = QGuiApplication::font();
        font.setItalic(true);
        return font;
    }
    if (role == Qt::FontRole && column == originColumn && line.cell.row.origin != RowOrigin::shipped) {
        QFont font = QGuiApplication::font();
        font.setBold(true);
        return font;
    }
    if (role == Qt::ForegroundRole && trust == Trust::unverified)
        return QGuiApplication::palette().brush(QPalette::PlaceholderText);
    return {};
}

} // namespace assay
