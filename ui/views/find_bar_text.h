// Words of the find bar: its modes, what it says about what was typed and about what was found. Knows no widget.
#pragma once

#include "core/document/search_sources.h"
#include "core/source/find_expression.h"
#include "core/source/search_text.h"

#include <QtCore/QString>

#include <array>

namespace assay {

inline constexpr std::array searchKinds{SearchKind::words, SearchKind::wholeWords, SearchKind::expression,
                                        SearchKind::quantity};

QString searchKindName(SearchKind kind);  ///< "Whole words"
QString searchKindLabel(SearchKind kind); ///< the same, short enough for a button
QString searchKindHint(SearchKind kind);  ///< what can be typed, for the empty field

/// One sentence on what was typed: how it is read, or why it can't be searched for.
struct WantedNote {
    QString text;
    bool refused = false;
};
WantedNote wantedNote(SearchKind kind, const QString& wanted);

QString badExpressionText(const BadExpression& bad);

/// "3 of 17", "17 hits", "no hit"; hit: from 0, -1 when none is current.
QString countText(const TextHits& hits, int hit);

/// "17 hits in 4 sources", "no hit".
QString countText(const FoundInSources& found);

/// Why a search through all sources ended early; empty when it did not.
QString earlyEndText(const FoundInSources& found);

/// Why the search did not see the whole text; empty when it did.
QString earlyEndText(const TextHits& hits, std::size_t codePoints);

} // namespace assay
