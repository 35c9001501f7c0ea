// StartPage: what the window shows before a project is open: the sample, a new project, open, and the recent files.
#pragma once

#include "ui/store/recent_files.h"

#include <QtWidgets/QWidget>

#include <filesystem>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace assay {

class StartPage : public QWidget {
    Q_OBJECT
public:
    explicit StartPage(RecentFiles& recent, QWidget* parent = nullptr);

    /// Something that comes before the buttons: recovered work.
    void setFirst(QWidget* widget);

signals:
    void sampleWanted();
    void newWanted();
    void openWanted();
    void recentWanted(const std::filesystem::path& path);

protected:
    void showEvent(QShowEvent* event) override;

private:
    QWidget* intro();
    void showRecent();
    QWidget* recentRow(const RecentFile& file, int number);

    RecentFiles& m_recent;
    QPushButton* m_sample = nullptr;
    QLabel* m_recentTitle = nullptr;
    QVBoxLayout* m_rows = nullptr;
    QVBoxLayout* m_recentRows = nullptr;
};

} // namespace assay
