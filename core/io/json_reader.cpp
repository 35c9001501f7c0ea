// Boost.JSON's basic_parser finds the tokens; everything it gets wrong (1.81: doubles off by a bit, 1e400 as infinity,
// duplicate keys) is done here.
#include "core/io/json_reader.h"

#include "core/base/utf8.h"

#include <algorithm>
#include <boost/json/basic_parser_impl.hpp>
#include <charconv>
#include <optional>

namespace assay {
namespace {

namespace json = boost::json;

constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";

std::string placeAt(std::string_view text, const std::string& fileName, std::size_t offset) {
    const std::string_view before = text.substr(0, offset);
    const auto line = 1 + std::count(before.begin(), before.end(), '\n');
    const std::size_t lineStart = before.rfind('\n') + 1; // npos + 1 = 0: the first line
    return fileName + ":" + std::to_string(line) + ":" + std::to_string(1 + codePointCount(before.substr(lineStart)));
}

/// What the handler refuses by itself; ordinal: of the token at fault.
struct Refusal {
    ErrorCode code{};
    std::uint32_t ordinal = 0;
    std::string detail;
};

/// Collects finished values on a stack; a container takes its own off it when it ends.
class Handler {
public:
    static constexpr std::size_t max_object_size = std::size_t(-1);
    static constexpr std::size_t max_array_size = std::size_t(-1);
    static constexpr std::size_t max_key_size = std::size_t(-1);
    static constexpr std::size_t max_string_size = std::size_t(-1);

    JsonValue takeRoot() { return std::move(m_values.front()); }
    const std::optional<Refusal>& refusal() const { return m_refusal; }

    bool on_document_begin(json::error_code&) { return true; }
    bool on_document_end(json::error_code&) { return true; }
    bool on_object_begin(json::error_code&) { return open(); }
    bool on_array_begin(json::error_code&) { return open(); }

    bool on_object_end(std::size_t count, json::error_code& failed) {
        JsonObject object;
        object.reserve(count);
        const auto firstKey = m_keys.end() - static_cast<std::ptrdiff_t>(count);
        const auto firstValue = m_values.end() - static_cast<std::ptrdiff_t>(count);
        for (std::size_t i = 0; i < count; ++i) {
            const auto at = static_cast<std::ptrdiff_t>(i);
            object.push_back(JsonMember{std::move(firstKey[at]), std::move(firstValue[at])});
        }
        m_keys.erase(firstKey, m_keys.end());
        m_values.erase(firstValue, m_values.end());
        if (const JsonMember* twice = duplicate(object))
            return refuse(ErrorCode::jsonDuplicateKey, twice->value.ordinal - 1, twice->key, failed);
        return close(std::move(object));
    }
    bool on_array_end(std::size_t count, json::error_code&) {
        const auto first = m_values.end() - static_cast<std::ptrdiff_t>(count);
        JsonArray array(std::make_move_iterator(first), std::make_move_iterator(m_values.end()));
        m_values.erase(first, m_values.end());
        return close(std::move(array));
    }
    bool on_key_part(json::string_view part, std::size_t, json::error_code&) { return collect(part); }
    bool on_key(json::string_view part, std::size_t, json::error_code&) {
        collect(part);
        ++m_ordinal;
        m_keys.push_back(std::exchange(m_text, {}));
        return true;
    }
    bool on_string_part(json::string_view part, std::size_t, json::error_code&) { return collect(part); }
    bool on_string(json::string_view part, std::size_t, json::error_code&) {
        collect(part);
        m_text.shrink_to_fit();
        return add(std::exchange(m_text, {}));
    }
    bool on_number_part(json::string_view part, json::error_code&) { return collect(part); }
    bool on_int64(std::int64_t, json::string_view part, json::error_code& failed) { return addNumber(part, failed); }
    bool on_uint64(std::uint64_t, json::string_view part, json::error_code& failed) { return addNumber(part, failed); }
    bool on_double(double, json::string_view part, json::error_code& failed) { return addNumber(part, failed); }
    bool on_bool(bool value, json::error_code&) { return add(value); }
    bool on_null(json::error_code&) { return add(nullptr); }
    bool on_comment_part(json::string_view, json::error_code&) { return true; }
    bool on_comment(json::string_view, json::error_code&) { return true; }

private:
    bool collect(json::string_view part) {
        m_text.append(part.data(), part.size());
        return true;
    }
    bool open() {
        m_starts.push_back(m_ordinal++);
        return true;
    }
    template <class Container>
    bool close(Container container) {
        m_values.push_back(JsonValue(std::move(container), m_starts.back()));
        m_starts.pop_back();
        return true;
    }
    template <class T>
    bool add(T value) {
        m_values.push_back(JsonValue(std::move(value), m_ordinal++));
        return true;
    }
    bool addNumber(json::string_view part, json::error_code& failed) {
        collect(part);
        double value = 0;
        const auto [end, error] = std::from_chars(m_text.data(), m_text.data() + m_text.size(), value);
        if (error != std::errc() || end != m_text.data() + m_text.size())
            return refuse(ErrorCode::jsonSyntax, m_ordinal, "a number that a double can hold", failed);
        return add(JsonNumber{std::exchange(m_text, {})});
    }
    bool refuse(ErrorCode code, std::uint32_t ordinal, std::string detail, json::error_code& failed) {
        m_refusal = Refusal{code, ordinal, std::move(detail)};
        failed = json::error::syntax;
        return false;
    }
    static const JsonMember* duplicate(const JsonObject& object) {
        constexpr std::size_t few = 24; // nearly all objects: comparing each with each needs no memory
        for (std::size_t i = 1; object.size() <= few && i < object.size(); ++i)
            for (std::size_t k = 0; k < i; ++k)
                if (object[i].key == object[k].key)
                    return &object[i];
        if (object.size() <= few)
            return nullptr;
        std::vector<const JsonMember*> members;
        members.reserve(object.size());
        for (const JsonMember& member : object)
            members.push_back(&member);
        std::stable_sort(members.begin(), members.end(), [](auto* a, auto* b) { return a->key < b->key; });
        const auto same =
            std::adjacent_find(members.begin(), members.end(), [](auto* a, auto* b) { return a->key == b->key; });
        return same == members.end() ? nullptr : same[1];
    }

