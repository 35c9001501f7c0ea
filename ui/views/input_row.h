// InputRow: one input of a scenario on screen: title and unit, slider, typed field with its reading, basis. It shows
// what it is given and hands every wish to InputActions; a refused wish leaves the value and says why in the row.
#pragma once

#include "core/document/stale.h"
#include "ui/views/input_actions.h"

#include <QtWidgets/QWidget>

class QLabel;
class QLineEdit;
class QMenu;

namespace assay {

class ElidedLabel;
class QuantitySlider;

class InputRow : public QWidget {
    Q_OBJECT
public:
    InputRow(ScenarioId scenario, ModelInput input, InputActions& actions, QWidget* parent = nullptr);

    const VariableId& input() const { return m_input.id; }
    void showDocument(const Document& document);
    enum class State { plain, current };
    void setState(State state); ///< current: the input of the linked selection
    /// Why its basis is not what it was, with the way on; none: it is.
    void showStale(const std::vector<StaleInput>& reasons);
    void bindSelected();
    void bindRow(const std::string& reference); ///< of a catalogue
    void bindClaims(ClaimsRule rule, std::vector<BasisTerm> terms);
    const ModelInput& declared() const { return m_input; }
    QString title() const;
    void focusField();

signals:
    void focused(); ///< the keyboard came into the row
    void catalogueWanted();
    void claimsWanted();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void build();
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
    std::string m_text;    ///< in force
    bool m_linked = false; ///< its samples come from another scenario
    State m_state = State::plain;
    bool m_dropTarget = false;
    ElidedLabel* m_title = nullptr;
    ElidedLabel* m_unit = nullptr;
    QuantitySlider* m_slider = nullptr;
    QLineEdit* m_field = nullptr;
    ElidedLabel* m_basis = nullptr;
    ElidedLabel* m_echo = nullptr;
    QLabel* m_refusal = nullptr;
    QLabel* m_stale = nullptr;
    ElidedLabel* m_mend = nullptr;
    std::vector<StaleInput> m_reasons; ///< shown as stale
};

/// MIME type of a dragged claim: its id as UTF-8 text.
inline constexpr const char* claimMimeType = "application/x-assay-claim";

} // namespace assay
