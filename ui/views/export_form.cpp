// ExportForm: fields and what they mean.
#include "ui/views/export_form.h"

#include "ui/views/fonts.h"

#include <QtCore/QSignalBlocker>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDoubleSpinBox>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>

#include <array>
#include <cmath>
#include <initializer_list>
#include <utility>

namespace assay {

namespace {

/// A form gives a row of several fields no buddy by itself, and then shows the ampersand.
QLabel* labelOf(const QString& title, QWidget* field) {
    auto* label = new QLabel(title, field->parentWidget());
    label->setBuddy(field);
    return label;
}

int decimalsOf(SizeUnit unit) { return unit == SizeUnit::pixel ? 0 : unit == SizeUnit::millimetre ? 1 : 2; }

int scaleIndex(double scale) {
    const QList<Resolution> offered = resolutions();
    for (int i = 0; i < offered.size(); ++i)
        if (std::abs(offered[i].scale - scale) < 1e-6)
            return i;
    return 1;
}

} // namespace

ExportForm::ExportForm(const ExportChoice& choice, QWidget* parent) : QWidget(parent), m_rows(new QFormLayout(this)) {
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setVerticalSpacing(6);
    m_rows->setHorizontalSpacing(12);
    build();
    show(choice);
    connect(m_preset, &QComboBox::activated, this, &ExportForm::presetChosen);
    connect(m_unit, &QComboBox::currentIndexChanged, this, &ExportForm::unitChosen);
    for (QDoubleSpinBox* box : {m_width, m_height})
        connect(box, &QDoubleSpinBox::valueChanged, this, &ExportForm::sizeTyped);
    for (QComboBox* box : {m_format, m_scale, m_theme, m_surroundings})
        connect(box, &QComboBox::currentIndexChanged, this, &ExportForm::follow);
    for (QCheckBox* box : {m_transparent, m_outlines, m_run})
        connect(box, &QCheckBox::toggled, this, &ExportForm::follow);
}

void ExportForm::build() {
    QStringList presets{tr("Own choice")};
    for (const ExportPreset& preset : exportPresets())
        presets << preset.name;
    m_preset = choiceBox(QStringLiteral("preset"), tr("Preset"), presets);
    m_format = choiceBox(QStringLiteral("format"), tr("Format"),
                         {tr("PNG picture"), tr("SVG drawing"), tr("PDF page"), tr("CSV table")});
    m_rows->addRow(tr("&Preset"), m_preset);
    m_rows->addRow(tr("&Format"), m_format);
    addSize();
    addLook();
}

void ExportForm::addSize() {
    m_width = sizeBox(QStringLiteral("width"), tr("Width"), 160);
    m_height = sizeBox(QStringLiteral("height"), tr("Height"), 100);
    m_unit = choiceBox(QStringLiteral("unit"), tr("Unit of the size"), {tr("px"), tr("mm"), tr("in")});
    QStringList scales;
    for (const Resolution& resolution : resolutions())
        scales << resolution.name;
    m_scale = choiceBox(QStringLiteral("scale"), tr("Resolution"), scales);
    m_pixels = new QLabel(this);
    m_pixels->setObjectName(QStringLiteral("export.pixels"));
    m_pixels->setFont(smallFont(font()));
    auto* size = new QHBoxLayout;
    size->setSpacing(6);
    size->addWidget(m_width, 1);
    size->addWidget(new QLabel(QStringLiteral("×"), this));
    size->addWidget(m_height, 1);
    size->addWidget(m_unit);
    m_rows->addRow(labelOf(tr("&Size"), m_width), size);
    m_rows->addRow(tr("&Resolution"), m_scale);
    m_rows->addRow(QString(), m_pixels);
}

void ExportForm::addLook() {
    m_theme =
        choiceBox(QStringLiteral("theme"), tr("Theme"), {tr("Light"), tr("Dark"), tr("Print"), tr("High contrast")});
    m_surroundings = choiceBox(QStringLiteral("surroundings"), tr("What it shows"),
                               {tr("Title, plot, notes and sources"), tr("The plot alone, for a caption")});
    m_transparent = checkBox(QStringLiteral("transparent"), tr("&Transparent background"));
    m_outlines = checkBox(QStringLiteral("outlines"), tr("Letters as &outlines"));
    m_outlines->setToolTip(tr("The same on computers without the font; the words can't be searched or edited then."));
    m_run = checkBox(QStringLiteral("run"), tr("Carry the i&nputs it was drawn from"));
    m_run->setToolTip(tr("Dropping the picture on Assay opens its scenario again. Notes and sources are not in it."));
    m_rows->addRow(tr("T&heme"), m_theme);
    m_rows->addRow(tr("Sho&w"), m_surroundings);
    for (QCheckBox* box : {m_transparent, m_outlines, m_run})
        m_rows->addRow(QString(), box);
}

void ExportForm::show(const ExportChoice& choice) {
    const RenderOptions& options = choice.render;
    m_format->setCurrentIndex(static_cast<int>(options.format));
    m_unit->setCurrentIndex(static_cast<int>(choice.unit));
    m_size = options.size;
    m_scale->setCurrentIndex(scaleIndex(options.scale));
    m_theme->setCurrentIndex(static_cast<int>(options.theme));
    m_surroundings->setCurrentIndex(static_cast<int>(options.surroundings));
    m_transparent->setChecked(options.background == Background::transparent);
    m_outlines->setChecked(options.lettering == Lettering::outlines);
    m_run->setChecked(choice.carried == Carried::run);
    unitChosen();
}

ExportChoice ExportForm::choice() const {
    ExportChoice choice;
    RenderOptions& options = choice.render;
    options.size = m_size.toSize();
    options.scale = resolutions().at(m_scale->currentIndex()).scale;
    options.format = static_cast<ImageFormat>(m_format->currentIndex());
    options.theme = static_cast<ThemeKind>(m_theme->currentIndex());
    options.background = m_transparent->isChecked() ? Background::transparent : Background::opaque;
    options.lettering = m_outlines->isChecked() ? Lettering::outlines : Lettering::text;
    options.surroundings = static_cast<Surroundings>(m_surroundings->currentIndex());
    choice.unit = static_cast<SizeUnit>(m_unit->currentIndex());
    choice.carried = m_run->isChecked() ? Carried::run : Carried::nothing;
    return choice;
}

void ExportForm::presetChosen(int index) {
    if (index <= 0)
        return;
    const ExportChoice chosen = withPreset(choice(), exportPresets().at(index - 1));
    {
        const QSignalBlocker quiet(this); // one change, not one a field
        show(chosen);
    }
    emit changed();
}

/// The same size in another unit.
void ExportForm::unitChosen() {
    const auto unit = static_cast<SizeUnit>(m_unit->currentIndex());
    const double per = pixelsPer(unit);
    const std::array<std::pair<QDoubleSpinBox*, double>, 2> boxes{
        {{m_width, m_size.width()}, {m_height, m_size.height()}}};
    for (const auto& [box, pixels] : boxes) {
        const QSignalBlocker quiet(box);
        box->setDecimals(decimalsOf(unit));
        box->setRange((box == m_width ? 160 : 100) / per, 16000 / per);
        box->setSingleStep(unit == SizeUnit::pixel ? 10 : unit == SizeUnit::millimetre ? 1 : 0.1);
        box->setValue(pixels / per);
    }
    follow();
}

void ExportForm::sizeTyped() {
    const double per = pixelsPer(static_cast<SizeUnit>(m_unit->currentIndex()));
    m_size = QSizeF(m_width->value(), m_height->value()) * per;
    follow();
}

void ExportForm::follow() {
    const ExportChoice now = choice();
    const ImageFormat format = now.render.format;
    const bool picture = format != ImageFormat::csv;
    for (QWidget* part :
         std::initializer_list<QWidget*>{m_preset, m_width, m_height, m_unit, m_theme, m_surroundings, m_transparent})
        part->setEnabled(picture);
    m_scale->setEnabled(format == ImageFormat::png);
    m_outlines->setEnabled(format == ImageFormat::svg || format == ImageFormat::pdf);
    m_run->setEnabled(format == ImageFormat::png || format == ImageFormat::svg);
    const double scale = format == ImageFormat::png ? now.render.scale : 1;
    m_pixels->setText(tr("%1 × %2 pixels")
                          .arg(std::lround(now.render.size.width() * scale))
                          .arg(std::lround(now.render.size.height() * scale)));
    m_pixels->setVisible(format == ImageFormat::png);
    m_preset->setCurrentIndex(presetOf(now) + 1);
    emit changed();
}

QComboBox* ExportForm::choiceBox(const QString& name, const QString& label, const QStringList& choices) {
    auto* box = new QComboBox(this);
    box->setObjectName(QStringLiteral("export.") + name);
    box->setAccessibleName(label);
    box->addItems(choices);
    return box;
}

QDoubleSpinBox* ExportForm::sizeBox(const QString& name, const QString& label, double least) {
    auto* box = new QDoubleSpinBox(this);
    box->setObjectName(QStringLiteral("export.") + name);
    box->setAccessibleName(label);
    box->setRange(least, 16000);
    return box;
}

QCheckBox* ExportForm::checkBox(const QString& name, const QString& label) {
    auto* box = new QCheckBox(label, this);
    box->setObjectName(QStringLiteral("export.") + name);
    box->setAccessibleName(QString(label).remove(QLatin1Char('&')));
    return box;
}

} // namespace assay
