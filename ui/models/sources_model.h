// SourcesModel: the sources of a document as a list: title, a line of facts, and how many mentions stand in each.
#pragma once

#include "core/document/document.h"
#include "ui/models/row_table.h"

#include <optional>
#include <string>

namespace assay {

struct SourceRow {
    std::string key; ///< the source's id
    QString title;
    QString facts; ///< "The Example Times · 2025-01-27 · digest"; which version, when there are several
    int mentions = 0;
    QString digest; ///< "Digest by Assay of ..."; empty: the source's own text
    QString folded;
    bool operator==(const SourceRow&) const = default;
};

class SourcesModel : public RowTable<SourceRow> {
    Q_OBJECT
public:
    static constexpr int factsRole = Qt::UserRole;
    static constexpr int mentionsRole = Qt::UserRole + 1; ///< how many mentions stand in it, as text

    explicit SourcesModel(QObject* parent = nullptr);

    void setDocument(const Document& document);
    std::optional<SourceId> sourceAt(const QModelIndex& index) const;

protected:
    QVariant extraData(const SourceRow& row, int column, int role) const override;
};

/// "The Example Times · A. Reporter · 2025-01-27"
QString bibliography(const Source& source);

} // namespace assay
