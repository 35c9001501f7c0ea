// ChangesModel: the changes between two documents, one row each.
#pragma once

#include "core/document/diff.h"
#include "ui/models/row_table.h"

#include <string>
#include <vector>

namespace assay {

struct ChangeRow {
    std::string key;
    Change change;
    QString folded;
    bool operator==(const ChangeRow&) const = default;
};

class ChangesModel : public RowTable<ChangeRow> {
    Q_OBJECT
public:
    explicit ChangesModel(QObject* parent = nullptr);

    void setChanges(const std::vector<Change>& changes);
};

/// "2 claims added, 1 input changed": what differs, in short; empty when nothing but conflicts does.
QString summaryOf(const std::vector<Change>& changes);

} // namespace assay
