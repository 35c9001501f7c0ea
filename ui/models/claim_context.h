// ClaimContext: what a claim's row in the table takes from the rest of the project: titles, names, links, scenarios,
// and exchange rates at its date. Indexes are made once; it knows no column and no view.
#pragma once

#include "core/catalog/rates.h"
#include "core/claims/evidence.h"
#include "core/document/document.h"
#include "core/units/unit.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace assay {

/// A quantity in base units, chips counted as GPU and money in dollars of its date, so that like compares with like.
struct ComparableNumber {
    std::string group;           ///< the base units; money without a rate keeps its own currency
    std::optional<double> value; ///< the middle of a range, the end of an open one
    std::optional<double> low;
    std::optional<double> high;
    Quantity shown;                ///< in dollars where it was converted, in its own unit otherwise
    std::string currency;          ///< the one converted from, or the one without a rate; empty: none of both
    std::optional<DatedRate> rate; ///< `currency` per dollar
};

/// The value, the middle of a range, the end of an open one.
std::optional<double> middleOf(const Quantity& quantity);

class ClaimContext {
public:
    explicit ClaimContext(Document document);

    const Document& document() const { return m_document; }
    /// True when a claim that did not change shows the same in the other document.
    bool sameFor(const Document& document) const;
    /// The document with other claims, for one that the rest is the same for.
    void setClaims(const Document& document);

    std::string_view attribute(const Claim& claim) const;
    std::vector<std::string_view> originators(const Claim& claim) const; ///< whom its chains begin with, each once
    std::string chain(const Mention& mention) const;                     ///< "Wang > CNBC"
    std::vector<std::string_view> sources(const Claim& claim) const;     ///< titles, each once
    bool onlyDigests(const Claim& claim) const;
    std::size_t independentOriginators(const Claim& claim) const;        ///< resolved, links walked to their roots
    std::vector<const Link*> links(const Claim& claim) const;            ///< from it, then to it
    const std::vector<std::string>& scenarios(const Claim& claim) const; ///< titles of those it is a basis in
    std::string dateOf(const Claim& claim) const; ///< as of, else when its first source was published; may be empty

    /// "GPU*h" for "H800*h"; the unit itself when it holds no chip.
    const std::string& unitOfAnyChip(const std::string& unit) const;

    /// The quantity with money of that date.
    ComparableNumber comparable(const Quantity& quantity, const std::string& date) const;

private:
    struct ReadUnit {
        std::optional<Unit> unit;
        std::string anyChip;
        std::string currency; ///< its only currency that is not the dollar
        int exponent = 0;
        std::string group;       ///< the base units, chips as GPU
        std::string dollarGroup; ///< with the dollar for its currency
    };
    using Uses = std::map<std::string, std::vector<std::string>>;

    static Uses usesIn(const Document& document);
    const ReadUnit& readUnit(const std::string& text) const;
    const std::optional<DatedRate>& rate(const std::string& currency, const std::string& date) const;

    Document m_document;
    std::unordered_map<std::string_view, const Attribute*> m_attributes;
    std::unordered_map<std::string_view, const Speaker*> m_speakers;
    std::unordered_map<std::string_view, const Source*> m_sources;
    std::unordered_map<std::string_view, std::vector<const Link*>> m_links;
    Uses m_uses;
    Catalogs m_catalogs;                          ///< rates
    mutable std::unique_ptr<Evidence> m_evidence; ///< made when originators are first counted
    mutable std::unordered_map<std::string, ReadUnit> m_units;
    mutable std::map<std::pair<std::string, std::string>, std::optional<DatedRate>> m_rates;
};

} // namespace assay
