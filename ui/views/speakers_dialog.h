// SpeakersDialog: everybody who is quoted: name, kind, other spellings; two that are one are merged, and every spelling
// stays where it was written. Every change is one undo step; what the document refuses is said in the dialog.
#pragma once

#include "core/claims/claim.h"
#include "ui/store/document_store.h"

#include <QtWidgets/QDialog>

#include <functional>
#include <optional>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QPushButton;

namespace assay {

class SpeakersDialog : public QDialog {
    Q_OBJECT
public:
    explicit SpeakersDialog(DocumentStore& store, QWidget* parent = nullptr);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* buildForm();
    void connectForm();
    void showAll();
    void showSpeaker();
    const Speaker* current() const;
    void change(const QString& name, const std::function<void(Speaker&)>& edit);
    void apply(const QString& name, const Result<Document>& next);
    void enterAliases();
    void merge();

    DocumentStore& m_store;
    QLineEdit* m_filter;
    QListWidget* m_list;
    QWidget* m_form = nullptr;
    QLineEdit* m_name;
    QComboBox* m_kind;
    QCheckBox* m_resolved;
    QPlainTextEdit* m_aliases;
    QLabel* m_uses;
    QComboBox* m_other;
    QPushButton* m_merge;
    QPushButton* m_remove;
    QLabel* m_message;
    bool m_showing = false;
};

} // namespace assay
