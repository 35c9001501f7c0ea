// Help, new, sample, list, check, diff, import, export and extract as a user meets them: fields of the contract and
// files.
#include "app/commands.h"
#include "tests/app/program.h"
#include "tests/paths.h"

namespace assay::test {

namespace {

QString text(std::string_view word) { return QString::fromUtf8(word.data(), qsizetype(word.size())); }

} // namespace

class TestSubCommands : public Test {
    Q_OBJECT
private slots:
    void initTestCase() { QVERIFY(m_place.isReady()); }

    void everySubCommandExplainsItself_data() {
        QTest::addColumn<QString>("name");
        for (const Command& command : commands())
            QTest::newRow(qPrintable(text(command.name))) << text(command.name);
    }
    void everySubCommandExplainsItself() {
        QFETCH(QString, name);
        const Ended help = runAssay({name, QStringLiteral("--help")});
        QCOMPARE(help.status, 0);
        QVERIFY2(help.out.startsWith("assay " + name.toUtf8()) && help.err.isEmpty(), help.out.constData());
        for (const Option& option : findCommand(name.toStdString())->options)
            QVERIFY2(help.out.contains(QByteArray(option.name.data(), qsizetype(option.name.size()))),
                     help.out.constData());
        QCOMPARE(runAssay({name, QStringLiteral("--version")}).out, QByteArray("assay " ASSAY_VERSION "\n"));
        QVERIFY(runAssay({QStringLiteral("--help")}).out.contains("assay " + name.toUtf8()));
    }
    void programTellsItsVersion() {
        const Ended ended = runAssay({QStringLiteral("--version")});
        QCOMPARE(ended.out, QByteArray("assay " ASSAY_VERSION "\n"));
        QCOMPARE(ended.status, 0);
    }

    void newProjectIsEmptyAndPassesItsCheck() {
        const QString path = m_place.path(QStringLiteral("new.assay"));
        QCOMPARE(runAssay({QStringLiteral("new"), path}).status, 0);
        QVERIFY(bytesOf(path).startsWith("{\"format\": \"assay-project\", \"version\": \"1.0\",\n"));
        const Ended checked = runAssay({QStringLiteral("check"), path, QStringLiteral("--json")});
        QCOMPARE(checked.status, 0);
        QVERIFY(jsonOf(checked).value(QStringLiteral("findings")).toArray().isEmpty());
        const Ended computed = runAssay({QStringLiteral("compute"), path, QStringLiteral("--json")});
        QCOMPARE(computed.status, 0);
        QVERIFY(jsonOf(computed).value(QStringLiteral("scenarios")).isArray());
    }
    void forceReplacesAndKeepsTheOldOne() {
        const QString path = m_place.path(QStringLiteral("forced.assay"));
        QVERIFY(writeBytes(path, "precious"));
        QCOMPARE(runAssay({QStringLiteral("sample"), path, QStringLiteral("--force")}).status, 0);
        QCOMPARE(bytesOf(path), bytesOf(m_place.sample()));
        QCOMPARE(bytesOf(path + QStringLiteral(".bak")), QByteArray("precious"));
    }
    void sampleIsTheOneInTheRepository() {
        QCOMPARE(bytesOf(m_place.sample()), bytesOf(sourcePath(QStringLiteral("resources/samples/deepseek.assay"))));
    }

