// ChangesModel and the short form of a list of changes.
#include "ui/models/changes_model.h"

#include <QtCore/QCoreApplication>

#include <map>
#include <string_view>

namespace assay {

namespace {

enum class Thing { claim, source, input, other };

Thing thingOf(const Change& change) {
    if (change.what == "claim")
        return Thing::claim;
    if (change.what == "source")
        return Thing::source;
    return change.what == "scenario" && change.field.starts_with("input ") ? Thing::input : Thing::other;
}

struct CountWords {
    Thing thing;
    std::string_view kind;
    const char* one;
    const char* many;
};
constexpr CountWords countWords[] = {
    {Thing::claim, "added", QT_TRANSLATE_NOOP("Changes", "1 claim added"),
     QT_TRANSLATE_NOOP("Changes", "%n claims added")},
    {Thing::claim, "removed", QT_TRANSLATE_NOOP("Changes", "1 claim removed"),
     QT_TRANSLATE_NOOP("Changes", "%n claims removed")},
    {Thing::claim, "changed", QT_TRANSLATE_NOOP("Changes", "1 claim changed"),
     QT_TRANSLATE_NOOP("Changes", "%n claims changed")},
    {Thing::source, "added", QT_TRANSLATE_NOOP("Changes", "1 source added"),
     QT_TRANSLATE_NOOP("Changes", "%n sources added")},
    {Thing::source, "removed", QT_TRANSLATE_NOOP("Changes", "1 source removed"),
     QT_TRANSLATE_NOOP("Changes", "%n sources removed")},
    {Thing::source, "changed", QT_TRANSLATE_NOOP("Changes", "1 source changed"),
     QT_TRANSLATE_NOOP("Changes", "%n sources changed")},
    {Thing::input, "changed", QT_TRANSLATE_NOOP("Changes", "1 input changed"),
     QT_TRANSLATE_NOOP("Changes", "%n inputs changed")},
    {Thing::other, "added", QT_TRANSLATE_NOOP("Changes", "1 other row added"),
     QT_TRANSLATE_NOOP("Changes", "%n other rows added")},
    {Thing::other, "removed", QT_TRANSLATE_NOOP("Changes", "1 other row removed"),
     QT_TRANSLATE_NOOP("Changes", "%n other rows removed")},
    {Thing::other, "changed", QT_TRANSLATE_NOOP("Changes", "1 other row changed"),
     QT_TRANSLATE_NOOP("Changes", "%n other rows changed")},
};

QString countText(Thing thing, std::string_view kind, int count) {
    for (const CountWords& words : countWords)
        if (words.thing == thing && words.kind == kind)
            return QCoreApplication::translate("Changes", count == 1 ? words.one : words.many, nullptr, count);
    return {};
}

QString cell(const std::string& text) { return QString::fromStdString(text).simplified(); }

} // namespace

ChangesModel::ChangesModel(QObject* parent)
    : RowTable<ChangeRow>(
        {{tr("Change"), {}, [](const ChangeRow& row) { return cell(row.change.kind); }, {}, {}},
         {tr("What"), {}, [](const ChangeRow& row) { return cell(row.change.what + " " + row.change.id); }, {}, {}},
         {tr("Field"), {}, [](const ChangeRow& row) { return cell(row.change.field); }, {}, {}},
         {tr("Here"), {}, [](const ChangeRow& row) { return cell(row.change.before); }, {}, {}},
         {tr("There"), {}, [](const ChangeRow& row) { return cell(row.change.after); }, {}, {}}},
        parent) {}

void ChangesModel::setChanges(const std::vector<Change>& changes) {
    std::vector<ChangeRow> rows;
    for (const Change& change : changes)
        rows.push_back(
            ChangeRow{std::to_string(rows.size()), change,
                      foldText(cell(change.id + " " + change.field + " " + change.before + " " + change.after))});
    setRows(std::move(rows));
}

QString summaryOf(const std::vector<Change>& changes) {
    std::map<std::pair<Thing, std::string>, std::map<std::string, int>> rows; // a row changed in three fields is one
    for (const Change& change : changes) {
        if (change.what == "conflict")
            continue; // told by its own number
        const Thing thing = thingOf(change);
        const std::string kind = thing == Thing::input ? "changed" : change.kind;
        ++rows[{thing, kind}][change.what + "/" + change.id + (thing == Thing::input ? "/" + change.field : "")];
    }
    QStringList parts;
    for (const auto& entry : rows)
        parts += countText(entry.first.first, entry.first.second, static_cast<int>(entry.second.size()));
    return parts.join(QStringLiteral(", "));
}

} // namespace assay
