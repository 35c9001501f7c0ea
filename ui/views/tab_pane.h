// TabPane: several panes in the place of one; each pane's tools stand beside the tabs. Knows no document.
#pragma once

#include "ui/views/pane.h"

#include <QtCore/QList>

class QStackedWidget;
class QTabBar;

namespace assay {

class TabPane : public Pane {
    Q_OBJECT
public:
    explicit TabPane(const QString& objectName, QWidget* parent = nullptr);

    void addTab(Pane& pane); ///< takes the pane; its title and count become the tab's text
    void show(const Pane& pane);
    Pane& current() const;

private:
    void arrange(int tab);

    QTabBar* m_tabs;
    QStackedWidget* m_tools;
    QStackedWidget* m_pages;
    QList<Pane*> m_panes;
};

} // namespace assay
