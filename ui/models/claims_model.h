// ClaimsModel: the claims of a document as table rows, filtered, sorted by several columns and grouped, by an index of
// row numbers: no proxy (measured 50 times faster at 100,000 rows). It changes no document and knows no view.
#pragma once

#include "ui/models/claim_groups.h"
#include "ui/models/claim_index.h"
#include "ui/models/row_table.h"

#include <QtCore/QAbstractTableModel>
#include <QtCore/QMimeData>

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace assay {

struct ClaimSort {
    ClaimColumn column{};
    SortDirection direction = SortDirection::ascending;
    bool operator==(const ClaimSort&) const = default;
};

/// A value of a facet, and how many of the shown claims have it.
struct FacetCount {
    std::string text;
    int count = 0;
    bool operator==(const FacetCount&) const = default;
};

class ClaimsModel : public QAbstractTableModel {
    Q_OBJECT
public:
    /// A dragged claim: its id as UTF-8 text.
    static constexpr const char* mimeType = "application/x-assay-claim";
    /// Of a group's row: whether it is open. None: a claim's row.
    static constexpr int openRole = Qt::UserRole;

    explicit ClaimsModel(QObject* parent = nullptr);

    void setDocument(const Document& document);
    void setFindings(const std::vector<Finding>& findings); ///< open alarms are marked on their claims
    void setFilter(const QString& expression);
    void setSort(std::vector<ClaimSort> sort); ///< the most important first
    /// By subject, attribute, originator or source; a claim of two originators stands under both. None: no groups.
    void setGrouping(std::optional<FilterKey> key);
    void setOpen(int row, Qt::CheckState open); ///< of a group

    const ClaimContext& context() const { return *m_context; }
    const std::vector<FilterTerm>& terms() const { return m_terms; }
    const std::vector<ClaimSort>& sorting() const { return m_sort; }
    std::optional<FilterKey> grouping() const { return m_grouping; }
    int total() const { return static_cast<int>(claims().size()); }
    int matching() const; ///< claims that the filter leaves, those in closed groups too

    const Claim* claimOf(const QModelIndex& index) const; ///< nullptr: a group
    std::optional<ClaimId> claimAt(const QModelIndex& index) const;
    std::optional<int> rowOf(const std::string& claim) const; ///< the first; none: unknown, filtered out or closed
    /// First and last of each run of rows that show one of them.
    std::vector<std::pair<int, int>> rowsOf(const std::vector<ClaimId>& wanted) const;
    std::vector<FacetCount> facet(FilterKey key) const; ///< the most frequent first

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override; ///< column -1: the given order
    QStringList mimeTypes() const override;
    QMimeData* mimeData(const QModelIndexList& indexes) const override;

signals:
    /// A text was typed into a cell; the model shows it when the document has it.
    void edited(const assay::ClaimId& claim, assay::ClaimField field, const QString& text);

private:
    struct Alarm {
        Verdict verdict = Verdict::conflict;
        QStringList reasons;
        bool operator==(const Alarm&) const = default;
    };
    using Alarms = std::unordered_map<std::string, Alarm>;

    const Rows<Claim>& claims() const { return m_context->document().claims; }
    RowMask takeChanges(const Document& document);
    std::unique_ptr<ClaimContext> rebuild(const Document& document);
    void mark();
    void choose();
    void order();
    const Ranks& ranks(ClaimColumn column);
    Shown wanted() const;
    void showAnew();
    void moveTo(const Rows<Claim>& before, std::unique_ptr<ClaimContext> left, const RowMask& changed);
    void tellChanged(const RowMask& changed);
    void setShown(Shown shown);
    QVariant groupData(const ClaimGroup& group, int column, int role) const;
    QVariant claimData(const Claim& claim, ClaimColumn column, int role) const;
    QVariant conflictData(const Claim& claim, int role) const;

    std::unique_ptr<ClaimContext> m_context;
    ClaimIndex m_index;
    ClaimGroups m_groups;
    Alarms m_alarms;
    RowMask m_alarmed;
    std::vector<FilterTerm> m_terms;
    RowMask m_mask; ///< rows that the filter leaves
    std::vector<ClaimSort> m_sort;
    std::array<std::optional<Ranks>, claimColumnCount> m_ranks; ///< of the columns sorted by so far
    std::vector<std::uint32_t> m_order;                         ///< all rows, sorted
    std::optional<FilterKey> m_grouping;
    Shown m_shown;
    std::vector<std::int32_t> m_places; ///< of each row in m_shown, the first; -1: not shown
};

} // namespace assay
