// TextArena: the folded texts of numbered rows, one behind the other, searched in one scan (measured 50 times faster
// than row by row at 100,000 rows). It folds nothing itself and knows no row.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace assay {

/// 1 for each row that is meant.
using RowMask = std::vector<std::uint8_t>;

class TextArena {
public:
    /// Ends a row inside the arena: no row's text may hold it, and nothing that is searched does.
    static constexpr char rowEnd = '\n';

    std::size_t size() const { return m_places.size(); } ///< rows
    std::string_view at(std::size_t row) const;
    void append(std::string_view text);
    /// The old text stays behind as waste until there is too much of it.
    void replace(std::size_t row, std::string_view text);

    /// The rows that hold the words; all for empty words.
    RowMask rowsWith(std::string_view words) const;
    /// The rows whose text has the words behind at least `field` and fewer than `field` + 1 of the separators: the
    /// texts of rows that are lists of fields.
    RowMask rowsWith(std::string_view words, std::size_t field, char separator) const;

private:
    struct Place {
        std::size_t start = 0;
        std::size_t size = 0;
    };
    struct Stretch {
        std::size_t start = 0;
        std::uint32_t row = 0;
    };
    static constexpr std::uint32_t waste = UINT32_MAX;

    void pack();
    template <class Accept>
    RowMask scan(std::string_view words, Accept accept) const;

    std::string m_text;
    std::vector<Place> m_places;
    std::vector<Stretch> m_stretches; ///< of m_text, in its order; replaced ones are `waste`
    std::vector<std::size_t> m_stretchOf;
    std::size_t m_wasted = 0;
};

} // namespace assay
