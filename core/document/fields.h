// Every field of a document with its key in files, once: the reader, the writer, diff and merge all walk these lists.
#pragma once

#include "core/document/document.h"

#include <string_view>
#include <tuple>

namespace assay {

/// required: always written and must be there; optional: left out when it has the struct's default.
enum class Need { required, optional };

template <class T, class M>
struct Field {
    std::string_view key;
    M T::*member;
    Need need;
};

template <class T, class M>
constexpr Field<T, M> required(std::string_view key, M T::*member) {
    return {key, member, Need::required};
}
template <class T, class M>
constexpr Field<T, M> optional(std::string_view key, M T::*member) {
    return {key, member, Need::optional};
}

/// Fields<T>::list is the tuple of T's fields in the order of the file.
template <class T>
struct Fields;

template <class T>
concept HasFields = requires {
    Fields<T>::list;
};

/// A row or the document: keeps keys of a newer minor version.
template <class T>
concept HasExtra = requires(T row) {
    row.extra;
};

/// Calls visit(field) for each field of T in order.
template <HasFields T, class Visit>
void forEachField(Visit visit) {
    std::apply([&](const auto&... field) { (visit(field), ...); }, Fields<T>::list);
}

template <>
struct Fields<ChartTitle> {
    static constexpr std::tuple list{required("id", &ChartTitle::id), required("title", &ChartTitle::title)};
};
template <>
struct Fields<Project> {
    static constexpr std::tuple list{required("id", &Project::id), optional("title", &Project::title),
                                     optional("note", &Project::note), optional("seed", &Project::seed),
                                     optional("chartTitles", &Project::chartTitles)};
};
template <>
struct Fields<OutputLink> {
    static constexpr std::tuple list{required("output", &OutputLink::output), optional("scope", &OutputLink::scope),
                                     optional("note", &OutputLink::note)};
};
template <>
struct Fields<Assumed> {
    static constexpr std::tuple list{required("name", &Assumed::name), required("unit", &Assumed::unit),
                                     required("text", &Assumed::text)};
};
template <>
struct Fields<Derivation> {
    static constexpr std::tuple list{required("formula", &Derivation::formula),
                                     optional("assumed", &Derivation::assumed), optional("note", &Derivation::note)};
};
template <>
struct Fields<Attribute> {
    static constexpr std::tuple list{
        required("id", &Attribute::id),           optional("title", &Attribute::title),
        optional("unit", &Attribute::unit),       optional("definition", &Attribute::definition),
        optional("outputs", &Attribute::outputs), optional("derivations", &Attribute::derivations),
        optional("min", &Attribute::min),         optional("max", &Attribute::max)};
};
template <>
struct Fields<Speaker> {
    static constexpr std::tuple list{required("id", &Speaker::id), optional("name", &Speaker::name),
                                     optional("aliases", &Speaker::aliases), optional("resolved", &Speaker::resolved),
                                     optional("kind", &Speaker::kind)};
};
template <>
struct Fields<TextRange> {
    static constexpr std::tuple list{required("start", &TextRange::start), required("end", &TextRange::end)};
};
template <>
struct Fields<Source> {
    static constexpr std::tuple list{required("id", &Source::id),
                                     optional("title", &Source::title),
                                     optional("publisher", &Source::publisher),
                                     optional("authors", &Source::authors),
                                     optional("published", &Source::published),
                                     optional("accessed", &Source::accessed),
                                     optional("url", &Source::url),
                                     optional("language", &Source::language),
                                     optional("mediaType", &Source::mediaType),
                                     optional("encoding", &Source::encoding),
                                     optional("sha256", &Source::sha256),
                                     optional("original", &Source::original),
                                     optional("digestOf", &Source::digestOf),
                                     optional("note", &Source::note),
                                     optional("replaces", &Source::replaces),
                                     optional("quiet", &Source::quiet),
                                     optional("dismissed", &Source::dismissed),
                                     optional("text", &Source::text)};
};
template <>
struct Fields<Quantity> {
    static constexpr std::tuple list{optional("text", &Quantity::text),    optional("value", &Quantity::value),
                                     optional("low", &Quantity::low),      optional("high", &Quantity::high),
                                     optional("bound", &Quantity::bound),  optional("unit", &Quantity::unit),
                                     optional("digits", &Quantity::digits)};
};
template <>
struct Fields<Anchor> {
    static constexpr std::tuple list{required("source", &Anchor::source), required("start", &Anchor::start),
                                     required("end", &Anchor::end),       required("quote", &Anchor::quote),
                                     optional("prefix", &Anchor::prefix), optional("suffix", &Anchor::suffix)};
};
template <>
struct Fields<Utterance> {
    static constexpr std::tuple list{required("speaker", &Utterance::speaker), optional("role", &Utterance::role),
                                     optional("spelling", &Utterance::spelling)};
};
template <>
struct Fields<Mention> {
    static constexpr std::tuple list{required("id", &Mention::id),
                                     required("anchor", &Mention::anchor),
                                     optional("chain", &Mention::chain),
                                     optional("polarity", &Mention::polarity),
                                     optional("modality", &Mention::modality),
                                     optional("hedge", &Mention::hedge),
                                     optional("level", &Mention::level)};
};
template <>
struct Fields<Grade> {
    static constexpr std::tuple list{
        optional("reliability", &Grade::reliability), optional("credibility", &Grade::credibility),
        optional("likelihood", &Grade::likelihood), optional("confidence", &Grade::confidence)};
};
template <>
struct Fields<GradeScale> {
    static constexpr std::tuple list{required("id", &GradeScale::id), optional("words", &GradeScale::words),
                                     optional("originators", &GradeScale::originators),
                                     optional("note", &GradeScale::note)};
};
template <>
struct Fields<Claim> {
    static constexpr std::tuple list{required("id", &Claim::id),
                                     optional("subject", &Claim::subject),
                                     optional("attribute", &Claim::attribute),
                                     optional("statement", &Claim::statement),
                                     optional("quantity", &Claim::quantity),
                                     optional("asOf", &Claim::asOf),
                                     optional("scope", &Claim::scope),
                                     optional("mentions", &Claim::mentions),
                                     optional("grade", &Claim::grade),
                                     optional("verified", &Claim::verified),
                                     optional("assessment", &Claim::assessment),
                                     optional("note", &Claim::note)};
};
template <>
struct Fields<OwnLinkType> {
    static constexpr std::tuple list{required("id", &OwnLinkType::id), optional("title", &OwnLinkType::title),
                                     optional("symmetric", &OwnLinkType::symmetric),
                                     optional("note", &OwnLinkType::note)};
};
template <>
struct Fields<Link> {
    static constexpr std::tuple list{required("id", &Link::id),
                                     required("from", &Link::from),
                                     required("to", &Link::to),
                                     optional("fromMention", &Link::fromMention),
                                     optional("toMention", &Link::toMention),
                                     optional("type", &Link::type),
                                     optional("own", &Link::own),
                                     optional("formula", &Link::formula),
                                     optional("note", &Link::note)};
};
template <>
struct Fields<CatalogueCell> {
    static constexpr std::tuple list{required("column", &CatalogueCell::column),
                                     required("text", &CatalogueCell::text)};
};
template <>
struct Fields<CatalogueRow> {
    static constexpr std::tuple list{required("id", &CatalogueRow::id), optional("cells", &CatalogueRow::cells)};
};
template <>
struct Fields<ModelInput> {
    static constexpr std::tuple list{
        required("id", &ModelInput::id),       optional("title", &ModelInput::title),
        required("unit", &ModelInput::unit),   required("default", &ModelInput::defaultText),
        optional("min", &ModelInput::min),     optional("max", &ModelInput::max),
        optional("scale", &ModelInput::scale), optional("stream", &ModelInput::stream),
        optional("help", &ModelInput::help),   optional("source", &ModelInput::source),
        optional("basis", &ModelInput::basis)};
};
template <>
struct Fields<Formula> {
    static constexpr std::tuple list{required("id", &Formula::id),     optional("title", &Formula::title),
                                     required("unit", &Formula::unit), required("formula", &Formula::formula),
                                     optional("help", &Formula::help), optional("source", &Formula::source)};
};
template <>
struct Fields<Correlation> {
    static constexpr std::tuple list{required("inputs", &Correlation::inputs), required("rank", &Correlation::rank)};
};
template <>
struct Fields<Model> {
    static constexpr std::tuple list{
        required("id", &Model::id),           required("title", &Model::title),
        required("version", &Model::version), optional("help", &Model::help),
        optional("source", &Model::source),   optional("leaves_out", &Model::leavesOut),
        required("inputs", &Model::inputs),   required("formulas", &Model::formulas),
        required("outputs", &Model::outputs), optional("correlations", &Model::correlations)};
};
template <>
struct Fields<BasisTerm> {
    static constexpr std::tuple list{required("claim", &BasisTerm::claim), optional("said", &BasisTerm::said),
                                     optional("weight", &BasisTerm::weight), optional("end", &BasisTerm::end)};
};
template <>
struct Fields<Basis> {
    static constexpr std::tuple list{
        optional("kind", &Basis::kind), optional("claims", &Basis::claims), optional("reference", &Basis::reference),
        optional("note", &Basis::note), optional("rule", &Basis::rule),     optional("terms", &Basis::terms),
        optional("lost", &Basis::lost)};
};
template <>
struct Fields<ScenarioInput> {
    static constexpr std::tuple list{required("input", &ScenarioInput::input), required("text", &ScenarioInput::text),
                                     optional("basis", &ScenarioInput::basis)};
};
template <>
struct Fields<Scenario> {
    static constexpr std::tuple list{required("id", &Scenario::id),           optional("title", &Scenario::title),
                                     required("model", &Scenario::model),     optional("inputs", &Scenario::inputs),
                                     optional("samples", &Scenario::samples), optional("asOf", &Scenario::asOf),
                                     optional("note", &Scenario::note)};
};
template <>
struct Fields<Assertion> {
    static constexpr std::tuple list{required("id", &Assertion::id), required("scenario", &Assertion::scenario),
                                     required("text", &Assertion::text), optional("note", &Assertion::note)};
};
template <>
struct Fields<Override> {
    static constexpr std::tuple list{required("id", &Override::id),
                                     required("scenario", &Override::scenario),
                                     required("claim", &Override::claim),
                                     required("verdict", &Override::verdict),
                                     required("computed", &Override::computed),
                                     required("reason", &Override::reason)};
};
template <>
struct Fields<Decision> {
    static constexpr std::tuple list{required("id", &Decision::id), required("status", &Decision::status),
                                     optional("reason", &Decision::reason), optional("note", &Decision::note)};
};
template <>
struct Fields<ViewColumn> {
    static constexpr std::tuple list{required("column", &ViewColumn::column), optional("width", &ViewColumn::width)};
};
template <>
struct Fields<ViewSort> {
    static constexpr std::tuple list{required("column", &ViewSort::column),
                                     optional("direction", &ViewSort::direction)};
};
template <>
struct Fields<TableView> {
    static constexpr std::tuple list{required("id", &TableView::id),           optional("title", &TableView::title),
                                     optional("columns", &TableView::columns), optional("sort", &TableView::sort),
                                     optional("filter", &TableView::filter),   optional("group", &TableView::group)};
};
template <>
struct Fields<RowVersion> {
    static constexpr std::tuple list{optional("project", &RowVersion::project),
                                     optional("attribute", &RowVersion::attribute),
                                     optional("gradeScale", &RowVersion::gradeScale),
                                     optional("speaker", &RowVersion::speaker),
                                     optional("source", &RowVersion::source),
                                     optional("claim", &RowVersion::claim),
                                     optional("linkType", &RowVersion::linkType),
                                     optional("link", &RowVersion::link),
                                     optional("catalogueRow", &RowVersion::catalogueRow),
                                     optional("model", &RowVersion::model),
                                     optional("scenario", &RowVersion::scenario),
                                     optional("assertion", &RowVersion::assertion),
                                     optional("override", &RowVersion::ownVerdict),
                                     optional("decision", &RowVersion::decision),
                                     optional("view", &RowVersion::view)};
};
template <>
struct Fields<Conflict> {
    static constexpr std::tuple list{required("id", &Conflict::id),        required("what", &Conflict::what),
                                     required("row", &Conflict::row),      optional("field", &Conflict::field),
                                     optional("base", &Conflict::base),    optional("ours", &Conflict::ours),
                                     optional("theirs", &Conflict::theirs)};
};
template <>
struct Fields<Document> {
    static constexpr std::tuple list{
        required("project", &Document::project),       optional("conflicts", &Document::conflicts),
        optional("attributes", &Document::attributes), optional("gradeScales", &Document::gradeScales),
        optional("speakers", &Document::speakers),     optional("sources", &Document::sources),
        optional("claims", &Document::claims),         optional("linkTypes", &Document::linkTypes),
        optional("links", &Document::links),           optional("catalogueRows", &Document::catalogueRows),
        optional("models", &Document::models),         optional("scenarios", &Document::scenarios),
        optional("assertions", &Document::assertions), optional("overrides", &Document::overrides),
        optional("decisions", &Document::decisions),   optional("views", &Document::views)};
};

} // namespace assay
