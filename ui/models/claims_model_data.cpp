// ClaimsModel: what Qt asks of a model, and facets.
#include "ui/models/claims_model.h"

#include "ui/text/claim_text.h"
#include "ui/text/finding_text.h"
#include "ui/text/utf8_text.h"

#include <QtCore/QLocale>
#include <QtGui/QFont>

#include <algorithm>
#include <unordered_set>

namespace assay {

int ClaimsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int ClaimsModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : claimColumnCount; }

int ClaimsModel::matching() const { return static_cast<int>(std::count(m_mask.begin(), m_mask.end(), 1)); }

const Claim* ClaimsModel::claimOf(const QModelIndex& index) const {
    if (!index.isValid())
        return nullptr;
    const std::uint32_t shown = m_shown[static_cast<std::size_t>(index.row())];
    return (shown & groupMark) != 0 ? nullptr : &*claims()[shown];
}

std::optional<ClaimId> ClaimsModel::claimAt(const QModelIndex& index) const {
    const Claim* claim = claimOf(index);
    return claim ? std::optional(claim->id) : std::nullopt;
}

std::optional<int> ClaimsModel::rowOf(const std::string& claim) const {
    const Rows<Claim>& all = claims();
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Row<Claim>& row) { return row->id.value == claim; });
    const std::int32_t place = found == all.end() ? -1 : m_places[static_cast<std::size_t>(found - all.begin())];
    return place < 0 ? std::nullopt : std::optional<int>(place);
}

std::vector<std::pair<int, int>> ClaimsModel::rowsOf(const std::vector<ClaimId>& wanted) const {
    std::unordered_set<std::string_view> ids;
    for (const ClaimId& id : wanted)
        ids.insert(id.value);
    std::vector<std::pair<int, int>> runs;
    for (std::size_t at = 0; at < m_shown.size() && !ids.empty(); ++at) {
        if ((m_shown[at] & groupMark) != 0 || !ids.contains(claims()[m_shown[at]]->id.value))
            continue;
        const int row = static_cast<int>(at);
        if (runs.empty() || runs.back().second != row - 1)
            runs.emplace_back(row, row);
        else
            runs.back().second = row;
    }
    return runs;
}

std::vector<FacetCount> ClaimsModel::facet(FilterKey key) const {
    std::unordered_map<std::string, int> counts;
    for (std::size_t row = 0; row < m_mask.size(); ++row) {
        if (!m_mask[row])
            continue;
        if (key == FilterKey::conflict) {
            ++counts[m_alarmed[row] ? "yes" : "no"];
            continue;
        }
        const std::vector<std::string> texts = claimTexts(*m_context, *claims()[row], key);
        const bool isOneWord = key == FilterKey::verified || key == FilterKey::assessment || key == FilterKey::grade;
        for (std::size_t i = 0; i < (isOneWord ? std::min<std::size_t>(1, texts.size()) : texts.size()); ++i)
            if (std::find(texts.begin(), texts.begin() + static_cast<std::ptrdiff_t>(i), texts[i])
                == texts.begin() + static_cast<std::ptrdiff_t>(i))
                ++counts[texts[i]];
    }
    std::vector<FacetCount> facets;
    for (const auto& [text, count] : counts)
        facets.push_back(FacetCount{text, count});
    std::sort(facets.begin(), facets.end(), [](const FacetCount& a, const FacetCount& b) {
        return a.count != b.count ? a.count > b.count : a.text < b.text;
    });
    return facets;
}

QVariant ClaimsModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (const Claim* claim = claimOf(index))
        return claimData(*claim, static_cast<ClaimColumn>(index.column()), role);
    return groupData(m_groups.at(m_shown[static_cast<std::size_t>(index.row())]), index.column(), role);
}

