// SideBySide: two sources beside each other, the mentions that belong together joined by lines, and the wordings of the
// current claim below. It follows the linked selection and sets it.
#pragma once

#include "core/document/related_mentions.h"
#include "ui/store/selection.h"

#include <QtWidgets/QDialog>

#include <optional>
#include <vector>

class QComboBox;
class QLabel;
class QToolButton;

namespace assay {

class MentionGutter;
class SourceText;
class WordingsView;

class SideBySide : public QDialog {
    Q_OBJECT
public:
    /// Shows the current claim's mention beside one that belongs to it, else the current source beside the one it has
    /// most in common with. It deletes itself when it is closed.
    SideBySide(DocumentStore& store, Selection& selection, QWidget& window);

    const std::vector<MentionPair>& pairs() const { return m_pairs; }

private:
    enum Side { left, right };

    void build();
    QWidget* buildTexts();
    QWidget* buildTop();
    void chooseSources();
    void showSources();
    void fill(QComboBox& box, const SourceId& chosen);
    void showText(SourceText& text, const SourceId& source);
    void choose(std::optional<std::size_t> pair);
    void chooseMark(Side side, const MentionId& mention);
    void followSelection();
    void step(int by);
    std::optional<std::size_t> pairWith(Side side, const MentionId& mention) const;

    DocumentStore& m_store;
    Selection& m_selection;
    SourceText* m_leftText;
    SourceText* m_rightText;
    MentionGutter* m_gutter;
    WordingsView* m_wordings;
    QComboBox* m_leftBox;
    QComboBox* m_rightBox;
    QLabel* m_place;
    QToolButton* m_previous;
    QToolButton* m_next;
    SourceId m_left;
    SourceId m_right;
    std::vector<MentionPair> m_pairs;
    std::optional<std::size_t> m_pair;
};

} // namespace assay
