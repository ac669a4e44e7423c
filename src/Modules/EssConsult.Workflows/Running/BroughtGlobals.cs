using EssConsult.Workflows.Contracts;

namespace EssConsult.Workflows.Running;

/// <summary>What other modules bring to the scripts of circuits, while they are on.</summary>
internal sealed class BroughtGlobals(IEnumerable<ICircuitGlobals> modules, FeatureSwitch features) : IRunGlobals
{
    public IReadOnlyDictionary<string, object> For(WorkflowRun run) =>
        new Dictionary<string, object>(modules.Where(module => features.IsEnabled(module.GetType().Assembly.GetName().Name!)).SelectMany(module => module.Globals));

    public IReadOnlyDictionary<string, object?> Model() => new Dictionary<string, object?>();
}
