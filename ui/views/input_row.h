// InputRow: one input of a scenario on screen: title and unit, slider, typed field with its reading, basis. It shows
// what it is given and hands every wish to InputActions; a refused wish leaves the value and says why in the row.
#pragma once

#include "core/chart/number_script.h"
#include "core/document/stale.h"
#include "ui/views/input_actions.h"

#include <QtWidgets/QWidget>

#include <string>
#include <vector>

class QLabel;
class QLineEdit;
class QMenu;
class QToolButton;

namespace assay {

class ElidedLabel;
class InputCurve;
class QuantitySlider;

class InputRow : public QWidget {
    Q_OBJECT
public:
    InputRow(ScenarioId scenario, ModelInput input, InputActions& actions, QWidget* parent = nullptr);

    const VariableId& input() const { return m_input.id; }
    void showDocument(const Document& document);
    enum class State { plain, linked, current };
    void setState(State state); ///< current: the input of the linked selection; linked: it rests on a selected claim
    State state() const { return m_state; }
    const std::vector<ClaimId>& claims() const { return m_claims; } ///< that it rests on
    enum class Curve { closed, open };
    void setCurve(Curve curve);
    void setNumbers(NumberScript numbers); ///< of its curve
    /// Why its basis is not what it was, with the way on; none: it is.
    void showStale(const std::vector<StaleInput>& reasons);
    void bindSelected();
    void bindRow(const std::string& reference); ///< of a catalogue
    void bindClaims(ClaimsRule rule, std::vector<BasisTerm> terms);
    const ModelInput& declared() const { return m_input; }
    QString title() const;
    void focusField();

signals:
    void focused();                                  ///< the keyboard came into the row
    void chosen();                                   ///< the row itself was clicked: what it rests on is wanted too
    void curveChanged(assay::InputRow::Curve curve); ///< by hand
    void claimsChosen(const std::vector<assay::ClaimId>& claims); ///< on its curve
    void catalogueWanted();
    void claimsWanted();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void build();
    void makeCurve();
    void showCurve(const std::string& text);
    void nameParts();
    void connectSlider();
    void connectField();
    void showText();
    void showLinked();
    void offerOutputs(QMenu& menu);
    void showReading(const std::string& text);
    void enterText();
    void mendStale();
    void answer(const Result<>& result); ///< shows why a wish was refused, or clears it
    void refuse(const Error& error);
    void clearRefusal();

    ScenarioId m_scenario;
    ModelInput m_input;
    InputActions& m_actions;
    std::string m_text; ///< in force
    std::vector<ClaimId> m_claims;
    Rows<Claim> m_claimRows; ///< theirs, as far as they are in the document
    bool m_linked = false;   ///< its samples come from another scenario
    bool m_isShown = false;  ///< the document's value is in the field
    State m_state = State::plain;
    bool m_dropTarget = false;
    ElidedLabel* m_title = nullptr;
    ElidedLabel* m_unit = nullptr;
    QuantitySlider* m_slider = nullptr;
    QLineEdit* m_field = nullptr;
    ElidedLabel* m_basis = nullptr;
    ElidedLabel* m_echo = nullptr;
    QLabel* m_refusal = nullptr;
    QToolButton* m_curveButton = nullptr;
    InputCurve* m_curve = nullptr; ///< null: closed
    NumberScript m_numbers = NumberScript::letters;
    QLabel* m_stale = nullptr;
    ElidedLabel* m_mend = nullptr;
    std::vector<StaleInput> m_reasons; ///< shown as stale
};

/// MIME type of a dragged claim: its id as UTF-8 text.
inline constexpr const char* claimMimeType = "application/x-assay-claim";

} // namespace assay
