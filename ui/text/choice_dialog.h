// ChoiceDialog: one question with a few answers, each with a line that says what it does. Knows no document.
#pragma once

#include <QtWidgets/QDialog>

#include <optional>
#include <vector>

namespace assay {

struct Choice {
    QString objectName;
    QString title;
    QString effect;
};

class ChoiceDialog : public QDialog {
    Q_OBJECT
public:
    ChoiceDialog(const QString& question, const std::vector<Choice>& choices, QWidget* parent = nullptr);

    std::optional<std::size_t> chosen() const { return m_chosen; } ///< none: cancelled

private:
    std::optional<std::size_t> m_chosen;
};

} // namespace assay
