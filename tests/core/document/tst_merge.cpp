// Three-way merge: what both sides changed differently is listed and kept, everything else survives, and it does not
// matter who merges.
#include "core/catalog/check_row.h"
#include "core/document/merge.h"

#include "core/document/conflict.h"
#include "core/document/diff.h"
#include "core/document/edit.h"
#include "core/io/project_file.h"
#include "tests/core/documents.h"
#include "tests/test.h"

#include <random>

namespace assay::test {
namespace {

using Edit = std::function<void(Document&)>;

template <class T, class Change>
void editRow(Rows<T>& rows, std::size_t at, Change change) {
    T row = *rows.at(at);
    change(row);
    rows[at] = Row<T>(std::move(row));
}

Edit claimNote(std::size_t at, const std::string& note) {
    return [=](Document& d) { editRow(d.claims, at, [&](Claim& claim) { claim.note = note; }); };
}
Edit newClaim(const std::string& id, const std::string& mention, const std::string& statement) {
    return [=](Document& d) {
        Claim claim = *d.claims.back();
        claim.id = {id};
        claim.statement = statement;
        claim.mentions = {claim.mentions[0]};
        claim.mentions[0].id = {mention};
        d.claims.push_back(Row(claim));
    };
}
Edit newLink(const std::string& id, const std::string& from, const std::string& to) {
    return [=](Document& d) { d.links.push_back(Row(Link{.id = {id}, .from = {from}, .to = {to}})); };
}
Edit without(const std::string& claim) {
    return [=](Document& d) { d = removeClaims(d, {{claim}}).value(); };
}
Edit both(const Edit& a, const Edit& b) {
    return [=](Document& d) {
        a(d);
        b(d);
    };
}
Edit inputText(std::size_t scenario, std::size_t input, const std::string& text) {
    return [=](Document& d) { editRow(d.scenarios, scenario, [&](Scenario& s) { s.inputs.at(input).text = text; }); };
}
Edit modelInput(const std::string& id, int stream) {
    return [=](Document& d) {
        editRow(d.models, 0, [&](Model& m) {
            m.inputs.push_back(ModelInput{.id = {id}, .unit = "1", .defaultText = "1", .stream = stream});
        });
    };
}
/// A rate of the project's own for a day, or another number for it.
Edit wonOf(const std::string& number, const std::string& note) {
    return [=](Document& d) {
        CatalogueRow row =
            orderedRow("electricity",
                       {{"region", "kr"}, {"year", "2025"}, {"usd_per_kwh", number}, {"source", "s"}, {"note", note}});
        std::erase_if(d.catalogueRows, [&](const Row<CatalogueRow>& old) { return old->id == row.id; });
        d.catalogueRows.push_back(Row(std::move(row)));
    };
}
Edit watts(const std::string& number) {
    return [=](Document& d) { editRow(d.catalogueRows, 0, [&](CatalogueRow& row) { row.cells[4].text = number; }); };
}
Edit feedsOn(std::size_t scenario, const std::string& reference) {
    return [=](Document& d) {
        editRow(d.scenarios, scenario, [&](Scenario& s) {
            s.inputs = {ScenarioInput{{"share"}, "1", Basis{BasisKind::scenario, {}, reference, ""}}};
        });
    };
}

Document edited(Document document, const Edit& edit) {
    edit(document);
    return document;
}

/// "claim c1 note: a note / mine / yours"
QString line(const Conflict& conflict) {
    const ConflictTexts texts = conflictTexts(conflict);
    return QString::fromStdString(conflict.what + " " + conflict.row + " " + conflict.field + ": " + texts.base + " / "
                                  + texts.ours + " / " + texts.theirs);
}

/// Conflicts with their sides exchanged, by id.
Rows<Conflict> mirrored(Rows<Conflict> rows) {
    for (Row<Conflict>& row : rows) {
        Conflict conflict = *row;
        std::swap(conflict.ours, conflict.theirs);
        row = Row(conflict);
    }
    return rows;
}
Rows<Conflict> sorted(Rows<Conflict> rows) {
    std::sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a->id < b->id; });
    return rows;
}

