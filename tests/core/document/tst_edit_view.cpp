// Saved views of the claims table: edits, the file, comparison and merge.
#include "core/document/diff.h"
#include "core/document/edit.h"
#include "core/document/merge.h"
#include "core/io/project_file.h"

#include "tests/core/documents.h"
#include "tests/test.h"

#include <algorithm>

namespace assay::test {

namespace {

TableView view(const char* title, const char* filter = "") {
    return TableView{.title = title, .columns = {{"subject", 120}}, .filter = filter};
}

} // namespace

class TestEditView : public Test {
    Q_OBJECT
private slots:
    void whatHasNoNameOrAnothersIsRefused() {
        const Document document = saveView(saveView(newDocument("p"), view("One")).value(), view("Two")).value();
        QCOMPARE(saveView(document, view("")).error().code, ErrorCode::nameEmpty);
        QCOMPARE(renameView(document, ViewId{"one"}, "").error().code, ErrorCode::nameEmpty);
        QCOMPARE(renameView(document, ViewId{"one"}, "Two").error().code, ErrorCode::idTaken);
        QCOMPARE(renameView(document, ViewId{"none"}, "Three").error().code, ErrorCode::idUnknown);
        QCOMPARE(removeView(document, ViewId{"none"}).error().code, ErrorCode::idUnknown);
    }
    void aSecondViewOfOneTitleReplacesTheFirst() {
        const Document document =
            saveView(saveView(newDocument("p"), view("One", "a")).value(), view("One", "b")).value();
        QCOMPARE(document.views.size(), std::size_t(1));
        QCOMPARE(document.views[0]->id.value, std::string("one"));
        QCOMPARE(document.views[0]->filter, std::string("b"));
    }
    void aRenamedViewKeepsItsIdAndARemovedOneIsGone() {
        const Document document = saveView(newDocument("p"), view("One")).value();
        const Document renamed = renameView(document, ViewId{"one"}, "Uno").value();
        QCOMPARE(renamed.views[0]->id.value, std::string("one"));
        QCOMPARE(renamed.views[0]->title, std::string("Uno"));
        QVERIFY(removeView(renamed, ViewId{"one"}).value().views.empty());
    }
    void anIdGivenTwiceIsFound() {
        Document document = fullDocument();
        document.views.push_back(document.views.front());
        QCOMPARE(checkReferences(document).error().code, ErrorCode::idTaken);
    }
    void theFileKeepsViewsAndColumnsThatAreNotKnown() {
        Document document = fullDocument();
        TableView odd = view("Odd");
        odd.columns.push_back({"of-a-later-program", 7});
        document = saveView(document, odd).value();
        QCOMPARE(readProject(writeProject(document), "f").value(), document);
    }
    void comparisonNamesTheView() {
        const Document document = fullDocument();
        TableView changed = *document.views[0];
        changed.filter = "grade:A";
        const auto changes = diff(document, saveView(document, changed).value());
        QCOMPARE(changes.size(), std::size_t(1));
        QCOMPARE(changes[0].what, std::string("view"));
        QCOMPARE(changes[0].field, std::string("filter"));
        QCOMPARE(changes[0].after, std::string("grade:A"));
    }
    void mergeTakesBothAndSaysWhatDoesNotGoTogether() {
        const Document base = fullDocument();
        TableView mine = *base.views[0], yours = *base.views[0];
        mine.filter = "grade:A";
        yours.filter = "grade:B";
        const Merged merged =
            merge(base, saveView(saveView(base, mine).value(), view("Mine")).value(), saveView(base, yours).value())
                .value();
        QCOMPARE(merged.document.views.size(), std::size_t(2));
        QCOMPARE(merged.conflicts.size(), std::size_t(1));
        QCOMPARE(merged.conflicts[0].id.value, std::string("view/costs/filter"));
        QCOMPARE(merged.conflicts[0].ours.view->filter, std::string("grade:A"));
    }
    void manyClaimsAreSetAtOnceOrNoneIs() {
        const Document document = randomDocument(1, 50);
        std::vector<Claim> claims;
        for (const Row<Claim>& row : document.claims)
            claims.push_back(*row);
        claims[3].scope = "another";
        const Document next = setClaims(document, claims).value();
        QCOMPARE(next.claims[3]->scope, std::string("another"));
        QVERIFY(next.claims[4].sameObject(document.claims[4])); // what did not change is the same row

        claims[5].attribute = AttributeId{"nowhere"};
        QCOMPARE(setClaims(document, claims).error().code, ErrorCode::idDangling);
        claims[5] = *document.claims[5];
        claims[5].id = ClaimId{"nobody"};
        QCOMPARE(setClaims(document, claims).error().code, ErrorCode::idUnknown);
    }
};

const Registered<TestEditView> registered("edit_view");

} // namespace assay::test

#include "tst_edit_view.moc"
