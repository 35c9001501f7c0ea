// The registry of charts: each one file in core/chart and one line in chart.cpp. A builder turns runs and claims into a
// ChartSpec; it knows no Qt, no size and no theme.
#pragma once

#include "core/base/result.h"
#include "core/base/row.h"
#include "core/catalog/catalogs.h"
#include "core/chart/chart_spec.h"
#include "core/chart/chart_title.h"
#include "core/claims/claim.h"
#include "core/scenario/left_out.h"
#include "core/scenario/model.h"
#include "core/scenario/override.h"
#include "core/scenario/run.h"
#include "core/scenario/scenario.h"
#include "core/source/source.h"

#include <functional>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace assay {

/// Axes and rows of a picture that hold still while values under it move.
struct HeldAxes {
    Axis x;
    Axis y;
};

/// What a chart may look at: a snapshot of the document's rows and the runs there are (missing runs: still computing).
struct ChartContext {
    Rows<Source> sources;
    Rows<Speaker> speakers;
    Rows<Attribute> attributes;
    Rows<Claim> claims;
    Rows<Link> links;
    Rows<Model> models;
    Rows<Scenario> scenarios;
    Catalogs catalogs;                    ///< as the project has them
    Rows<Override> overrides;             ///< of the consistency matrix
    std::vector<RunPtr> runs;             ///< in scenario order
    std::optional<ScenarioId> scenario;   ///< the scenario a per-scenario chart is about; none = the first that fits
    std::optional<ScenarioId> against;    ///< the one it is compared with; none or not comparable = the first that is
    std::optional<VariableId> output;     ///< the output it is about; none = the model's first
    std::optional<VariableId> input;      ///< for input-against-output charts; none = the strongest
    std::optional<AttributeId> attribute; ///< for claims-over-time; none = the one with most claims
    std::vector<ClaimId> chosen;          ///< claims a chart of claims is about, the current one first; may be empty
    std::optional<double> threshold;      ///< on the x axis: how often a result lies above it; none = not asked
    std::optional<ValueRange> range;      ///< on the axis that the chart brushes: what lies between; none = not asked
    std::optional<HeldAxes> held;         ///< while a hand moves something: axes and rows stay what they were
    std::string form;                     ///< id of one of the chart's forms; empty or another chart's = its first
    /// What an output would be without each claim below it; null: nobody works it out. Takes some 3 ms a claim.
    std::function<Result<LeaveOneOut>(const ScenarioId&, const VariableId&)> leaveOut;
    std::vector<ScenarioId> stale;  ///< scenarios with numbers whose basis has changed since they were taken
    std::vector<ChartTitle> titles; ///< that stand in place of generated ones
    NumberScript numbers = NumberScript::letters;
};

/// A way to draw the same data: quantile dots in place of densities.
struct ChartForm {
    std::string_view id;    ///< "dots-20"
    std::string_view title; ///< of the choice above the chart
};

enum class ChartScope { project, scenario }; ///< project: one picture; scenario: one a scenario that fits

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
    bool takesThreshold = false;           ///< it looks at context.threshold: the line can be dragged
    std::span<const ChartForm> forms = {}; ///< of context.form, the usual one first; empty: it has one form only
    bool followsClaims = false;            ///< it looks at context.chosen
};

/// All charts in menu order: keys 1-9, command-line names and golden tests come from here.
std::span<const ChartKind> chartKinds();
const ChartKind* findChart(std::string_view id);

/// The scenario that a chart of one scenario is about: the context's, else the first that fits; null: none does.
const Scenario* chartSubject(const ChartKind& kind, const ChartContext& context);

/// The form of the context that the kind has, else its first; empty when it has none.
std::string_view chartForm(const ChartKind& kind, const ChartContext& context);

/// The chart as everybody shows it: built, in its form, under the analyst's title if there is one. Error: chartEmpty.
Result<ChartSpec> buildChart(const ChartKind& kind, const ChartContext& context);

} // namespace assay
