// The JSON schema of the project file: the same keys as the program's own lists of fields, and every project fits it.
#include "core/document/fields.h"
#include "core/io/model_file.h"
#include "core/io/project_file.h"
#include "tests/core/documents.h"
#include "tests/paths.h"
#include "tests/test.h"

#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

namespace assay::test {
namespace {

QJsonObject readSchema() {
    QFile file(sourcePath(QStringLiteral("resources/schema/project.schema.json")));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

/// The part of JSON Schema that ours uses. Returns the first place that does not fit; empty: all does.
class SchemaCheck {
public:
    explicit SchemaCheck(const QJsonObject& schema) : m_schema(schema) {}

    QString fault(const QByteArray& bytes) const {
        return fault(QJsonDocument::fromJson(bytes).object(), m_schema, {});
    }

private:
    QString fault(const QJsonValue& value, const QJsonObject& schema, const QString& place) const {
        if (const QString ref = schema[u"$ref"].toString(); !ref.isEmpty())
            return fault(value, m_schema[u"$defs"][ref.section(QLatin1Char('/'), -1)].toObject(), place);
        if (schema.contains(u"const"))
            return value == schema[u"const"] ? QString() : place;
        if (schema.contains(u"enum"))
            return schema[u"enum"].toArray().contains(value) ? QString() : place;
        const QString type = schema[u"type"].toString();
        if (type == QStringLiteral("object"))
            return value.isObject() ? faultOfObject(value.toObject(), schema, place) : place;
        if (type == QStringLiteral("array"))
            return value.isArray() ? faultOfArray(value.toArray(), schema[u"items"].toObject(), place) : place;
        const QMap<QString, QJsonValue::Type> types{{QStringLiteral("string"), QJsonValue::String},
                                                    {QStringLiteral("boolean"), QJsonValue::Bool},
                                                    {QStringLiteral("number"), QJsonValue::Double},
                                                    {QStringLiteral("integer"), QJsonValue::Double}};
        return types.contains(type) && value.type() == types[type] ? QString() : place;
    }
    QString faultOfObject(const QJsonObject& object, const QJsonObject& schema, const QString& place) const {
        for (const QJsonValue& key : schema[u"required"].toArray())
            if (!object.contains(key.toString()))
                return place + QStringLiteral(": no ") + key.toString();
        const QJsonObject properties = schema[u"properties"].toObject();
        for (auto member = object.begin(); member != object.end(); ++member) {
            const QString inner = place + QLatin1Char('/') + member.key();
            if (!properties.contains(member.key()))
                return inner;
            if (const QString found = fault(member.value(), properties[member.key()].toObject(), inner);
                !found.isEmpty())
                return found;
        }
        return {};
    }
    QString faultOfArray(const QJsonArray& array, const QJsonObject& items, const QString& place) const {
        for (qsizetype i = 0; i < array.size(); ++i)
            if (const QString found = fault(array[i], items, place + QLatin1Char('/') + QString::number(i));
                !found.isEmpty())
                return found;
        return {};
    }

    QJsonObject m_schema;
};

/// Keys in the file's order, those that must be there with a star.
template <class T>
QStringList fieldKeys() {
    QStringList keys;
    forEachField<T>([&](const auto& field) {
        const QString key = QString::fromUtf8(field.key.data(), qsizetype(field.key.size()));
        keys += field.need == Need::required ? key + QLatin1Char('*') : key;
    });
    keys.sort();
    return keys;
}

QStringList schemaKeys(const QJsonObject& schema) {
    QStringList keys = schema[u"properties"].toObject().keys();
    for (const QJsonValue& required : schema[u"required"].toArray())
        keys[keys.indexOf(required.toString())] += QLatin1Char('*');
    keys.sort();
    return keys;
}

} // namespace

class TestProjectSchema : public Test {
    Q_OBJECT
private slots:
    void whatTheReaderRefusesDoesNotFit_data() {
        QTest::addColumn<QByteArray>("text");
        const QByteArray head("{\"format\": \"assay-project\", \"version\": \"1.0\", \"project\": {\"id\": \"p\"}");
        QTest::newRow("another format") << QByteArray("{\"format\": \"x\", \"version\": \"1.0\"}");
        QTest::newRow("no project") << QByteArray("{\"format\": \"assay-project\", \"version\": \"1.0\"}");
        QTest::newRow("unknown key") << head + ", \"claim\": []}";
        QTest::newRow("unknown key of a row") << head + ", \"speakers\": [{\"id\": \"s\", \"nick\": 1}]}";
        QTest::newRow("row without id") << head + ", \"speakers\": [{}]}";
        QTest::newRow("text where a list is due") << head + ", \"speakers\": \"s\"}";
        QTest::newRow("unknown word")
            << head + ", \"links\": [{\"id\": \"l\", \"from\": \"a\", \"to\": \"b\", \"type\": \"copies\"}]}";
    }
    void whatTheReaderRefusesDoesNotFit() {
        QFETCH(QByteArray, text);
        QVERIFY(!readProject(text.toStdString(), "f"));
        QVERIFY(!SchemaCheck(readSchema()).fault(text).isEmpty());
    }
    void projectsFit() {
        const SchemaCheck check(readSchema());
        const std::string_view sample = sampleProject();
        QCOMPARE(check.fault(QByteArray(sample.data(), qsizetype(sample.size()))), QString());
        for (const Document& document : {fullDocument(), randomDocument(3, 20), Document{}})
            QCOMPARE(check.fault(QByteArray::fromStdString(writeProject(document))), QString());
    }
    void theSchemaHasTheProgramsKeys() {
        const QJsonObject schema = readSchema();
        const QJsonObject defs = schema[u"$defs"].toObject();
        const auto keysOf = [&](const char* name) { return schemaKeys(defs[QLatin1String(name)].toObject()); };
        QCOMPARE(keysOf("Project"), fieldKeys<Project>());
        QCOMPARE(keysOf("ChartTitle"), fieldKeys<ChartTitle>());
        QCOMPARE(keysOf("Attribute"), fieldKeys<Attribute>());
        QCOMPARE(keysOf("Speaker"), fieldKeys<Speaker>());
        QCOMPARE(keysOf("TextRange"), fieldKeys<TextRange>());
        QCOMPARE(keysOf("Source"), fieldKeys<Source>());
        QCOMPARE(keysOf("TextRange"), fieldKeys<TextRange>());
        QCOMPARE(keysOf("Claim"), fieldKeys<Claim>());
        QCOMPARE(keysOf("Quantity"), fieldKeys<Quantity>());
        QCOMPARE(keysOf("Mention"), fieldKeys<Mention>());
        QCOMPARE(keysOf("Anchor"), fieldKeys<Anchor>());
        QCOMPARE(keysOf("Utterance"), fieldKeys<Utterance>());
        QCOMPARE(keysOf("Grade"), fieldKeys<Grade>());
        QCOMPARE(keysOf("GradeScale"), fieldKeys<GradeScale>());
        QCOMPARE(keysOf("OwnLinkType"), fieldKeys<OwnLinkType>());
        QCOMPARE(keysOf("Link"), fieldKeys<Link>());
        QCOMPARE(keysOf("CatalogueRow"), fieldKeys<CatalogueRow>());
        QCOMPARE(keysOf("CatalogueCell"), fieldKeys<CatalogueCell>());
        QCOMPARE(keysOf("Model"), fieldKeys<Model>());
        QCOMPARE(keysOf("ModelInput"), fieldKeys<ModelInput>());
        QCOMPARE(keysOf("Formula"), fieldKeys<Formula>());
        QCOMPARE(keysOf("Correlation"), fieldKeys<Correlation>());
        QCOMPARE(keysOf("Scenario"), fieldKeys<Scenario>());
        QCOMPARE(keysOf("ScenarioInput"), fieldKeys<ScenarioInput>());
        QCOMPARE(keysOf("Basis"), fieldKeys<Basis>());
        QCOMPARE(keysOf("BasisTerm"), fieldKeys<BasisTerm>());
        QCOMPARE(keysOf("RowVersion"), fieldKeys<RowVersion>());
        QCOMPARE(keysOf("Conflict"), fieldKeys<Conflict>());
        QCOMPARE(keysOf("Assertion"), fieldKeys<Assertion>());
        QCOMPARE(keysOf("Override"), fieldKeys<Override>());
        QCOMPARE(keysOf("Decision"), fieldKeys<Decision>());
        QCOMPARE(keysOf("TableView"), fieldKeys<TableView>());
        QCOMPARE(keysOf("ViewColumn"), fieldKeys<ViewColumn>());
        QCOMPARE(keysOf("ViewSort"), fieldKeys<ViewSort>());
        QCOMPARE(keysOf("OutputLink"), fieldKeys<OutputLink>());
        QCOMPARE(keysOf("Derivation"), fieldKeys<Derivation>());
        QCOMPARE(keysOf("Assumed"), fieldKeys<Assumed>());
        QStringList whole = schemaKeys(schema);
        whole.removeOne(QStringLiteral("format*"));
        whole.removeOne(QStringLiteral("version*"));
        QCOMPARE(whole, fieldKeys<Document>());
    }
};

const Registered<TestProjectSchema> registered("project_schema");

} // namespace assay::test

#include "tst_project_schema.moc"
