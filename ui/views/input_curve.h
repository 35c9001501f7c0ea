// InputCurve: the density of an input's own text under its row, with handles that rewrite the text. A text that can't
// be read leaves the last curve greyed, with the reason. It edits through a HandGesture and knows no store.
#pragma once

#include "core/chart/input_curve.h"
#include "ui/views/hand_gesture.h"

#include <QtWidgets/QWidget>

#include <optional>
#include <string>
#include <vector>

class QLabel;
class QToolButton;

namespace assay {

class ChartView;

class InputCurve : public QWidget {
    Q_OBJECT
public:
    InputCurve(ScenarioId scenario, ModelInput input, HandGesture& hand, QWidget* parent = nullptr);

    void showText(const std::string& text, const Rows<Claim>& claims);
    void setNumbers(NumberScript numbers);
    void refuse(const QString& reason);   ///< of a text that can't be read
    void showNone(const QString& reason); ///< there is no text: another scenario's samples
    void hold();                          ///< a hand moves the value: axis held, ghost of what was
    void letGo();

signals:
    void refused(const assay::Error& error);                      ///< a handle was taken where the text can't go
    void claimsChosen(const std::vector<assay::ClaimId>& claims); ///< the tick of a claim was clicked

private:
    void build();
    void connectHandles();
    void showSpec();
    InputCurveQuestion question() const;

    ScenarioId m_scenario;
    ModelInput m_input;
    HandGesture& m_hand;
    std::string m_text;
    Rows<Claim> m_claims;
    Rows<Claim> m_heldClaims; ///< stay in sight while a hand moves the value, though it no longer rests on them
    CurveForm m_form = CurveForm::density;
    NumberScript m_numbers = NumberScript::letters;
    std::optional<ChartSpec> m_spec; ///< the last that could be drawn
    std::optional<ChartSpec> m_held; ///< as it was when a hand took hold
    ChartView* m_view = nullptr;
    QLabel* m_note = nullptr;
    QToolButton* m_cumulative = nullptr;
};

} // namespace assay
