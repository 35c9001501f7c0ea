// BindDialog: "Base on claims": which claims an input stands on, how they become one value, and what that looks like.
// It changes nothing: what is accepted is handed out by chosen().
#pragma once

#include "core/document/bind_claims.h"

#include <QtWidgets/QDialog>

#include <vector>

class QLabel;
class QLineEdit;
class QPushButton;
class QRadioButton;
class QTableWidget;

namespace assay {

class DistributionPreview;

/// What the dialog was closed with.
struct ClaimsChoice {
    ClaimsRule rule = ClaimsRule::single;
    std::vector<BasisTerm> terms;
};

class BindDialog : public QDialog {
    Q_OBJECT
public:
    /// Begins with what the input stands on, and with the claims of `preferred` that fit.
    BindDialog(Document document, ModelInput input, const Basis& now, const std::vector<ClaimId>& preferred,
               QWidget* parent = nullptr);

    ClaimsChoice chosen() const;

private:
    enum Column { claimColumn, valueColumn, gradeColumn, voiceColumn, weightColumn, shareColumn, endColumn, columns };

    void build();
    void buildTable();
    void fillRow(int row, const Claim& claim, const Basis& now, bool isChecked);
    void fillVoices();
    void filterBy(const QString& words);
    void showResult();
    void showShares(const TakenClaims* taken);
    QString reading(const TakenClaims& taken) const;
    std::vector<int> checkedRows() const;

    Document m_document;
    ModelInput m_input;
    std::vector<ClaimId> m_claims; ///< one a row
    QLineEdit* m_filter;
    QTableWidget* m_table;
    QRadioButton* m_interval;
    QRadioButton* m_weighted;
    QLabel* m_how;
    DistributionPreview* m_preview;
    QLabel* m_result;
    QPushButton* m_accept = nullptr;
    bool m_isFilling = false; ///< cells change by us
};

} // namespace assay
