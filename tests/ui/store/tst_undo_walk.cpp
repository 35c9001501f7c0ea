// Undo and redo of everything: 1,000 random edits of every kind, back to the start and forward to the end, with equal
// documents on the way and equal bytes at both ends.
#include "core/catalog/cell.h"
#include "core/catalog/check_row.h"
#include "core/document/conflict.h"
#include "core/document/edit.h"
#include "core/document/merge.h"
#include "core/io/model_file.h"
#include "core/io/project_file.h"
#include "tests/test.h"
#include "ui/store/document_store.h"

#include <random>

namespace assay::test {

namespace {

/// Walks a store at random, always the same way for one seed.
class Walk {
public:
    Walk(DocumentStore& store, std::uint32_t seed) : m_store(store), m_random(seed) {}

    void step(int n) {
        m_number = std::to_string(n);
        switch (pick(10)) {
        case 0: changeNote(); break;
        case 1: addOne(); break;
        case 2: removeSome(); break;
        case 3: importSource(); break;
        case 4: dragSlider(); break;
        case 5: mergeSomebodys(); break;
        case 6: bindOne(); break;
        case 7: copyScenario(); break;
        case 8: changeCatalogue(); break;
        default: settleConflict();
        }
        m_store.endGesture();
    }

private:
    std::size_t pick(std::size_t count) { return m_random() % count; }
    const Document& now() const { return m_store.document(); }
    void apply(const Result<Document>& next, const QString& key = {}) {
        if (next) // what is refused is no step
            QVERIFY(m_store.apply(QStringLiteral("step"), next, key));
    }

    void changeNote() {
        Claim claim = *now().claims[pick(now().claims.size())];
        claim.note = m_number;
        apply(setClaim(now(), claim));
    }
    void addOne() {
        Claim claim = *now().claims[pick(now().claims.size())];
        claim.id = {freeClaimId(now())};
        for (Mention& mention : claim.mentions)
            mention.id = {"m-" + m_number + mention.id.value};
        apply(addClaim(now(), claim));
    }
    void removeSome() {
        std::vector<ClaimId> ids;
        for (std::size_t i = 0; i < 3; ++i)
            ids.push_back(now().claims[pick(now().claims.size())]->id);
        if (now().claims.size() > 10)
            apply(removeClaims(now(), ids));
    }
    void importSource() {
        Source source;
        source.id = {freeSourceId(now(), "Source " + m_number)};
        source.text = "Text " + m_number;
        apply(addSource(now(), source));
    }
    /// Many edits, one step.
    void dragSlider() {
        const Scenario& scenario = *now().scenarios[pick(now().scenarios.size())];
        const Model& model = *assay::find(now().models, scenario.model);
        ScenarioInput input = currentInput(now(), scenario.id, model.inputs[pick(model.inputs.size())].id).value();
        input.basis = {};
        const ScenarioId id = scenario.id;
        for (int i = 1; i <= 10; ++i) {
            input.text = std::to_string(i) + " % to " + std::to_string(i + 1 + pick(5)) + " %";
            Result<Document> next = setInput(now(), id, input);
            if (!next) {
                input.text = std::to_string(i);
                next = setInput(now(), id, input);
            }
            apply(next, QStringLiteral("slider"));
        }
    }
    void mergeSomebodys() {
        Document theirs = now();
        theirs.project.note = "theirs " + m_number;
        Document mine = now();
        mine.project.note = pick(2) == 0 ? "mine " + m_number : now().project.note;
        const Result<Merged> merged = merge(now(), mine, theirs);
        QVERIFY(merged);
        apply(merged->document);
    }
    void bindOne() {
        const Scenario& scenario = *now().scenarios[pick(now().scenarios.size())];
        const Model& model = *assay::find(now().models, scenario.model);
        apply(bindClaim(now(), scenario.id, model.inputs[pick(model.inputs.size())].id,
                        now().claims[pick(now().claims.size())]->id));
    }
    void copyScenario() {
        const ScenarioId id = now().scenarios[pick(now().scenarios.size())]->id;
        if (now().scenarios.size() > 12)
            apply(removeScenario(now(), id));
        else
            apply(duplicateScenario(now(), id, ScenarioId{freeScenarioId(now(), id.value)}, "Copy " + m_number));
    }
    /// A shipped chip, under which defaults stand, corrected, corrected anew, put back; or a chip more.
    void changeCatalogue() {
        const char* chips[] = {"gpus/h100_sxm5_80gb", "gpus/h800_sxm5_80gb", "gpus/h20"};
        std::vector<CatalogueCell> cells = copiedRow("gpus", *rowAt(chips[pick(3)], Catalogs())).cells;
        for (CatalogueCell& cell : cells)
            if (cell.column == "bf16_dense_tflops")
                cell.text = std::to_string(100 + pick(900));
        if (pick(3) == 0)
            cells.front().text = "chip_" + m_number;
        const CatalogueRow row = orderedRow("gpus", cells);
        if (assay::find(now().catalogueRows, row.id) == nullptr)
            apply(addCatalogueRow(now(), row));
        else if (pick(2) == 0)
            apply(setCatalogueRow(now(), row));
        else
            apply(removeCatalogueRow(now(), row.id));
    }
    void settleConflict() {
        if (!now().conflicts.empty())
            apply(takeSide(now(), now().conflicts[0]->id, pick(2) == 0 ? MergeSide::ours : MergeSide::theirs));
    }

    DocumentStore& m_store;
    std::mt19937 m_random;
    std::string m_number;
};

} // namespace

class TestUndoWalk : public Test {
    Q_OBJECT
private slots:
    void aThousandEditsGoBackAndForward() {
        DocumentStore store;
        store.reset(readProject(sampleProject(), "sample").value());
        const std::string first = writeProject(store.document());
        std::vector<Document> path{store.document()};
        Walk walk(store, 4);
        for (int n = 0; path.size() <= 1000; ++n) {
            QVERIFY(n < 5000);
            walk.step(n);
            if (QTest::currentTestFailed())
                return;
            while (path.size() <= std::size_t(store.undoStack().index()))
                path.push_back(store.document());
        }
        const std::string last = writeProject(store.document());
        QCOMPARE(store.undoStack().count(), int(path.size()) - 1);
        for (std::size_t i = path.size(); i-- > 1;) {
            QVERIFY2(store.document() == path[i], std::to_string(i).c_str());
            store.undoStack().undo();
        }
        QVERIFY(!store.isModified());
        QCOMPARE(writeProject(store.document()), first);
        for (std::size_t i = 1; i < path.size(); ++i) {
            store.undoStack().redo();
            QVERIFY2(store.document() == path[i], std::to_string(i).c_str());
        }
        QCOMPARE(writeProject(store.document()), last);
    }
};

const Registered<TestUndoWalk> registered("undo_walk");

} // namespace assay::test

#include "tst_undo_walk.moc"
