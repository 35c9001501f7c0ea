// TextMap: a frozen text as a QPlainTextEdit can hold it, and the way between its positions (UTF-16 units) and the code
// points that anchors count. Every line end is one '\n' on screen; over-long lines get extra breaks. Knows no widget.
#pragma once

#include <QtCore/QString>

#include <cstddef>
#include <string_view>
#include <vector>

namespace assay {

class TextMap {
public:
    /// QPlainTextEdit lays out a whole block at a time: longer lines are broken at a space (evidence: "Source viewer").
    static constexpr int longestLine = 4000;

    TextMap() = default;
    explicit TextMap(std::string_view utf8);

    const QString& display() const { return m_display; } ///< what to give to setPlainText
    std::size_t codePoints() const { return m_codePoints; }

    /// Position of a code point on screen; of the end for anything beyond it.
    int position(std::size_t codePoint) const;
    /// The code point at a position; between the two units of a surrogate pair, the pair's. An extra break belongs to
    /// what follows.
    std::size_t codePoint(int position) const;

private:
    /// From here on (up to the next step) one position is one code point.
    struct Step {
        std::size_t codePoint = 0;
        int position = 0;
    };

    void add(char32_t c);
    void breakLongLine();

    QString m_display;
    std::vector<Step> m_steps{Step{}};
    std::size_t m_codePoints = 0;
    int m_lineStart = 0;
    bool m_afterReturn = false;
};

} // namespace assay
