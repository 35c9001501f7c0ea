// ConflictsModel: the open conflicts of a merge, one row each, with the three versions.
#pragma once

#include "core/document/conflict.h"
#include "ui/models/row_table.h"

#include <optional>
#include <string>

namespace assay {

/// disagree: two versions of one thing; incomplete: one side has no version of it.
enum class ConflictKind { disagree, incomplete };

struct ConflictRow {
    std::string key; ///< the conflict's id
    QString what;    ///< "claim c1, note"
    QString reason;  ///< "both changed it", with the kind's symbol
    ConflictKind kind = ConflictKind::disagree;
    ConflictTexts texts;
    QString folded;
    bool operator==(const ConflictRow& other) const { return key == other.key && what == other.what; }
};

class ConflictsModel : public RowTable<ConflictRow> {
    Q_OBJECT
public:
    explicit ConflictsModel(QObject* parent = nullptr);

    void setDocument(const Document& document);
    std::optional<ConflictId> conflictAt(const QModelIndex& index) const;

    static constexpr int reasonColumn = 1;
};

} // namespace assay
