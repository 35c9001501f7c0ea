// Document: the project as one plain value. Nobody mutates a row; an edit makes a new document. (design: "One idea")
#pragma once

#include "core/base/extra.h"
#include "core/base/row.h"
#include "core/catalog/catalogue_row.h"
#include "core/chart/chart_title.h"
#include "core/claims/claim.h"
#include "core/claims/finding.h"
#include "core/document/table_view.h"
#include "core/scenario/assertion.h"
#include "core/scenario/model.h"
#include "core/scenario/override.h"
#include "core/scenario/scenario.h"
#include "core/source/source.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace assay {

struct Project {
    std::string id; ///< random, made once: names recovery files
    std::string title;
    std::string note;
    std::uint64_t seed = 1;              ///< one seed a project
    std::vector<ChartTitle> chartTitles; ///< written by the analyst; a chart without one has its generated title
    Extra extra;
    bool operator==(const Project&) const = default;
};

/// One row as one side of a merge had it: at most one member is set; none: that side has no such row. Of a conflict
/// over one field it holds the id and that field alone.
struct RowVersion {
    std::optional<Project> project;
    std::optional<Attribute> attribute;
    std::optional<GradeScale> gradeScale;
    std::optional<Speaker> speaker;
    std::optional<Source> source;
    std::optional<Claim> claim;
    std::optional<OwnLinkType> linkType;
    std::optional<Link> link;
    std::optional<CatalogueRow> catalogueRow;
    std::optional<Model> model;
    std::optional<Scenario> scenario;
    std::optional<Assertion> assertion;
    std::optional<Override> ownVerdict;
    std::optional<Decision> decision;
    std::optional<TableView> view;
    bool operator==(const RowVersion&) const = default;
};

/// What a three-way merge could not settle: kept in the file until the analyst decides.
struct Conflict {
    ConflictId id;     ///< "claim/c1/note"
    std::string what;  ///< kind of row: "claim", "source", ...
    std::string row;   ///< its id
    std::string field; ///< empty: the row is there on one side only; "id": both sides gave this id to another row
    RowVersion base;
    RowVersion ours;
    RowVersion theirs;
    Extra extra;
    bool operator==(const Conflict&) const = default;
};

struct Document {
    Project project;
    Rows<Conflict> conflicts;     ///< left by a merge
    Rows<Attribute> attributes;   ///< the codebook
    Rows<GradeScale> gradeScales; ///< those with words or a rule of the project's own
    Rows<Speaker> speakers;
    Rows<Source> sources;
    Rows<Claim> claims;
    Rows<OwnLinkType> linkTypes; ///< the analyst's own
    Rows<Link> links;
    Rows<CatalogueRow> catalogueRows; ///< the analyst's own, beside and in place of the shipped ones
    Rows<Model> models;               ///< the models its scenarios use, shipped ones included: old numbers never change
    Rows<Scenario> scenarios;
    Rows<Assertion> assertions;
    Rows<Override> overrides; ///< of the consistency matrix
    Rows<Decision> decisions; ///< on findings; a finding without one is open
    Rows<TableView> views;    ///< of the claims table
    Extra extra;
    bool operator==(const Document&) const = default;
};

} // namespace assay