    void listHasTheFixedIds_data() {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("ids");
        QTest::addColumn<QString>("fields");
        QTest::newRow("models") << QStringLiteral("models")
                                << QStringLiteral("training-compute gpu-hours cost-range singapore-share")
                                << QStringLiteral("id title");
        QTest::newRow("inputs") << QStringLiteral("inputs") << QStringLiteral("price revenue")
                                << QStringLiteral("id unit default");
        QTest::newRow("outputs")
            << QStringLiteral("outputs")
            << QStringLiteral("gpu_hours implied_utilisation rental_cost amortised_cost programme_cost diverted_gpus")
            << QStringLiteral("id unit");
        QTest::newRow("charts") << QStringLiteral("charts")
                                << QStringLiteral(
                                       "cost-by-scenario gpu-hours tornado singapore-heat-map claims-over-time "
                                       "scenario-difference singapore-quarters claims-left-out provenance")
                                << QStringLiteral("id title");
        QTest::newRow("scenarios")
            << QStringLiteral("scenarios")
            << QStringLiteral(
                   "as-disclosed from-compute owned-cluster fifty-thousand-h100 singapore-january-2025 singapore-later-filings")
            << QStringLiteral("id title");
        QTest::newRow("units") << QStringLiteral("units") << QStringLiteral("USD KRW GPU token FLOP h W % H800 A100")
                               << QStringLiteral("id");
        QTest::newRow("importers") << QStringLiteral("importers") << QStringLiteral("text markdown html pdf")
                                   << QStringLiteral("id");
        QTest::newRow("exporters") << QStringLiteral("exporters") << QStringLiteral("csv json") << QStringLiteral("id");
        QTest::newRow("catalogues") << QStringLiteral("catalogues")
                                    << QStringLiteral(
                                           "api-prices constants electricity equivalents export-rules "
                                           "export-status fleets fx gpus market prices revenue runs utilisation")
                                    << QStringLiteral("id title vintage rows verified");
    }
    void listHasTheFixedIds() {
        QFETCH(QString, kind);
        QFETCH(QString, ids);
        QFETCH(QString, fields);
        const Ended ended = runAssay({QStringLiteral("list"), kind, m_place.sample(), QStringLiteral("--json")});
        QVERIFY2(ended.status == 0, ended.err.constData());
        const QJsonValue rows = jsonOf(ended).value(kind);
        for (const QString& id : ids.split(u' ')) {
            const QJsonObject row = objectWith(rows, QStringLiteral("id"), id);
            QVERIFY2(!row.isEmpty(), qPrintable(id));
            for (const QString& field : fields.split(u' '))
                QVERIFY2(!row.value(field).toString().isEmpty(), qPrintable(id + QStringLiteral(" has no ") + field));
        }
        QVERIFY(
            runAssay({QStringLiteral("list"), kind, m_place.sample()}).out.contains(ids.split(u' ').first().toUtf8()));
    }
    void listOfInputsCanBeOneModels() {
        const Ended ended = runAssay({QStringLiteral("list"), QStringLiteral("inputs"), QStringLiteral("--model"),
                                      QStringLiteral("singapore-share"), QStringLiteral("--json")});
        const QJsonValue rows = jsonOf(ended).value(QStringLiteral("inputs"));
        QVERIFY(!objectWith(rows, QStringLiteral("id"), QStringLiteral("revenue")).isEmpty());
        QVERIFY(objectWith(rows, QStringLiteral("id"), QStringLiteral("price")).isEmpty());
    }

    void checkNamesKindVerdictClaimsAndReason() {
        const Ended ended = runAssay({QStringLiteral("check"), m_place.sample(), QStringLiteral("--json")});
        const QJsonArray findings = jsonOf(ended).value(QStringLiteral("findings")).toArray();
        QVERIFY(!findings.isEmpty());
        bool isWrong = false;
        for (const QJsonValue& value : findings) {
            const QJsonObject finding = value.toObject();
            const QString verdict = finding.value(QStringLiteral("verdict")).toString();
            for (const char* field : {"id", "kind", "reason", "status"})
                QVERIFY2(!finding.value(QLatin1String(field)).toString().isEmpty(), field);
            QVERIFY(finding.value(QStringLiteral("claims")).isArray());
            isWrong = isWrong || verdict == QStringLiteral("error") || verdict == QStringLiteral("conflict");
        }
        QCOMPARE(ended.status, isWrong ? 1 : 0);
    }

    void differenceIsStatus1AndListed() {
        const QString other = m_place.path(QStringLiteral("other.assay"));
        QVERIFY(writeBytes(other, bytesOf(m_place.sample()).replace("2.788M H800*h", "2.664M H800*h")));
        const Ended same =
            runAssay({QStringLiteral("diff"), m_place.sample(), m_place.sample(), QStringLiteral("--json")});
        QCOMPARE(same.status, 0);
        QVERIFY(jsonOf(same).value(QStringLiteral("changes")).toArray().isEmpty());
        const Ended changed = runAssay({QStringLiteral("diff"), m_place.sample(), other, QStringLiteral("--json")});
        QCOMPARE(changed.status, 1);
        const QJsonObject change = objectWith(jsonOf(changed).value(QStringLiteral("changes")), QStringLiteral("id"),
                                              QStringLiteral("as-disclosed"));
        QCOMPARE(change.value(QStringLiteral("kind")).toString(), QStringLiteral("changed"));
        QCOMPARE(change.value(QStringLiteral("what")).toString(), QStringLiteral("scenario"));
        QVERIFY(change.value(QStringLiteral("before")).toString().contains(QStringLiteral("2.788M")));
        QVERIFY(change.value(QStringLiteral("after")).toString().contains(QStringLiteral("2.664M")));
    }

