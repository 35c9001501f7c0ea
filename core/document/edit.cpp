// Edits of sources, speakers, attributes, claims, links and the project itself.
#include "core/document/edit.h"

#include "core/base/hash.h"
#include "core/document/bind_claims.h"
#include "core/document/check_grades.h"
#include "core/document/edit_rows.h"

#include <algorithm>
#include <array>
#include <random>
#include <span>
#include <string_view>
#include <unordered_map>

namespace assay {
namespace {

/// The document, unless the claim's grade is a new one that it does not bear.
Result<Document> founded(Result<Document> next, const ClaimId& id, const Grade& before) {
    if (!next)
        return next;
    if (const Result<> bears = checkNewGrade(*next, *find(next->claims, id), before); !bears)
        return bears.error();
    return next;
}

} // namespace

Document newDocument(std::string title) {
    std::random_device random;
    const std::array<std::random_device::result_type, 4> bits{random(), random(), random(), random()};
    Document document;
    document.project.id = xxh3Hex(std::as_bytes(std::span(bits))).substr(0, 16);
    document.project.title = std::move(title);
    return document;
}

Result<Document> addSource(const Document& document, Source source) {
    return addRow(document, &Document::sources, "source", std::move(source));
}

Result<Document> setSource(const Document& document, Source source) {
    const Source* old = find(document.sources, source.id);
    if (old != nullptr && old->text != source.text)
        return Error(ErrorCode::fieldValue, source.id.value,
                     {"text", "a changed text", "the frozen text; a changed page is a new source"});
    return setRow(document, &Document::sources, "source", std::move(source));
}

Result<Document> removeSource(const Document& document, const SourceId& id) {
    return unlessUsed(removeRow(document, &Document::sources, "source", id), "source", id.value);
}

Result<Document> addClaim(const Document& document, Claim claim) {
    const ClaimId id = claim.id;
    return founded(addRow(document, &Document::claims, "claim", std::move(claim)), id, Grade{});
}

Result<Document> setClaim(const Document& document, Claim claim) {
    const ClaimId id = claim.id;
    const Claim* old = find(document.claims, id);
    return founded(setRow(document, &Document::claims, "claim", std::move(claim)), id, old ? old->grade : Grade{});
}

Result<Document> setClaims(const Document& document, std::vector<Claim> claims) {
    std::unordered_map<std::string_view, Claim*> wanted;
    for (Claim& claim : claims)
        wanted[claim.id.value] = &claim;
    Document next = document;
    for (Row<Claim>& row : next.claims) {
        const auto found = wanted.find(row->id.value);
        if (found == wanted.end())
            continue;
        const Claim* claim = found->second;
        wanted.erase(found);
        if (!(*row == *claim))
            row = Row<Claim>(*claim); // a copy: the map's keys are the claims' own ids
    }
    for (const Claim& claim : claims) // in the caller's order: the same one is named every time
        if (wanted.contains(claim.id.value))
            return Error(ErrorCode::idUnknown, claim.id.value, {"claim", claim.id.value});
    if (const Result<> founded = checkNewGrades(document, next); !founded)
        return founded.error();
    return checked(std::move(next));
}

Result<Document> removeClaims(const Document& document, const std::vector<ClaimId>& ids) {
    if (ids.empty())
        return Error(ErrorCode::nothingSelected);
    const auto goes = [&](const ClaimId& id) { return std::find(ids.begin(), ids.end(), id) != ids.end(); };
    for (const ClaimId& id : ids)
        if (find(document.claims, id) == nullptr)
            return Error(ErrorCode::idUnknown, id.value, {"claim", id.value});
    Document next = document;
    loseClaims(next, ids);
    std::erase_if(next.claims, [&](const Row<Claim>& claim) { return goes(claim->id); });
    std::erase_if(next.links, [&](const Row<Link>& link) { return goes(link->from) || goes(link->to); });
    std::erase_if(next.overrides, [&](const Row<Override>& own) { return goes(own->claim); });
    return checked(std::move(next));
}

Result<Document> setProject(const Document& document, Project project) {
    if (project.id.empty())
        return Error(ErrorCode::nameEmpty, {}, {"project"});
    Document next = document;
    next.project = std::move(project);
    return next;
}

Result<Document> setChartTitle(const Document& document, const std::string& picture, std::string title) {
    if (picture.empty())
        return Error(ErrorCode::nameEmpty, {}, {"chart"});
    Document next = document;
    std::vector<ChartTitle>& titles = next.project.chartTitles;
    const auto old =
        std::find_if(titles.begin(), titles.end(), [&](const ChartTitle& each) { return each.id == picture; });
    if (title.empty() && old != titles.end())
        titles.erase(old);
    else if (old != titles.end())
        old->title = std::move(title);
    else if (!title.empty())
        titles.push_back({picture, std::move(title)});
    return next;
}

} // namespace assay
