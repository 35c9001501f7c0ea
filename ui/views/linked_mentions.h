// LinkedMentions: from a mention to those that belong to it in other sources, by an arrow in the margin or a key.
// Several are offered as a menu.
#pragma once

#include "core/document/related_mentions.h"
#include "ui/store/selection.h"

#include <QtCore/QObject>
#include <QtCore/QPoint>

#include <map>
#include <vector>

class QMenu;

namespace assay {

class SourceText;

class LinkedMentions : public QObject {
    Q_OBJECT
public:
    LinkedMentions(DocumentStore& store, Selection& selection, SourceText& text, QObject* parent = nullptr);

    void refresh(); ///< the source shown or the document may be another
    void go();      ///< from the current mention; emits nothingLinked when there is nowhere to go

signals:
    void nothingLinked();

private:
    void goFrom(const MentionId& mention, const QPoint& global);
    QString lineOf(const RelatedMention& related) const; ///< "quotes: “50,000 H100” – The Example Times"
    void offer(const std::vector<RelatedMention>& related, const QPoint& global);

    DocumentStore& m_store;
    Selection& m_selection;
    SourceText& m_text;
    std::map<MentionId, std::vector<RelatedMention>> m_related;
};

} // namespace assay
