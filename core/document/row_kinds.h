// The kinds of row of a document, once, with their names in messages, and the lists inside rows whose elements have a
// name of their own: what diff and merge walk.
#pragma once

#include "core/document/fields.h"

#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>

namespace assay {

template <class T>
struct RowKind {
    std::string_view what;
    Rows<T> Document::*rows;
    std::optional<T> RowVersion::*version;
};

/// In the order in which a later kind names rows of an earlier one.
inline constexpr std::tuple rowKinds{
    RowKind<Attribute>{"attribute", &Document::attributes, &RowVersion::attribute},
    RowKind<GradeScale>{"grade scale", &Document::gradeScales, &RowVersion::gradeScale},
    RowKind<Speaker>{"speaker", &Document::speakers, &RowVersion::speaker},
    RowKind<Source>{"source", &Document::sources, &RowVersion::source},
    RowKind<Claim>{"claim", &Document::claims, &RowVersion::claim},
    RowKind<OwnLinkType>{"link type", &Document::linkTypes, &RowVersion::linkType},
    RowKind<Link>{"link", &Document::links, &RowVersion::link},
    RowKind<CatalogueRow>{"catalogue row", &Document::catalogueRows, &RowVersion::catalogueRow},
    RowKind<Model>{"model", &Document::models, &RowVersion::model},
    RowKind<Scenario>{"scenario", &Document::scenarios, &RowVersion::scenario},
    RowKind<Assertion>{"assertion", &Document::assertions, &RowVersion::assertion},
    RowKind<Override>{"override", &Document::overrides, &RowVersion::ownVerdict},
    RowKind<Decision>{"decision", &Document::decisions, &RowVersion::decision},
    RowKind<TableView>{"view", &Document::views, &RowVersion::view},
};
static_assert(std::tuple_size_v<decltype(rowKinds)> + 2
                  == std::tuple_size_v<std::remove_cvref_t<decltype(Fields<Document>::list)>>,
              "every list of a document is compared and merged; the project and the conflicts go their own way");

/// Calls visit(kind) for each.
template <class Visit>
void forEachRowKind(Visit visit) {
    std::apply([&](const auto&... kind) { (visit(kind), ...); }, rowKinds);
}

/// The name by which an element of a list inside a row is found again; nothing for lists that are compared whole.
template <class T>
struct Element;
template <>
struct Element<Mention> {
    static constexpr std::string_view name = "mention";
    static const std::string& id(const Mention& mention) { return mention.id.value; }
};
template <>
struct Element<ScenarioInput> {
    static constexpr std::string_view name = "input";
    static const std::string& id(const ScenarioInput& input) { return input.input.value; }
};
template <>
struct Element<ModelInput> {
    static constexpr std::string_view name = "input";
    static const std::string& id(const ModelInput& input) { return input.id.value; }
};
template <>
struct Element<Formula> {
    static constexpr std::string_view name = "formula";
    static const std::string& id(const Formula& formula) { return formula.id.value; }
};
template <>
struct Element<CatalogueCell> {
    static constexpr std::string_view name = "cell";
    static const std::string& id(const CatalogueCell& cell) { return cell.column; }
};
template <>
struct Element<ChartTitle> {
    static constexpr std::string_view name = "chart";
    static const std::string& id(const ChartTitle& title) { return title.id; }
};
template <class T>
concept IsElement = requires {
    Element<T>::name;
};

/// "mention m3"
template <IsElement T>
std::string elementName(const T& item) {
    return std::string(Element<T>::name) + " " + Element<T>::id(item);
}

template <IsElement T>
const T* findElement(const std::vector<T>& list, std::string_view id) {
    for (const T& item : list)
        if (Element<T>::id(item) == id)
            return &item;
    return nullptr;
}

} // namespace assay
