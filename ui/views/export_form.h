// ExportForm: how a chart is to be exported, as fields: preset, format, size and resolution, colours, what goes in. It
// draws nothing and writes nothing.
#pragma once

#include "ui/views/export_options.h"

#include <QtWidgets/QWidget>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;

namespace assay {

class ExportForm : public QWidget {
    Q_OBJECT
public:
    explicit ExportForm(const ExportChoice& choice, QWidget* parent = nullptr);

    ExportChoice choice() const;
    QFormLayout& rows() { return *m_rows; } ///< for further rows below

signals:
    void changed();

private:
    void build();
    void addSize();
    void addLook();
    void show(const ExportChoice& choice);
    void presetChosen(int index);
    void unitChosen();
    void sizeTyped();
    void follow(); ///< what goes with the format, the number of pixels, the preset it is
    QComboBox* choiceBox(const QString& name, const QString& label, const QStringList& choices);
    QDoubleSpinBox* sizeBox(const QString& name, const QString& label, double least);
    QCheckBox* checkBox(const QString& name, const QString& label);

    QFormLayout* m_rows;
    QComboBox* m_preset = nullptr; ///< the first entry: none of them
    QComboBox* m_format = nullptr;
    QComboBox* m_unit = nullptr;
    QDoubleSpinBox* m_width = nullptr;
    QDoubleSpinBox* m_height = nullptr;
    QComboBox* m_scale = nullptr;
    QLabel* m_pixels = nullptr;
    QComboBox* m_theme = nullptr;
    QComboBox* m_surroundings = nullptr;
    QCheckBox* m_transparent = nullptr;
    QCheckBox* m_outlines = nullptr;
    QCheckBox* m_run = nullptr;
    QSizeF m_size; ///< px at scale 1, unrounded: a change of unit changes no size
};

} // namespace assay
