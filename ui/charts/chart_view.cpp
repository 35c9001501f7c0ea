// ChartView: the canvas, the empty state in its place, the table, and the keys.
#include "ui/charts/chart_view.h"

#include "ui/charts/chart_view_parts.h"

#include <QtGui/QAccessible>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStackedLayout>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace assay {
namespace {

bool shares(const std::vector<ClaimId>& a, const std::vector<ClaimId>& b) {
    return std::any_of(a.begin(), a.end(),
                       [&](const ClaimId& id) { return std::find(b.begin(), b.end(), id) != b.end(); });
}

/// It stands on the selected input or on a claim that is selected.
bool standsOn(const MarkIds& datum, const MarkIds& wanted) {
    return (!wanted.input.empty() && datum.scenario == wanted.scenario && datum.input == wanted.input)
           || shares(datum.claims, wanted.claims);
}

bool isOfScenario(const MarkIds& datum, const MarkIds& wanted) {
    return !wanted.scenario.empty() && wanted.input.empty() && datum.scenario == wanted.scenario;
}

/// Data of the selection; marking all would mark nothing, so that then only those count which stand on the selected
/// input or claims.
std::vector<int> selectedData(const std::vector<Datum>& rows, const MarkIds& wanted) {
    std::vector<int> close, all;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const bool stands = standsOn(rows[i].ids, wanted);
        if (stands)
            close.push_back(static_cast<int>(i));
        if (stands || isOfScenario(rows[i].ids, wanted))
            all.push_back(static_cast<int>(i));
    }
    std::vector<int>& chosen = all.size() == rows.size() ? close : all;
    return chosen.size() == rows.size() ? std::vector<int>() : chosen;
}

} // namespace

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
    connectCanvas();
    connectHand();
}

void ChartView::connectCanvas() {
    connect(m->canvas, &ChartCanvas::currentChanged, this, [this](int datum) { emit markHovered(datumText(datum)); });
    connect(m->canvas, &ChartCanvas::handleReached, this, [this](const QString& name) {
        emit markHovered(name);
        tellReader(currentHandle() < 0 ? -1 : datumCount() + currentHandle());
    });
    connect(m->canvas, &ChartCanvas::pointed, this, &ChartView::pointed);
    // Queued: a receiver may change this very chart (charts: fact 11)
    connect(
        m->canvas, &ChartCanvas::clicked, this,
        [this](int datum) {
            if (datum < 0 || datum >= datumCount())
                return;
            emit markClicked(m->canvas->spec().data[static_cast<std::size_t>(datum)].ids);
            emit datumClicked(datum);
        },
        Qt::QueuedConnection);
    connect(m->canvas, &ChartCanvas::opened, this, &ChartView::emitOpened, Qt::QueuedConnection);
}

ChartView::~ChartView() = default;

void ChartView::setSpec(const ChartSpec& spec) {
    const int current = rowAfter(m->canvas->spec(), currentDatum(), spec);
    m->canvas->setSpec(spec);
    m->canvas->setCurrent(current);
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
    m->canvas->setSelected(selectedData(m->canvas->spec().data, ids));
}

void ChartView::showTable() {
    if (!m->table) {
        m->table = new ChartTable(this);
        connect(m->table, &ChartTable::verdictWanted, this, &ChartView::askForVerdict, Qt::QueuedConnection);
    }
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
    tellReader(m->canvas->current());
    const int current = m->canvas->current();
    emit pointed(current < 0 ? std::nullopt : std::optional(spec().data[static_cast<std::size_t>(current)].at));
}

void ChartView::setEcho(std::optional<double> x, std::optional<double> y) { m->canvas->setEcho(x, y); }

/// Handles are children behind the data.
void ChartView::tellReader(int child) {
    const QAccessibleInterface* chart =
        hasFocus() && child >= 0 ? QAccessible::queryAccessibleInterface(this) : nullptr;
    if (chart && chart->role() == QAccessible::Chart) { // else nobody installed our accessible children
        QAccessibleEvent event(this, QAccessible::Focus);
        event.setChild(child);
        QAccessible::updateAccessibility(&event);
    }
}

void ChartView::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        m->canvas->setTheme(themeOf(palette()));
}

} // namespace assay
