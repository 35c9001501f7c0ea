// InputRow: what stands where, and what it is called.
#include "ui/text/utf8_text.h"
#include "ui/views/elided_label.h"
#include "ui/views/fonts.h"
#include "ui/views/input_curve.h"
#include "ui/views/input_row.h"
#include "ui/views/quantity_slider.h"
#include "ui/views/tool_button.h"

#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QToolButton>

namespace assay {

namespace {

constexpr int fieldCharacters = 26; ///< "25000 to 45000 USD/H800" fits

} // namespace

void InputRow::build() {
    m_title = new ElidedLabel(ElidedLabel::Kind::text, this);
    m_unit = new ElidedLabel(ElidedLabel::Kind::text, this);
    m_slider = new QuantitySlider(this);
    m_field = new QLineEdit(this);
    m_basis = new ElidedLabel(ElidedLabel::Kind::link, this);
    m_echo = new ElidedLabel(ElidedLabel::Kind::text, this);
    m_refusal = new QLabel(this);
    m_curveButton = toolButton(this, QStringLiteral("input.curveButton.") + text(m_input.id.value), tr("Curve"),
                               tr("The curve of %1, to drag its P5, P50 and P95 (C)").arg(title()));
    m_curveButton->setToolTip(tipHtml(m_curveButton->accessibleName())); // a title may look like markup
    m_curveButton->setCheckable(true);
    m_curveButton->setAutoRaise(true);
    m_curveButton->setFont(smallFont(font()));
    connect(m_curveButton, &QToolButton::toggled, this, [this](const auto on) {
        const Curve curve = on ? Curve::open : Curve::closed;
        setCurve(curve);
        emit curveChanged(curve);
    });
    connect(m_title, &QAbstractButton::pressed, this, &InputRow::chosen);
    m_title->setText(title());
    m_title->setDetail(text(m_input.help));
    m_unit->setText(m_input.unit == "1" ? QString() : text(m_input.unit));
    m_unit->setTone(ElidedLabel::Tone::quiet);
    m_unit->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_unit->setFont(smallFont(font()));
    m_basis->setFont(smallFont(font()));
    m_echo->setFont(smallFont(font()));
    m_echo->setTone(ElidedLabel::Tone::quiet);
    m_refusal->setFont(smallFont(font()));
    m_refusal->setTextFormat(Qt::PlainText);
    m_refusal->setWordWrap(true);
    m_refusal->hide();
    m_stale = new QLabel(this);
    m_stale->setFont(smallFont(font()));
    m_stale->setTextFormat(Qt::PlainText);
    m_stale->setWordWrap(true);
    m_stale->hide();
    m_mend = new ElidedLabel(ElidedLabel::Kind::link, this);
    m_mend->setFont(smallFont(font()));
    m_mend->hide();
    m_field->setFixedWidth(fontMetrics().averageCharWidth() * fieldCharacters + 18);
    m_echo->setAlignment(Qt::AlignRight);

    auto* heading = new QHBoxLayout;
    heading->setSpacing(12);
    heading->addWidget(m_title, 1);
    heading->addWidget(m_unit);
    heading->addWidget(m_curveButton);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(12, 6, 12, 6);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(0);
    grid->addLayout(heading, 0, 0, 1, 2);
    grid->addWidget(m_slider, 1, 0);
    grid->addWidget(m_field, 1, 1);
    grid->addWidget(m_echo, 2, 0, 1, 2);
    grid->addWidget(m_refusal, 4, 0, 1, 2);
    grid->addWidget(m_basis, 5, 0, 1, 2);
    grid->addWidget(m_stale, 6, 0, 1, 2);
    grid->addWidget(m_mend, 7, 0, 1, 2);
    grid->setColumnStretch(0, 1);
}

void InputRow::nameParts() {
    const QString id = text(m_input.id.value);
    const QString name = title();
    setObjectName(QStringLiteral("input.") + id);
    setAccessibleName(name);
    setAccessibleDescription(text(m_input.help));
    m_slider->setObjectName(QStringLiteral("input.slider.") + id);
    m_slider->setAccessibleName(tr("Median of %1").arg(name));
    m_field->setObjectName(QStringLiteral("input.field.") + id);
    m_field->setAccessibleName(tr("Value of %1").arg(name));
    m_basis->setObjectName(QStringLiteral("input.basis.") + id);
    m_echo->setObjectName(QStringLiteral("input.echo.") + id);
    m_refusal->setObjectName(QStringLiteral("input.refusal.") + id);
    m_stale->setObjectName(QStringLiteral("input.stale.") + id);
    m_mend->setObjectName(QStringLiteral("input.mend.") + id);
    m_mend->setAccessibleName(tr("Mend the basis of %1").arg(name));
    m_slider->setToolTip(tr("Drag: the median. Shift+drag: the spread."));
    for (QWidget* part : std::initializer_list<QWidget*>{m_slider, m_field, m_basis, m_mend, m_curveButton})
        part->installEventFilter(this);
}

void InputRow::setNumbers(NumberScript numbers) {
    m_numbers = numbers;
    if (m_curve)
        m_curve->setNumbers(numbers);
}

void InputRow::makeCurve() {
    m_curve = new InputCurve(m_scenario, m_input, m_actions.hand(), this);
    m_curve->setNumbers(m_numbers);
    static_cast<QGridLayout*>(layout())->addWidget(m_curve, 3, 0, 1, 2);
    connect(m_curve, &InputCurve::refused, this, &InputRow::refuse);
    connect(m_curve, &InputCurve::claimsChosen, this, &InputRow::claimsChosen);
}

} // namespace assay
