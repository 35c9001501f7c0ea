// SearchText: one text made ready for all kinds of searches; what a kind needs is made when it is first asked for and
// kept. Used by one thread at a time.
#pragma once

#include "core/source/comparison_form.h"
#include "core/source/find_expression.h"
#include "core/source/text_hits.h"
#include "core/units/read_quantity.h"

#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace assay {

enum class SearchKind {
    words,      ///< as typed, anywhere
    wholeWords, ///< as typed, no word cut
    expression, ///< a regular expression
    quantity    ///< a value or a range, however it is written
};

class SearchText {
public:
    explicit SearchText(std::string utf8, std::string language = {});

    const std::string& text() const { return m_text; }
    const std::string& language() const { return m_language; }

    /// An expression or quantity that cannot be read finds nothing: faultOf and readQuantity say why. An expression
    /// is given up after `patience`.
    TextHits find(SearchKind kind, std::string_view wanted, const std::stop_token& stop = {},
                  std::chrono::milliseconds patience = expressionPatience);
    void forget(); ///< what was made for searches, to free its memory

private:
    std::string m_text;
    std::string m_language;
    std::optional<ComparisonForm> m_form;
    std::optional<std::vector<FoundQuantity>> m_quantities;
};

} // namespace assay
