// ClaimsViewMenu: made anew each time it opens.
#include "ui/views/claims_view_menu.h"

#include "core/document/edit.h"
#include "ui/text/utf8_text.h"

#include <QtGui/QAction>
#include <QtGui/QActionGroup>

namespace assay {

namespace {

constexpr std::array groupKeys{FilterKey::subject, FilterKey::attribute, FilterKey::originator, FilterKey::source};

QString groupTitle(FilterKey key) {
    switch (key) {
    case FilterKey::subject: return ClaimsViewMenu::tr("Subject");
    case FilterKey::attribute: return ClaimsViewMenu::tr("Attribute");
    case FilterKey::originator: return ClaimsViewMenu::tr("Originator");
    default: return ClaimsViewMenu::tr("Source");
    }
}

std::string groupWord(const std::optional<FilterKey>& key) {
    return key ? std::string(filterWords[static_cast<std::size_t>(*key)]) : std::string();
}

QString menuTitle(const std::string& title) { return text(title).replace(QLatin1Char('&'), QStringLiteral("&&")); }

} // namespace

ClaimsViewMenu::ClaimsViewMenu(DocumentStore& store, ClaimsModel& model, ClaimsTable& table, Questions& questions,
                               QWidget* parent)
    : QMenu(parent),
      m_store(store),
      m_model(model),
      m_table(table),
      m_questions(questions) {
    setObjectName(QStringLiteral("claims.viewMenu"));
    connect(this, &QMenu::aboutToShow, this, &ClaimsViewMenu::fill);
}

void ClaimsViewMenu::fill() {
    clear();
    addViews();
    addSeparator();
    addGroups();
    addSorting();
    addColumns();
}

void ClaimsViewMenu::addViews() {
    const Rows<TableView>& views = m_store.document().views;
    TableView current = now();
    for (const Row<TableView>& view : views) {
        QAction* action = addAction(menuTitle(view->title));
        action->setObjectName(QStringLiteral("view:") + text(view->id.value));
        action->setCheckable(true);
        current.id = view->id;
        current.title = view->title;
        current.extra = view->extra;
        action->setChecked(current == *view);
        connect(action, &QAction::triggered, this, [this, chosen = *view] { show(chosen); });
    }
    QAction* saved = addAction(tr("&Save this view\u2026"));
    saved->setObjectName(QStringLiteral("saveView"));
    connect(saved, &QAction::triggered, this, &ClaimsViewMenu::save);
    if (views.empty())
        return;
    QMenu* renames = addMenu(tr("Rename &view"));
    QMenu* removals = addMenu(tr("De&lete view"));
    for (const Row<TableView>& view : views) {
        QAction* renamed = renames->addAction(menuTitle(view->title));
        renamed->setObjectName(QStringLiteral("renameView:") + text(view->id.value));
        connect(renamed, &QAction::triggered, this, [this, chosen = *view] { rename(chosen); });
        QAction* removed = removals->addAction(menuTitle(view->title));
        removed->setObjectName(QStringLiteral("deleteView:") + text(view->id.value));
        connect(removed, &QAction::triggered, this, [this, id = view->id] {
            (void)m_store.apply(tr("Delete view"), removeView(m_store.document(), id)); // failed() tells the window
        });
    }
}

void ClaimsViewMenu::addGroups() {
    QMenu* groups = addMenu(tr("&Group by"));
    auto* choice = new QActionGroup(groups);
    const auto add = [&](const QString& title, std::optional<FilterKey> key) {
        QAction* action = groups->addAction(title);
        action->setObjectName(QStringLiteral("group:") + text(groupWord(key)));
        action->setCheckable(true);
        action->setChecked(m_model.grouping() == key);
        choice->addAction(action);
        connect(action, &QAction::triggered, this, [this, key] { m_model.setGrouping(key); });
    };
    add(tr("Nothing"), std::nullopt);
    for (const FilterKey key : groupKeys)
        add(groupTitle(key), key);
}

void ClaimsViewMenu::addSorting() {
    const ClaimColumn column = m_table.currentColumn();
    const QString title = menuTitle(claimColumn(column).title.toStdString());
    const auto add = [&](const char* name, const QString& words, const auto& act) {
        QAction* action = addAction(words);
        action->setObjectName(QLatin1String(name));
        connect(action, &QAction::triggered, &m_table, act);
    };
    add("sortBy", tr("S&ort by %1").arg(title), [this, column] { m_table.sortBy(column, Qt::NoModifier); });
    add("thenBy", tr("&Then by %1").arg(title), [this, column] { m_table.sortBy(column, Qt::ShiftModifier); });
    add("noSort", tr("In the order of the &project"), [this] {
        TableView plain = m_table.layoutNow();
        plain.sort.clear();
        m_table.setLayout(plain);
    });
}

void ClaimsViewMenu::addColumns() {
    addSeparator();
    m_table.fillColumnMenu(*addMenu(tr("&Columns")));
    const QString title = menuTitle(claimColumn(m_table.currentColumn()).title.toStdString());
    connect(addAction(tr("Move %1 to the le&ft").arg(title)), &QAction::triggered, &m_table,
            [this] { m_table.moveCurrentColumn(-1); });
    connect(addAction(tr("Move %1 to the &right").arg(title)), &QAction::triggered, &m_table,
            [this] { m_table.moveCurrentColumn(1); });
    connect(addAction(tr("&Widths that fit")), &QAction::triggered, &m_table, &QTableView::resizeColumnsToContents);
    connect(addAction(tr("R&eset columns")), &QAction::triggered, &m_table, &ClaimsTable::resetColumns);
}

TableView ClaimsViewMenu::now() const {
    TableView view = m_table.layoutNow();
    view.filter = m_filter.toStdString();
    view.group = groupWord(m_model.grouping());
    return view;
}

void ClaimsViewMenu::show(const TableView& view) {
    std::optional<FilterKey> group;
    for (const FilterKey key : groupKeys)
        if (groupWord(key) == view.group)
            group = key;
    m_model.setGrouping(group);
    m_table.setLayout(view);
    emit filterWanted(text(view.filter));
}

void ClaimsViewMenu::save() {
    const std::optional<QString> title = m_questions.line(tr("Save view"), tr("Name of the view"), {});
    if (!title)
        return;
    TableView view = now();
    view.title = title->trimmed().toStdString();
    (void)m_store.apply(tr("Save view"), saveView(m_store.document(), std::move(view))); // failed() tells the window
}

void ClaimsViewMenu::rename(const TableView& view) {
    const std::optional<QString> title = m_questions.line(tr("Rename view"), tr("Name of the view"), text(view.title));
    if (title)
        (void)m_store.apply(tr("Rename view"), renameView(m_store.document(), view.id, title->trimmed().toStdString()));
}

} // namespace assay
