// InputRow: hand and keyboard to actions. Its parts are put together in input_row_layout.cpp.
#include "ui/views/input_row.h"

#include "core/document/edit.h"
#include "ui/models/catalog_model.h"
#include "ui/text/error_text.h"
#include "ui/text/utf8_text.h"
#include "ui/views/basis_text.h"
#include "ui/views/echo_text.h"
#include "ui/views/elided_label.h"
#include "ui/views/fonts.h"
#include "ui/views/input_curve.h"
#include "ui/views/quantity_slider.h"
#include "ui/views/stale_text.h"

#include <QtCore/QMimeData>
#include <QtGui/QContextMenuEvent>
#include <QtGui/QDropEvent>
#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenu>
#include <QtWidgets/QToolButton>

#include <algorithm>

namespace assay {

namespace {

ClaimId claimOf(const QMimeData* data) { return {data->data(QLatin1String(claimMimeType)).toStdString()}; }

} // namespace

InputRow::InputRow(ScenarioId scenario, ModelInput input, InputActions& actions, QWidget* parent)
    : QWidget(parent),
      m_scenario(std::move(scenario)),
      m_input(std::move(input)),
      m_actions(actions) {
    setAcceptDrops(true);
    build();
    nameParts();
    connectSlider();
    connectField();
    connect(m_basis, &QAbstractButton::clicked, this, [this] { m_actions.followBasis(m_scenario, m_input); });
    connect(m_mend, &QAbstractButton::clicked, this, &InputRow::mendStale);
}

QString InputRow::title() const { return text(m_input.title.empty() ? m_input.id.value : m_input.title); }

void InputRow::connectSlider() {
    connect(m_slider, &QuantitySlider::gestureBegan, this, [this] {
        m_actions.beginGesture(m_scenario, m_input);
        if (m_curve)
            m_curve->hold();
    });
    connect(m_slider, &QuantitySlider::gestureEnded, &m_actions, &InputActions::endGesture);
    connect(m_slider, &QuantitySlider::gesturePutBack, &m_actions, &InputActions::putBack);
    for (const auto ended : {&QuantitySlider::gestureEnded, &QuantitySlider::gesturePutBack})
        connect(m_slider, ended, this, [this] {
            if (m_curve)
                m_curve->letGo();
        });
    connect(m_slider, &QuantitySlider::medianMoved, this,
            [this](double median) { answer(m_actions.moveMedian(median)); });
    connect(m_slider, &QuantitySlider::spreadScaled, this,
            [this](double factor) { answer(m_actions.scaleSpread(factor)); });
}

void InputRow::connectField() {
    connect(m_field, &QLineEdit::textEdited, this, [this](const QString& typed) { showReading(typed.toStdString()); });
    connect(m_field, &QLineEdit::editingFinished, this, &InputRow::enterText);
}

void InputRow::showDocument(const Document& document) {
    const Scenario* scenario = assay::find(document.scenarios, m_scenario);
    const Result<ScenarioInput> now = currentInput(document, m_scenario, m_input.id);
    if (!scenario || !now)
        return;
    const BasisLine basis = basisLine(document, *scenario, m_input);
    m_basis->setText(basis.text);
    m_basis->setDetail(basis.detail);
    m_basis->setAccessibleName(tr("Basis of %1: %2").arg(title(), basis.text));
    m_claims = basis.claims;
    m_claimRows.clear();
    for (const Row<Claim>& claim : document.claims)
        if (std::find(m_claims.begin(), m_claims.end(), claim->id) != m_claims.end())
            m_claimRows.push_back(claim);
    const bool linked = now->basis.kind == BasisKind::scenario;
    const bool changed = m_text != now->text || m_linked != linked;
    m_text = now->text;
    m_linked = linked;
    m_slider->setEnabled(!linked);
    const bool isRefused = m_field->property("refused").toBool();
    if (!changed && (m_field->isModified() || (m_isShown && !linked && !isRefused && !m_curve)))
        return; // of all rows of a scenario a drag moves one
    m_isShown = true;
    if (linked)
        showLinked();
    else
        showText();
}

/// The text waits for the day the link goes; typing a value ends it.
void InputRow::showLinked() {
    m_field->clear();
    m_field->setPlaceholderText(tr("samples of another scenario"));
    m_field->setToolTip({});
    clearRefusal();
    m_echo->setText(tr("sample by sample; a typed value ends it"));
    m_field->setAccessibleDescription(m_basis->text());
    if (m_curve)
        m_curve->showNone(tr("It takes the samples of another scenario: there is no curve of its own."));
}

void InputRow::showText() {
    m_field->setPlaceholderText({});
    m_field->setText(text(m_text));
    m_field->setCursorPosition(0);
    m_field->setToolTip({});
    clearRefusal();
    showReading(m_text);
    if (const Result<InputReading> reading = readReading(m_text, m_input.unit))
        m_slider->setReading(sliderScale(m_input), *reading);
}

void InputRow::showReading(const std::string& typed) {
    const Result<Echo> echo = echoInput(typed, m_input.unit);
    if (!echo) {
        refuse(echo.error());
        return;
    }
    clearRefusal();
    m_echo->setText(echoText(*echo));
    m_field->setAccessibleDescription(m_echo->text());
    if (m_curve)
        m_curve->showText(typed, m_claimRows);
}

void InputRow::enterText() {
    if (!m_field->isModified())
        return;
    const Result<> entered = m_actions.enter(m_scenario, m_input, m_field->text().trimmed().toStdString());
    answer(entered);
    if (!entered)
        return;
    m_field->setModified(false);
    m_linked ? showLinked() : showText();
}

void InputRow::answer(const Result<>& result) {
    if (result)
        clearRefusal();
    else
        refuse(result.error());
}

void InputRow::refuse(const Error& error) {
    const QString sentence = errorText(error);
    m_refusal->setText(sentence);
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText, refusedColor(palette()));
    m_refusal->setPalette(colors);
    m_refusal->show();
    m_field->setToolTip(tipHtml(sentence));
    m_field->setAccessibleDescription(sentence);
    m_field->setProperty("refused", true);
    m_echo->setText(m_linked ? tr("still samples of another scenario") : tr("still %1").arg(text(m_text)));
    m_echo->setTone(ElidedLabel::Tone::refused);
    if (m_curve)
        m_curve->refuse(sentence);
    update();
}

