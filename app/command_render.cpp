// assay render: charts of a project as files, without a display.
#include "app/commands.h"
#include "app/headless.h"
#include "app/json.h"
#include "app/project.h"
#include "core/base/atomic_file.h"
#include "core/chart/pictures.h"
#include "core/document/chart_context.h"
#include "core/document/stale.h"
#include "core/io/chart_record.h"
#include "ui/charts/render.h"

#include <array>
#include <charconv>

namespace assay {
namespace {

constexpr std::array<std::string_view, 4> formats = {"png", "svg", "pdf", "csv"};
constexpr std::array<ImageFormat, 4> imageFormats = {ImageFormat::png, ImageFormat::svg, ImageFormat::pdf,
                                                     ImageFormat::csv};
constexpr std::array<std::string_view, 4> themes = {"light", "dark", "print", "high-contrast"};
constexpr std::array<ThemeKind, 4> themeKinds = {ThemeKind::light, ThemeKind::dark, ThemeKind::print,
                                                 ThemeKind::highContrast};

/// "1600x900". Error: usageValue.
Result<QSize> sizeOption(const Arguments& arguments) {
    const std::string text = arguments.value("--size").value_or("1600x900");
    int width = 0;
    int height = 0;
    const char* end = text.data() + text.size();
    const std::from_chars_result first = std::from_chars(text.data(), end, width);
    const bool hasCross = first.ec == std::errc() && first.ptr != end && *first.ptr == 'x';
    const std::from_chars_result second = hasCross ? std::from_chars(first.ptr + 1, end, height) : first;
    if (!hasCross || second.ec != std::errc() || second.ptr != end || width <= 0 || height <= 0)
        return Error(ErrorCode::usageValue, arguments.command,
                     {"--size", text, "WIDTHxHEIGHT in pixels, such as 1600x900"});
    return QSize(width, height);
}

Result<double> scaleOption(const Arguments& arguments) {
    const std::string text = arguments.value("--scale").value_or("1");
    double scale = 0;
    const char* end = text.data() + text.size();
    const std::from_chars_result read = std::from_chars(text.data(), end, scale);
    if (read.ec != std::errc() || read.ptr != end || !(scale >= 1 && scale <= 4))
        return Error(ErrorCode::usageValue, arguments.command, {"--scale", text, "a number from 1 to 4"});
    return scale;
}

Result<RenderOptions> renderOptions(const Arguments& arguments) {
    const Result<QSize> size = sizeOption(arguments);
    if (!size)
        return size.error();
    const Result<double> scale = scaleOption(arguments);
    if (!scale)
        return scale.error();
    const Result<std::size_t> format = oneOf(arguments, "--format", formats);
    if (!format)
        return format.error();
    const Result<std::size_t> theme = oneOf(arguments, "--theme", themes);
    if (!theme)
        return theme.error();
    return RenderOptions{*size, *scale, imageFormats[*format], themeKinds[*theme],
                         arguments.has("--transparent") ? Background::transparent : Background::opaque};
}

Result<ChartContext> contextOf(const Document& document, const std::vector<std::string>& scenarios) {
    const Result<Plan> plan = planOf(document, scenarios);
    if (!plan)
        return plan.error();
    RunOptions options;
    options.seed = document.project.seed;
    Result<std::vector<RunPtr>> runs = runPlan(*plan, options, 0);
    if (!runs)
        return runs.error();
    ChartContext context = chartContext(document, std::move(*runs));
    context.stale = staleScenarios(document);
    context.scenarios.clear(); // only those that were chosen
    context.models.clear();
    for (const Task& task : shownTasks(*plan)) {
        context.scenarios.push_back(Row<Scenario>(task.scenario));
        if (!find(context.models, task.model.id))
            context.models.push_back(Row<Model>(task.model));
    }
    return context;
}

/// How all are drawn, and what they are drawn from.
struct Drawing {
    const RenderOptions& options;
    const Document& document;
    const std::vector<RunPtr>& runs;
};

struct Written {
    Picture picture;
    std::string file;
};

Result<std::vector<Written>> writePictures(const std::vector<Picture>& all, const Drawing& drawing,
                                           const std::filesystem::path& folder, std::string_view extension) {
    const Result<std::vector<std::string>> drawn = renderAll(all.size(), [&](std::size_t i) {
        RenderOptions options = drawing.options;
        options.record = writeChartRecord(chartRecord(drawing.document, all[i].spec, drawing.runs));
        return encoderOf(all[i].spec, options);
    });
    if (!drawn) // before the first is written: an error writes nothing
        return drawn.error();
    std::error_code fault;
    std::filesystem::create_directories(folder, fault);
    if (fault)
        return Error(ErrorCode::cannotWrite, folder.string(), {fault.message()});
    std::vector<Written> files;
    for (std::size_t i = 0; i < all.size(); ++i) {
        files.push_back({all[i], (folder / fileName(all[i], extension)).string()});
        if (const Result<> saved = writeFile(files.back().file, (*drawn)[i], Backup::none); !saved)
            return saved.error();
    }
    return files;
}

std::string filesJson(const std::vector<Written>& files, const RenderOptions& options) {
    const QSize pixels = (QSizeF(options.size) * options.scale).toSize();
    JsonArray rows;
    for (const Written& file : files)
        rows.push_back(JsonValue(
            JsonObject{jsonText("chart", std::string(file.picture.kind->id)),
                       {"scenario", file.picture.scenario ? JsonValue(file.picture.scenario->value) : JsonValue()},
                       jsonText("file", file.file),
                       {"width", JsonValue(jsonNumber(pixels.width()))},
                       {"height", JsonValue(jsonNumber(pixels.height()))}}));
    return jsonDocument({jsonList("files", std::move(rows))});
}

Result<Outcome> run(const Arguments& arguments) {
    const std::optional<std::string> folder = arguments.value("--out");
    if (!folder)
        return Error(ErrorCode::usageMissing, arguments.command, {"--out DIR"});
    const Result<RenderOptions> options = renderOptions(arguments);
    if (!options)
        return options.error();
    const Result<OpenedProject> opened = openProject(arguments.operands[0]);
    if (!opened)
        return opened.error();
    const Result<std::size_t> numbers = oneOf(arguments, "--numbers", numberScriptNames);
    if (!numbers)
        return numbers.error();
    Result<ChartContext> context = contextOf(opened->document, arguments.values("--scenario"));
    if (!context)
        return context.error();
    if (options->format != ImageFormat::csv) // tables are for programs
        context->numbers = static_cast<NumberScript>(*numbers);
    const Result<std::vector<Picture>> all = pictures(*context, arguments.values("--chart"));
    if (!all)
        return all.error();
    const HeadlessApplication application;
    const Result<std::vector<Written>> files = writePictures(*all, {*options, opened->document, context->runs}, *folder,
                                                             arguments.value("--format").value_or("png"));
    if (!files)
        return files.error();
    Outcome outcome{arguments.has("--json") ? filesJson(*files, *options) : std::string(), 0,
                    openingNotes(*opened, arguments.operands[0])};
    if (!arguments.has("--json"))
        for (const Written& file : *files)
            outcome.out += file.file + "\n";
    if (files->empty())
        outcome.notes.push_back("no chart has anything to show yet; add a scenario or claims first.");
    return outcome;
}

} // namespace

Command renderCommand() {
    return {
        "render",
        {"PROJECT"},
        "write the project's charts as pictures or tables",
        {{"--out", "DIR", "the folder to write into; made when it is not there"},
         {"--chart", "ID", "only this chart (see `assay list charts`); ID:FORM for another form of it", Times::many},
         {"--scenario", "ID", "only this scenario", Times::many},
         {"--size", "WxH", "pixels before --scale (default 1600x900)"},
         {"--scale", "F", "1 to 4 (default 1)"},
         {"--format", "png|svg|pdf|csv", "what to write (default png)"},
         {"--theme", "light|dark|print|high-contrast", "colours (default light)"},
         {"--numbers", "kmb|ko|zh|zh-tw|ja", "magnitudes in labels: K M B, or counting by ten thousands (default kmb)"},
         {"--transparent", "", "no background"},
         {"--json", "", "print JSON"}},
        run};
}

} // namespace assay
