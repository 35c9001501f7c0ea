// Indexes of a document, and what is looked up in them claim by claim.
#include "ui/models/claim_context.h"

#include "core/claims/provenance.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace assay {

namespace {

template <class T>
std::unordered_map<std::string_view, const T*> byId(const Rows<T>& rows) {
    std::unordered_map<std::string_view, const T*> index;
    index.reserve(rows.size());
    for (const Row<T>& row : rows)
        index.emplace(row->id.value, &*row);
    return index;
}

template <class T>
const T* at(const std::unordered_map<std::string_view, const T*>& index, std::string_view id) {
    const auto found = index.find(id);
    return found == index.end() ? nullptr : found->second;
}

Quantity scaled(Quantity quantity, double factor) {
    for (std::optional<double>* number : {&quantity.value, &quantity.low, &quantity.high})
        if (*number)
            **number *= factor;
    return quantity;
}

/// "KRW/(GPU*h)" in dollars: the base stands once, since a unit has each base once.
std::string withBase(std::string unit, const std::string& base, std::string_view other) {
    const std::size_t at = base.empty() ? std::string::npos : unit.find(base);
    return at == std::string::npos ? unit : unit.replace(at, base.size(), other);
}

} // namespace

std::optional<double> middleOf(const Quantity& quantity) {
    if (quantity.value)
        return quantity.value;
    if (quantity.low && quantity.high)
        return std::midpoint(*quantity.low, *quantity.high);
    return quantity.low ? quantity.low : quantity.high;
}

ClaimContext::ClaimContext(Document document)
    : m_document(std::move(document)),
      m_attributes(byId(m_document.attributes)),
      m_speakers(byId(m_document.speakers)),
      m_sources(byId(m_document.sources)),
      m_uses(usesIn(m_document)),
      m_catalogs(m_document.catalogueRows) {
    for (const Row<Link>& link : m_document.links)
        m_links[link->from.value].push_back(&*link);
    for (const Row<Link>& link : m_document.links)
        if (link->to != link->from)
            m_links[link->to.value].push_back(&*link);
}

ClaimContext::Uses ClaimContext::usesIn(const Document& document) {
    Uses uses;
    for (const Row<Scenario>& scenario : document.scenarios)
        for (const ScenarioInput& input : scenario->inputs)
            for (const ClaimId& claim : input.basis.claims) {
                std::vector<std::string>& titles = uses[claim.value];
                const std::string& title = scenario->title.empty() ? scenario->id.value : scenario->title;
                if (titles.empty() || titles.back() != title)
                    titles.push_back(title);
            }
    return uses;
}

bool ClaimContext::sameFor(const Document& document) const {
    return m_document.attributes == document.attributes && m_document.speakers == document.speakers
           && m_document.sources == document.sources && m_document.links == document.links
           && m_document.catalogueRows == document.catalogueRows && m_uses == usesIn(document);
}

void ClaimContext::setClaims(const Document& document) {
    m_document.claims = document.claims;
    m_evidence.reset();
}

std::string_view ClaimContext::attribute(const Claim& claim) const {
    const Attribute* attribute = at(m_attributes, claim.attribute.value);
    return attribute ? std::string_view(attribute->title) : std::string_view();
}

std::vector<std::string_view> ClaimContext::originators(const Claim& claim) const {
    std::vector<std::string_view> names;
    for (const Mention& mention : claim.mentions) {
        const Speaker* speaker = mention.chain.empty() ? nullptr : at(m_speakers, mention.chain.front().speaker.value);
        if (speaker && std::find(names.begin(), names.end(), speaker->name) == names.end())
            names.push_back(speaker->name);
    }
    return names;
}

std::string ClaimContext::chain(const Mention& mention) const {
    std::string text;
    for (const Utterance& utterance : mention.chain) {
        const Speaker* speaker = at(m_speakers, utterance.speaker.value);
        text += (text.empty() ? "" : " > ") + (speaker ? speaker->name : utterance.speaker.value);
    }
    return text;
}

