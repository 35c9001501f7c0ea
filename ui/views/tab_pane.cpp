// TabPane: a row of tabs and tools over the pages.
#include "ui/views/tab_pane.h"

#include "ui/views/look.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QTabBar>

namespace assay {

TabPane::TabPane(const QString& objectName, QWidget* parent)
    : Pane(objectName, {}, parent),
      m_tabs(new QTabBar),
      m_tools(new QStackedWidget),
      m_pages(new QStackedWidget) {
    m_tabs->setObjectName(objectName + QStringLiteral(".tabs"));
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(false);
    m_tabs->setUsesScrollButtons(false);
    auto* heading = new QWidget;
    auto* row = new QHBoxLayout(heading);
    row->setContentsMargins(smallGap, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_tabs);
    row->addWidget(m_tools, 1);
    addContent(heading);
    addContent(m_pages, 1);
    connect(m_tabs, &QTabBar::currentChanged, this, &TabPane::arrange);
}

void TabPane::addTab(Pane& pane) {
    m_panes.append(&pane);
    m_tools->addWidget(pane.lendHeader());
    m_pages->addWidget(&pane);
    const int tab = m_tabs->addTab(pane.heading());
    connect(&pane, &Pane::headingChanged, this,
            [this, tab](const QString& heading) { m_tabs->setTabText(tab, heading); });
}

void TabPane::arrange(int tab) {
    m_tools->setCurrentIndex(tab);
    m_pages->setCurrentIndex(tab);
}

void TabPane::show(const Pane& pane) {
    for (int tab = 0; tab < m_panes.size(); ++tab)
        if (m_panes[tab] == &pane)
            m_tabs->setCurrentIndex(tab);
}

Pane& TabPane::current() const { return *m_panes.at(m_tabs->currentIndex()); }

} // namespace assay
