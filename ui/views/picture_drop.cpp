// PictureDrop: read, compare, select, offer.
#include "ui/views/picture_drop.h"

#include "core/base/atomic_file.h"
#include "core/chart/chart.h"
#include "ui/charts/picture_record.h"
#include "ui/text/error_text.h"
#include "ui/text/paths.h"
#include "ui/text/utf8_text.h"
#include "ui/views/chart_area.h"
#include "ui/views/message_bar.h"

#include <algorithm>

namespace assay {

namespace {

constexpr std::size_t largestPicture = std::size_t{256} << 20; ///< bytes; more is not read

bool isPicture(const std::filesystem::path& file) {
    const QString extension = fromPath(file.extension()).toLower();
    return extension == QStringLiteral(".png") || extension == QStringLiteral(".svg");
}

/// Names of strangers are shown in one short line.
QString shown(const std::string& name) {
    constexpr int longest = 80;
    const QString line = text(name).simplified();
    return line.size() <= longest ? line : line.left(longest - 1) + QChar(0x2026);
}

} // namespace

PictureDrop::PictureDrop(Workbench& bench, ChartArea& charts, MessageBar& messages, QObject* parent)
    : QObject(parent),
      m_bench(bench),
      m_charts(charts),
      m_messages(messages) {}

void PictureDrop::openAsking() {
    const std::optional<std::filesystem::path> file = m_bench.questions.pictureToOpen({});
    if (file && !take(*file))
        m_messages.showError(tr("%1 carries no run. Assay writes one into PNG and SVG pictures unless it is told not "
                                "to.")
                                 .arg(fromPath(file->filename())));
}

bool PictureDrop::take(const std::filesystem::path& file) {
    if (!isPicture(file))
        return false;
    const Result<std::string> bytes = readFile(file, largestPicture);
    if (!bytes) {
        m_messages.showError(errorText(bytes.error()));
        return true;
    }
    const std::optional<std::string> json = recordIn(QByteArray::fromStdString(*bytes));
    if (!json)
        return false;
    const Result<ChartRecord> record = readChartRecord(*json, file.filename().string());
    if (record)
        open(*record);
    else
        m_messages.showError(errorText(record.error()));
    return true;
}

void PictureDrop::open(const ChartRecord& record) {
    const Document& document = m_bench.store.document();
    if (!m_bench.session.isOpen() || document.project.id != record.project) {
        m_messages.showError(
            tr("This picture was drawn from another project, \u201C%1\u201D (id %2). Open that project "
               "first, then the picture.")
                .arg(shown(record.projectTitle), shown(record.project)));
        return;
    }
    const auto isHere = [&](const ScenarioId& id) { return assay::find(document.scenarios, id) != nullptr; };
    if (record.scenario && isHere(*record.scenario))
        m_bench.selection.selectScenario(record.scenario);
    else if (!record.scenarios.empty() && isHere(record.scenarios.front().id))
        m_bench.selection.selectScenario(record.scenarios.front().id);
    m_charts.showChart(text(record.chart));
    if (findChart(record.chart))
        m_charts.showForm(record.chart, record.form);
    report(record);
}

void PictureDrop::report(const ChartRecord& record) {
    const Document& document = m_bench.store.document();
    std::vector<Scenario> changed;
    QStringList names;
    for (const Scenario& scenario : record.scenarios)
        if (recordedState(document, scenario) != RecordedState::same) {
            changed.push_back(scenario);
            names << shown(scenario.title.empty() ? scenario.id.value : scenario.title);
        }
    if (changed.empty()) {
        const bool sameEngine = record.engine == engineVersion && record.seed == document.project.seed;
        m_messages.showDone(sameEngine ? tr("Opened what the picture was drawn from: its inputs are as they were.")
                                       : tr("Opened what the picture was drawn from. Its inputs are as they were, but "
                                            "seed or engine are not: figures may differ a little."));
        return;
    }
    const QString all =
        names.mid(0, 3).join(QStringLiteral(", ")) + (names.size() > 3 ? QStringLiteral(", \u2026") : QString());
    m_messages.showLasting(names.size() == 1
                               ? tr("%1 is not as in the picture.").arg(all)
                               : tr("%1 scenarios are not as in the picture: %2.").arg(names.size()).arg(all),
                           tr("Add as in the picture"), [this, changed] { addScenarios(changed); });
}

void PictureDrop::addScenarios(const std::vector<Scenario>& recorded) {
    Result<Document> next = m_bench.store.document();
    const std::size_t before = next->scenarios.size();
    for (const Scenario& scenario : recorded)
        if (next) {
            const QString title =
                tr("%1, from a picture").arg(text(scenario.title.empty() ? scenario.id.value : scenario.title));
            next = addRecordedScenario(*next, scenario, title.toStdString());
        }
    if (!m_bench.store.apply(tr("Add scenarios of a picture"), next))
        return;
    const Rows<Scenario>& scenarios = m_bench.store.document().scenarios;
    if (scenarios.size() > before)
        m_bench.selection.selectScenario(scenarios[before]->id);
    m_messages.showDone(recorded.size() == 1 ? tr("Added the scenario as in the picture.")
                                             : tr("Added %1 scenarios as in the picture.").arg(recorded.size()),
                        tr("Undo"), [this] { m_bench.store.undoStack().undo(); });
}

} // namespace assay
