// ClaimsModel: the claims of a document as table rows, with the value normalised for sorting. Knows no view.
#pragma once

#include "core/document/document.h"
#include "ui/models/row_table.h"

#include <QtCore/QMimeData>

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace assay {

/// A claim as shown: texts and keys worked out once.
struct ClaimRow {
    std::string key; ///< the claim's id
    Row<Claim> claim;
    QString attribute;
    QString normalised;
    QString originator;
    QStringList sources;             ///< titles of the sources that mention it
    bool onlyDigests = false;        ///< every mention stands in a digest by Assay
    std::string dimension;           ///< base units without chip kinds: only like sorts with like
    std::optional<double> baseValue; ///< in base units; the middle of a range, the end of an open one
    QString alarm;                   ///< the mark of the worst open error or conflict it is in; empty: none
    QString alarmHelp;               ///< their reasons
    QString folded;
    bool operator==(const ClaimRow&) const = default;
};

/// Sort keys of a quantity: dimension text with chips as GPU, and value in base units.
struct NormalisedValue {
    std::string dimension;
    std::optional<double> value;
};
NormalisedValue normalise(const Quantity& quantity);

enum class ClaimColumn {
    subject,
    attribute,
    written,
    normalised,
    asOf,
    originator,
    sources,
    assessment,
    verified,
    alarm
};

class ClaimsModel : public RowTable<ClaimRow> {
    Q_OBJECT
public:
    /// A dragged claim: its id as UTF-8 text.
    static constexpr const char* mimeType = "application/x-assay-claim";

    explicit ClaimsModel(QObject* parent = nullptr);

    void setDocument(const Document& document);
    void setFindings(const std::vector<Finding>& findings); ///< open alarms are marked on their claims
    std::optional<ClaimId> claimAt(const QModelIndex& index) const;

    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QStringList mimeTypes() const override;
    QMimeData* mimeData(const QModelIndexList& indexes) const override;

protected:
    QVariant extraData(const ClaimRow& row, int column, int role) const override;

private:
    struct Alarm {
        Verdict verdict = Verdict::conflict;
        QStringList reasons;
    };
    void mark(ClaimRow& row) const;

    std::map<std::string, Alarm> m_alarms; ///< by claim
    Document m_document;                   ///< rows made from it are kept while what they are made of is unchanged
};

} // namespace assay
