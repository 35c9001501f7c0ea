// PNG: W3C Recommendation "PNG Specification", chunk layout (5.3) and iTXt (11.3.4.5). Only chunks before the pixels
// are looked at.
#include "ui/charts/picture_record.h"

#include "core/io/chart_record.h"

#include <QtCore/QXmlStreamReader>
#include <QtCore/QtEndian>

#include <boost/crc.hpp>

namespace assay {
namespace {

const QByteArray signature("\x89PNG\r\n\x1a\n", 8);
const QByteArray keyword("assay-run");
const QString space = QStringLiteral("urn:assay:run"); // XML namespace of the record in an SVG
constexpr qsizetype headerEnd = 33;                    // signature and IHDR
constexpr int mostChunks = 1000;
constexpr int mostElements = 1000; // of an SVG before its record

QByteArray bigEndian(quint32 value) {
    QByteArray bytes(4, '\0');
    qToBigEndian(value, bytes.data());
    return bytes;
}

quint32 checksum(const QByteArray& bytes) {
    boost::crc_32_type crc;
    crc.process_bytes(bytes.constData(), static_cast<std::size_t>(bytes.size()));
    return crc.checksum();
}

bool isPng(const QByteArray& bytes) { return bytes.startsWith(signature) && bytes.mid(12, 4) == "IHDR"; }

/// The text of an iTXt chunk of ours that is not compressed.
std::optional<std::string> textOf(const QByteArray& data) {
    const QByteArray head = keyword + QByteArray(5, '\0'); // end of keyword, not compressed, method, two empty texts
    if (!data.startsWith(head))
        return std::nullopt;
    return data.mid(head.size()).toStdString();
}

std::optional<std::string> recordInPng(const QByteArray& bytes) {
    qsizetype at = signature.size();
    for (int i = 0; i < mostChunks && at + 12 <= bytes.size(); ++i) {
        const auto length = static_cast<qsizetype>(qFromBigEndian<quint32>(bytes.constData() + at));
        const QByteArray type = bytes.mid(at + 4, 4);
        if (type == "IDAT" || type == "IEND" || length > bytes.size() - at - 12)
            return std::nullopt;
        if (type == "iTXt" && length <= static_cast<qsizetype>(longestRecord)) {
            const QByteArray body = bytes.mid(at + 4, 4 + length);
            const auto sum = qFromBigEndian<quint32>(bytes.constData() + at + 8 + length);
            if (const auto text = textOf(body.mid(4)); text && checksum(body) == sum)
                return text;
        }
        at += 12 + length;
    }
    return std::nullopt;
}

std::optional<std::string> recordInSvg(const QByteArray& bytes) {
    QXmlStreamReader reader(bytes);
    for (int elements = 0; elements < mostElements && !reader.atEnd();) {
        const QXmlStreamReader::TokenType token = reader.readNext();
        if (token == QXmlStreamReader::DTD)
            return std::nullopt; // pictures of ours have none, and entities are a stranger's trick
        if (token != QXmlStreamReader::StartElement)
            continue;
        ++elements;
        if (reader.name() != QStringLiteral("run") || reader.namespaceUri() != space)
            continue;
        const QByteArray text = reader.readElementText().toUtf8();
        if (reader.hasError() || text.size() > static_cast<qsizetype>(longestRecord))
            return std::nullopt;
        return text.toStdString();
    }
    return std::nullopt;
}

} // namespace

QByteArray withPngRecord(const QByteArray& png, const std::string& record) {
    if (record.empty() || !isPng(png) || png.size() < headerEnd)
        return png;
    const QByteArray data = keyword + QByteArray(5, '\0') + QByteArray::fromStdString(record);
    const QByteArray body = "iTXt" + data;
    return png.left(headerEnd) + bigEndian(static_cast<quint32>(data.size())) + body + bigEndian(checksum(body))
           + png.mid(headerEnd);
}

QByteArray withSvgRecord(const QByteArray& svg, const std::string& record) {
    const qsizetype place = svg.indexOf("<defs>"); // title and description before it are escaped
    if (record.empty() || place < 0)
        return svg;
    const QByteArray escaped = QString::fromStdString(record).toHtmlEscaped().toUtf8();
    return svg.left(place) + "<metadata><run xmlns=\"" + space.toUtf8() + "\">" + escaped + "</run></metadata>\n"
           + svg.mid(place);
}

std::optional<std::string> recordIn(const QByteArray& picture) {
    return isPng(picture) ? recordInPng(picture) : recordInSvg(picture);
}

} // namespace assay
