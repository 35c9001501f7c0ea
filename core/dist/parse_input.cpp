// TEXT to TypedInput: the grammar of every input box. (command-line contract, "TEXT")
#include "core/dist/typed_input.h"

#include "core/base/utf8.h"
#include "core/dist/input_number.h"
#include "core/units/characters.h"
#include "core/units/unit_words.h"

#include <algorithm>
#include <array>
#include <optional>

namespace assay {

namespace {

constexpr int deepest = 16; // mix in truncate in mix ...: far above need

/// The form as read, before shared magnitudes and units are settled.
struct Draft {
    Form form = Form::fixed;
    double level = 0.9;
    std::vector<InputNumber> numbers;
    std::vector<InputNumber> plain;
    std::vector<Draft> parts;
    std::optional<std::string> trailing; ///< the unit behind a closing bracket: for every number inside that has none
};

struct Shape {
    std::string_view name;
    Form form;
    std::size_t least; ///< arguments
    std::size_t most;
};

constexpr std::array shapes{
    Shape{"normal", Form::normal, 2, 2},
    Shape{"lognormal", Form::lognormal, 2, 2},
    Shape{"uniform", Form::uniform, 2, 2},
    Shape{"triangular", Form::triangular, 3, 3},
    Shape{"pert", Form::pert, 3, 3},
    Shape{"beta", Form::beta, 2, 4},
    Shape{"samples", Form::samples, 1, 100000},
    Shape{"interval", Form::interval, 2, 2},
    Shape{"mix", Form::mix, 1, 1000},
    Shape{"truncate", Form::truncate, 2, 2},
};

const Shape* shapeNamed(std::string_view name) {
    const auto found =
        std::find_if(shapes.begin(), shapes.end(), [&](const Shape& shape) { return shape.name == name; });
    return found == shapes.end() ? nullptr : &*found;
}

class InputParser {
public:
    InputParser(std::u32string_view text, const Unit& defaultUnit) : m_text(text), m_default(defaultUnit) {}

    Result<Draft> whole() {
        Result<Draft> draft = expression(0);
        if (!draft)
            return draft;
        m_at = skipSpaces(m_text, m_at);
        if (m_at < m_text.size())
            return unexpected("the end");
        return draft;
    }

private:
    /// A word where a number has just ended was meant as its unit, unless it joins numbers.
    Error unexpected(std::string_view expected) const {
        constexpr std::array<std::string_view, 4> joining{"and", "or", "to", "by"};
        const std::size_t start = skipSpaces(m_text, m_at);
        std::size_t end = letterRunEnd(m_text, start);
        while (end > start && (isDigit(at(m_text, end)) || letterRunEnd(m_text, end) > end))
            ++end; // "H900"
        const std::u32string_view word = m_text.substr(start, end - start);
        if (word.empty() || std::find(joining.begin(), joining.end(), asciiLower(word)) != joining.end())
            return inputSyntaxError(m_text, expected, m_at);
        return Error(ErrorCode::unitUnknown, toUtf8(m_text), {toUtf8(word)});
    }

    /// What is wrong with the unit that begins there and has more than was read of it: "TFLOP/(s*H900)".
    std::optional<Error> unreadUnit(std::size_t start) const {
        std::size_t end = start;
        while (end < m_text.size() && m_text[end] != U' ' && m_text[end] != U',')
            ++end;
        const Result<Unit> unit = parseUnit(toUtf8(m_text.substr(start, end - start)));
        return unit ? std::nullopt : std::optional(unit.error());
    }

    Result<Draft> expression(int depth) {
        m_at = skipSpaces(m_text, m_at);
        const std::size_t end = letterRunEnd(m_text, m_at);
        if (end > m_at && at(m_text, skipSpaces(m_text, end)) == U'(') {
            const Shape* shape = shapeNamed(asciiLower(m_text.substr(m_at, end - m_at)));
            if (shape == nullptr)
                return inputSyntaxError(m_text, "a number or a shape", m_at);
            if (depth > deepest)
                return inputSyntaxError(m_text, "fewer brackets", m_at);
            m_at = skipSpaces(m_text, end) + 1;
            return arguments(*shape, depth);
        }
        return plainExpression();
    }

    Result<Draft> arguments(const Shape& shape, int depth) {
        if (shape.form == Form::mix)
            return mixture(depth);
        Draft draft{shape.form};
        if (shape.form == Form::truncate) {
            Result<Draft> inner = expression(depth + 1);
            if (!inner)
                return inner;
            draft.parts.push_back(*inner);
            if (!take(U','))
                return unexpected("','");
        }
        for (std::size_t count = 0; count < shape.most; ++count) {
            Result<InputNumber> number = scanInputNumber(m_text, m_at, m_default);
            if (!number)
                return number.error();
            m_at = number->next;
            const bool plain = shape.form == Form::beta && count < 2;
            if (plain && number->unit)
                return inputSyntaxError(m_text, "a number without a unit", number->start);
            (plain ? draft.plain : draft.numbers).push_back(*number);
            if (take(U')'))
                return count + 1 < shape.least || (shape.form == Form::beta && count == 2)
                           ? Result<Draft>(inputSyntaxError(m_text, "','", m_at - 1))
                           : Result<Draft>(withTrailingUnit(draft));
            if (!take(U','))
                return unexpected("',' or ')'");
        }
        return inputSyntaxError(m_text, "')'", m_at - 1);
    }

