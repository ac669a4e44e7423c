namespace EssConsult.Workflows.Triggers;

/// <summary>Wakes the worker when something waits for the circuits.</summary>
internal sealed class WorkflowSignal(TimeProvider clock) : EventSignal<WorkflowTriggered>("workflow-signal", clock);
