// ChartArea under a hand: clicks become selections, handles become edits, thresholds and ranges are asked of the
// charts.
#include "core/chart/shared_axis.h"
#include "ui/text/error_text.h"
#include "ui/text/utf8_text.h"
#include "ui/views/chart_area.h"
#include "ui/views/chart_choices.h"
#include "ui/views/chart_slot.h"
#include "ui/views/verdict_dialog.h"

#include <algorithm>

namespace assay {

namespace {

bool hasInput(const Document& document, const std::optional<ScenarioId>& id, const VariableId& input) {
    const Scenario* scenario = id ? find(document.scenarios, *id) : nullptr;
    const Model* model = scenario ? find(document.models, scenario->model) : nullptr;
    return model && findInput(*model, input);
}

} // namespace

void ChartArea::connectSlot(ChartSlot& slot) {
    connect(slot.view(), &ChartView::markClicked, this, [this, &slot](const MarkIds& ids) { click(slot, ids); });
    connect(slot.view(), &ChartView::markOpened, this, &ChartArea::open);
    connect(slot.view(), &ChartView::verdictWanted, this, &ChartArea::askVerdict);
    connect(slot.view(), &ChartView::markHovered, this, &ChartArea::hovered);
    connect(slot.view(), &ChartView::said, this, &ChartArea::done);
    connect(slot.view(), &ChartView::pointed, this,
            [this, &slot](const std::optional<Point>& place) { sharePointed(slot, place); });
    connect(&slot, &ChartSlot::remedyWanted, this, &ChartArea::remedyWanted);
    connect(&slot, &ChartSlot::specChanged, this, [this, &slot] {
        showSelection();
        if (&slot != chosen())
            return;
        m_choices->offer(kind(), shownContext());
        emit chartChanged();
    });
}

void ChartArea::connectHand(ChartSlot& slot) {
    ChartView* view = slot.view();
    connect(view, &ChartView::thresholdMoved, this, [this, &slot](double value) { setThreshold(slot, value); });
    connect(view, &ChartView::thresholdRemoved, this, [this, &slot] { setThreshold(slot, std::nullopt); });
    connect(view, &ChartView::rangeMoved, this, [this, &slot](double from, double to) {
        setRange(slot, ValueRange{from, to});
    });
    connect(view, &ChartView::rangeRemoved, this, [this, &slot] { setRange(slot, std::nullopt); });
    connect(view, &ChartView::inputTaken, this, &ChartArea::takeHandle);
    connect(view, &ChartView::inputMoved, this, &ChartArea::moveHandle);
    connect(view, &ChartView::inputLetGo, this, [this] {
        m_handRun.reset();
        m_hand.end();
    });
    connect(view, &ChartView::inputPutBack, this, [this] {
        m_handRun.reset();
        m_hand.putBack();
    });
}

/// Where one chart is pointed at, on the axes of the others that show the same quantity. (charts: rule 10)
void ChartArea::sharePointed(const ChartSlot& from, const std::optional<Point>& place) {
    for (ChartSlot* slot : m_slots) {
        if (slot == &from)
            continue;
        const bool isAsked = place && from.spec() && slot->spec() && slot->view()->isVisible();
        slot->view()->setEcho(isAsked ? sharedValue(*from.spec(), *place, slot->spec()->x) : std::nullopt,
                              isAsked ? sharedValue(*from.spec(), *place, slot->spec()->y) : std::nullopt);
    }
}

void ChartArea::hold() {
    for (ChartSlot* slot : m_slots)
        slot->hold();
}

void ChartArea::letGo() {
    for (ChartSlot* slot : m_slots)
        slot->letGo();
    refresh();
}

void ChartArea::takeHandle(const Handle& handle) {
    m_handRun = m_runs.run(handle.scenario);
    m_hand.begin(handle.scenario, tr("Move %1").arg(text(handle.name)));
}

/// What can't be done is said in the status bar, and the values stay.
void ChartArea::moveHandle(const Handle& handle, const Point& place) {
    if (!m_handRun)
        return;
    const std::vector<InputWish> wishes = wishesOf(handle, place, *m_handRun);
    if (const Result<> moved = m_hand.move(wishes); !moved)
        emit hovered(errorText(moved.error()));
}

void ChartArea::setThreshold(const ChartSlot& slot, std::optional<double> threshold) {
    if (!slot.kind() || !slot.kind()->takesThreshold)
        return;
    m_thresholds.erase(std::string(slot.kind()->id));
    if (threshold)
        m_thresholds.emplace(slot.kind()->id, *threshold);
    refresh();
}

void ChartArea::setRange(const ChartSlot& slot, std::optional<ValueRange> range) {
    if (!slot.kind())
        return;
    m_ranges.erase(std::string(slot.kind()->id));
    if (range)
        m_ranges.emplace(slot.kind()->id, *range);
    refresh();
}

/// A chart that tells inputs apart takes the reader to the field of the one that was clicked.
void ChartArea::click(const ChartSlot& slot, const MarkIds& ids) {
    choose(ids);
    const std::vector<Datum> none;
    const std::vector<Datum>& rows = slot.spec() ? slot.spec()->data : none;
    const bool tellsApart = std::any_of(rows.begin(), rows.end(), [&](const Datum& datum) {
        return !datum.ids.input.empty() && datum.ids.input != ids.input;
    });
    if (tellsApart && !ids.input.empty() && m_selection.now().input == ids.input)
        emit inputWanted(ids.input);
}

/// More of a mark: its input against the result.
void ChartArea::open(const MarkIds& ids) {
    if (ids.input.empty())
        return;
    choose(ids);
    m_input = ids.input;
    if (!ids.output.empty())
        m_output = ids.output;
    showChart(QStringLiteral("scatter"));
    refresh();
}

/// Of a cell of the consistency matrix. What the run says now is kept beside the analyst's verdict.
void ChartArea::askVerdict(const MarkIds& ids) {
    if (ids.claims.empty())
        return;
    const Result<Place> computed = computedPlace(m_store.document(), m_runs.run(ids.scenario), ids.claims.front());
    if (!computed) { // deleted since the picture was made, or not run yet
        emit done(tr("There is no result of this scenario yet."));
        return;
    }
    auto* dialog = new VerdictDialog(m_store, {ids.scenario, ids.claims}, *computed, this);
    connect(dialog, &VerdictDialog::done, this, &ChartArea::edited);
    dialog->open();
}

void ChartArea::choose(const MarkIds& ids) {
    if (!ids.scenario.empty() && assay::find(m_store.document().scenarios, ids.scenario))
        m_selection.selectScenario(ids.scenario);
    if (!ids.input.empty() && hasInput(m_store.document(), m_selection.now().scenario, ids.input))
        m_selection.selectInput(ids.input);
    if (ids.claims.empty())
        return;
    if (ids.mention.empty())
        m_selection.selectClaims(ids.claims);
    else
        m_selection.selectMention(ids.claims.front(), ids.mention);
}

} // namespace assay
