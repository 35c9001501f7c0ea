// Settings keys and file names of chart exports.
#include "ui/views/export_options.h"

#include "ui/text/paths.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QStandardPaths>

#include <algorithm>
#include <array>

namespace assay {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Export)
};

constexpr std::array formats{ImageFormat::png, ImageFormat::svg, ImageFormat::pdf, ImageFormat::csv};

template <class T>
T oneOf(const QSettings& settings, const QString& key, T last, T standard) {
    const int stored = settings.value(key, static_cast<int>(standard)).toInt();
    return stored >= 0 && stored <= static_cast<int>(last) ? static_cast<T>(stored) : standard;
}

} // namespace

double pixelsPer(SizeUnit unit) {
    constexpr double inch = 96; // CSS reference pixel
    switch (unit) {
    case SizeUnit::pixel: return 1;
    case SizeUnit::millimetre: return inch / 25.4;
    case SizeUnit::inch: return inch;
    }
    return 1;
}

QString suffixOf(SizeUnit unit) {
    switch (unit) {
    case SizeUnit::pixel: return Words::tr(" px");
    case SizeUnit::millimetre: return Words::tr(" mm");
    case SizeUnit::inch: return Words::tr(" in");
    }
    return {};
}

ExportChoice rememberedChoice(const QSettings& settings) {
    ExportChoice choice;
    RenderOptions& options = choice.render;
    options.size.setWidth(std::clamp(settings.value(QStringLiteral("export/width"), 1600).toInt(), 160, 16000));
    options.size.setHeight(std::clamp(settings.value(QStringLiteral("export/height"), 900).toInt(), 100, 16000));
    const double scale = settings.value(QStringLiteral("export/scale"), 2.0).toDouble();
    options.scale = scale >= 1 && scale <= mostScale ? scale : 2.0;
    options.format = oneOf(settings, QStringLiteral("export/format"), ImageFormat::csv, ImageFormat::png);
    options.theme = oneOf(settings, QStringLiteral("export/theme"), ThemeKind::highContrast, ThemeKind::light);
    const bool transparent = settings.value(QStringLiteral("export/transparent"), false).toBool();
    options.background = transparent ? Background::transparent : Background::opaque;
    options.lettering = oneOf(settings, QStringLiteral("export/lettering"), Lettering::outlines, Lettering::text);
    options.surroundings =
        oneOf(settings, QStringLiteral("export/surroundings"), Surroundings::plotAlone, Surroundings::all);
    choice.unit = oneOf(settings, QStringLiteral("export/unit"), SizeUnit::inch, SizeUnit::pixel);
    choice.carried = oneOf(settings, QStringLiteral("export/carried"), Carried::nothing, Carried::run);
    return choice;
}

void remember(QSettings& settings, const ExportChoice& choice) {
    const RenderOptions& options = choice.render;
    settings.setValue(QStringLiteral("export/width"), options.size.width());
    settings.setValue(QStringLiteral("export/height"), options.size.height());
    settings.setValue(QStringLiteral("export/scale"), options.scale);
    settings.setValue(QStringLiteral("export/format"), static_cast<int>(options.format));
    settings.setValue(QStringLiteral("export/theme"), static_cast<int>(options.theme));
    settings.setValue(QStringLiteral("export/transparent"), options.background == Background::transparent);
    settings.setValue(QStringLiteral("export/lettering"), static_cast<int>(options.lettering));
    settings.setValue(QStringLiteral("export/surroundings"), static_cast<int>(options.surroundings));
    settings.setValue(QStringLiteral("export/unit"), static_cast<int>(choice.unit));
    settings.setValue(QStringLiteral("export/carried"), static_cast<int>(choice.carried));
}

QList<Resolution> resolutions() {
    return {{1, Words::tr("1x (96 dpi)")},
            {2, Words::tr("2x")},
            {3, Words::tr("3x")},
            {4, Words::tr("4x")},
            {300.0 / 96, Words::tr("300 dpi")},
            {600.0 / 96, Words::tr("600 dpi")}};
}

