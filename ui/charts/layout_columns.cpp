// Heads of the columns of a category axis: names wrapped to their column, all in full, all short or all signs, never
// cut off.
#include "ui/charts/layout_parts.h"

#include <algorithm>
#include <optional>

namespace assay {
namespace {

struct ColumnHead {
    QStringList name;
    QStringList note;
};

enum class Names { full, brief, signs };
enum class Notes { shown, left };

std::vector<ColumnHead> headsOf(const Sheet& sheet, double width, Names names, Notes notes) {
    const TextFont font = fontOf(TextPart::category, sheet.placed.base);
    const TextFont small = fontOf(TextPart::footer, sheet.placed.base);
    std::vector<ColumnHead> heads;
    for (const Category& category : sheet.spec->x.categories) {
        const QString name = names == Names::signs                             ? rowSign(category, heads.size())
                             : names == Names::full && !category.label.empty() ? toText(category.label)
                                                                               : toText(category.shortLabel);
        const QString note = notes == Notes::shown ? toText(category.note) : QString();
        heads.push_back({wrapped(name, width, font, sheet.measure), wrapped(note, width, small, sheet.measure)});
    }
    return heads;
}

double heightOf(const Sheet& sheet, const std::vector<ColumnHead>& heads) {
    qsizetype names = 0, notes = 0;
    for (const ColumnHead& head : heads) {
        names = std::max(names, head.name.size());
        notes = std::max(notes, head.note.size());
    }
    return static_cast<double>(names) * lineHeight(fontOf(TextPart::category, sheet.placed.base))
           + static_cast<double>(notes) * lineHeight(fontOf(TextPart::footer, sheet.placed.base));
}

/// A word broken between letters is harder to read than a sign with a key. Hangul and Han break anywhere.
bool isBroken(const Sheet& sheet, const QString& name, double width) {
    const TextFont font = fontOf(TextPart::category, sheet.placed.base);
    const QStringList words = name.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return std::any_of(words.begin(), words.end(), [&](const QString& word) {
        const bool isLatin =
            std::all_of(word.begin(), word.end(), [](const QChar letter) { return letter.unicode() < 0x1100; });
        return isLatin && sheet.measure(word, font) > width;
    });
}

bool fits(const Sheet& sheet, const std::vector<ColumnHead>& heads, double width) {
    const auto isNarrow = [&](const QStringList& lines, TextPart part) {
        return std::all_of(lines.begin(), lines.end(), [&](const QString& line) {
            return sheet.measure(line, fontOf(part, sheet.placed.base)) <= width;
        });
    };
    return heightOf(sheet, heads) <= sheet.inner.height() * 0.25
           && std::all_of(heads.begin(), heads.end(), [&](const ColumnHead& head) {
                  return isNarrow(head.name, TextPart::category) && isNarrow(head.note, TextPart::footer);
              });
}

double columnWidth(const Sheet& sheet, double plotWidth) {
    const double columns = std::max(1.0, sheet.spec->x.high - sheet.spec->x.low);
    return plotWidth / columns - sheet.placed.base * 0.6;
}

std::optional<std::vector<ColumnHead>> namedHeads(const Sheet& sheet, double width) {
    for (const Names names : {Names::full, Names::brief}) {
        const std::vector<Category>& categories = sheet.spec->x.categories;
        const bool breaks = std::any_of(categories.begin(), categories.end(), [&](const Category& category) {
            const bool isFull = names == Names::full && !category.label.empty();
            return isBroken(sheet, toText(isFull ? category.label : category.shortLabel), width);
        });
        if (breaks)
            continue;
        for (const Notes notes : {Notes::shown, Notes::left})
            if (std::vector<ColumnHead> heads = headsOf(sheet, width, names, notes); fits(sheet, heads, width))
                return heads;
    }
    return std::nullopt;
}

std::vector<ColumnHead> chosenHeads(const Sheet& sheet, double width) {
    std::optional<std::vector<ColumnHead>> named = namedHeads(sheet, width);
    return named ? std::move(*named) : headsOf(sheet, width, Names::signs, Notes::left);
}

void placeCentred(Sheet& sheet, const QStringList& lines, TextPart part, double middle, double top, const Ink& ink) {
    const TextFont font = fontOf(part, sheet.placed.base);
    for (const QString& line : lines) {
        const double width = sheet.measure(line, font);
        sheet.placed.texts.push_back(
            {part, line, QRectF(middle - width / 2, top, width, lineHeight(font)), font, ink, LabelStyle::plain, -1});
        top += lineHeight(font);
    }
}

} // namespace

double columnHeadHeight(const Sheet& sheet, double plotWidth) {
    return heightOf(sheet, chosenHeads(sheet, columnWidth(sheet, plotWidth)));
}

QString columnKey(const Sheet& sheet) {
    if (sheet.spec->x.kind != AxisKind::category || namedHeads(sheet, columnWidth(sheet, sheet.placed.plot.width())))
        return {};
    return signKey(sheet.spec->x.categories, [](std::size_t) { return true; });
}

void placeColumnHeads(Sheet& sheet) {
    const double width = columnWidth(sheet, sheet.placed.plot.width());
    const double top = sheet.placed.plot.bottom() + gapBelowPlot(sheet);
    const double line = lineHeight(fontOf(TextPart::category, sheet.placed.base));
    const std::vector<ColumnHead> heads = chosenHeads(sheet, width);
    for (std::size_t i = 0; i < heads.size(); ++i) {
        const double middle = sheet.placed.x.toPixel(static_cast<double>(i));
        placeCentred(sheet, heads[i].name, TextPart::category, middle, top, {InkRole::text});
        placeCentred(sheet, heads[i].note, TextPart::footer, middle,
                     top + line * static_cast<double>(heads[i].name.size()), {InkRole::muted});
    }
}

} // namespace assay
