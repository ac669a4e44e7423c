namespace EssConsult.Workflows.Running;

/// <summary>What scripts and templates of a run can ask, beyond the run itself.</summary>
internal interface IRunGlobals
{
    IReadOnlyDictionary<string, object> For(WorkflowRun run);

    /// <summary>What Liquid reads beside <c>Workflow</c>.</summary>
    IReadOnlyDictionary<string, object?> Model();
}
