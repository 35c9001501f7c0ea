// ChoiceDialog: a heading, a row a choice, Cancel.
#include "ui/text/choice_dialog.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

namespace assay {

ChoiceDialog::ChoiceDialog(const QString& question, const std::vector<Choice>& choices, QWidget* parent)
    : QDialog(parent) {
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(18, 18, 18, 12);
    rows->setSpacing(12);
    auto* heading = new QLabel(question);
    heading->setTextFormat(Qt::PlainText);
    heading->setWordWrap(true);
    QFont bold = heading->font();
    bold.setBold(true);
    heading->setFont(bold);
    rows->addWidget(heading);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(14);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(1, 1);
    for (std::size_t i = 0; i < choices.size(); ++i) {
        auto* button = new QPushButton(choices[i].title);
        button->setObjectName(choices[i].objectName);
        button->setAccessibleDescription(choices[i].effect);
        button->setDefault(i == 0);
        auto* effect = new QLabel(choices[i].effect);
        effect->setTextFormat(Qt::PlainText);
        effect->setForegroundRole(QPalette::PlaceholderText);
        grid->addWidget(button, static_cast<int>(i), 0);
        grid->addWidget(effect, static_cast<int>(i), 1);
        connect(button, &QPushButton::clicked, this, [this, i] {
            m_chosen = i;
            accept();
        });
    }
    rows->addLayout(grid);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    buttons->button(QDialogButtonBox::Cancel)->setObjectName(QStringLiteral("choiceCancel"));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    rows->addWidget(buttons);
}

} // namespace assay
