// How the tables of dialogs look and act: rows to choose, no grid, quiet heads.
#pragma once

class QTableView;

namespace assay {

/// One row is chosen at a time, nothing is edited; Tab leaves the table; the last column takes the rest.
void makeQuiet(QTableView& table);

} // namespace assay
