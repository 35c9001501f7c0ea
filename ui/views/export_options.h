// The choices of the export dialog as a value: between settings, presets, file names and RenderOptions. Knows no
// widget.
#pragma once

#include "core/chart/chart_spec.h"
#include "ui/charts/render.h"

#include <QtCore/QList>
#include <QtCore/QSettings>
#include <QtCore/QString>

#include <filesystem>

namespace assay {

enum class SizeUnit { pixel, millimetre, inch };
double pixelsPer(SizeUnit unit); ///< at scale 1: 96 dots an inch
QString suffixOf(SizeUnit unit); ///< " mm"

enum class Carried { run, nothing }; ///< what goes into PNG and SVG beside the picture

struct ExportChoice {
    RenderOptions render{QSize(1600, 900), 2};
    SizeUnit unit = SizeUnit::pixel;
    Carried carried = Carried::run;
};

/// What was chosen last; 1600 x 900 at 2x, PNG, light, with its run when nothing was.
ExportChoice rememberedChoice(const QSettings& settings);
void remember(QSettings& settings, const ExportChoice& choice);

/// Resolutions on offer: 1x to 4x, 300 and 600 dots an inch.
struct Resolution {
    double scale = 1;
    QString name;
};
QList<Resolution> resolutions();

struct ExportPreset {
    QString name;
    ExportChoice choice; ///< size, scale, theme, surroundings and unit of it; the rest stays as it is
};
QList<ExportPreset> exportPresets();
ExportChoice withPreset(ExportChoice choice, const ExportPreset& preset);
/// Index of the preset that the choice is; -1: none.
int presetOf(const ExportChoice& choice);

std::filesystem::path rememberedFolder(const QSettings& settings); ///< of pictures when nothing was exported yet
void rememberFolder(QSettings& settings, const std::filesystem::path& folder);

QString extensionOf(ImageFormat format); ///< "png"
/// "PNG picture (*.png)", for file dialogs.
QString filterOf(ImageFormat format);

/// "cost-by-scenario.png" in the folder, with a number behind it when that file exists.
std::filesystem::path freeFile(const std::filesystem::path& folder, const ChartSpec& spec, ImageFormat format);

/// The path with the format's extension in place of another format's.
std::filesystem::path withExtension(const std::filesystem::path& path, ImageFormat format);

} // namespace assay
