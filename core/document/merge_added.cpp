// Ids given twice: rows, mentions and streams that both sides added on their own.
#include "core/document/merge_parts.h"

#include "core/document/diff_text.h"
#include "core/document/merge_rows.h"
#include "core/document/rename_row.h"

#include <algorithm>
#include <set>
#include <unordered_map>

namespace assay {
namespace {

/// "c17" -> "c17-2", or the next that none of the three documents has.
template <class IsTaken>
std::string freeBeside(const std::string& id, IsTaken isTaken) {
    for (int n = 2;; ++n)
        if (std::string next = id + "-" + std::to_string(n); !isTaken(next))
            return next;
}

template <class T>
void separate(Merging& merging, const RowKind<T>& kind) {
    const auto inAll = [&](const std::string& id) {
        for (const Document* document : {&merging.base, &merging.ours, &merging.theirs})
            if (find(document->*kind.rows, decltype(T::id){id}) != nullptr)
                return true;
        return false;
    };
    const Rows<T> base = merging.base.*kind.rows, ours = merging.ours.*kind.rows, theirs = merging.theirs.*kind.rows;
    const RowIndex<T> was = rowIndex(base), yours = rowIndex(theirs);
    for (const Row<T>& row : ours) {
        const std::string id = row->id.value;
        const auto found = yours.find(id);
        if (was.contains(id) || found == yours.end() || **found->second == *row)
            continue;
        const bool oursMoves = fullText(*row) > fullText(**found->second);
        const std::string fresh = freeBeside(id, inAll);
        Conflict conflict = conflictOver(kind.what, id, "id");
        conflict.ours.*kind.version = *row;
        conflict.theirs.*kind.version = **found->second;
        (*((oursMoves ? conflict.ours : conflict.theirs).*kind.version)).id.value = fresh;
        if constexpr (std::same_as<T, Source>) // both texts are in the document already
            for (RowVersion* version : {&conflict.ours, &conflict.theirs})
                version->source->text.clear();
        Document& side = oursMoves ? merging.ours : merging.theirs;
        side = withRenamedRow(std::move(side), kind.what, id, fresh);
        merging.conflicts.push_back(std::move(conflict));
    }
}

/// The claim and the words of every mention.
std::unordered_map<std::string, std::string> mentionTexts(const Document& document) {
    std::unordered_map<std::string, std::string> texts;
    for (const Row<Claim>& claim : document.claims)
        for (const Mention& mention : claim->mentions)
            texts.emplace(mention.id.value, claim->id.value + " " + fullText(mention));
    return texts;
}

void separateMentions(Merging& merging) {
    const auto was = mentionTexts(merging.base), mine = mentionTexts(merging.ours),
               yours = mentionTexts(merging.theirs);
    std::set<std::string> given;
    const auto isTaken = [&](const std::string& id) {
        return was.contains(id) || mine.contains(id) || yours.contains(id) || given.contains(id);
    };
    const std::map<std::string, std::string> sorted(mine.begin(), mine.end());
    for (const auto& [id, text] : sorted) {
        const auto found = yours.find(id);
        if (was.contains(id) || found == yours.end() || found->second == text)
            continue;
        const std::string fresh = freeBeside(id, isTaken);
        given.insert(fresh);
        Document& side = text > found->second ? merging.ours : merging.theirs;
        side = withRenamedMention(std::move(side), id, fresh);
        merging.settled.push_back("mention " + id + " was added on both sides: one of them is " + fresh + " now");
    }
}

} // namespace

void separateAddedRows(Merging& merging) {
    forEachRowKind([&](const auto& kind) {
        // A catalogue row is named by what it is about: two of one id are two versions of one row.
        if (kind.what != "catalogue row")
            separate(merging, kind);
    });
    separateMentions(merging);
}

Model withStreamsApart(const Merging& merging, Model model, std::vector<std::string>& settled) {
    int highest = 0;
    for (const Document* document : {&merging.base, &merging.ours, &merging.theirs})
        if (const Model* version = find(document->models, model.id))
            for (const ModelInput& input : version->inputs)
                highest = std::max(highest, input.stream);
    const Model* old = find(merging.base.models, model.id);
    const auto isNew = [&](const ModelInput& input) {
        const ModelInput* before = old ? findElement(old->inputs, input.id.value) : nullptr;
        return before == nullptr || before->stream != input.stream;
    };
    std::vector<ModelInput*> byRank;
    for (ModelInput& input : model.inputs)
        byRank.push_back(&input);
    std::sort(byRank.begin(), byRank.end(), [&](const ModelInput* a, const ModelInput* b) {
        return std::pair(isNew(*a), a->id) < std::pair(isNew(*b), b->id);
    });
    std::set<int> taken;
    for (ModelInput* input : byRank) {
        if (taken.insert(input->stream).second)
            continue;
        const int before = std::exchange(input->stream, ++highest);
        taken.insert(input->stream);
        settled.push_back("model " + model.id.value + ": input " + input->id.value + " has stream "
                          + std::to_string(input->stream) + " now, " + std::to_string(before) + " was given twice");
    }
    return model;
}

} // namespace assay