void InputRow::clearRefusal() {
    if (!m_field->property("refused").toBool())
        return;
    m_refusal->hide();
    m_field->setToolTip({});
    m_field->setProperty("refused", false);
    m_echo->setTone(ElidedLabel::Tone::quiet);
    update();
}

void InputRow::setCurve(Curve curve) {
    const QSignalBlocker quiet(m_curveButton);
    m_curveButton->setChecked(curve == Curve::open);
    if (curve == Curve::open && !m_curve) {
        makeCurve();
        m_linked ? showLinked() : showReading(m_field->isModified() ? m_field->text().toStdString() : m_text);
    } else if (curve == Curve::closed && m_curve) {
        m_curve->hide();
        m_curve->deleteLater();
        m_curve = nullptr;
    }
}

void InputRow::showStale(const std::vector<StaleInput>& reasons) {
    m_reasons = reasons;
    const StaleWords words = staleWords(reasons);
    m_stale->setText(words.sentence);
    m_mend->setText(words.action);
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText, refusedColor(palette()));
    m_stale->setPalette(colors);
    m_stale->setVisible(!reasons.empty());
    m_mend->setVisible(!reasons.empty());
}

void InputRow::mendStale() {
    switch (staleWords(m_reasons).mending) {
    case Mending::takeAgain: answer(m_actions.takeAgain(m_scenario, m_input)); break;
    case Mending::chooseClaims: emit claimsWanted(); break;
    case Mending::takeRow: answer(m_actions.takeRowAgain(m_scenario, m_input)); break;
    case Mending::chooseRow: emit catalogueWanted(); break;
    case Mending::readWords: m_actions.followBasis(m_scenario, m_input); break;
    }
}

void InputRow::bindSelected() { answer(m_actions.bindSelected(m_scenario, m_input)); }

void InputRow::bindRow(const std::string& reference) { answer(m_actions.bindRow(m_scenario, m_input, reference)); }

void InputRow::bindClaims(ClaimsRule rule, std::vector<BasisTerm> terms) {
    answer(m_actions.bindClaims(m_scenario, m_input, rule, std::move(terms)));
}

void InputRow::focusField() { m_field->setFocus(Qt::OtherFocusReason); }

