// Catalogue rows of a project on the command line: a row that does not fit is refused at its place, compute and check
// go by what fits, and everything that a diff says of it.
#include "core/catalog/cell.h"
#include "core/catalog/check_row.h"
#include "core/document/edit.h"
#include "tests/app/program.h"

namespace assay::test {

namespace {

constexpr const char* chip = "gpus/h100_sxm5_80gb"; // the peak of a scenario of the sample stands on it by default

/// The shipped chip with another peak.
CatalogueRow chipOf(const std::string& peak) {
    std::vector<CatalogueCell> cells = copiedRow("gpus", *rowAt(chip, Catalogs())).cells;
    for (CatalogueCell& cell : cells)
        if (cell.column == "bf16_dense_tflops")
            cell.text = peak;
    return orderedRow("gpus", std::move(cells));
}

} // namespace

class TestOwnCatalogue : public Test {
    Q_OBJECT
private slots:
    void initTestCase() {
        QVERIFY(m_place.isReady());
        const Document shipped = openProject(m_place.small().toStdString()).value().document;
        const Document own = addCatalogueRow(shipped, chipOf("500")).value();
        QVERIFY(saveProject(own, path().toStdString(), {}));
    }
    void aRowThatDoesNotFitIsRefusedWithOneSentence() {
        const QString wrong = m_place.path(QStringLiteral("wrong.assay"));
        QVERIFY(writeBytes(wrong, bytesOf(path()).replace("\"bf16_dense_tflops\", \"text\": \"500\"",
                                                          "\"bf16_dense_tflops\", \"text\": \"lots\"")));
        const Ended ended = runAssay({QStringLiteral("check"), wrong});
        QCOMPARE(ended.status, 2);
        QVERIFY2(ended.err.contains("lots") && ended.err.contains("bf16_dense_tflops")
                     && ended.err.contains("wrong.assay:") && ended.err.count('\n') == 1,
                 ended.err.constData());
    }
    void checkSaysWhatIsCorrectedAndKeepsItsStatus() {
        const Ended before = runAssay({QStringLiteral("check"), m_place.small(), QStringLiteral("--json")});
        const Ended ended = runAssay({QStringLiteral("check"), path(), QStringLiteral("--json")});
        QCOMPARE(ended.status, before.status);
        QVERIFY2(ended.out.contains("corrects the shipped catalogue row gpus/h100_sxm5_80gb")
                     && ended.out.contains("bf16_dense_tflops is 500"),
                 ended.out.constData());
        QVERIFY(!before.out.contains("corrects the shipped"));
    }
    void listCountsTheProjectsRows() {
        const auto own = [](const QString& project) {
            const Ended ended =
                runAssay({QStringLiteral("list"), QStringLiteral("catalogues"), project, QStringLiteral("--json")});
            return objectWith(jsonOf(ended).value(QStringLiteral("catalogues")), QStringLiteral("id"),
                              QStringLiteral("gpus"))
                .value(QStringLiteral("own"))
                .toString();
        };
        QCOMPARE(own(path()), QStringLiteral("1"));
        QCOMPARE(own(m_place.small()), QStringLiteral("0"));
    }
    void computeGoesByTheRow() {
        const auto digest = [](const QString& project) {
            return jsonOf(runAssay({QStringLiteral("compute"), project, QStringLiteral("--json")}))
                .value(QStringLiteral("digest"))
                .toString();
        };
        QVERIFY(!digest(path()).isEmpty());
        const Ended differences = runAssay({QStringLiteral("diff"), m_place.small(), path()});
        QCOMPARE(differences.status, 1);
        QVERIFY2(differences.out.contains(chip), differences.out.constData());
        QVERIFY2(differences.out.contains("input peak"), differences.out.constData()); // what stands on it followed
        QVERIFY(digest(path()) != digest(m_place.small()));
    }

private:
    QString path() const { return m_place.path(QStringLiteral("own.assay")); }

    Workplace m_place;
};

const Registered<TestOwnCatalogue> registered("own_catalogue");

} // namespace assay::test

#include "tst_own_catalogue.moc"
