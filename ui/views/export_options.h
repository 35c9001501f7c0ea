// The choices of the export dialog as a value: between settings, file names and RenderOptions. Knows no widget.
#pragma once

#include "core/chart/chart_spec.h"
#include "ui/charts/render.h"

#include <QtCore/QSettings>
#include <QtCore/QString>

#include <filesystem>

namespace assay {

/// What was chosen last; 1600 x 900 at 2x, PNG, light when nothing was.
RenderOptions rememberedOptions(const QSettings& settings);
void remember(QSettings& settings, const RenderOptions& options);

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
