// The layout: a value stands on one line when it fits into lineWidth columns, else one member or element a line.
#include "core/io/json_writer.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>

namespace assay {
namespace {

constexpr std::size_t lineWidth = 120; // bytes
constexpr std::size_t unlimited = std::string::npos;
constexpr int indentStep = 2;

template <class T>
JsonNumber shortest(T value) {
    std::array<char, 32> buffer{};
    const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
    return JsonNumber{std::string(buffer.data(), error == std::errc() ? end : buffer.data())};
}

void appendEscaped(std::string& text, unsigned char c) {
    static constexpr std::string_view hex = "0123456789abcdef";
    static constexpr std::string_view plain = "\"\\\b\f\n\r\t";
    static constexpr std::string_view letter = "\"\\bfnrt";
    if (const std::size_t i = plain.find(static_cast<char>(c)); i != std::string_view::npos) {
        text += '\\';
        text += letter[i];
    } else {
        text += "\\u00";
        text += hex[c >> 4];
        text += hex[c & 15];
    }
}

void appendString(std::string& text, std::string_view value) {
    text += '"';
    std::size_t done = 0;
    for (std::size_t i = 0; i < value.size(); ++i) {
        const auto c = static_cast<unsigned char>(value[i]);
        if (c >= 0x20 && c != '"' && c != '\\')
            continue;
        text += value.substr(done, i - done);
        appendEscaped(text, c);
        done = i + 1;
    }
    text += value.substr(done);
    text += '"';
}

/// Bytes on one line, or anything above budget as soon as it is clear that they are more.
std::size_t width(const JsonValue& value, std::size_t budget) {
    if (const auto* string = std::get_if<std::string>(&value.data))
        return string->size() + 2;
    if (const auto* number = std::get_if<JsonNumber>(&value.data))
        return number->text.size();
    std::size_t total = 5; // the longest of brackets, true, false, null
    if (const auto* array = std::get_if<JsonArray>(&value.data))
        for (auto it = array->begin(); it != array->end() && total <= budget; ++it)
            total += 2 + width(*it, budget - total);
    if (const auto* object = std::get_if<JsonObject>(&value.data))
        for (auto it = object->begin(); it != object->end() && total <= budget; ++it)
            total += 6 + it->key.size() + width(it->value, budget - total);
    return total;
}

void appendScalar(std::string& text, const JsonValue& value) {
    if (const auto* string = std::get_if<std::string>(&value.data))
        appendString(text, *string);
    else if (const auto* number = std::get_if<JsonNumber>(&value.data))
        text += number->text;
    else if (const auto* truth = std::get_if<bool>(&value.data))
        text += *truth ? "true" : "false";
    else
        text += "null";
}

class Printer {
public:
    Printer(std::string& text, std::size_t lineWidth_) : m_text(text), m_lineWidth(lineWidth_) {}

    void print(const JsonValue& value, Layout layout, int indent) {
        const std::size_t room = m_lineWidth - std::min(m_lineWidth, static_cast<std::size_t>(indent));
        const bool broken = layout == Layout::open || (m_lineWidth != unlimited && width(value, room) > room);
        if (const auto* array = std::get_if<JsonArray>(&value.data)) {
            printAll(*array, "[]", broken, indent,
                     [&](const JsonValue& item) { print(item, Layout::fit, indent + indentStep); });
        } else if (const auto* object = std::get_if<JsonObject>(&value.data)) {
            printAll(*object, "{}", broken, indent, [&](const JsonMember& member) {
                appendString(m_text, member.key);
                m_text += ": ";
                print(member.value, Layout::fit, indent + indentStep);
            });
        } else {
            appendScalar(m_text, value);
        }
    }

private:
    template <class Items, class PrintItem>
    void printAll(const Items& items, std::string_view brackets, bool broken, int indent, PrintItem printItem) {
        m_text += brackets[0];
        for (auto it = items.begin(); it != items.end(); ++it) {
            if (it != items.begin())
                m_text += broken ? "," : ", ";
            if (broken)
                newLine(indent + indentStep);
            printItem(*it);
        }
        if (broken && !items.empty())
            newLine(indent);
        m_text += brackets[1];
    }
    void newLine(int indent) {
        m_text += '\n';
        m_text.append(static_cast<std::size_t>(indent), ' ');
    }
    std::string& m_text;
    std::size_t m_lineWidth;
};

} // namespace

JsonNumber jsonNumber(double value) { return shortest(value); }
JsonNumber jsonNumber(std::uint64_t value) { return shortest(value); }
JsonNumber jsonNumber(int value) { return shortest(value); }

void appendJson(std::string& text, const JsonValue& value, Layout layout, int indent) {
    Printer(text, lineWidth).print(value, layout, indent);
}

std::string writeJson(const JsonValue& value) {
    std::string text;
    Printer(text, unlimited).print(value, Layout::fit, 0);
    return text;
}

} // namespace assay
