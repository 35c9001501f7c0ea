// ClaimsModel: rows and columns of the claims table.
#include "ui/models/claims_model.h"

#include "core/units/unit.h"
#include "ui/text/claim_text.h"
#include "ui/text/finding_text.h"
#include "ui/text/utf8_text.h"

#include <QtCore/QCoreApplication>
#include <QtGui/QFont>

#include <map>
#include <numeric>

namespace assay {

namespace {

std::optional<double> middle(const Quantity& quantity) {
    if (quantity.value)
        return quantity.value;
    if (quantity.low && quantity.high)
        return std::midpoint(*quantity.low, *quantity.high);
    return quantity.low ? quantity.low : quantity.high;
}

/// Finds rows by id once for many claims.
struct Lookup {
    std::map<std::string, QString> attributes;
    std::map<std::string, QString> speakers;
    std::map<std::string, const Source*> sources;

    explicit Lookup(const Document& document) {
        for (const Row<Attribute>& row : document.attributes)
            attributes[row->id.value] = text(row->title);
        for (const Row<Speaker>& row : document.speakers)
            speakers[row->id.value] = text(row->name);
        for (const Row<Source>& row : document.sources)
            sources[row->id.value] = &*row;
    }
};

QString originators(const Claim& claim, const Lookup& lookup) {
    QStringList names;
    for (const Mention& mention : claim.mentions) {
        const auto found =
            mention.chain.empty() ? lookup.speakers.end() : lookup.speakers.find(mention.chain.front().speaker.value);
        if (found != lookup.speakers.end() && !names.contains(found->second))
            names += found->second;
    }
    return names.join(QStringLiteral(", "));
}

void addSources(ClaimRow& row, const Lookup& lookup) {
    row.onlyDigests = !row.claim->mentions.empty();
    for (const Mention& mention : row.claim->mentions) {
        const auto found = lookup.sources.find(mention.anchor.source.value);
        if (found == lookup.sources.end())
            continue;
        row.onlyDigests = row.onlyDigests && !found->second->digestOf.empty();
        if (const QString title = text(found->second->title); !row.sources.contains(title))
            row.sources += title;
    }
}

ClaimRow makeRow(const Row<Claim>& claim, const Lookup& lookup) {
    ClaimRow row{.key = claim->id.value, .claim = claim};
    if (const auto found = lookup.attributes.find(claim->attribute.value); found != lookup.attributes.end())
        row.attribute = found->second;
    if (claim->quantity) {
        row.normalised = normalisedText(*claim->quantity);
        NormalisedValue value = normalise(*claim->quantity);
        row.dimension = std::move(value.dimension);
        row.baseValue = value.value;
    }
    row.originator = originators(*claim, lookup);
    addSources(row, lookup);
    QStringList searched{text(claim->subject),
                         row.attribute,
                         text(claim->statement),
                         row.normalised,
                         text(claim->asOf),
                         text(claim->scope),
                         row.originator,
                         assessmentText(claim->assessment),
                         verifiedText(claim->verified),
                         text(claim->note),
                         text(claim->id.value)};
    if (claim->quantity)
        searched += text(claim->quantity->text);
    searched += row.sources;
    row.folded = foldText(searched.join(QLatin1Char('\n')));
    return row;
}

/// Claims without a number come last among themselves; unlike units are kept apart.
bool lessByValue(const ClaimRow& a, const ClaimRow& b) {
    if (a.baseValue.has_value() != b.baseValue.has_value())
        return a.baseValue.has_value();
    if (a.dimension != b.dimension)
        return a.dimension < b.dimension;
    return a.baseValue.value_or(0) < b.baseValue.value_or(0);
}

QString sourcesText(const ClaimRow& row) {
    const QString count = QString::number(row.sources.size());
    return row.onlyDigests ? ClaimsModel::tr("%1 digest").arg(count) : count;
}

QString sourcesHelp(const ClaimRow& row) {
    const QString titles = row.sources.join(QLatin1Char('\n'));
    return row.onlyDigests ? ClaimsModel::tr("Read in digests by Assay only:") + QLatin1Char('\n') + titles : titles;
}

QString writtenText(const ClaimRow& row) {
    if (!row.claim->quantity)
        return QStringLiteral("\u2013");
    const QString written = text(row.claim->quantity->text);
    return row.claim->verified == Verified::yes ? written : written + QStringLiteral(" ?");
}

QString statementHelp(const ClaimRow& row) {
    QStringList lines{text(row.claim->statement)};
    if (!row.claim->scope.empty())
        lines += ClaimsModel::tr("Scope: %1").arg(text(row.claim->scope));
    if (row.claim->verified != Verified::yes)
        lines += verifiedHelp(row.claim->verified);
    return lines.join(QLatin1Char('\n'));
}

QString verifiedMark(const ClaimRow& row) {
    const QString word = verifiedText(row.claim->verified);
    return row.claim->verified == Verified::yes ? word : QStringLiteral("? ") + word;
}

std::vector<TableColumn<ClaimRow>> claimColumns() {
    const auto tr = [](const char* words) { return ClaimsModel::tr(words); };
    const Qt::Alignment right = Qt::AlignRight | Qt::AlignVCenter;
    return {
        {tr("Subject"), {}, [](const ClaimRow& row) { return text(row.claim->subject); }, statementHelp, {}},
        {tr("Attribute"), {}, [](const ClaimRow& row) { return row.attribute; }, statementHelp, {}},
        {tr("As written"), tr("The number as the source wrote it; ? marks what is not verified"), writtenText,
         statementHelp, lessByValue, right},
        {tr("Value"), tr("The number as Assay reads it; sorts across units"),
         [](const ClaimRow& row) { return row.normalised; }, statementHelp, lessByValue, right},
        {tr("As of"),
         tr("The date the claim is about"),
         [](const ClaimRow& row) { return text(row.claim->asOf); },
         {},
         {}},
        {tr("Originator"),
         tr("Who said it first"),
         [](const ClaimRow& row) { return row.originator; },
         [](const ClaimRow& row) { return row.originator; },
         {}},
        {tr("Sources"), tr("How many sources mention it"), sourcesText, sourcesHelp,
         [](const ClaimRow& a, const ClaimRow& b) { return a.sources.size() < b.sources.size(); }, right},
        {tr("Assessment"),
         tr("What the analyst concludes"),
         [](const ClaimRow& row) { return assessmentText(row.claim->assessment); },
         {},
         {}},
        {tr("Verified"),
         tr("Whether a primary source confirms it"),
         verifiedMark,
         [](const ClaimRow& row) { return verifiedHelp(row.claim->verified); },
         {}},
        {QStringLiteral("\u2260"), tr("Open errors and conflicts; see Findings"),
         [](const ClaimRow& row) { return row.alarm; }, [](const ClaimRow& row) { return row.alarmHelp; },
         [](const ClaimRow& a, const ClaimRow& b) { return b.alarm < a.alarm; }, Qt::AlignHCenter | Qt::AlignVCenter},
    };
}

} // namespace

NormalisedValue normalise(const Quantity& quantity) {
    const Result<Unit> unit = parseUnit(quantity.unit.empty() ? "1" : quantity.unit);
    if (!unit)
        return {quantity.unit, middle(quantity)};
    const std::optional<double> value = middle(quantity);
    return {unitText(withoutChip(*unit)), value ? std::optional(*value * unit->scale) : std::nullopt};
}

ClaimsModel::ClaimsModel(QObject* parent) : RowTable<ClaimRow>(claimColumns(), parent) {}

void ClaimsModel::setDocument(const Document& document) {
    std::map<std::string, const ClaimRow*> known;
    std::vector<ClaimRow> old;
    if (document.attributes == m_document.attributes && document.speakers == m_document.speakers
        && document.sources == m_document.sources) {
        old = rows();
        for (const ClaimRow& row : old)
            known[row.key] = &row;
    }
    const Lookup lookup(document);
    std::vector<ClaimRow> next;
    next.reserve(document.claims.size());
    for (const Row<Claim>& claim : document.claims) {
        const auto found = known.find(claim->id.value);
        next.push_back(found != known.end() && found->second->claim.sameObject(claim) ? *found->second
                                                                                      : makeRow(claim, lookup));
        mark(next.back());
    }
    m_document = document;
    setRows(std::move(next));
}

void ClaimsModel::setFindings(const std::vector<Finding>& findings) {
    m_alarms.clear();
    for (const Finding& finding : findings) {
        if (finding.status != FindingStatus::open || !isAlarm(finding))
            continue;
        for (const ClaimId& claim : finding.claims) {
            Alarm& alarm = m_alarms[claim.value];
            alarm.verdict = alarm.reasons.isEmpty() ? finding.verdict : std::min(alarm.verdict, finding.verdict);
            alarm.reasons += text(finding.reason);
        }
    }
    std::vector<ClaimRow> next = rows();
    for (ClaimRow& row : next)
        mark(row);
    setRows(std::move(next));
}

void ClaimsModel::mark(ClaimRow& row) const {
    const auto found = m_alarms.find(row.key);
    row.alarm = found == m_alarms.end() ? QString() : verdictMark(found->second.verdict);
    row.alarmHelp = found == m_alarms.end() ? QString() : found->second.reasons.join(QStringLiteral("\n\n"));
}

std::optional<ClaimId> ClaimsModel::claimAt(const QModelIndex& index) const {
    return index.isValid() ? std::optional(ClaimId{at(index.row()).key}) : std::nullopt;
}

Qt::ItemFlags ClaimsModel::flags(const QModelIndex& index) const {
    const Qt::ItemFlags flags = RowTable<ClaimRow>::flags(index);
    return index.isValid() ? flags | Qt::ItemIsDragEnabled | Qt::ItemNeverHasChildren : flags;
}

QStringList ClaimsModel::mimeTypes() const { return {QString::fromLatin1(mimeType)}; }

QMimeData* ClaimsModel::mimeData(const QModelIndexList& indexes) const {
    if (indexes.isEmpty())
        return nullptr;
    const ClaimRow& row = at(indexes.first().row());
    auto mime = std::make_unique<QMimeData>();
    mime->setData(QString::fromLatin1(mimeType), QByteArray::fromStdString(row.key));
    mime->setText(text(row.claim->statement));
    return mime.release();
}

QVariant ClaimsModel::extraData(const ClaimRow& row, int column, int role) const {
    const auto which = static_cast<ClaimColumn>(column);
    if (role == Qt::FontRole && which == ClaimColumn::written && row.claim->verified != Verified::yes) {
        QFont font;
        font.setItalic(true);
        return font;
    }
    if (role == Qt::AccessibleTextRole && which == ClaimColumn::alarm)
        return row.alarmHelp;
    if (role == Qt::AccessibleTextRole && which == ClaimColumn::written && row.claim->verified != Verified::yes)
        return QString(text(row.claim->quantity ? row.claim->quantity->text : std::string()) + QStringLiteral(", ")
                       + verifiedText(row.claim->verified));
    return {};
}

} // namespace assay
