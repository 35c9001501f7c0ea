// DuplicatesDialog: a heading, a row a file, and one answer for all.
#include "ui/text/duplicates_dialog.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>

namespace assay {

namespace {

QLabel* plain(const QString& words) {
    auto* label = new QLabel(words);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

DuplicatesDialog::DuplicatesDialog(const std::vector<DuplicateQuestion>& questions, QWidget* parent) : QDialog(parent) {
    setObjectName(QStringLiteral("duplicatesDialog"));
    setWindowTitle(tr("Already in this project"));
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(18, 18, 18, 12);
    rows->setSpacing(12);
    QLabel* heading = plain(questions.size() == 1 ? tr("This source is in the project already, or nearly.")
                                                  : tr("These sources are in the project already, or nearly."));
    QFont bold = heading->font();
    bold.setBold(true);
    heading->setFont(bold);
    rows->addWidget(heading);
    auto* list = new QWidget;
    auto* grid = new QGridLayout(list);
    grid->setContentsMargins(0, 0, 6, 0);
    grid->setHorizontalSpacing(14);
    grid->setVerticalSpacing(10);
    grid->setColumnStretch(0, 1);
    for (const DuplicateQuestion& question : questions)
        addRow(*grid, question);
    grid->setRowStretch(grid->rowCount(), 1);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus); // it follows its fields
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(list);
    rows->addWidget(scroll, 1);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    buttons->button(QDialogButtonBox::Ok)->setObjectName(QStringLiteral("duplicatesAccept"));
    buttons->button(QDialogButtonBox::Ok)->setText(tr("&Import"));
    buttons->button(QDialogButtonBox::Cancel)->setObjectName(QStringLiteral("duplicatesCancel"));
    rows->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    resize(640, std::min(420, 150 + 54 * static_cast<int>(questions.size())));
}

void DuplicatesDialog::addRow(QGridLayout& grid, const DuplicateQuestion& question) {
    const int row = grid.rowCount();
    const QString like = question.isSame ? tr("the same as \u201C%1\u201D").arg(question.other)
                                         : tr("%1 % like \u201C%2\u201D").arg(question.percent).arg(question.other);
    auto* words = new QVBoxLayout;
    words->setSpacing(1);
    words->addWidget(plain(question.file));
    QLabel* second = plain(like);
    second->setForegroundRole(QPalette::PlaceholderText);
    words->addWidget(second);
    auto* answer = new QComboBox;
    answer->setObjectName(QStringLiteral("duplicateAnswer%1").arg(m_answers.size()));
    answer->setAccessibleName(tr("What to do with %1").arg(question.file));
    answer->addItem(tr("Skip it"), static_cast<int>(DuplicateAnswer::skip));
    if (question.versioning == Versioning::possible)
        answer->addItem(tr("Import as its newer version"), static_cast<int>(DuplicateAnswer::asVersion));
    answer->addItem(tr("Import beside it"), static_cast<int>(DuplicateAnswer::beside));
    grid.addLayout(words, row, 0);
    grid.addWidget(answer, row, 1, Qt::AlignVCenter);
    m_answers.push_back(answer);
}

std::vector<DuplicateAnswer> DuplicatesDialog::answers() const {
    std::vector<DuplicateAnswer> all;
    for (const QComboBox* answer : m_answers)
        all.push_back(static_cast<DuplicateAnswer>(answer->currentData().toInt()));
    return all;
}

} // namespace assay
