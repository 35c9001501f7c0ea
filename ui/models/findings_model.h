// FindingsModel: findings as a list, one group of them at a time. Knows no view.
#pragma once

#include "core/claims/finding.h"
#include "ui/models/row_table.h"

#include <optional>
#include <string>
#include <vector>

namespace assay {

enum class FindingGroup {
    alarms,     ///< errors and conflicts that are still open
    notes,      ///< open notes
    agreements, ///< what was compared and agrees
    decided,    ///< accepted or dismissed
    all
};
inline constexpr std::array findingGroups{FindingGroup::alarms, FindingGroup::notes, FindingGroup::agreements,
                                          FindingGroup::decided, FindingGroup::all};

bool isIn(FindingGroup group, const Finding& finding);
int countIn(FindingGroup group, const std::vector<Finding>& findings);

struct FindingRow {
    std::string key; ///< the finding's id
    Finding finding;
    QString head;     ///< "Conflict · attribution"
    QString claims;   ///< "3 claims"
    QString decision; ///< "Dismissed: ..."; empty: nothing was decided
    QString folded;
    bool operator==(const FindingRow&) const = default;
};

class FindingsModel : public RowTable<FindingRow> {
    Q_OBJECT
public:
    explicit FindingsModel(QObject* parent = nullptr);

    void setFindings(const std::vector<Finding>& findings, FindingGroup group);
    const Finding* findingAt(const QModelIndex& index) const; ///< nullptr: no such row

protected:
    QVariant extraData(const FindingRow& row, int column, int role) const override;
};

} // namespace assay
