// FindBar: a literal search, case not counted, in one source's text.
#pragma once

#include <QtWidgets/QFrame>

#include <vector>

class QLabel;
class QLineEdit;
class QToolButton;

namespace assay {

class SourceText;

class FindBar : public QFrame {
    Q_OBJECT
public:
    explicit FindBar(SourceText& text, QWidget* parent = nullptr);

    void open();    ///< with the selected words, if there are any
    void refresh(); ///< the text is another
    void step(int by);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void search();
    void showHit();
    QToolButton* button(const QString& objectName, const QString& sign, const QString& name);

    SourceText& m_text;
    QLineEdit* m_words;
    QLabel* m_count;
    std::vector<int> m_hits; ///< positions on screen
    int m_hit = -1;
};

} // namespace assay
