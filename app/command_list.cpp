// assay list: what there is of a kind: models, inputs, charts, units, ... One row a kind in the table below.
#include "app/commands.h"
#include "app/json.h"
#include "app/project.h"
#include "app/table.h"
#include "core/catalog/catalog.h"
#include "core/chart/chart.h"
#include "core/io/exporter.h"
#include "core/io/importer.h"
#include "core/io/limits.h"
#include "core/io/model_file.h"
#include "core/units/unit_table.h"

#include <array>

namespace assay {
namespace {

/// What is listed: named cells in order; the same cells are the JSON fields and the table's columns.
using Cells = std::vector<std::pair<std::string, std::string>>;
using Listing = std::vector<Cells>;

/// The project when one was named, and the models to look at.
struct Context {
    std::optional<Document> project;
    std::vector<Model> models;
};

Listing listModels(const Context& context) {
    Listing rows;
    for (const Model& model : context.models)
        rows.push_back({{"id", model.id.value}, {"title", model.title}});
    return rows;
}

Listing listInputs(const Context& context) {
    Listing rows;
    for (const Model& model : context.models)
        for (const ModelInput& input : model.inputs)
            rows.push_back({{"id", input.id.value},
                            {"title", input.title},
                            {"unit", input.unit},
                            {"default", input.defaultText},
                            {"model", model.id.value}});
    return rows;
}

Listing listOutputs(const Context& context) {
    Listing rows;
    for (const Model& model : context.models)
        for (const VariableId& output : model.outputs)
            if (const Formula* formula = findFormula(model, output))
                rows.push_back({{"id", output.value},
                                {"title", formula->title},
                                {"unit", formula->unit},
                                {"model", model.id.value}});
    return rows;
}

Listing listCharts(const Context&) {
    Listing rows;
    for (const ChartKind& chart : chartKinds()) {
        std::string forms; // the usual one first
        for (const ChartForm& form : chart.forms)
            forms += (forms.empty() ? "" : " ") + std::string(form.id);
        rows.push_back({{"id", std::string(chart.id)}, {"title", std::string(chart.title)}, {"forms", forms}});
    }
    return rows;
}

Listing listScenarios(const Context& context) {
    Listing rows;
    if (context.project)
        for (const Row<Scenario>& scenario : context.project->scenarios)
            rows.push_back({{"id", scenario->id.value}, {"title", scenario->title}, {"model", scenario->model.value}});
    return rows;
}

Listing listUnits(const Context&) {
    Listing rows;
    for (const NamedUnit& unit : namedUnits())
        rows.push_back({{"id", std::string(unit.name)}, {"title", std::string(unit.meaning)}});
    for (const Chip& chip : chips())
        rows.push_back({{"id", std::string(chip.id)}, {"title", "chip, a kind of GPU"}});
    return rows;
}

Listing listImporters(const Context&) {
    Listing rows;
    for (const Importer& importer : importers())
        rows.push_back({{"id", std::string(importer.id)}, {"title", std::string(importer.mediaType)}});
    return rows;
}

Listing listExporters(const Context&) {
    Listing rows;
    for (const Exporter& exporter : exporters())
        rows.push_back({{"id", std::string(exporter.id)}, {"title", std::string(exporter.title)}});
    return rows;
}

Listing listCatalogues(const Context& context) {
    Listing rows;
    for (const Catalog& catalog : catalogs(context.project ? Catalogs(context.project->catalogueRows) : Catalogs()))
        rows.push_back({{"id", std::string(catalog.id)},
                        {"title", catalog.title},
                        {"vintage", catalog.vintage},
                        {"rows", std::to_string(catalog.rows)},
                        {"verified", std::to_string(catalog.verified)},
                        {"own", std::to_string(catalog.own)}});
    return rows;
}

Listing listLimits(const Context&) {
    Listing rows;
    for (const ProgramLimit& limit : limits())
        rows.push_back(
            {{"id", std::string(limit.id)}, {"title", std::string(limit.what)}, {"most", std::to_string(limit.most)}});
    return rows;
}

struct Kind {
    std::string_view name;
    Listing (*list)(const Context& context);
};

constexpr std::array kinds = {
    Kind{"models", listModels},       Kind{"inputs", listInputs},       Kind{"outputs", listOutputs},
    Kind{"charts", listCharts},       Kind{"scenarios", listScenarios}, Kind{"units", listUnits},
    Kind{"importers", listImporters}, Kind{"exporters", listExporters}, Kind{"catalogues", listCatalogues},
    Kind{"limits", listLimits},
};

const Kind* findKind(std::string_view name) {
    for (const Kind& kind : kinds)
        if (kind.name == name)
            return &kind;
    return nullptr;
}

std::string kindNames() {
    std::string names;
    for (const Kind& kind : kinds)
        names += (names.empty() ? "one of " : ", ") + std::string(kind.name);
    return names;
}

/// The project's models when a project is named, else the shipped ones; only `--model` when it is given.
Result<Context> contextOf(const Arguments& arguments) {
    Context context;
    if (arguments.operands.size() > 1) {
        Result<OpenedProject> opened = openProject(arguments.operands[1]);
        if (!opened)
            return opened.error();
        for (const Row<Model>& model : opened->document.models)
            context.models.push_back(*model);
        context.project = std::move(opened->document);
    } else
        context.models = shippedModels();
    const std::optional<std::string> wanted = arguments.value("--model");
    if (!wanted)
        return context;
    std::vector<Model> chosen;
    for (const Model& model : context.models)
        if (model.id.value == *wanted)
            chosen.push_back(model);
    if (chosen.empty())
        return Error(ErrorCode::modelUnknown, {}, {*wanted});
    context.models = std::move(chosen);
    return context;
}

std::string listingJson(std::string_view kind, const Listing& listing) {
    JsonArray rows;
    for (const Cells& cells : listing) {
        JsonObject row;
        for (const auto& [key, value] : cells)
            row.push_back(jsonText(key, value));
        rows.push_back(JsonValue(std::move(row)));
    }
    return jsonDocument({jsonList(std::string(kind), std::move(rows))});
}

std::string listingText(const Listing& listing) {
    Table table;
    for (const Cells& cells : listing) {
        std::vector<std::string> row;
        for (const auto& [key, value] : cells) {
            row.push_back(value);
            if (table.rows.empty())
                table.header.push_back(key);
        }
        table.rows.push_back(std::move(row));
    }
    return tableText(table);
}

Result<Outcome> run(const Arguments& arguments) {
    const Kind* kind = findKind(arguments.operands[0]);
    if (!kind)
        return Error(ErrorCode::usageValue, arguments.command,
                     {"the kind of list", arguments.operands[0], kindNames()});
    if (kind->list == listScenarios && arguments.operands.size() < 2)
        return Error(ErrorCode::usageMissing, arguments.command, {"PROJECT to list its scenarios"});
    const Result<Context> context = contextOf(arguments);
    if (!context)
        return context.error();
    const Listing listing = kind->list(*context);
    return Outcome{arguments.has("--json") ? listingJson(kind->name, listing) : listingText(listing)};
}

} // namespace

Command listCommand() {
    return {"list",
            {"models|inputs|outputs|charts|scenarios|units|importers|exporters|catalogues|limits", "[PROJECT]"},
            "list what there is, in PROJECT or shipped",
            {{"--model", "ID", "only this model's inputs or outputs"}, {"--json", "", "print JSON"}},
            run};
}

} // namespace assay
