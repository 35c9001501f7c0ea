// Document: the project as one plain value. Nobody mutates a row; an edit makes a new document. (design: "One idea")
#pragma once

#include "core/base/extra.h"
#include "core/base/row.h"
#include "core/claims/claim.h"
#include "core/scenario/assertion.h"
#include "core/scenario/model.h"
#include "core/scenario/scenario.h"
#include "core/source/source.h"

#include <cstdint>
#include <string>

namespace assay {

struct Project {
    std::string id; ///< random, made once: names recovery files
    std::string title;
    std::string note;
    std::uint64_t seed = 1; ///< one seed a project
    Extra extra;
    bool operator==(const Project&) const = default;
};

struct Document {
    Project project;
    Rows<Attribute> attributes; ///< the codebook
    Rows<Speaker> speakers;
    Rows<Source> sources;
    Rows<Claim> claims;
    Rows<Link> links;
    Rows<Model> models; ///< the models its scenarios use, shipped ones included: old numbers never change
    Rows<Scenario> scenarios;
    Rows<Assertion> assertions;
    Extra extra;
    bool operator==(const Document&) const = default;
};

} // namespace assay
