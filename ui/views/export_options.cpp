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

RenderOptions rememberedOptions(const QSettings& settings) {
    RenderOptions options;
    options.size.setWidth(std::clamp(settings.value(QStringLiteral("export/width"), 1600).toInt(), 160, 16000));
    options.size.setHeight(std::clamp(settings.value(QStringLiteral("export/height"), 900).toInt(), 100, 16000));
    options.scale = std::clamp(settings.value(QStringLiteral("export/scale"), 2.0).toDouble(), 1.0, 4.0);
    options.format = oneOf(settings, QStringLiteral("export/format"), ImageFormat::csv, ImageFormat::png);
    options.theme = oneOf(settings, QStringLiteral("export/theme"), ThemeKind::print, ThemeKind::light);
    const bool transparent = settings.value(QStringLiteral("export/transparent"), false).toBool();
    options.background = transparent ? Background::transparent : Background::opaque;
    return options;
}

void remember(QSettings& settings, const RenderOptions& options) {
    settings.setValue(QStringLiteral("export/width"), options.size.width());
    settings.setValue(QStringLiteral("export/height"), options.size.height());
    settings.setValue(QStringLiteral("export/scale"), options.scale);
    settings.setValue(QStringLiteral("export/format"), static_cast<int>(options.format));
    settings.setValue(QStringLiteral("export/theme"), static_cast<int>(options.theme));
    settings.setValue(QStringLiteral("export/transparent"), options.background == Background::transparent);
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
