// Names of metadata as publishers use them: Open Graph, Dublin Core, Highwire Press, schema.org.
#include "core/io/html_facts.h"

#include "core/base/iso_date.h"
#include "core/io/json_reader.h"

#include <algorithm>
#include <array>

namespace assay {
namespace {

constexpr std::size_t mostLinked = 8;                       // scripts: pages have one or two
constexpr std::size_t longestLinked = std::size_t{1} << 20; // bytes

std::string plain(std::string_view text) {
    std::string words;
    for (const char c : text)
        if (!isHtmlSpace(c))
            words += c;
        else if (!words.empty() && words.back() != ' ')
            words += ' ';
    if (words.ends_with(' '))
        words.pop_back();
    return words;
}

/// "2025-01-28T10:00:00Z" -> "2025-01-28"; anything else gives nothing.
std::string isoDate(std::string_view text) {
    const std::string_view day = text.substr(0, 10);
    return calendarDay(day) ? std::string(day) : std::string();
}

bool isAddress(std::string_view text) { return text.starts_with("https://") || text.starts_with("http://"); }

bool isOneOf(std::string_view name, std::initializer_list<std::string_view> names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

const std::string* textIn(JsonObject& object, std::string_view key) {
    const JsonValue* value = findMember(object, key);
    return value == nullptr ? nullptr : std::get_if<std::string>(&value->data);
}

/// "A", {"name": "A"} or a list of these.
std::vector<std::string> namesIn(JsonValue* value) {
    std::vector<std::string> names;
    if (value == nullptr)
        return names;
    if (const auto* text = std::get_if<std::string>(&value->data))
        names.push_back(plain(*text));
    if (auto* object = std::get_if<JsonObject>(&value->data))
        if (const std::string* name = textIn(*object, "name"))
            names.push_back(plain(*name));
    if (auto* list = std::get_if<JsonArray>(&value->data))
        for (JsonValue& item : *list)
            if (!std::holds_alternative<JsonArray>(item.data))
                for (std::string& name : namesIn(&item))
                    names.push_back(std::move(name));
    std::erase_if(names, [](const std::string& name) { return name.empty() || isAddress(name); });
    return names;
}

bool isArticle(JsonObject& object) {
    JsonValue* type = findMember(object, "@type");
    for (const std::string& name : namesIn(type))
        if (name.ends_with("Article") || isOneOf(name, {"BlogPosting", "Report", "WebPage"}))
            return true;
    return false;
}

void take(std::string& fact, const std::string* from) {
    if (fact.empty() && from != nullptr)
        fact = plain(*from);
}

/// What the page's metadata don't say.
void takeArticle(HtmlPage& page, JsonObject& article) {
    take(page.title, textIn(article, "headline"));
    take(page.language, textIn(article, "inLanguage"));
    if (const std::string* date = textIn(article, "datePublished"); date != nullptr && page.published.empty())
        page.published = isoDate(*date);
    if (const std::string* url = textIn(article, "url"); url != nullptr && page.url.empty() && isAddress(*url))
        page.url = *url;
    if (page.authors.empty())
        page.authors = namesIn(findMember(article, "author"));
    if (const auto names = namesIn(findMember(article, "publisher")); !names.empty() && page.publisher.empty())
        page.publisher = names.front();
}

/// An object, a list of them, or those in "@graph".
void takeLinked(HtmlPage& page, JsonValue& value) {
    if (auto* list = std::get_if<JsonArray>(&value.data)) {
        for (JsonValue& item : *list)
            if (auto* object = std::get_if<JsonObject>(&item.data); object != nullptr && isArticle(*object))
                takeArticle(page, *object);
    } else if (auto* object = std::get_if<JsonObject>(&value.data)) {
        if (isArticle(*object))
            takeArticle(page, *object);
        if (JsonValue* graph = findMember(*object, "@graph"); graph != nullptr)
            if (std::holds_alternative<JsonArray>(graph->data))
                takeLinked(page, *graph);
    }
}

} // namespace

void HtmlFacts::look(const xmlNode* node, std::string_view name, bool isInArticle) {
    if (name == "html") {
        m_page.language = attributeOf(node, "lang");
    } else if (name == "title" && m_ownTitle.empty() && node->children != nullptr) {
        m_ownTitle = plain(viewOf(node->children->content));
    } else if (name == "link" && attributeOf(node, "rel") == "canonical") {
        if (std::string url = attributeOf(node, "href"); isAddress(url))
            m_page.url = std::move(url);
    } else if (name == "meta") {
        takeMeta(attributeOf(node, "name") + attributeOf(node, "property") + attributeOf(node, "itemprop"),
                 plain(attributeOf(node, "content")));
    } else if (name == "time" && isInArticle && m_time.empty()) {
        m_time = isoDate(attributeOf(node, "datetime"));
    } else if (name == "script" && attributeOf(node, "type") == "application/ld+json" && node->children != nullptr) {
        const std::string_view script = viewOf(node->children->content);
        if (m_linked.size() < mostLinked && script.size() <= longestLinked)
            m_linked.emplace_back(script);
    }
}

void HtmlFacts::takeMeta(const std::string& name, const std::string& content) {
    if (content.empty())
        return;
    if (name == "og:title")
        m_page.title = content;
    else if (name == "og:site_name")
        m_page.publisher = content;
    else if (name == "og:url" && m_page.url.empty() && isAddress(content))
        m_page.url = content;
    else if (isOneOf(name, {"author", "citation_author", "DC.creator", "dc.creator"}) && !isAddress(content))
        m_page.authors.push_back(content);
    else if (isOneOf(name, {"article:published_time", "datePublished", "citation_publication_date", "DC.date.issued",
                            "date", "pubdate", "parsely-pub-date"}))
        m_page.published = m_page.published.empty() ? isoDate(content) : m_page.published;
}

HtmlPage HtmlFacts::take() {
    for (const std::string& script : m_linked)
        if (Result<JsonValue> value = readJson(script, "JSON-LD"))
            takeLinked(m_page, *value);
    if (m_page.title.empty())
        m_page.title = m_ownTitle;
    if (m_page.published.empty())
        m_page.published = m_time;
    return std::move(m_page);
}

} // namespace assay
