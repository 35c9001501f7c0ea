// The base of every test class: any Qt warning fails the test, and the class is found by its file's name.
#pragma once

#include <QtTest/QtTest>

#include <functional>
#include <map>
#include <memory>
#include <string>

namespace assay::test {

/// A QtTest class whose tests fail on any Qt warning.
class Test : public QObject {
    Q_OBJECT
protected slots: // not private: a test with its own init() calls this one
    // The offscreen platform's remark on windows with a least size is not about us.
    void init() {
        QTest::failOnWarning(
            QRegularExpression(QStringLiteral("^(?!This plugin does not support propagateSizeHints)")));
    }
};

using Factory = std::function<std::unique_ptr<QObject>()>;

/// Test classes by the NAME of their file tst_NAME.cpp.
std::map<std::string, Factory>& registry();

/// `const Registered<TestUnit> registered("unit");` in tst_unit.cpp makes `assay_core_tests unit` run it.
template <class T>
struct Registered {
    explicit Registered(const char* name) {
        registry()[name] = [] { return std::make_unique<T>(); };
    }
};

} // namespace assay::test
