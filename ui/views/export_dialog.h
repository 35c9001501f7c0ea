// ExportDialog: a chart to a file, with a live preview of exactly that file. Enter exports. Painting is done here,
// encoding and writing off the GUI thread; what goes wrong is said in the dialog, which stays open.
#pragma once

#include "core/chart/chart_spec.h"
#include "ui/charts/render.h"
#include "ui/jobs/latest_job.h"
#include "ui/text/questions.h"

#include <QtCore/QTimer>
#include <QtWidgets/QDialog>

#include <filesystem>
#include <functional>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSettings;
class QSpinBox;

namespace assay {

class ExportDialog : public QDialog {
    Q_OBJECT
public:
    ExportDialog(ChartSpec spec, Questions& questions, QSettings& settings, QWidget* parent = nullptr);

    RenderOptions options() const;
    std::filesystem::path target() const;

public slots:
    void exportNow();

signals:
    void exported(const QString& path);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    using Encode = std::function<std::string()>;

    void build();
    void addChoices(QFormLayout& form);
    void addTarget(QFormLayout& form);
    QSpinBox* sizeBox(const QString& name, const QString& label, int value);
    QComboBox* choiceBox(const QString& name, const QString& label, const QStringList& choices, int chosen);
    void nameParts();
    void formatChanged();
    void showPreview();
    void browse();
    bool mayWrite(const std::filesystem::path& path);
    Result<Encode> paint() const;
    void write(const std::filesystem::path& path, Encode encode);
    void finish(const std::filesystem::path& path, const Result<>& written);
    void say(const QString& sentence);

    ChartSpec m_spec;
    Questions& m_questions;
    QSettings& m_settings;
    QLabel* m_preview = nullptr;
    QSpinBox* m_width = nullptr;
    QSpinBox* m_height = nullptr;
    QComboBox* m_scale = nullptr;
    QComboBox* m_format = nullptr;
    QComboBox* m_theme = nullptr;
    QCheckBox* m_transparent = nullptr;
    QLabel* m_pixels = nullptr;
    QLineEdit* m_file = nullptr;
    QLabel* m_message = nullptr;
    QPushButton* m_export = nullptr;
    std::filesystem::path m_replace; ///< an existing file that the user was told about
    QTimer m_previewTimer;
    LatestJob m_job;
};

} // namespace assay
