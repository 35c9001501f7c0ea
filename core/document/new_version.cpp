// Each text is made ready once, however many mentions are looked for in it.
#include "core/document/new_version.h"

#include "core/base/utf8.h"
#include "core/document/check.h"
#include "core/document/edit.h"
#include "core/source/anchor.h"

#include <algorithm>
#include <map>
#include <memory>

namespace assay {
namespace {

/// Of equal words in several places: the share of agreeing surroundings from which on the place is beyond doubt.
constexpr double surelyThis = 0.9;

bool isBeyondDoubt(const FoundAnchor& found) {
    const bool sameWords = found.state == AnchorState::anchored || found.state == AnchorState::moved;
    return sameWords && (found.rivals == 0 || found.score >= surelyThis);
}

/// An address without its scheme, what points into the page, and the slash at its end.
std::string_view bareAddress(std::string_view url) {
    for (const std::string_view scheme : {"https://", "http://"})
        if (url.starts_with(scheme))
            url.remove_prefix(scheme.size());
    url = url.substr(0, url.find('#'));
    if (url.ends_with('/'))
        url.remove_suffix(1);
    return url;
}

void takeFacts(Source& newer, const Source& older) {
    const auto take = [](auto& fact, const auto& from) {
        if (fact.empty())
            fact = from;
    };
    take(newer.title, older.title);
    take(newer.publisher, older.publisher);
    take(newer.authors, older.authors);
    take(newer.url, older.url);
    take(newer.language, older.language);
}

/// The source that replaces this one; the last one added when there are several.
const Source* successor(const Document& document, const SourceId& source) {
    for (auto row = document.sources.rbegin(); row != document.sources.rend(); ++row)
        if ((*row)->replaces == source)
            return &**row;
    return nullptr;
}

/// The numbers that were dismissed in the older text, where they are found again beyond doubt.
std::vector<TextRange> carriedDismissals(const Source& older, const Source& newer, const AnchorText& text) {
    std::vector<TextRange> carried;
    for (const TextRange& range : older.dismissed) {
        const Result<Anchor> anchor = makeAnchor(older, range.start, range.end);
        if (!anchor)
            continue;
        const FoundAnchor found = findAnchor(text, *anchor, readingIn(newer.language));
        if (isBeyondDoubt(found))
            carried.push_back(TextRange{found.start, found.end});
    }
    std::sort(carried.begin(), carried.end());
    carried.erase(std::unique(carried.begin(), carried.end()), carried.end());
    return carried;
}

/// Carries over what it can; counts in the result.
void carryMentions(NewVersion& version, const Source& newer, const AnchorText& text) {
    for (Row<Claim>& row : version.document.claims) {
        Claim claim = *row;
        for (Mention& mention : claim.mentions) {
            if (mention.anchor.source != version.older)
                continue;
            const FoundAnchor found = findAnchor(text, mention.anchor, readingIn(newer.language));
            const Result<Anchor> anchor =
                isBeyondDoubt(found) ? makeAnchor(newer, found.start, found.end) : Error(ErrorCode::fieldValue);
            if (anchor)
                mention.anchor = *anchor;
            ++(anchor ? version.carried : version.left);
        }
        if (claim != *row)
            row = Row(std::move(claim));
    }
}

std::string reasonOf(const LeftMention& left, const Source& newer) {
    const std::string in = "The newer version of " + newer.title;
    const std::string was = "\"" + left.quote + "\"", now = "\"" + left.now + "\"";
    switch (left.found.state) {
    case AnchorState::numberChanged:
        if (left.found.now.empty())
            return in + " has " + now + " where " + was + " stood: the number " + left.found.was + " is gone.";
        if (left.found.was.empty())
            return in + " has " + now + " where " + was + " stood: the number " + left.found.now + " came in.";
        return in + " says " + left.found.now + " where it said " + left.found.was + ": " + was + " became " + now
               + ".";
    case AnchorState::edited: return in + " has " + now + " where " + was + " stood; the numbers are the same.";
    case AnchorState::orphan: return in + " does not have the words " + was + " any more.";
    default: break;
    }
    return in + " has the words " + was + " in " + std::to_string(left.found.rivals + 1)
           + " places, and which one is meant is not plain.";
}

Finding findingOf(const LeftMention& left, const Source& newer) {
    Finding finding{.id = {"version " + left.mention.value + " " + newer.id.value}, .kind = FindingKind::anchor};
    finding.verdict = left.found.state == AnchorState::numberChanged ? Verdict::conflict : Verdict::note;
    finding.claims = {left.claim};
    finding.reason = reasonOf(left, newer);
    return finding;
}

/// The newest texts, each made ready when it is first asked for.
class NewestTexts {
public:
    const AnchorText& of(const Source& source) {
        std::unique_ptr<AnchorText>& text = m_texts[source.id.value];
        if (!text)
            text = std::make_unique<AnchorText>(source.text);
        return *text;
    }

private:
    std::map<std::string, std::unique_ptr<AnchorText>> m_texts;
};

} // namespace

SourceId newestVersion(const Document& document, const SourceId& source) {
    SourceId newest = source;
    for (std::size_t steps = 0; steps < document.sources.size(); ++steps) { // a circle in a strange file ends too
        const Source* next = successor(document, newest);
        if (next == nullptr)
            break;
        newest = next->id;
    }
    return newest;
}

std::optional<SourceId> olderVersionOf(const Document& document, const Source& imported) {
    const std::string_view address = bareAddress(imported.url);
    if (address.empty())
        return std::nullopt;
    for (const Row<Source>& source : document.sources)
        if (bareAddress(source->url) == address && source->digestOf.empty()) {
            const SourceId newest = newestVersion(document, source->id);
            if (find(document.sources, newest)->text != imported.text)
                return newest;
        }
    return std::nullopt;
}

Result<NewVersion> addNewVersion(const Document& document, const SourceId& older, Source newer) {
    const SourceId newest = newestVersion(document, older);
    const Source* replaced = find(document.sources, newest);
    if (replaced == nullptr)
        return Error(ErrorCode::idUnknown, older.value, {"source", older.value});
    if (replaced->text == newer.text)
        return Error(ErrorCode::fieldValue, newest.value,
                     {"text", "the same text", "a text that differs from the version that is there"});
    takeFacts(newer, *replaced);
    newer.id = {freeSourceId(document, newer.title)};
    newer.replaces = newest;
    const AnchorText text(newer.text);
    newer.dismissed = carriedDismissals(*replaced, newer, text);
    Result<Document> with = addSource(document, newer);
    if (!with)
        return with.error();
    NewVersion version{.document = std::move(*with), .source = newer.id, .older = newest};
    carryMentions(version, newer, text);
    if (const Result<> sound = checkReferences(version.document); !sound)
        return sound.error();
    return version;
}

Result<NewVersion> replaceText(const Document& document, const SourceId& source, Source anew) {
    const auto old = std::find_if(document.sources.begin(), document.sources.end(),
                                  [&](const Row<Source>& row) { return row->id == source; });
    if (old == document.sources.end())
        return Error(ErrorCode::idUnknown, source.value, {"source", source.value});
    const auto standsOnIt = [&](const Mention& mention) { return mention.anchor.source == source; };
    for (const Row<Claim>& claim : document.claims)
        if (std::any_of(claim->mentions.begin(), claim->mentions.end(), standsOnIt))
            return addNewVersion(document, source, std::move(anew));
    if ((*old)->text == anew.text && (*old)->encoding == anew.encoding)
        return Error(ErrorCode::fieldValue, source.value,
                     {"text", "the same text", "a text that differs from the one that is there"});
    anew.id = source;
    anew.replaces = (*old)->replaces;
    anew.dismissed = carriedDismissals(**old, anew, AnchorText(anew.text));
    NewVersion replaced{.document = document, .source = source, .older = {}};
    replaced.document.sources[static_cast<std::size_t>(old - document.sources.begin())] = Row(std::move(anew));
    return replaced;
}

Result<NewVersion> addImported(const Document& document, Source imported) {
    if (const auto older = olderVersionOf(document, imported))
        return addNewVersion(document, *older, std::move(imported));
    return addBeside(document, std::move(imported));
}

Result<NewVersion> addBeside(const Document& document, Source imported) {
    imported.id = {freeSourceId(document, imported.title)};
    NewVersion added{.document = {}, .source = imported.id, .older = {}};
    Result<Document> with = addSource(document, std::move(imported));
    if (!with)
        return with.error();
    added.document = std::move(*with);
    return added;
}

std::vector<LeftMention> leftMentions(const Document& document, const std::optional<SourceId>& newer) {
    std::map<std::string, SourceId> newestOf; // only of sources that something replaces
    for (const Row<Source>& source : document.sources)
        if (source->replaces)
            newestOf[source->replaces->value] = newestVersion(document, *source->replaces);
    std::vector<LeftMention> all;
    NewestTexts texts;
    for (const Row<Claim>& claim : document.claims)
        for (const Mention& mention : claim->mentions) {
            const auto newest = newestOf.find(mention.anchor.source.value);
            if (newest == newestOf.end() || newest->second == mention.anchor.source
                || (newer && newest->second != *newer))
                continue;
            const Source& source = *find(document.sources, newest->second);
            LeftMention left{claim->id, mention.id, mention.anchor.source, source.id, {}, mention.anchor.quote, {}, {}};
            left.found = findAnchor(texts.of(source), mention.anchor, readingIn(source.language));
            if (isBeyondDoubt(left.found))
                continue;
            if (left.found.state != AnchorState::orphan)
                left.now = codePoints(source.text, left.found.start, left.found.end);
            left.finding = decided(document, {findingOf(left, source)}).front();
            all.push_back(std::move(left));
        }
    return all;
}

Result<Document> moveMention(const Document& document, const ClaimId& claim, const MentionId& mention,
                             const SourceId& source, std::size_t start, std::size_t end) {
    const Claim* old = find(document.claims, claim);
    const Source* text = find(document.sources, source);
    if (old == nullptr)
        return Error(ErrorCode::idUnknown, claim.value, {"claim", claim.value});
    if (text == nullptr)
        return Error(ErrorCode::idUnknown, source.value, {"source", source.value});
    const Result<Anchor> anchor = makeAnchor(*text, start, end);
    if (!anchor)
        return anchor.error();
    Claim changed = *old;
    const auto moved = std::find_if(changed.mentions.begin(), changed.mentions.end(),
                                    [&](const Mention& each) { return each.id == mention; });
    if (moved == changed.mentions.end())
        return Error(ErrorCode::idUnknown, mention.value, {"mention", mention.value});
    moved->anchor = *anchor;
    return setClaim(document, std::move(changed));
}

} // namespace assay
