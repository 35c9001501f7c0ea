// TextMap: built in one pass; a step is kept wherever positions and code points stop running in parallel.
#include "ui/models/text_map.h"

#include "core/base/utf8.h"

#include <algorithm>

namespace assay {

namespace {

/// A form feed is one too: it divides the pages of a PDF.
bool isLineEnd(char32_t c) { return c == U'\n' || c == U'\r' || c == U'\u2029' || c == U'\u0085' || c == U'\f'; }

/// Characters that QTextDocument takes for its own structure, and NUL: shown as the replacement character.
bool isUnshowable(char32_t c) { return c == 0 || c == U'\uFDD0' || c == U'\uFDD1' || c == U'\uFFFC'; }

} // namespace

TextMap::TextMap(std::string_view utf8) {
    const std::u32string text = toUtf32(utf8);
    m_display.reserve(static_cast<qsizetype>(text.size()));
    for (const char32_t c : text)
        add(c);
}

void TextMap::add(char32_t c) {
    const bool secondOfPair = m_afterReturn && c == U'\n';
    m_afterReturn = c == U'\r';
    if (secondOfPair) { // CR LF: two code points, one line end
        ++m_codePoints;
        m_steps.push_back(Step{m_codePoints, static_cast<int>(m_display.size())});
        return;
    }
    if (isLineEnd(c)) {
        m_display += QLatin1Char('\n');
        m_lineStart = static_cast<int>(m_display.size());
        ++m_codePoints;
        return;
    }
    if (static_cast<int>(m_display.size()) - m_lineStart >= longestLine)
        breakLongLine();
    if (isUnshowable(c)) {
        m_display += QChar(QChar::ReplacementCharacter);
    } else {
        m_display += QChar::fromUcs4(c);
    }
    ++m_codePoints;
    if (QChar::requiresSurrogates(c))
        m_steps.push_back(Step{m_codePoints, static_cast<int>(m_display.size())});
}

/// Adds a break before the character that comes next: only after white space, unless the line is twice too long.
void TextMap::breakLongLine() {
    const int length = static_cast<int>(m_display.size()) - m_lineStart;
    if (!m_display.back().isSpace() && length < 2 * longestLine)
        return;
    m_display += QLatin1Char('\n');
    m_lineStart = static_cast<int>(m_display.size());
    m_steps.push_back(Step{m_codePoints, m_lineStart});
}

int TextMap::position(std::size_t codePoint) const {
    if (codePoint >= m_codePoints)
        return static_cast<int>(m_display.size());
    const auto next = std::upper_bound(m_steps.begin(), m_steps.end(), codePoint,
                                       [](std::size_t c, const Step& step) { return c < step.codePoint; });
    const Step& step = *(next - 1);
    return step.position + static_cast<int>(codePoint - step.codePoint);
}

std::size_t TextMap::codePoint(int position) const {
    if (position >= m_display.size())
        return m_codePoints;
    if (position <= 0)
        return 0;
    if (m_display.at(position).isLowSurrogate())
        --position;
    const auto next = std::upper_bound(m_steps.begin(), m_steps.end(), position,
                                       [](int p, const Step& step) { return p < step.position; });
    const Step& step = *(next - 1);
    return step.codePoint + static_cast<std::size_t>(position - step.position);
}

} // namespace assay
