// Workbench: everything one window works with, made in the right order and handed to its panes by reference.
#pragma once

#include "core/io/importer.h"
#include "ui/jobs/findings_service.h"
#include "ui/jobs/import_job.h"
#include "ui/jobs/run_service.h"
#include "ui/store/autosave.h"
#include "ui/store/document_store.h"
#include "ui/store/recent_files.h"
#include "ui/store/selection.h"
#include "ui/store/session.h"
#include "ui/text/questions.h"

#include <QtCore/QSettings>

#include <filesystem>

namespace assay {

struct Workbench {
    /// Settings and questions outlive the workbench; unsaved work is kept in the recovery folder.
    Workbench(QSettings& settings_, Questions& questions_, const std::filesystem::path& recoveryFolder,
              Simulator simulator, ImportOptions importing = {})
        : settings(settings_),
          questions(questions_),
          recent(settings_),
          autosave(store, session, recoveryFolder),
          runs(store, std::move(simulator)),
          imports(store, questions, std::move(importing)) {}

    QSettings& settings; ///< layout, recent files, preferences; never work
    Questions& questions;
    DocumentStore store;
    Selection selection{store};
    RecentFiles recent;
    Session session{store, questions, recent};
    Autosave autosave;
    RunService runs;
    FindingsService findings{store};
    ImportJob imports;
};

} // namespace assay
