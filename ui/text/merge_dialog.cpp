// MergeDialog: two file fields, the second only when it is wanted.
#include "ui/text/merge_dialog.h"

#include "ui/text/paths.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QRadioButton>

namespace assay {

namespace {

QLabel* sentence(const QString& words) {
    auto* label = new QLabel(words);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

MergeDialog::MergeDialog(const std::filesystem::path& folder, QWidget* parent)
    : QDialog(parent),
      m_folder(folder),
      m_merge(new QPushButton(tr("&Merge"))) {
    setObjectName(QStringLiteral("mergeDialog"));
    setWindowTitle(tr("Merge another version"));
    auto* rows = new QVBoxLayout(this);
    rows->setSpacing(10);
    rows->addWidget(sentence(tr("Takes what the other version changed into this project. What both changed in "
                                "different ways is listed for you to settle; nothing is overwritten.")));
    rows->addSpacing(6);
    rows->addWidget(sentence(tr("The other version")));
    m_theirs = addFile(*rows, QStringLiteral("mergeTheirs"), tr("The other version"));
    rows->addSpacing(6);
    addBase(*rows);
    rows->addStretch(1);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    buttons->button(QDialogButtonBox::Cancel)->setObjectName(QStringLiteral("mergeCancel"));
    m_merge->setObjectName(QStringLiteral("mergeAccept"));
    buttons->addButton(m_merge, QDialogButtonBox::AcceptRole);
    m_merge->setDefault(true);
    rows->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    resize(560, sizeHint().height());
    showState();
}

void MergeDialog::addBase(QBoxLayout& rows) {
    rows.addWidget(sentence(tr("Both come from")));
    m_asSaved = new QRadioButton(tr("this project as it was &last saved or opened"));
    m_asSaved->setObjectName(QStringLiteral("mergeBaseSaved"));
    m_asSaved->setChecked(true);
    m_fromFile = new QRadioButton(tr("an older &file:"));
    m_fromFile->setObjectName(QStringLiteral("mergeBaseFile"));
    rows.addWidget(m_asSaved);
    rows.addWidget(m_fromFile);
    m_base = addFile(rows, QStringLiteral("mergeBase"), tr("The version both come from"));
    connect(m_fromFile, &QRadioButton::toggled, this, &MergeDialog::showState);
}

QLineEdit* MergeDialog::addFile(QBoxLayout& rows, const QString& objectName, const QString& label) {
    auto* field = new QLineEdit;
    field->setObjectName(objectName);
    field->setAccessibleName(label);
    auto* choose = new QPushButton(tr("Choose\u2026"));
    choose->setObjectName(objectName + QStringLiteral("Choose"));
    choose->setAccessibleName(tr("Choose: %1").arg(label));
    choose->setAutoDefault(false);
    auto* row = new QHBoxLayout;
    row->addWidget(field, 1);
    row->addWidget(choose);
    rows.addLayout(row);
    connect(field, &QLineEdit::textChanged, this, &MergeDialog::showState);
    connect(choose, &QPushButton::clicked, this, [this, field, label] {
        const QString file = QFileDialog::getOpenFileName(this, label, fromPath(m_folder),
                                                          tr("Assay projects (*.assay *.bak);;All files (*)"));
        if (file.isEmpty())
            return;
        field->setText(file);
        if (field == m_base)
            m_fromFile->setChecked(true);
    });
    return field;
}

void MergeDialog::showState() {
    if (!m_base)
        return;
    m_base->setEnabled(m_fromFile->isChecked());
    m_merge->setEnabled(files().has_value());
}

std::optional<MergeFiles> MergeDialog::files() const {
    const auto fromFile = m_fromFile->isChecked();
    if (m_theirs->text().trimmed().isEmpty() || (fromFile && m_base->text().trimmed().isEmpty()))
        return std::nullopt;
    MergeFiles files{toPath(m_theirs->text().trimmed()), std::nullopt};
    if (fromFile)
        files.base = toPath(m_base->text().trimmed());
    return files;
}

} // namespace assay