void InputRow::setState(State state) {
    m_state = state;
    update();
}

bool InputRow::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::FocusIn)
        emit focused();
    if (watched == m_field && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape && m_field->isModified()) {
        m_field->setModified(false);
        m_linked ? showLinked() : showText();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void InputRow::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_B && event->modifiers() == Qt::NoModifier)
        bindSelected();
    else if (event->key() == Qt::Key_C && event->modifiers() == Qt::NoModifier)
        m_curveButton->toggle();
    else
        QWidget::keyPressEvent(event);
}

void InputRow::mousePressEvent(QMouseEvent* event) {
    QWidget::mousePressEvent(event);
    if (event->button() == Qt::LeftButton)
        emit chosen();
}

void InputRow::contextMenuEvent(QContextMenuEvent* event) {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(QStringLiteral("input.menu"));
    menu->addAction(tr("&Base on the selected claim (B)"), this, &InputRow::bindSelected);
    menu->addAction(tr("Base on c&laims…"), this, &InputRow::claimsWanted);
    menu->addAction(tr("Base on a &catalogue row…"), this, &InputRow::catalogueWanted);
    offerOutputs(*menu);
    menu->addAction(m_curve ? tr("Close its c&urve (C)") : tr("Show its c&urve (C)"), m_curveButton,
                    &QToolButton::toggle);
    menu->addAction(tr("Show its &words"), this, [this] { m_actions.followBasis(m_scenario, m_input); });
    menu->addSeparator();
    menu->addAction(tr("Edit &note…"), this, [this] { m_actions.editNote(m_scenario, m_input); });
    menu->addAction(tr("&Reset to the model's default"), this,
                    [this] { answer(m_actions.reset(m_scenario, m_input)); });
    menu->popup(event->globalPos());
}

void InputRow::offerOutputs(QMenu& menu) {
    QMenu* scenarios = menu.addMenu(tr("&Take from another scenario"));
    scenarios->setObjectName(QStringLiteral("input.outputs"));
    for (const InputActions::Offer& offer : m_actions.offers(m_scenario, m_input))
        scenarios->addAction(
            QString(offer.text).replace(QLatin1Char('&'), QStringLiteral("&&")), this,
            [this, upstream = offer.upstream] { answer(m_actions.take(m_scenario, m_input, upstream)); });
    scenarios->setEnabled(!scenarios->isEmpty());
}

void InputRow::dragEnterEvent(QDragEnterEvent* event) {
    if (!event->mimeData()->hasFormat(QLatin1String(claimMimeType))
        && !event->mimeData()->hasFormat(QLatin1String(catalogueMimeType)))
        return;
    event->setDropAction(Qt::LinkAction);
    event->accept();
    m_dropTarget = true;
    update();
}

void InputRow::dragLeaveEvent(QDragLeaveEvent* event) {
    m_dropTarget = false;
    update();
    QWidget::dragLeaveEvent(event);
}

void InputRow::dropEvent(QDropEvent* event) {
    m_dropTarget = false;
    update();
    event->setDropAction(Qt::LinkAction);
    event->accept();
    const QByteArray reference = event->mimeData()->data(QLatin1String(catalogueMimeType));
    if (reference.isEmpty())
        answer(m_actions.bind(m_scenario, m_input, claimOf(event->mimeData())));
    else
        bindRow(reference.toStdString());
}

void InputRow::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const QColor accent = palette().color(QPalette::Highlight);
    const QColor window = palette().color(QPalette::Window);
    if (m_dropTarget)
        painter.fillRect(rect(), mixed(accent, window, 0.25));
    if (m_state == State::linked)
        painter.fillRect(rect(), mixed(accent, window, 0.1));
    if (m_state != State::plain)
        painter.fillRect(QRect(0, 0, 3, height()), m_state == State::current ? accent : mixed(accent, window, 0.6));
    if (m_field->property("refused").toBool()) {
        painter.setPen(QPen(refusedColor(palette()), 2));
        painter.drawRect(m_field->geometry().adjusted(-1, -1, 1, 1));
    }
    painter.setPen(mixed(palette().color(QPalette::WindowText), window, 0.15));
    painter.drawLine(12, height() - 1, width() - 12, height() - 1);
}

} // namespace assay
