// ScenarioModel: exact row signals from one document to the next.
#include "ui/models/scenario_model.h"

#include "ui/text/utf8_text.h"

#include <algorithm>

namespace assay {

namespace {

QString staleTip() {
    return ScenarioModel::tr("Stale: what an input stands on is not what it was; the input says what to do.");
}

} // namespace

ScenarioModel::ScenarioModel(QObject* parent) : QAbstractListModel(parent) {}

void ScenarioModel::setDocument(const Document& document) {
    std::vector<Line> lines;
    for (const Row<Scenario>& scenario : document.scenarios) {
        const Model* model = find(document.models, scenario->model);
        lines.push_back(Line{scenario->id, text(scenario->title), text(model ? model->title : scenario->model.value),
                             text(scenario->note), isStale(scenario->id)});
    }
    removeGone(lines);
    addNew(lines);
    for (std::size_t row = 0; row < lines.size(); ++row) {
        if (m_lines[row] == lines[row])
            continue;
        m_lines[row] = lines[row];
        const QModelIndex changed = index(static_cast<int>(row));
        emit dataChanged(changed, changed);
    }
}

bool ScenarioModel::isStale(const ScenarioId& id) const {
    return std::find(m_stale.begin(), m_stale.end(), id) != m_stale.end();
}

void ScenarioModel::setStale(std::vector<ScenarioId> stale) {
    m_stale = std::move(stale);
    for (std::size_t row = 0; row < m_lines.size(); ++row) {
        if (m_lines[row].isStale == isStale(m_lines[row].id))
            continue;
        m_lines[row].isStale = !m_lines[row].isStale;
        const QModelIndex changed = index(static_cast<int>(row));
        emit dataChanged(changed, changed);
    }
}

void ScenarioModel::removeGone(const std::vector<Line>& lines) {
    for (int row = rowCount() - 1; row >= 0; --row) {
        const ScenarioId& id = m_lines[static_cast<std::size_t>(row)].id;
        if (std::any_of(lines.begin(), lines.end(), [&](const Line& line) { return line.id == id; }))
            continue;
        beginRemoveRows({}, row, row);
        m_lines.erase(m_lines.begin() + row);
        endRemoveRows();
    }
}

// Edits never reorder scenarios; a row that is not where it should be is new there, or the whole list is another one.
void ScenarioModel::addNew(const std::vector<Line>& lines) {
    for (std::size_t row = 0; row < lines.size(); ++row) {
        if (row < m_lines.size() && m_lines[row].id == lines[row].id)
            continue;
        if (rowOf(lines[row].id)) {
            beginResetModel();
            m_lines = lines;
            endResetModel();
            return;
        }
        beginInsertRows({}, static_cast<int>(row), static_cast<int>(row));
        m_lines.insert(m_lines.begin() + static_cast<std::ptrdiff_t>(row), lines[row]);
        endInsertRows();
    }
}

std::optional<ScenarioId> ScenarioModel::idAt(int row) const {
    if (row < 0 || row >= rowCount())
        return std::nullopt;
    return m_lines[static_cast<std::size_t>(row)].id;
}

std::optional<int> ScenarioModel::rowOf(const ScenarioId& id) const {
    const auto found = std::find_if(m_lines.begin(), m_lines.end(), [&](const Line& line) { return line.id == id; });
    return found == m_lines.end() ? std::nullopt : std::optional(static_cast<int>(found - m_lines.begin()));
}

int ScenarioModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

QVariant ScenarioModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Line& line = m_lines[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole: return line.isStale ? tr("Stale: %1").arg(line.title) : line.title;
    case Qt::EditRole: return line.title;
    case Qt::ToolTipRole: {
        QString whole = tr("Model: %1").arg(line.model);
        if (!line.note.isEmpty())
            whole += QLatin1Char('\n') + line.note;
        return tipHtml(line.isStale ? staleTip() + QLatin1Char('\n') + whole : whole);
    }
    case Qt::AccessibleDescriptionRole: {
        const QString model = tr("Model: %1").arg(line.model);
        return line.isStale ? staleTip() + QLatin1Char(' ') + model : model;
    }
    case idRole: return text(line.id.value);
    default: return {};
    }
}

Qt::ItemFlags ScenarioModel::flags(const QModelIndex& index) const {
    const Qt::ItemFlags base = QAbstractListModel::flags(index);
    return index.isValid() ? base | Qt::ItemIsEditable : base;
}

bool ScenarioModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    const ScenarioId id = m_lines[static_cast<std::size_t>(index.row())].id;
    emit renameWanted(id, value.toString().trimmed());
    return true;
}

} // namespace assay
