// Edits of the saved views of the claims table: a title names one view.
#include "core/document/edit.h"
#include "core/document/edit_rows.h"

#include <algorithm>

namespace assay {
namespace {

const TableView* viewTitled(const Document& document, std::string_view title) {
    const auto found = std::find_if(document.views.begin(), document.views.end(),
                                    [&](const Row<TableView>& row) { return row->title == title; });
    return found == document.views.end() ? nullptr : &**found;
}

} // namespace

Result<Document> saveView(const Document& document, TableView view) {
    if (view.title.empty())
        return Error(ErrorCode::nameEmpty, {}, {"view"});
    if (const TableView* old = viewTitled(document, view.title)) {
        view.id = old->id;
        view.extra = old->extra;
        return setRow(document, &Document::views, "view", std::move(view));
    }
    view.id = ViewId{freeViewId(document, view.title)};
    return addRow(document, &Document::views, "view", std::move(view));
}

Result<Document> renameView(const Document& document, const ViewId& id, std::string title) {
    const TableView* old = find(document.views, id);
    if (old == nullptr)
        return Error(ErrorCode::idUnknown, id.value, {"view", id.value});
    if (title.empty())
        return Error(ErrorCode::nameEmpty, id.value, {"view"});
    if (const TableView* other = viewTitled(document, title); other != nullptr && other != old)
        return Error(ErrorCode::idTaken, id.value, {"view", title});
    TableView view = *old;
    view.title = std::move(title);
    return setRow(document, &Document::views, "view", std::move(view));
}

Result<Document> removeView(const Document& document, const ViewId& id) {
    return removeRow(document, &Document::views, "view", id);
}

} // namespace assay
