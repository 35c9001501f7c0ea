// The chart's data as a table: the same rows and numbers as its CSV.
#pragma once

#include "core/chart/chart_spec.h"

#include <QtCore/QAbstractTableModel>
#include <QtWidgets/QDialog>

class QPushButton;
class QSortFilterProxyModel;
class QTableView;

namespace assay {

/// Where a datum of one picture is in the next; -1: nowhere. A cell that was given a verdict may change its place.
int rowAfter(const ChartSpec& before, int row, const ChartSpec& after);

class ChartTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;
    void setSpec(const ChartSpec& spec);
    const ChartSpec& spec() const { return m_spec; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    ChartSpec m_spec;
};

class ChartTable : public QDialog {
    Q_OBJECT
public:
    explicit ChartTable(QWidget* parent = nullptr);
    void setSpec(const ChartSpec& spec);

signals:
    void verdictWanted(int datum); ///< the button, V or a double click on a row whose verdict can be set

private:
    void askForVerdict();
    void showOffer();

    ChartTableModel* m_model;
    QSortFilterProxyModel* m_sorted;
    QTableView* m_table;
    QPushButton* m_set; ///< of charts with verdicts only
    bool m_hasVerdicts = false;
};

} // namespace assay
