// Heads of the columns of a category axis: names wrapped to their column, all in full, all short or all signs, never
// cut off.
#include "ui/charts/layout_parts.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <span>

namespace assay {
namespace {

constexpr double leastColumn = 44; ///< px at text size 12: a cell never gets narrower. (charts: (f))

struct ColumnHead {
    QStringList name;
    QStringList note;
};

enum class Names { full, brief, signs };
enum class Notes { shown, left };

/// Those that are shown, and the width of their heads.
struct Columns {
    std::span<const Category> shown;
    double width = 0;
};

Columns columnsOf(const Sheet& sheet, double plotWidth) {
    const int count = columnsThatFit(sheet, plotWidth);
    const std::span<const Category> all = sheet.spec->x.categories;
    return {all.first(std::min(all.size(), static_cast<std::size_t>(count))),
            plotWidth / count - sheet.placed.base * 0.6};
}

std::vector<ColumnHead> headsOf(const Sheet& sheet, const Columns& columns, Names names, Notes notes) {
    const TextFont font = fontOf(TextPart::category, sheet.placed.base);
    const TextFont small = fontOf(TextPart::footer, sheet.placed.base);
    std::vector<ColumnHead> heads;
    for (const Category& category : columns.shown) {
        const QString name = names == Names::signs                             ? rowSign(category, heads.size())
                             : names == Names::full && !category.label.empty() ? toText(category.label)
                                                                               : toText(category.shortLabel);
        const QString note = notes == Notes::shown ? toText(category.note) : QString();
        heads.push_back(
            {wrapped(name, columns.width, font, sheet.measure), wrapped(note, columns.width, small, sheet.measure)});
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

std::optional<std::vector<ColumnHead>> namedHeads(const Sheet& sheet, const Columns& columns) {
    for (const Names names : {Names::full, Names::brief}) {
        const bool breaks = std::any_of(columns.shown.begin(), columns.shown.end(), [&](const Category& category) {
            const bool isFull = names == Names::full && !category.label.empty();
            return isBroken(sheet, toText(isFull ? category.label : category.shortLabel), columns.width);
        });
        if (breaks)
            continue;
        for (const Notes notes : {Notes::shown, Notes::left})
            if (std::vector<ColumnHead> heads = headsOf(sheet, columns, names, notes);
                fits(sheet, heads, columns.width))
                return heads;
    }
    return std::nullopt;
}

std::vector<ColumnHead> chosenHeads(const Sheet& sheet, const Columns& columns) {
    std::optional<std::vector<ColumnHead>> named = namedHeads(sheet, columns);
    return named ? std::move(*named) : headsOf(sheet, columns, Names::signs, Notes::left);
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

int columnsThatFit(const Sheet& sheet, double plotWidth) {
    const double least = sheet.placed.base * leastColumn / 12;
    const double all = std::max(1.0, sheet.spec->x.high - sheet.spec->x.low);
    return static_cast<int>(std::clamp(std::floor(plotWidth / least), 1.0, all));
}

double columnHeadHeight(const Sheet& sheet, double plotWidth) {
    return heightOf(sheet, chosenHeads(sheet, columnsOf(sheet, plotWidth)));
}

QString columnKey(const Sheet& sheet) {
    if (sheet.spec->x.kind != AxisKind::category)
        return {};
    const Columns columns = columnsOf(sheet, sheet.placed.plot.width());
    if (namedHeads(sheet, columns))
        return {};
    return signKey(sheet.spec->x.categories, [&](std::size_t i) { return i < columns.shown.size(); });
}

void placeColumnHeads(Sheet& sheet) {
    const double top = sheet.placed.plot.bottom() + gapBelowPlot(sheet);
    const double line = lineHeight(fontOf(TextPart::category, sheet.placed.base));
    const std::vector<ColumnHead> heads = chosenHeads(sheet, columnsOf(sheet, sheet.placed.plot.width()));
    for (std::size_t i = 0; i < heads.size(); ++i) {
        const double middle = sheet.placed.x.toPixel(static_cast<double>(i));
        placeCentred(sheet, heads[i].name, TextPart::category, middle, top, {InkRole::text});
        placeCentred(sheet, heads[i].note, TextPart::footer, middle,
                     top + line * static_cast<double>(heads[i].name.size()), {InkRole::muted});
    }
}

} // namespace assay
