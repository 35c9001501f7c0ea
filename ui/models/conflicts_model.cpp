// ConflictsModel.
#include "ui/models/conflicts_model.h"

namespace assay {

namespace {

QString cell(const std::string& text) {
    return text.empty() ? QStringLiteral("\u2013") : QString::fromStdString(text).simplified();
}

ConflictKind kindOf(const Conflict& conflict) {
    return conflict.field.empty() ? ConflictKind::incomplete : ConflictKind::disagree;
}

QString reasonOf(const Conflict& conflict) {
    if (conflict.field == "id")
        return ConflictsModel::tr("\u2260 one id for two rows: both are kept");
    if (kindOf(conflict) == ConflictKind::incomplete)
        return ConflictsModel::tr("\u2205 only one side has it");
    return ConflictsModel::tr("\u2260 both changed it");
}

} // namespace

ConflictsModel::ConflictsModel(QObject* parent)
    : RowTable<ConflictRow>({{tr("What"), {}, [](const ConflictRow& row) { return row.what; }, {}, {}},
                             {tr("Why"), {}, [](const ConflictRow& row) { return row.reason; }, {}, {}},
                             {tr("Before"),
                              tr("The version both sides come from"),
                              [](const ConflictRow& row) { return cell(row.texts.base); },
                              {},
                              {}},
                             {tr("Ours"), {}, [](const ConflictRow& row) { return cell(row.texts.ours); }, {}, {}},
                             {tr("Theirs"), {}, [](const ConflictRow& row) { return cell(row.texts.theirs); }, {}, {}}},
                            parent) {}

void ConflictsModel::setDocument(const Document& document) {
    std::vector<ConflictRow> rows;
    for (const Row<Conflict>& conflict : document.conflicts) {
        ConflictRow row{.key = conflict->id.value,
                        .what = QString::fromStdString(conflict->what + " " + conflict->row)};
        if (!conflict->field.empty() && conflict->field != "id")
            row.what += QStringLiteral(", ") + QString::fromStdString(conflict->field);
        row.reason = reasonOf(*conflict);
        row.kind = kindOf(*conflict);
        row.texts = conflictTexts(*conflict);
        row.folded = foldText(row.what);
        rows.push_back(std::move(row));
    }
    setRows(std::move(rows));
}

std::optional<ConflictId> ConflictsModel::conflictAt(const QModelIndex& index) const {
    return index.isValid() ? std::optional(ConflictId{at(index.row()).key}) : std::nullopt;
}

} // namespace assay
