// core's UTF-8 as Qt's text, and text as Qt's tool tips take it.
#pragma once

#include <QtCore/QString>

#include <string_view>

namespace assay {

inline QString text(std::string_view utf8) {
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

/// Plain text for a tool tip. Qt guesses rich text there: escaped, it can't open files or run away.
inline QString tipHtml(const QString& plain) {
    return plain.isEmpty() ? QString()
                           : QStringLiteral("<p>%1</p>")
                                 .arg(plain.toHtmlEscaped().replace(QLatin1Char('\n'), QStringLiteral("<br>")));
}

} // namespace assay
