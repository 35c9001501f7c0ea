// Formats of the clipboard. Browsers tell the address of the page beside its words, each in a format of its own.
#include "ui/views/pasted_source.h"

#include "ui/text/paths.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QMimeData>
#include <QtCore/QUrl>

namespace assay {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("PastedSource", text); }

/// The page that the words come from: Firefox in UTF-16 ("ADDRESS\nTITLE"), Chromium in UTF-8.
std::string pageOf(const QMimeData& content) {
    const QByteArray mozilla = content.data(QStringLiteral("text/x-moz-url-priv"));
    const QString first =
        QString::fromUtf16(reinterpret_cast<const char16_t*>(mozilla.constData()), mozilla.size() / 2);
    const QString second = QString::fromUtf8(content.data(QStringLiteral("chromium/x-source-url")));
    const QUrl page(first.isEmpty() ? second.trimmed() : first.section(QLatin1Char('\n'), 0, 0).trimmed());
    const bool isWeb = page.scheme() == QStringLiteral("https") || page.scheme() == QStringLiteral("http");
    return isWeb ? page.toString().toStdString() : std::string();
}

} // namespace

std::vector<std::filesystem::path> localFiles(const QMimeData& content) {
    std::vector<std::filesystem::path> files;
    for (const QUrl& url : content.urls())
        if (url.isLocalFile())
            files.push_back(toPath(url.toLocalFile()));
    return files;
}

std::optional<PastedText> pastedText(const QMimeData& content) {
    if (content.hasUrls())
        return std::nullopt;
    const QString words = content.text();
    if (content.hasHtml() && !content.html().trimmed().isEmpty())
        return PastedText{tr("Pasted text"), "html", content.html().toStdString(), pageOf(content)};
    if (words.trimmed().isEmpty())
        return std::nullopt;
    return PastedText{tr("Pasted text"), "txt", words.toStdString(), pageOf(content)};
}

} // namespace assay
