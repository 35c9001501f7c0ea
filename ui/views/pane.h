// Pane: a card of the window with a title, a quiet count beside it, room for tools, and one content. Knows no document.
#pragma once

#include <QtWidgets/QFrame>

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace assay {

class Pane : public QFrame {
    Q_OBJECT
public:
    /// objectName also names what keyboard focus goes to by F6. An empty title: the content brings its own header.
    Pane(const QString& objectName, const QString& title, QWidget* parent = nullptr);

    void setTitle(const QString& title);
    void setCount(const QString& text); ///< "34 of 115"
    void addTool(QWidget* tool);        ///< right of the title
    void addContent(QWidget* content, int stretch = 0);

    /// For a pane that is shown as a tab: hands its tools over, without the title, and drops its frame.
    QWidget* lendHeader();
    QString heading() const; ///< title and count

signals:
    void headingChanged(const QString& heading);

private:
    QWidget* m_head;
    QLabel* m_title;
    QLabel* m_count;
    QHBoxLayout* m_header;
    QVBoxLayout* m_layout;
};

/// Where a list would stand: what to do when it is empty.
QLabel* emptyLabel();

} // namespace assay
