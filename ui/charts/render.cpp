// One path for every format: lay out, show on an off-screen frame, paint to memory. Nothing here touches a file.
#include "ui/charts/render.h"

#include "core/chart/format.h"
#include "core/scenario/parallel.h"
#include "ui/charts/frame.h"
#include "ui/charts/layout.h"
#include "ui/charts/picture_record.h"

#include <QtCore/QBuffer>
#include <QtGui/QImage>
#include <QtGui/QPageSize>
#include <QtGui/QPainter>
#include <QtGui/QPdfWriter>
#include <QtSvg/QSvgGenerator>

#include <cmath>
#include <deque>
#include <future>

namespace assay {
namespace {

constexpr double pixelsPerInch = 96; // CSS reference pixel
constexpr double metresPerInch = 0.0254;
constexpr int pdfResolution = 300;   // dots an inch
constexpr int pngQuality = 60;       // zlib's level 3: level 6 takes half as long again for a few per cent less
constexpr double mostPixels = 120e6; // QImage of 480 MB

Result<> checkSize(const RenderOptions& options) {
    const bool sides = options.size.width() >= 160 && options.size.height() >= 100 && options.size.width() <= 16000
                       && options.size.height() <= 16000;
    const double pixels = options.size.width() * options.scale * options.size.height() * options.scale;
    if (sides && options.scale >= 1 && options.scale <= mostScale && pixels <= mostPixels)
        return {};
    const std::string given = std::to_string(options.size.width()) + "x" + std::to_string(options.size.height())
                              + " at " + exactNumber(options.scale);
    return Error(ErrorCode::imageSize, {}, {given, "160x100 to 16000x16000 at 1 to 6.25, 120 million pixels at most"});
}

ChartSpec withSurroundings(ChartSpec spec, Surroundings surroundings) {
    if (surroundings == Surroundings::plotAlone) {
        spec.title.clear();
        spec.subtitle.clear();
        spec.notes.clear();
        spec.footer.clear();
    }
    return spec;
}

void showSpec(Frame& frame, const ChartSpec& whole, const RenderOptions& options) {
    const ChartSpec spec = withSurroundings(whole, options.surroundings);
    const LayoutOptions layout{QSizeF(options.size), 1};
    const bool isDrawing = options.format == ImageFormat::svg || options.format == ImageFormat::pdf;
    frame.show(layOut(spec, layout, fontMeasure()), fieldsOf(spec), Theme(options.theme), options.background,
               isDrawing ? options.lettering : Lettering::text);
}

/// The footer in one line: sources, ids, model, seed, samples, day of the evidence.
QString sourceOf(const ChartSpec& spec) {
    QStringList parts;
    for (const std::string& part : spec.footer)
        parts << QString::fromStdString(part).simplified();
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

/// Without alpha where there is none to keep: a third less to encode.
QImage blankImage(const QSize& pixels, const RenderOptions& options) {
    const bool isClear = options.background == Background::transparent;
    QImage image(pixels, isClear ? QImage::Format_ARGB32_Premultiplied : QImage::Format_RGB32);
    image.fill(isClear ? QColor(Qt::transparent) : Theme(options.theme).paper());
    return image;
}

QImage paintImage(Frame& frame, const ChartSpec& spec, const RenderOptions& options) {
    const QSize pixels(static_cast<int>(std::lround(options.size.width() * options.scale)),
                       static_cast<int>(std::lround(options.size.height() * options.scale)));
    QImage image = blankImage(pixels, options);
    const int dotsPerMetre = static_cast<int>(std::lround(pixelsPerInch * options.scale / metresPerInch));
    image.setDotsPerMeterX(dotsPerMetre);
    image.setDotsPerMeterY(dotsPerMetre);
    image.setText(QStringLiteral("Title"), QString::fromStdString(spec.title));
    image.setText(QStringLiteral("Description"), QString::fromStdString(spec.altText));
    image.setText(QStringLiteral("Source"), sourceOf(spec));
    image.setText(QStringLiteral("Software"), QStringLiteral("Assay"));
    QPainter painter(&image);
    paintFrame(frame, painter, QRectF(QPointF(0, 0), QSizeF(pixels)), options.size);
    painter.end();
    return image;
}

QByteArray paintSvg(Frame& frame, const ChartSpec& spec, const RenderOptions& options) {
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator svg;
    svg.setOutputDevice(&buffer);
    svg.setResolution(static_cast<int>(pixelsPerInch));
    svg.setSize(options.size);
    svg.setViewBox(QRect(QPoint(0, 0), options.size));
    svg.setTitle(QString::fromStdString(spec.title).toHtmlEscaped()); // Qt writes both as they are (charts: fact 44)
    svg.setDescription((QString::fromStdString(spec.altText) + QLatin1Char('\n') + sourceOf(spec)).toHtmlEscaped());
    QPainter painter(&svg);
    paintFrame(frame, painter, QRectF(QPointF(0, 0), QSizeF(options.size)), options.size);
    painter.end();
    return withSvgRecord(buffer.data(), options.record);
}

QByteArray paintPdf(Frame& frame, const ChartSpec& spec, const RenderOptions& options) {
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter pdf(&buffer);
    pdf.setResolution(pdfResolution);
    pdf.setTitle(QString::fromStdString(spec.title));
    pdf.setPageSize(QPageSize(QSizeF(options.size) * 72 / pixelsPerInch, QPageSize::Point, {}, QPageSize::ExactMatch));
    pdf.setPageMargins(QMarginsF());
    QPainter painter(&pdf);
    const QSizeF target = QSizeF(options.size) * pdfResolution / pixelsPerInch;
    paintFrame(frame, painter, QRectF(QPointF(0, 0), target), options.size);
    painter.end();
    return buffer.data();
}

void appendField(QByteArray& csv, const std::string& text) {
    const QByteArray bytes = QByteArray::fromStdString(text);
    const bool quoted = bytes.contains(',') || bytes.contains('"') || bytes.contains('\n') || bytes.contains('\r');
    csv += quoted ? '"' + QByteArray(bytes).replace('"', "\"\"") + '"' : bytes;
}

/// The rows of the table view (RFC 4180); numbers as the picture uses them.
QByteArray writeCsv(const ChartSpec& spec) {
    QByteArray csv;
    for (std::size_t i = 0; i < spec.columns.size(); ++i) {
        csv += i > 0 ? "," : "";
        appendField(csv, spec.columns[i]);
    }
    csv += "\r\n";
    for (const Datum& datum : spec.data) {
        for (std::size_t i = 0; i < datum.cells.size(); ++i) {
            csv += i > 0 ? "," : "";
            appendField(csv, datum.cells[i].number ? exactNumber(*datum.cells[i].number) : datum.cells[i].text);
        }
        csv += "\r\n";
    }
    return csv;
}

} // namespace

Result<QImage> paintChart(const ChartSpec& spec, const RenderOptions& options) {
    if (const Result<> size = checkSize(options); !size)
        return size.error();
    Frame frame;
    showSpec(frame, spec, options);
    return paintImage(frame, spec, options);
}

Result<QImage> previewChart(const ChartSpec& spec, const RenderOptions& options, const QSize& room) {
    if (const Result<> size = checkSize(options); !size)
        return size.error();
    Frame frame;
    showSpec(frame, spec, options);
    QImage image = blankImage(options.size.scaled(room, Qt::KeepAspectRatio).expandedTo({1, 1}), options);
    QPainter painter(&image);
    paintFrame(frame, painter, QRectF(QPointF(0, 0), QSizeF(image.size())), options.size);
    painter.end();
    return image;
}

QByteArray encodePng(const QImage& image, const std::string& record) {
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG", pngQuality);
    return withPngRecord(buffer.data(), record);
}

Result<Encode> encoderOf(const ChartSpec& spec, const RenderOptions& options) {
    if (options.format == ImageFormat::png) {
        const Result<QImage> image = paintChart(spec, options);
        if (!image)
            return image.error();
        return Encode([picture = *image, record = options.record] { return encodePng(picture, record).toStdString(); });
    }
    const Result<QByteArray> bytes = renderChart(spec, options);
    if (!bytes)
        return bytes.error();
    return Encode([whole = *bytes] { return whole.toStdString(); });
}

Result<std::vector<std::string>> renderAll(std::size_t count, const std::function<Result<Encode>(std::size_t)>& paint) {
    const auto most = static_cast<std::size_t>(threadCount(0, count)); // at once: a picture may be half a gigabyte
    std::deque<std::future<std::string>> encoding;
    std::vector<std::string> files;
    const auto takeFirst = [&] {
        files.push_back(encoding.front().get());
        encoding.pop_front();
    };
    for (std::size_t i = 0; i < count; ++i) {
        Result<Encode> encode = paint(i);
        if (!encode)
            return encode.error(); // the futures wait for those under way
        if (encoding.size() == most)
            takeFirst();
        encoding.push_back(std::async(std::launch::async, std::move(*encode)));
    }
    while (!encoding.empty())
        takeFirst();
    return files;
}

Result<QByteArray> renderChart(const ChartSpec& spec, const RenderOptions& options) {
    if (options.format == ImageFormat::csv)
        return writeCsv(spec);
    if (const Result<> size = checkSize(options); !size)
        return size.error();
    Frame frame;
    showSpec(frame, spec, options);
    switch (options.format) {
    case ImageFormat::png: return encodePng(paintImage(frame, spec, options), options.record);
    case ImageFormat::svg: return paintSvg(frame, spec, options);
    case ImageFormat::pdf: return paintPdf(frame, spec, options);
    case ImageFormat::csv: break;
    }
    return Error(ErrorCode::imageFormat, {}, {std::to_string(static_cast<int>(options.format))});
}

} // namespace assay
