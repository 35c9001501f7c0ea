// CatalogModel: every value of every catalogue as a table one can search, sort and drag from, and every row that holds
// words only. What is not verified looks it, what is the project's says so. Knows no document.
#pragma once

#include "core/catalog/cell.h"
#include "ui/models/row_table.h"

#include <QtCore/QMimeData>

#include <optional>
#include <string>

namespace assay {

/// MIME type of a dragged catalogue value: its reference as UTF-8 text.
inline constexpr const char* catalogueMimeType = "application/x-assay-catalogue";

/// "verified", "secondary source", "unverified", and a sentence for a tool tip.
QString trustWord(Trust trust);
QString trustHelp(Trust trust);

/// "shipped", "this project", "this project, corrected"
QString originWord(RowOrigin origin);

struct CatalogLine {
    std::string key; ///< the value's reference; of a row of words the row's
    CatalogCell cell;
    QString table; ///< the catalogue's title
    QString value; ///< "989 TFLOP/(s*GPU)"
    QString folded;
    bool operator==(const CatalogLine& other) const; ///< all that is shown
};

class CatalogModel : public RowTable<CatalogLine> {
    Q_OBJECT
public:
    explicit CatalogModel(QObject* parent = nullptr);

    /// The rows of a project beside the shipped ones.
    void setCatalogs(Catalogs catalogs);
    /// Only the values that an input of this unit takes; every value for an empty unit.
    void setUnit(const std::string& unit);
    std::optional<std::string> referenceAt(const QModelIndex& index) const;

    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QStringList mimeTypes() const override;
    QMimeData* mimeData(const QModelIndexList& indexes) const override;

protected:
    QVariant extraData(const CatalogLine& line, int column, int role) const override;

private:
    void refill();

    Catalogs m_catalogs;
    std::string m_unit;
};

/// Where a value was read, whose it is, how well, and what to mind: lines for people.
QString catalogDetail(const CatalogLine& line);

} // namespace assay
