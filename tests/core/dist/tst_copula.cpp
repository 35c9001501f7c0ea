// Correlations: what cannot be had is replaced by the nearest that can, and the change told; what can be had stays.
#include "core/dist/copula.h"
#include "core/dist/nearest_correlation.h"
#include "tests/test.h"

#include <cmath>

namespace assay::test {

namespace {

using Matrix = std::vector<double>;

std::size_t sizeOf(const Matrix& m) { return static_cast<std::size_t>(std::lround(std::sqrt(double(m.size())))); }

/// All pairs the same.
Matrix uniformly(std::size_t size, double rank) {
    Matrix m(size * size, rank);
    for (std::size_t i = 0; i < size; ++i)
        m[i * size + i] = 1;
    return m;
}

/// Correlations that only repeat themselves and do not agree: from the sequence of fractions of i * j * sqrt(2).
Matrix disagreeing(std::size_t size) {
    Matrix m = uniformly(size, 0);
    for (std::size_t i = 0; i < size; ++i)
        for (std::size_t j = 0; j < i; ++j) {
            const double x = static_cast<double>((i + 3) * (j + 7)) * std::sqrt(2.0);
            m[i * size + j] = m[j * size + i] = 1.8 * (x - std::floor(x)) - 0.9;
        }
    return m;
}

double distance(const Matrix& a, const Matrix& b) {
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        sum += (a[i] - b[i]) * (a[i] - b[i]);
    return std::sqrt(sum);
}

/// Whether a Cholesky factor exists when the off-diagonal is drawn in a little.
bool isPositive(const Matrix& m) {
    const std::size_t n = sizeOf(m);
    Matrix l(m.size());
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t j = 0; j <= i; ++j) {
            double rest = i == j ? m[i * n + j] : (1 - 1e-7) * m[i * n + j];
            for (std::size_t k = 0; k < j; ++k)
                rest -= l[i * n + k] * l[j * n + k];
            if (i == j && !(rest > 0))
                return false;
            l[i * n + j] = i == j ? std::sqrt(rest) : rest / l[j * n + j];
        }
    return true;
}

} // namespace

class TestCopula : public Test {
    Q_OBJECT
private slots:
    void nearestMatricesAreTheKnownOnes_data() {
        QTest::addColumn<Matrix>("asked");
        QTest::addColumn<Matrix>("nearest");
        QTest::newRow("three against one another: by symmetry -1/2") << uniformly(3, -0.9) << uniformly(3, -0.5);
        QTest::newRow("five against one another: -1/4") << uniformly(5, -0.9) << uniformly(5, -0.25);
        // Higham, IMA J. Numer. Anal. 22, 329, 2002, section 4: on the edge far = 2 near^2 - 1, nearest where
        // 4 near^3 = near + 1.
        double near = 0.76;
        for (int step = 0; step < 5; ++step)
            near -= (4 * near * near * near - near - 1) / (12 * near * near - 1);
        const double far = 2 * near * near - 1;
        QTest::newRow("a chain of ones") << Matrix{1, 1, 0, 1, 1, 1, 0, 1, 1}
                                         << Matrix{1, near, far, near, 1, near, far, near, 1};
        QTest::newRow("one that is possible stays") << uniformly(4, 0.3) << uniformly(4, 0.3);
        QTest::newRow("one on the edge stays") << uniformly(3, -0.5) << uniformly(3, -0.5);
    }
    void nearestMatricesAreTheKnownOnes() {
        QFETCH(Matrix, asked);
        QFETCH(Matrix, nearest);
        const double apart = distance(nearestCorrelation(asked, sizeOf(asked)), nearest);
        QVERIFY2(apart < 1e-8, qPrintable(QString::number(apart)));
    }

    void noPossibleMatrixIsNearer_data() {
        QTest::addColumn<int>("size");
        for (const int size : {2, 4, 10, 50})
            QTest::addRow("%d inputs", size) << size;
    }
    void noPossibleMatrixIsNearer() {
        QFETCH(int, size);
        const auto n = static_cast<std::size_t>(size);
        const Matrix asked = disagreeing(n), nearest = nearestCorrelation(asked, n);
        QVERIFY(isPositive(nearest));
        for (std::size_t i = 0; i < n; ++i)
            QCOMPARE(nearest[i * n + i], 1.0);
        // The possible matrices are convex: nearest is right when no step towards another one comes nearer.
        for (const Matrix& other : {uniformly(n, 0), uniformly(n, 0.9), uniformly(n, -1.0 / double(n))}) {
            double slope = 0;
            for (std::size_t i = 0; i < asked.size(); ++i)
                slope += (nearest[i] - asked[i]) * (other[i] - nearest[i]);
            QVERIFY2(slope > -1e-7, qPrintable(QString::number(slope)));
        }
    }

    void ranksThatCanBeHadStay() {
        const Copula copula = makeCopula(uniformly(3, 0.6), 3);
        QVERIFY(!copula.largestChange);
        const Copula opposed = makeCopula(Matrix{1, -1, -1, 1}, 2); // leaves nothing on the factor's diagonal
        QVERIFY(!opposed.largestChange);
        QVERIFY(distance(opposed.factor, Matrix{1, 0, -1, 0}) < 1e-15);
    }

    void theLargestChangeIsTold() {
        Matrix asked{1, 0.9, 0.9, 0.9, 1, -0.5, 0.9, -0.5, 1};
        const Copula copula = makeCopula(asked, 3);
        QVERIFY(copula.largestChange);
        QCOMPARE(copula.largestChange->first, std::size_t{0});
        QCOMPARE(copula.largestChange->asked, 0.9);
        QVERIFY(copula.largestChange->used > 0.3 && copula.largestChange->used < 0.8);
        const Copula even = makeCopula(uniformly(3, -0.9), 3);
        QVERIFY(std::abs(even.largestChange->used - 6 / 3.141592653589793 * std::asin(-0.25)) < 1e-6);
    }
};

const Registered<TestCopula> registered("copula");

} // namespace assay::test

#include "tst_copula.moc"
