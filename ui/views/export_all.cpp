// ExportAll: build, check the names, then one picture after the other.
#include "ui/views/export_all.h"

#include "core/base/atomic_file.h"
#include "core/io/chart_record.h"
#include "ui/text/paths.h"

namespace assay {

std::string recordOf(const ExportSource& source, const ChartSpec& spec) {
    return writeChartRecord(chartRecord(source.document, spec, source.context.runs));
}

ExportAll::ExportAll(QObject* parent) : QObject(parent) {}

void ExportAll::start(ExportSource source, const ExportChoice& choice, std::filesystem::path folder) {
    cancel();
    m_source = std::move(source);
    if (choice.render.format == ImageFormat::csv)
        m_source.context.numbers = NumberScript::letters; // tables are for programs
    m_choice = choice;
    m_folder = std::move(folder);
    m_pictures.clear();
    m_done = 0;
    m_busy = true;
    m_job.request(
        Running::cancel, [context = m_source.context](const std::stop_token&) { return pictures(context, {}); },
        [this](const Result<std::vector<Picture>>& all) { check(all); });
}

void ExportAll::cancel() {
    m_job.cancel();
    m_busy = false;
}

/// All names are free, or nothing is written.
void ExportAll::check(const Result<std::vector<Picture>>& all) {
    if (!all) {
        fail(all.error());
        return;
    }
    const std::string extension = extensionOf(m_choice.render.format).toStdString();
    for (const Picture& picture : *all) {
        std::error_code unknown;
        const std::filesystem::path path = m_folder / fileName(picture, extension);
        if (std::filesystem::exists(path, unknown)) {
            fail(Error(ErrorCode::fileExists, path.string()));
            return;
        }
    }
    m_pictures = *all;
    next();
}

void ExportAll::next() {
    emit progressed(static_cast<int>(m_done), static_cast<int>(m_pictures.size()));
    if (m_done == m_pictures.size()) {
        m_busy = false;
        emit finished(static_cast<int>(m_done), fromPath(m_folder));
        return;
    }
    const Picture& picture = m_pictures[m_done];
    RenderOptions options = m_choice.render;
    if (m_choice.carried == Carried::run)
        options.record = recordOf(m_source, picture.spec);
    const Result<Encode> encode = encoderOf(picture.spec, options);
    if (!encode) {
        fail(encode.error());
        return;
    }
    const std::filesystem::path path = m_folder / fileName(picture, extensionOf(m_choice.render.format).toStdString());
    m_job.request(
        Running::finish,
        [path, encode = *encode](const std::stop_token&) -> Result<> {
            std::error_code unknown;
            if (std::filesystem::exists(path, unknown)) // it came while the others were drawn
                return Error(ErrorCode::fileExists, path.string());
            return writeFile(path, encode(), Backup::none);
        },
        [this](const Result<>& written) {
            if (!written) {
                fail(written.error());
                return;
            }
            ++m_done;
            next();
        });
}

void ExportAll::fail(const Error& error) {
    m_busy = false;
    emit failed(error, static_cast<int>(m_done));
}

} // namespace assay
