// ExportAll: every chart of a project into a folder. Nothing is written when a name is taken. Charts are painted one by
// one between events, encoded and written off the GUI thread.
#pragma once

#include "core/chart/pictures.h"
#include "core/document/document.h"
#include "ui/jobs/latest_job.h"
#include "ui/views/export_options.h"

#include <filesystem>

namespace assay {

/// A snapshot of what charts are drawn from.
struct ExportSource {
    Document document;
    ChartContext context;                ///< with the runs there are
    std::optional<ChartSpec> table = {}; ///< what a CSV of the chart at hand is made of; none: the chart itself
};

/// The record that a picture of the source carries.
std::string recordOf(const ExportSource& source, const ChartSpec& spec);

class ExportAll : public QObject {
    Q_OBJECT
public:
    explicit ExportAll(QObject* parent = nullptr);

    void start(ExportSource source, const ExportChoice& choice, std::filesystem::path folder);
    void cancel(); ///< what is written stays
    bool isBusy() const { return m_busy; }

signals:
    void progressed(int done, int all);
    void finished(int count, const QString& folder);
    void failed(const assay::Error& error, int written);

private:
    void check(const Result<std::vector<Picture>>& all);
    void next();
    void fail(const Error& error);

    ExportSource m_source;
    ExportChoice m_choice;
    std::filesystem::path m_folder;
    std::vector<Picture> m_pictures;
    std::size_t m_done = 0;
    bool m_busy = false;
    LatestJob m_job;
};

} // namespace assay
