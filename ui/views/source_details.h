// SourceDetails: all facts of one source in one form, and the encoding it was read in. What is changed is one undo
// step; a text read anew in another encoding takes the source's place, or is its next version when claims stand on it.
#pragma once

#include "core/io/importer.h"
#include "ui/jobs/latest_job.h"
#include "ui/store/document_store.h"

#include <QtWidgets/QDialog>

#include <optional>
#include <string>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace assay {

class SourceDetails : public QDialog {
    Q_OBJECT
public:
    SourceDetails(DocumentStore& store, const SourceId& source, ImportOptions options, QWidget* parent = nullptr);

signals:
    void done(const QString& sentence); ///< an undo step was made
    void versionMade(const assay::SourceId& version);

protected:
    void accept() override;

private:
    void build();
    void buildEncoding(QFormLayout& form);
    void readInEncoding();
    void showReading(const Result<Source>& anew);
    void showState();
    bool isOtherEncoding() const;
    Source edited(Source source) const;

    DocumentStore& m_store;
    Source m_source; ///< as it was when the form was opened
    ImportOptions m_options;
    QLineEdit* m_title;
    QLineEdit* m_publisher;
    QLineEdit* m_authors;
    QLineEdit* m_published;
    QLineEdit* m_accessed;
    QLineEdit* m_url;
    QComboBox* m_language;
    QPlainTextEdit* m_note;
    QComboBox* m_encoding;
    QLabel* m_reading; ///< how the text begins in the chosen encoding
    QCheckBox* m_original;
    QLabel* m_fault;
    QPushButton* m_ok = nullptr;
    std::optional<Source> m_anew; ///< in the chosen encoding
    LatestJob m_job;
};

/// "text/html, 12,345 characters, SHA-256 0a1b2c...": what a source was made of.
QString originText(const Source& source);

} // namespace assay
