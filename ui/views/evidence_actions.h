// The actions about how claims hang together: links, speakers, the codebook, grading scales, exports. What they open is
// connected here too.
#pragma once

#include <QtCore/QList>

class QAction;
class QMenu;
class QWidget;

namespace assay {

class ClaimEditor;
class MessageBar;
struct Workbench;

struct EvidenceActions {
    QAction *exportClaims, *linkClaims, *speakers, *codebook, *scales;

    QList<QAction*> all() const;
};

/// The export stands in the file menu, the others at the end of the claim menu.
void addEvidenceExport(EvidenceActions& actions, QMenu& file);
void addEvidenceActions(EvidenceActions& actions, QMenu& claim);

/// Dialogs belong to `window` and block nothing.
void connectEvidence(const EvidenceActions& actions, Workbench& bench, ClaimEditor& editor, MessageBar& messages,
                     QWidget& window);

} // namespace assay
