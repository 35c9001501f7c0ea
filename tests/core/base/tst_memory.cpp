// Blocks for columns: every byte can be written, whatever the size; too much is refused, not wrapped around.
#include "core/base/memory.h"
#include "tests/test.h"

#include <limits>
#include <new>

namespace assay::test {

class TestMemory : public Test {
    Q_OBJECT
private slots:
    void aBlockHoldsWhatWasAskedFor_data() {
        QTest::addColumn<std::size_t>("bytes");
        const std::size_t page = std::size_t{2} << 20;
        for (const std::size_t bytes : {std::size_t{1}, 2 * page - 1, 2 * page, 2 * page + 1, 5 * page - 8})
            QTest::addRow("%zu bytes", bytes) << bytes;
    }
    void aBlockHoldsWhatWasAskedFor() {
        QFETCH(std::size_t, bytes);
        auto* const block = static_cast<std::uint8_t*>(newBlock(bytes));
        QCOMPARE(reinterpret_cast<std::uintptr_t>(block) % alignof(double), std::uintptr_t{0});
        std::fill(block, block + bytes, std::uint8_t{7});
        QCOMPARE(int{block[bytes - 1]}, 7);
        freeBlock(block, bytes);
    }

    void tooMuchIsRefused() {
        QVERIFY_THROWS_EXCEPTION(std::bad_alloc, newBlock(std::numeric_limits<std::size_t>::max() / 2));
        QVERIFY_THROWS_EXCEPTION(std::bad_alloc, newBlock(std::numeric_limits<std::size_t>::max()));
    }

    void availableMemoryIsMoreThanNothing() { QVERIFY(availableMemory().value_or(1) > 0); }
};

const Registered<TestMemory> registered("memory");

} // namespace assay::test

#include "tst_memory.moc"
