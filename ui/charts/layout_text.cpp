// Fonts by part and wrapping of words: lines are broken, never cut off.
#include "ui/charts/layout_parts.h"

#include <QtCore/QRegularExpression>

#include <algorithm>
#include <cmath>

namespace assay {
namespace {

/// A word wider than the line is broken between characters.
void appendBroken(QStringList& lines, const QString& word, double width, const TextFont& font,
                  const TextMeasure& measure) {
    QString piece;
    for (qsizetype i = 0; i < word.size(); ++i) {
        QString next = piece + word[i];
        if (word[i].isHighSurrogate() && i + 1 < word.size())
            next += word[++i];
        if (!piece.isEmpty() && measure(next, font) > width) {
            lines << piece;
            piece = next.mid(piece.size());
        } else {
            piece = next;
        }
    }
    lines << piece;
}

} // namespace

QString toText(const std::string& text) { return QString::fromStdString(text); }

int baseTextSize(const QSizeF& size, double textScale) {
    const double growth = std::sqrt(std::max(1.0, std::min(size.width() / 640, size.height() / 400)));
    return static_cast<int>(std::lround(12 * growth * std::clamp(textScale, 1.0, 3.0)));
}

TextFont fontOf(TextPart part, double base) {
    const auto pixels = [base](double factor) { return std::max(12, static_cast<int>(std::lround(base * factor))); };
    switch (part) {
    case TextPart::title: return {pixels(1.42), Weight::bold};
    case TextPart::subtitle:
    case TextPart::summary: return {pixels(1.0), Weight::regular};
    case TextPart::footer:
    case TextPart::note: return {pixels(0.82), Weight::regular};
    case TextPart::category:
    case TextPart::label: return {pixels(0.95), Weight::regular};
    case TextPart::key:
    case TextPart::tick:
    case TextPart::axisTitle: return {pixels(0.9), Weight::regular};
    }
    return {pixels(1.0), Weight::regular};
}

double lineHeight(const TextFont& font) { return std::ceil(font.pixels * 1.28); }

QStringList wrapped(const QString& text, double width, const TextFont& font, const TextMeasure& measure) {
    QStringList lines;
    QString line;
    static const QRegularExpression gaps(QStringLiteral("[^\\S\\x{a0}]+"), // a no-break space holds words together
                                         QRegularExpression::UseUnicodePropertiesOption);
    const QStringList words = text.split(gaps, Qt::SkipEmptyParts);
    for (const QString& word : words) {
        const QString longer = line.isEmpty() ? word : line + QLatin1Char(' ') + word;
        if (measure(longer, font) <= width) {
            line = longer;
            continue;
        }
        if (!line.isEmpty())
            lines << line;
        line = word;
        if (measure(word, font) > width) {
            appendBroken(lines, word, width, font, measure);
            line = lines.takeLast();
        }
    }
    if (!line.isEmpty())
        lines << line;
    return lines;
}

double placeLines(Sheet& sheet, TextPart part, const QStringList& lines, const QPointF& topLeft, const Ink& ink) {
    const TextFont font = fontOf(part, sheet.placed.base);
    double y = topLeft.y();
    for (const QString& line : lines) {
        const QRectF box(topLeft.x(), y, sheet.measure(line, font), lineHeight(font));
        sheet.placed.texts.push_back({part, line, box, font, ink, LabelStyle::plain, -1});
        y += lineHeight(font);
    }
    return y;
}

} // namespace assay
