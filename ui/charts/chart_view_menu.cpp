// The menu of a ChartView: what its keys do, in words.
#include "ui/charts/chart_view_parts.h"

#include <QtGui/QContextMenuEvent>
#include <QtWidgets/QMenu>

namespace assay {

void ChartView::contextMenuEvent(QContextMenuEvent* event) {
    if (spec().data.empty())
        return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(QStringLiteral("chart.menu"));
    const QPointF at = m->canvas->mapFrom(this, event->pos());
    const int datum = currentDatum();
    if (datum >= 0 && !spec().data[static_cast<std::size_t>(datum)].ids.input.empty())
        menu->addAction(tr("&Open its input against the result (O)"), this, [this, datum] { emitOpened(datum); });
    if (datum >= 0 && spec().hasVerdicts)
        menu->addAction(tr("Set the &verdict\u2026 (V)"), this, [this, datum] { askForVerdict(datum); });
    if (handleCount() > 0)
        menu->addAction(tr("Take &hold of the next handle (H, then arrows)"), this,
                        [this] { m->canvas->reachHandle(1); });
    if (spec().threshold)
        menu->addAction(tr("Remove the &threshold (X)"), this, &ChartView::thresholdRemoved);
    else if (spec().brush && spec().brush->along == Along::x)
        menu->addAction(tr("&Threshold here: the chance of more (X)"), this,
                        [this, at] { m->canvas->moveThreshold(at.x()); });
    if (spec().brush)
        menu->addAction(spec().brush->range ? tr("Remove the &range (P)") : tr("&Range: Ctrl and drag (P)"), this,
                        &ChartView::toggleRange);
    menu->addAction(spec().statement.empty() ? tr("Copy the &summary (S)") : tr("Copy what must be &true (S)"), this,
                    &ChartView::copyStatement);
    menu->addAction(tr("Show the data as a ta&ble (T)"), this, &ChartView::showTable);
    menu->addSeparator();
    menu->addAction(tr("&Crosshair on or off (C)"), this, [this] { m->canvas->toggleCrosshair(); });
    menu->addAction(tr("Zoom &back (Alt+Left)"), this, [this] { m->canvas->zoomBack(); });
    menu->addAction(tr("Show &all of it (R)"), this, [this] { m->canvas->resetZoom(); });
    menu->popup(event->globalPos());
}

/// Only what the analyst can set is asked for; without a cell under the hand nothing is.
void ChartView::askForVerdict(int datum) {
    if (spec().hasVerdicts && datum >= 0 && datum < datumCount())
        emit verdictWanted(spec().data[static_cast<std::size_t>(datum)].ids);
}

} // namespace assay
