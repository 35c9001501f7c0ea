// What can be wrong with the words and shapes of a placed chart, found without a pixel.
#pragma once

#include "ui/charts/placed.h"

namespace assay::test {

/// Every character 0.6 em wide: no font needed.
inline double fixedWidth(const QString& text, const TextFont& font) {
    return 0.6 * font.pixels * static_cast<double>(text.size());
}

inline QString describe(const PlacedText& text) {
    return QStringLiteral("\"%1\" [%2 %3 %4 %5]")
        .arg(text.text)
        .arg(text.box.left())
        .arg(text.box.top())
        .arg(text.box.width())
        .arg(text.box.height());
}

/// The first fault of the words of a placed chart; empty when there is none.
inline QString faultOf(const Placed& placed) {
    const QRectF picture(QPointF(0, 0), placed.size);
    for (std::size_t i = 0; i < placed.texts.size(); ++i) {
        const PlacedText& text = placed.texts[i];
        if (!picture.adjusted(-0.5, -0.5, 0.5, 0.5).contains(text.box))
            return QStringLiteral("outside: ") + describe(text);
        if (text.text.contains(QStringLiteral("...")) || text.text.contains(QChar(0x2026)))
            return QStringLiteral("cut off: ") + describe(text);
        for (std::size_t j = 0; j < i; ++j)
            if (const QRectF shared = text.box & placed.texts[j].box; shared.width() > 0.5 && shared.height() > 0.5)
                return QStringLiteral("overlap: ") + describe(text) + QStringLiteral(" and ")
                       + describe(placed.texts[j]);
    }
    for (const PlacedShape& shape : placed.shapes)
        for (const QPointF& point : shape.points)
            if (!picture.adjusted(-2, -2, 2, 2).contains(point))
                return QStringLiteral("shape outside the picture");
    return {};
}

} // namespace assay::test
