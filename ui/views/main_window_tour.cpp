// MainWindow: when the tour is offered, and what its steps show.
#include "ui/views/chart_area.h"
#include "ui/views/findings_panel.h"
#include "ui/views/main_window.h"
#include "ui/views/message_bar.h"
#include "ui/views/tab_pane.h"
#include "ui/views/tour.h"

#include <QtGui/QAction>

#include <utility>

namespace assay {

void MainWindow::connectTour() {
    connect(m_actions.tour, &QAction::triggered, this, &MainWindow::takeTour);
    connect(m_tour, &Tour::findingWanted, this, [this](FindingKind kind, const ClaimId& claim) {
        m_evidence->show(*m_findings);
        m_findings->showFinding(kind, claim);
    });
    connect(m_tour, &Tour::chartWanted, m_charts, &ChartArea::showChart);
    connect(m_tour, &Tour::exportWanted, m_charts, &ChartArea::exportChart);
    connect(&m_bench.session, &Session::opened, this, &MainWindow::offerTour);
}

/// Through the sample that is open, or through a new copy.
void MainWindow::takeTour() {
    m_tourWanted = true;
    if (m_bench.session.isOpen() && Tour::fits(m_bench.store.document()))
        offerTour();
    else
        m_bench.session.openSample();
}

/// Asked for it starts; unasked it is offered once, with the first sample.
void MainWindow::offerTour() {
    const bool wanted = std::exchange(m_tourWanted, false);
    if (!Tour::fits(m_bench.store.document()))
        return;
    const QString offered = QStringLiteral("tour/offered");
    if (!wanted && m_bench.settings.value(offered).toBool())
        return;
    m_bench.settings.setValue(offered, true);
    if (wanted)
        m_tour->start();
    else
        m_messages->showLasting(tr("New here? Five steps show what this project is about."), tr("Take the tour"),
                                [this] { m_tour->start(); });
}

} // namespace assay