    std::vector<JsonValue> m_values;
    std::vector<std::string> m_keys;
    std::vector<std::uint32_t> m_starts; ///< ordinals of the containers still open
    std::string m_text;                  ///< the parts of the string or number being read
    std::uint32_t m_ordinal = 0;
    std::optional<Refusal> m_refusal;
};

std::string expected(const json::error_code& failed) {
    if (failed == json::error::incomplete)
        return "more text: the file ends too early";
    if (failed == json::error::extra_data)
        return "the end of the file";
    if (failed == json::error::syntax)
        return "a value, a comma, a colon or a closing bracket";
    return failed.message();
}

} // namespace

JsonValue* findMember(JsonObject& object, std::string_view key) {
    for (JsonMember& member : object)
        if (member.key == key)
            return &member.value;
    return nullptr;
}

Result<JsonValue> readJson(std::string_view text, const std::string& fileName, const JsonLimits& limits) {
    if (text.size() > limits.bytes)
        return Error(ErrorCode::jsonLimit, fileName, {"bytes", std::to_string(limits.bytes)});
    if (const std::size_t valid = validUtf8Prefix(text); valid != text.size())
        return Error(ErrorCode::notUtf8, placeAt(text, fileName, valid), {std::to_string(valid)});
    const std::string_view body = text.substr(text.substr(0, 3) == byteOrderMark ? 3 : 0);
    json::parse_options options;
    options.max_depth = limits.depth;
    json::basic_parser<Handler> parser(options);
    json::error_code failed;
    std::size_t used = parser.write_some(false, body.data(), body.size(), failed);
    if (!failed && used < body.size())
        failed = json::error::extra_data;
    if (!failed)
        return parser.handler().takeRoot();
    if (const std::optional<Refusal>& refusal = parser.handler().refusal())
        return Error(refusal->code, jsonPlace(text, fileName, refusal->ordinal), {refusal->detail});
    if (failed == json::error::incomplete)
        used = body.size();
    const std::string place = placeAt(text, fileName, used + (text.size() - body.size()));
    if (failed == json::error::too_deep)
        return Error(ErrorCode::jsonLimit, place, {"depth", std::to_string(limits.depth)});
    return Error(ErrorCode::jsonSyntax, place, {expected(failed)});
}

std::string jsonPlace(std::string_view text, const std::string& fileName, std::uint32_t ordinal) {
    constexpr std::string_view between = " \t\r\n,:]}";
    std::size_t at = text.substr(0, 3) == byteOrderMark ? 3 : 0;
    for (std::uint32_t seen = 0;; ++seen) {
        at = std::min(text.find_first_not_of(between, at), text.size());
        if (seen == ordinal || at == text.size())
            return placeAt(text, fileName, at);
        if (text[at] == '"') {
            for (++at; at < text.size() && text[at] != '"'; ++at)
                at += text[at] == '\\' ? 1U : 0U;
            ++at;
        } else if (text[at] == '[' || text[at] == '{') {
            ++at;
        } else {
            at = std::min(text.find_first_of(between, at), text.size());
        }
    }
}

} // namespace assay
