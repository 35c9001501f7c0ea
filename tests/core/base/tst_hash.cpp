// Hashes against published vectors.
#include "core/base/hash.h"
#include "tests/test.h"

namespace assay::test {

class TestHash : public Test {
    Q_OBJECT
private slots:
    void sha256MatchesPublishedVectors_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("expected");
        // FIPS 180-4 examples
        QTest::newRow("empty") << QByteArray()
                               << QByteArray("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        QTest::newRow("abc") << QByteArray("abc")
                             << QByteArray("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
    void sha256MatchesPublishedVectors() {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, expected);
        QCOMPARE(QByteArray::fromStdString(sha256Hex(bytes.toStdString())), expected);
    }
    void xxh3OfNothingIsTheReferenceValue() { // xxHash's own sanity test: XXH3-128 of an empty input, seed 0
        QCOMPARE(xxh3Hex({}), std::string("99aa06d3014798d86001c324468d497f"));
    }
};

const Registered<TestHash> registered("hash");

} // namespace assay::test

#include "tst_hash.moc"
