// DocumentStore and its one command class.
#include "ui/store/document_store.h"

#include "core/document/bind_claims.h"

#include <QtGui/QUndoCommand>

namespace assay {

/// One undo step: the document before and after. Steps of one gesture with the same key merge; one that ends where it
/// began disappears.
class SnapshotCommand : public QUndoCommand {
public:
    using Show = std::function<void(const Document&)>;

    SnapshotCommand(const QString& name, Document before, Document after, QString mergeKey, int gesture, Show show)
        : QUndoCommand(name),
          m_before(std::move(before)),
          m_after(std::move(after)),
          m_mergeKey(std::move(mergeKey)),
          m_gesture(gesture),
          m_show(std::move(show)) {}

    void undo() override { m_show(m_before); }
    void redo() override { m_show(m_after); }
    int id() const override { return m_mergeKey.isEmpty() ? -1 : 1; }
    bool mergeWith(const QUndoCommand* other) override {
        const auto* next = dynamic_cast<const SnapshotCommand*>(other);
        if (!next || next->m_mergeKey != m_mergeKey || next->m_gesture != m_gesture)
            return false;
        m_after = next->m_after;
        setObsolete(m_after == m_before);
        return true;
    }

private:
    Document m_before;
    Document m_after;
    QString m_mergeKey;
    int m_gesture;
    Show m_show;
};

DocumentStore::DocumentStore(QObject* parent) : QObject(parent) {}
DocumentStore::~DocumentStore() = default;

Result<> DocumentStore::apply(const QString& name, const Result<Document>& next, const QString& mergeKey) {
    if (!next) {
        emit failed(next.error());
        return next.error();
    }
    const Document after = followClaims(m_document, *next);
    if (after == m_document)
        return {};
    m_undo.push(new SnapshotCommand(name, m_document, after, mergeKey, m_gesture,
                                    [this](const Document& document) { setDocument(document); }));
    return {};
}

void DocumentStore::endGesture() { ++m_gesture; }

void DocumentStore::reset(const Document& document) {
    m_undo.clear();
    setDocument(document);
}

void DocumentStore::setDocument(const Document& document) {
    const Document before = m_document;
    m_document = document;
    emit changed(before, m_document);
}

} // namespace assay
