// WordingsView: how each mention of one claim says it, the first as it stands, the others with what differs from it.
#pragma once

#include "core/document/related_mentions.h"

#include <QtWidgets/QPlainTextEdit>

namespace assay {

class WordingsView : public QPlainTextEdit {
    Q_OBJECT
public:
    explicit WordingsView(QWidget* parent = nullptr);

    void show(const Document& document, const std::vector<Wording>& wordings);

protected:
    void changeEvent(QEvent* event) override;

private:
    void write();

    struct Line {
        QString place; ///< title of the source, date
        bool isQuotation = false;
        std::string words;
    };
    std::vector<Line> m_lines;
};

} // namespace assay
