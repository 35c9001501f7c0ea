// FindBar: a search in one source's text by words, whole words, regular expression or quantity, case not counted; how
// many hits there are and which one is shown. The mode stays as long as the window.
#pragma once

#include "ui/views/find_bar_text.h"

#include <QtWidgets/QFrame>

class QHBoxLayout;
class QLabel;
class QToolButton;

namespace assay {

class FindBarSearch;
class NoteLabel;
class SearchField;
class SourceText;

class FindBar : public QFrame {
    Q_OBJECT
public:
    explicit FindBar(SourceText& text, QWidget* parent = nullptr);

    void open(); ///< with the selected words, if there are any
    /// The text shown. Another one is searched again, but stays where it is: stepping goes on from there.
    void setSource(const std::string& utf8, const std::string& language);
    void step(int by); ///< to the next (1) or previous (-1) hit, round the ends; opens a bar that is closed
    void setKind(SearchKind kind);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    enum class Then { showHit, stay };

    QHBoxLayout* buildRow();
    QToolButton* button(const QString& objectName, const QString& sign, const QString& name);
    void search(Then then);
    void take(const TextHits& hits);
    std::size_t here() const; ///< code point from which on the next hit is looked for
    void showHit();
    void showNote(WantedNote note);
    void close();

    SourceText& m_text;
    FindBarSearch* m_search;
    SearchField* m_field;
    QLabel* m_count;
    NoteLabel* m_note;
    Then m_then = Then::showHit;
    TextHits m_hits;
    int m_hit = -1;
};

} // namespace assay
