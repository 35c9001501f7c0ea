// Which button an empty chart gets.
#include "ui/views/chart_remedy.h"

#include <QtCore/QCoreApplication>

namespace assay {

Remedy remedyFor(const ChartKind& kind, const ChartContext& context) {
    const bool hasRun = !context.runs.empty();
    const bool wantsClaim = kind.choosesAttribute || (kind.id == "consistency" && hasRun);
    if (wantsClaim)
        return context.sources.empty() ? Remedy::importSource : Remedy::readSource;
    const bool wantsRange = kind.choosesOutput && !kind.others;
    return wantsRange && hasRun ? Remedy::showInputs : Remedy::newScenario;
}

QString remedyText(Remedy remedy) {
    const auto tr = [](const char* words) { return QCoreApplication::translate("ChartRemedy", words); };
    switch (remedy) {
    case Remedy::newScenario: return tr("New scenario\u2026");
    case Remedy::showInputs: return tr("Go to the inputs");
    case Remedy::importSource: return tr("Import sources\u2026");
    case Remedy::readSource: return tr("Go to the source");
    }
    return {};
}

} // namespace assay
