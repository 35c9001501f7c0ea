// ExportDialog: a chart to a file or to the clipboard, or all charts to a folder, with a live preview of exactly that
// file. Enter exports. Painting is done here, encoding and writing off the GUI thread; what goes wrong is said in the
// dialog, which stays open.
#pragma once

#include "core/chart/chart_spec.h"
#include "ui/jobs/latest_job.h"
#include "ui/text/questions.h"
#include "ui/views/export_all.h"
#include "ui/views/export_options.h"

#include <QtCore/QTimer>
#include <QtWidgets/QDialog>

#include <filesystem>

class QLabel;
class QLineEdit;
class QPushButton;
class QSettings;

namespace assay {

class ExportForm;

class ExportDialog : public QDialog {
    Q_OBJECT
public:
    ExportDialog(ChartSpec spec, ExportSource source, Questions& questions, QSettings& settings,
                 QWidget* parent = nullptr);

    ExportChoice choice() const;
    std::filesystem::path target() const;

public slots:
    void exportNow();
    void exportAll(); ///< asks for a folder

signals:
    void exported(const QString& path);
    void allExported(int count, const QString& folder);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    QWidget* buildTarget();
    void nameParts();
    void choiceChanged();
    void showPreview();
    void browse();
    const ChartSpec& drawn() const; ///< in the chosen format
    bool mayWrite(const std::filesystem::path& path);
    void write(const std::filesystem::path& path, Encode encode);
    void finish(const std::filesystem::path& path, const Result<>& written);
    void setBusy(const QString& words); ///< empty: not any more
    void say(const QString& sentence);

    ChartSpec m_spec;
    ExportSource m_source;
    Questions& m_questions;
    QSettings& m_settings;
    QLabel* m_preview = nullptr;
    ExportForm* m_form = nullptr;
    QLineEdit* m_file = nullptr;
    QLabel* m_message = nullptr;
    QPushButton* m_export = nullptr;
    QPushButton* m_all = nullptr;
    std::filesystem::path m_replace; ///< an existing file that the user was told about
    QTimer m_previewTimer;
    LatestJob m_job;
    ExportAll m_charts;
};

} // namespace assay
