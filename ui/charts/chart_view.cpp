// ChartView: the canvas, the empty state in its place, the table, and the keys.
#include "ui/charts/chart_view.h"

#include "ui/charts/chart_canvas.h"
#include "ui/charts/chart_table.h"

#include <QtGui/QAccessible>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStackedLayout>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace assay {
namespace {

constexpr int thresholdSteps = 60; ///< of the keys, from edge to edge

bool shares(const std::vector<ClaimId>& a, const std::vector<ClaimId>& b) {
    return std::any_of(a.begin(), a.end(),
                       [&](const ClaimId& id) { return std::find(b.begin(), b.end(), id) != b.end(); });
}

/// A datum is selected when it stands on the scenario and input or on a claim that the selection names.
bool matches(const MarkIds& datum, const MarkIds& wanted) {
    const bool scenario = !wanted.scenario.empty() && datum.scenario == wanted.scenario
                          && (wanted.input.empty() || datum.input == wanted.input);
    return scenario || shares(datum.claims, wanted.claims);
}

} // namespace

class ChartView::Private {
public:
    QStackedLayout* pages = nullptr;
    ChartCanvas* canvas = nullptr;
    QWidget* empty = nullptr;
    QLabel* sentence = nullptr;
    QPushButton* button = nullptr;
    ChartTable* table = nullptr; ///< made on first use
    MarkIds selection;
};

ChartView::ChartView(QWidget* parent) : QWidget(parent), m(std::make_unique<Private>()) {
    m->canvas = new ChartCanvas(this);
    m->canvas->setObjectName(QStringLiteral("chartCanvas"));
    m->canvas->setTheme(themeOf(palette()));
    m->empty = new QWidget(this);
    m->sentence = new QLabel(m->empty);
    m->sentence->setObjectName(QStringLiteral("chartEmptySentence"));
    m->sentence->setTextFormat(Qt::PlainText);
    m->sentence->setWordWrap(true);
    m->sentence->setAlignment(Qt::AlignCenter);
    m->button = new QPushButton(m->empty);
    m->button->setObjectName(QStringLiteral("chartEmptyButton"));
    auto* column = new QVBoxLayout(m->empty);
    column->addStretch();
    column->addWidget(m->sentence);
    column->addWidget(m->button, 0, Qt::AlignHCenter);
    column->addStretch();
    m->pages = new QStackedLayout(this);
    m->pages->addWidget(m->canvas);
    m->pages->addWidget(m->empty);
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(160, 100);
    connect(m->button, &QPushButton::clicked, this, &ChartView::emptyButtonClicked);
    connect(m->canvas, &ChartCanvas::currentChanged, this, [this](int datum) { emit markHovered(datumText(datum)); });
    connect(m->canvas, &ChartCanvas::thresholdMoved, this, &ChartView::thresholdMoved);
    // Queued: a receiver may change this very chart (charts: fact 11)
    connect(
        m->canvas, &ChartCanvas::clicked, this,
        [this](int datum) {
            if (datum >= 0 && datum < datumCount())
                emit markClicked(m->canvas->spec().data[static_cast<std::size_t>(datum)].ids);
        },
        Qt::QueuedConnection);
}

ChartView::~ChartView() = default;

void ChartView::setSpec(const ChartSpec& spec) {
    m->canvas->setSpec(spec);
    setSelection(m->selection);
    m->pages->setCurrentWidget(m->canvas);
    setAccessibleName(QString::fromStdString(spec.title));
    setAccessibleDescription(QString::fromStdString(spec.summary));
    if (m->table)
        m->table->setSpec(spec);
}

const ChartSpec& ChartView::spec() const { return m->canvas->spec(); }

void ChartView::setEmpty(const QString& sentence, const QString& buttonText) {
    m->canvas->setSpec(ChartSpec());
    m->sentence->setText(sentence);
    m->button->setText(buttonText);
    m->button->setVisible(!buttonText.isEmpty());
    m->button->setAccessibleName(buttonText);
    m->pages->setCurrentWidget(m->empty);
    setAccessibleName(sentence);
    setAccessibleDescription(QString());
    if (m->table)
        m->table->setSpec(ChartSpec());
}

