// The merge itself: ids apart, rows merged kind by kind, references mended, conflicts written down.
#include "core/document/merge.h"

#include "core/document/merge_parts.h"
#include "core/document/merge_rows.h"

#include <algorithm>
#include <array>

namespace assay {
namespace {

Rows<Conflict> openConflicts(const Three<Document>& documents) {
    Rows<Conflict> open;
    const auto has = [](const Document& document, const Row<Conflict>& row) {
        return find(document.conflicts, row->id) != nullptr;
    };
    const auto add = [&](const Document& side, const Document& other) {
        for (const Row<Conflict>& row : side.conflicts)
            if ((has(other, row) || !has(documents.base, row)) && find(open, row->id) == nullptr)
                open.push_back(row);
    };
    add(documents.ours, documents.theirs);
    add(documents.theirs, documents.ours);
    return open;
}

Project mergedProject(const Three<Document>& documents, std::vector<Conflict>& conflicts) {
    return RowMerge<Project>(conflicts, "project", &RowVersion::project)
        .merged(Three<Project>{documents.base.project, documents.ours.project, documents.theirs.project});
}

/// A newer version's key that both sides changed: the project's conflict carries it. Of two newer versions the later.
Extra mergedExtra(const Three<Document>& documents, std::vector<Conflict>& conflicts) {
    static const std::string version = "version";
    std::array<Extra, 3> extras{documents.base.extra, documents.ours.extra, documents.theirs.extra};
    std::pair<std::size_t, std::string> latest; // "1.9" is before "1.10"
    for (Extra& extra : extras)
        if (const auto member = extra.extract(version))
            latest = std::max(latest, std::pair(member.mapped().size(), member.mapped()));
    Extra merged =
        RowMerge<Project>(conflicts, "project", &RowVersion::project).mergedExtra(extras[0], extras[1], extras[2]);
    if (latest.first > 0)
        merged[version] = latest.second;
    return merged;
}

} // namespace

Result<Merged> merge(const Document& base, const Document& ours, const Document& theirs) {
    if (ours == theirs)
        return Merged{ours, {}, {}};
    Merging merging{base, ours, theirs, {}, {}};
    separateAddedRows(merging);
    const Three<Document> documents{merging.base, merging.ours, merging.theirs};
    Document document;
    document.project = mergedProject(documents, merging.conflicts);
    document.extra = mergedExtra(documents, merging.conflicts);
    forEachRowKind([&](const auto& kind) { document.*kind.rows = mergedRows(kind, documents, merging.conflicts); });
    for (Row<Model>& row : document.models)
        if (Model apart = withStreamsApart(merging, *row, merging.settled); !(apart == *row))
            row = Row<Model>(std::move(apart));
    Result<Document> sound = repaired(merging, std::move(document));
    if (!sound)
        return sound.error();
    sound->conflicts = openConflicts(documents);
    for (const Conflict& conflict : merging.conflicts)
        if (find(sound->conflicts, conflict.id) == nullptr)
            sound->conflicts.push_back(Row<Conflict>(conflict));
    return Merged{std::move(*sound), std::move(merging.conflicts), std::move(merging.settled)};
}

} // namespace assay
