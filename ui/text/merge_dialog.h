// MergeDialog: asks for another version of a project and for the version both come from.
#pragma once

#include "ui/text/questions.h"

#include <QtWidgets/QDialog>

class QBoxLayout;
class QLineEdit;
class QPushButton;
class QRadioButton;

namespace assay {

class MergeDialog : public QDialog {
    Q_OBJECT
public:
    /// `folder`: where choosing begins.
    explicit MergeDialog(const std::filesystem::path& folder, QWidget* parent = nullptr);

    /// What was chosen; nullopt while no other version is named.
    std::optional<MergeFiles> files() const;

private:
    QLineEdit* addFile(QBoxLayout& rows, const QString& objectName, const QString& label);
    void addBase(QBoxLayout& rows);
    void showState();

    std::filesystem::path m_folder;
    QLineEdit* m_theirs;
    QRadioButton* m_asSaved = nullptr;
    QRadioButton* m_fromFile = nullptr;
    QLineEdit* m_base = nullptr;
    QPushButton* m_merge;
};

} // namespace assay