    Result<Draft> mixture(int depth) {
        Draft draft{Form::mix};
        for (;;) {
            Result<InputNumber> weight = scanInputNumber(m_text, m_at, m_default);
            if (!weight)
                return weight.error();
            if (weight->unit && *weight->unit != "%")
                return inputSyntaxError(m_text, "a weight without a unit", weight->start);
            m_at = weight->next;
            if (!take(U':'))
                return inputSyntaxError(m_text, "':'", m_at);
            Result<Draft> part = expression(depth + 1);
            if (!part)
                return part;
            draft.plain.push_back(*weight);
            draft.parts.push_back(*part);
            if (take(U')'))
                return withTrailingUnit(draft);
            if (!take(U','))
                return unexpected("',' or ')'");
        }
    }

    /// A number, `a to b`, `a..b`, `a / b / c`.
    Result<Draft> plainExpression() {
        Draft draft;
        if (Result<> first = number(draft); !first)
            return first.error();
        if (takeRangeSign()) {
            draft.form = Form::range;
            if (Result<> second = number(draft); !second)
                return second.error();
            if (Result<> level = takeLevel(draft); !level)
                return level.error();
            return draft;
        }
        if (!take(U'/'))
            return draft;
        draft.form = Form::percentiles;
        const std::size_t unitStart = skipSpaces(m_text, draft.numbers.front().end);
        if (Result<> second = number(draft); !second)
            return draft.numbers.front().unit ? unreadUnit(unitStart).value_or(second.error()) : second.error();
        if (!take(U'/'))
            return inputSyntaxError(m_text, "'/'", m_at);
        if (Result<> third = number(draft); !third)
            return third.error();
        return draft;
    }

    Result<> number(Draft& draft) {
        Result<InputNumber> read = scanInputNumber(m_text, m_at, m_default);
        if (!read)
            return read.error();
        m_at = read->next;
        draft.numbers.push_back(*read);
        return {};
    }

    Result<> takeLevel(Draft& draft) {
        if (!take(U'@'))
            return {};
        const std::size_t start = skipSpaces(m_text, m_at);
        Result<InputNumber> level = scanInputNumber(m_text, m_at, m_default);
        if (!level || level->unit != "%" || level->decimal.negative)
            return inputSyntaxError(m_text, "a level like 80%", start);
        draft.level = toDouble(timesPowerOfTen(level->decimal, -2));
        if (!(draft.level > 0 && draft.level < 1))
            return inputSyntaxError(m_text, "a level between 0% and 100%", start);
        m_at = level->next;
        return {};
    }

    bool takeRangeSign() {
        const std::size_t start = skipSpaces(m_text, m_at);
        std::size_t end = start;
        if (startsWithWord(m_text, start, "to"))
            end = start + 2;
        else if (at(m_text, start) == U'.' && at(m_text, start + 1) == U'.')
            end = start + (at(m_text, start + 2) == U'.' && !isDigit(at(m_text, start + 3)) ? 3 : 2);
        else if (isDash(at(m_text, start)))
            end = start + 1;
        m_at = end > start ? end : m_at;
        return end > start;
    }

    Draft withTrailingUnit(Draft draft) {
        if (const auto unit = scanUnit(m_text, m_at, "en")) {
            draft.trailing = unit->unit;
            m_at = unit->end;
        }
        return draft;
    }

    bool take(char32_t wanted) {
        const std::size_t start = skipSpaces(m_text, m_at);
        if (at(m_text, start) != wanted)
            return false;
        m_at = start + 1;
        return true;
    }

    std::u32string_view m_text;
    const Unit& m_default;
    std::size_t m_at = 0;
};

/// A magnitude written once, at the last number, holds for all of `a to b` when that keeps them in order; written at
/// the first alone it is unsure.
Result<> shareMagnitude(std::u32string_view text, std::vector<InputNumber>& numbers) {
    const bool all =
        std::all_of(numbers.begin(), numbers.end(), [](const InputNumber& n) { return n.power.has_value(); });
    const bool none =
        std::none_of(numbers.begin(), numbers.end(), [](const InputNumber& n) { return n.power.has_value(); });
    if (all || none)
        return {};
    std::vector<InputNumber> shared = numbers;
    for (InputNumber& number : shared)
        if (!number.power)
            number.power = numbers.back().power;
    const auto value = [](const InputNumber& n) { return toDouble(timesPowerOfTen(n.decimal, n.power.value_or(0))); };
    const bool ordered = std::is_sorted(
        shared.begin(), shared.end(), [&](const InputNumber& a, const InputNumber& b) { return value(a) < value(b); });
    if (numbers.back().power && ordered) {
        numbers = shared;
        return {};
    }
    const InputNumber& first = numbers.front();
    const std::string digits = toUtf8(text.substr(first.start, numbers.back().next - first.start));
    const std::string with = toUtf8(text.substr(numbers.back().start, numbers.back().end - numbers.back().start));
    const std::string suffix = numbers.back().power
                                   ? toUtf8(text.substr(numbers.back().end, numbers.back().next - numbers.back().end))
                                   : toUtf8(text.substr(first.end, first.next - first.end));
    const std::string end = numbers.back().power ? toUtf8(text.substr(first.start, first.end - first.start)) : with;
    return Error(ErrorCode::quantityUnsure, toUtf8(text), {digits, end, end + suffix});
}

/// Settles units: a number's own, else the one its expression or the whole text carries, else the default.
class UnitSettler {
public:
    UnitSettler(std::u32string_view text, Unit wanted, std::string wantedText)
        : m_text(text),
          m_wanted(std::move(wanted)),
          m_wantedText(std::move(wantedText)) {}

