// ClaimsModel: what is shown, and what an edit changes of it.
#include "ui/models/claims_model.h"

#include "ui/text/utf8_text.h"

#include <algorithm>
#include <utility>

namespace assay {

namespace {

bool sameIds(const Rows<Claim>& before, const Rows<Claim>& after, std::size_t count) {
    for (std::size_t row = 0; row < count; ++row)
        if (!before[row].sameObject(after[row]) && before[row]->id != after[row]->id)
            return false;
    return true;
}

bool asksForConflicts(const std::vector<FilterTerm>& terms) {
    return std::any_of(terms.begin(), terms.end(),
                       [](const FilterTerm& term) { return term.key == FilterKey::conflict; });
}

} // namespace

ClaimsModel::ClaimsModel(QObject* parent)
    : QAbstractTableModel(parent),
      m_context(std::make_unique<ClaimContext>(Document{})) {}

void ClaimsModel::setDocument(const Document& document) {
    const Rows<Claim>& old = claims();
    const bool goesOn = m_context->sameFor(document) && old.size() <= document.claims.size()
                        && sameIds(old, document.claims, old.size());
    const Rows<Claim> before = old;
    std::unique_ptr<ClaimContext> left;
    const RowMask changed = goesOn ? takeChanges(document) : RowMask(document.claims.size(), 1);
    if (!goesOn)
        left = rebuild(document);
    m_ranks = {};
    mark();
    choose();
    order();
    moveTo(before, std::move(left), changed);
}

/// The rows that are new or another claim now; the others stay as they are.
RowMask ClaimsModel::takeChanges(const Document& document) {
    const Rows<Claim> before = claims();
    RowMask changed(document.claims.size(), 0);
    m_context->setClaims(document);
    for (std::size_t row = 0; row < document.claims.size(); ++row) {
        const Row<Claim>& claim = document.claims[row];
        if (row < before.size() && before[row].sameObject(claim))
            continue;
        changed[row] = 1;
        if (row < before.size())
            m_index.replace(*m_context, row, *claim);
        else
            m_index.append(*m_context, *claim);
    }
    return changed;
}

/// Returns what was there before: what is still shown stands in it.
std::unique_ptr<ClaimContext> ClaimsModel::rebuild(const Document& document) {
    std::unique_ptr<ClaimContext> left = std::exchange(m_context, std::make_unique<ClaimContext>(document));
    m_index.clear();
    for (const Row<Claim>& claim : claims())
        m_index.append(*m_context, *claim);
    return left;
}

void ClaimsModel::setFindings(const std::vector<Finding>& findings) {
    Alarms alarms;
    for (const Finding& finding : findings) {
        if (finding.status != FindingStatus::open || !isAlarm(finding))
            continue;
        for (const ClaimId& claim : finding.claims) {
            Alarm& alarm = alarms[claim.value];
            alarm.verdict = alarm.reasons.isEmpty() ? finding.verdict : std::min(alarm.verdict, finding.verdict);
            alarm.reasons += text(finding.reason);
        }
    }
    if (alarms == m_alarms)
        return;
    m_alarms = std::move(alarms);
    const RowMask before = m_alarmed;
    mark();
    m_ranks[static_cast<std::size_t>(ClaimColumn::conflict)].reset();
    const auto isConflict = [](const ClaimSort& key) { return key.column == ClaimColumn::conflict; };
    const bool moves = asksForConflicts(m_terms) || std::any_of(m_sort.begin(), m_sort.end(), isConflict);
    if (moves) {
        choose();
        order();
        moveTo(Rows<Claim>(claims()), nullptr, RowMask(claims().size(), 1));
    } else if (rowCount() > 0) {
        const int column = static_cast<int>(ClaimColumn::conflict);
        emit dataChanged(index(0, column), index(rowCount() - 1, column));
    }
}

void ClaimsModel::mark() {
    m_alarmed.assign(claims().size(), 0);
    if (m_alarms.empty())
        return;
    for (std::size_t row = 0; row < m_alarmed.size(); ++row)
        m_alarmed[row] = m_alarms.contains(claims()[row]->id.value) ? 1 : 0;
}

void ClaimsModel::choose() { m_mask = m_index.matching(m_terms, *m_context, claims(), m_alarmed); }

const Ranks& ClaimsModel::ranks(ClaimColumn column) {
    std::optional<Ranks>& known = m_ranks[static_cast<std::size_t>(column)];
    if (known)
        return *known;
    if (column != ClaimColumn::conflict)
        return known.emplace(m_index.ranks(column, *m_context, claims()));
    std::vector<NumberKey> keys;
    keys.reserve(claims().size());
    for (const Row<Claim>& claim : claims()) {
        const auto alarm = m_alarms.find(claim->id.value);
        keys.push_back(
            NumberKey{0, alarm == m_alarms.end() ? std::nullopt : std::optional(double(alarm->second.verdict))});
    }
    return known.emplace(ranksOf(keys));
}

void ClaimsModel::order() {
    std::vector<RankedColumn> columns;
    for (const ClaimSort& key : m_sort)
        columns.push_back(RankedColumn{&ranks(key.column), key.direction});
    m_order = orderedRows(claims().size(), columns);
}

Shown ClaimsModel::wanted() const {
    Shown shown;
    shown.reserve(m_order.size());
    for (const std::uint32_t row : m_order)
        if (m_mask[row])
            shown.push_back(row);
    return shown;
}

void ClaimsModel::setShown(Shown shown) {
    m_shown = m_grouping ? m_groups.arranged(m_order, m_mask) : std::move(shown);
    m_places.assign(claims().size(), -1);
    for (std::size_t at = m_shown.size(); at-- > 0;)
        if ((m_shown[at] & groupMark) == 0)
            m_places[m_shown[at]] = static_cast<std::int32_t>(at);
}

void ClaimsModel::showAnew() {
    beginResetModel();
    setShown(wanted());
    endResetModel();
}

void ClaimsModel::setFilter(const QString& expression) {
    const std::string typed = expression.toStdString();
    m_terms = readFilter(typed);
    RowMask before = std::move(m_mask);
    choose();
    if (m_mask != before || m_shown.empty())
        showAnew();
}

void ClaimsModel::setGrouping(std::optional<FilterKey> key) {
    if (key == m_grouping)
        return;
    beginResetModel();
    m_grouping = key;
    m_groups.clear();
    if (key)
        m_groups.build(*m_context, claims(), *key);
    setShown(wanted());
    endResetModel();
}

void ClaimsModel::setOpen(int row, Qt::CheckState open) {
    const std::uint32_t shown = m_shown[static_cast<std::size_t>(row)];
    if ((shown & groupMark) == 0 || m_groups.at(shown).open == (open == Qt::Checked))
        return;
    const int count = m_groups.at(shown).count;
    if (open == Qt::Checked)
        beginInsertRows({}, row + 1, row + count);
    else
        beginRemoveRows({}, row + 1, row + count);
    m_groups.setOpen(shown, open);
    setShown({});
    if (open == Qt::Checked)
        endInsertRows();
    else
        endRemoveRows();
    emit dataChanged(index(row, 0), index(row, columnCount() - 1));
}

void ClaimsModel::setSort(std::vector<ClaimSort> sort) {
    m_sort = std::move(sort);
    const Shown before = m_shown;
    emit layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    order();
    setShown(wanted());
    std::unordered_map<std::uint32_t, int> groups;
    for (std::size_t at = 0; at < m_shown.size(); ++at)
        if ((m_shown[at] & groupMark) != 0)
            groups.emplace(m_shown[at], static_cast<int>(at));
    for (const QModelIndex& old : persistentIndexList()) {
        const std::uint32_t row = before[static_cast<std::size_t>(old.row())];
        const int place = (row & groupMark) != 0 ? groups.at(row) : m_places[row];
        changePersistentIndex(old, index(place, old.column()));
    }
    emit layoutChanged({}, QAbstractItemModel::VerticalSortHint);
    emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

void ClaimsModel::sort(int column, Qt::SortOrder order) {
    if (column < 0)
        return setSort({});
    setSort({ClaimSort{static_cast<ClaimColumn>(column),
                       order == Qt::AscendingOrder ? SortDirection::ascending : SortDirection::descending}});
}

/// One run of removed rows or one of inserted ones is what nearly every edit comes to; a bigger change is a reset.
/// Until Qt is told, the rows that are shown are those of the context that was left.
void ClaimsModel::moveTo(const Rows<Claim>& before, std::unique_ptr<ClaimContext> left, const RowMask& changed) {
    Shown shown = wanted();
    const RowRuns runs = rowRuns(m_grouping ? 0 : m_shown.size(), shown.size(), [&](std::size_t a, std::size_t b) {
        const Row<Claim>&old = before[m_shown[a]], &now = claims()[shown[b]];
        return old.sameObject(now) || old->id == now->id;
    });
    const bool resets = m_grouping || (runs.removed > 0 && runs.inserted > 0);
    if (left)
        std::swap(m_context, left);
    if (resets)
        beginResetModel();
    else if (runs.removed > 0)
        beginRemoveRows({}, runs.head, runs.head + runs.removed - 1);
    else if (runs.inserted > 0)
        beginInsertRows({}, runs.head, runs.head + runs.inserted - 1);
    if (left)
        std::swap(m_context, left);
    if (m_grouping)
        m_groups.build(*m_context, claims(), *m_grouping);
    setShown(std::move(shown));
    if (resets)
        endResetModel();
    else if (runs.removed > 0)
        endRemoveRows();
    else if (runs.inserted > 0)
        endInsertRows();
    if (!resets)
        tellChanged(changed);
}

/// One signal for each run of changed rows.
void ClaimsModel::tellChanged(const RowMask& changed) {
    const int last = columnCount() - 1;
    for (int row = 0; row < rowCount(); ++row) {
        const int first = row;
        while (row < rowCount() && changed[m_shown[static_cast<std::size_t>(row)]])
            ++row;
        if (row > first)
            emit dataChanged(index(first, 0), index(row - 1, last));
    }
}

} // namespace assay
