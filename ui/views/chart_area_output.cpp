// ChartArea: what leaves it: files, the clipboard, the analyst's title.
#include "core/document/edit.h"
#include "ui/charts/render.h"
#include "ui/text/utf8_text.h"
#include "ui/views/chart_area.h"
#include "ui/views/chart_slot.h"
#include "ui/views/export_dialog.h"

#include <QtCore/QMimeData>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>

namespace assay {

namespace {

constexpr QSize copySize{1280, 720};

} // namespace

void ChartArea::exportChart() {
    const ChartSpec* shown = spec();
    if (!shown) {
        emit done(tr("There is no chart to export yet."));
        return;
    }
    auto* dialog =
        new ExportDialog(*shown, {m_store.document(), context(), chosen()->table()}, m_questions, m_settings, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ExportDialog::exported, this,
            [this](const QString& path) { emit done(tr("Chart written to %1").arg(path)); });
    connect(dialog, &ExportDialog::allExported, this, [this](int count, const QString& folder) {
        emit done(tr("Charts written to %1: %2").arg(folder).arg(count));
    });
    dialog->open();
}

/// The picture as image and as a PNG with its run, a drawing, the table and the words: whoever pastes takes what he
/// can.
void ChartArea::copyChart() {
    const ChartSpec* shown = spec();
    if (!shown) {
        emit done(tr("There is no chart to copy yet."));
        return;
    }
    RenderOptions options;
    options.size = copySize;
    options.scale = 2;
    options.record = recordOf({m_store.document(), context()}, *shown);
    const Result<QImage> picture = paintChart(*shown, options);
    options.format = ImageFormat::svg;
    const Result<QByteArray> svg = renderChart(*shown, options);
    options.format = ImageFormat::csv;
    const Result<QByteArray> csv = renderChart(chosen()->table().value_or(*shown), options);
    if (!picture || !svg || !csv)
        return;
    m_copying.request(
        Running::cancel,
        [image = *picture, record = options.record](const std::stop_token&) { return encodePng(image, record); },
        [this, image = *picture, drawing = *svg, table = *csv, words = text(shown->altText)](const QByteArray& png) {
            auto* mime = new QMimeData;
            mime->setImageData(image);
            mime->setData(QStringLiteral("image/png"), png);
            mime->setData(QStringLiteral("image/svg+xml"), drawing);
            mime->setData(QStringLiteral("text/csv"), table);
            mime->setText(words);
            QGuiApplication::clipboard()->setMimeData(mime);
            emit done(tr("Chart copied"));
        });
}

void ChartArea::editTitle() {
    const ChartSpec* shown = spec();
    if (!shown) {
        emit done(tr("There is no chart to name yet."));
        return;
    }
    const std::string picture = shown->picture;
    const std::string generated = shown->finding.empty() ? shown->title : shown->finding;
    const QString label = tr("Title. Empty, it is the generated one:\n%1").arg(text(generated));
    const std::optional<QString> title = m_questions.line(tr("Title of the chart"), label, text(shown->title));
    if (!title)
        return;
    const QString trimmed = title->simplified();
    const std::string own = trimmed == text(generated) ? std::string() : trimmed.toStdString();
    if (!m_store.apply(tr("Name a chart"), setChartTitle(m_store.document(), picture, own)))
        return;
    emit done(own.empty() ? tr("The chart has its generated title.") : tr("The chart has the title you wrote."));
}

} // namespace assay
