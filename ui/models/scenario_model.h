// ScenarioModel: the document's scenarios as a list whose titles can be edited in place. It knows no view.
#pragma once

#include "core/document/document.h"

#include <QtCore/QAbstractListModel>

#include <optional>
#include <vector>

namespace assay {

class ScenarioModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { idRole = Qt::UserRole };

    explicit ScenarioModel(QObject* parent = nullptr);

    /// Follows a document: rows that stay keep their persistent indexes, so selection and editors survive.
    void setDocument(const Document& document);
    /// Scenarios with numbers whose basis has changed: their rows say so.
    void setStale(std::vector<ScenarioId> stale);
    std::optional<ScenarioId> idAt(int row) const;
    std::optional<int> rowOf(const ScenarioId& id) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    /// Asks for a new title (renameWanted); the document decides.
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;

signals:
    void renameWanted(const assay::ScenarioId& id, const QString& title);

private:
    struct Line {
        ScenarioId id;
        QString title;
        QString model;
        QString note;
        bool isStale = false;
        bool operator==(const Line&) const = default;
    };

    bool isStale(const ScenarioId& id) const;
    void removeGone(const std::vector<Line>& lines);
    void addNew(const std::vector<Line>& lines);

    std::vector<Line> m_lines;
    std::vector<ScenarioId> m_stale;
};

} // namespace assay
