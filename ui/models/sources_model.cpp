// SourcesModel: one row a source.
#include "ui/models/sources_model.h"

#include "ui/text/claim_text.h"

#include <map>
#include <set>

namespace assay {

namespace {

const QString dot = QStringLiteral(" \u00B7 ");

QString factsLine(const Source& source, const std::set<SourceId>& replaced) {
    QStringList parts;
    if (replaced.contains(source.id))
        parts += SourcesModel::tr("older version");
    else if (source.replaces)
        parts += SourcesModel::tr("newest version");
    if (!source.publisher.empty())
        parts += QString::fromStdString(source.publisher);
    if (!source.published.empty())
        parts += QString::fromStdString(source.published);
    if (!source.digestOf.empty())
        parts += SourcesModel::tr("digest");
    return parts.join(dot);
}

} // namespace

QString bibliography(const Source& source) {
    QStringList parts;
    if (!source.publisher.empty())
        parts += QString::fromStdString(source.publisher);
    QStringList authors;
    for (const std::string& author : source.authors)
        authors += QString::fromStdString(author);
    if (!authors.isEmpty())
        parts += authors.join(QStringLiteral(", "));
    if (!source.published.empty())
        parts += QString::fromStdString(source.published);
    return parts.join(dot);
}

SourcesModel::SourcesModel(QObject* parent)
    : RowTable<SourceRow>({{tr("Source"),
                            {},
                            [](const SourceRow& row) { return row.title; },
                            [](const SourceRow& row) {
                                const QString text = row.title + QLatin1Char('\n') + row.facts + QLatin1Char('\n')
                                                     + mentionsText(row.mentions);
                                return row.digest.isEmpty() ? text : QString(text + QLatin1Char('\n') + row.digest);
                            },
                            {}}},
                          parent) {}

void SourcesModel::setDocument(const Document& document) {
    std::map<std::string, int> mentions;
    for (const Row<Claim>& claim : document.claims)
        for (const Mention& mention : claim->mentions)
            ++mentions[mention.anchor.source.value];
    std::set<SourceId> replaced;
    for (const Row<Source>& source : document.sources)
        if (source->replaces)
            replaced.insert(*source->replaces);
    std::vector<SourceRow> rows;
    for (const Row<Source>& source : document.sources) {
        SourceRow row{.key = source->id.value, .title = QString::fromStdString(source->title)};
        row.facts = factsLine(*source, replaced);
        row.mentions = mentions[row.key];
        row.digest = digestText(*source);
        row.folded = foldText(row.title + QLatin1Char('\n') + bibliography(*source) + QLatin1Char('\n') + row.digest);
        rows.push_back(std::move(row));
    }
    setRows(std::move(rows));
}

std::optional<SourceId> SourcesModel::sourceAt(const QModelIndex& index) const {
    return index.isValid() ? std::optional(SourceId{at(index.row()).key}) : std::nullopt;
}

QVariant SourcesModel::extraData(const SourceRow& row, int, int role) const {
    if (role == factsRole)
        return row.facts;
    if (role == mentionsRole)
        return QString::number(row.mentions);
    if (role == Qt::AccessibleTextRole)
        return QString(row.title + QStringLiteral(", ") + row.facts + QStringLiteral(", ")
                       + mentionsText(row.mentions));
    return {};
}

} // namespace assay