void ChartView::setSelection(const MarkIds& ids) {
    m->selection = ids;
    std::vector<int> selected;
    const std::vector<Datum>& rows = m->canvas->spec().data;
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (matches(rows[i].ids, ids))
            selected.push_back(static_cast<int>(i));
    if (selected.size() == rows.size()) // all alike: marking everything marks nothing
        selected.clear();
    m->canvas->setSelected(std::move(selected));
}

void ChartView::showTable() {
    if (!m->table)
        m->table = new ChartTable(this);
    m->table->setSpec(m->canvas->spec());
    m->table->show();
    m->table->activateWindow();
}

int ChartView::datumCount() const { return static_cast<int>(m->canvas->spec().data.size()); }

int ChartView::currentDatum() const { return m->canvas->current(); }

QString ChartView::datumText(int datum) const {
    return datum >= 0 && datum < datumCount()
               ? QString::fromStdString(m->canvas->spec().data[static_cast<std::size_t>(datum)].tip)
               : QString();
}

QRect ChartView::datumRect(int datum) const {
    const std::vector<PlacedDatum>& placed = m->canvas->placed().data;
    if (datum < 0 || datum >= static_cast<int>(placed.size()))
        return {};
    return placed[static_cast<std::size_t>(datum)].box.toAlignedRect().translated(m->canvas->pos());
}

void ChartView::setCurrentDatum(int datum) {
    m->canvas->setCurrent(datum >= 0 && datum < datumCount() ? datum : -1);
    const QAccessibleInterface* chart =
        hasFocus() && m->canvas->current() >= 0 ? QAccessible::queryAccessibleInterface(this) : nullptr;
    if (chart && chart->role() == QAccessible::Chart) { // else nobody installed our accessible children
        QAccessibleEvent event(this, QAccessible::Focus);
        event.setChild(m->canvas->current());
        QAccessible::updateAccessibility(&event);
    }
}

void ChartView::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        m->canvas->setTheme(themeOf(palette()));
}

void ChartView::toggleThreshold() {
    if (m->canvas->spec().threshold)
        emit thresholdRemoved();
    else
        m->canvas->moveThreshold(m->canvas->placed().plot.center().x());
}

void ChartView::stepThreshold(int steps) {
    const Placed& placed = m->canvas->placed();
    m->canvas->moveThreshold(placed.x.toPixel(*m->canvas->spec().threshold)
                             + steps * placed.plot.width() / thresholdSteps);
}

void ChartView::keyPressEvent(QKeyEvent* event) {
    const bool isArrow = event->key() == Qt::Key_Left || event->key() == Qt::Key_Right;
    if (isArrow && event->modifiers() == Qt::ShiftModifier && m->canvas->spec().threshold)
        return stepThreshold(event->key() == Qt::Key_Left ? -1 : 1);
    const int last = datumCount() - 1;
    const int current = currentDatum();
    const double middle = m->canvas->placed().plot.center().x();
    switch (event->key()) {
    case Qt::Key_Right:
    case Qt::Key_Down: setCurrentDatum(std::min(last, current + 1)); break;
    case Qt::Key_Left:
    case Qt::Key_Up: setCurrentDatum(current < 0 ? last : std::max(0, current - 1)); break;
    case Qt::Key_Home: setCurrentDatum(0); break;
    case Qt::Key_End: setCurrentDatum(last); break;
    case Qt::Key_Escape:
        if (current < 0)
            return QWidget::keyPressEvent(event);
        setCurrentDatum(-1);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (current >= 0)
            emit m->canvas->clicked(current);
        break;
    case Qt::Key_T: showTable(); break;
    case Qt::Key_X: toggleThreshold(); break;
    case Qt::Key_Plus: m->canvas->zoom(1.25, middle); break;
    case Qt::Key_Minus: m->canvas->zoom(0.8, middle); break;
    case Qt::Key_0: m->canvas->resetZoom(); break;
    default: QWidget::keyPressEvent(event);
    }
}

} // namespace assay