QString checkedMerge(const Document& base, const Document& ours, const Document& theirs) {
    const Result<Merged> merged = merge(base, ours, theirs);
    if (!merged)
        return QString::fromStdString("refused: " + merged.error().place);
    if (!checkReferences(merged->document))
        return QStringLiteral("not sound");
    const Result<Document> again = readProject(writeProject(merged->document), "f");
    if (!again || !(*again == merged->document))
        return QStringLiteral("does not read back");
    Result<Merged> swapped = merge(base, theirs, ours);
    if (!swapped || sorted(mirrored(swapped->document.conflicts)) != sorted(merged->document.conflicts))
        return QStringLiteral("other conflicts when swapped");
    swapped->document.conflicts = merged->document.conflicts;
    if (!(swapped->document == merged->document))
        return QString::fromStdString("swapped differs: " + diff(merged->document, swapped->document).at(0).field);
    QStringList lines;
    for (const Conflict& conflict : merged->conflicts)
        lines += line(conflict);
    return lines.join(QLatin1Char('\n'));
}

/// One random edit, always to a sound document.
Document randomEdit(const Document& document, std::mt19937& random, int n) {
    const std::string number = std::to_string(n);
    const std::size_t claim = random() % document.claims.size();
    Document next = document;
    switch (random() % 9) {
    case 0: claimNote(claim, "note " + std::to_string(random() % 5))(next); break;
    case 1: newClaim("c" + number, "n" + number, "statement " + number)(next); break;
    case 2:
        if (next.claims.size() > 3)
            if (auto removed = removeClaims(next, {next.claims[claim]->id}))
                next = *removed;
        break;
    case 3: inputText(0, random() % 2, std::to_string(random() % 9 + 1))(next); break;
    case 4: next.project.title = "title " + std::to_string(random() % 3); break;
    case 5: newLink("k" + number, next.claims[claim]->id.value, next.claims[0]->id.value)(next); break;
    case 6: watts(std::to_string(random() % 4 + 1))(next); break;
    case 7: wonOf(std::to_string(random() % 4 + 1), "n" + std::to_string(random() % 2))(next); break;
    default: std::swap(next.claims[claim], next.claims[0]);
    }
    return checkReferences(next) ? next : document;
}

} // namespace