/// A group's words stand in the first cell of its row; the view draws them over the whole row.
QVariant ClaimsModel::groupData(const ClaimGroup& group, int column, int role) const {
    if (role == openRole)
        return group.open;
    if (column == 0 && (role == Qt::DisplayRole || role == Qt::AccessibleTextRole))
        return tr("%1 (%2)").arg(group.title.empty() ? tr("none") : text(group.title), QLocale().toString(group.count));
    if (role == Qt::AccessibleDescriptionRole)
        return group.open ? tr("Open group; Left closes it") : tr("Closed group; Right opens it");
    return {};
}

QVariant ClaimsModel::conflictData(const Claim& claim, int role) const {
    const auto alarm = m_alarms.find(claim.id.value);
    if (alarm == m_alarms.end())
        return role == Qt::DisplayRole ? QVariant(QString()) : QVariant();
    if (role == Qt::DisplayRole)
        return verdictMark(alarm->second.verdict);
    if (role == Qt::ToolTipRole || role == Qt::AccessibleTextRole)
        return alarm->second.reasons.join(QStringLiteral("\n\n"));
    return {};
}

QVariant ClaimsModel::claimData(const Claim& claim, ClaimColumn column, int role) const {
    const ClaimColumnKind& kind = claimColumn(column);
    if (role == Qt::TextAlignmentRole)
        return QVariant(kind.alignment);
    if (column == ClaimColumn::conflict)
        return conflictData(claim, role);
    if (role == Qt::DisplayRole)
        return claimCell(*m_context, claim, column);
    if (role == Qt::ToolTipRole)
        return claimCellHelp(*m_context, claim, column);
    if (role == Qt::EditRole && kind.field)
        return text(claimFieldText(m_context->document(), claim, *kind.field));
    if (column != ClaimColumn::written || claim.verified == Verified::yes)
        return {};
    if (role == Qt::FontRole) {
        QFont font;
        font.setItalic(true);
        return font;
    }
    if (role == Qt::AccessibleTextRole)
        return QString(text(claim.quantity ? claim.quantity->text : std::string()) + QStringLiteral(", ")
                       + verifiedText(claim.verified));
    return {};
}

bool ClaimsModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    const Claim* claim = claimOf(index);
    const std::optional<ClaimField> field = claimColumn(static_cast<ClaimColumn>(index.column())).field;
    if (!claim || !field || role != Qt::EditRole)
        return false;
    emit edited(ClaimId(claim->id), *field, value.toString());
    return true;
}

/// The second and further columns of a sort say so in their titles: a header draws one arrow only.
QVariant ClaimsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= claimColumnCount)
        return {};
    const auto column = static_cast<ClaimColumn>(section);
    const ClaimColumnKind& kind = claimColumn(column);
    if (role == Qt::ToolTipRole)
        return kind.help;
    if (role == Qt::TextAlignmentRole)
        return QVariant(kind.alignment);
    if (role != Qt::DisplayRole)
        return {};
    for (std::size_t i = 1; i < m_sort.size(); ++i)
        if (m_sort[i].column == column)
            return QStringLiteral("%1 %2%3").arg(
                kind.title,
                m_sort[i].direction == SortDirection::ascending ? QStringLiteral("\u2191") : QStringLiteral("\u2193"),
                QString::number(i + 1));
    return kind.title;
}

Qt::ItemFlags ClaimsModel::flags(const QModelIndex& index) const {
    if (!index.isValid())
        return QAbstractTableModel::flags(index);
    if (!claimOf(index))
        return Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index) | Qt::ItemIsDragEnabled | Qt::ItemNeverHasChildren;
    return claimColumn(static_cast<ClaimColumn>(index.column())).field ? flags | Qt::ItemIsEditable : flags;
}

QStringList ClaimsModel::mimeTypes() const { return {QString::fromLatin1(mimeType)}; }

QMimeData* ClaimsModel::mimeData(const QModelIndexList& indexes) const {
    const Claim* claim = indexes.isEmpty() ? nullptr : claimOf(indexes.first());
    if (!claim)
        return nullptr;
    auto mime = std::make_unique<QMimeData>();
    mime->setData(QString::fromLatin1(mimeType), QByteArray::fromStdString(claim->id.value));
    mime->setText(text(claim->statement));
    return mime.release();
}

} // namespace assay
