// FindingsModel: one row a finding.
#include "ui/models/findings_model.h"

#include "ui/text/finding_text.h"
#include "ui/text/utf8_text.h"

namespace assay {

namespace {

FindingRow makeRow(const Finding& finding) {
    FindingRow row{.key = finding.id.value, .finding = finding};
    row.head = verdictName(finding.verdict) + QStringLiteral(" \u00B7 ") + findingKindName(finding.kind);
    const int count = static_cast<int>(finding.claims.size());
    if (count > 0)
        row.claims = count == 1 ? FindingsModel::tr("1 claim") : FindingsModel::tr("%n claims", nullptr, count);
    row.decision = decisionText(finding);
    QStringList searched{row.head, text(finding.reason), row.decision};
    for (const ClaimId& claim : finding.claims)
        searched += text(claim.value);
    row.folded = foldText(searched.join(QLatin1Char('\n')));
    return row;
}

} // namespace

bool isIn(FindingGroup group, const Finding& finding) {
    const bool isOpen = finding.status == FindingStatus::open;
    switch (group) {
    case FindingGroup::alarms: return isOpen && isAlarm(finding);
    case FindingGroup::notes: return isOpen && finding.verdict == Verdict::note;
    case FindingGroup::agreements: return isOpen && finding.verdict == Verdict::compatible;
    case FindingGroup::decided: return !isOpen;
    case FindingGroup::all: return true;
    }
    return false;
}

int countIn(FindingGroup group, const std::vector<Finding>& findings) {
    return static_cast<int>(std::count_if(findings.begin(), findings.end(),
                                          [group](const Finding& finding) { return isIn(group, finding); }));
}

FindingsModel::FindingsModel(QObject* parent)
    : RowTable<FindingRow>(
        {{tr("Finding"), {}, [](const FindingRow& row) { return text(row.finding.reason); }, {}, {}}}, parent) {}

void FindingsModel::setFindings(const std::vector<Finding>& findings, FindingGroup group) {
    std::vector<FindingRow> rows;
    for (const Finding& finding : findings)
        if (isIn(group, finding))
            rows.push_back(makeRow(finding));
    setRows(std::move(rows));
}

const Finding* FindingsModel::findingAt(const QModelIndex& index) const {
    return index.isValid() ? &at(index.row()).finding : nullptr;
}

QVariant FindingsModel::extraData(const FindingRow& row, int, int role) const {
    if (role == Qt::AccessibleTextRole)
        return QStringList{row.head, text(row.finding.reason), row.claims, row.decision}.join(QStringLiteral(". "));
    return {};
}

} // namespace assay
