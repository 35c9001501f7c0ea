// Labels of the rows of a category axis: in full, else short, else a sign with a key below the plot. Never cut off.
#include "ui/charts/layout_parts.h"

#include <algorithm>
#include <cmath>

namespace assay {
namespace {

QString categoryText(const Category& category) {
    return toText(category.label.empty() ? category.shortLabel : category.label);
}

/// The lines of a row's label that fit its height: in full, else short, else its sign. Never cut off.
struct RowLabel {
    QStringList name;
    QStringList note;
};

/// A name that another row has too says nothing without its note.
bool isAmbiguous(const Sheet& sheet, const Category& category) {
    const std::vector<Category>& all = sheet.spec->y.categories;
    return !category.note.empty() && std::count_if(all.begin(), all.end(), [&](const Category& other) {
                                         return other.label == category.label;
                                     }) > 1;
}

QString nameAndNote(const Category& category) {
    return categoryText(category) + QStringLiteral(" · ") + toText(category.note);
}

/// The row's own category, or that of all rows gathered in it: "12 more speakers".
Category shownCategory(const Sheet& sheet, std::size_t row) {
    const std::vector<Category>& all = sheet.spec->y.categories;
    if (static_cast<double>(row) < sheet.placed.y.most)
        return all[row];
    const std::string count = std::to_string(all.size() - row);
    return {count + " " + sheet.spec->y.rest, "+" + count, {}, "+" + count};
}

RowLabel rowLabel(const Sheet& sheet, std::size_t row, double width, double height) {
    const Category category = shownCategory(sheet, row);
    const TextFont font = fontOf(TextPart::category, sheet.placed.base);
    const TextFont small = fontOf(TextPart::footer, sheet.placed.base);
    const auto fits = [&](const RowLabel& label) {
        return static_cast<double>(label.name.size()) * lineHeight(font)
                   + static_cast<double>(label.note.size()) * lineHeight(small)
               <= height;
    };
    const QStringList name = wrapped(categoryText(category), width, font, sheet.measure);
    const QStringList shorter = wrapped(toText(category.shortLabel), width, font, sheet.measure);
    const QStringList note = wrapped(toText(category.note), width, small, sheet.measure);
    const QStringList both =
        isAmbiguous(sheet, category) ? wrapped(nameAndNote(category), width, font, sheet.measure) : QStringList();
    for (const RowLabel& label :
         {RowLabel{name, note}, RowLabel{both, {}}, RowLabel{name, {}}, RowLabel{shorter, note}, RowLabel{shorter, {}}})
        if (!label.name.isEmpty() && fits(label))
            return label;
    return {{rowSign(category, row)}, {}};
}

} // namespace

QString rowSign(const Category& category, std::size_t row) {
    return category.sign.empty() ? QString::number(row + 1) : toText(category.sign);
}

QString signKey(const std::vector<Category>& categories, const std::function<bool(std::size_t)>& isSigned) {
    QStringList entries;
    for (std::size_t i = 0; i < categories.size(); ++i) {
        if (!isSigned(i))
            continue;
        const QString sign = rowSign(categories[i], i) + QStringLiteral(": ");
        const QString name = categoryText(categories[i]);
        entries << (name.startsWith(sign) ? name : sign + name);
    }
    return entries.join(QStringLiteral(" · "));
}

QString rowKey(const Sheet& sheet) {
    if (sheet.spec->y.kind != AxisKind::category)
        return {};
    const Scaling& y = sheet.placed.y;
    const QRectF& plot = sheet.placed.plot;
    const double width = plot.left() - sheet.placed.base * 0.7 - sheet.inner.left();
    const double height = std::abs(y.toPixel(1) - y.toPixel(0));
    return signKey(sheet.spec->y.categories, [&](std::size_t row) {
        const double middle = y.toPixel(static_cast<double>(row));
        const Category& category = sheet.spec->y.categories[row];
        const QString sign = rowSign(category, row);
        return static_cast<double>(row) < y.most && middle >= plot.top() && middle <= plot.bottom()
               && sign != categoryText(category) && rowLabel(sheet, row, width, height).name == QStringList{sign};
    });
}

double categoryColumn(const Sheet& sheet, double plotHeight) {
    const TextFont font = fontOf(TextPart::category, sheet.placed.base);
    const TextFont small = fontOf(TextPart::footer, sheet.placed.base);
    const double rows = std::max(1.0, sheet.spec->y.high - sheet.spec->y.low);
    const bool isLow = sheet.spec->x.kind != AxisKind::category                     // columns need the room more
                       && plotHeight / rows < lineHeight(font) + lineHeight(small); // name and note share a line
    const double most = std::min(sheet.inner.width() * 0.3, sheet.placed.base * 18);
    double width = 0;
    for (const Category& category : sheet.spec->y.categories) {
        if (isLow && isAmbiguous(sheet, category)) {
            const double whole = sheet.measure(nameAndNote(category), font);
            width = std::max(width, whole <= sheet.inner.width() * 0.45 ? whole : 0);
        }
        for (const QString& line : wrapped(categoryText(category), most, font, sheet.measure))
            width = std::max(width, sheet.measure(line, font));
        for (const QString& line : wrapped(toText(category.note), most, small, sheet.measure))
            width = std::max(width, sheet.measure(line, small));
    }
    if (!sheet.spec->y.rest.empty())
        width = std::max(width, std::min(most, sheet.measure(toText("99 " + sheet.spec->y.rest), font)));
    return width;
}

void placeRightAligned(Sheet& sheet, const QString& line, TextPart part, double right, double top, const TextFont& font,
                       const Ink& ink) {
    const double width = sheet.measure(line, font);
    sheet.placed.texts.push_back(
        {part, line, QRectF(right - width, top, width, lineHeight(font)), font, ink, LabelStyle::plain, -1});
}

void placeCategories(Sheet& sheet) {
    const TextFont font = fontOf(TextPart::category, sheet.placed.base);
    const TextFont small = fontOf(TextPart::footer, sheet.placed.base);
    const double right = sheet.placed.plot.left() - sheet.placed.base * 0.7;
    const double width = right - sheet.inner.left();
    const Scaling& y = sheet.placed.y;
    const double rowHeight = std::abs(y.toPixel(1) - y.toPixel(0));
    for (std::size_t row = 0; row < sheet.spec->y.categories.size(); ++row) {
        const double middle = y.toPixel(static_cast<double>(row));
        if (static_cast<double>(row) > y.most)
            break;
        if (middle < sheet.placed.plot.top() || middle > sheet.placed.plot.bottom())
            continue;
        const RowLabel label = rowLabel(sheet, row, width, rowHeight);
        const double height = static_cast<double>(label.name.size()) * lineHeight(font)
                              + static_cast<double>(label.note.size()) * lineHeight(small);
        const double lowest = (rowHeight - height) / 2 + sheet.placed.base * 0.3; // clear of the ticks below the last
        double top = middle + std::min(sheet.spec->y.categories[row].line * rowHeight, lowest) - height / 2;
        for (const QString& line : label.name) {
            placeRightAligned(sheet, line, TextPart::category, right, top, font, {InkRole::text});
            top += lineHeight(font);
        }
        for (const QString& line : label.note) {
            placeRightAligned(sheet, line, TextPart::category, right, top, small, {InkRole::muted});
            top += lineHeight(small);
        }
    }
}

} // namespace assay
