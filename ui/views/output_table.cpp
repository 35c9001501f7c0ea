// OutputTable: one line an output.
#include "ui/views/output_table.h"

#include "ui/text/error_text.h"
#include "ui/text/utf8_text.h"
#include "ui/text/warning_text.h"
#include "ui/views/elided_label.h"
#include "ui/views/fonts.h"
#include "ui/views/output_text.h"
#include "ui/views/stale_text.h"

#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>

#include <algorithm>

namespace assay {

OutputTable::OutputTable(QWidget* parent) : QWidget(parent), m_grid(new QGridLayout), m_note(new QLabel(this)) {
    setObjectName(QStringLiteral("outputs"));
    setAccessibleName(tr("Results"));
    auto* heading = new QLabel(tr("Median and 90 % interval"), this);
    heading->setFont(smallFont(font()));
    heading->setForegroundRole(QPalette::PlaceholderText);
    m_note->setObjectName(QStringLiteral("outputs.note"));
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->setFont(smallFont(font()));
    m_note->hide();
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(3);
    m_grid->setColumnStretch(0, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 6, 12, 12);
    column->setSpacing(6);
    column->addWidget(heading);
    column->addLayout(m_grid);
    column->addWidget(m_note);
}

void OutputTable::setModel(const Model& model) {
    for (const Line& line : m_lines)
        for (QWidget* part : {static_cast<QWidget*>(line.title), static_cast<QWidget*>(line.median),
                              static_cast<QWidget*>(line.interval)})
            part->deleteLater();
    m_lines.clear();
    for (const VariableId& id : model.outputs) {
        const Formula* formula = findFormula(model, id);
        addLine(id, text(formula && !formula->title.empty() ? formula->title : id.value));
    }
    setNote({});
}

void OutputTable::addLine(const VariableId& id, const QString& title) {
    Line line{id, new ElidedLabel(ElidedLabel::Kind::link, this), title, new QLabel(this), new QLabel(this)};
    line.title->setText(title);
    line.title->setObjectName(QStringLiteral("output.why.") + text(id.value));
    line.title->setDetail(tr("Why this number?"));
    line.title->setAccessibleName(tr("Why this number? %1").arg(title));
    line.median->setObjectName(QStringLiteral("output.median.") + text(id.value));
    line.interval->setObjectName(QStringLiteral("output.interval.") + text(id.value));
    for (QLabel* number : {line.median, line.interval}) {
        number->setTextFormat(Qt::PlainText);
        number->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    }
    line.median->setFont(boldFont(font()));
    line.interval->setFont(smallFont(font()));
    connect(line.title, &QAbstractButton::clicked, this, [this, id] { emit whyWanted(id); });
    const int row = m_grid->rowCount();
    m_grid->addWidget(line.title, row, 0);
    m_grid->addWidget(line.median, row, 1);
    m_grid->addWidget(line.interval, row, 2);
    m_lines.push_back(line);
}

void OutputTable::setRun(const Run& run, Freshness freshness) {
    for (const Line& line : m_lines) {
        const OutputSummary* output = findOutput(run, line.id);
        if (!output)
            continue;
        line.median->setText(medianText(*output));
        line.interval->setText(bareIntervalText(*output));
        line.median->setForegroundRole(freshness == Freshness::current ? QPalette::WindowText
                                                                       : QPalette::PlaceholderText);
        line.interval->setForegroundRole(QPalette::PlaceholderText);
        const QString detail = outputDetail(*output);
        line.median->setToolTip(tipHtml(detail));
        line.median->setAccessibleName(line.name + QStringLiteral(": ") + detail);
    }
    QStringList warnings;
    for (const Warning& warning : run.warnings)
        warnings << warningText(warning);
    setNote(warnings.join(QLatin1Char('\n')));
}

void OutputTable::setError(const Error& error) {
    for (const Line& line : m_lines) {
        line.median->setText(QStringLiteral("–"));
        line.interval->clear();
        line.median->setToolTip({});
    }
    setNote(errorText(error));
}

void OutputTable::setStale(const std::vector<VariableId>& outputs) {
    for (const Line& line : m_lines) {
        const bool isStale = std::find(outputs.begin(), outputs.end(), line.id) != outputs.end();
        line.title->setText(isStale ? tr("Stale: %1").arg(line.name) : line.name);
        line.title->setTone(isStale ? ElidedLabel::Tone::refused : ElidedLabel::Tone::normal);
        line.title->setDetail(isStale ? staleOutputText() : tr("Why this number?"));
    }
}

void OutputTable::setNote(const QString& note) {
    m_note->setText(note);
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText, refusedColor(palette()));
    m_note->setPalette(colors);
    m_note->setVisible(!note.isEmpty());
}

} // namespace assay