std::vector<std::string_view> ClaimContext::sources(const Claim& claim) const {
    std::vector<std::string_view> titles;
    for (const Mention& mention : claim.mentions) {
        const Source* source = at(m_sources, mention.anchor.source.value);
        if (source && std::find(titles.begin(), titles.end(), source->title) == titles.end())
            titles.push_back(source->title);
    }
    return titles;
}

bool ClaimContext::onlyDigests(const Claim& claim) const {
    return !claim.mentions.empty()
           && std::all_of(claim.mentions.begin(), claim.mentions.end(), [&](const Mention& mention) {
                  const Source* source = at(m_sources, mention.anchor.source.value);
                  return !source || !source->digestOf.empty();
              });
}

std::size_t ClaimContext::independentOriginators(const Claim& claim) const {
    if (!m_evidence)
        m_evidence = std::make_unique<Evidence>(gatherEvidence(
            m_document.sources, m_document.speakers, m_document.attributes, m_document.claims, m_document.links));
    return provenanceOf(*m_evidence, {&claim}).originators.size();
}

std::vector<const Link*> ClaimContext::links(const Claim& claim) const {
    const auto found = m_links.find(claim.id.value);
    return found == m_links.end() ? std::vector<const Link*>{} : found->second;
}

const std::vector<std::string>& ClaimContext::scenarios(const Claim& claim) const {
    static const std::vector<std::string> none;
    const auto found = m_uses.find(claim.id.value);
    return found == m_uses.end() ? none : found->second;
}

std::string ClaimContext::dateOf(const Claim& claim) const {
    if (!claim.asOf.empty() || claim.mentions.empty())
        return claim.asOf;
    const Source* source = at(m_sources, claim.mentions.front().anchor.source.value);
    return source ? source->published : std::string();
}

const ClaimContext::ReadUnit& ClaimContext::readUnit(const std::string& text) const {
    const auto known = m_units.find(text);
    if (known != m_units.end())
        return known->second;
    ReadUnit read;
    read.anyChip = text;
    if (const Result<Unit> unit = parseUnit(text.empty() ? "1" : text)) {
        read.unit = withoutChip(*unit);
        read.anyChip = withBase(text, chipOf(*unit), "GPU");
        int currencies = 0;
        for (const UnitFactor& factor : unit->factors)
            if (isCurrency(factor.base)) {
                ++currencies;
                read.currency = factor.base;
                read.exponent = factor.exponent;
            }
        if (currencies != 1 || read.currency == "USD")
            read.currency.clear(); // nothing to convert, or a rate itself
        Unit inDollars = *read.unit;
        for (UnitFactor& factor : inDollars.factors)
            if (factor.base == read.currency)
                factor.base = "USD";
        std::sort(inDollars.factors.begin(), inDollars.factors.end());
        read.dollarGroup = unitText(inDollars);
    }
    read.group = read.unit ? unitText(*read.unit) : text;
    return m_units.emplace(text, std::move(read)).first->second;
}

const std::optional<DatedRate>& ClaimContext::rate(const std::string& currency, const std::string& date) const {
    const auto key = std::pair(currency, date);
    const auto known = m_rates.find(key);
    return known != m_rates.end() ? known->second
                                  : m_rates.emplace(key, rateOn("USD", currency, date, m_catalogs)).first->second;
}

const std::string& ClaimContext::unitOfAnyChip(const std::string& unit) const { return readUnit(unit).anyChip; }

ComparableNumber ClaimContext::comparable(const Quantity& quantity, const std::string& date) const {
    const ReadUnit& read = readUnit(quantity.unit);
    ComparableNumber result;
    result.shown = quantity;
    result.currency = read.currency;
    if (!read.currency.empty())
        result.rate = rate(read.currency, date);
    if (result.rate) {
        result.shown = scaled(quantity, std::pow(result.rate->rate, -read.exponent));
        result.shown.unit = withBase(quantity.unit, read.currency, "USD");
    }
    result.group = result.rate ? read.dollarGroup : read.group;
    const double scale = read.unit ? read.unit->scale : 1;
    const auto base = [&](const std::optional<double>& number) {
        return number ? std::optional(*number * scale) : std::nullopt;
    };
    result.value = base(middleOf(result.shown));
    result.low = base(result.shown.low);
    result.high = base(result.shown.high);
    return result;
}

} // namespace assay