    void importAddsAllFilesOrNone() {
        const QString project = m_place.path(QStringLiteral("import.assay"));
        QCOMPARE(runAssay({QStringLiteral("new"), project}).status, 0);
        QVERIFY(writeBytes(m_place.path(QStringLiteral("note.txt")), "They said it cost $5.6 million.\n"));
        QVERIFY(writeBytes(
            m_place.path(QStringLiteral("page.html")),
            "<html><head><title>Page &amp; title</title><script>x()</script></head><body><p>About 20%</p></body></html>"));
        const QByteArray before = bytesOf(project);
        QCOMPARE(runAssay({QStringLiteral("import"), project, m_place.path(QStringLiteral("note.txt")),
                           m_place.path(QStringLiteral("none.txt"))})
                     .status,
                 3);
        QCOMPARE(bytesOf(project), before);
        const Ended ended = runAssay({QStringLiteral("import"), project, m_place.path(QStringLiteral("note.txt")),
                                      m_place.path(QStringLiteral("page.html"))});
        QVERIFY2(ended.status == 0, ended.err.constData());
        const QByteArray after = bytesOf(project);
        QVERIFY(after.contains("They said it cost $5.6 million.") && after.contains("About 20%")
                && !after.contains("x()"));
        QCOMPARE(bytesOf(project + QStringLiteral(".bak")), before);
        QCOMPARE(runAssay({QStringLiteral("diff"), project + QStringLiteral(".bak"), project}).status, 1);
    }
    void importIntoANewProjectLeavesTheOldOne() {
        const QString out = m_place.path(QStringLiteral("imported.assay"));
        QVERIFY(writeBytes(m_place.path(QStringLiteral("more.md")), "# More\n\nSome 2,048 H800 GPUs.\n"));
        const QByteArray before = bytesOf(m_place.sample());
        const Ended ended = runAssay({QStringLiteral("import"), m_place.sample(),
                                      m_place.path(QStringLiteral("more.md")), QStringLiteral("--out"), out});
        QVERIFY2(ended.status == 0, ended.err.constData());
        QCOMPARE(bytesOf(m_place.sample()), before);
        QVERIFY(bytesOf(out).contains("2,048 H800 GPUs"));
    }

    void exportWritesEveryFormat_data() {
        QTest::addColumn<QString>("format");
        const Ended ended = runAssay({QStringLiteral("list"), QStringLiteral("exporters"), QStringLiteral("--json")});
        for (const QJsonValue& row : jsonOf(ended).value(QStringLiteral("exporters")).toArray())
            QTest::newRow(qPrintable(row.toObject().value(QStringLiteral("id")).toString()))
                << row.toObject().value(QStringLiteral("id")).toString();
    }
    void exportWritesEveryFormat() {
        QFETCH(QString, format);
        const QString out = m_place.path(QStringLiteral("export.") + format);
        const Ended ended = runAssay({QStringLiteral("export"), m_place.sample(), QStringLiteral("--format"), format,
                                      QStringLiteral("--out"), out});
        QVERIFY2(ended.status == 0, ended.err.constData());
        QVERIFY(bytesOf(out).size() > 1000);
    }

