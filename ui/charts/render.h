// A ChartSpec as bytes of a picture: the one path behind the window's export and `assay render`.
#pragma once

#include "core/base/result.h"
#include "core/chart/chart_spec.h"

#include <QtCore/QByteArray>
#include <QtCore/QSize>
#include <QtGui/QImage>

#include <functional>
#include <string>
#include <vector>

namespace assay {

enum class ThemeKind { light, dark, print, highContrast };
enum class ImageFormat { png, svg, pdf, csv };
enum class Background { opaque, transparent };
enum class Lettering { text, outlines }; ///< of SVG and PDF: words in a font, or their shapes, alike without the font
enum class Surroundings { all, plotAlone }; ///< plotAlone: no title, notes and footer; a caption has them

constexpr double mostScale = 6.25; ///< 600 dots an inch

struct RenderOptions {
    QSize size{1600, 900}; ///< px before scale
    double scale = 1;      ///< 1 to mostScale; 1 is 96 dots an inch
    ImageFormat format = ImageFormat::png;
    ThemeKind theme = ThemeKind::light;
    Background background = Background::opaque;
    Lettering lettering = Lettering::text;
    Surroundings surroundings = Surroundings::all;
    std::string record = {}; ///< what it was drawn from, carried by PNG and SVG; empty: nothing is
};

/// The picture of a PNG, painted but not encoded: painting needs the GUI thread, encodePng (the dear part) does not.
/// Error: imageSize.
Result<QImage> paintChart(const ChartSpec& spec, const RenderOptions& options);
QByteArray encodePng(const QImage& image, const std::string& record = {});

/// The same picture drawn small enough for a room, whatever its scale. Error: imageSize.
Result<QImage> previewChart(const ChartSpec& spec, const RenderOptions& options, const QSize& room);

/// Painted here, on the GUI thread; the call that gives the file's bytes may be made on any other. Errors as below.
using Encode = std::function<std::string()>;
Result<Encode> encoderOf(const ChartSpec& spec, const RenderOptions& options);

/// Several files: painted here one after the other, on the GUI thread, and encoded on other cores meanwhile, in order.
/// `paint(i)` is the i-th's encoderOf. Error: the first of them.
Result<std::vector<std::string>> renderAll(std::size_t count, const std::function<Result<Encode>(std::size_t)>& paint);

/// Errors: imageSize (given, allowed), imageFormat.
Result<QByteArray> renderChart(const ChartSpec& spec, const RenderOptions& options);

} // namespace assay
