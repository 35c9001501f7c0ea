// SearchField: what to search for and how: a menu of kinds before a line of text. NoteLabel: what is to be said about
// it. Both are used by every search.
#pragma once

#include "ui/views/find_bar_text.h"

#include <QtWidgets/QLabel>
#include <QtWidgets/QWidget>

class QActionGroup;
class QLineEdit;
class QToolButton;

namespace assay {

class SearchField : public QWidget {
    Q_OBJECT
public:
    /// `name` begins the object names: nameKind, nameKind0 .. nameKind3, nameWords.
    SearchField(const QString& name, const QString& accessibleName, QWidget* parent = nullptr);

    SearchKind kind() const { return m_kind; }
    void setKind(SearchKind kind);
    QString typed() const;
    std::string wanted() const; ///< what is typed, as a search takes it
    QLineEdit& words() { return *m_words; }
    void showKinds(); ///< opens the menu

signals:
    void edited(); ///< other words or another kind

private:
    void buildKinds(const QString& name);

    QToolButton* m_button;
    QLineEdit* m_words;
    QActionGroup* m_kinds;
    SearchKind m_kind = SearchKind::words;
};

/// A small sentence, hidden when there is none; in the colour of a refusal when it is one.
class NoteLabel : public QLabel {
    Q_OBJECT
public:
    explicit NoteLabel(const QString& objectName, QWidget* parent = nullptr);

    void setNote(WantedNote note);
    const WantedNote& note() const { return m_note; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void paintNote();

    WantedNote m_note;
};

} // namespace assay
