// Parent and child of PDF reading. The child limits its own processor time and memory before it looks at the file.
#include "app/pdf_text.h"

#include "app/headless.h"
#include "core/io/importer.h"

#include <QtCore/QBuffer>
#include <QtCore/QFile>
#include <QtCore/QProcess>
#include <QtPdf/QPdfDocument>

#include <sys/resource.h>

namespace assay {
namespace {

constexpr PdfLimits limits;
constexpr int mostMilliseconds = 60000; ///< what the parent waits

enum ChildStatus { textWritten = 0, isEncrypted = 10, isNoPdf = 11, hasTooManyPages = 12, hasTooMuchText = 13 };

void limit(int resource, rlim_t most) {
    const rlimit both{most, most};
    setrlimit(resource, &both);
}

std::string reasonOf(int status) {
    switch (status) {
    case isEncrypted: return "it is encrypted";
    case isNoPdf: return "it is no PDF or a broken one";
    case hasTooManyPages: return "it has more than " + std::to_string(limits.pages) + " pages";
    case hasTooMuchText: return "it holds more than " + std::to_string(limits.text >> 20) + " MB of text";
    default: return "reading it took too much memory or time";
    }
}

} // namespace

Result<std::string> pdfText(std::string_view bytes, const std::string& fileName) {
    QProcess child;
    child.setProcessChannelMode(QProcess::SeparateChannels);
    child.setStandardErrorFile(QProcess::nullDevice());
    child.start(QStringLiteral("/proc/self/exe"),
                {QString::fromLatin1(pdfChildWord.data(), qsizetype(pdfChildWord.size()))});
    if (!child.waitForStarted())
        return Error(ErrorCode::importFailed, fileName, {"the reader of PDF files could not be started"});
    child.write(bytes.data(), qint64(bytes.size()));
    child.closeWriteChannel();
    if (!child.waitForFinished(mostMilliseconds)) {
        child.kill();
        child.waitForFinished();
        return Error(ErrorCode::importFailed, fileName, {reasonOf(-1)});
    }
    const int status = child.exitStatus() == QProcess::NormalExit ? child.exitCode() : -1;
    if (status != textWritten)
        return Error(ErrorCode::importFailed, fileName, {reasonOf(status)});
    return child.readAllStandardOutput().toStdString();
}

int runPdfChild() {
    limit(RLIMIT_CPU, limits.seconds);
    limit(RLIMIT_CORE, 0);
#ifndef __SANITIZE_ADDRESS__ // its shadow memory is larger than any limit
    limit(RLIMIT_AS, limits.memory);
#endif
    const HeadlessApplication application;
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return isNoPdf;
    QByteArray bytes = input.readAll();
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    QPdfDocument document;
    document.load(&buffer);
    if (document.error() == QPdfDocument::Error::IncorrectPassword
        || document.error() == QPdfDocument::Error::UnsupportedSecurityScheme)
        return isEncrypted;
    if (document.status() != QPdfDocument::Status::Ready)
        return isNoPdf;
    if (document.pageCount() > static_cast<int>(limits.pages))
        return hasTooManyPages;
    QByteArray text;
    for (int page = 0; page < document.pageCount(); ++page) {
        text += (page > 0 ? "\f" : "") + document.getAllText(page).text().toUtf8();
        if (text.size() > static_cast<qint64>(limits.text))
            return hasTooMuchText;
    }
    return std::fwrite(text.constData(), 1, std::size_t(text.size()), stdout) == std::size_t(text.size())
                   && std::fflush(stdout) == 0
               ? textWritten
               : 1;
}

} // namespace assay
