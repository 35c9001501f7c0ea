// The registry of charts: each one file in core/chart and one line in chart.cpp. A builder turns runs and claims into a
// ChartSpec; it knows no Qt, no size and no theme.
#pragma once

#include "core/base/result.h"
#include "core/base/row.h"
#include "core/chart/chart_spec.h"
#include "core/claims/claim.h"
#include "core/scenario/model.h"
#include "core/scenario/run.h"
#include "core/scenario/scenario.h"
#include "core/source/source.h"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace assay {

/// What a chart may look at: a snapshot of the document's rows and the runs there are (missing runs: still computing).
struct ChartContext {
    Rows<Source> sources;
    Rows<Speaker> speakers;
    Rows<Attribute> attributes;
    Rows<Claim> claims;
    Rows<Link> links;
    Rows<Model> models;
    Rows<Scenario> scenarios;
    std::vector<RunPtr> runs;             ///< in scenario order
    std::optional<ScenarioId> scenario;   ///< the scenario a per-scenario chart is about; none = the first that fits
    std::optional<ScenarioId> against;    ///< the one it is compared with; none or not comparable = the first that is
    std::optional<VariableId> output;     ///< the output it is about; none = the model's first
    std::optional<VariableId> input;      ///< for input-against-output charts; none = the strongest
    std::optional<AttributeId> attribute; ///< for claims-over-time; none = the one with most claims
    std::vector<ClaimId> chosen;          ///< claims a chart of claims is about, the current one first; may be empty
    std::string variant;                  ///< id of one of the kind's variants; empty or unknown = its first
    std::optional<double> threshold;      ///< on the x axis: how often a result lies above it; none = not asked
};

enum class ChartScope { project, scenario }; ///< project: one picture; scenario: one a scenario that fits

/// One of several ways a chart can be seen: a switch above it.
struct ChartVariant {
    std::string_view id;    ///< "as-of"
    std::string_view title; ///< "By the day it is about"
};

struct ChartKind {
    std::string_view id;    ///< "cost-by-scenario"
    std::string_view title; ///< menu text
    std::string_view tab;   ///< one word or two for a tab
    ChartScope scope = ChartScope::project;
    bool (*fits)(const ChartContext& context, const Scenario& scenario); ///< does this scenario have what it shows
    Result<ChartSpec> (*build)(const ChartContext& context);             ///< error chartEmpty: what is missing
    bool choosesOutput = false;    ///< it looks at context.output: the window offers a choice
    bool choosesInput = false;     ///< at context.input
    bool choosesAttribute = false; ///< at context.attribute
    /// Of a chart that compares: the scenarios this one can stand against (context.against); null: it compares none
    std::vector<ScenarioId> (*others)(const ChartContext& context, const Scenario& scenario) = nullptr;
    bool takesThreshold = false;                 ///< it looks at context.threshold: the line can be dragged
    bool followsClaims = false;                  ///< it looks at context.chosen
    std::span<const ChartVariant> variants = {}; ///< it looks at context.variant; empty: there is one way
};

/// All charts in menu order: keys 1-9, command-line names and golden tests come from here.
std::span<const ChartKind> chartKinds();
const ChartKind* findChart(std::string_view id);

} // namespace assay
