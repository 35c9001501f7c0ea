// DocumentStore: the one current document, its undo stack and its file. Every edit goes through apply(); views learn
// what changed from changed(before, after).
#pragma once

#include "core/base/result.h"
#include "core/document/document.h"

#include <QtCore/QObject>
#include <QtGui/QUndoStack>

#include <filesystem>
#include <string>

namespace assay {

class DocumentStore : public QObject {
    Q_OBJECT
public:
    explicit DocumentStore(QObject* parent = nullptr);
    ~DocumentStore() override;

    const Document& document() const { return m_document; }
    QUndoStack& undoStack() { return m_undo; }
    bool isModified() const { return !m_undo.isClean(); }

    /// One undo step named `name`, inputs that follow their claims included; equal documents make none. Successive
    /// edits with the same non-empty mergeKey within one gesture become one step; endGesture() closes it. Returns the
    /// edit's error, the document untouched.
    Result<> apply(const QString& name, const Result<Document>& next, const QString& mergeKey = {});
    void endGesture();

    /// Replaces everything (open, new): clears the undo stack.
    void reset(const Document& document);

signals:
    void changed(const assay::Document& before, const assay::Document& after);
    void failed(const assay::Error& error); ///< apply() was given an error

private:
    void setDocument(const Document& document);

    Document m_document;
    QUndoStack m_undo;
    int m_gesture = 0;
};

} // namespace assay