QList<ExportPreset> exportPresets() {
    const auto preset = [](const QString& name, const QSize& size, double scale, SizeUnit unit) {
        ExportPreset made{name, {}};
        made.choice.render.size = size;
        made.choice.render.scale = scale;
        made.choice.unit = unit;
        return made;
    };
    ExportPreset column = preset(Words::tr("Paper column"), QSize(336, 252), 600.0 / 96, SizeUnit::millimetre);
    column.choice.render.theme = ThemeKind::print; // 89 x 67 mm: the caption has the words
    column.choice.render.surroundings = Surroundings::plotAlone;
    ExportPreset page = preset(Words::tr("Paper, page wide"), QSize(692, 432), 600.0 / 96, SizeUnit::millimetre);
    page.choice.render.theme = ThemeKind::print; // 183 x 114 mm
    return {preset(Words::tr("Slide (16:9)"), QSize(1280, 720), 2, SizeUnit::pixel), column, page,
            preset(Words::tr("Social post"), QSize(1200, 675), 2, SizeUnit::pixel),
            preset(Words::tr("Poster (24 by 18 in)"), QSize(2304, 1728), 300.0 / 96, SizeUnit::inch)};
}

ExportChoice withPreset(ExportChoice choice, const ExportPreset& preset) {
    choice.render.size = preset.choice.render.size;
    choice.render.scale = preset.choice.render.scale;
    choice.render.theme = preset.choice.render.theme;
    choice.render.surroundings = preset.choice.render.surroundings;
    choice.unit = preset.choice.unit;
    return choice;
}

int presetOf(const ExportChoice& choice) {
    const QList<ExportPreset> presets = exportPresets();
    for (int i = 0; i < presets.size(); ++i) {
        const RenderOptions& wanted = presets[i].choice.render;
        if (wanted.size == choice.render.size && wanted.scale == choice.render.scale
            && wanted.theme == choice.render.theme && wanted.surroundings == choice.render.surroundings
            && presets[i].choice.unit == choice.unit)
            return i;
    }
    return -1;
}

std::filesystem::path rememberedFolder(const QSettings& settings) {
    const QString pictures = QStandardPaths::writableLocation(QStandardPaths::PicturesLocation);
    std::error_code unknown;
    const std::filesystem::path stored = toPath(settings.value(QStringLiteral("export/folder"), pictures).toString());
    if (std::filesystem::is_directory(stored, unknown))
        return stored;
    return toPath(QStandardPaths::writableLocation(QStandardPaths::HomeLocation));
}

void rememberFolder(QSettings& settings, const std::filesystem::path& folder) {
    settings.setValue(QStringLiteral("export/folder"), fromPath(folder));
}

QString extensionOf(ImageFormat format) {
    switch (format) {
    case ImageFormat::png: return QStringLiteral("png");
    case ImageFormat::svg: return QStringLiteral("svg");
    case ImageFormat::pdf: return QStringLiteral("pdf");
    case ImageFormat::csv: return QStringLiteral("csv");
    }
    return {};
}

QString filterOf(ImageFormat format) {
    switch (format) {
    case ImageFormat::png: return Words::tr("PNG picture (*.png)");
    case ImageFormat::svg: return Words::tr("SVG drawing (*.svg)");
    case ImageFormat::pdf: return Words::tr("PDF page (*.pdf)");
    case ImageFormat::csv: return Words::tr("CSV table (*.csv)");
    }
    return {};
}

std::filesystem::path freeFile(const std::filesystem::path& folder, const ChartSpec& spec, ImageFormat format) {
    const std::string extension = '.' + extensionOf(format).toStdString();
    std::error_code unknown;
    std::filesystem::path file = folder / (spec.chart + extension);
    for (int number = 2; std::filesystem::exists(file, unknown) && number < 1000; ++number)
        file = folder / (spec.chart + '-' + std::to_string(number) + extension);
    return file;
}

std::filesystem::path withExtension(const std::filesystem::path& path, ImageFormat format) {
    const std::string extension = path.extension().string();
    const bool known = std::any_of(formats.begin(), formats.end(), [&](ImageFormat other) {
        return extension == '.' + extensionOf(other).toStdString();
    });
    std::filesystem::path next = path;
    if (known)
        next.replace_extension(extensionOf(format).toStdString());
    else
        next += '.' + extensionOf(format).toStdString();
    return next;
}

} // namespace assay
