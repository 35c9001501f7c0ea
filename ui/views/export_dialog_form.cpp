// ExportDialog: choices right, preview left, with their names.
#include "ui/text/paths.h"
#include "ui/text/utf8_text.h"
#include "ui/views/export_dialog.h"
#include "ui/views/export_options.h"
#include "ui/views/fonts.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSpinBox>

#include <algorithm>

namespace assay {

namespace {

/// A form gives a row of several fields no buddy by itself, and then shows the ampersand.
QLabel* labelOf(const QString& title, QWidget* field) {
    auto* label = new QLabel(title, field->parentWidget());
    label->setBuddy(field);
    return label;
}

} // namespace

void ExportDialog::build() {
    m_preview = new QLabel(this);
    m_preview->setAlignment(Qt::AlignCenter);
    m_preview->setTextFormat(Qt::PlainText);
    m_preview->setMinimumSize(360, 240);
    m_preview->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
    m_message = new QLabel(this);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_message->hide();
    auto* form = new QFormLayout;
    form->setVerticalSpacing(6);
    form->setHorizontalSpacing(12);
    addChoices(*form);
    addTarget(*form);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_export = buttons->addButton(tr("E&xport"), QDialogButtonBox::AcceptRole);
    m_export->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &ExportDialog::exportNow);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto* side = new QVBoxLayout;
    side->setSpacing(12);
    side->addLayout(form);
    side->addStretch();
    side->addWidget(m_message);
    side->addWidget(buttons);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 12, 12, 12);
    row->setSpacing(12);
    row->addWidget(m_preview, 1);
    row->addLayout(side);
}

void ExportDialog::addChoices(QFormLayout& form) {
    const RenderOptions last = rememberedOptions(m_settings);
    m_format = choiceBox(QStringLiteral("format"), tr("Format"),
                         {tr("PNG picture"), tr("SVG drawing"), tr("PDF page"), tr("CSV table")},
                         static_cast<int>(last.format));
    m_width = sizeBox(QStringLiteral("width"), tr("Width"), last.size.width());
    m_height = sizeBox(QStringLiteral("height"), tr("Height"), last.size.height());
    m_scale = choiceBox(QStringLiteral("scale"), tr("Scale"), {tr("1x"), tr("2x"), tr("3x"), tr("4x")},
                        static_cast<int>(last.scale) - 1);
    m_theme = choiceBox(QStringLiteral("theme"), tr("Theme"), {tr("Light"), tr("Dark"), tr("Print")},
                        static_cast<int>(last.theme));
    m_transparent = new QCheckBox(tr("&Transparent background"), this);
    m_transparent->setChecked(last.background == Background::transparent);
    m_pixels = new QLabel(this);
    m_pixels->setFont(smallFont(font()));
    connect(m_format, &QComboBox::currentIndexChanged, this, &ExportDialog::formatChanged);
    connect(m_transparent, &QCheckBox::toggled, &m_previewTimer, qOverload<>(&QTimer::start));
    auto* size = new QHBoxLayout;
    size->setSpacing(6);
    size->addWidget(m_width, 1);
    size->addWidget(new QLabel(QStringLiteral("×"), this));
    size->addWidget(m_height, 1);
    form.addRow(tr("&Format"), m_format);
    form.addRow(labelOf(tr("&Size"), m_width), size);
    form.addRow(tr("S&cale"), m_scale);
    form.addRow(QString(), m_pixels);
    form.addRow(tr("T&heme"), m_theme);
    form.addRow(QString(), m_transparent);
}

void ExportDialog::addTarget(QFormLayout& form) {
    m_file = new QLineEdit(
        fromPath(freeFile(rememberedFolder(m_settings), m_spec, static_cast<ImageFormat>(m_format->currentIndex()))),
        this);
    m_file->setMinimumWidth(260);
    m_file->setCursorPosition(static_cast<int>(m_file->text().size()));
    auto* choose = new QPushButton(tr("&Browse…"), this);
    choose->setObjectName(QStringLiteral("export.browse"));
    choose->setAccessibleName(tr("Choose the file"));
    choose->setAutoDefault(false);
    connect(choose, &QPushButton::clicked, this, &ExportDialog::browse);
    auto* row = new QHBoxLayout;
    row->setSpacing(6);
    row->addWidget(m_file, 1);
    row->addWidget(choose);
    form.addRow(labelOf(tr("Fi&le"), m_file), row);
}

QSpinBox* ExportDialog::sizeBox(const QString& name, const QString& label, int value) {
    auto* box = new QSpinBox(this);
    box->setObjectName(QStringLiteral("export.") + name);
    box->setAccessibleName(label);
    box->setRange(160, 16000);
    box->setSingleStep(10);
    box->setSuffix(tr(" px"));
    box->setValue(value);
    connect(box, &QSpinBox::valueChanged, &m_previewTimer, qOverload<>(&QTimer::start));
    return box;
}

QComboBox* ExportDialog::choiceBox(const QString& name, const QString& label, const QStringList& choices, int chosen) {
    auto* box = new QComboBox(this);
    box->setObjectName(QStringLiteral("export.") + name);
    box->setAccessibleName(label);
    box->addItems(choices);
    box->setCurrentIndex(std::clamp(chosen, 0, static_cast<int>(choices.size()) - 1));
    connect(box, &QComboBox::currentIndexChanged, &m_previewTimer, qOverload<>(&QTimer::start));
    return box;
}

void ExportDialog::nameParts() {
    m_preview->setObjectName(QStringLiteral("export.preview"));
    m_preview->setAccessibleName(tr("Preview: %1").arg(text(m_spec.altText)));
    m_transparent->setObjectName(QStringLiteral("export.transparent"));
    m_transparent->setAccessibleName(tr("Transparent background"));
    m_file->setObjectName(QStringLiteral("export.file"));
    m_file->setAccessibleName(tr("File"));
    m_message->setObjectName(QStringLiteral("export.message"));
    m_export->setObjectName(QStringLiteral("export.export"));
    m_export->setAccessibleName(tr("Export"));
}

} // namespace assay