    void anchorFindsQuotesAgain() {
        const QByteArray lines =
            "{\"id\": 1, \"quote\": \"50,000 H100s\", \"prefix\": \"has \", \"suffix\": \" or so\", \"start\": 4, "
            "\"end\": 16, \"text\": \"It has 10,000 H100s or so\"}\n"
            "{\"id\": \"b\", \"quote\": \"or so\", \"text\": \"x or so\"}\n"
            "{\"id\": null, \"quote\": \"gone\", \"prefix\": null, \"text\": \"x\"}\n";
        const Ended ended = runAssay({QStringLiteral("anchor"), QStringLiteral("--jsonl")}, lines);
        QCOMPARE(ended.status, 0);
        const QList<QByteArray> out = ended.out.split('\n');
        QCOMPARE(out.size(), 4);
        const QJsonObject first = QJsonDocument::fromJson(out[0]).object();
        QCOMPARE(first[QLatin1String("id")].toInt(), 1);
        QCOMPARE(first[QLatin1String("state")].toString(), QStringLiteral("number-changed"));
        QCOMPARE(first[QLatin1String("start")].toInt(), 7);
        QCOMPARE(first[QLatin1String("end")].toInt(), 19);
        QCOMPARE(first[QLatin1String("was")].toString(), QStringLiteral("50,000 H100s"));
        QCOMPARE(first[QLatin1String("now")].toString(), QStringLiteral("10,000 H100s"));
        QVERIFY(first[QLatin1String("score")].toDouble() > 0.65);
        const QJsonObject second = QJsonDocument::fromJson(out[1]).object();
        QCOMPARE(second[QLatin1String("state")].toString(), QStringLiteral("moved"));
        QVERIFY(second[QLatin1String("was")].isNull());
        const QJsonObject third = QJsonDocument::fromJson(out[2]).object();
        QCOMPARE(third[QLatin1String("state")].toString(), QStringLiteral("orphan"));
        QVERIFY(third[QLatin1String("start")].isNull());
    }
    void anchorSaysWhichLineIsWrong_data() {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("named");
        QTest::newRow("no quote") << QByteArray("{\"text\": \"x\"}") << QStringLiteral("quote");
        QTest::newRow("no text") << QByteArray("{\"quote\": \"x\"}") << QStringLiteral("text");
        QTest::newRow("a negative place")
            << QByteArray("{\"quote\": \"x\", \"text\": \"x\", \"start\": -1}") << QStringLiteral("start");
        QTest::newRow("no object") << QByteArray("[1]") << QStringLiteral("object");
    }
    void anchorSaysWhichLineIsWrong() {
        QFETCH(QByteArray, line);
        QFETCH(QString, named);
        const Ended ended = runAssay({QStringLiteral("anchor"), QStringLiteral("-"), QStringLiteral("--jsonl")},
                                     "{\"quote\": \"a\", \"text\": \"a\"}\n" + line + "\n");
        QCOMPARE(ended.status, 2);
        QVERIFY(ended.out.isEmpty());
        QVERIFY2(ended.err.contains("standard input:2") && ended.err.contains(named.toUtf8()), ended.err);
    }
    void extractFindsQuantitiesWithTheirPlaces() {
        const Ended ended = runAssay({QStringLiteral("extract"), QStringLiteral("-"), QStringLiteral("--json")},
                                     "汉: it cost $5.6 million.");
        QVERIFY2(ended.status == 0, ended.err.constData());
        const QJsonObject found = jsonOf(ended).value(QStringLiteral("quantities")).toArray().at(0).toObject();
        QCOMPARE(found.value(QStringLiteral("value")).toDouble(), 5.6e6);
        QCOMPARE(found.value(QStringLiteral("unit")).toString(), QStringLiteral("USD"));
        QCOMPARE(found.value(QStringLiteral("bound")).toString(), QStringLiteral("="));
        QCOMPARE(found.value(QStringLiteral("start")).toInt(), 11);
        QCOMPARE(found.value(QStringLiteral("text")).toString(), QStringLiteral("$5.6 million"));
    }
    void extractReadsLines() {
        const QByteArray lines =
            "{\"id\": \"a\", \"text\": \"about 20%\", \"language\": \"en\"}\n\n{\"id\": \"b\", \"text\": \"nothing here\"}\n";
        const Ended ended = runAssay({QStringLiteral("extract"), QStringLiteral("--jsonl")}, lines);
        QVERIFY2(ended.status == 0, ended.err.constData());
        const QList<QByteArray> out = ended.out.trimmed().split('\n');
        QCOMPARE(out.size(), 2);
        const QJsonObject first = QJsonDocument::fromJson(out[0]).object();
        QCOMPARE(first.value(QStringLiteral("id")).toString(), QStringLiteral("a"));
        QCOMPARE(first.value(QStringLiteral("quantities"))
                     .toArray()
                     .at(0)
                     .toObject()
                     .value(QStringLiteral("bound"))
                     .toString(),
                 QStringLiteral("~"));
        QVERIFY(QJsonDocument::fromJson(out[1]).object().value(QStringLiteral("quantities")).toArray().isEmpty());
    }
    void brokenLineIsNamedByItsNumber() {
        const Ended ended =
            runAssay({QStringLiteral("extract"), QStringLiteral("--jsonl")}, "{\"text\": \"ok\"}\n{\"text\": \n");
        QCOMPARE(ended.status, 2);
        QVERIFY2(ended.err.contains("standard input:2"), ended.err.constData());
    }

private:
    Workplace m_place;
};

const Registered<TestSubCommands> registered("sub_commands");

} // namespace assay::test

#include "tst_sub_commands.moc"