    Result<TypedInput> settle(Draft draft, const std::optional<std::string>& inherited) {
        TypedInput typed{draft.form, draft.level, {}, {}, {}, {}};
        if (draft.form == Form::range || draft.form == Form::percentiles)
            if (Result<> shared = shareMagnitude(m_text, draft.numbers); !shared)
                return shared.error();
        const std::optional<std::string> own = ownUnit(draft.numbers);
        const std::optional<std::string> unit = own ? own : draft.trailing ? draft.trailing : inherited;
        for (Draft& part : draft.parts) {
            Result<TypedInput> settled = settle(std::move(part), unit);
            if (!settled)
                return settled;
            typed.parts.push_back(*settled);
        }
        for (const InputNumber& number : draft.numbers) {
            Result<TypedNumber> settled = withUnit(number, number.unit ? number.unit : unit);
            if (!settled)
                return settled.error();
            typed.numbers.push_back(*settled);
        }
        for (const InputNumber& number : draft.plain) {
            const int power = number.power.value_or(0) - (number.unit ? 2 : 0); // a weight may be in per cent
            const double value = toDouble(timesPowerOfTen(number.decimal, power));
            typed.plain.push_back(value);
            typed.plainPlaces.push_back({number.start, number.end, number.lead, value, power, Unit{}});
        }
        return typed;
    }

    const std::string& carried() const { return m_carried; }
    const Unit& printed() const { return m_carried.empty() ? m_wanted : m_printed; }

private:
    static std::optional<std::string> ownUnit(const std::vector<InputNumber>& numbers) {
        for (std::size_t k = numbers.size(); k-- > 0;)
            if (numbers[k].unit)
                return numbers[k].unit;
        return std::nullopt;
    }

    Result<TypedNumber> withUnit(const InputNumber& number, const std::optional<std::string>& unitText) {
        TypedNumber typed{number.start, number.end, number.lead, 0, number.power.value_or(0), m_wanted};
        if (unitText) {
            Result<Unit> unit = parseUnit(*unitText);
            if (!unit)
                return unit.error();
            if (!fits(*unit))
                return Error(ErrorCode::inputUnit, toUtf8(m_text), {toUtf8(m_text), m_wantedText, *unitText});
            if (m_carried.empty()) {
                m_carried = *unitText;
                m_printed = *unit;
            }
            if (const std::string chip = chipOf(*unit); !chip.empty()) {
                if (!m_chip.empty() && m_chip != chip)
                    return Error(ErrorCode::chipsMixed, toUtf8(m_text), {m_chip, chip});
                m_chip = chip;
            }
            typed.unit = *unit;
        }
        const Decimal decimal = timesPowerOfTen(number.decimal, typed.power);
        const bool percent = typed.unit.factors.empty() && typed.unit.scale == 0.01;
        typed.value = percent ? toDouble(timesPowerOfTen(decimal, -2)) : toBase(toDouble(decimal), typed.unit);
        return typed;
    }

    /// Same dimension, GPU standing for any chip on either side.
    bool fits(const Unit& unit) const {
        return sameDimension(unit, bindChip(m_wanted, chipOf(unit)))
               || sameDimension(bindChip(unit, chipOf(m_wanted)), m_wanted);
    }

    std::u32string_view m_text;
    Unit m_wanted;
    std::string m_wantedText;
    std::string m_carried;
    Unit m_printed;
    std::string m_chip;
};

} // namespace

Result<ParsedInput> parseInput(std::string_view text, std::string_view defaultUnit) {
    if (!isUtf8(text))
        return Error(ErrorCode::numberUnreadable, {}, {"?"});
    Result<Unit> unit = parseUnit(defaultUnit.empty() ? "1" : defaultUnit);
    if (!unit)
        return unit.error();
    ParsedInput parsed;
    parsed.text = toUtf32(text);
    parsed.defaultUnit = defaultUnit;
    InputParser parser(parsed.text, *unit);
    Result<Draft> draft = parser.whole();
    if (!draft)
        return draft.error();
    UnitSettler settler(parsed.text, *unit, std::string(defaultUnit));
    Result<TypedInput> typed = settler.settle(std::move(*draft), std::nullopt);
    if (!typed)
        return typed.error();
    parsed.typed = *typed;
    parsed.unit = settler.carried();
    parsed.printed = settler.printed();
    return parsed;
}

} // namespace assay
