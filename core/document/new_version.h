// A newer text of a source: the older one is kept, the new one `replaces` it. Mentions that are found again beyond
// doubt move over; the others stay on the words they were made of and are listed, until the analyst decides.
#pragma once

#include "core/document/document.h"
#include "core/source/find_anchor.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace assay {

/// The source that nothing replaces, following from this one; itself when it is the newest.
SourceId newestVersion(const Document& document, const SourceId& source);

/// The newest version of a source with the same address and another text; none: there is none, or no address.
std::optional<SourceId> olderVersionOf(const Document& document, const Source& imported);

struct NewVersion {
    Document document;
    SourceId source;         ///< the new one
    SourceId older;          ///< empty: it is no newer text of any
    std::size_t carried = 0; ///< mentions that moved over
    std::size_t left = 0;    ///< mentions that stay on the older text
};

/// Adds `newer` as the version behind the newest one of `older`, under a free id; facts it does not bring come from
/// there. Errors: idUnknown; fieldValue when the text is the same.
Result<NewVersion> addNewVersion(const Document& document, const SourceId& older, Source newer);

/// The source read anew, in another encoding: takes its place, id included, as long as no mention stands on it; else it
/// is the next version, which carries them over. Errors: idUnknown; fieldValue when the text is the same.
Result<NewVersion> replaceText(const Document& document, const SourceId& source, Source anew);

/// Adds an imported source under a free id: as the next version of olderVersionOf, if there is one, else by itself.
Result<NewVersion> addImported(const Document& document, Source imported);

/// Adds it by itself, whatever it is alike.
Result<NewVersion> addBeside(const Document& document, Source imported);

/// A mention that stands on a text of which a newer version is there, in which its words are not found beyond doubt.
struct LeftMention {
    ClaimId claim;
    MentionId mention;
    SourceId older;
    SourceId newer;
    FoundAnchor found;
    std::string quote; ///< as it was
    std::string now;   ///< what stands at the place found; empty: an orphan
    Finding finding;   ///< with the analyst's decision
};

/// All of them in document order, or those of one newer version.
std::vector<LeftMention> leftMentions(const Document& document, const std::optional<SourceId>& newer = std::nullopt);

/// Moves the mention to the code points [start, end) of the source, which may be another than its own. Errors:
/// idUnknown, fieldValue for an empty range or one outside.
Result<Document> moveMention(const Document& document, const ClaimId& claim, const MentionId& mention,
                             const SourceId& source, std::size_t start, std::size_t end);

} // namespace assay
