// The store and its one command: undo and redo are exact, gestures are one step, errors change nothing.
#include "core/document/edit.h"
#include "tests/test.h"
#include "tests/ui/fixture.h"
#include "ui/store/document_store.h"

#include <random>

namespace assay::test {

namespace {

Document titled(Document document, const std::string& title) {
    document.project.title = title;
    return document;
}

} // namespace

class TestDocumentStore : public Test {
    Q_OBJECT
private slots:
    void anErrorLeavesEverythingAsItWas() {
        DocumentStore store;
        store.reset(smallDocument());
        QSignalSpy failed(&store, &DocumentStore::failed);
        QVERIFY(!store.apply(QStringLiteral("delete"), removeClaims(store.document(), {{"nobody"}})));
        QCOMPARE(failed.size(), 1);
        QCOMPARE(store.document(), smallDocument());
        QVERIFY(!store.isModified());
    }
    void anEditThatChangesNothingIsNoStep() {
        DocumentStore store;
        store.reset(smallDocument());
        QVERIFY(store.apply(QStringLiteral("nothing"), Result<Document>(store.document())));
        QCOMPARE(store.undoStack().count(), 0);
    }
    void oneGestureIsOneStep() {
        DocumentStore store;
        for (const char* title : {"a", "b", "c"})
            QVERIFY(store.apply(QStringLiteral("drag"), titled(store.document(), title), QStringLiteral("key")));
        QCOMPARE(store.undoStack().count(), 1);
        store.endGesture();
        QVERIFY(store.apply(QStringLiteral("drag"), titled(store.document(), "d"), QStringLiteral("key")));
        QCOMPARE(store.undoStack().count(), 2);
        store.undoStack().undo();
        QCOMPARE(store.document().project.title, std::string("c"));
    }
    void aGestureThatEndsWhereItBeganIsNoStep() {
        DocumentStore store;
        store.reset(titled({}, "start"));
        for (const char* title : {"a", "b", "start"})
            QVERIFY(store.apply(QStringLiteral("drag"), titled(store.document(), title), QStringLiteral("key")));
        QCOMPARE(store.undoStack().count(), 0);
        QVERIFY(!store.isModified());
    }
    void undoAllAndRedoAllMeetTheSameDocuments() {
        DocumentStore store;
        store.reset(smallDocument());
        std::mt19937 random(7); // fixed seed: the same walk every time
        std::vector<Document> path{store.document()};
        for (int i = 0; i < 300; ++i) {
            const Document& now = store.document();
            const auto pick = random() % 3;
            const Claim& some = *now.claims[random() % now.claims.size()];
            Claim changed = some;
            changed.note = std::to_string(i);
            if (pick == 1 && now.claims.size() > 2) {
                QVERIFY(store.apply(QStringLiteral("remove"), removeClaims(now, {some.id})));
            } else if (pick == 2) {
                changed.id = {freeClaimId(now)};
                changed.mentions.front().id = {freeMentionId(now)};
                QVERIFY(store.apply(QStringLiteral("add"), addClaim(now, changed)));
            } else {
                QVERIFY(store.apply(QStringLiteral("note"), setClaim(now, changed)));
            }
            path.push_back(store.document());
        }
        for (std::size_t i = path.size(); i-- > 1;) {
            QCOMPARE(store.document(), path[i]);
            store.undoStack().undo();
        }
        QCOMPARE(store.document(), path.front());
        QVERIFY(!store.isModified());
        for (std::size_t i = 1; i < path.size(); ++i)
            store.undoStack().redo();
        QCOMPARE(store.document(), path.back());
    }
};

const Registered<TestDocumentStore> registered("document_store");

} // namespace assay::test

#include "tst_document_store.moc"
