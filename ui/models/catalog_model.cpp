// CatalogModel: one row a value, in the order of the files.
#include "ui/models/catalog_model.h"

#include "core/catalog/catalog.h"
#include "core/units/read_quantity.h"
#include "ui/text/claim_text.h"
#include "ui/text/utf8_text.h"

#include <QtGui/QFont>
#include <QtGui/QGuiApplication>
#include <QtGui/QPalette>

namespace assay {

namespace {

constexpr int trustColumn = 3;

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

CatalogLine lineOf(const Catalog& catalog, CatalogCell cell) {
    CatalogLine line;
    line.key = cell.reference;
    line.cell = std::move(cell);
    line.table = text(catalog.title);
    const QString unit = line.cell.unit == "1" ? QString() : QLatin1Char(' ') + text(line.cell.unit);
    line.value = text(writeNumber(line.cell.value, Grouping::thousands)) + unit;
    line.folded = foldText(QStringList{text(line.key), text(line.cell.row.label), columnTitle(line), line.table,
                                       line.value, trustWord(line.cell.row.trust), text(line.cell.row.source)}
                               .join(QLatin1Char('\n')));
    return line;
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
            {CatalogModel::tr("Catalogue"), {}, [](const CatalogLine& l) { return l.table; }, tip, {}},
            {CatalogModel::tr("Source"), {}, [](const CatalogLine& l) { return text(l.cell.row.source); }, tip, {}}};
}

} // namespace

QString trustWord(Trust trust) { return verifiedText(verifiedOf(trust)); }
QString trustHelp(Trust trust) { return verifiedHelp(verifiedOf(trust)); }

QString catalogDetail(const CatalogLine& line) {
    const CatalogEntry& row = line.cell.row;
    QStringList lines{text(row.label) + QStringLiteral(", ") + columnTitle(line) + QStringLiteral(": ") + line.value
                          + QStringLiteral(" (") + trustWord(row.trust) + QLatin1Char(')'),
                      CatalogModel::tr("Source: %1").arg(text(row.source))};
    if (!row.note.empty())
        lines << text(row.note);
    if (!row.published.empty())
        lines << CatalogModel::tr("Published on %1").arg(text(row.published));
    lines << CatalogModel::tr("%1, kept up to %2").arg(line.table, text(row.vintage));
    return lines.join(QLatin1Char('\n'));
}

CatalogModel::CatalogModel(QObject* parent) : RowTable<CatalogLine>(columns(), parent) { setUnit({}); }

void CatalogModel::setUnit(const std::string& unit) {
    std::vector<CatalogLine> lines;
    for (const Catalog& catalog : catalogs())
        for (CatalogCell& cell : catalogCells(catalog.id))
            if (unit.empty() || inputText(cell, unit))
                lines.push_back(lineOf(catalog, std::move(cell)));
    setRows(std::move(lines));
}

std::optional<std::string> CatalogModel::referenceAt(const QModelIndex& index) const {
    return index.isValid() ? std::optional(at(index.row()).key) : std::nullopt;
}

Qt::ItemFlags CatalogModel::flags(const QModelIndex& index) const {
    return RowTable<CatalogLine>::flags(index) | (index.isValid() ? Qt::ItemIsDragEnabled : Qt::NoItemFlags);
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
    if (role == Qt::FontRole && (trust == Trust::unverified || (trust == Trust::retold && column == trustColumn))) {
        QFont font = QGuiApplication::font();
        font.setItalic(true);
        return font;
    }
    if (role == Qt::ForegroundRole && trust == Trust::unverified)
        return QGuiApplication::palette().brush(QPalette::PlaceholderText);
    return {};
}

} // namespace assay
