// ClaimsExportDialog: the project in another format, through the registry of exporters and the one writer, off the GUI
// thread. What goes wrong is said in the dialog, which stays open.
#pragma once

#include "core/document/document.h"
#include "ui/jobs/latest_job.h"
#include "ui/text/questions.h"

#include <QtWidgets/QDialog>

#include <filesystem>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSettings;

namespace assay {

class ClaimsExportDialog : public QDialog {
    Q_OBJECT
public:
    /// `project`: the file the document is kept in, which is never written over; empty: none yet.
    ClaimsExportDialog(Document document, std::filesystem::path project, Questions& questions, QSettings& settings,
                       QWidget* parent = nullptr);

    std::filesystem::path target() const;

public slots:
    void exportNow();

signals:
    void exported(const QString& path);

private:
    void build();
    void formatChanged();
    void browse();
    bool mayWrite(const std::filesystem::path& path);
    void finish(const std::filesystem::path& path, const Result<>& written);

    Document m_document;
    std::filesystem::path m_project;
    Questions& m_questions;
    QSettings& m_settings;
    QComboBox* m_format;
    QLabel* m_about;
    QLineEdit* m_file;
    QLabel* m_message;
    QPushButton* m_export = nullptr;
    std::filesystem::path m_replace; ///< an existing file that the user was told about
    LatestJob m_job;
};

} // namespace assay
