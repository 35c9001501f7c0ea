// PictureDrop: opens the chart and scenario that an exported picture was drawn from, and offers its inputs as a new
// scenario where the project has others by now. What a picture says is a stranger's text: checked, never believed.
#pragma once

#include "core/io/chart_record.h"
#include "ui/views/workbench.h"

#include <QtCore/QObject>

#include <filesystem>
#include <vector>

namespace assay {

class ChartArea;
class MessageBar;

class PictureDrop : public QObject {
    Q_OBJECT
public:
    PictureDrop(Workbench& bench, ChartArea& charts, MessageBar& messages, QObject* parent = nullptr);

    /// False when the file is no PNG or SVG, or carries no run: somebody else may have a use for it.
    bool take(const std::filesystem::path& file);

public slots:
    void openAsking(); ///< asks which picture

private:
    void open(const ChartRecord& record);
    void report(const ChartRecord& record);
    void addScenarios(const std::vector<Scenario>& recorded);

    Workbench& m_bench;
    ChartArea& m_charts;
    MessageBar& m_messages;
};

} // namespace assay
