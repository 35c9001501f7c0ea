// The record of a picture inside its bytes: an iTXt chunk of a PNG, the metadata of an SVG. What comes out of a file is
// a stranger's text: bounded here, checked by whoever reads it.
#pragma once

#include <QtCore/QByteArray>

#include <optional>
#include <string>

namespace assay {

/// The picture with the record (UTF-8 text) in it; as it was when the record is empty or the bytes are no such picture.
QByteArray withPngRecord(const QByteArray& png, const std::string& record);
QByteArray withSvgRecord(const QByteArray& svg, const std::string& record);

/// The record of a PNG or an SVG; none when there is none, when it is damaged or longer than a record can be. No pixel
/// is decoded and no entity expanded.
std::optional<std::string> recordIn(const QByteArray& picture);

} // namespace assay
