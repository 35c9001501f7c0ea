// DuplicatesDialog: files that the project has already, or nearly, each with what to do about it. Knows no document.
#pragma once

#include "ui/text/questions.h"

#include <QtWidgets/QDialog>

#include <vector>

class QComboBox;
class QGridLayout;

namespace assay {

class DuplicatesDialog : public QDialog {
    Q_OBJECT
public:
    explicit DuplicatesDialog(const std::vector<DuplicateQuestion>& questions, QWidget* parent = nullptr);

    std::vector<DuplicateAnswer> answers() const; ///< in the order of the questions

private:
    void addRow(QGridLayout& grid, const DuplicateQuestion& question);

    std::vector<QComboBox*> m_answers;
};

} // namespace assay
