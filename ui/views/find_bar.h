// FindBar: a search in one source's text by words, whole words, regular expression or quantity, case not counted; how
// many hits there are and which one is shown. The mode stays as long as the window.
#pragma once

#include "ui/views/find_bar_text.h"

#include <QtWidgets/QFrame>

class QActionGroup;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QToolButton;

namespace assay {

class FindBarSearch;
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
    void changeEvent(QEvent* event) override;

private:
    enum class Then { showHit, stay };

    QHBoxLayout* buildRow();
    QToolButton* button(const QString& objectName, const QString& sign, const QString& name);
    void buildKinds();
    void search(Then then);
    void take(const TextHits& hits);
    std::size_t here() const; ///< code point from which on the next hit is looked for
    void showHit();
    void showNote(WantedNote note);
    void paintNote();
    void close();

    SourceText& m_text;
    FindBarSearch* m_search;
    QToolButton* m_kindButton;
    QLineEdit* m_words;
    QLabel* m_count;
    QLabel* m_note;
    QActionGroup* m_kinds;
    SearchKind m_kind = SearchKind::words;
    Then m_then = Then::showHit;
    WantedNote m_noted;
    TextHits m_hits;
    int m_hit = -1;
};

} // namespace assay