class TestMerge : public Test {
    Q_OBJECT
private slots:
    void aClaimThatBothDeletedIsLostToTheInputThatBothChanged() {
        const auto side = [](const char* text) {
            Document document = removeClaims(fullDocument(), {ClaimId{"c2"}}).value();
            inputText(0, 0, text)(document);
            return document;
        };
        const Result<Merged> merged = merge(fullDocument(), side("3M"), side("4M"));
        QVERIFY(merged);
        const ScenarioInput input = merged->document.scenarios[0]->inputs[0];
        QVERIFY(input.basis.claims.empty() && input.basis.terms.empty());
        QCOMPARE(input.basis.lost.back(), std::string("c2"));
        QVERIFY(checkReferences(merged->document));
    }
    void whatBothChangedIsAConflict_data() {
        QTest::addColumn<Edit>("ours");
        QTest::addColumn<Edit>("theirs");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* why, Edit ours, Edit theirs, const char* expected) {
            QTest::newRow(why) << std::move(ours) << std::move(theirs) << QString::fromUtf8(expected);
        };
        row("one note, two texts", claimNote(0, "mine"), claimNote(0, "yours"),
            "claim c1 note: a note\nof two lines / mine / yours");
        row(
            "the project's title", [](Document& d) { d.project.title = "A"; },
            [](Document& d) { d.project.title = "B"; }, "project a1b2c3 title: Checks / A / B");
        row("deleted here, changed there", without("c1"), claimNote(0, "yours"),
            "claim c1 : c1: The final run cost about $5.6 million. /  / c1: The final run cost about $5.6 million.");
        row("deleted here, named there", without("c1"), newLink("l9", "c2", "c1"),
            "claim c1 : c1: The final run cost about $5.6 million. /  / c1: The final run cost about $5.6 million.");
        row("one input, two values", inputText(0, 1, "3"), inputText(0, 1, "4"),
            "scenario as-disclosed input price: 2 (kind catalogue, reference gpus/h800_sxm5, note list) / "
            "3 (kind catalogue, reference gpus/h800_sxm5, note list) / "
            "4 (kind catalogue, reference gpus/h800_sxm5, note list)");
        row("one id for two claims", newClaim("c3", "m3", "A"), newClaim("c3", "m4", "B"),
            "claim c3 id:  / c3: A / c3-2: B");
        row("one cell, two numbers", watts("400"), watts("500"),
            "catalogue row gpus/my_chip cell tdp_w: 350 / 400 / 500");
        row("one row added twice, with two numbers", wonOf("0.1", "n"), wonOf("0.2", "n"),
            "catalogue row electricity/kr.2025 cell usd_per_kwh:  / 0.1 / 0.2");
        row(
            "a row deleted here, changed there", [](Document& d) { d.catalogueRows.erase(d.catalogueRows.begin()); },
            watts("400"),
            "catalogue row gpus/my_chip : gpus/my_chip: my_chip, My chip, Mine, 500, 350, a data sheet /  / "
            "gpus/my_chip: my_chip, My chip, Mine, 500, 400, a data sheet");
        row("scenarios that would feed each other", feedsOn(0, "second/cost"), feedsOn(1, "as-disclosed/cost"), "");
    }
    void whatBothChangedIsAConflict() {
        QFETCH(Edit, ours);
        QFETCH(Edit, theirs);
        QFETCH(QString, expected);
        Document base = fullDocument();
        if (expected.isEmpty())
            editRow(base.scenarios, 1, [](Scenario& s) { s.inputs.clear(); });
        const QString found = checkedMerge(base, edited(base, ours), edited(base, theirs));
        if (expected.isEmpty())
            QVERIFY2(found.startsWith(QStringLiteral("scenario ")), qPrintable(found));
        else
            QCOMPARE(found, expected);
    }
    void whatOnlyOneChangedIsTaken_data() {
        QTest::addColumn<Edit>("ours");
        QTest::addColumn<Edit>("theirs");
        const auto row = [](const char* why, Edit ours, Edit theirs) {
            QTest::newRow(why) << std::move(ours) << std::move(theirs);
        };
        row("notes of two claims", claimNote(0, "mine"), claimNote(1, "yours"));
        row("two fields of one claim", claimNote(0, "mine"),
            [](Document& d) { editRow(d.claims, 0, [](Claim& c) { c.scope = "yours"; }); });
        row("two inputs of one scenario", inputText(0, 0, "3M H800*h"), inputText(0, 1, "4"));
        row("a claim on each side", newClaim("c8", "m8", "A"), newClaim("c9", "m9", "B"));
        row("a claim and its deletion elsewhere", newClaim("c8", "m8", "A"), without("c1"));
        row("a catalogue row on each side", wonOf("0.1", ""), watts("400"));
        row("the same row on both sides", wonOf("0.1", "n"), wonOf("0.1", "n"));
        row("two cells of one row", watts("400"),
            [](Document& d) { editRow(d.catalogueRows, 0, [](CatalogueRow& r) { r.cells[5].text = "a letter"; }); });
        row("a link and a note", newLink("l8", "c1", "c2"), claimNote(1, "n"));
        row(
            "a new order and a note", [](Document& d) { std::swap(d.claims[0], d.claims[1]); }, claimNote(1, "n"));
    }
    void whatOnlyOneChangedIsTaken() {
        QFETCH(Edit, ours);
        QFETCH(Edit, theirs);
        const Document base = fullDocument();
        QCOMPARE(checkedMerge(base, edited(base, ours), edited(base, theirs)), QString());
        const Document merged = merge(base, edited(base, ours), edited(base, theirs)).value().document;
        const Document oneWay = edited(edited(base, ours), theirs), otherWay = edited(edited(base, theirs), ours);
        QVERIFY(merged == oneWay || merged == otherWay);
    }
    void sidesThatAreEqualMergeToTheOther() {
        std::mt19937 random(7);
        for (std::uint32_t seed = 1; seed <= 20; ++seed) {
            const Document base = randomDocument(seed, 10);
            Document changed = base;
            for (int n = 0; n < 20; ++n)
                changed = randomEdit(changed, random, 100 + n);
            const std::pair<const Document*, const Document*> sides[] = {
                {&changed, &changed}, {&changed, &base}, {&base, &changed}};
            for (const auto& [ours, theirs] : sides) {
                const Merged merged = merge(base, *ours, *theirs).value();
                QVERIFY(merged.conflicts.empty());
                QVERIFY(merged.document == changed);
                QCOMPARE(writeProject(merged.document), writeProject(changed));
            }
            QVERIFY(merge(base, base, base).value().document == base);
        }
    }
    void randomMergesAreSoundAndTheSameFromBothSides() {
        std::mt19937 random(11);
        int contested = 0;
        for (int round = 0; round < 150; ++round) {
            const Document base = randomDocument(std::uint32_t(round % 5 + 1), 6);
            Document ours = base, theirs = base;
            for (int n = 0; n < 6; ++n) {
                ours = randomEdit(ours, random, 100 + n); // the same ids on both sides: c100 ... c105
                theirs = randomEdit(theirs, random, 100 + n);
            }
            const QString found = checkedMerge(base, ours, theirs);
            QVERIFY2(found.isEmpty() || found.contains(QStringLiteral(": ")), qPrintable(found));
            QVERIFY2(!found.startsWith(QStringLiteral("swapped")) && !found.startsWith(QStringLiteral("refused")),
                     qPrintable(found));
            contested += found.isEmpty() ? 0 : 1;
            // Nothing is lost: every claim of a side is there, or the other side deleted it and this one left it alone.
            const Document merged = merge(base, ours, theirs).value().document;
            for (const auto& [mine, yours] : {std::pair(&ours, &theirs), std::pair(&theirs, &ours)})
                for (const Row<Claim>& claim : mine->claims) {
                    const bool deleted = find(base.claims, claim->id) && !find(yours->claims, claim->id);
                    QVERIFY(deleted || find(merged.claims, claim->id));
                }
        }
        QVERIFY(contested > 20);
    }
    void twoClaimsOfOneIdBothSurviveWithTheirLinks() {
        const Document base = fullDocument();
        const Document ours = edited(base, both(newClaim("c3", "m3", "A"), newLink("l3", "c3", "c1")));
        const Document theirs = edited(base, both(newClaim("c3", "m3", "B"), newLink("l4", "c3", "c2")));
        const Merged merged = merge(base, ours, theirs).value();
        QCOMPARE(merged.document.claims.size(), base.claims.size() + 2);
        const Link* mine = find(merged.document.links, LinkId{"l3"});
        const Link* yours = find(merged.document.links, LinkId{"l4"});
        QCOMPARE(find(merged.document.claims, mine->from)->statement, std::string("A"));
        QCOMPARE(find(merged.document.claims, yours->from)->statement, std::string("B"));
    }
    void aMentionIdGivenTwiceIsSettled() {
        const Document base = fullDocument();
        const Document ours = edited(base, newClaim("c8", "m9", "A")), theirs = edited(base, newClaim("c9", "m9", "B"));
        QCOMPARE(checkedMerge(base, ours, theirs), QString());
        QCOMPARE(merge(base, ours, theirs).value().settled.size(), std::size_t{1});
    }
    void aStreamGivenTwiceIsSettledByTheIds() {
        const Document base = fullDocument();
        const Document ours = edited(base, modelInput("zeta", 5)), theirs = edited(base, modelInput("alpha", 5));
        QCOMPARE(checkedMerge(base, ours, theirs), QString());
        const Merged merged = merge(base, ours, theirs).value();
        const Model& model = *merged.document.models[0];
        QCOMPARE(findInput(model, VariableId{"alpha"})->stream, 5);
        QCOMPARE(findInput(model, VariableId{"zeta"})->stream, 6);
        QCOMPARE(merged.settled.size(), std::size_t{1});
    }
    void anInputTakenOutHereAndSetThereStays() {
        const Document base = fullDocument();
        const Document ours = edited(base, [](Document& d) {
            editRow(d.models, 0, [](Model& m) {
                std::erase_if(m.inputs, [](const ModelInput& input) { return input.id.value == "gpu_hours"; });
                m.formulas[0].formula = "price * share";
            });
            editRow(d.scenarios, 0, [](Scenario& s) { s.inputs.erase(s.inputs.begin()); });
        });
        const QString found = checkedMerge(base, ours, edited(base, inputText(0, 0, "3M H800*h")));
        QVERIFY2(found.contains(QStringLiteral("model m1")), qPrintable(found));
    }
    void conflictsStayOpenUntilSettled() {
        const Document base = fullDocument();
        const Document first =
            merge(base, edited(base, claimNote(0, "mine")), edited(base, claimNote(0, "yours"))).value().document;
        QCOMPARE(first.conflicts.size(), std::size_t{1});
        const Document later = edited(first, claimNote(1, "more"));
        QCOMPARE(merge(first, later, first).value().document.conflicts, first.conflicts);
        const Document settled = dismissConflict(first, first.conflicts[0]->id).value();
        QVERIFY(merge(first, later, settled).value().document.conflicts.empty());
    }

    void takingASideSettles_data() {
        QTest::addColumn<Edit>("ours");
        QTest::addColumn<Edit>("theirs");
        QTest::newRow("a field") << claimNote(0, "mine") << claimNote(0, "");
        QTest::newRow("an input") << inputText(0, 1, "3") << inputText(0, 1, "4");
        QTest::newRow("a row deleted or changed") << without("c1") << claimNote(0, "yours");
        QTest::newRow("an input deleted or changed")
            << Edit([](Document& d) { editRow(d.scenarios, 0, [](Scenario& s) { s.inputs.pop_back(); }); })
            << inputText(0, 1, "4");
        QTest::newRow("the project's note")
            << Edit([](Document& d) { d.project.note = "A"; }) << Edit([](Document& d) { d.project.note = "B"; });
    }
    void takingASideSettles() {
        QFETCH(Edit, ours);
        QFETCH(Edit, theirs);
        Document base = fullDocument();
        base.links.clear(); // so that c1 may go
        base.overrides.clear();
        const Document mine = edited(base, ours), yours = edited(base, theirs);
        const Document merged = merge(base, mine, yours).value().document;
        QCOMPARE(merged.conflicts.size(), std::size_t{1});
        const ConflictId id = merged.conflicts[0]->id;
        const auto without = [](Document document) { // the order of rows is not in dispute
            std::sort(document.claims.begin(), document.claims.end(), [](auto& a, auto& b) { return a->id < b->id; });
            return document;
        };
        QVERIFY(without(takeSide(merged, id, MergeSide::ours).value()) == without(mine));
        QVERIFY(without(takeSide(merged, id, MergeSide::theirs).value()) == without(yours));
        QVERIFY(dismissConflict(merged, id).value().conflicts.empty());
        QCOMPARE(takeSide(merged, ConflictId{"x"}, MergeSide::ours).error().code, ErrorCode::idUnknown);
    }
    void aRowStillNamedIsNotTakenAway() {
        const Document base = fullDocument();
        const Document merged =
            merge(base, edited(base, without("c1")), edited(base, newLink("l9", "c2", "c1"))).value().document;
        QCOMPARE(takeSide(merged, merged.conflicts[0]->id, MergeSide::ours).error().code, ErrorCode::stillUsed);
        QVERIFY(takeSide(merged, merged.conflicts[0]->id, MergeSide::theirs));
    }
    void withoutAnAncestorEqualRowsAreOne() {
        Document none;
        none.project.id = fullDocument().project.id;
        const Document ours = edited(fullDocument(), claimNote(0, "mine"));
        const Merged merged = merge(none, ours, fullDocument()).value();
        QCOMPARE(merged.conflicts.size(), std::size_t{4}); // the claim, and the two links and the override that name it
        QCOMPARE(merged.document.claims.size(), fullDocument().claims.size() + 1);
    }
};

const Registered<TestMerge> registered("merge");

} // namespace assay::test

#include "tst_merge.moc"
